"""The list of the sessions of the working year, and the form of a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.sessions.columns import SESSION_COLUMNS
from intervisie_desktop.ui.pages.sessions.fields import NEW_FIELDS
from intervisie_desktop.ui.pages.sessions.sheet_card import SheetLines
from intervisie_desktop.ui.pages.sessions.state import ListState, NewState, SessionLine
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table


class ListView(QWidget):
    """The list with its filters; emits `opened(id)`."""

    opened = Signal(str)
    filter_chosen = Signal(str)
    group_chosen = Signal(str)
    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = FilterField("Filter bijeenkomsten")
        self.states = Segmented((("all", "Alle"),), "Stand")
        self.groups = Select((), "Groep", icon="users")
        self.table: Table[SessionLine] = Table(SESSION_COLUMNS, "Bijeenkomsten")
        self.empty = EmptyState("messages-square", "", "", "Nieuwe bijeenkomst")
        self._begun = False
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 10, 12, 10)
        tools.setSpacing(10)
        tools.addWidget(self.filter, 3)
        tools.addWidget(self.groups, 2)
        tools.addWidget(self.states)
        card = Card(padding=0, gap=0)
        card.body.addLayout(tools)
        card.body.addWidget(Line())
        inner = QVBoxLayout()
        inner.setContentsMargins(1, 0, 1, 7)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.empty, 1)
        card.body.addLayout(inner, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)
        self.filter.textChanged.connect(self.table.look_for)
        self.states.chosen.connect(self.filter_chosen)
        self.groups.chosen.connect(self.group_chosen)
        self.table.opened.connect(self.opened)
        self.table.clicked.connect(self._clicked)
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(self.plan_asked)

    def show_list(self, state: ListState) -> None:
        """Show the sessions; the first time the next one is chosen."""
        self.states.set_options(state.filters)
        self.states.set_value(state.filter)
        self.groups.set_options(state.groups)
        self.groups.set_value(state.group)
        self.table.show_rows(state.rows)
        if not self.table.current_id() and state.chosen:
            self.table.choose(state.chosen)
        self.empty.show_words(*state.empty)
        if self.empty.primary is not None:
            self.empty.primary.setVisible(state.can_plan)
        self.table.setVisible(bool(state.rows))
        self.empty.setVisible(not state.rows)

    def _clicked(self) -> None:
        self.opened.emit(self.table.current_id())


class NewView(QWidget):
    """The form of a new session; emits `changed(name, value)`, `saved` and `left`."""

    changed = Signal(str, object)
    saved = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(NEW_FIELDS, today)
        self.conflicts = SheetLines()
        self.save = Button("Plannen", Kind.PRIMARY, "calendar-plus", "Ctrl+Enter")
        self.cancel = Button("Sluiten", Kind.DEFAULT)
        card = Card()
        card.setMaximumWidth(720)
        card.body.setSpacing(14)
        card.body.addWidget(self.form)
        card.body.addWidget(self.conflicts)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.form.changed.connect(self.changed)
        self.save.clicked.connect(self.commit)
        self.cancel.clicked.connect(self.left)

    def show_new(self, state: NewState) -> None:
        """Show the values and what is in the way."""
        self.form.set_options("group_id", state.groups)
        self.form.set_label("where", state.where_label)
        self.form.editor("where").setAccessibleName(state.where_label)
        self.form.set_shown("link", state.hybrid)
        self.form.show_values(state.values)
        self.conflicts.show_lines(state.conflicts)

    def commit(self) -> None:
        """Take what is half typed and plan it; the focus goes to the first gap."""
        self.form.commit()
        if self.form.complete():
            self.saved.emit()

    def focus_start(self) -> None:
        """The day, since the group is mostly known."""
        self.form.focus("day")

    def start_over(self) -> None:
        """Forget the words under the fields."""
        for name in self.form.problems():
            self.form.show_problem(name, "")
