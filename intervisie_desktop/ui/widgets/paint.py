"""The few strokes every painted widget shares: boxes, focus ring, keycap, hatch."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from intervisie_desktop.ui.theme.tokens import Role, current


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: str = "",
    line: str = "",
    width: float = 1.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded box filled and outlined with tokens; the line lies inside the rectangle."""
    theme = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if line else 0.0
    inside = QRectF(rect).adjusted(half, half, -half, -half)
    pen = QPen(theme.color(line), width, style) if line else QPen(Qt.PenStyle.NoPen)
    if style is Qt.PenStyle.DashLine:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, radius, radius)


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float = 6) -> None:
    """The 2 px ring of what has the focus, just inside the rectangle."""
    box(painter, rect, radius, line="focus", width=2)


def keycap_width(text: str) -> int:
    """How wide a keycap with this text is."""
    return QFontMetrics(current().font(Role.MICRO)).horizontalAdvance(text) + 10


def keycap(painter: QPainter, right: float, middle: float, text: str, token: str = "ink") -> None:
    """A key drawn as a small outlined cap that ends at `right`, around the height `middle`."""
    width = keycap_width(text)
    height = current().px(17)
    rect = QRectF(right - width, round(middle - height / 2), width, height)
    color = current().color(token)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QColor(color)
    outline.setAlphaF(0.75)
    painter.setPen(QPen(outline, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    painter.setPen(color)
    painter.setFont(current().font(Role.MICRO))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def hatch(painter: QPainter, rect: QRectF, token: str, back: str = "surface") -> None:
    """Fill with slanted lines: planned, expected or busy."""
    theme = current()
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, theme.color(back))
    # Lines of our own: a Qt pattern is as fine as the screen and fades away on fine ones.
    painter.setPen(QPen(theme.color(token), 1.4))
    height = rect.height()
    step = 5.0
    left = rect.left() - height
    while left < rect.right():
        top = QPointF(left + height, rect.top())
        painter.drawLine(QPointF(left, rect.bottom()), top)
        left += step
    painter.restore()


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    role: Role = Role.BODY,
    token: str = "ink",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """One line of text, elided to the rectangle and centred in height; gives its width."""
    theme = current()
    font = theme.font(role, words)
    painter.setFont(font)
    painter.setPen(theme.color(token))
    metrics = QFontMetrics(font)
    area = QRectF(rect)
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, int(flags), short)
    return metrics.horizontalAdvance(short)


def width_of(words: str, role: Role = Role.BODY) -> int:
    """How wide a text is in the font of a role."""
    return QFontMetrics(current().font(role, words)).horizontalAdvance(words)
