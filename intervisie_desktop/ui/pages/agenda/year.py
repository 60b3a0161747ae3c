"""The year view: twelve small months with a dot for every session."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.ui.pages.agenda.sheet import DaySheet
from intervisie_desktop.ui.pages.agenda.state import BandTone, Entry
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import group_token

_ROWS = 7
_FREE = {BandTone.HOLIDAY, BandTone.OWN}


class YearView(DaySheet):
    """A year; a day opens with Enter or a double click."""

    def __init__(self) -> None:
        super().__init__("Agenda, jaar")

    def sizeHint(self) -> QSize:
        """Room for four months beside each other."""
        return QSize(current().px(560), current().px(360))

    def cell(self, day: date) -> QRectF:
        """The cell of a day in its month."""
        month = self._month(day.month)
        first = day.replace(day=1)
        number = day.day - 1 + first.weekday()
        width = (month.width() - 16) / 7
        height = (month.height() - self._title()) / _ROWS
        left = month.left() + 8 + number % 7 * width
        top = month.top() + self._title() + (number // 7 + 1) * height
        return QRectF(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Twelve months, and the ring around the day in front."""
        if self.shown is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)
        for day in self.days():
            self._paint_day(painter, day)
        if self.hasFocus():
            paint.focus_ring(painter, self.cell(self.cursor_day()).adjusted(-1, -1, 1, 1), 4)

    def _columns(self) -> int:
        """Six beside each other where it is wide, or low enough to need it."""
        theme, room = current(), self.viewport().size()
        is_low = room.height() < theme.px(520) and room.width() >= theme.px(840)
        return 6 if is_low or room.width() >= theme.px(1200) else 4

    def _month(self, month: int) -> QRectF:
        columns = self._columns()
        rows = 12 // columns
        room = self.viewport().rect()
        width, height = (room.width() - 16) / columns, (room.height() - 12) / rows
        column, row = (month - 1) % columns, (month - 1) // columns
        return QRectF(8 + column * width, 6 + row * height, width, height)

    def _title(self) -> int:
        return current().px(24)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        area = self._month(month)
        title = QRectF(area.left() + 10, area.top(), area.width() - 16, self._title())
        paint.text(painter, title, counts.capital(counts.MONTHS[month - 1]), Role.CARD)
        if self.shown is None:
            return
        first = date(self.shown.first.year, month, 1)
        row = self.cell(first).height()
        width = (area.width() - 16) / 7
        for number, name in enumerate(counts.SHORT_WEEKDAYS):
            left = area.left() + 8 + number * width
            cell = QRectF(left, area.top() + self._title(), width, row)
            paint.text(painter, cell, name, Role.MICRO, "ink-3", Qt.AlignmentFlag.AlignHCenter)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, cell = current(), self.cell(day)
        if self.shown is None:
            return
        tones = {band.tone for band in self.shown.bands_on(day)}
        if BandTone.SCHOOL in tones:
            painter.fillRect(cell, theme.color("waarschuwing-soft"))
        if day == self.shown.today:
            paint.box(painter, cell, 4, "accent-soft", "accent", 1.5)
        free = tones & _FREE
        ink = "fout" if free else "ink-3" if day.weekday() >= 5 else "ink-2"
        sessions = self.sessions(day)
        if sessions and cell.height() < theme.px(19):
            self._paint_tight(painter, cell, day, sessions[0])
            return
        dot = max(2.5, min(4.0, cell.height() / 6))
        number = cell.adjusted(0, 0, 0, -dot * 2 if sessions else 0)
        role = Role.MICRO_STRONG if sessions else Role.MICRO
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, number, str(day.day), role, "ink" if sessions else ink, middle)
        shown = sessions[:4]
        left = cell.center().x() - (len(shown) - 1) * dot * 1.3
        for place, entry in enumerate(shown):
            point = QPointF(left + place * dot * 2.6, cell.bottom() - dot - 1)
            self._paint_dot(painter, point, dot - 0.5, entry)

    def _paint_dot(self, painter: QPainter, point: QPointF, radius: float, entry: Entry) -> None:
        theme = current()
        color = theme.color(group_token(entry.colour))
        done = entry.state in {SessionState.HELD, SessionState.CLOSED}
        off = entry.state is SessionState.CANCELLED
        painter.setPen(QPen(theme.color("line-strong") if off else color, 1.5))
        painter.setBrush(color if done else theme.color("surface"))
        painter.drawEllipse(point, radius, radius)

    def _paint_tight(self, painter: QPainter, cell: QRectF, day: date, entry: Entry) -> None:
        """Without room for a dot the number itself stands in the tone of the group."""
        token = group_token(entry.colour)
        box = cell.adjusted(3, 0, -3, 0)
        paint.box(painter, box, 3, f"{token}-soft", token)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, cell, str(day.day), Role.MICRO_STRONG, token, middle)
