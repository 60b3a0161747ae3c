"""The own duty of a facilitator: hours followed elsewhere against the norm of a year.

Leading does not count (rules.md N15), so only hours that were typed in do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, OwnHours
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.standing import (
    Outlook,
    Room,
    StandingState,
    last_safe_day,
    state_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStanding:
    """A year of one's own, in minutes; `short_days` were too short to count.

    `last_safe_day` is the last day on which catching up may begin; None when nothing is lacking
    or it is too late.
    """

    year: int
    made: int
    planned: int
    target: int
    state: StandingState
    short_days: tuple[date, ...] = ()
    last_safe_day: date | None = None

    @property
    def missing(self) -> int:
        """What is still lacking when everything goes as planned."""
        return max(0, self.target - self.made - self.planned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """A designation or registration that ends within a while, or has ended without a next one."""

    designation: Designation
    ends: date
    days: int

    @property
    def over(self) -> bool:
        """True when it does not hold any more."""
        return self.days < 0


def own_standing(
    hours: Iterable[OwnHours], edition: Edition | None, year: int, today: date
) -> OwnStanding:
    """How a year of one's own stands under the edition of that year; no edition asks nothing.

    A day counts from the least to the most that the edition allows; days after today are planned.
    """
    days: dict[date, int] = {}
    for one in hours:
        if one.day.year == year:
            days[one.day] = days.get(one.day, 0) + one.minutes
    least = edition.day_min.value if edition and edition.day_min else 0
    most = edition.day_max.value if edition and edition.day_max else None
    counted = {day: _counted(minutes, least, most) for day, minutes in days.items()}
    made = sum(minutes for day, minutes in counted.items() if day <= today)
    planned = sum(minutes for day, minutes in counted.items() if day > today)
    target = edition.year_min.value if edition and edition.year_min else 0
    last = date(year, 12, 31)
    missing = max(0, target - made - planned)
    first = max(today, date(year, 1, 1))
    safe = last_safe_day(missing, Room(first, last, most, least, counted)) if missing else None
    outlook = Outlook(
        made=made, forecast=made + planned, offered=made + planned, target=target,
        reachable=not missing or safe is not None,
    )  # fmt: skip
    return OwnStanding(
        year=year,
        made=made,
        planned=planned,
        target=target,
        state=state_of(outlook, last, today),
        short_days=tuple(sorted(day for day, minutes in days.items() if minutes < least)),
        last_safe_day=safe,
    )


def expiries(terms: Iterable[Designation], today: date, within: int) -> tuple[Expiry, ...]:
    """Per register the last term, when it ends within so many days or has ended already."""
    last: dict[tuple[str, str], Designation] = {}
    for term in terms:
        key = (term.facilitator_id, term.register.strip().casefold())
        known = last.get(key)
        if known is None or _end(term.period) > _end(known.period):
            last[key] = term
    found = [
        Expiry(designation=term, ends=_end(term.period), days=(_end(term.period) - today).days)
        for term in last.values()
    ]
    return tuple(sorted((one for one in found if one.days <= within), key=lambda one: one.ends))


def _counted(minutes: int, least: int, most: int | None) -> int:
    if minutes < least:
        return 0
    return minutes if most is None else min(minutes, most)


def _end(period: Period) -> date:
    return period.end or date.max
