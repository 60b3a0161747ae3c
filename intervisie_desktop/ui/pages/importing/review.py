"""The last two steps on the screen: the rows as they would come in, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.importing import Handling
from intervisie_desktop.ui.pages.importing.columns import COLUMNS
from intervisie_desktop.ui.pages.importing.state import ImportingState, Result, RowPicked, RowShown
from intervisie_desktop.ui.pages.importing.steps import Lines
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line, TitledCard
from intervisie_desktop.ui.widgets.choice import Check, Select
from intervisie_desktop.ui.widgets.empty_state import EmptyState, Sign
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

_KEYS = {
    Qt.Key.Key_S: Handling.MERGE,
    Qt.Key.Key_T: Handling.ADD,
    Qt.Key.Key_O: Handling.SKIP,
}


class RowsTable(Table[RowShown]):
    """The rows; S joins, T adds and O leaves out what is selected (`handled(handling)`)."""

    handled = Signal(str)

    def __init__(self) -> None:
        super().__init__(COLUMNS, "Rijen", many=True)
        self.setAccessibleDescription("S voegt samen, T voegt toe, O slaat over.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One letter decides about the selected rows."""
        handling = _KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if handling is None:
            super().keyPressEvent(event)
            return
        self.handled.emit(handling.value)


class ReviewStep(QWidget):
    """The preview: rows at the left, what would happen at the right."""

    picked = Signal(str)
    decided = Signal(str)
    handled = Signal(object, str)
    filtered = Signal(str)
    leave_out_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.filter = FilterField("Filter rijen")
        self.states = Segmented((("", "Alles"),), "Soort rijen")
        self.table = RowsTable()
        self.leave_out = Check("")
        self.decision = Select(name="Wat er met deze rij gebeurt")
        self.summary = Lines("plus", "ok")
        self.notes = Lines("info", "tip")
        self._rows = Card(padding=0, gap=0)
        self._no_rows = EmptyState("circle-check", "", "")
        self._sum = TitledCard("Dit komt erbij")
        self._row = TitledCard("Rij")
        self._lines = Lines("minus", "ink-3")
        self._note_card = TitledCard("Let op")
        self._lay_out()
        self.filter.textChanged.connect(self.table.look_for)
        self.states.chosen.connect(self.filtered)
        self.table.chosen.connect(self.picked)
        self.table.opened.connect(self._opened)
        self.table.handled.connect(self._handled)
        self.decision.chosen.connect(self.decided)
        self.leave_out.clicked.connect(self.leave_out_changed)

    def show_state(self, state: ImportingState) -> None:
        """Show the preview."""
        self._rows.setVisible(state.has_rows)
        self._no_rows.setVisible(not state.has_rows)
        self._no_rows.show_words(
            "Klaar om over te nemen", "Hiernaast staat wat erbij komt. Kijk het na."
        )
        self.states.set_options(state.filters)
        self.states.set_value(state.filter)
        self._show_rows(state)
        self.summary.show_lines(state.summary)
        self.notes.show_lines(state.notes)
        self._note_card.setVisible(bool(state.notes))
        self.leave_out.setText(state.left_out)
        self.leave_out.setAccessibleName(state.left_out)
        self.leave_out.setChecked(state.leave_out)
        self.leave_out.setVisible(bool(state.left_out))
        self._row.setVisible(state.picked is not None)
        if state.picked is not None:
            self._show_picked(state.picked)

    def has_no_rows(self) -> bool:
        """True for a file of which only the whole can be taken over."""
        return self._rows.isHidden()

    def focus(self) -> None:
        """The rows."""
        if not self.has_no_rows():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_rows(self, state: ImportingState) -> None:
        self.table.blockSignals(True)
        self.table.show_rows(state.rows)
        ids = {row.id for row in state.rows}
        if self.table.current_id() not in ids and state.rows:
            self.table.choose(state.rows[0].id)
        self.table.blockSignals(False)

    def _show_picked(self, picked: RowPicked) -> None:
        self._row.title.setText(picked.title)
        self._row.title.elides = True
        self._lines.show_lines(picked.lines)
        self.decision.setVisible(bool(picked.options))
        if picked.options:
            self.decision.set_options(picked.options)
            self.decision.set_value(picked.value)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 10, 12, 10)
        tools.setSpacing(10)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.states)
        keys = Label("S samenvoegen   T toevoegen   O overslaan", Role.META, "ink-3", elide=True)
        keys.setContentsMargins(12, 7, 12, 7)
        self._rows.body.addLayout(tools)
        self._rows.body.addWidget(Line())
        self._rows.body.addWidget(self.table, 1)
        self._rows.body.addWidget(Line())
        self._rows.body.addWidget(keys)
        self._sum.content.addWidget(self.summary)
        self._sum.content.addWidget(self.leave_out)
        self._row.content.addWidget(self._lines)
        self._row.content.addWidget(self.decision)
        self._note_card.content.addWidget(self.notes)
        side = Scroll((0, 0, 4, 8))
        for card in (self._sum, self._row, self._note_card):
            side.body.addWidget(card)
        side.body.addStretch(1)
        side.setMinimumWidth(280)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._rows, 7)
        row.addWidget(self._no_rows, 7)
        row.addWidget(side, 3)

    def _opened(self, _key: str) -> None:
        if not self.decision.isHidden():
            self.decision.setFocus(Qt.FocusReason.TabFocusReason)

    def _handled(self, handling: str) -> None:
        self.handled.emit(self.table.selected_ids(), handling)


class DoneStep(QWidget):
    """What came of it; `opened` and `again` are its two ways on."""

    opened = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", Role.OBJECT, wrap=True)
        self.lines = Lines("check", "ok")
        self.open = Button("Openen", Kind.PRIMARY, "external-link", "Ctrl+Enter")
        self.more = Button("Nog een bestand", Kind.DEFAULT, "file-input")
        self.open.clicked.connect(self.opened)
        self.more.clicked.connect(self.again)
        card = Card(padding=24, gap=14)
        card.setMinimumWidth(440)
        card.body.addWidget(Sign("circle-check", "ok", 32))
        card.body.addWidget(self.title)
        card.body.addWidget(self.lines)
        hint = "Dit is één stap: met Ctrl+Z draait u alles in één keer terug."
        card.body.addWidget(Label(hint, Role.META, "ink-3", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_result(self, result: Result) -> None:
        """Show what was done."""
        self.title.setText(result.title)
        self.lines.show_lines(result.lines)
        self.open.set_words(result.open_word)

    def focus(self) -> None:
        """The button that opens what was made."""
        self.open.setFocus(Qt.FocusReason.TabFocusReason)
