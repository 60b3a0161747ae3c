"""Points for sessions: what a profile gives, where it rounds, and where it stops (rule P01)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from intervisie_desktop.domain.profiles import PointRounding, PointRule

WHOLE = 100
"""Hundredths in a point; a register may count in quarters."""


class Earned(NamedTuple):
    """Presence that counts: the day and its minutes."""

    day: date
    minutes: int


class PointAccount(NamedTuple):
    """Points in hundredths: earned by the rounding of the rule, and over what the others round.

    `earned` is before the most of a year or period, `over_year` what it would be with the rest
    dropped only once, over everything together.
    """

    earned: int
    over_year: int


def account(rule: PointRule, presence: Iterable[Earned]) -> PointAccount:
    """What presence earns, before any cap over more than one day."""
    sessions = [earned for earned in presence if earned.minutes > 0]
    if rule.rounding is PointRounding.YEAR:
        earned = _over_all(rule, sessions)
        return PointAccount(earned, earned)
    return PointAccount(_over_days(rule, sessions), _over_all(rule, sessions))


def capped(hundredths: int, most: int | None) -> int:
    """No more than so many whole points."""
    return hundredths if most is None else min(hundredths, most * WHOLE)


def _over_days(rule: PointRule, sessions: Iterable[Earned]) -> int:
    days: defaultdict[date, list[int]] = defaultdict(list)
    for session in sessions:
        days[session.day].append(session.minutes)
    return sum(capped(_of_day(rule, minutes), rule.day_max) for minutes in days.values())


def _of_day(rule: PointRule, minutes: list[int]) -> int:
    if rule.per_session is not None:
        return len(minutes) * rule.per_session
    if rule.rounding is PointRounding.DAY:
        return sum(minutes) // rule.per_minutes * rule.worth
    return sum(one // rule.per_minutes for one in minutes) * rule.worth


def _over_all(rule: PointRule, sessions: list[Earned]) -> int:
    """The rest dropped once; what is over the most of a day does not come back through it."""
    if rule.per_session is not None:
        return _over_days(rule, sessions)
    days: defaultdict[date, int] = defaultdict(int)
    for session in sessions:
        days[session.day] += session.minutes
    if rule.day_max is not None and rule.worth:
        most = rule.day_max * WHOLE * rule.per_minutes // rule.worth
        days = defaultdict(int, {day: min(minutes, most) for day, minutes in days.items()})
    return sum(days.values()) // rule.per_minutes * rule.worth
