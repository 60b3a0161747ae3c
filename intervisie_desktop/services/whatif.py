"""What if (Wat als): acts are tried on the practice and judged, before anything is kept.

The same use cases run as when they are done for real: in a transaction that is rolled back to
see what they would come to, and in one that is kept, as one step, to take them over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import singledispatch
from itertools import chain

from intervisie_desktop.domain.changes import ChangeSet, Outcome, Subject
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.people import Absence
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.planning.conflicts import Conflict
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.supposing import StandingShift, Supposition
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.attempts import (
    AddSession,
    Attempt,
    CancelSession,
    ChangeProfiles,
    FallOut,
    JoinGroup,
    LeaveGroup,
    MoveSession,
    StayAway,
    Visit,
)
from intervisie_desktop.services.attendance import AttendanceService
from intervisie_desktop.services.casebook import records_of
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.finding_names import FindingNames
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.guests import GuestsService
from intervisie_desktop.services.holding import HoldingService
from intervisie_desktop.services.people import PeopleService
from intervisie_desktop.services.sessions import SessionsService
from intervisie_desktop.storage.joint import Door
from intervisie_desktop.storage.reads.groups import group_rows
from intervisie_desktop.storage.reads.people import person_rows
from intervisie_desktop.storage.reads.sessions import roster
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

__all__ = [
    "AddSession",
    "Attempt",
    "CancelSession",
    "ChangeProfiles",
    "FallOut",
    "JoinGroup",
    "LeaveGroup",
    "MoveSession",
    "StandingShift",
    "StayAway",
    "Supposition",
    "Visit",
]


class RepeatedIds:
    """Ids that are the same each time an attempt is done again, so findings keep their keys."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._given: list[str] = []
        self._at = 0

    def again(self) -> None:
        """Begin with the first one."""
        self._at = 0

    def new(self, prefix: str) -> str:
        """The next id: the one of the time before, or a fresh one."""
        if self._at == len(self._given):
            self._given.append(self._ids.new(prefix))
        self._at += 1
        return self._given[self._at - 1]


@dataclass(frozen=True, slots=True)
class Tried:
    """One attempt of a try-out, with the ids of what it makes."""

    attempt: Attempt
    ids: RepeatedIds


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a try-out would come to.

    `refusals` and `conflicts` are by the place of the attempt in the list; what was refused is
    not in the difference. `names` are those of the practice as it would be.
    """

    difference: Supposition
    names: FindingNames
    refusals: Mapping[int, Refusal]
    conflicts: Mapping[int, tuple[Conflict, ...]]


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session that is still to come, with who is expected, by id and name."""

    id: str
    group_id: str
    code: str
    day: date
    start: int
    end: int
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be tried on: groups and people by (id, name), sessions to come and memberships.

    A membership is (id, participant, name, code of the group); `profiles` is that of each group.
    """

    sessions: tuple[PlannedSession, ...]
    groups: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    memberships: tuple[tuple[str, str, str, str], ...]
    profiles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Cases:
    """The use cases of a try-out, through one door."""

    door: Door
    sessions: SessionsService
    holding: HoldingService
    groups: GroupsService
    people: PeopleService
    attendance: AttendanceService
    guests: GuestsService


class WhatIfService:
    """Tries acts and takes them over; a try-out itself is a list that the asker keeps."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._compliance = compliance

    def choices(self) -> Choices:
        """What can be tried on, as it is today."""
        today = self._clock.today()
        with self._store.reading() as read:
            groups = {row.id: row for row in group_rows(read, today, archived=False)}
            people = {row.id: row for row in person_rows(read, today)}
            belong = read.memberships.where(group_id=list(groups)) if groups else []
            coming = read.sessions.where(state=SessionState.PLANNED)
            ahead = [s for s in coming if s.day >= today and s.group_id in groups]
            sessions = tuple(
                PlannedSession(
                    s.id, s.group_id, groups[s.group_id].code, s.day, s.start, s.end,
                    tuple((line.participant_id, line.name) for line in roster(read, s)),
                )
                for s in ahead
            )  # fmt: skip
        memberships = sorted(
            (people[m.participant_id].name, m.id, m.participant_id, groups[m.group_id].code)
            for m in belong
            if m.participant_id in people and (m.period.end is None or m.period.end >= today)
        )
        return Choices(
            sessions,
            tuple((row.id, row.name) for row in groups.values()),
            tuple((row.id, row.name) for row in people.values()),
            tuple((key, who, name, code) for name, key, who, code in memberships),
            {row.id: row.profiles for row in groups.values()},
        )

    def attempt(self, attempt: Attempt) -> Tried:
        """An attempt, to be put in a try-out."""
        return Tried(attempt, RepeatedIds(self._ids))

    def rehearse(self, tried: Sequence[Tried]) -> Rehearsed:
        """What all attempts together would come to; nothing of it is kept or written."""
        refusals: dict[int, Refusal] = {}
        conflicts: dict[int, tuple[Conflict, ...]] = {}
        with self._store.rehearse() as door:
            touched: list[str] = []
            for place, one in enumerate(tried):
                try:
                    touched.append(self._do(door, one))
                except Refusal as refusal:
                    refusals[place] = refusal
                    touched.append("")
            changes = door.recorded().changes
            with door.reading() as read:
                records = _records(read, changes)
                for place, session_id in enumerate(touched):
                    session = read.sessions.find(session_id) if session_id else None
                    if session is not None:
                        sessions = SessionsService(door, self._clock, self._ids)
                        conflicts[place] = sessions.conflicts(session)
        difference = self._compliance.suppose(
            changes, lambda subject, owner: records.get((subject, owner), ())
        )
        names = FindingNames(difference.book, self._compliance.profiles())
        return Rehearsed(difference, names, refusals, conflicts)

    def take_over(self, tried: Sequence[Tried]) -> Outcome[int]:
        """Does all attempts for real as one step and gives how many; else the first refusal.

        One attempt is kept under its own act.
        """
        with self._store.together("what_if_taken_over", count=len(tried)) as door:
            for one in tried:
                self._do(door, one)
            if len(tried) == 1:
                door.name = door.acts[0]
        return door.outcome(len(tried))

    def _do(self, door: Door, one: Tried) -> str:
        """Does an attempt; the session whose place in the agenda is another now, if any."""
        one.ids.again()
        parts = (door, self._clock, one.ids)
        cases = _Cases(
            door,
            SessionsService(*parts),
            HoldingService(*parts),
            GroupsService(*parts),
            PeopleService(*parts),
            AttendanceService(*parts),
            GuestsService(*parts),
        )
        return _act(one.attempt, cases)


