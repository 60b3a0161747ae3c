"""The section Evaluaties: groups at the left, what one of them said at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.reports.evaluations_presenter import (
    EMPTY,
    GROUPS,
    ITEMS,
    EvaluationsPresenter,
    EvaluationsState,
)
from intervisie_desktop.ui.pages.reports.section import Section
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Scope
from intervisie_desktop.ui.shell.paper_printer import DialogPrinter
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line, TitledCard
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.table import Table


class EvaluationsSection(Section):
    """Evaluaties."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._subtitle = ""
        self.presenter = EvaluationsPresenter(
            services.evaluations, services.groups, self, desk, DialogPrinter(self, desk)
        )
        self.filter = FilterField("Filter op groep")
        self.table = Table(GROUPS, "Groepen met evaluaties")
        self.items = Table(ITEMS, "Uitkomsten", sortable=False)
        self.detail = TitledCard("")
        self.note = Label("", Role.META, "ink-3", wrap=True)
        self.empty = EmptyState("clipboard-check", *EMPTY)
        self.save = Button("Opslaan als PDF", Kind.DEFAULT, "download")
        self.print = Button("Afdrukken", Kind.PRIMARY, "printer", "Ctrl+Enter")
        self.buttons = (self.save, self.print)
        self._lay_out()
        self.filter.textChanged.connect(self.table.look_for)
        self.table.chosen.connect(self.presenter.select)
        self.table.opened.connect(self.presenter.open_group)
        self.save.clicked.connect(self.presenter.save)
        self.print.clicked.connect(self.presenter.print)

    def open(self, part: str, record_id: str) -> None:
        """Come here, maybe for one group."""
        self.presenter.open(record_id)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def subtitle(self) -> str:
        """How many forms came back."""
        return self._subtitle

    def scope(self) -> Scope:
        """The open group."""
        group_id = self.presenter.open_id()
        return Scope(group_id=group_id, word="Deze groep") if group_id else Scope()

    def actions_here(self) -> Sequence[Action]:
        """The outcome on paper."""
        return (
            Action("evaluations_save", "Uitkomsten van de groep opslaan als PDF…",
                   self.presenter.save, "download", menu="Bestand", enabled=self.save.isEnabled),
            Action("evaluations_print", "Uitkomsten van de groep afdrukken…",
                   self.presenter.print, "printer", menu="Bestand", enabled=self.print.isEnabled),
        )  # fmt: skip

    def main_action(self) -> None:
        """Print the outcome."""
        if self.print.isEnabled():
            self.presenter.print()

    def focus_filter(self) -> bool:
        """The filter above the list."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: EvaluationsState) -> None:
        """Show everything."""
        self._subtitle = state.subtitle
        self.table.show_rows(state.groups)
        self._list.setVisible(bool(state.groups))
        self.detail.setVisible(bool(state.groups))
        self.empty.setVisible(not state.groups)
        self.detail.title.setText(state.title)
        self.detail.setAccessibleName(state.title)
        self.detail.set_side(state.side)
        self.items.show_rows(state.items)
        self.note.setText(state.note)
        self.note.setVisible(bool(state.note))
        for button in self.buttons:
            button.setEnabled(state.can_print)
        if state.group_id and self.table.current_id() != state.group_id:
            self.table.blockSignals(True)
            self.table.choose(state.group_id)
            self.table.blockSignals(False)
        self.told.emit()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 10, 12, 10)
        tools.addWidget(self.filter)
        self._list = Card(padding=0, gap=0)
        self._list.body.setContentsMargins(1, 1, 1, 8)
        self._list.body.addLayout(tools)
        self._list.body.addWidget(Line())
        self._list.body.addWidget(self.table, 1)
        self.note.setContentsMargins(16, 10, 16, 4)
        self.detail.hold(self.items)
        self.detail.content.insertWidget(0, self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._list, 9)
        row.addWidget(self.detail, 11)
        row.addWidget(self.empty, 1)


def build(desk: Desk, services: Services) -> Section:
    """The section, for the page."""
    return EvaluationsSection(desk, services)
