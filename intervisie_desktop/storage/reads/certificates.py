"""The register of certificates: what was given to whom, and what holds of it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sqlalchemy import func, select

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.certificates import (
    Certificate,
    CertificateActKind,
    CertificateKind,
    PaperState,
)
from intervisie_desktop.domain.people import PersonName
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.records.collections import Reading

_HELD = (SessionState.HELD.value, SessionState.CLOSED.value)
_STATES = {
    CertificateActKind.WITHDRAWN: PaperState.WITHDRAWN,
    CertificateActKind.REPLACED: PaperState.REPLACED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One certificate in the register; `state` is what holds today, `minutes` are counted."""

    id: str
    number: str
    kind: CertificateKind
    participant_id: str
    name: str
    sort_key: str
    group_id: str | None
    group_name: str
    session_id: str | None
    session_day: date | None
    covers_year: int
    issued_on: date
    minutes: int
    profile: str
    state: PaperState
    override_reason: str = ""
    replaced_by: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSession:
    """A session that was held, to make certificates of; `present` people were there."""

    id: str
    day: date
    start: int
    end: int
    group_id: str
    group_name: str
    present: int


def last_sequence(reading: Reading, year: int) -> int | None:
    """The last place taken in a number series, or None when it has not begun."""
    c = tables.certificates.c
    rows = reading.rows(select(func.max(c.sequence).label("last")).where(c.year == year))
    return rows[0].last if rows else None


def numbers_given(reading: Reading) -> dict[str, str]:
    """Every number that was ever given, with the id of its certificate."""
    c = tables.certificates.c
    return {row.number: row.id for row in reading.rows(select(c.number, c.id))}


def held_sessions(reading: Reading, year: int) -> tuple[HeldSession, ...]:
    """The sessions of a year that were held or closed, newest first."""
    s, g, a = tables.sessions, tables.groups, tables.attendances
    present = (
        select(func.count())
        .select_from(a)
        .where(a.c.session_id == s.c.id, a.c.state == AttendanceState.PRESENT.value)
        .scalar_subquery()
    )
    query = (
        select(
            s.c.id, s.c.day, s.c.start, s.c.end, s.c.group_id,
            g.c.name.label("group_name"), present.label("present"),
        )
        .join(g, g.c.id == s.c.group_id)
        .where(s.c.day.between(f"{year}-01-01", f"{year}-12-31"), s.c.state.in_(_HELD))
        .order_by(s.c.day.desc(), s.c.start.desc())
    )  # fmt: skip
    return tuple(
        HeldSession(
            id=row.id,
            day=date.fromisoformat(row.day),
            start=row.start,
            end=row.end,
            group_id=row.group_id,
            group_name=row.group_name,
            present=row.present,
        )
        for row in reading.rows(query)
    )


def years_with_sessions(reading: Reading) -> tuple[int, ...]:
    """The calendar years in which a session stands, newest first."""
    year = func.substr(tables.sessions.c.day, 1, 4).label("year")
    found = reading.rows(select(year).distinct())
    return tuple(sorted((int(row.year) for row in found), reverse=True))


def register(reading: Reading, *, issued_in: int | None = None) -> tuple[RegisterLine, ...]:
    """Every certificate, newest first; those issued in one year when asked."""
    c, p, g, s = tables.certificates, tables.participants, tables.groups, tables.sessions
    older = c.alias()
    query = (
        select(
            c.c.id, c.c.number, c.c.kind, c.c.participant_id, c.c.group_id, c.c.session_id,
            c.c.covers_year, c.c.issued_on, c.c.minutes, c.c.profile, c.c.override_reason,
            p.c.name_given, p.c.name_initials, p.c.name_prefix, p.c.name_surname,
            g.c.name.label("group_name"), s.c.day.label("session_day"),
            older.c.number.label("replaces"),
        )
        .select_from(c)
        .join(p, p.c.id == c.c.participant_id)
        .outerjoin(g, g.c.id == c.c.group_id)
        .outerjoin(s, s.c.id == c.c.session_id)
        .outerjoin(older, older.c.id == c.c.replaces_id)
        .order_by(c.c.issued_at.desc(), c.c.year.desc(), c.c.sequence.desc())
    )  # fmt: skip
    if issued_in is not None:
        query = query.where(c.c.issued_on.between(f"{issued_in}-01-01", f"{issued_in}-12-31"))
    acts = _acts(reading)
    return tuple(_line(row, acts) for row in reading.rows(query))


def sessions_in(reading: Reading, year: int) -> list[str]:
    """The ids of the sessions of a year."""
    day, own_id = tables.sessions.c.day, tables.sessions.c.id
    query = select(own_id).where(day.between(f"{year}-01-01", f"{year}-12-31"))
    return [row.id for row in reading.rows(query)]


def standing_for(reading: Reading, year: int) -> list[Certificate]:
    """The certificates about a year, or about a session in it, that still hold."""
    ended = {act.certificate_id for act in reading.certificate_acts.all()}
    return [one for one in reading.certificates.where(covers_year=year) if one.id not in ended]


class _Row(Protocol):
    """A row of the database, as a dictionary at will."""

    def _asdict(self) -> dict[str, Any]: ...


def _acts(reading: Reading) -> dict[str, tuple[PaperState, str]]:
    a, c = tables.certificate_acts, tables.certificates
    query = select(a.c.certificate_id, a.c.kind, c.c.number).outerjoin(
        c, c.c.id == a.c.replacement_id
    )
    return {
        row.certificate_id: (_STATES[CertificateActKind(row.kind)], row.number or "")
        for row in reading.rows(query)
    }


def _line(row: _Row, acts: dict[str, tuple[PaperState, str]]) -> RegisterLine:
    cells = row._asdict()
    name = PersonName(
        given=cells.pop("name_given"),
        initials=cells.pop("name_initials"),
        prefix=cells.pop("name_prefix"),
        surname=cells.pop("name_surname"),
    )
    state, replaced_by = acts.get(cells["id"], (PaperState.VALID, ""))
    session_day = cells.pop("session_day")
    return RegisterLine(
        kind=CertificateKind(cells.pop("kind")),
        name=name.plain,
        sort_key=name.sort_key,
        group_name=cells.pop("group_name") or "",
        session_day=date.fromisoformat(session_day) if session_day else None,
        issued_on=date.fromisoformat(cells.pop("issued_on")),
        replaces=cells.pop("replaces") or "",
        state=state,
        replaced_by=replaced_by,
        **cells,
    )
