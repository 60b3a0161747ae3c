"""Where days, hours and entries lie in the day and week view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

from intervisie_desktop.ui.pages.agenda.layout import SHORTEST
from intervisie_desktop.ui.pages.agenda.state import Band, CalendarState, Entry
from intervisie_desktop.ui.theme.tokens import current

DAY_MINUTES = 24 * 60
FIRST_HOUR = 8
HOURS_SHOWN = 10.2
SNAP = 15
_WEEKEND = 0.46


@dataclass(frozen=True)
class Geometry:
    """Rectangles of one painting; all lengths in pixels of the viewport."""

    state: CalendarState
    width: float
    height: float
    scroll: float = 0

    @property
    def days(self) -> list[date]:
        """The days, one column each."""
        count = (self.state.last - self.state.first).days + 1
        return [self.state.first + timedelta(days=n) for n in range(count)]

    @property
    def gutter(self) -> float:
        """The width of the times at the left."""
        return current().px(46)

    @property
    def head(self) -> float:
        """The height of the day names."""
        return current().px(42)

    @property
    def band_height(self) -> float:
        """The height of one row of whole-day bands."""
        return current().px(22)

    @property
    def lane(self) -> float:
        """The height of the whole-day lane; room for two rows at least."""
        rows = max((band.row for band in self.state.bands), default=0) + 1
        return max(2, min(rows, 4)) * self.band_height + 6

    @property
    def top(self) -> float:
        """Where the hours begin."""
        return self.head + self.lane

    @property
    def hour(self) -> float:
        """The height of an hour: ten of them fill the room, unless that is too little."""
        return float(max(current().px(40), int((self.height - self.top) / HOURS_SHOWN)))

    @property
    def most_scroll(self) -> int:
        """How far the hours can be scrolled."""
        return max(0, int(self.hour * 24 - (self.height - self.top)) + 1)

    def column(self, day: date) -> tuple[float, float]:
        """Left and width of a day; the weekend is narrow."""
        days = self.days
        weights = [_WEEKEND if d.weekday() >= 5 and len(days) > 1 else 1.0 for d in days]
        room = (self.width - self.gutter) / sum(weights)
        number = (day - self.state.first).days
        lefts = [round(self.gutter + sum(weights[:n]) * room) for n in range(len(days) + 1)]
        return lefts[number], lefts[number + 1] - lefts[number]

    def y_of(self, minute: float) -> float:
        """The height of a minute."""
        return self.top + minute * self.hour / 60 - self.scroll

    def slot(self, day: date, start: int, end: int) -> QRectF:
        """A stretch of a day over the whole column."""
        left, width = self.column(day)
        top = self.y_of(start)
        return QRectF(left, top, width, self.y_of(end) - top)

    def entry(self, entry: Entry) -> QRectF:
        """Where an entry lies; empty on a day that is not shown."""
        if not self.state.first <= entry.day <= self.state.last:
            return QRectF()
        whole = self.slot(entry.day, entry.start, max(entry.end, entry.start + SHORTEST))
        room = (whole.width() - 8) / entry.lanes
        left = whole.left() + 4 + entry.lane * room
        gap = 2 if entry.lanes > 1 and entry.lane < entry.lanes - 1 else 0
        return QRectF(round(left), round(whole.top()) + 1, round(room - gap), whole.height() - 1)

    def band(self, band: Band) -> QRectF:
        """Where a whole-day band lies."""
        first = max(band.first, self.state.first)
        last = min(band.last, self.state.last)
        left = self.column(first)[0] + 3
        end, width = self.column(last)
        top = self.head + 4 + band.row * self.band_height
        return QRectF(left, top, end + width - 3 - left, self.band_height - 3)

    def day_at(self, point: QPointF) -> date:
        """The day of the column nearest to a point."""
        for day in self.days:
            left, width = self.column(day)
            if point.x() < left + width:
                return day
        return self.state.last

    def minute_at(self, point: QPointF) -> int:
        """The minute at a point, on a quarter."""
        minute = (point.y() - self.top + self.scroll) * 60 / self.hour
        return min(max(0, int(minute // SNAP) * SNAP), DAY_MINUTES - SNAP)

    def in_body(self, point: QPointF) -> bool:
        """True below the heads and right of the times."""
        return point.y() >= self.top and point.x() >= self.gutter
