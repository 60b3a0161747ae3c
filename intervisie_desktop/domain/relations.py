"""Ties in a group: who works with whom, and what the rules of the day say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import combinations

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.people import Employment, Relation, folded
from intervisie_desktop.domain.profiles import Edition, Norm, WorkRelation
from intervisie_desktop.domain.sessions import Session


class TieKind(StrEnum):
    """What ties two people: the same employer or client, or a relation that was recorded."""

    EMPLOYER = "employer"
    CLIENT = "client"
    MANAGER = "manager"
    COLLEAGUE = "colleague"
    PARTNER = "partner"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two people of a group who have to do with each other, and what the edition says of it.

    For MANAGER the first is the leidinggevende; otherwise they stand in the order of their ids.
    `employer` is where both work, as it was typed. `silent` are those who have not yet said that
    they feel safe in this group, which matters where the verdict is "allowed if safe". `norm` is
    what the verdict rests on; an edition that asks nothing allows everything.
    """

    first_id: str
    second_id: str
    kind: TieKind
    verdict: WorkRelation
    employer: str = ""
    silent: tuple[str, ...] = ()
    norm: Norm[WorkRelation] | None = None

    @property
    def people(self) -> tuple[str, str]:
        """Both, in the order of their ids."""
        first, second = sorted((self.first_id, self.second_id))
        return first, second


def ties_in(
    book: Casebook, members: Iterable[str], day: date, edition: Edition, group_id: str | None = None
) -> tuple[Tie, ...]:
    """Every tie between these people on a day, one per pair; a recorded relation goes before work.

    `members` need not belong together yet: ask before they do. Without `group_id` nobody has said
    to feel safe.
    """
    there = sorted(set(members))
    found: dict[tuple[str, str], Tie] = {}
    for employer, people in workplaces(book, there, day).items():
        for first, second in combinations(sorted(people), 2):
            found[first, second] = _tie(edition, first, second, TieKind.EMPLOYER, employer)
    for tie in _recorded(book, there, day, edition):
        before = found.get(tie.people)
        if before is None or tie.kind is not TieKind.CLIENT:
            found[tie.people] = _graver(tie, before)
    return _with_silence(book, found.values(), group_id)


def ties_beyond_work(
    book: Casebook, members: Iterable[str], day: date, edition: Edition, group_id: str | None = None
) -> tuple[Tie, ...]:
    """Those that do not come from one employer: a shared client and the recorded relations."""
    return _with_silence(book, _recorded(book, sorted(set(members)), day, edition), group_id)


def workplaces(book: Casebook, members: Iterable[str], day: date) -> dict[str, list[str]]:
    """Who works where on a day, by employer as it was typed first; who works nowhere is absent."""
    names: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for person in members:
        for job in book.having(Employment, participant_id=person):
            if job.employer and day in job.period:
                name = names.setdefault(folded(job.employer), job.employer)
                here = found.setdefault(name, [])
                here += [] if person in here else [person]
    return found


def felt_safe(book: Casebook, participant_id: str, group_id: str | None) -> bool:
    """Whether someone ever said to feel safe in this group."""
    if group_id is None:
        return False
    said = [a for a in book.having(Attendance, participant_id=participant_id) if a.safe]
    sessions = (book.find(Session, attendance.session_id) for attendance in said)
    return any(session is not None and session.group_id == group_id for session in sessions)


def _recorded(book: Casebook, there: list[str], day: date, edition: Edition) -> Iterator[Tie]:
    """By client, then the relations; a pair may come more than once."""
    clients: dict[str, dict[str, str]] = {}
    for person in there:
        for job in book.having(Employment, participant_id=person):
            if job.client_id and day in job.period:
                clients.setdefault(job.client_id, {})[person] = job.employer
    for of_client in clients.values():
        employer = next(iter(of_client.values()))
        for first, second in combinations(of_client, 2):
            yield _tie(edition, first, second, TieKind.CLIENT, employer)
    inside = set(there)
    for person in there:
        for relation in book.having(Relation, first_id=person):
            if relation.second_id in inside and day in relation.period:
                kind = TieKind(relation.kind.value)
                yield _tie(edition, person, relation.second_id, kind, "")


def _with_silence(book: Casebook, ties: Iterable[Tie], group_id: str | None) -> tuple[Tie, ...]:
    """The ties in order, with those who have not said that they feel safe where that matters."""
    known = sorted(ties, key=lambda tie: tie.people)
    asked = {p for tie in known if _asks_safety(tie) for p in tie.people}
    silent = {p for p in asked if not felt_safe(book, p, group_id)}
    return tuple(_silenced(tie, silent) for tie in known)


def _tie(edition: Edition, first: str, second: str, kind: TieKind, employer: str) -> Tie:
    norm = edition.work_relation
    if kind is TieKind.MANAGER and edition.hierarchy is not None:
        norm = edition.hierarchy
    if kind is TieKind.OTHER:
        norm = None
    if kind is not TieKind.MANAGER:
        first, second = sorted((first, second))
    return Tie(
        first_id=first,
        second_id=second,
        kind=kind,
        verdict=norm.value if norm else WorkRelation.ALLOWED,
        employer=employer,
        norm=norm,
    )


_WEIGHT = {verdict: weight for weight, verdict in enumerate(WorkRelation)}


def _graver(relation: Tie, before: Tie | None) -> Tie:
    """Of two ties of one pair the one that weighs most; of equals the later, it says more."""
    if before is None or _WEIGHT[relation.verdict] >= _WEIGHT[before.verdict]:
        return relation
    return before


def _asks_safety(tie: Tie) -> bool:
    return tie.verdict is WorkRelation.ALLOWED_IF_SAFE


def _silenced(tie: Tie, silent: set[str]) -> Tie:
    if not _asks_safety(tie) or not silent & {*tie.people}:
        return tie
    return replace(tie, silent=tuple(p for p in tie.people if p in silent))
