"""The words, tone and sign of a year standing, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence

from intervisie_desktop.domain.standing import PeriodStanding, StandingState, YearStanding
from intervisie_desktop.ui.text.counts import (
    day_short,
    day_weekday,
    hours,
    hours_word,
    telwoord,
)

#: State → (word, tone, icon), as in design.md: the icon never stands without its word.
LOOKS: dict[StandingState, tuple[str, str, str]] = {
    StandingState.ACHIEVED: ("gehaald", "ok", "circle-check"),
    StandingState.ON_COURSE: ("op koers", "ok", "check"),
    StandingState.TIGHT: ("krap", "waarschuwing", "triangle-alert"),
    StandingState.TO_PLAN: ("te plannen", "waarschuwing", "calendar-plus"),
    StandingState.SHORT: ("tekort", "fout", "octagon-x"),
    StandingState.UNREACHABLE: ("onhaalbaar", "fout", "octagon-x"),
    StandingState.NO_TARGET: ("geen doel", "neutral", ""),
}

_WORST_FIRST = (
    StandingState.UNREACHABLE,
    StandingState.SHORT,
    StandingState.TO_PLAN,
    StandingState.TIGHT,
    StandingState.ON_COURSE,
    StandingState.ACHIEVED,
    StandingState.NO_TARGET,
)


def look(state: StandingState) -> tuple[str, str, str]:
    """Word, tone and sign of a state."""
    return LOOKS[state]


def gravest_state(standing: PeriodStanding) -> StandingState:
    """The state of hours or of sessions, whichever stands worse."""
    return min(standing.state, standing.sessions_state, key=_WORST_FIRST.index)


def period_span(standing: PeriodStanding) -> str:
    """From when to when: "1 jan 2024 – 31 dec 2026"."""
    start, end = standing.start, standing.end
    return f"{day_short(start, year=True)} – {day_short(end, year=True)}"


def period_sentence(standing: PeriodStanding) -> str:
    """How a registration period stands, in hours and in sessions where both are asked."""
    parts = []
    if standing.target or standing.made or standing.planned:
        parts.append(f"{hours(standing.made)} nu")
        parts += [f"{hours(standing.planned)} gepland"] if standing.planned else []
        parts += [f"doel {hours(standing.target)}"] if standing.target else []
        if standing.missing:
            parts.append(f"nog {hours_word(standing.missing)} nodig")
    if standing.sessions_target:
        held, coming = standing.sessions_made, standing.sessions_planned
        parts.append(f"{held} van {standing.sessions_target} bijeenkomsten, {coming} gepland")
    if standing.missing and standing.last_safe_day is not None:
        parts.append(f"uiterlijk {day_short(standing.last_safe_day, year=True)} inhalen")
    said = ", ".join(parts)
    return said if standing.whole else f"{said}. Uren van voor deze praktijk zijn niet bekend."


def least_favourable(standings: Sequence[YearStanding]) -> YearStanding | None:
    """The standing to show where there is room for one."""
    return min(standings, key=lambda one: _WORST_FIRST.index(one.state), default=None)


def target_reason(standing: YearStanding) -> str:
    """Why another number is due than the norm of the year; nothing when it is the norm."""
    if not standing.bound:
        return "dit jaar nog niet verplicht"
    parts = []
    if standing.reduced.minutes:
        months = telwoord(standing.reduced.months, "maand", "maanden")
        parts.append(f"{hours(standing.reduced.minutes)} minder na {months} uitval")
    if standing.carried:
        parts.append(f"{hours(standing.carried)} meegenomen uit vorig jaar")
    if standing.deficit:
        parts.append(f"{hours(standing.deficit)} erbij van vorig jaar")
    return ", ".join(parts)


def remark(standing: YearStanding) -> str:
    """What a figure does not say: why the target differs, and until when to catch up."""
    parts = [target_reason(standing)]
    if standing.last_safe_day is not None:
        parts.append(f"uiterlijk {day_short(standing.last_safe_day)} inhalen")
    elif standing.missing and standing.state is StandingState.UNREACHABLE:
        parts.append("te weinig dagen over")
    return "; ".join(part for part in parts if part)


def until(standing: YearStanding) -> str:
    """Until when there is time to catch up; nothing when nothing is lacking."""
    if standing.last_safe_day is not None:
        return f"Uiterlijk {day_weekday(standing.last_safe_day)} inhalen."
    if standing.missing and standing.state is StandingState.UNREACHABLE:
        return "Dit jaar zijn er te weinig dagen over om het nog te halen."
    return ""


def sentence(standing: YearStanding) -> str:
    """How the year stands: "2,5 nu, 4,5 gepland, doel 8,0, nog 1,0 uur nodig"."""
    parts = [f"{hours(standing.made)} nu"]
    if standing.planned:
        parts.append(f"{hours(standing.planned)} gepland")
    if standing.target:
        parts.append(f"doel {hours(standing.target)}")
    if standing.target and standing.missing:
        parts.append(f"nog {hours_word(standing.missing)} nodig")
    if standing.last_safe_day is not None:
        parts.append(f"uiterlijk {day_short(standing.last_safe_day)} inhalen")
    return ", ".join(parts)
