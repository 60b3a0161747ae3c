"""How the year and the registration periods of a participant stand; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.standing import PeriodStanding, StandingState, YearStanding
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.ui.text import standings as words

_SHORT = frozenset(
    {StandingState.SHORT, StandingState.UNREACHABLE, StandingState.TO_PLAN, StandingState.TIGHT}
)


@dataclass(frozen=True, slots=True)
class YearLine:
    """How a year or a period stands under one profile, for the hour bar.

    `catch_up` says that looking for a place to catch up makes sense.
    """

    profile: str
    made: int
    planned: int
    target: int
    state: tuple[str, str, str]
    words: str
    catch_up: bool = False


def year_lines(
    compliance: ComplianceService, participant_id: str, year: int, today: date
) -> tuple[YearLine, ...]:
    """The year under every profile."""
    profiles = compliance.profiles()
    return tuple(
        _year(one, profiles[one.profile].short_name, today)
        for one in compliance.standings_of(participant_id)
        if one.year == year
    )


def period_lines(
    compliance: ComplianceService, participant_id: str, today: date
) -> tuple[YearLine, ...]:
    """The registration periods that run, of every register."""
    profiles = compliance.profiles()
    found: Iterable[PeriodStanding] = compliance.periods_of(participant_id)
    return tuple(
        _period(one, profiles[one.profile].short_name)
        for one in found
        if one.start <= today <= one.end
    )


def _year(standing: YearStanding, profile: str, today: date) -> YearLine:
    said = words.sentence(standing)
    reason = words.target_reason(standing)
    running = standing.year == today.year and standing.stays and not standing.secondary
    return YearLine(
        profile=profile,
        made=standing.made,
        planned=standing.planned,
        target=standing.target,
        state=words.look(standing.state),
        words=f"{said} ({reason})" if reason else said,
        catch_up=running and standing.state in _SHORT,
    )


def _period(standing: PeriodStanding, profile: str) -> YearLine:
    return YearLine(
        profile=f"{profile}, {words.period_span(standing)}",
        made=standing.made,
        planned=standing.planned,
        target=standing.target,
        state=words.look(words.gravest_state(standing)),
        words=words.period_sentence(standing),
    )
