"""The uurbalk: hours made, planned and proposed on the way to a target; the recurring graphic."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import paint


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes made, planned on top of that, proposed on top of that, and the target."""

    made: int
    planned: int = 0
    proposed: int = 0
    target: int = 480

    @property
    def forecast(self) -> int:
        """Made and planned."""
        return self.made + self.planned

    @property
    def short(self) -> int:
        """What is missing with everything that is planned and proposed."""
        return max(0, self.target - self.forecast - self.proposed)

    def spoken(self) -> str:
        """In words, for a screen reader."""
        parts = [f"{counts.hours_word(self.made)} geregistreerd"]
        if self.planned:
            parts.append(f"{counts.hours_word(self.planned)} gepland")
        if self.proposed:
            parts.append(f"{counts.hours_word(self.proposed)} voorgesteld")
        if self.target:
            parts.append(f"doel {counts.hours_word(self.target)}")
        if self.short:
            parts.append(f"tekort {counts.hours_word(self.short)}")
        return ", ".join(parts)


def paint_hours(painter: QPainter, rect: QRectF, hours: Hours, height: int = 6) -> None:
    """Draw the bar across the rectangle, centred in height; the scale runs to 1.5 times target."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = round(rect.center().y() - height / 2)
    track = QRectF(rect.left(), top, rect.width(), height)
    whole = max(hours.target * 3 // 2, hours.forecast + hours.proposed, 1)
    shape = QPainterPath()
    shape.addRoundedRect(track, 2, 2)
    painter.setClipPath(shape)
    painter.fillRect(track, theme.color("line"))
    made = _part(track, 0, hours.made, whole)
    planned = _part(track, hours.made, hours.forecast, whole)
    painter.fillRect(made, theme.color("accent"))
    if hours.planned:
        paint.hatch(painter, planned, "accent")
        _outline(painter, planned, "accent")
    reached = hours.forecast + hours.proposed
    if hours.proposed:
        box = _part(track, hours.forecast, reached, whole)
        painter.fillRect(box, theme.color("surface"))
        _outline(painter, box, "accent", Qt.PenStyle.DashLine)
    if hours.short:
        well = _part(track, reached, hours.target, whole)
        painter.fillRect(well, theme.color("fout-soft"))
        _outline(painter, well, "fout")
    painter.setClipping(False)
    if hours.target:
        at = round(track.left() + track.width() * hours.target / whole)
        tick = QRectF(at - 1, track.top() - 3, 2, height + 6)
        painter.fillRect(tick, theme.color("ink"))
    painter.restore()


def _part(track: QRectF, start: int, end: int, whole: int) -> QRectF:
    left = track.left() + track.width() * start / whole
    width = track.width() * (end - start) / whole
    return QRectF(left, track.top(), width, track.height())


def _outline(
    painter: QPainter, box: QRectF, token: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> None:
    painter.setPen(QPen(current().color(token), 1, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class HourBar(QWidget):
    """The bar as a widget, 6 or 8 high."""

    def __init__(self, hours: Hours, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_hours(hours)
        current().changed.connect(self.update)

    def show_hours(self, hours: Hours) -> None:
        """Show other hours."""
        self._hours = hours
        self.setAccessibleName(hours.spoken())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the tick above and below."""
        return QSize(120, self._height + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        paint_hours(QPainter(self), QRectF(self.rect()), self._hours, self._height)
