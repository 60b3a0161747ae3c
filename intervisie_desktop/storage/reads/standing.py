"""Plain minutes per person and year, pauses included; what counts by a profile is for the rules."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import and_, select

from intervisie_desktop.domain.attendance import AttendanceState, Interval, total_minutes
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.storage import tables as t
from intervisie_desktop.storage.records.collections import Reading


def year_minutes(
    read: Reading, year: int, participant_ids: Iterable[str]
) -> dict[str, tuple[int, int]]:
    """(made, planned) minutes of each: presence at sessions held or closed, and the planned ones.

    A planned session counts for who belongs to its group that day and is not excused.
    """
    people = set(participant_ids)
    made, planned = dict.fromkeys(people, 0), dict.fromkeys(people, 0)
    s, a, m = t.sessions, t.attendances, t.memberships
    in_year = s.c.day.between(f"{year}-01-01", f"{year}-12-31")
    past = (SessionState.HELD.value, SessionState.CLOSED.value)
    were = (
        select(a.c.participant_id, a.c.intervals)
        .join(s, s.c.id == a.c.session_id)
        .where(in_year, s.c.state.in_(past), a.c.participant_id.in_(people))
        .where(a.c.state == AttendanceState.PRESENT.value)
    )
    for participant_id, text in read.rows(were):
        pairs = (part.split("-") for part in text.split(";") if part)
        made[participant_id] += total_minutes(Interval(int(x), int(y)) for x, y in pairs)
    starts, ends = m.c.period_start, m.c.period_end
    belongs = (starts.is_(None) | (starts <= s.c.day)) & (ends.is_(None) | (ends >= s.c.day))
    away = and_(
        a.c.session_id == s.c.id,
        a.c.participant_id == m.c.participant_id,
        a.c.state.in_([AttendanceState.EXCUSED.value, AttendanceState.ABSENT.value]),
    )
    will_be = (
        select(m.c.participant_id, s.c.end - s.c.start)
        .join(s, s.c.group_id == m.c.group_id)
        .outerjoin(a, away)
        .where(in_year, s.c.state == SessionState.PLANNED.value, belongs, a.c.id.is_(None))
        .where(m.c.participant_id.in_(people))
    )
    for participant_id, minutes in read.rows(will_be):
        planned[participant_id] += minutes
    return {person: (made[person], planned[person]) for person in people}
