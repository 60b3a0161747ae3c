"""What the month and the year view share: a day per row, arrows from day to day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from intervisie_desktop.ui.pages.agenda import words
from intervisie_desktop.ui.pages.agenda.state import CalendarState, Entry, EntryKind
from intervisie_desktop.ui.pages.agenda.views import PaintedView

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class DaySheet(PaintedView):
    """Days as cells; Space goes through the sessions of a day, Enter opens, Shift moves."""

    opened = Signal(str)
    moved = Signal(str, object, int)
    moved_by = Signal(str, int, int)
    making = Signal(object)
    cancelling = Signal(str)
    stepped = Signal(int)
    day_chosen = Signal(object)
    asked = Signal(str, QPoint)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.shown: CalendarState | None = None
        self.by_day: dict[date, tuple[Entry, ...]] = {}
        self._day = date.min
        self._picked = 0

    def show_state(self, state: CalendarState) -> None:
        """Show these days; the cursor stays where it was, or goes to the day in front."""
        self.shown = state
        self.by_day = {}
        # Sessions before busy times: what there is no room for is what matters least.
        for entry in sorted(state.entries, key=lambda e: e.kind is not EntryKind.SESSION):
            self.by_day[entry.day] = (*self.by_day.get(entry.day, ()), entry)
        self.spoken.show_rows([(day.isoformat(), self._said(day)) for day in self.days()])
        self.updateGeometries()
        is_here = state.first <= self._day <= state.last
        self.go_to(self._day if is_here else state.anchor)

    def days(self) -> list[date]:
        """Every day of the sheet."""
        if self.shown is None:
            return []
        count = (self.shown.last - self.shown.first).days + 1
        return [self.shown.first + timedelta(days=n) for n in range(count)]

    def cell(self, day: date) -> QRectF:
        """Where a day is drawn."""
        raise NotImplementedError

    def chip(self, day: date, number: int) -> QRectF:
        """Where the n-th entry of a day is drawn; empty when a day has no room."""
        return QRectF()

    def cursor_day(self) -> date:
        """The day in front."""
        return self._day

    def chosen_session(self) -> str:
        """The session in front on the day of the cursor."""
        sessions = self.sessions(self._day)
        return sessions[min(self._picked, len(sessions) - 1)].key if sessions else ""

    def choose(self, key: str) -> None:
        """Bring a session in front."""
        for day in self.by_day:
            keys = [entry.key for entry in self.sessions(day)]
            if key in keys:
                self.go_to(day)
                self._picked = keys.index(key)
                return

    def go_to(self, day: date) -> None:
        """Bring a day in front; outside the sheet the next or previous one is asked for."""
        if self.shown is None:
            return
        before, self._day = self._day, day
        self._picked = self._picked if before == day else 0
        if day < self.shown.first or day > self.shown.last:
            self.stepped.emit(1 if day > self.shown.last else -1)
            return
        self.make_current(day.isoformat())

    def sessions(self, day: date) -> list[Entry]:
        """The sessions of a day."""
        return [e for e in self.by_day.get(day, ()) if e.kind is EntryKind.SESSION]

    def area_of(self, row: int) -> QRectF:
        """Where the day of a row is drawn."""
        days = self.days()
        return self.cell(days[row]) if 0 <= row < len(days) else QRectF()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by days and weeks, with Shift what is in front."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        session = self.chosen_session()
        if control:
            event.ignore()
        elif key in _DAYS and modifiers & Qt.KeyboardModifier.ShiftModifier:
            if session:
                self.moved_by.emit(session, _DAYS[key], 0)
        elif key in _DAYS:
            self.go_to(self._day + timedelta(days=_DAYS[key]))
        elif key in _PAGES:
            self.stepped.emit(_PAGES[key])
        elif not self._act(key, session):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click brings a day and what is under it in front."""
        day = self.day_at(event.position())
        if day is not None:
            self.go_to(day)
            found = self.session_at(event.position())
            if found is not None:
                self._picked = self.sessions(day).index(found)
                self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a session; elsewhere the day."""
        found, day = self.session_at(event.position()), self.day_at(event.position())
        if found is not None:
            self.opened.emit(found.key)
        elif day is not None:
            self.day_chosen.emit(day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what is in front."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        self.asked.emit(self.chosen_session(), self.viewport().mapToGlobal(place))

    def day_at(self, point: QPointF) -> date | None:
        """The day drawn at a point."""
        row = self.row_at(point.toPoint())
        return self.days()[row] if row >= 0 else None

    def session_at(self, point: QPointF) -> Entry | None:
        """The session drawn at a point."""
        day = self.day_at(point)
        for number, entry in enumerate(self.by_day.get(day, ())) if day else ():
            if entry.kind is EntryKind.SESSION and self.chip(entry.day, number).contains(point):
                return entry
        return None

    def _act(self, key: Qt.Key, session: str) -> bool:
        if key is Qt.Key.Key_Space:
            self._picked = (self._picked + 1) % max(1, len(self.sessions(self._day)))
            self.viewport().update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and session:
            self.opened.emit(session)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N}:
            self.making.emit(self._day)
        elif key is Qt.Key.Key_Delete and session:
            self.cancelling.emit(session)
        else:
            return False
        return True

    def _said(self, day: date) -> str:
        bands = self.shown.bands_on(day) if self.shown else ()
        return words.say_day(day, self.by_day.get(day, ()), [band.words for band in bands])
