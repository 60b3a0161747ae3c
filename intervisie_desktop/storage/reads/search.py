"""Finding records by words; every word must occur, case and accents aside.

People are found by their search key in the database. The other kinds are few and are folded here,
so that nothing has to be stored twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from intervisie_desktop.domain.people import PersonName, folded
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.storage import tables as t
from intervisie_desktop.storage.records.collections import Reading

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A participant, with profession or e-mail to tell namesakes apart."""

    id: str
    name: str
    listed: str
    profession: str
    email: str
    archived: bool


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """A group with its tag."""

    id: str
    name: str
    code: str
    colour: int
    archived: bool


@dataclass(frozen=True, slots=True)
class FoundClient:
    """A client with its town."""

    id: str
    name: str
    city: str


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A session of a group; `start` in minutes since midnight."""

    id: str
    day: date
    start: int
    state: SessionState
    group: str
    code: str
    colour: int


@dataclass(frozen=True, slots=True)
class FoundCertificate:
    """A certificate; `withdrawn` when it no longer holds."""

    id: str
    number: str
    name: str
    withdrawn: bool


def find_people(read: Reading, words: Words, limit: int) -> tuple[FoundPerson, ...]:
    """Participants in list order, archived ones last."""
    p = t.participants
    columns = (p.c.id, p.c.name_given, p.c.name_initials, p.c.name_prefix, p.c.name_surname,
               p.c.profession, p.c.email, p.c.archived)  # fmt: skip
    query = (
        select(*columns)
        .where(*(p.c.search_key.contains(word, autoescape=True) for word in words))
        .order_by(p.c.archived, p.c.sort_key)
        .limit(limit)
    )
    found = []
    for person_id, given, initials, prefix, surname, profession, email, archived in read.rows(
        query
    ):
        name = PersonName(given=given, initials=initials, prefix=prefix, surname=surname)
        found.append(
            FoundPerson(person_id, name.plain, name.listed, profession, email, bool(archived))
        )
    return tuple(found)


def find_groups(read: Reading, words: Words, limit: int) -> tuple[FoundGroup, ...]:
    """Groups by name, archived ones last."""
    g = t.groups
    query = select(g.c.id, g.c.name, g.c.code, g.c.colour, g.c.archived)
    rows = [
        FoundGroup(key, name, code, colour, bool(archived))
        for key, name, code, colour, archived in read.rows(query)
        if _has(f"{name} {code}", words)
    ]
    return tuple(sorted(rows, key=lambda row: (row.archived, folded(row.name)))[:limit])


def find_clients(read: Reading, words: Words, limit: int) -> tuple[FoundClient, ...]:
    """Clients by name, the archived ones left out."""
    c = t.clients
    query = select(c.c.id, c.c.name, c.c.address_city).where(c.c.archived == 0)
    rows = [FoundClient(*row) for row in read.rows(query) if _has(f"{row.name}", words)]
    return tuple(sorted(rows, key=lambda row: folded(row.name))[:limit])


def find_sessions(read: Reading, words: Words, today: date, limit: int) -> tuple[FoundSession, ...]:
    """Sessions by group or by a day typed as 13-10 or 13-10-2026, nearest first."""
    s, g = t.sessions, t.groups
    query = (
        select(s.c.id, s.c.day, s.c.start, s.c.state, g.c.name, g.c.code, g.c.colour)
        .join(g, g.c.id == s.c.group_id)
        .where(s.c.state != SessionState.CANCELLED.value)
    )
    if not any(word[0].isdecimal() for word in words):
        groups = [group.id for group in find_groups(read, words, limit)]
        query = query.where(s.c.group_id.in_(groups))
    rows = []
    for key, iso, start, state, name, code, colour in read.rows(query):
        day = date.fromisoformat(iso)
        if _has(f"{name} {code} {day:%d-%m-%Y}", words):
            rows.append(FoundSession(key, day, start, SessionState(state), name, code, colour))
    return tuple(sorted(rows, key=lambda row: (abs((row.day - today).days), row.day))[:limit])


def find_certificates(read: Reading, words: Words, limit: int) -> tuple[FoundCertificate, ...]:
    """Certificates by number or by the name of whom they are for, newest first."""
    c, p, a = t.certificates, t.participants, t.certificate_acts
    query = (
        select(c.c.id, c.c.number, p.c.name_given, p.c.name_initials, p.c.name_prefix,
               p.c.name_surname, p.c.search_key)
        .join(p, p.c.id == c.c.participant_id)
        .order_by(c.c.year.desc(), c.c.sequence.desc())
    )  # fmt: skip
    ended = {row.certificate_id for row in read.rows(select(a.c.certificate_id))}
    found: list[FoundCertificate] = []
    for key, number, given, initials, prefix, surname, search in read.rows(query):
        if len(found) == limit:
            break
        if _has(f"{number} {search}", words):
            name = PersonName(given=given, initials=initials, prefix=prefix, surname=surname)
            found.append(FoundCertificate(key, number, name.plain, key in ended))
    return tuple(found)


def _has(text: str, words: Words) -> bool:
    there = folded(text)
    return all(word in there for word in words)
