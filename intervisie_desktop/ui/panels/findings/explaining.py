"""The unfolded part of a card: how it came about, what to do, and where it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.panels.findings.state import WhyState
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.label import Label


class Explanation(QWidget):
    """Numbered steps, the remedy, and the source as text; `copied` asks for the source."""

    copied = Signal()

    def __init__(self, state: WhyState) -> None:
        super().__init__()
        self.setAccessibleName(words.WHY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        if state.steps:
            column.addWidget(Label(words.WHY_STEPS, Role.MICRO_STRONG, "ink-3"))
            column.addLayout(_steps(state.steps))
        if state.remedy:
            column.addWidget(Label(words.WHY_DO, Role.MICRO_STRONG, "ink-3"))
            column.addWidget(Label(state.remedy, Role.META, "ink-2", wrap=True))
        head = QHBoxLayout()
        head.addWidget(Label(words.WHY_SOURCE, Role.MICRO_STRONG, "ink-3"), 1)
        self.copy = Button(words.COPY_SOURCE, Kind.LINK, "copy", small=True)
        self.copy.clicked.connect(self._copy)
        head.addWidget(self.copy)
        column.addLayout(head)
        column.addLayout(_rows(state.source))

    def _copy(self) -> None:
        self.copied.emit()


def _steps(steps: tuple[str, ...]) -> QGridLayout:
    """Each step behind its number."""
    grid = _grid()
    for number, step in enumerate(steps, 1):
        grid.addWidget(
            Label(f"{number}", Role.MICRO_STRONG, "accent"), number, 0, Qt.AlignmentFlag.AlignTop
        )
        grid.addWidget(Label(step, Role.META, "ink-2", wrap=True), number, 1)
    return grid


def _rows(rows: tuple[tuple[str, str], ...]) -> QGridLayout:
    """What and its words beside each other; the words can be selected with the mouse."""
    grid = _grid()
    for number, (what, text) in enumerate(rows):
        name = Label(what, Role.MICRO, "ink-3")
        grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        value = Label(text, Role.META, "ink-2", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(value, number, 1)
    return grid


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    return grid
