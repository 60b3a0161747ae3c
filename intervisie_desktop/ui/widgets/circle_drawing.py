"""The line drawing of the first start: seven people round a table with one sheet of paper."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from intervisie_desktop.ui.theme.tokens import current

PEOPLE = 7
SIDE = 260.0
"""The drawing is made in a square of this side and scaled to the room there is."""
_TABLE = 71.5
_RING = 107.0
_LEADER = 1


class CircleDrawing(QWidget):
    """A circle of equals, one of whom leads; decoration, so a screen reader passes it by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The size of the design."""
        return QSize(int(SIDE), int(SIDE))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the lowest window."""
        return QSize(80, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw table, people, sheet and pen in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.rect().center())
        scale = min(self.width(), self.height(), SIDE) / SIDE
        painter.scale(scale, scale)
        self._table(painter)
        for seat in range(PEOPLE):
            painter.save()
            painter.rotate(360.0 * seat / PEOPLE)
            painter.translate(0, -_RING)
            self._person(painter, leads=seat == _LEADER)
            painter.restore()
        self._sheet(painter)
        self._pen(painter)

    def _table(self, painter: QPainter) -> None:
        _ink(painter, "line-strong", 1.5)
        painter.setBrush(current().color("surface"))
        painter.drawEllipse(QPointF(), _TABLE, _TABLE)

    def _person(self, painter: QPainter, *, leads: bool) -> None:
        """Shoulders seen from above, with the head inside; the table is below."""
        shoulders = QPainterPath()
        shoulders.moveTo(-18, 8)
        shoulders.quadTo(-23, 8, -23, 2)
        shoulders.cubicTo(-22, -13, -12, -20.5, 0, -20.5)
        shoulders.cubicTo(12, -20.5, 22, -13, 23, 2)
        shoulders.quadTo(23, 8, 18, 8)
        shoulders.closeSubpath()
        _ink(painter, "accent" if leads else "ink", 1.5)
        painter.setBrush(current().color("accent-soft" if leads else "canvas"))
        painter.drawPath(shoulders)
        painter.setBrush(current().color("accent" if leads else "surface"))
        painter.drawEllipse(QPointF(0, -7.5), 10.6, 10.6)

    def _sheet(self, painter: QPainter) -> None:
        painter.save()
        painter.rotate(-8)
        paper = QRectF(-25, -32, 50, 64)
        _ink(painter, "ink", 1.5)
        painter.setBrush(current().color("canvas"))
        painter.drawRoundedRect(paper, 3, 3)
        for line in range(6):
            _ink(painter, "accent" if line == 0 else "line-strong", 1.2)
            height = -20 + line * 9.0
            length = 33.0 if line < 5 else 16.0
            painter.drawLine(QPointF(-16.5, height), QPointF(-16.5 + length, height))
        painter.restore()

    def _pen(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(31, 18)
        painter.rotate(math.degrees(math.atan2(-28, 23)))
        barrel = QPainterPath(QPointF(0, 0))
        for x, y in ((9, -4), (36, -4), (36, 4), (9, 4)):
            barrel.lineTo(x, y)
        barrel.closeSubpath()
        _ink(painter, "accent", 1.4)
        painter.setBrush(current().color("accent-soft"))
        painter.drawPath(barrel)
        painter.drawLine(QPointF(0, 0), QPointF(9, 0))
        painter.restore()


def _ink(painter: QPainter, token: str, width: float) -> None:
    pen = QPen(current().color(token), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
