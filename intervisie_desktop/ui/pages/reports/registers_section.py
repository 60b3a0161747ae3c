"""The section Registers: the list at the left, one participant at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.reports.registers_presenter import RegistersPresenter
from intervisie_desktop.ui.pages.reports.registers_state import (
    ENTRIES,
    MEETINGS,
    EntryShown,
    RegistersState,
)
from intervisie_desktop.ui.pages.reports.section import Section
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Scope
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, KeyNumbers, Line, TitledCard
from intervisie_desktop.ui.widgets.chip import Tone
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

_MOST_ROWS = 8


class RegistersSection(Section):
    """Registers."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._subtitle = ""
        self.presenter = RegistersPresenter(
            services.reports.registers, services.compliance, self, desk
        )
        self.profile = Select((), "Register")
        self.term = Segmented((("year", ""), ("period", "Registratieperiode")), "Periode")
        self.filter = FilterField("Filter op naam of nummer")
        self.table = Table(ENTRIES, "Deelnemers in dit register")
        self.notice = NoticeBar(closable=False)
        self.detail = _Detail(self.presenter)
        self.empty = EmptyState("scroll-text", "", "")
        self.copy = Button("Lijst kopiëren", Kind.DEFAULT, "copy")
        self.save = Button("Opslaan als csv", Kind.PRIMARY, "download", "Ctrl+Enter")
        self.buttons = (self.copy, self.save)
        self._lay_out()
        self._connect()

    def open(self, part: str, record_id: str) -> None:
        """Come here, maybe for one participant."""
        self.presenter.open(record_id)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def subtitle(self) -> str:
        """The register and how many are in it."""
        return self._subtitle

    def scope(self) -> Scope:
        """The open participant."""
        open_id = self.presenter.open_id()
        return Scope(participant_id=open_id, word="Deze deelnemer") if open_id else Scope()

    def actions_here(self) -> Sequence[Action]:
        """Copying and keeping the list."""
        presenter, some = self.presenter, self.save.isEnabled
        return (
            Action("register_save", "Lijst voor het register opslaan als csv…", presenter.save,
                   "download", menu="Bestand", enabled=some, words="punten uren opgave"),
            Action("register_copy", "Lijst voor het register kopiëren", presenter.copy_list,
                   "copy", menu="Bewerken", enabled=some, words="punten uren opgave plakken"),
            Action("register_copy_person", "Opgave van deze deelnemer kopiëren",
                   presenter.copy_person, "copy", menu="Bewerken", enabled=some,
                   words="punten uren plakken"),
        )  # fmt: skip

    def main_action(self) -> None:
        """Keep the list."""
        if self.save.isEnabled():
            self.presenter.save()

    def focus_filter(self) -> bool:
        """The filter above the list."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: RegistersState) -> None:
        """Show everything."""
        self._subtitle = state.subtitle
        self.profile.set_options(state.profiles)
        self.profile.set_value(state.profile)
        self.profile.setEnabled(bool(state.profiles))
        self.term.set_options(state.terms)
        self.term.set_value(state.term)
        self.term.setVisible(len(state.terms) > 1)
        self.table.show_rows(state.lines)
        self.table.setVisible(bool(state.lines))
        self.empty.show_words(*state.empty)
        self.empty.setVisible(not state.lines)
        for button in self.buttons:
            button.setEnabled(bool(state.lines))
        if state.notice:
            self.notice.show_notice(state.notice, Tone.WARNING)
        else:
            self.notice.hide()
        self.detail.setVisible(state.shown is not None)
        if state.shown is not None:
            self.detail.show_entry(state.shown)
            if self.table.current_id() != state.shown.id:
                self.table.blockSignals(True)
                self.table.choose(state.shown.id)
                self.table.blockSignals(False)
        self.told.emit()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self.profile, 1)
        tools.addWidget(self.term)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.setSpacing(8)
        head.addLayout(tools)
        head.addWidget(self.filter)
        card = Card(padding=0, gap=0)
        card.body.setContentsMargins(1, 1, 1, 8)
        card.body.addLayout(head)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty, 1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(card, 11)
        row.addWidget(self.detail, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.profile.chosen.connect(presenter.choose_profile)
        self.term.chosen.connect(presenter.choose_term)
        self.filter.textChanged.connect(self.table.look_for)
        self.table.chosen.connect(presenter.select)
        self.table.opened.connect(self._opened)
        self.copy.clicked.connect(presenter.copy_list)
        self.save.clicked.connect(presenter.save)

    def _opened(self, _entry_id: str) -> None:
        self.presenter.open_person()


class _Detail(Scroll):
    """One participant: numbers, why, and the sessions behind them."""

    def __init__(self, presenter: RegistersPresenter) -> None:
        super().__init__((0, 0, 0, 8))
        self.setMinimumWidth(current().px(350))
        self.name = Label("", Role.OBJECT, elide=True)
        self.number = Label("", Role.META, "ink-3", elide=True)
        self.period = Label("", Role.META, "ink-3", elide=True)
        self.copy = Button("Kopiëren", Kind.DEFAULT, "copy", name="Opgave kopiëren", small=True)
        self.person = Button("Deelnemer openen", Kind.LINK, "user", small=True)
        self._numbers = QVBoxLayout()
        self._why = QVBoxLayout()
        self._why.setSpacing(4)
        self.meetings = Table(MEETINGS, "Bijeenkomsten van deze deelnemer")
        self._reasons = TitledCard("Waarom dit de stand is")
        self._reasons.content.addLayout(self._why)
        self._held = TitledCard("Bijeenkomsten")
        self._held.hold(self.meetings)
        self.body.addLayout(self._head())
        self.body.addLayout(self._numbers)
        self.body.addWidget(self._reasons)
        self.body.addWidget(self._held)
        self.body.addStretch(1)
        self.copy.clicked.connect(presenter.copy_person)
        self.person.clicked.connect(presenter.open_person)
        self.meetings.opened.connect(presenter.open_meeting)

    def show_entry(self, shown: EntryShown) -> None:
        """Show someone."""
        self.name.setText(shown.name)
        self.number.setText(shown.number)
        self.number.setVisible(bool(shown.number))
        self.period.setText(shown.period)
        _emptied(self._numbers)
        numbers = KeyNumbers(len(shown.numbers))
        numbers.show_numbers(shown.numbers)
        self._numbers.addWidget(numbers)
        _emptied(self._why)
        for line in (shown.forms, *shown.why):
            if line:
                self._why.addWidget(Label(line, Role.BODY, "ink-2", wrap=True))
        self._reasons.setVisible(bool(self._why.count()))
        self.meetings.show_rows(shown.meetings)
        self._held.setVisible(bool(shown.meetings))
        rows = min(len(shown.meetings), _MOST_ROWS)
        self.meetings.setFixedHeight(current().px(39) * rows + current().px(36))

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self.name, self.number, self.period):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.person, self.copy):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _emptied(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def build(desk: Desk, services: Services) -> Section:
    """The section, for the page."""
    return RegistersSection(desk, services)
