"""The words, tone and sign of a year standing, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence

from intervisie_desktop.domain.standing import StandingState, YearStanding
from intervisie_desktop.ui.text.counts import hours, hours_word

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


def least_favourable(standings: Sequence[YearStanding]) -> YearStanding | None:
    """The standing to show where there is room for one."""
    return min(standings, key=lambda one: _WORST_FIRST.index(one.state), default=None)


def sentence(standing: YearStanding) -> str:
    """How the year stands: "2,5 nu, 4,5 gepland, doel 8,0, tekort 1,0 uur"."""
    parts = [f"{hours(standing.made)} nu"]
    if standing.planned:
        parts.append(f"{hours(standing.planned)} gepland")
    if standing.target:
        parts.append(f"doel {hours(standing.target)}")
    if standing.target and standing.missing:
        parts.append(f"nog {hours_word(standing.missing)} nodig")
    return ", ".join(parts)
