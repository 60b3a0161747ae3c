"""Participants as lists and cards show them, and finding them by what somebody types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.sql.schema import Table

from intervisie_desktop.domain.duplicates import Identity
from intervisie_desktop.domain.groups import Group, Membership
from intervisie_desktop.domain.people import (
    Absence,
    Employment,
    Participant,
    PersonName,
    Registration,
    Relation,
    folded,
)
from intervisie_desktop.storage import tables as t
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A participant in a list; work and groups are those of the day asked for.

    `groups` are (id, code, name, colour); `search_key` is folded text to filter on.
    """

    id: str
    name: str
    listed: str
    short: str
    email: str
    profession: str
    employer: str
    function: str
    groups: tuple[tuple[str, str, str, int], ...]
    search_key: str
    archived: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A participant with everything that is known of them; `others` names the related ones."""

    person: Participant
    employments: tuple[Employment, ...]
    registrations: tuple[Registration, ...]
    relations: tuple[Relation, ...]
    absences: tuple[Absence, ...]
    memberships: tuple[tuple[Membership, Group], ...]
    others: dict[str, str]


def in_force(table: Table, day: date) -> ColumnElement[bool]:
    """The condition that a record's period holds this day."""
    start, end, text = table.c.period_start, table.c.period_end, day.isoformat()
    return or_(start.is_(None), start <= text) & or_(end.is_(None), end >= text)


def person_rows(read: Reading, day: date, *, archived: bool = False) -> tuple[PersonRow, ...]:
    """The participants in Dutch order: *van den Berg* under B."""
    p = t.participants
    work = _work_on(read, day)
    groups = _groups_on(read, day)
    query = (
        select(
            p.c.id,
            p.c.name_given,
            p.c.name_initials,
            p.c.name_prefix,
            p.c.name_surname,
            p.c.email,
            p.c.profession,
            p.c.search_key,
        )
        .where(p.c.archived == int(archived))
        .order_by(p.c.sort_key)
    )
    rows = []
    for person_id, given, initials, prefix, surname, email, profession, search in read.rows(query):
        name = PersonName(given=given, initials=initials, prefix=prefix, surname=surname)
        employer, function = work.get(person_id, ("", ""))
        rows.append(
            PersonRow(
                person_id,
                name.plain,
                name.listed,
                name.short,
                email,
                profession,
                employer,
                function,
                tuple(groups.get(person_id, ())),
                search,
                archived,
            )
        )
    return tuple(rows)


def identities(read: Reading) -> Iterator[Identity]:
    """What tells everybody apart, archived people too: names, e-mail, numbers and employers."""
    p, e, r = t.participants, t.employments, t.registrations
    employers: dict[str, list[str]] = defaultdict(list)
    for participant_id, employer in read.rows(select(e.c.participant_id, e.c.employer)):
        employers[participant_id].append(employer)
    numbers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    registered = select(r.c.participant_id, r.c.register, r.c.number)
    for participant_id, register, number in read.rows(registered):
        numbers[participant_id].append((register, number))
    query = select(
        p.c.id, p.c.name_given, p.c.name_initials, p.c.name_prefix, p.c.name_surname, p.c.email
    )
    for person_id, given, initials, prefix, surname, email in read.rows(query):
        yield Identity(
            id=person_id,
            name=PersonName(given=given, initials=initials, prefix=prefix, surname=surname),
            email=email,
            numbers=tuple(numbers[person_id]),
            employers=tuple(employers[person_id]),
        )


def person_card(read: Reading, participant_id: str) -> PersonCard:
    """A participant with work, registrations, ties, absences and groups, newest first."""
    relations = {
        relation.id: relation
        for side in ({"first_id": participant_id}, {"second_id": participant_id})
        for relation in read.relations.where(**side)
    }
    memberships = read.memberships.where(participant_id=participant_id)
    groups = {g.id: g for g in read.groups.where(id={m.group_id for m in memberships})}
    others = {r.first_id for r in relations.values()} | {r.second_id for r in relations.values()}

    def begin(record: Employment | Registration | Absence | Membership) -> date:
        return record.period.start or date.min

    return PersonCard(
        person=read.participants.get(participant_id),
        employments=tuple(
            sorted(read.employments.where(participant_id=participant_id), key=begin, reverse=True)
        ),
        registrations=tuple(
            sorted(read.registrations.where(participant_id=participant_id), key=begin, reverse=True)
        ),
        relations=tuple(relations.values()),
        absences=tuple(
            sorted(read.absences.where(participant_id=participant_id), key=begin, reverse=True)
        ),
        memberships=tuple(
            (m, groups[m.group_id]) for m in sorted(memberships, key=begin, reverse=True)
        ),
        others={
            person.id: person.name.plain
            for person in read.participants.where(id=others - {participant_id})
        },
    )


def _work_on(read: Reading, day: date) -> dict[str, tuple[str, str]]:
    """Employer and function per participant on this day; the latest begun counts."""
    e = t.employments
    query = (
        select(e.c.participant_id, e.c.employer, e.c.function)
        .where(in_force(e, day))
        .order_by(e.c.period_start)
    )
    return {row[0]: (row[1], row[2]) for row in read.rows(query)}


def _groups_on(read: Reading, day: date) -> dict[str, list[tuple[str, str, str, int]]]:
    m, g = t.memberships, t.groups
    query = (
        select(m.c.participant_id, g.c.id, g.c.code, g.c.name, g.c.colour)
        .join(g, g.c.id == m.c.group_id)
        .where(in_force(m, day), g.c.archived == 0)
        .order_by(g.c.name)
    )
    found: dict[str, list[tuple[str, str, str, int]]] = defaultdict(list)
    for participant_id, *group in read.rows(query):
        found[participant_id].append((group[0], group[1], group[2], int(group[3])))
    return found


def found_participants(reading: Reading, text: str, *, limit: int = 50) -> tuple[str, ...]:
    """The ids of those in whose name, e-mail or profession every word occurs, in list order.

    Case and accents do not matter, "%" and "_" mean themselves; archived people come last.
    """
    people = t.participants
    conditions = [
        people.c.search_key.contains(word, autoescape=True) for word in folded(text).split()
    ]
    query = (
        select(people.c.id)
        .where(*conditions)
        .order_by(people.c.archived, people.c.sort_key)
        .limit(limit)
    )
    return tuple(row.id for row in reading.rows(query))
