"""L: who leads, and by what right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.own_duty import term_of
from intervisie_desktop.domain.people import Participant, Relation, RelationKind, bare_name
from intervisie_desktop.domain.practice import Designation, Facilitator
from intervisie_desktop.domain.profiles import mentions
from intervisie_desktop.domain.standing import StandingState
from intervisie_desktop.domain.views import Breach, GroupView, PracticeView, SessionView

_FINE = (StandingState.ACHIEVED, StandingState.ON_COURSE, StandingState.TIGHT)


def no_leader(view: SessionView) -> Iterator[Finding]:
    """L01: nobody leads the session."""
    norm = view.edition.facilitator_required
    if norm is None or not norm.value or not (view.taken_place or view.upcoming):
        return
    if view.facilitator is None:
        severity = Severity.ERROR if view.taken_place else Severity.WARNING
        yield view.found("L01", norm, Breach(severity))


def not_designated(view: SessionView) -> Iterator[Finding]:
    """L02: the designation or registration of the leader does not hold on the day."""
    norm, leader = view.edition.designation_register, view.facilitator
    if norm is None or leader is None or not (view.taken_place or view.upcoming):
        return
    known = [
        d
        for d in view.book.of(Designation, "facilitator_id", leader.id)
        if mentions(d.register, (norm.value,))
    ]
    terms = [term_of(designation, view.edition) for designation in known]
    if any(view.session.day in term for term in terms):
        return
    ended = [term.end for term in terms if term.end and term.end < view.session.day]
    severity = Severity.ERROR if view.taken_place else Severity.WARNING
    yield view.found(
        "L02", norm, Breach(severity), facilitator=leader.id, register=norm.value,
        ended=max(ended).isoformat() if ended else "",
    )  # fmt: skip


def in_no_register(view: SessionView) -> Iterator[Finding]:
    """L02: the leader stands in none of the registers of which one is asked."""
    norm, leader = view.edition.designation_registers, view.facilitator
    if norm is None or leader is None:
        return
    known = view.book.of(Designation, "facilitator_id", leader.id)
    if any(mentions(d.register, norm.value) and view.session.day in d.period for d in known):
        return
    severity = Severity.ERROR if view.taken_place else Severity.WARNING
    yield view.found(
        "L02", norm, Breach(severity, aspect="registers"), facilitator=leader.id,
        registers=list(norm.value), ended="",
    )  # fmt: skip


def designation_ends(view: PracticeView) -> Iterator[Finding]:
    """L03: the designation of a leader ends within a few months."""
    norm, register = view.edition.designation_warn_days, view.edition.designation_register
    if norm is None or register is None:
        return
    today = view.book.today
    for leader_id in view.leaders:
        terms = [
            term_of(designation, view.edition)
            for designation in view.book.of(Designation, "facilitator_id", leader_id)
            if mentions(designation.register, (register.value,))
        ]
        ends = [term.end or date.max for term in terms if term.end is None or term.end >= today]
        if ends and max(ends) < today + timedelta(days=norm.value):
            left = (max(ends) - today).days
            breach = Breach(Severity.WARNING)
            yield view.found_of(
                leader_id, "L03", norm, breach, ends=max(ends).isoformat(), days=left
            )


def leader_from_outside(view: SessionView) -> Iterator[Finding]:
    """L04: the leader should be one of the participants, of their own profession."""
    norm, leader = view.edition.facilitator_from_group, view.facilitator
    if norm is None or not norm.value or leader is None or not view.taken_place:
        return
    known = view.book.having(Participant, called=bare_name(leader.name))
    if not any(person.id in view.by_participant for person in known):
        yield view.found("L04", norm, Breach(Severity.ERROR), facilitator=leader.id)


def leader_above(view: GroupView) -> Iterator[Finding]:
    """L04: the leader is the leidinggevende of someone in the group."""
    norm = view.edition.leader_no_hierarchy
    leader = view.book.find(Facilitator, view.group.facilitator_id)
    if norm is None or not norm.value or leader is None:
        return
    today, members = view.book.today, set(view.member_ids)
    for person in view.book.having(Participant, called=bare_name(leader.name)):
        for relation in view.book.of(Relation, "first_id", person.id):
            above = relation.kind is RelationKind.MANAGER and today in relation.period
            if above and relation.second_id in members:
                breach = Breach(Severity.ERROR, aspect=f"above+{relation.second_id}")
                yield view.found_of(relation.second_id, "L04", norm, breach, facilitator=leader.id)


def own_duty_open(view: PracticeView) -> Iterator[Finding]:
    """L05: leading does not meet the leader's own yearly duty; so much of it was made elsewhere."""
    norm, year = view.edition.leading_is_no_attendance, view.book.today.year
    if norm is None or not norm.value:
        return
    for leader_id in view.leaders:
        duty = view.own_duty(leader_id, year)
        if duty is None or duty.state in _FINE:
            continue
        trace = tuple(
            ("own_hours", {"day": one.day.isoformat(), "minutes": one.minutes, "where": one.where})
            for one in duty.hours
        )
        yield view.found_of(
            leader_id, "L05", norm, Breach(Severity.TIP, trace=trace), made=duty.made,
            required=duty.target, missing=duty.missing, year=year,
            last_safe=duty.last_safe_day.isoformat() if duty.last_safe_day else "",
        )  # fmt: skip
