"""Planning sessions (bijeenkomsten): one, a series, moving, lengthening, changing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.domain.attendance import Attendance, Interval
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.planning.conflicts import (
    Conflict,
    conflicts,
    series_conflicts,
)
from intervisie_desktop.domain.planning.series import SeriesRule, series_dates
from intervisie_desktop.domain.planning.series_text import parse_series
from intervisie_desktop.domain.sessions import Session, SessionPhase, SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.methods import planned_phases
from intervisie_desktop.services.surroundings import slot_of, surroundings
from intervisie_desktop.storage.joint import Door
from intervisie_desktop.storage.reads.sessions import (
    RosterLine,
    SessionCard,
    SessionRow,
    next_session,
    session_card,
    session_rows,
)
from intervisie_desktop.storage.store import Work

__all__ = [
    "ProposedDate",
    "RosterLine",
    "SeriesPreview",
    "SessionCard",
    "SessionRow",
    "SessionsService",
    "check_open",
    "check_times",
    "keep_pace",
    "with_end",
]

FIRST_DAY = date(2014, 1, 1)
LAST_DAY = date(2099, 12, 31)
WHOLE_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class ProposedDate:
    """A date of a series with what is in its way, heaviest first."""

    day: date
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class SeriesPreview:
    """A series made into real dates, before anything is stored."""

    rule: SeriesRule
    dates: tuple[ProposedDate, ...]


class SessionsService:
    """Sessions as long as they are only planned; see `holding.py` for what follows."""

    def __init__(self, store: Door, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def rows(
        self, *, year: int | None = None, group_id: str | None = None
    ) -> tuple[SessionRow, ...]:
        """The sessions for a list, by day and time."""
        with self._store.reading() as read:
            return session_rows(read, year=year, group_id=group_id)

    def card(self, session_id: str) -> SessionCard:
        """A session with its group and the roster of the day; Refusal("gone")."""
        with self._store.reading() as read:
            return session_card(read, session_id)

    def next(self) -> Session | None:
        """The first session from now on that is planned or being held today."""
        now = self._clock.now()
        with self._store.reading() as read:
            return next_session(read, now.date(), now.hour * 60 + now.minute)

    def draft(self, group_id: str, day: date, start: int, end: int) -> Session:
        """A session that is not stored yet, with what its group usually does."""
        with self._store.reading() as read:
            group = read.groups.get(group_id)
            return Session(
                id="",
                group_id=group_id,
                day=day,
                start=start,
                end=end,
                mode=group.mode,
                place=group.place,
                link=group.link,
                facilitator_id=group.facilitator_id or read.practice.get().facilitator_id,
                method=group.method,
                phases=planned_phases(read, group.method),
            )

    def conflicts(self, session: Session) -> tuple[Conflict, ...]:
        """What is in the way of a session as it is proposed, stored already or not."""
        with self._store.reading() as read:
            around = surroundings(read, [session.day])
            return conflicts(slot_of(read, session), around)

    def preview_series(self, session: Session, rule: SeriesRule | str) -> SeriesPreview:
        """The dates of a series that begins on the session's day, with what is in their way.

        A text is read as Dutch. Refusal("series_not_understood"), ("series_without_end"),
        ("series_too_long"), ("series_empty").
        """
        if isinstance(rule, str):
            rule = parse_series(rule, session.day)
        days = series_dates(rule, session.day)
        if not days:
            raise Refusal("series_empty")
        with self._store.reading() as read:
            around = surroundings(read, days)
            slots = [slot_of(read, replace(session, day=day)) for day in days]
        found = series_conflicts(slots, around)
        return SeriesPreview(rule, tuple(ProposedDate(slot.day, hits) for slot, hits in found))

    def plan(self, session: Session) -> Outcome[Session]:
        """Plans one session under a new id.

        Refusal("gone") without the group, ("session_times"), ("session_day"),
        ("break_outside_session").
        """
        planned = self._planned(session)
        group = self._group_name(planned.group_id)
        day = planned.day.isoformat()
        with self._store.work("session_planned", group=group, day=day) as work:
            work.sessions.add(planned)
        return work.outcome(planned)

    def plan_series(self, session: Session, days: Sequence[date]) -> Outcome[tuple[Session, ...]]:
        """Plans a session like this one on each of the days, in one step.

        The refusals of `plan`, and ("series_empty").
        """
        if not days:
            raise Refusal("series_empty")
        series_id = self._ids.new("series")
        planned = tuple(
            self._planned(replace(session, day=day, series_id=series_id))
            for day in sorted(set(days))
        )
        group = self._group_name(session.group_id)
        with self._store.work("series_planned", group=group, count=len(planned)) as work:
            work.sessions.add_all(planned)
        return work.outcome(planned)

    def move(self, session_id: str, day: date, start: int | None = None) -> Outcome[Session]:
        """Moves a session to another day or time; it stays as long as it was.

        Refusal("session_closed"), ("session_cancelled"), ("session_held") for another day of a
        session that took place, and those of `plan`.
        """
        session = self._session(session_id)
        shift = 0 if start is None else start - session.start
        moved = replace(
            session,
            day=day,
            start=session.start + shift,
            end=session.end + shift,
            breaks=_shifted(session.breaks, shift),
        )
        return self._save(session, moved, "session_moved")

    def lengthen(self, session_id: str, end: int) -> Outcome[Session]:
        """Gives a session another end; who stayed to the end stays to the new one."""
        session = self._session(session_id)
        return self._save(session, with_end(session, end), "session_lengthened")

    def change(self, session: Session) -> Outcome[Session]:
        """Saves what is known of a session: time, place, mode, breaks, method, text, checks.

        Its state, its group and what closed or cancelled it stay as they are. The refusals of
        `move`.
        """
        stored = self._session(session.id)
        changed = replace(
            session,
            group_id=stored.group_id,
            state=stored.state,
            cancelled_because=stored.cancelled_because,
            closed_at=stored.closed_at,
            reopened_because=stored.reopened_because,
            series_id=stored.series_id,
            sequence=stored.sequence,
        )
        return self._save(stored, changed, "session_changed")

    def duplicate(self, session_id: str, day: date) -> Outcome[Session]:
        """Plans a session like this one on another day: time, place and method, nothing more."""
        session = self._session(session_id)
        again = Session(
            id="",
            group_id=session.group_id,
            day=day,
            start=session.start,
            end=session.end,
            mode=session.mode,
            place=session.place,
            link=session.link,
            facilitator_id=session.facilitator_id,
            method=session.method,
            phases=tuple(SessionPhase(p.name, p.minutes) for p in session.phases),
            cases=session.cases,
            breaks=session.breaks,
        )
        return self.plan(again)

    def remove(self, session_id: str) -> Outcome[None]:
        """Removes a session that is only planned; Refusal("session_not_planned")."""
        session = self._session(session_id)
        if session.state is not SessionState.PLANNED:
            raise Refusal("session_not_planned", day=session.day.isoformat())
        group = self._group_name(session.group_id)
        with self._store.work("session_removed", group=group, day=session.day.isoformat()) as work:
            work.sessions.remove(session_id)
        return work.outcome(None)

    def _planned(self, session: Session) -> Session:
        """The session as newly planned, checked."""
        planned = replace(
            session, id=self._ids.new("s"), state=SessionState.PLANNED, sequence=0, closed_at=None
        )
        check_times(planned)
        return planned

    def _save(self, before: Session, after: Session, act: str) -> Outcome[Session]:
        if after == before:
            return Outcome(before)
        check_open(before)
        check_times(after)
        if before.state is SessionState.HELD and after.day > self._clock.today():
            raise Refusal("session_held", day=before.day.isoformat())
        if _told_to_calendars(before) != _told_to_calendars(after):
            after = replace(after, sequence=before.sequence + 1)
        group = self._group_name(after.group_id)
        with self._store.work(act, group=group, day=after.day.isoformat()) as work:
            work.sessions.save(after)
            keep_pace(work, before, after)
        return work.outcome(after)

    def _session(self, session_id: str) -> Session:
        with self._store.reading() as read:
            return read.sessions.get(session_id)

    def _group_name(self, group_id: str) -> str:
        with self._store.reading() as read:
            return read.groups.get(group_id).name


def check_open(session: Session) -> None:
    """Refusal("session_closed") or ("session_cancelled") when nothing may change any more."""
    if session.state is SessionState.CLOSED:
        raise Refusal("session_closed", day=session.day.isoformat())
    if session.state is SessionState.CANCELLED:
        raise Refusal("session_cancelled", day=session.day.isoformat())


def with_end(session: Session, end: int) -> Session:
    """The session with another end, its breaks cut off there; Refusal("session_times")."""
    check_times(replace(session, end=end, breaks=()))
    kept = [b for b in session.breaks if b.start < end]
    breaks = tuple(Interval(b.start, min(b.end, end)) for b in kept)
    return replace(session, end=end, breaks=breaks)


def check_times(session: Session) -> None:
    """Refusal("session_times"), ("session_day") or ("break_outside_session")."""
    if not 0 <= session.start < session.end <= WHOLE_DAY:
        raise Refusal("session_times")
    if not FIRST_DAY <= session.day <= LAST_DAY:
        raise Refusal("session_day", first=FIRST_DAY.isoformat(), last=LAST_DAY.isoformat())
    if any(b.start < session.start or b.end > session.end for b in session.breaks):
        raise Refusal("break_outside_session")


def _told_to_calendars(session: Session) -> tuple[object, ...]:
    """What a calendar must hear of when it changes (RFC 5545 SEQUENCE)."""
    s = session
    return s.day, s.start, s.end, s.mode, s.place, s.link


def _shifted(breaks: tuple[Interval, ...], minutes: int) -> tuple[Interval, ...]:
    try:
        return tuple(Interval(b.start + minutes, b.end + minutes) for b in breaks)
    except ValueError:
        raise Refusal("session_times") from None


def keep_pace(work: Work, before: Session, after: Session) -> None:
    """Presence keeps pace with new times of a session that took place."""
    if before.interval == after.interval:
        return
    attendances = work.attendances.where(session_id=after.id)
    moved = [(a, _kept_pace(a, before, after)) for a in attendances]
    work.attendances.save_all([new for old, new in moved if new != old])


def _kept_pace(attendance: Attendance, before: Session, after: Session) -> Attendance:
    """Moved along when the session moved as a whole; else stretched at the ends it touched."""
    shift = after.start - before.start
    whole = after.minutes == before.minutes
    kept = []
    for interval in attendance.intervals:
        if whole:
            start, end = interval.start + shift, interval.end + shift
        else:
            start = after.start if interval.start == before.start else interval.start
            end = after.end if interval.end == before.end else interval.end
        start, end = max(start, 0), min(end, WHOLE_DAY)
        if start < end:
            kept.append(Interval(start, end))
    return replace(attendance, intervals=tuple(kept))
