"""Points for sessions: what a profile gives, where it rounds, and where it stops (rule P01)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from intervisie_desktop.domain.profiles import PointRounding, PointRule

WHOLE = 100
"""Hundredths in a point; a register may count in quarters."""


_EACH = PointRounding.SESSION


class Earned(NamedTuple):
    """Presence that counts: the day and its minutes."""

    day: date
    minutes: int


def earned(rule: PointRule, presence: Iterable[Earned]) -> int:
    """Hundredths of a point that presence earns, before any most over more than one day."""
    if rule.rounding is PointRounding.YEAR:
        return rounded_once(rule, presence)
    if rule.plain:
        each = rule.per_minutes
        return sum([minutes // each for _, minutes in presence]) * rule.worth
    days: defaultdict[date, list[int]] = defaultdict(list)
    for day, minutes in presence:
        if minutes > 0:
            days[day].append(minutes)
    return sum(capped(_of_day(rule, minutes), rule.day_max) for minutes in days.values())


def rounded_once(rule: PointRule, presence: Iterable[Earned]) -> int:
    """The same with the rest of a point dropped only once, over everything together.

    What is over the most of a day does not come back through it.
    """
    if rule.per_session is not None:
        return earned(replace(rule, rounding=_EACH), presence)
    days: defaultdict[date, int] = defaultdict(int)
    for day, minutes in presence:
        days[day] += minutes
    most = None
    if rule.day_max is not None and rule.worth:
        most = rule.day_max * WHOLE * rule.per_minutes // rule.worth
    total = sum(minutes if most is None else min(minutes, most) for minutes in days.values())
    return total // rule.per_minutes * rule.worth


def capped(hundredths: int, most: int | None) -> int:
    """No more than so many whole points."""
    return hundredths if most is None else min(hundredths, most * WHOLE)


def _of_day(rule: PointRule, minutes: list[int]) -> int:
    if rule.per_session is not None:
        return len(minutes) * rule.per_session
    if rule.rounding is PointRounding.DAY:
        return sum(minutes) // rule.per_minutes * rule.worth
    return sum(one // rule.per_minutes for one in minutes) * rule.worth
