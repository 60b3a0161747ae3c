"""What the page Agenda shows and does; no Qt."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Outcome, Subject
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.agenda import AgendaService, AgendaWindow
from intervisie_desktop.services.calendar_export import CalendarExportService, CalendarFile
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.importing import ImportService
from intervisie_desktop.services.sessions import FIRST_DAY, LAST_DAY, SessionsService
from intervisie_desktop.services.writing import safe_name, write_file
from intervisie_desktop.ui.pages.agenda import words
from intervisie_desktop.ui.pages.agenda.bringing_in import BringingIn
from intervisie_desktop.ui.pages.agenda.building import calendar_state, strip_state
from intervisie_desktop.ui.pages.agenda.making import Making
from intervisie_desktop.ui.pages.agenda.state import AgendaState, NoticeShown, Span
from intervisie_desktop.ui.shell.desk import Desk, Destination, FileQuestion, Place, Progress

CONCERNS = frozenset(
    {
        Subject.SESSION,
        Subject.GROUP,
        Subject.CALENDAR,
        Subject.PRACTICE,
        Subject.SETTING,
        Subject.PARTICIPANT,
    }
)
SHORTEST = 15
"""The shortest a session becomes by dragging or by key, in minutes."""


@dataclass(frozen=True)
class Tools:
    """The services of this page."""

    agenda: AgendaService
    sessions: SessionsService
    groups: GroupsService
    importing: ImportService
    calendars: CalendarExportService


class AgendaView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: AgendaState) -> None:
        """Show everything."""

    def choose(self, session_id: str) -> None:
        """Bring a session in front, wherever it stands now."""

    def focus_panel(self) -> None:
        """Put the focus where making begins."""

    def focus_calendar(self) -> None:
        """Put the focus back on the days."""


class AgendaPresenter:
    """Goes through the days, makes and moves sessions, brings calendars in and out."""

    def __init__(self, tools: Tools, view: AgendaView, desk: Desk) -> None:
        self._tools = tools
        self._view = view
        self._desk = desk
        self._span = Span.WEEK
        self._anchor = desk.today()
        self._notice = NoticeShown()
        self._moved: Session | None = None
        self._is_making = False
        self._is_importing = False
        self.making = Making(tools.sessions, tools.groups, desk)
        self.bringing = BringingIn(tools.agenda, tools.importing, desk, self.refresh)

    def refresh(self) -> None:
        """Read and show again."""
        self._drop_old_notice()
        window = self._window()
        today = self._desk.today()
        shown = calendar_state(window, self._span, self._anchor, today)
        year = self._tools.agenda.year(self._anchor.year)
        front = (window.first, window.last)
        if self._span is Span.MONTH:
            front = _month_of(self._anchor)
        self._view.show_state(
            AgendaState(
                title=words.title(self._span, self._anchor, today),
                calendar=shown,
                strip=strip_state(year, front, today),
                empty="" if shown.entries else words.empty_line(self._span),
                making=self.making.state() if self._is_making else None,
                importing=self.bringing.state() if self._is_importing else None,
                notice=self._notice,
            )
        )

    def open(self, destination: Destination) -> None:
        """Come from elsewhere: to a session, a day ("2026-10-20"), or to make one for a group."""
        if destination.part in {"new", "plan"}:
            self.make(group_id=destination.id)
            return
        if destination.id:
            self._go_to_record(destination.id)
        elif destination.year is not None and destination.year != self._anchor.year:
            self._anchor = date(destination.year, 1, 1)
        self.refresh()

    def working_year(self, year: int) -> None:
        """Another working year: the same day in that year, today in the year of today."""
        today = self._desk.today()
        if year != self._anchor.year:
            self._anchor = today if year == today.year else _same_day(self._anchor, year)
        self.refresh()

    def show_span(self, span: str) -> None:
        """Day, week, month or year."""
        self._span = Span(span)
        self.refresh()

    def step(self, steps: int) -> None:
        """So many days, weeks, months or years ahead (or back)."""
        anchor = self._anchor
        match self._span:
            case Span.DAY:
                moved = anchor + timedelta(days=steps)
            case Span.WEEK:
                moved = anchor + timedelta(weeks=steps)
            case Span.MONTH:
                months = anchor.year * 12 + anchor.month - 1 + steps
                last = calendar.monthrange(months // 12, months % 12 + 1)[1]
                moved = date(months // 12, months % 12 + 1, min(anchor.day, last))
            case Span.YEAR:
                moved = _same_day(anchor, anchor.year + steps)
        self.show_day(moved)

    def step_from(self, day: date, steps: int) -> None:
        """Ahead or back from where the cursor of a sheet is; it may already be outside."""
        window = self._window()
        if window.first <= day <= window.last:
            self.step(steps)
        else:
            self.show_day(day)

    def to_today(self) -> None:
        """Back to today."""
        self.show_day(self._desk.today())

    def show_day(self, day: date, span: str = "") -> None:
        """Bring a day in front, maybe in another span."""
        self._span = Span(span) if span else self._span
        self._anchor = min(max(day, FIRST_DAY), LAST_DAY)
        self._notice = NoticeShown()
        self.refresh()

    def open_session(self, session_id: str) -> None:
        """Go to the page of a session."""
        self._desk.go(Destination(Place.SESSIONS, session_id))

    def cancel(self, session_id: str) -> None:
        """Cancel a session, with the preview of the session page."""
        self._desk.go(Destination(Place.SESSIONS, session_id, "cancel"))

    def try_out(self, session_id: str, part: str) -> None:
        """See what an act on a session would come to, before it is done."""
        self._desk.go(Destination(Place.WHAT_IF, session_id, part))

    def try_move(self, session_id: str, day: date, start: int) -> None:
        """See what moving to this place would come to; the session stays where it is."""
        self.try_out(session_id, f"move:{day.isoformat()}:{start}")

    def move(self, session_id: str, day: date, start: int) -> None:
        """Move a session; what is in the way of its new place is said on the page."""
        self._put(session_id, lambda: self._tools.sessions.move(session_id, day, start))

    def move_by(self, session_id: str, days: int, minutes: int) -> None:
        """Move a session by days and minutes, within its day."""
        session = self._tools.sessions.card(session_id).session
        latest = 24 * 60 - session.minutes
        start = min(max(0, session.start + minutes), latest)
        self.move(session_id, session.day + timedelta(days=days), start)

    def lengthen(self, session_id: str, end: int) -> None:
        """Give a session another end."""
        self._put(session_id, lambda: self._tools.sessions.lengthen(session_id, end))

    def lengthen_by(self, session_id: str, minutes: int) -> None:
        """Make a session longer or shorter, never shorter than a quarter."""
        session = self._tools.sessions.card(session_id).session
        end = min(max(session.start + SHORTEST, session.end + minutes), 24 * 60)
        self.lengthen(session_id, end)

    def make(
        self,
        day: date | None = None,
        start: int | None = None,
        end: int | None = None,
        group_id: str = "",
    ) -> None:
        """Open the panel for a new session."""
        self._is_making, self._is_importing = True, False
        self.making.open(group_id, day or self._likely_day(), start, end)
        self.refresh()
        self._view.focus_panel()

    def change(self, name: str, value: Any) -> None:
        """Take one field of the panel."""
        self.making.change(name, value)
        self.refresh()

    def change_series(self, act: Callable[[], None]) -> None:
        """Do something with the series in the panel and show it."""
        act()
        self.refresh()

    def plan(self) -> None:
        """Plan what stands in the panel and bring its first day in front."""
        day = self.making.plan()
        if day is not None:
            self._is_making = False
            self.show_day(day)
            self._view.focus_calendar()

    def close_panel(self) -> None:
        """Put the panel away."""
        self._is_making = self._is_importing = False
        self.bringing.drop()
        self._view.focus_calendar()

    def bring_in(self) -> None:
        """Open the panel for busy times and let a file be picked."""
        self.show_sources()
        self.bringing.choose()

    def show_sources(self) -> None:
        """The files busy times came from."""
        self._is_making, self._is_importing = False, True
        self.refresh()
        self._view.focus_panel()

    def groups(self) -> tuple[tuple[str, str], ...]:
        """The groups of now, by id and name."""
        return tuple((row.id, row.name) for row in self._tools.groups.rows())

    def group_of(self, session_id: str) -> str:
        """The group of a session."""
        return self._tools.sessions.card(session_id).group.id

    def open_groups(self) -> None:
        """Go to the groups, where there is none yet to plan for."""
        self._desk.go(Destination(Place.GROUPS, part="new"))

    def export_session(self, session_id: str) -> None:
        """One session as a calendar file."""
        self._save(self._tools.calendars.session(session_id))

    def export_group(self, group_id: str) -> None:
        """The year in front of a group as a calendar file."""
        self._save(self._tools.calendars.group_year(group_id, self._anchor.year))

    def export_everything(self) -> None:
        """All sessions as a calendar file."""
        self._save(self._tools.calendars.everything())

    def close_notice(self) -> None:
        """The notice was read."""
        self._notice = NoticeShown()

    def _put(self, session_id: str, act: Callable[[], Outcome[Session]]) -> None:
        self._notice = NoticeShown()
        moved = self._desk.perform(act)
        if moved is not None:
            self._notice, self._moved = self._in_the_way(moved), moved
            self._bring(moved.day)
        # Also after a refusal: what was dragged goes back to its place.
        self.refresh()
        self._view.choose(session_id)

    def _drop_old_notice(self) -> None:
        """After an undo, or when the session changed elsewhere, the notice says nothing true."""
        if not self._notice.text or self._moved is None:
            return
        try:
            stands = self._tools.sessions.card(self._moved.id).session == self._moved
        except Refusal:
            stands = False
        if not stands:
            self._notice = NoticeShown()

    def _in_the_way(self, session: Session) -> NoticeShown:
        if session.state is SessionState.CANCELLED:
            return NoticeShown()
        groups = dict(self.groups())
        members = self._tools.groups.card(session.group_id).members
        said = words.ConflictWords(groups, {m.id: m.name for m in members})
        notice = said.notice(self._tools.sessions.conflicts(session))
        where = f"{groups.get(session.group_id, '')}: "
        return replace(notice, text=f"{where}{notice.text}") if notice.text else notice

    def _bring(self, day: date) -> None:
        window = self._window()
        if not window.first <= day <= window.last:
            self._anchor = day

    def _window(self) -> AgendaWindow:
        read = self._tools.agenda
        match self._span:
            case Span.DAY:
                return read.day(self._anchor)
            case Span.WEEK:
                return read.week(self._anchor)
            case Span.MONTH:
                return read.month(self._anchor)
            case Span.YEAR:
                return read.year(self._anchor.year)

    def _likely_day(self) -> date:
        """Today when it is in front, else the first day in front."""
        window, today = self._window(), self._desk.today()
        in_front = window.first <= today <= window.last
        return today if in_front else max(window.first, min(self._anchor, window.last))

    def _go_to_record(self, record_id: str) -> None:
        try:
            self._anchor = date.fromisoformat(record_id)
        except ValueError:
            self._anchor = self._tools.sessions.card(record_id).session.day
            self.refresh()
            self._view.choose(record_id)

    def _save(self, made: CalendarFile) -> None:
        name = f"{safe_name(made.name)}.ics"
        question = FileQuestion("Agendabestand bewaren", ("Agenda (*.ics)",), name)

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, made.data)

            self._desk.run(write, self._saved, "Agendabestand bewaren")

        self._desk.choose_target(question, chosen)

    def _saved(self, path: Path) -> None:
        self._desk.tell(f"Bewaard als {path.name}.")


def _same_day(day: date, year: int) -> date:
    last = calendar.monthrange(year, day.month)[1]
    return date(year, day.month, min(day.day, last))


def _month_of(day: date) -> tuple[date, date]:
    last = calendar.monthrange(day.year, day.month)[1]
    return day.replace(day=1), day.replace(day=last)
