"""Ties in a group: who works with whom, and what the rules of the day say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
    for employer, kind, people in _workplaces(book, there, day):
        for first, second in combinations(sorted(people), 2):
            found.setdefault((first, second), _tie(edition, first, second, kind, employer))
    inside = set(there)
    for person in there:
        for relation in book.having(Relation, first_id=person):
            if relation.second_id in inside and day in relation.period:
                kind = TieKind(relation.kind.value)
                tie = _tie(edition, person, relation.second_id, kind, "")
                found[tie.people] = _graver(tie, found.get(tie.people))
    return tuple(_with_silent(book, tie, group_id) for _, tie in sorted(found.items()))


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
    return any(
        attendance.safe and session is not None and session.group_id == group_id
        for attendance in book.having(Attendance, participant_id=participant_id)
        for session in (book.find(Session, attendance.session_id),)
    )


def _workplaces(
    book: Casebook, members: list[str], day: date
) -> Iterable[tuple[str, TieKind, list[str]]]:
    """The places of work that more than one of them shares: by employer, then by client."""
    for employer, people in workplaces(book, members, day).items():
        if len(people) > 1:
            yield employer, TieKind.EMPLOYER, people
    clients: dict[str, dict[str, str]] = {}
    for person in members:
        for job in book.having(Employment, participant_id=person):
            if job.client_id and day in job.period:
                clients.setdefault(job.client_id, {})[person] = job.employer
    for of_client in clients.values():
        if len(of_client) > 1:
            yield next(iter(of_client.values())), TieKind.CLIENT, list(of_client)


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
    """Of two ties of one pair the one that weighs most; of equals the relation, it says more."""
    if before is None or _WEIGHT[relation.verdict] >= _WEIGHT[before.verdict]:
        return relation
    return before


def _with_silent(book: Casebook, tie: Tie, group_id: str | None) -> Tie:
    if tie.verdict is not WorkRelation.ALLOWED_IF_SAFE:
        return tie
    silent = tuple(p for p in tie.people if not felt_safe(book, p, group_id))
    return Tie(
        first_id=tie.first_id, second_id=tie.second_id, kind=tie.kind, verdict=tie.verdict,
        employer=tie.employer, silent=silent, norm=tie.norm,
    )  # fmt: skip