def _records(read: Reading, changes: ChangeSet) -> dict[tuple[Subject, str], tuple[object, ...]]:
    """What each owner in the changes stands for, to judge after the transaction."""
    return {(c.subject, c.id): tuple(records_of(read, c.subject, c.id)) for c in changes.changes}


@singledispatch
def _act(attempt: Attempt, cases: _Cases) -> str:
    raise TypeError(f"no act for {attempt} with {cases}")


@_act.register
def _move(attempt: MoveSession, cases: _Cases) -> str:
    cases.sessions.move(attempt.session_id, attempt.day, attempt.start)
    return attempt.session_id


@_act.register
def _cancel(attempt: CancelSession, cases: _Cases) -> str:
    cases.holding.cancel(attempt.session_id, attempt.reason)
    return ""


@_act.register
def _add(attempt: AddSession, cases: _Cases) -> str:
    draft = cases.sessions.draft(attempt.group_id, attempt.day, attempt.start, attempt.end)
    return cases.sessions.plan(draft).value.id


@_act.register
def _leave(attempt: LeaveGroup, cases: _Cases) -> str:
    cases.groups.leave(attempt.membership_id, attempt.last_day)
    return ""


@_act.register
def _join(attempt: JoinGroup, cases: _Cases) -> str:
    people = (attempt.participant_id,)
    cases.groups.join(attempt.group_id, people, attempt.since, attempt.role)
    return ""


@_act.register
def _change_profiles(attempt: ChangeProfiles, cases: _Cases) -> str:
    group = cases.groups.card(attempt.group_id).group
    cases.groups.change(replace(group, profiles=attempt.profiles))
    return ""


@_act.register
def _fall_out(attempt: FallOut, cases: _Cases) -> str:
    period = Period(attempt.first, attempt.last)
    who = attempt.participant_id
    cases.people.put(Absence(id="", participant_id=who, kind=attempt.kind, period=period))
    with cases.door.reading() as read:
        missed = tuple(_planned_for(read, who, period))
    for session in missed:
        cases.attendance.mark_excused(session.id, who)
    return ""


@_act.register
def _stay_away(attempt: StayAway, cases: _Cases) -> str:
    cases.attendance.mark_excused(attempt.session_id, attempt.participant_id)
    return ""


@_act.register
def _visit(attempt: Visit, cases: _Cases) -> str:
    cases.guests.add(attempt.session_id, attempt.participant_id)
    return ""


def _planned_for(read: Reading, participant_id: str, period: Period) -> Iterable[Session]:
    """The planned sessions someone would be at in a period, as member or as guest."""
    members = read.memberships.where(participant_id=participant_id)
    there = read.attendances.where(participant_id=participant_id)
    groups = {m.group_id for m in members}
    own = read.sessions.where(group_id=list(groups)) if groups else []
    asked = read.sessions.where(id=[a.session_id for a in there]) if there else []
    as_member = (
        s for s in own if any(m.group_id == s.group_id and s.day in m.period for m in members)
    )
    found = {s.id: s for s in chain(as_member, asked)}
    return (
        s
        for s in sorted(found.values(), key=lambda s: (s.day, s.start))
        if s.state is SessionState.PLANNED and s.day in period
    )
