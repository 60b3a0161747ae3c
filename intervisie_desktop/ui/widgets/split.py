"""Two panes with a line that can be dragged or moved with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

_STEP = 16


class _Handle(QSplitterHandle):
    def __init__(self, parent: QSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Verdeling van het scherm")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        left, right = self.splitter().sizes()[:2]
        self.splitter().setSizes([left + step, right - step])


class Split(QSplitter):
    """Left and right; `state()` and `set_state` are short strings to remember."""

    def __init__(
        self, left: QWidget, right: QWidget, width: int = 360, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(5)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([width, 2000])

    def state(self) -> str:
        """The widths as text."""
        return ",".join(str(size) for size in self.sizes())

    def set_state(self, text: str) -> None:
        """Take remembered widths; anything else is left alone."""
        parts = text.split(",")
        if len(parts) == 2 and all(part.isdecimal() for part in parts):
            self.setSizes([int(part) for part in parts])

    def createHandle(self) -> QSplitterHandle:
        """A line that can have the focus."""
        return _Handle(self)
