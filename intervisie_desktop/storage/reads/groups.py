"""Groups as lists, cards and the attendance matrix show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.groups import Group, MemberRole, Membership
from intervisie_desktop.domain.people import PersonName
from intervisie_desktop.domain.periods import calendar_year
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.storage import tables as t
from intervisie_desktop.storage.reads.people import in_force
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in a list; `members` of the day asked for, `next_day` the next planned session."""

    id: str
    name: str
    code: str
    colour: int
    profiles: tuple[str, ...]
    members: int
    next_day: date | None
    archived: bool


@dataclass(frozen=True, slots=True)
class GroupSize:
    """How many belong to a group on a day, per role."""

    members: int
    trainees: int
    guests: int


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who belongs to a group; `id` is the participant's."""

    id: str
    name: str
    listed: str
    short: str
    membership: Membership
    archived: bool


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group with all memberships, also those that ended, by name and begin."""

    group: Group
    members: tuple[Member, ...]
    sessions: int
    client: str
    facilitator: str


@dataclass(frozen=True, slots=True)
class GroupYear:
    """The sessions of a group in a year, who belonged to it then, and who was at which.

    `attendances` is by (session id, participant id); where nothing is known yet there is none.
    `members` also holds those who were at a session without belonging to the group.
    """

    group: Group
    year: int
    sessions: tuple[Session, ...]
    members: tuple[Member, ...]
    attendances: dict[tuple[str, str], Attendance]


def group_rows(read: Reading, day: date, *, archived: bool = False) -> tuple[GroupRow, ...]:
    """The groups by name."""
    g, m, s = t.groups, t.memberships, t.sessions
    counts = dict(
        read.rows(select(m.c.group_id, func.count()).where(in_force(m, day)).group_by(m.c.group_id))
    )
    planned = [SessionState.PLANNED.value]
    coming = dict(
        read.rows(
            select(s.c.group_id, func.min(s.c.day))
            .where(s.c.state.in_(planned), s.c.day >= day.isoformat())
            .group_by(s.c.group_id)
        )
    )
    query = (
        select(g.c.id, g.c.name, g.c.code, g.c.colour)
        .where(g.c.archived == int(archived))
        .order_by(func.lower(g.c.name))
    )
    profiles = {group.id: group.profiles for group in read.groups.where(archived=archived)}
    return tuple(
        GroupRow(
            group_id,
            name,
            code,
            colour,
            profiles[group_id],
            counts.get(group_id, 0),
            date.fromisoformat(coming[group_id]) if group_id in coming else None,
            archived,
        )
        for group_id, name, code, colour in read.rows(query)
    )


def group_size(read: Reading, group_id: str, day: date) -> GroupSize:
    """How many belong to the group on this day."""
    m = t.memberships
    query = (
        select(m.c.role, func.count())
        .where(m.c.group_id == group_id, in_force(m, day))
        .group_by(m.c.role)
    )
    counts = dict(read.rows(query))
    return GroupSize(*(counts.get(role.value, 0) for role in MemberRole))


def group_card(read: Reading, group_id: str) -> GroupCard:
    """A group with its members."""
    group = read.groups.get(group_id)
    client = read.clients.find(group.client_id) if group.client_id else None
    leader = read.facilitators.find(group.facilitator_id) if group.facilitator_id else None
    return GroupCard(
        group=group,
        members=named_members(read, read.memberships.where(group_id=group_id)),
        sessions=read.sessions.count(group_id=group_id),
        client=client.name if client else "",
        facilitator=leader.name if leader else "",
    )


def members_on(read: Reading, group_id: str, day: date) -> tuple[Member, ...]:
    """Who belongs to the group on this day, by name."""
    memberships = read.memberships.where(group_id=group_id)
    return named_members(read, [m for m in memberships if day in m.period])


def group_year(read: Reading, group_id: str, year: int) -> GroupYear:
    """The matrix of a group: sessions, people and attendances of a calendar year."""
    group = read.groups.get(group_id)
    span = calendar_year(year)
    sessions = tuple(s for s in read.sessions.where(group_id=group_id) if s.day.year == year)
    attendances = read.attendances.where(session_id=[s.id for s in sessions]) if sessions else []
    memberships = [m for m in read.memberships.where(group_id=group_id) if m.period.overlaps(span)]
    known = {m.participant_id for m in memberships}
    guests = {a.participant_id for a in attendances} - known
    strangers = [
        Membership(id="", group_id=group_id, participant_id=guest, role=MemberRole.GUEST)
        for guest in sorted(guests)
    ]
    return GroupYear(
        group=group,
        year=year,
        sessions=sessions,
        members=named_members(read, [*memberships, *strangers]),
        attendances={(a.session_id, a.participant_id): a for a in attendances},
    )


def members_in_year(read: Reading, year: int) -> dict[str, frozenset[str]]:
    """Who belonged to each group at some time of a calendar year."""
    m = t.memberships
    begun = m.c.period_start.is_(None) | (m.c.period_start <= f"{year}-12-31")
    not_over = m.c.period_end.is_(None) | (m.c.period_end >= f"{year}-01-01")
    found: dict[str, set[str]] = {}
    for group_id, person in read.rows(
        select(m.c.group_id, m.c.participant_id).where(begun, not_over)
    ):
        found.setdefault(group_id, set()).add(person)
    return {group_id: frozenset(people) for group_id, people in found.items()}


def named_members(read: Reading, memberships: list[Membership]) -> tuple[Member, ...]:
    """The memberships with names, in Dutch order and then by begin."""
    p = t.participants
    ids = {membership.participant_id for membership in memberships}
    query = select(
        p.c.id,
        p.c.name_given,
        p.c.name_initials,
        p.c.name_prefix,
        p.c.name_surname,
        p.c.archived,
    ).where(p.c.id.in_(ids))
    people = {
        row[0]: (PersonName(given=row[1], initials=row[2], prefix=row[3], surname=row[4]), row[5])
        for row in read.rows(query)
    }

    def order(membership: Membership) -> tuple[str, date]:
        begin = membership.period.start or date.min
        return people[membership.participant_id][0].sort_key, begin

    return tuple(
        Member(m.participant_id, name.plain, name.listed, name.short, m, bool(gone))
        for m in sorted(memberships, key=order)
        for name, gone in (people[m.participant_id],)
    )
