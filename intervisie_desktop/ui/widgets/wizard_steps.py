"""The steps of the wizard in a row: check or number, word, and lines between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint


class _StepButton(QPushButton):
    def __init__(self, number: int, word: str) -> None:
        super().__init__(word)
        self.number = number
        self.state = "later"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_state(self, state: str) -> None:
        """Shows a step as "done", "now" or "later"; only a done one can be pressed."""
        self.state = state
        meaning = {"done": "klaar", "now": "huidige stap", "later": "nog niet"}[state]
        self.setAccessibleName(f"Stap {self.number}, {self.text()}, {meaning}")
        self.setEnabled(state == "done")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if state == "done" else Qt.FocusPolicy.NoFocus)
        if state == "done":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.updateGeometry()
        self.update()

    def _role(self) -> Role:
        return Role.STRONG if self.state == "now" else Role.BODY

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.text(), self._role()) + current().px(24) + 20
        return QSize(width, current().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(24) + 8, current().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = current().px(24)
        circle = QRectF(3, (self.height() - side) / 2, side, side)
        fill, line, ink = {
            "done": ("ok-soft", "ok", "ok"),
            "now": ("accent", "", "on-accent"),
            "later": ("surface", "line-strong", "ink-3"),
        }[self.state]
        paint.box(painter, circle, side / 2, fill, line)
        if self.state == "done":
            icons.paint(painter, "check", circle, ink, 13)
        else:
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, circle, str(self.number), Role.META_STRONG, ink, middle)
        area = QRectF(circle.right() + 9, 0, self.width() - circle.right() - 11, self.height())
        token = "ink-2" if self.state == "later" else "ink"
        paint.text(painter, area, self.text(), self._role(), token)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), 6)


class _Between(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(8)
        current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(40, current().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() // 2, self.width(), 1, current().color("line-strong"))


class WizardSteps(QWidget):
    """Emits `chosen(step)` when a step that was done is pressed; steps count from 1."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Stappen")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.steps: list[_StepButton] = []
        for number, word in enumerate(words, 1):
            if number > 1:
                row.addWidget(_Between(), 1)
            step = _StepButton(number, word)
            step.clicked.connect(self._pressed)
            self.steps.append(step)
            row.addWidget(step)

    def show_step(self, now: int, *, locked: bool = False) -> None:
        """Where the wizard is; `locked` when there is no way back."""
        for step in self.steps:
            state = "now" if step.number == now else "done" if step.number < now else "later"
            step.show_state(state)
            if locked:
                step.setEnabled(False)
                step.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, _StepButton):
            self.chosen.emit(button.number)
