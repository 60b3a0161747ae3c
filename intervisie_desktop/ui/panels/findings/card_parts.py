"""The small parts of a finding card: a dotted rule, a line to go to, and the three dots."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from intervisie_desktop.ui.panels.findings.state import LineState
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.label import plain_tip


class Dots(QFrame):
    """A dotted rule across."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dots of one pixel."""
        painter = QPainter(self)
        painter.setPen(QPen(current().color("line-strong"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(0, 0, self.width(), 0)


class LineButton(QPushButton):
    """A person or session behind a card that stands for several; pressed, one goes there."""

    def __init__(self, line: LineState) -> None:
        super().__init__()
        self._line = line
        self.setAccessibleName(f"{line.title}: {line.evidence}")
        self.setToolTip(plain_tip(line.evidence))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, current().px(25))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name and, as far as there is room, the evidence."""
        painter = QPainter(self)
        if self.underMouse():
            paint.box(painter, self.rect(), 4, "hover")
        area = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        width = paint.text(painter, area, self._line.title, Role.META, "ink")
        area.setLeft(area.left() + width + 8)
        if area.width() > 30:
            paint.text(painter, area, self._line.evidence, Role.META, "ink-3")
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), 4)


class MoreButton(Button):
    """The three dots in the corner of a card, no higher than its first line."""

    def __init__(self) -> None:
        super().__init__("", Kind.QUIET, "ellipsis", small=True, name=words.MORE)

    def sizeHint(self) -> QSize:
        """Small."""
        return QSize(current().px(24), current().px(20))
