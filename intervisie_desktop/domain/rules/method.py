"""M: the method of a session, the time it takes, its phases, and some variety."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.methods import (
    Method,
    Phase,
    ProgrammeItem,
    TimeCheck,
    advises,
    asks,
    in_order,
    missing_phases,
    time_check,
)
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.views import Breach, GroupView, SessionView


def no_method(view: SessionView) -> Iterator[Finding]:
    """M01: no method is chosen, though the profile asks one."""
    norm = view.edition.method_required
    if norm is not None and norm.value and not view.method_name:
        severity = Severity.WARNING if view.taken_place else Severity.TIP
        yield view.found("M01", norm, Breach(severity))


def no_series(view: GroupView) -> Iterator[Finding]:
    """M01: a group that should come together periodically has too few meetings."""
    norm = view.edition.series_min
    if norm is None or not view.member_ids:
        return
    count = len(view.sessions)
    if 0 < count < norm.value:
        breach = Breach(Severity.WARNING, aspect="series")
        yield view.found("M01", norm, breach, count=count, required=norm.value)


def time_too_short(view: SessionView) -> Iterator[Finding]:
    """M02: the cases that are planned do not fit in the session."""
    norm, case = view.edition.agenda_minutes, _case(view)
    cases = _cases(view)
    if norm is None or not case or not cases:
        return
    pauses = sum(pause.minutes for pause in view.session.breaks)
    around = (ProgrammeItem(name="", minutes=norm.value), ProgrammeItem(name="", minutes=pauses))
    check = time_check(around, cases, [ProgrammeItem(name="", minutes=case)], view.session.minutes)
    if not check.fits:
        yield view.found(
            "M02", norm, Breach(Severity.WARNING, trace=_sum(check, norm.value, pauses)),
            minutes=check.minutes, required=check.needed, over=check.over, cases=cases,
            case=case, room=check.per_case, fitting=check.cases_that_fit,
        )  # fmt: skip


def too_few_cases(view: SessionView) -> Iterator[Finding]:
    """M02: fewer cases are planned than there are participants, where each has one."""
    norm, cases = view.edition.case_per_participant, view.session.cases
    if norm is None or not norm.value or cases is None:
        return
    there = len(view.expected)
    if cases < there:
        breach = Breach(Severity.WARNING, aspect="cases")
        yield view.found("M02", norm, breach, cases=cases, required=there)


def phase_left_out(view: SessionView) -> Iterator[Finding]:
    """M03: a phase was skipped, or they did not follow each other in the order that is asked."""
    norm = view.edition.phases
    if norm is None or view.running:
        return
    taken = _taken(view)
    if not taken:
        return
    left_out = list(missing_phases(norm.value, taken))
    if left_out:
        breach = Breach(Severity.WARNING)
        yield view.found("M03", norm, breach, phases=left_out, count=len(norm.value))
    elif not in_order(norm.value, taken):
        breach = Breach(Severity.WARNING, aspect="order")
        asked = {folded(name) for name in norm.value}
        came = [name for name in taken if folded(name) in asked]
        yield view.found("M03", norm, breach, phases=came, count=len(norm.value))


def advice_over_questions(view: SessionView) -> Iterator[Finding]:
    """M03: more time goes to advice than to questions, where questions come first."""
    norm, method = view.edition.questions_over_advice, view.method
    if norm is None or not norm.value or method is None:
        return
    took = _minutes_by_name(view)
    asking = _minutes(method, took, asking=True)
    advising = _minutes(method, took, asking=False)
    if asking < advising:
        breach = Breach(Severity.WARNING, aspect="advice")
        yield view.found("M03", norm, breach, asking=asking, advising=advising)


def same_again(view: GroupView) -> Iterator[Finding]:
    """M04: the same method several times in a row."""
    norm = view.edition.method_variation
    if norm is None:
        return
    names = [session.method or view.group.method for session in view.sessions]
    run = 0
    for name in reversed(names):
        if not name or folded(name) != folded(names[-1]):
            break
        run += 1
    if run >= norm.value:
        yield view.found(
            "M04", norm, Breach(Severity.TIP), method=names[-1], count=run, required=norm.value
        )


def _case(view: SessionView) -> int:
    """Minutes of one case: as planned for this session, else as the method says; 0 unknown."""
    planned = sum(phase.minutes for phase in view.session.phases)
    return planned or (view.method.minutes if view.method else 0)


def _cases(view: SessionView) -> int:
    """How many cases are planned; where everyone has one and nothing was said, one each."""
    if view.session.cases is not None:
        return view.session.cases
    each = view.edition.case_per_participant
    return len(view.expected) if each is not None and each.value else 0


def _sum(check: TimeCheck, agenda: int, pauses: int) -> tuple[tuple[str, dict[str, object]], ...]:
    facts: dict[str, object] = {
        "agenda": agenda, "pauses": pauses, "cases": check.cases, "case": check.case_minutes,
        "needed": check.needed, "minutes": check.minutes,
    }  # fmt: skip
    return (("time_check", facts),)


def _taken(view: SessionView) -> list[str]:
    """The phases by name as they went or are planned, else those of the method."""
    phases = view.session.phases
    if phases:
        return [phase.name for phase in phases if not phase.skipped and phase.actual != 0]
    return [phase.name for phase in view.method.phases] if view.method else []


def _minutes_by_name(view: SessionView) -> dict[str, int]:
    return {
        folded(phase.name): 0 if phase.skipped else phase.minutes
        if phase.actual is None else phase.actual
        for phase in view.session.phases
    }  # fmt: skip


def _minutes(method: Method, took: dict[str, int], *, asking: bool) -> int:
    """What the phases for questions, or those for advice, took or are to take."""

    def lasted(phase: Phase) -> int:
        return took.get(folded(phase.name), phase.minutes)

    return sum(
        lasted(phase)
        for phase in method.phases
        if (asks(phase) and not advises(phase) if asking else advises(phase))
    )
