"""The editions of a profile side by side, with what differs from the one before marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.profiles.state import CompareRow, Shown
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.card import Line, TitledCard
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label

_TOP = Qt.AlignmentFlag.AlignTop


class _Cell(QWidget):
    def __init__(self, text: str, *, changed: bool) -> None:
        super().__init__()
        self.setAccessibleName(f"{text}, anders dan ervoor" if changed else text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if changed:
            row.addWidget(Sign("arrow-right", "accent", 14), 0, _TOP)
        role, token = (Role.STRONG, "accent") if changed else (Role.BODY, "ink")
        row.addWidget(Label(text, role, token, wrap=True), 1)


class Comparing(QWidget):
    """A card with a column per edition."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_profile(self, shown: Shown) -> None:
        """Show these editions."""
        if self._shown == (shown.heads, shown.rows):
            return
        self._shown = (shown.heads, shown.rows)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        card = TitledCard("Uitgaven naast elkaar")
        legend = QHBoxLayout()
        legend.setSpacing(6)
        legend.addWidget(Sign("arrow-right", "accent", 14))
        legend.addWidget(Label("anders dan de uitgave ervoor", Role.META, "ink-3"))
        card.head.addLayout(legend)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 3)
        for column, head in enumerate(shown.heads, 1):
            grid.addWidget(Label(head, Role.MICRO_STRONG, "ink-3", wrap=True), 0, column, _TOP)
            grid.setColumnStretch(column, 3)
        for number, row in enumerate(shown.rows, 1):
            self._add(grid, number, row, len(shown.heads))
        card.content.addLayout(grid)
        self._column.addWidget(card)
        self._column.addStretch(1)

    def _add(self, grid: QGridLayout, number: int, row: CompareRow, columns: int) -> None:
        """A norm on a line of its own, or the heading of a subject with a rule above it."""
        if not row.cells:
            head = QWidget()
            inside = QVBoxLayout(head)
            inside.setContentsMargins(0, 8, 0, 0)
            inside.setSpacing(6)
            inside.addWidget(Line())
            inside.addWidget(Label(row.label, Role.STRONG))
            grid.addWidget(head, number, 0, 1, columns + 1)
            return
        grid.addWidget(Label(row.label, Role.BODY, "ink-2", wrap=True), number, 0, _TOP)
        for column, (text, changed) in enumerate(row.cells, 1):
            grid.addWidget(_Cell(text, changed=changed), number, column, _TOP)
