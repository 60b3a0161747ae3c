"""G: the size and the make-up of a group."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.people import (
    Employment,
    Participant,
    Registration,
    Relation,
    RelationKind,
    folded,
)
from intervisie_desktop.domain.profiles import WorkRelation, mentions
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.views import Breach, GroupView, SessionView

_AT_WORK = frozenset({RelationKind.MANAGER, RelationKind.COLLEAGUE, RelationKind.PARTNER})


def too_few(view: SessionView) -> Iterator[Finding]:
    """G01: fewer counting people took part than the profile asks, so the session does not count."""
    norm = view.edition.group_min
    if norm is None or not view.taken_place:
        return
    if view.counted < norm.value:
        others = [p.participant_id for p in view.present if not p.counts]
        facts: dict[str, object] = {"present": len(view.present), "not_counting": others}
        breach = Breach(Severity.ERROR, trace=(("present", facts),))
        yield view.found("G01", norm, breach, count=view.counted, required=norm.value)
        return
    stayed = sum(1 for p in view.present if p.counts and p.measure.counted)
    if stayed < norm.value and view.edition.short_stay is not None and view.whole.counted:
        # Nobody wrote down whether leaving early voids a session for those who stayed.
        breach = Breach(Severity.WARNING, aspect="stayed")
        reading = view.edition.short_stay
        yield view.found("G01", reading, breach, count=stayed, required=norm.value)


def too_many(view: SessionView) -> Iterator[Finding]:
    """G02: more counting people took part than the profile allows."""
    norm = view.edition.group_max
    if norm is not None and view.taken_place and view.counted > norm.value:
        breach = Breach(Severity.ERROR)
        yield view.found("G02", norm, breach, count=view.counted, required=norm.value)


def more_than_advised(view: SessionView) -> Iterator[Finding]:
    """G03: the group was larger than the profile advises."""
    norm = view.edition.group_advised_max
    if norm is not None and view.counted > norm.value:
        figures: dict[str, object] = {"count": view.counted, "required": norm.value}
        yield view.found("G03", norm, Breach(Severity.WARNING), side="most", **figures)


def fewer_than_advised(view: SessionView) -> Iterator[Finding]:
    """G03: the group was smaller than the profile advises."""
    norm = view.edition.group_advised_min
    if norm is not None and 0 < view.counted < norm.value:
        figures: dict[str, object] = {"count": view.counted, "required": norm.value}
        yield view.found("G03", norm, Breach(Severity.WARNING), side="least", **figures)


def not_counting(view: SessionView) -> Iterator[Finding]:
    """G04: a trainee or guest took part, who does not count for the size of the group."""
    norm = view.edition.functions_not_counting
    if norm is None:
        return
    others = [p.participant_id for p in view.present if not p.counts]
    if others:
        yield view.found("G04", norm, Breach(Severity.TIP), participants=others, count=view.counted)


def too_few_registered(view: SessionView) -> Iterator[Finding]:
    """G05: fewer people of the register itself took part than the profile asks."""
    norm, registers = view.edition.register_min, view.edition.registers
    if norm is None or registers is None or not view.taken_place:
        return
    day = view.session.day
    registered = sum(
        1
        for p in view.present
        if any(
            day in r.period and mentions(r.register, registers.value)
            for r in view.book.having(Registration, participant_id=p.participant_id)
        )
    )
    if registered < norm.value:
        breach = Breach(Severity.ERROR)
        yield view.found("G05", norm, breach, count=registered, required=norm.value)


def excluded_function(view: GroupView) -> Iterator[Finding]:
    """G06: someone in the group has a function that may not be there."""
    norm = view.edition.excluded_functions
    if norm is None:
        return
    for participant_id in view.member_ids:
        function = view.book.function_on(participant_id, view.book.today)
        if function and mentions(function, norm.value):
            breach = Breach(Severity.ERROR)
            yield view.found_of(participant_id, "G06", norm, breach, function=function)


def work_relation(view: GroupView) -> Iterator[Finding]:
    """G07: two people in the group work together, and the profile does not want that."""
    norm = view.edition.work_relation
    if norm is None or norm.value not in {WorkRelation.FORBIDDEN, WorkRelation.DISCOURAGED}:
        return
    forbidden = norm.value is WorkRelation.FORBIDDEN
    severity = Severity.ERROR if forbidden else Severity.WARNING
    for pair, how in _ties(view).items():
        breach = Breach(severity, aspect="+".join(pair))
        yield view.found("G07", norm, breach, participants=list(pair), how=how)


def colleagues(view: GroupView) -> Iterator[Finding]:
    """G08: colleagues share a group without each having said that they feel safe in it."""
    norm = view.edition.work_relation
    if norm is None or norm.value is not WorkRelation.ALLOWED_IF_SAFE:
        return
    for employer, people in _employers(view).items():
        if len(people) < 2:
            continue
        silent = [p for p in people if not _felt_safe(view, p)]
        if silent:
            breach = Breach(Severity.WARNING, aspect=folded(employer))
            yield view.found(
                "G08", norm, breach, employer=employer, count=len(people), participants=silent
            )


def mixed_professions(view: GroupView) -> Iterator[Finding]:
    """G09: the people in the group do not share a profession."""
    norm = view.edition.same_profession
    if norm is None or not norm.value:
        return
    found = [view.book.find(Participant, p) for p in view.member_ids]
    names = {folded(p.profession): p.profession for p in found if p and p.profession}
    if len(names) > 1:
        breach = Breach(Severity.WARNING)
        yield view.found("G09", norm, breach, professions=sorted(names.values()))


def too_few_locations(view: GroupView) -> Iterator[Finding]:
    """G10: the group comes from fewer places of work than the profile asks."""
    norm = view.edition.locations_min
    if norm is None or not view.member_ids:
        return
    places = _employers(view)
    if places and len(places) < norm.value:
        breach = Breach(Severity.ERROR)
        yield view.found("G10", norm, breach, count=len(places), required=norm.value)


def no_margin(view: SessionView) -> Iterator[Finding]:
    """G11: one more absence, or less, makes a planned session too small to count."""
    norm = view.edition.group_min
    if norm is None or not view.upcoming:
        return
    expected = sum(view.expected.values())
    if expected <= norm.value:
        away = len(view.roles) - sum(1 for p in view.roles if p in view.expected)
        facts: dict[str, object] = {"members": len(view.roles), "excused": away}
        breach = Breach(Severity.WARNING, trace=(("expected", facts),))
        yield view.found("G11", norm, breach, count=expected, required=norm.value)


def _employers(view: GroupView) -> dict[str, list[str]]:
    """Members by the employer they work for today."""
    today = view.book.today
    names: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for participant_id in view.member_ids:
        jobs = view.book.having(Employment, participant_id=participant_id)
        for job in jobs:
            if job.employer and today in job.period:
                name = names.setdefault(folded(job.employer), job.employer)
                found.setdefault(name, []).append(participant_id)
    return found


def _ties(view: GroupView) -> dict[tuple[str, str], str]:
    """Pairs of members who work together, with how: their relation or "employer"."""
    today, members = view.book.today, set(view.member_ids)
    ties: dict[tuple[str, str], str] = {}
    for people in _employers(view).values():
        ties |= {(a, b): "employer" for a in people for b in people if a < b}
    for participant_id in view.member_ids:
        for relation in view.book.having(Relation, first_id=participant_id):
            known = relation.kind in _AT_WORK and today in relation.period
            if known and relation.second_id in members:
                pair = sorted((participant_id, relation.second_id))
                ties[pair[0], pair[1]] = relation.kind.value
    return ties


def _felt_safe(view: GroupView, participant_id: str) -> bool:
    return any(
        attendance.safe and session is not None and session.group_id == view.group.id
        for attendance in view.book.having(Attendance, participant_id=participant_id)
        for session in (view.book.find(Session, attendance.session_id),)
    )
