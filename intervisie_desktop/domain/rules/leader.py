"""L: who leads, and by what right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.own_duty import own_standing
from intervisie_desktop.domain.people import Participant, bare_name
from intervisie_desktop.domain.practice import Designation, Facilitator, OwnHours
from intervisie_desktop.domain.profiles import mentions
from intervisie_desktop.domain.views import Breach, PracticeView, SessionView


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
        for d in view.book.having(Designation, facilitator_id=leader.id)
        if mentions(d.register, (norm.value,))
    ]
    if any(view.session.day in d.period for d in known):
        return
    ended = [d.period.end for d in known if d.period.end and d.period.end < view.session.day]
    severity = Severity.ERROR if view.taken_place else Severity.WARNING
    yield view.found(
        "L02", norm, Breach(severity), facilitator=leader.id, register=norm.value,
        ended=max(ended).isoformat() if ended else "",
    )  # fmt: skip


def designation_ends(view: PracticeView) -> Iterator[Finding]:
    """L03: the designation of a leader ends within a few months."""
    norm, register = view.edition.designation_warn_days, view.edition.designation_register
    if norm is None or register is None:
        return
    today = view.book.today
    for leader_id in view.leaders:
        ends = [
            d.period.end or date.max
            for d in view.book.having(Designation, facilitator_id=leader_id)
            if mentions(d.register, (register.value,))
            and (d.period.end is None or d.period.end >= today)
        ]
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


def own_duty(view: PracticeView) -> Iterator[Finding]:
    """L05: leading does not meet the leader's own yearly duty, and own hours do not yet."""
    norm, among = view.edition.leading_is_no_attendance, view.edition.professions_counting
    if norm is None or among is None or not norm.value:
        return
    for leader_id in view.leaders:
        leader = view.book.find(Facilitator, leader_id)
        if leader is None or not leader.profession or not mentions(leader.profession, among.value):
            continue
        if view.book.having(Participant, called=bare_name(leader.name)):
            continue
        today, hours = view.book.today, view.book.having(OwnHours, facilitator_id=leader_id)
        own = own_standing(hours, view.edition, today.year, today)
        if not own.target or own.made < own.target:
            yield view.found_of(
                leader_id, "L05", norm, Breach(Severity.TIP), year=today.year,
                made=own.made, planned=own.planned, required=own.target,
            )  # fmt: skip
