"""The card Verloop: the phases of the method, what was planned and what became of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.sessions.state import CourseState, PhaseLine
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.choice import Check
from intervisie_desktop.ui.widgets.editors import NumberEditor
from intervisie_desktop.ui.widgets.fields import Number
from intervisie_desktop.ui.widgets.label import Label

_LONGEST = 480
_HEADS = ("Fase", "Gepland", "Duurde", "")


class PhaseRow:
    """The widgets of one phase, side by side in the grid of the card."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.name = Label("", Role.LABEL)
        self.hint = Label("", Role.META, "ink-3", wrap=True)
        self.planned = Label("", Role.BODY, "ink-2")
        self.actual = NumberEditor(Number(most=_LONGEST, unit="min"))
        self.actual.line.setMaximumWidth(64)
        self.skipped = Check("Overgeslagen")
        self.words = QWidget()
        column = QVBoxLayout(self.words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.name)
        column.addWidget(self.hint)

    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return (self.words, self.planned, self.actual.widget, self.skipped)

    def show_line(self, line: PhaseLine, *, recordable: bool, shown: bool) -> None:
        """Show one phase; what is being typed stays."""
        self.name.setText(line.name)
        self.hint.setText(line.hint)
        self.hint.setVisible(bool(line.hint))
        self.planned.setText(line.planned)
        if not self.actual.line.hasFocus():
            self.actual.set_value(line.actual)
        self.actual.line.setAccessibleName(f"{line.name}: duurde, in minuten")
        self.skipped.setChecked(line.skipped)
        self.skipped.setAccessibleName(f"{line.name}: overgeslagen")
        for widget in (self.actual.widget, self.skipped):
            widget.setVisible(shown)
            widget.setEnabled(recordable)


class CourseCard(TitledCard):
    """Emits what was recorded of a phase, by its index."""

    actual_typed = Signal(int, object)
    skipped = Signal(int, bool)
    all_planned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Verloop", parent=parent)
        self.side = Label("", Role.META, "ink-3")
        self.plan = Button("", icon="check", small=True)
        self.plan.clicked.connect(self.all_planned)
        self.add_right(self.side)
        self.add_right(self.plan)
        self.none = Label("", Role.BODY, "ink-3", wrap=True)
        self.rows: list[PhaseRow] = []
        self._heads = [Label(word, Role.META, "ink-3") for word in _HEADS]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column)
        self.content.addWidget(self.none)
        self.content.addLayout(self._grid)

    def show_course(self, state: CourseState) -> None:
        """Show the phases; only a session that is being held can be recorded."""
        self.side.setText(state.done or state.method)
        self.plan.set_words(state.as_planned, state.as_planned)
        self.plan.setVisible(bool(state.as_planned))
        self.none.setText(state.none)
        self.none.setVisible(bool(state.none))
        while len(self.rows) < len(state.lines):
            self._add_row()
        recorded = bool(state.done)
        for place, row in enumerate(self.rows):
            here = place < len(state.lines)
            for widget in row.widgets():
                widget.setVisible(here)
            if here:
                row.show_line(state.lines[place], recordable=state.recordable, shown=recorded)
        for place, head in enumerate(self._heads):
            head.setVisible(bool(state.lines) and (recorded or place < 2))

    def commit(self) -> None:
        """Take what is half typed."""
        for row in self.rows:
            if row.actual.line.hasFocus():
                self._typed(row)

    def _add_row(self) -> None:
        row = PhaseRow(len(self.rows))
        self.rows.append(row)
        row.actual.left.connect(partial(self._typed, row))
        row.skipped.clicked.connect(partial(self._skipped, row))
        middle = Qt.AlignmentFlag.AlignVCenter
        for column, widget in enumerate(row.widgets()):
            if column:
                self._grid.addWidget(widget, row.index + 1, column, middle)
            else:
                self._grid.addWidget(widget, row.index + 1, column)

    def _typed(self, row: PhaseRow) -> None:
        wrong = bool(row.actual.unreadable())
        row.actual.set_error(wrong)
        if not wrong:
            self.actual_typed.emit(row.index, row.actual.value())

    def _skipped(self, row: PhaseRow) -> None:
        self.skipped.emit(row.index, row.skipped.isChecked())
