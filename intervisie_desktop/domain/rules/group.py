"""G: the size and the make-up of a group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.people import Participant, Registration, folded
from intervisie_desktop.domain.profiles import Norm, RegisterShare, WorkRelation, mentions
from intervisie_desktop.domain.relations import TieKind, felt_safe, ties_beyond_work, workplaces
from intervisie_desktop.domain.views import Breach, GroupView, SessionView

_UNWANTED = {
    WorkRelation.FORBIDDEN: Severity.ERROR,
    WorkRelation.DISCOURAGED: Severity.WARNING,
}


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
    norm = view.edition.register_min
    if norm is None or view.edition.registers is None:
        return
    registered = _registered(view)
    if registered < norm.value:
        breach = Breach(Severity.ERROR)
        yield view.found("G05", norm, breach, count=registered, required=norm.value)


def too_small_a_share(view: SessionView) -> Iterator[Finding]:
    """G05: too small a part of those present is in the register: half, most or all should be."""
    norm, there = view.edition.register_share, len(view.present)
    if norm is None or view.edition.registers is None or not there:
        return
    needed = {
        RegisterShare.HALF: (there + 1) // 2,
        RegisterShare.MAJORITY: there // 2 + 1,
        RegisterShare.ALL: there,
    }[norm.value]
    registered = _registered(view)
    if registered < needed:
        yield view.found(
            "G05", norm, Breach(Severity.ERROR, aspect="share"), count=registered,
            required=needed, present=there, share=norm.value.value,
        )  # fmt: skip


def _registered(view: SessionView) -> int:
    """How many of those present stood in one of the registers on the day."""
    registers, day = view.edition.registers, view.session.day
    if registers is None:
        return 0
    return sum(
        1
        for p in view.present
        if any(
            day in r.period and mentions(r.register, registers.value)
            for r in view.book.having(Registration, participant_id=p.participant_id)
        )
    )


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


def hierarchy(view: GroupView) -> Iterator[Finding]:
    """G06: someone in the group is the leidinggevende of another, which the profile does not want.

    Where it is allowed as long as both feel safe, G08 asks for their statement.
    """
    norm = view.edition.hierarchy
    if norm is None or norm.value not in _UNWANTED:
        return
    for tie in view.ties:
        if tie.kind is TieKind.MANAGER:
            breach = Breach(_UNWANTED[norm.value], aspect=f"manager+{tie.second_id}")
            yield view.found_of(tie.first_id, "G06", norm, breach, other=tie.second_id)


def work_relation(view: GroupView) -> Iterator[Finding]:
    """G07: two people in the group work together, and the profile does not want that."""
    norm = view.edition.work_relation
    if norm is None or norm.value not in _UNWANTED:
        return
    for tie in view.ties:
        if tie.norm is norm:
            breach = Breach(_UNWANTED[norm.value], aspect="+".join(tie.people))
            yield view.found("G07", norm, breach, participants=list(tie.people), how=tie.kind.value)


def colleagues(view: GroupView) -> Iterator[Finding]:
    """G08: colleagues share a group without each having said that they feel safe in it."""
    norm = view.edition.work_relation
    if norm is None or norm.value is not WorkRelation.ALLOWED_IF_SAFE:
        return
    for employer, people in _offices(view):
        silent = [p for p in people if not felt_safe(view.book, p, view.group.id)]
        if silent:
            breach = Breach(Severity.WARNING, aspect=folded(employer))
            yield view.found(
                "G08", norm, breach, employer=employer, count=len(people), participants=silent
            )
    yield from _not_safe(view, norm)


def of_different_rank(view: GroupView) -> Iterator[Finding]:
    """G08: a leidinggevende and someone below did not both say that they feel safe together."""
    norm = view.edition.hierarchy
    if norm is not None and norm.value is WorkRelation.ALLOWED_IF_SAFE:
        yield from _not_safe(view, norm)


def _offices(view: GroupView) -> list[tuple[str, list[str]]]:
    """The employers that several members share today."""
    found = workplaces(view.book, view.member_ids, view.book.today)
    return [(employer, people) for employer, people in found.items() if len(people) > 1]


def _not_safe(view: GroupView, norm: Norm[WorkRelation]) -> Iterator[Finding]:
    """What is not said already of everyone of one employer."""
    asked = view.edition.work_relation
    together = asked is not None and asked.value is WorkRelation.ALLOWED_IF_SAFE
    ties = ties_beyond_work(
        view.book, view.member_ids, view.book.today, view.edition, view.group.id
    )
    silent = {tie.people: tie for tie in ties if tie.norm is norm and tie.silent}
    said = [set(people) for _, people in _offices(view)] if together and silent else []
    for pair, tie in silent.items():
        if not any(set(pair) <= people for people in said):
            breach = Breach(Severity.WARNING, aspect="+".join(pair))
            yield view.found(
                "G08", norm, breach, employer=tie.employer, how=tie.kind.value, count=2,
                participants=list(tie.silent),
            )  # fmt: skip


def mixed_professions(view: GroupView) -> Iterator[Finding]:
    """G09: the people in the group do not share a profession."""
    norm = view.edition.same_profession
    if norm is None or not norm.value:
        return
    found = [view.book.find(Participant, p) for p in view.member_ids]
    names = {folded(p.profession): p.profession for p in found if p and p.profession}
    if len(names) > 1:
        breach = Breach(Severity.WARNING)
        yield view.found("G09", norm, breach, how="profession", professions=sorted(names.values()))


def mixed_fields_of_law(view: SessionView) -> Iterator[Finding]:
    """G09: those present (or to come) share no field of law, where the edition asks it.

    Someone may work in several; of whom nothing was recorded nothing is said.
    """
    norm = view.edition.same_field_of_law
    if norm is None or not norm.value:
        return
    # Mostly nobody's is recorded at all, which is seen at once.
    if set(view.book.index(Participant, "field_of_law")) <= {""}:
        return
    people = view.by_participant if view.taken_place else view.expected
    typed = [view.group.field_of_law]
    for who in people:
        person = view.book.find(Participant, who)
        typed.append(person.field_of_law if person else "")
    fields = {text: _fields(text) for text in typed if text.strip()}
    if len(fields) > 1 and not frozenset.intersection(*fields.values()):
        breach = Breach(Severity.ERROR, at_most=view.at_most)
        yield view.found("G09", norm, breach, how="field_of_law", fields=sorted(fields))


def composition_unsettled(view: GroupView) -> Iterator[Finding]:
    """G09: with whom it was settled who belongs together is not recorded."""
    norm, group = view.edition.composition_agreed, view.group
    if norm is None or not norm.value or not view.member_ids:
        return
    if group.composition_agreed_on is None:
        breach = Breach(Severity.TIP, aspect="composition")
        yield view.found("G09", norm, breach, how="composition", count=len(view.member_ids))


@lru_cache(maxsize=1024)
def _fields(text: str) -> frozenset[str]:
    """The fields of law in what was typed: "huurrecht, arbeidsrecht en bouwrecht" is three."""
    return frozenset(part.strip() for part in re.split(r"[,;/&]| en ", folded(text)))


def too_few_locations(view: GroupView) -> Iterator[Finding]:
    """G10: the group comes from fewer places of work than the profile asks."""
    norm = view.edition.locations_min
    if norm is None or not view.member_ids:
        return
    places = workplaces(view.book, view.member_ids, view.book.today)
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
