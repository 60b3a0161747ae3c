"""Sessions as lists and the page of one session show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select

from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.groups import Group, MemberRole, Membership, Mode
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.storage import tables as t
from intervisie_desktop.storage.reads.groups import named_members
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in a list; `present` counts who was there, whatever their role."""

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
    present: int


@dataclass(frozen=True, slots=True)
class RosterLine:
    """Someone who is expected at a session or was there; `attendance` is stored or blank.

    A blank attendance has no id: nothing is known yet but that someone belongs to the group.
    """

    participant_id: str
    name: str
    listed: str
    short: str
    role: MemberRole
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session with its group, its place in the year of the group, and its roster by name."""

    session: Session
    group: Group
    number: int
    of: int
    facilitator: str
    roster: tuple[RosterLine, ...]
    certificates: int


def session_rows(
    read: Reading, *, year: int | None = None, group_id: str | None = None
) -> tuple[SessionRow, ...]:
    """The sessions by day and time, of one year or group or of all."""
    s, g, a = t.sessions, t.groups, t.attendances
    present = func.count(a.c.id)
    counted = and_(a.c.session_id == s.c.id, a.c.state == AttendanceState.PRESENT.value)
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
            present,
        )
        .join(g, g.c.id == s.c.group_id)
        .outerjoin(a, counted)
        .group_by(s.c.id)
        .order_by(s.c.day, s.c.start)
    )
    if year is not None:
        query = query.where(s.c.day.between(f"{year}-01-01", f"{year}-12-31"))
    if group_id is not None:
        query = query.where(s.c.group_id == group_id)
    return tuple(
        SessionRow(
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


def session_card(read: Reading, session_id: str) -> SessionCard:
    """A session with everything its page shows."""
    session = read.sessions.get(session_id)
    leader = read.facilitators.find(session.facilitator_id) if session.facilitator_id else None
    s = t.sessions
    year = read.rows(
        select(s.c.id)
        .where(
            s.c.group_id == session.group_id,
            s.c.day.between(f"{session.day.year}-01-01", f"{session.day.year}-12-31"),
            or_(s.c.state != SessionState.CANCELLED.value, s.c.id == session_id),
        )
        .order_by(s.c.day, s.c.start)
    )
    order = [row[0] for row in year]
    return SessionCard(
        session=session,
        group=read.groups.get(session.group_id),
        number=order.index(session_id) + 1,
        of=len(order),
        facilitator=leader.name if leader else "",
        roster=roster(read, session),
        certificates=read.certificates.count(session_id=session_id),
    )


def roster(read: Reading, session: Session) -> tuple[RosterLine, ...]:
    """Who belongs to the group on the day, and whoever else has an attendance, by name."""
    attendances = {a.participant_id: a for a in read.attendances.where(session_id=session.id)}
    memberships = {
        m.participant_id: m
        for m in read.memberships.where(group_id=session.group_id)
        if session.day in m.period
    }
    for participant_id in attendances.keys() - memberships.keys():
        memberships[participant_id] = Membership(
            id="",
            group_id=session.group_id,
            participant_id=participant_id,
            role=MemberRole.GUEST,
        )
    return tuple(
        RosterLine(
            participant_id=member.id,
            name=member.name,
            listed=member.listed,
            short=member.short,
            role=member.membership.role,
            attendance=attendances.get(member.id)
            or Attendance(id="", session_id=session.id, participant_id=member.id),
        )
        for member in named_members(read, list(memberships.values()))
    )


def next_session(read: Reading, day: date, minute: int) -> Session | None:
    """The first session that is not over at this minute and is planned or held."""
    s = t.sessions
    query = (
        select(s.c.id)
        .where(
            s.c.state.in_([SessionState.PLANNED.value, SessionState.HELD.value]),
            or_(
                s.c.day > day.isoformat(),
                and_(s.c.day == day.isoformat(), s.c.end > minute),
            ),
        )
        .order_by(s.c.day, s.c.start)
        .limit(1)
    )
    found = read.rows(query)
    return read.sessions.get(found[0][0]) if found else None


def session_years(read: Reading) -> tuple[int, ...]:
    """The first and the last year that has sessions; nothing without any."""
    day = t.sessions.c.day
    ((first, last),) = read.rows(select(func.min(day), func.max(day)))
    return () if first is None else (int(first[:4]), int(last[:4]))
