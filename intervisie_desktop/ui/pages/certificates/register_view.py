"""The register on the screen: the list, and beside it the paper with what happened to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.services.certification.values import RegisterLine
from intervisie_desktop.ui.pages.certificates.columns import REGISTER
from intervisie_desktop.ui.pages.certificates.register import RegisterState
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

_ISSUED = [column.heading for column in REGISTER].index("Afgegeven")


class RegisterList(QWidget):
    """Emits what the user wants with the certificate in front."""

    chosen = Signal(str)
    only = Signal(str)
    make_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    replace_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = FilterField("Filter op nummer, naam of groep")
        self.show_only = Segmented((("all", "Alle"),), "Welke bewijzen")
        self.show_only.chosen.connect(self.only)
        self.table: Table[RegisterLine] = Table(
            REGISTER, "Register van bewijzen", key=lambda row: row.id
        )
        self.table.chosen.connect(self.chosen)
        self.filter.textChanged.connect(self.table.look_for)
        self.preview = Preview(desk, "bewijs")
        self.empty = EmptyState(
            "scroll-text",
            "Nog geen bewijzen",
            "Zodra een bijeenkomst is afgerond, maakt u hier de bewijzen van deelname.",
            "Bewijzen maken",
            filled=True,
        )
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(self.make_asked)
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._list(), 11)
        row.addLayout(self._side(), 7)
        self.stack = QStackedWidget()
        self.stack.addWidget(full)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def show_state(self, state: RegisterState) -> None:
        """Show the register."""
        self.stack.setCurrentIndex(1 if state.empty else 0)
        self.show_only.set_options(state.choices)
        self.show_only.set_value(state.show_only)
        self.table.show_rows(state.lines)
        if state.current and self.table.current_id() != state.current:
            self.table.choose(state.current)
        self.preview.show_words(state.title, state.number, "")
        self.chip.show_chip(state.chip[0], Tone(state.chip[1]), state.chip[2])
        self.chip.setVisible(bool(state.chip[0]))
        self.facts.setText("\n".join(state.facts))
        self.history.setText("\n".join(state.history))
        for button in (self.replace, self.withdraw):
            button.setEnabled(state.holds)
        for button in (self.save, self.printer):
            button.setEnabled(bool(state.current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the day of issue stands beside the paper only."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_ISSUED, self.width() < current().px(1120))

    def _list(self) -> Card:
        card = Card(padding=0, gap=0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 10)
        head.setSpacing(10)
        head.addWidget(self.filter, 1)
        head.addWidget(self.show_only)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        card.body.setContentsMargins(1, 1, 1, 1)
        return card

    def _side(self) -> QVBoxLayout:
        self.chip = Chip()
        self.facts = Label("", Role.BODY, "ink-2", wrap=True)
        self.history = Label("", Role.META, "ink-3", wrap=True)
        self.save = Button("Opslaan in map", Kind.DEFAULT, "folder-open", small=True)
        self.printer = Button("Afdrukken", Kind.DEFAULT, "printer", small=True)
        self.replace = Button("Vervangen", Kind.QUIET, "refresh-cw", small=True)
        self.withdraw = Button("Intrekken", Kind.QUIET, "ban", small=True)
        self.save.clicked.connect(self.save_asked)
        self.printer.clicked.connect(self.print_asked)
        self.replace.clicked.connect(self.replace_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        about = Card(padding=14, gap=6)
        about.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        about.body.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        about.body.addWidget(self.facts)
        about.body.addWidget(self.history)
        for pair in ((self.save, self.printer), (self.replace, self.withdraw)):
            buttons = QHBoxLayout()
            buttons.setSpacing(6)
            for button in pair:
                buttons.addWidget(button)
            buttons.addStretch(1)
            about.body.addLayout(buttons)
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.preview, 1)
        side.addWidget(about)
        return side
