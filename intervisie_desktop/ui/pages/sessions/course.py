"""The course of a session: its method, how many cases, and what became of each phase; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from intervisie_desktop.domain.methods import Method, TimeCheck
from intervisie_desktop.domain.sessions import Session, SessionPhase
from intervisie_desktop.domain.sessions import SessionState as Stage
from intervisie_desktop.services.methods import fit, named, plan_of
from intervisie_desktop.ui.pages.sessions.state import CourseState, PhaseLine
from intervisie_desktop.ui.text import counts

OWN_WORDS = "Deze werkvorm staat niet in de lijst; kies er een om fasen en tijden te zien."
NOTHING = "Kies bij de gegevens een werkvorm; hier staan dan de fasen met hun tijd."
AS_PLANNED = "Alles volgens plan"


@dataclass(frozen=True, slots=True)
class Known:
    """The methods there are, and the profiles the group falls under."""

    methods: tuple[Method, ...]
    profiles: Sequence[str]

    def of(self, session: Session) -> Method | None:
        """The method of a session, or None for words of one's own."""
        return named(self.methods, session.method)


def with_phases(session: Session, known: Known) -> Session:
    """The session with the phases of its method planned, where nothing was planned yet."""
    if session.phases:
        return session
    return replace(session, phases=plan_of(known.of(session)))


def with_method(session: Session, name: str, known: Known) -> Session:
    """The session with another method; the course of the one before is let go."""
    return with_phases(replace(session, method=name, phases=()), known)


def with_plan(session: Session, name: str, value: Any, known: Known) -> Session:
    """The session with another "method" or number of "cases", and its phases planned."""
    if name == "method":
        return with_method(session, value, known)
    return with_phases(replace(session, cases=value), known)


def with_actual(session: Session, index: int, minutes: int | None) -> Session:
    """The session with what a phase really took; a phase that took time was not skipped."""
    phase = session.phases[index]
    skipped = phase.skipped and not minutes
    return _with_phase(session, index, replace(phase, actual=minutes, skipped=skipped))


def with_skipped(session: Session, index: int, skipped: bool) -> Session:
    """The session with a phase skipped, which then took no time, or not skipped after all."""
    phase = session.phases[index]
    actual = None if skipped else phase.actual
    return _with_phase(session, index, replace(phase, skipped=skipped, actual=actual))


def as_planned(session: Session) -> Session:
    """The session with every phase that nothing was recorded of taken as planned."""
    phases = tuple(
        phase if phase.skipped or phase.actual is not None else replace(phase, actual=phase.minutes)
        for phase in session.phases
    )
    return replace(session, phases=phases)


def course_state(session: Session, known: Known) -> CourseState:
    """The card Verloop."""
    method = known.of(session)
    planned = with_phases(session, known)
    check = fit(planned, known.profiles)
    recordable = session.state is Stage.HELD
    hints = {phase.name: phase.hint for phase in method.phases} if method else {}
    lines = tuple(
        PhaseLine(n, phase.name, _min(phase.minutes), phase.actual, phase.skipped,
                  hints.get(phase.name, ""))
        for n, phase in enumerate(planned.phases)
    )  # fmt: skip
    open_lines = [p for p in planned.phases if p.actual is None and not p.skipped]
    return CourseState(
        method=method.name if method else session.method,
        none="" if lines else OWN_WORDS if session.method else NOTHING,
        check=_check_words(check) if check else ("", "", ""),
        lines=lines,
        recordable=recordable,
        done=_done_words(planned.phases) if recordable or session.state is Stage.CLOSED else "",
        as_planned=AS_PLANNED if recordable and open_lines else "",
    )


def _check_words(check: TimeCheck) -> tuple[str, str, str]:
    """Sign, token and sentence of whether it fits."""
    case, whole = _min(check.case_minutes), _min(check.minutes)
    around = f"het programma eromheen duurt {_min(check.around)}"
    if not check.cases:
        room = counts.telwoord(check.cases_that_fit, "inbreng", "inbrengen")
        return "clock", "ink-3", f"Eén inbreng duurt {case}; in {whole} is ruimte voor {room}."
    if check.fits:
        return "circle-check", "ok", f"{check.cases} × {case} past in {whole}; {around}."
    per = f"er is {_min(check.per_case)} per inbreng"
    over = f"{_min(check.over)} te veel"
    return (
        "triangle-alert",
        "waarschuwing",
        (f"{check.cases} × {case} past niet in {whole}: {over}; {per}, want {around}."),
    )


def _min(minutes: int) -> str:
    return f"{minutes} min"


def _done_words(phases: Sequence[SessionPhase]) -> str:
    known = [p for p in phases if p.skipped or p.actual is not None]
    if not known:
        return "nog niets vastgelegd" if phases else ""
    taken = sum(phase.actual or 0 for phase in phases)
    return f"{len(known)} van {len(phases)} vastgelegd, {_min(taken)}"


def _with_phase(session: Session, index: int, phase: SessionPhase) -> Session:
    phases = (*session.phases[:index], phase, *session.phases[index + 1 :])
    return replace(session, phases=phases)
