"""Twelve months as bars: solid for what is there, hatched on top for what is still expected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
_LINES = 3


@dataclass(frozen=True, slots=True)
class MonthBar:
    """One month; `spoken` is what a screen reader says of it, empty when there is nothing."""

    name: str
    solid: int
    hatched: int
    now: bool
    spoken: str = ""


class MonthBars(QWidget):
    """A chart of a year; the axis says `said(value)` at every line.

    Lines lie at whole numbers of `unit`: 1 for sessions, 100000 cents for thousands of euros.
    """

    def __init__(self, said: Callable[[int], str] = str, unit: int = 1) -> None:
        super().__init__()
        self._said = said
        self._unit = unit
        self._months: tuple[MonthBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(current().px(104))
        current().changed.connect(self.update)

    def show_months(self, months: Sequence[MonthBar]) -> None:
        """Other months."""
        self._months = tuple(months)
        self.setAccessibleName("; ".join(month.spoken for month in months if month.spoken))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, bars and the names of the months."""
        if not self._months:
            return
        painter, theme = QPainter(self), current()
        step, top = self._scale()
        left, foot = theme.px(24), theme.px(20)
        area = QRectF(left, 7, self.width() - left, self.height() - foot - 9)
        for value in range(0, top + 1, step):
            y = area.bottom() - area.height() * value / top
            painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), theme.color("line"))
            label = QRectF(0, y - 8, left - 8, 16)
            paint.text(painter, label, self._said(value), Role.MICRO, "ink-3", _RIGHT)
        slot = area.width() / len(self._months)
        for number, month in enumerate(self._months):
            place = QRectF(area.left() + slot * number, area.top(), slot, area.height())
            self._bar(painter, place, month, top)
            name = QRectF(place.left(), self.height() - foot, slot, foot)
            role = Role.MICRO_STRONG if month.now else Role.MICRO
            token = "ink" if month.now else "ink-3"
            paint.text(painter, name, month.name, role, token, _MIDDLE)

    def _scale(self) -> tuple[int, int]:
        """The distance of the lines and the highest of them: 1, 2 or 5 times a power of ten."""
        highest = max(month.solid + month.hatched for month in self._months)
        most = max(2, -(-highest // self._unit))
        step = 1
        while step * _LINES < most:
            lead = int(str(step)[0])
            step = step * 5 // 2 if lead == 2 else step * 2
        return step * self._unit, step * -(-most // step) * self._unit

    def _bar(self, painter: QPainter, place: QRectF, month: MonthBar, top: int) -> None:
        width = min(place.width() * 0.56, current().px(26))
        left = round(place.center().x() - width / 2)
        high = max(0.0, place.height() * month.solid / top)
        solid = QRectF(left, place.bottom() - high, width, high)
        if month.solid > 0:
            painter.fillRect(solid, current().color("accent"))
        if month.hatched > 0:
            high = place.height() * month.hatched / top
            hatched = QRectF(left, solid.top() - high, width, high)
            paint.hatch(painter, hatched, "accent")
            paint.box(painter, hatched, 1, line="accent")
