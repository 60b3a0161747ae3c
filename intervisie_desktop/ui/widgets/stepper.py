"""The steps of a task in a row: what is done, where one is, what comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint


class _Step(QPushButton):
    def __init__(self, number: int, text: str) -> None:
        super().__init__(text)
        self.number = number
        self.done = False
        self.now = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_state(self, *, done: bool, now: bool) -> None:
        self.done, self.now = done, now
        self.setEnabled(done)
        word = "klaar" if done else "nu" if now else "nog te doen"
        self.setAccessibleName(f"Stap {self.number}: {self.text()}, {word}")
        cursor = Qt.CursorShape.PointingHandCursor if done else Qt.CursorShape.ArrowCursor
        self.setCursor(cursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.text(), Role.STRONG)
        return QSize(width + current().px(24) + 18, current().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = current().px(24)
        disc = QRect(2, (self.height() - side) // 2, side, side)
        middle = Qt.AlignmentFlag.AlignHCenter
        if self.done:
            paint.box(painter, disc, side / 2, "ok-soft", "ok")
            icons.paint(painter, "check", disc, "ok", 14)
        elif self.now:
            paint.box(painter, disc, side / 2, "accent")
            paint.text(painter, disc, str(self.number), Role.MICRO_STRONG, "on-accent", middle)
        else:
            paint.box(painter, disc, side / 2, "surface", "line-strong")
            paint.text(painter, disc, str(self.number), Role.MICRO_STRONG, "ink-2", middle)
        area = self.rect().adjusted(side + 11, 0, 0, 0)
        role = Role.STRONG if self.now else Role.BODY
        paint.text(painter, area, self.text(), role, "ink" if self.now else "ink-2")
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), 6)


class _Between(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(12)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = QRect(4, self.height() // 2, self.width() - 8, 1)
        QPainter(self).fillRect(line, current().color("line-strong"))


class Stepper(QWidget):
    """Emits `chosen(index)` when a step that is done is pressed."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Stappen")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._steps: list[_Step] = []
        for number, text in enumerate(steps, 1):
            if number > 1:
                row.addWidget(_Between(), 1)
            step = _Step(number, text)
            step.clicked.connect(self._pressed)
            self._steps.append(step)
            row.addWidget(step)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Be at this step; the ones before are done."""
        for number, step in enumerate(self._steps):
            step.show_state(done=number < index, now=number == index)

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Step):
            self.chosen.emit(sender.number - 1)
