"""The day and week view: painted, dragged and led by keys over one model."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)

from intervisie_desktop.ui.pages.agenda import grid_paint, words
from intervisie_desktop.ui.pages.agenda.dragging import Drag
from intervisie_desktop.ui.pages.agenda.geometry import DAY_MINUTES, FIRST_HOUR, SNAP, Geometry
from intervisie_desktop.ui.pages.agenda.state import CalendarState, Entry, EntryKind
from intervisie_desktop.ui.pages.agenda.views import Index, PaintedView
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import paint

SLOT = "slot"
_STEP = 30
_EDGE = 7
_NEW_MINUTES = 120


class Grid(PaintedView):
    """Emits what is asked for; the presenter does it."""

    opened = Signal(str)
    moved = Signal(str, object, int)
    tried = Signal(str, object, int)
    lengthened = Signal(str, int)
    moved_by = Signal(str, int, int)
    lengthened_by = Signal(str, int)
    making = Signal(object, int, int)
    cancelling = Signal(str)
    stepped = Signal(int)
    day_chosen = Signal(object)
    asked = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__("Agenda")
        self.setAccessibleDescription(
            "Pijlen kiezen, Enter opent, N maakt een bijeenkomst, Shift met pijlen verplaatst, "
            "Ctrl en Shift met pijlen verlengt, Del zegt af"
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._state: CalendarState | None = None
        self._day = date.min
        self._minute = 9 * 60
        self._now = 0
        self._drag: Drag | None = None
        self._pressed = QPoint()
        self._was_scrolled = False

    def show_state(self, state: CalendarState, now: int) -> None:
        """Show these days; the cursor stays on its weekday."""
        before, key = self._state, self.current_key()
        self._state, self._now, self._drag = state, now, None
        if before is None or not state.first <= self._day <= state.last:
            offset = min(self._day.weekday(), (state.last - state.first).days)
            fresh = before is None or state.first == state.last
            self._day = state.anchor if fresh else state.first + timedelta(days=offset)
        rows = [(entry.key, entry.spoken) for entry in state.entries]
        rows += [(f"band{n}", f"{band.words}, hele dag") for n, band in enumerate(state.bands)]
        self.spoken.show_rows([*rows, (SLOT, "")])
        self.updateGeometries()
        if key != SLOT and self.spoken.row_of(key) >= 0:
            self.choose(key)
        else:
            self._land(self._day, self._minute)

    def choose(self, key: str) -> None:
        """Bring an entry in front, with the cursor on it."""
        entry = self._entry(key)
        if entry is not None:
            self._day, self._minute = entry.day, entry.start
            self.make_current(key)
            self._bring_into_view(entry.start, entry.end)

    def chosen_session(self) -> str:
        """The session in front, empty when it is something else."""
        entry = self._entry(self.current_key())
        return entry.key if entry and entry.kind is EntryKind.SESSION else ""

    def slot(self) -> tuple[date, int]:
        """The day and minute of the cursor."""
        return self._day, self._minute

    def geometry_now(self) -> Geometry:
        """Where everything lies at this moment."""
        if self._state is None:
            raise RuntimeError("nothing is shown yet")
        size = self.viewport().size()
        return Geometry(self._state, size.width(), size.height(), self.verticalOffset())

    def area_of(self, row: int) -> QRectF:
        """Where a row is drawn."""
        if self._state is None:
            return QRectF()
        where, entries = self.geometry_now(), self._state.entries
        if row < len(entries):
            return where.entry(entries[row])
        if row < len(entries) + len(self._state.bands):
            return where.band(self._state.bands[row - len(entries)])
        return where.slot(self._day, self._minute, self._minute + _STEP)

    def row_at(self, point: QPoint) -> int:
        """The entry or band at a point; the slot is never found by pointing."""
        row = super().row_at(point)
        if self._state is None or self.spoken.key_of(row) == SLOT:
            return -1
        is_entry = row < len(self._state.entries)
        return -1 if is_entry and point.y() < self.geometry_now().top else row

    def sizeHint(self) -> QSize:
        """Room for some hours."""
        return QSize(current().px(560), current().px(360))

    def updateGeometries(self) -> None:
        """Measure the room to scroll in."""
        if getattr(self, "_state", None) is not None:
            bar = self.verticalScrollBar()
            where = self.geometry_now()
            bar.setRange(0, where.most_scroll)
            bar.setPageStep(int(where.height - where.top))
            bar.setSingleStep(int(where.hour / 2))
            if not self._was_scrolled:
                bar.setValue(int(where.hour * FIRST_HOUR - current().px(4)))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the morning at the top until someone scrolled."""
        super().resizeEvent(event)
        self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The heads stay, so all is drawn again."""
        self.viewport().update()

    def scrollTo(self, index: Index, hint: object = None) -> None:
        """Done by the cursor itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, entries, the cursor, and over them the heads."""
        if self._state is None:
            return
        painter = QPainter(self.viewport())
        where = self.geometry_now()
        grid_paint.paint_back(painter, where)
        painter.save()
        body = QRectF(where.gutter, where.top, where.width, where.height - where.top)
        painter.setClipRect(body)
        dragged = self._drag.entry if self._drag and self._drag.moved else None
        for entry in self._state.entries:
            area = where.entry(entry)
            if area.intersects(body):
                grid_paint.paint_entry(painter, area, entry, ghost=entry is dragged)
        grid_paint.paint_now(painter, where, self._now)
        if self._drag is not None and self._drag.moved:
            grid_paint.paint_drag(painter, where, self._drag)
        self._paint_cursor(painter)
        painter.restore()
        grid_paint.paint_heads(painter, where)
        for band in self._state.bands:
            grid_paint.paint_band(painter, where.band(band), band)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, with Shift what is in front; Enter, N and Delete."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        session = self.chosen_session()
        if key is Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.viewport().update()
        elif key in _ARROWS and shift:
            self._shift(session, *_ARROWS[key], longer=control)
        elif key in _ARROWS and not control:
            self._go(*_ARROWS[key])
        elif key in _PAGES and not control:
            self.stepped.emit(_PAGES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self._enter(session)
        elif key is Qt.Key.Key_N and not control:
            self._make_here()
        elif key is Qt.Key.Key_Delete and session:
            self.cancelling.emit(session)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag a session, its lower edge, or an empty stretch."""
        point = event.position()
        if event.button() is not Qt.MouseButton.LeftButton or self._state is None:
            return
        where = self.geometry_now()
        self._pressed = point.toPoint()
        if not where.in_body(point):
            return
        entry = self._entry_at(point)
        day, minute = where.day_at(point), where.minute_at(point)
        if entry is None:
            self._land(day, minute)
            self._drag = Drag(None, is_edge=False, day=day, start=minute, end=minute + SNAP)
            return
        self.choose(entry.key)
        if entry.kind is EntryKind.SESSION:
            edge = where.entry(entry).bottom() - point.y() <= _EDGE
            grip = minute - entry.start
            self._drag = Drag(entry, edge, entry.day, entry.start, entry.end, grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag along; the pointer tells what would be dragged."""
        point = event.position()
        if self._state is None:
            return
        if self._drag is None:
            self._show_pointer(point)
            return
        far = (point.toPoint() - self._pressed).manhattanLength() >= 5
        self._drag.moved = self._drag.moved or far
        if self._drag.moved:
            self._drag.pull(self.geometry_now(), QPointF(self._pressed), point)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: move, lengthen or make."""
        drag, self._drag = self._drag, None
        self.viewport().update()
        if self._state is not None and event.position().y() < self.geometry_now().head:
            self.day_chosen.emit(self.geometry_now().day_at(event.position()))
        if drag is None or not drag.moved:
            return
        if drag.entry is None:
            self.making.emit(drag.day, drag.start, drag.end)
        elif drag.is_edge:
            self.lengthened.emit(drag.entry.key, drag.end)
        else:
            # With Alt the session is not moved but tried there.
            is_try = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            signal = self.tried if is_try else self.moved
            signal.emit(drag.entry.key, drag.day, drag.start)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a session, or make one in an empty place."""
        self._drag = None
        if self._state is None or not self.geometry_now().in_body(event.position()):
            return
        entry = self._entry_at(event.position())
        if entry is None:
            self._make_here()
        elif entry.kind is EntryKind.SESSION:
            self.opened.emit(entry.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what is in front."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        elif (entry := self._entry_at(QPointF(place))) is not None:
            self.choose(entry.key)
        self.asked.emit(self.chosen_session(), self.viewport().mapToGlobal(place))

    def _entry(self, key: str) -> Entry | None:
        entries = self._state.entries if self._state else ()
        return next((entry for entry in entries if entry.key == key), None)

    def _entry_at(self, point: QPointF) -> Entry | None:
        row = self.row_at(point.toPoint())
        entries = self._state.entries if self._state else ()
        return entries[row] if 0 <= row < len(entries) else None

    def _go(self, days: int, quarters: int) -> None:
        """The cursor by a day or half an hour; over an entry to its end or begin."""
        entry = self._entry(self.current_key())
        if quarters:
            minute = self._minute + quarters * _STEP
            if entry is not None:
                minute = entry.end if quarters > 0 else entry.start - _STEP
            self._land(self._day, min(max(0, minute), DAY_MINUTES - _STEP))
            return
        beside = self._beside(entry, days) if entry is not None else None
        if beside is not None:
            self.choose(beside.key)
            return
        day = self._day + timedelta(days=days)
        if self._state is not None and not self._state.first <= day <= self._state.last:
            self._day = day
            self.stepped.emit(days)
            return
        self._land(day, self._minute, from_left=days > 0)

    def _beside(self, entry: Entry, step: int) -> Entry | None:
        """The entry in the next lane at the same time."""
        entries = self._state.entries if self._state else ()
        for other in entries:
            together = other.start < entry.end and entry.start < other.end
            if other.day == entry.day and together and other.lane == entry.lane + step:
                return other
        return None

    def _land(self, day: date, minute: int, *, from_left: bool = True) -> None:
        """Put the cursor somewhere; an entry there comes in front, else the empty slot."""
        self._day, self._minute = day, minute
        entries = self._state.entries if self._state else ()
        here = [e for e in entries if e.day == day and e.start < minute + _STEP and minute < e.end]
        if here:
            entry = min(here, key=lambda e: e.lane if from_left else -e.lane)
            self.make_current(entry.key)
            self._bring_into_view(entry.start, entry.end)
            return
        bands = self._state.bands_on(day) if self._state else ()
        self.spoken.say_last(words.say_slot(day, minute, [band.words for band in bands]))
        self.make_current(SLOT)
        self._bring_into_view(minute, minute + _STEP)

    def _bring_into_view(self, start: int, end: int) -> None:
        if self._state is None or not self.isVisible():
            return
        where, bar = self.geometry_now(), self.verticalScrollBar()
        if where.y_of(start) < where.top:
            self._was_scrolled = True
            bar.setValue(int(start * where.hour / 60) - 6)
        elif where.y_of(end) > where.height:
            self._was_scrolled = True
            bar.setValue(int(end * where.hour / 60 - (where.height - where.top)) + 6)

    def _enter(self, session: str) -> None:
        if session:
            self.opened.emit(session)
        elif self.current_key() == SLOT:
            self._make_here()

    def _make_here(self) -> None:
        end = min(DAY_MINUTES, self._minute + _NEW_MINUTES)
        self.making.emit(self._day, self._minute, end)

    def _shift(self, session: str, days: int, quarters: int, *, longer: bool) -> None:
        if not session:
            return
        if longer:
            self.lengthened_by.emit(session, (quarters or days) * SNAP)
        else:
            self.moved_by.emit(session, days, quarters * SNAP)

    def _show_pointer(self, point: QPointF) -> None:
        entry = self._entry_at(point) if self.geometry_now().in_body(point) else None
        shape = Qt.CursorShape.ArrowCursor
        if entry is not None and entry.kind is EntryKind.SESSION:
            edge = self.geometry_now().entry(entry).bottom() - point.y() <= _EDGE
            shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)

    def _paint_cursor(self, painter: QPainter) -> None:
        if self._drag is not None and self._drag.moved:
            return
        area = self.area_of(self.currentIndex().row())
        if not self.hasFocus():
            return
        ring = area.adjusted(2, 0, -2, 0) if self.current_key() == SLOT else area
        paint.focus_ring(painter, ring, 4)


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
