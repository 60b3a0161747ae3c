"""The month view: weeks under each other, sessions as lines that can be dragged."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.ui.pages.agenda.grid_paint import BAND_LOOKS
from intervisie_desktop.ui.pages.agenda.sheet import DaySheet
from intervisie_desktop.ui.pages.agenda.state import BandTone, Entry, EntryKind
from intervisie_desktop.ui.pages.agenda.views import stripes
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import group_token


class MonthView(DaySheet):
    """A month; dragging a session to another day moves it there at the same time."""

    def __init__(self) -> None:
        super().__init__("Agenda, maand")
        self._dragged: Entry | None = None
        self._over: date | None = None
        self._pressed = QPoint()

    def sizeHint(self) -> QSize:
        """Room for six weeks."""
        return QSize(current().px(560), current().px(360))

    def cell(self, day: date) -> QRectF:
        """The cell of a day."""
        if self.shown is None:
            return QRectF()
        number = (day - self.shown.first).days
        weeks = max(1, len(self.days()) // 7)
        gutter, head = self._gutter(), self._head()
        width = (self.viewport().width() - gutter) / 7
        height = (self.viewport().height() - head) / weeks
        column, row = number % 7, number // 7
        left, top = round(gutter + column * width), round(head + row * height)
        right, bottom = round(gutter + (column + 1) * width), round(head + (row + 1) * height)
        return QRectF(left, top, right - left, bottom - top)

    def chip(self, day: date, number: int) -> QRectF:
        """The line of an entry in its cell; empty when there is no room."""
        cell, line = self.cell(day), current().px(19)
        top = cell.top() + self._band_bottom(day) + number * line
        area = QRectF(cell.left() + 4, top, cell.width() - 7, line - 2)
        return area if area.bottom() <= cell.bottom() - 2 else QRectF()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, cells, and the ring around the day in front."""
        if self.shown is None:
            return
        painter = QPainter(self.viewport())
        middle = Qt.AlignmentFlag.AlignLeft
        for day in self.days()[:7]:
            cell = self.cell(day)
            area = QRectF(cell.left() + 9, 0, cell.width() - 12, self._head())
            name = counts.WEEKDAYS[day.weekday()]
            narrow = paint.width_of(name, Role.META) > area.width()
            short = counts.SHORT_WEEKDAYS[day.weekday()] if narrow else name
            paint.text(painter, area, short, Role.META, "ink-3", middle)
        for day in self.days():
            self._paint_day(painter, day)
        if self._over is not None and self._dragged is not None:
            style = Qt.PenStyle.DashLine
            area = self.cell(self._over).adjusted(2, 2, -2, -2)
            paint.box(painter, area, 6, "", "accent", 2, style)
        if self.hasFocus():
            paint.focus_ring(painter, self.cell(self.cursor_day()).adjusted(2, 2, -1, -1), 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a session up."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()
        self._dragged = self.session_at(event.position())
        self._over = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would go."""
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= 5
        if self._dragged is not None and far:
            self._over = self.day_at(event.position())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down on the day under the pointer."""
        dragged, over = self._dragged, self._over
        self._dragged = self._over = None
        self.viewport().update()
        if dragged is not None and over is not None and over != dragged.day:
            self.moved.emit(dragged.key, over, dragged.start)

    def _head(self) -> int:
        return current().px(30)

    def _gutter(self) -> int:
        return current().px(34)

    def _band_bottom(self, day: date) -> int:
        """How far down the entries of a cell begin."""
        line = current().px(18)
        return current().px(26) + (line if self._marks(day) else 0)

    def _marks(self, day: date) -> list[tuple[str, BandTone]]:
        bands = self.shown.bands_on(day) if self.shown else ()
        order = [BandTone.HOLIDAY, BandTone.OWN, BandTone.CLOCK, BandTone.SCHOOL, BandTone.BUSY]
        found = [(band.words.partition(",")[0], band.tone) for band in bands]
        return sorted(found, key=lambda mark: order.index(mark[1]))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, cell = current(), self.cell(day)
        if self.shown is None:
            return
        is_other = day.month != self.shown.anchor.month
        if day.weekday() >= 5 or is_other:
            painter.fillRect(cell, theme.color("surface-2"))
        painter.fillRect(QRectF(cell.left(), cell.top(), cell.width(), 1), theme.color("line"))
        painter.fillRect(QRectF(cell.left(), cell.top(), 1, cell.height()), theme.color("line"))
        if day.weekday() == 0:
            area = QRectF(0, cell.top() + 3, self._gutter(), theme.px(20))
            week, middle = str(counts.week(day)), Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, area, week, Role.MICRO, "ink-3", middle)
        self._paint_number(painter, cell, day, is_other=is_other)
        self._paint_mark(painter, cell, day)
        self._paint_entries(painter, day)

    def _paint_mark(self, painter: QPainter, cell: QRectF, day: date) -> None:
        """The most telling band of a day; its words stand where it begins in a week."""
        marks = self._marks(day)
        if not marks:
            return
        words, tone = marks[0]
        before = day - timedelta(days=1)
        goes_on = day.weekday() > 0 and marks[0] in self._marks(before)[:1]
        fill, ink, _ = BAND_LOOKS[tone]
        left = cell.left() + (1 if goes_on else 4)
        top = cell.top() + current().px(24)
        area = QRectF(left, top, cell.right() - left, current().px(16))
        if fill:
            painter.fillRect(area, current().color(fill))
        else:
            stripes(painter, area, 3)
        if not goes_on:
            paint.text(painter, area.adjusted(5, 0, -2, 0), words, Role.MICRO, ink)

    def _paint_number(self, painter: QPainter, cell: QRectF, day: date, *, is_other: bool) -> None:
        theme = current()
        area = QRectF(cell.left() + 9, cell.top() + 3, cell.width() - 14, theme.px(20))
        is_today = self.shown is not None and day == self.shown.today
        role = Role.STRONG if is_today else Role.BODY
        ink = "accent" if is_today else "ink-3" if is_other else "ink"
        words = str(day.day) if day.day > 1 else counts.day_short(day)
        drawn = paint.text(painter, area, words, role, ink)
        if is_today:
            line = QRectF(area.left(), area.bottom() - 2, drawn, 2)
            painter.fillRect(line, theme.color("accent"))

    def _paint_entries(self, painter: QPainter, day: date) -> None:
        entries = self.by_day.get(day, ())
        shown = [e for n, e in enumerate(entries) if not self.chip(day, n).isEmpty()]
        front = self.chosen_session() if day == self.cursor_day() and self.hasFocus() else ""
        for number, entry in enumerate(shown):
            self._paint_chip(painter, self.chip(day, number), entry, front=entry.key == front)
        rest = len(entries) - len(shown)
        if rest:
            cell = self.cell(day)
            area = QRectF(cell.left(), cell.top() + 3, cell.width() - 6, current().px(20))
            right = Qt.AlignmentFlag.AlignRight
            paint.text(painter, area, f"+{rest}", Role.MICRO_STRONG, "ink-2", right)

    def _paint_chip(self, painter: QPainter, area: QRectF, entry: Entry, *, front: bool) -> None:
        time = counts.clock(entry.start)
        if entry.kind is EntryKind.BUSY:
            stripes(painter, area, 3)
            words = f"{time} {entry.title}"
            paint.text(painter, area.adjusted(7, 0, -2, 0), words, Role.MICRO, "ink-3")
            return
        token = group_token(entry.colour)
        off = entry.state is SessionState.CANCELLED
        if off:
            paint.box(painter, area, 3, "surface", "line-strong", 1, Qt.PenStyle.DashLine)
        else:
            paint.box(painter, area, 3, f"{token}-soft")
            bar = QRectF(area.left(), area.top(), 3, area.height())
            painter.fillRect(bar, current().color(token))
        words = f"{time} {entry.title}" + (f", {entry.state_word}" if off else "")
        ink = "ink-3" if off else "ink"
        paint.text(painter, area.adjusted(8, 0, -2, 0), words, Role.MICRO, ink)
        if front:
            point = QPointF(area.left(), area.top())
            ring = QRectF(point, area.size())
            paint.box(painter, ring, 3, "", "focus", 1.5)
