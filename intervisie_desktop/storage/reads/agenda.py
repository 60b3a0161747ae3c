"""What stands in the agenda between two days."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from intervisie_desktop.domain.agenda import BusyTime, FreeKind, FreePeriod
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.planning.conflicts import Slot
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.storage import tables as t
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True)
class AgendaSession:
    """A session in the agenda; times in minutes since midnight."""

    id: str
    day: date
    start: int
    end: int
    state: SessionState
    mode: Mode
    place: str
    group_id: str
    group: str
    code: str
    colour: int


@dataclass(frozen=True, slots=True)
class BusySource:
    """A file that busy times came from, how many, and the first and last day they touch."""

    name: str
    count: int
    first: date
    last: date


def busy_sources(read: Reading) -> tuple[BusySource, ...]:
    """The sources of busy times, by name."""
    b = t.busy_times
    query = (
        select(b.c.source, func.count(), func.min(b.c.start), func.max(b.c.start))
        .group_by(b.c.source)
        .order_by(b.c.source)
    )
    return tuple(
        BusySource(
            name,
            count,
            datetime.fromisoformat(first).date(),
            datetime.fromisoformat(last).date(),
        )
        for name, count, first, last in read.rows(query)
    )


def agenda_sessions(
    read: Reading, first: date, last: date, *, group_id: str | None = None
) -> tuple[AgendaSession, ...]:
    """The sessions from one day up to and including another, cancelled ones too."""
    s, g = t.sessions, t.groups
    query = (
        select(
            s.c.id,
            s.c.day,
            s.c.start,
            s.c.end,
            s.c.state,
            s.c.mode,
            s.c.place,
            g.c.id,
            g.c.name,
            g.c.code,
            g.c.colour,
        )
        .join(g, g.c.id == s.c.group_id)
        .where(s.c.day.between(first.isoformat(), last.isoformat()))
        .order_by(s.c.day, s.c.start, g.c.name)
    )
    if group_id is not None:
        query = query.where(s.c.group_id == group_id)
    return tuple(
        AgendaSession(
            row[0],
            date.fromisoformat(row[1]),
            row[2],
            row[3],
            SessionState(row[4]),
            Mode(row[5]),
            *row[6:],
        )
        for row in read.rows(query)
    )


def slots_between(read: Reading, first: date, last: date) -> tuple[Slot, ...]:
    """The sessions that take a place between the days, with who belongs to their groups then."""
    s, m = t.sessions, t.memberships
    span = s.c.day.between(first.isoformat(), last.isoformat())
    stands = span & (s.c.state != SessionState.CANCELLED.value)
    sessions = read.rows(
        select(s.c.id, s.c.day, s.c.start, s.c.end, s.c.group_id, s.c.facilitator_id)
        .where(stands)
        .order_by(s.c.day, s.c.start)
    )
    starts, ends = m.c.period_start, m.c.period_end
    belongs = (starts.is_(None) | (starts <= s.c.day)) & (ends.is_(None) | (ends >= s.c.day))
    people: dict[str, set[str]] = defaultdict(set)
    who = select(s.c.id, m.c.participant_id).join(m, m.c.group_id == s.c.group_id)
    for session_id, participant_id in read.rows(who.where(stands, belongs)):
        people[session_id].add(participant_id)
    return tuple(
        Slot(
            day=date.fromisoformat(day),
            start=start,
            end=end,
            group_id=group_id,
            session_id=session_id,
            facilitator_id=facilitator_id,
            participants=frozenset(people[session_id]),
        )
        for session_id, day, start, end, group_id, facilitator_id in sessions
    )


def busy_between(read: Reading, first: date, last: date) -> tuple[BusyTime, ...]:
    """The busy times that touch the days, in order."""
    b = t.busy_times
    after = datetime.combine(last + timedelta(days=1), time()).isoformat()
    query = (
        select(b.c.id, b.c.source, b.c.start, b.c.end, b.c.all_day)
        .where(b.c.start < after, b.c.end > datetime.combine(first, time()).isoformat())
        .order_by(b.c.start, b.c.end)
    )
    return tuple(
        BusyTime(
            id=row[0],
            source=row[1],
            start=datetime.fromisoformat(row[2]),
            end=datetime.fromisoformat(row[3]),
            all_day=bool(row[4]),
        )
        for row in read.rows(query)
    )


def free_between(read: Reading, first: date, last: date) -> tuple[FreePeriod, ...]:
    """The school holidays and own holidays that touch the days, in order."""
    f = t.free_periods
    query = (
        select(f.c.id, f.c.kind, f.c.name, f.c.first, f.c.last, f.c.region, f.c.source)
        .where(f.c.first <= last.isoformat(), f.c.last >= first.isoformat())
        .order_by(f.c.first, f.c.region, f.c.name)
    )
    return tuple(
        FreePeriod(
            id=row[0],
            kind=FreeKind(row[1]),
            name=row[2],
            first=date.fromisoformat(row[3]),
            last=date.fromisoformat(row[4]),
            region=row[5],
            source=row[6],
        )
        for row in read.rows(query)
    )
