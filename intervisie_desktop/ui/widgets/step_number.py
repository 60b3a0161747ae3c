"""The number of a step in a circle: filled for where one is, a check for what is done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint


class StepNumber(QWidget):
    """One circled number; decoration beside a title that says the step."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._here = False
        self._done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_step(self, *, here: bool, done: bool = False) -> None:
        """Filled when one is here, a check when it is done."""
        if (here, done) != (self._here, self._done):
            self._here, self._done = here, done
            self.update()

    def sizeHint(self) -> QSize:
        """A circle."""
        side = current().px(26)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Circle and number."""
        painter = QPainter(self)
        rect = self.rect()
        if self._here:
            paint.box(painter, rect, rect.height() / 2, "accent")
        else:
            paint.box(painter, rect, rect.height() / 2, "surface", "line-strong")
        ink = "on-accent" if self._here else "accent" if self._done else "ink-2"
        if self._done and not self._here:
            icons.paint(painter, "check", rect, ink, 14)
            return
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, rect, str(self._number), Role.STRONG, ink, middle)
