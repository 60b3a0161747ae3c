"""The Jaarstrook: every group over the weeks of a year; a click or an arrow jumps."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.ui.pages.agenda.state import StripState
from intervisie_desktop.ui.pages.agenda.views import Index, PaintedView
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import group_token

MOST_ROWS = 7
"""So many groups are shown at once; more can be scrolled to."""


class YearStrip(PaintedView):
    """Emits `jumped(day)` with the Monday of a week (or 1 January)."""

    jumped = Signal(object)

    def __init__(self) -> None:
        super().__init__("Jaarstrook")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._state: StripState | None = None

    def show_state(self, state: StripState) -> None:
        """Show a year; the week in front becomes the current one."""
        self._state = state
        self.setAccessibleName(f"Jaarstrook {state.year}")
        self.spoken.show_rows([(w.monday.isoformat(), w.spoken) for w in state.weeks])
        first = state.shown[0]
        self.make_current((first - timedelta(days=first.weekday())).isoformat())
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometries()

    def sizeHint(self) -> QSize:
        """Months and rows."""
        rows = len(self._state.rows) if self._state else 1
        lines = max(1, min(rows, MOST_ROWS))
        return QSize(current().px(560), self._head() + lines * self._row() + 6)

    def minimumSizeHint(self) -> QSize:
        """May be narrower."""
        return QSize(200, self.sizeHint().height())

    def updateGeometries(self) -> None:
        """Scroll when there are more groups than rows."""
        if getattr(self, "_state", None) is not None and self._state is not None:
            room = self.viewport().height() - self._head() - 4
            most = len(self._state.rows) * self._row() - room
            self.verticalScrollBar().setRange(0, max(0, most))
            self.verticalScrollBar().setSingleStep(self._row())
        super().updateGeometries()

    def restyle(self) -> None:
        """Measure and draw again with the theme of now."""
        self.setFixedHeight(self.sizeHint().height())
        super().restyle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The months stay, so all is drawn again."""
        self.viewport().update()

    def scrollTo(self, index: Index, hint: object = None) -> None:
        """Weeks lie beside each other; nothing to scroll."""

    def area_of(self, row: int) -> QRectF:
        """The column of a week."""
        if self._state is None or not 0 <= row < len(self._state.weeks):
            return QRectF()
        monday = self._state.weeks[row].monday
        left, right = self._x(monday), self._x(monday + timedelta(days=7))
        top = self._head() - 3
        return QRectF(left, top, right - left, self.viewport().height() - top - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go week by week, Home and End to the ends of the year."""
        row, last = self.currentIndex().row(), self.spoken.rowCount() - 1
        targets = {
            Qt.Key.Key_Left: row - 1,
            Qt.Key.Key_Right: row + 1,
            Qt.Key.Key_PageUp: row - 4,
            Qt.Key.Key_PageDown: row + 4,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            self._jump(min(max(0, target), last))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click jumps to the week under it."""
        row = self.row_at(event.position().toPoint())
        if row >= 0:
            self._jump(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer tells that weeks can be pressed."""
        over = self.row_at(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click did it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll through the groups when there are many."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Months, holidays, rows, today, and the frame around what is in front."""
        if self._state is None:
            return
        painter = QPainter(self.viewport())
        state, theme = self._state, current()
        bottom = self.viewport().height() - 4
        body = QRectF(0, self._head(), self.viewport().width(), bottom - self._head())
        for first, last in state.school:
            left, right = self._x(first), self._x(last + timedelta(days=1))
            area = QRectF(left, body.top(), right - left, body.height())
            painter.fillRect(area, theme.color("waarschuwing-soft"))
        for month in range(1, 13):
            left = self._x(date(state.year, month, 1))
            area = QRectF(left + 2, 0, theme.px(40), self._head() - 4)
            paint.text(painter, area, counts.SHORT_MONTHS[month - 1], Role.MICRO, "ink-3")
        painter.save()
        painter.setClipRect(body.adjusted(0, -6, 0, 6))
        self._paint_rows(painter)
        painter.restore()
        if state.today.year == state.year:
            x = self._x(state.today)
            painter.fillRect(QRectF(x, body.top() - 2, 2, body.height() + 4), theme.color("ink"))
        self._paint_frame(painter, body)

    def _paint_rows(self, painter: QPainter) -> None:
        if self._state is None:
            return
        theme = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self._state.rows):
            y = self._y(number)
            if not -self._row() < y < self.viewport().height() + self._row():
                continue
            area = QRectF(2, y - self._row() / 2, self._gutter() - 6, self._row())
            paint.text(painter, area, row.code or row.name, Role.TAG, group_token(row.colour))
            line = QRectF(self._x0(), round(y), self._width(), 1)
            painter.fillRect(line, theme.color("line"))
        radius = theme.px(4)
        for dot in self._state.dots:
            color = theme.color(group_token(self._state.rows[dot.row].colour))
            done = dot.state in {SessionState.HELD, SessionState.CLOSED}
            painter.setPen(QPen(color, 1.6))
            painter.setBrush(color if done else theme.color("surface"))
            x = self._x(dot.day) + self._width() / 730
            painter.drawEllipse(QPointF(x, self._y(dot.row) + 0.5), radius, radius)

    def _paint_frame(self, painter: QPainter, body: QRectF) -> None:
        if self._state is None:
            return
        first, last = self._state.shown
        if first.year == last.year and (last - first).days > 300:
            return
        left, right = self._x(first), self._x(last + timedelta(days=1))
        frame = QRectF(left - 1, body.top() - 2, max(6, right - left + 2), body.height() + 4)
        paint.box(painter, frame, 4, "", "accent", 2)
        if self.hasFocus():
            paint.focus_ring(painter, frame.adjusted(-4, -3, 4, 3), 6)

    def _jump(self, row: int) -> None:
        if self._state is None or not 0 <= row < len(self._state.weeks):
            return
        monday = self._state.weeks[row].monday
        # The first week may begin in the year before; the strip stays in its own year.
        self.jumped.emit(max(monday, date(self._state.year, 1, 1)))

    def _head(self) -> int:
        return current().px(20)

    def _row(self) -> int:
        return current().px(15)

    def _gutter(self) -> int:
        return current().px(40)

    def _x0(self) -> float:
        return float(self._gutter())

    def _width(self) -> float:
        return self.viewport().width() - self._x0() - 8

    def _x(self, day: date) -> float:
        year = self._state.year if self._state else day.year
        first, after = date(year, 1, 1), date(year + 1, 1, 1)
        part = (day - first).days / (after - first).days
        return self._x0() + min(max(0.0, part), 1.0) * self._width()

    def _y(self, row: int) -> float:
        return self._head() + row * self._row() + self._row() / 2 - self.verticalOffset()
