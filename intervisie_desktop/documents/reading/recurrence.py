"""The days on which a repeating event falls (RFC 5545 RRULE), never further than asked for.

Of our own, because a rule that never fits ("30 February") keeps the usual library counting up to
the year 9999. What calendars of people do not hold is a ValueError: rules by the hour, week
numbers, days of the year.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST"}
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")

Tally = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule for days; `weekdays` are (ordinal, weekday) pairs, ordinal 0 for every one."""

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    months: frozenset[int] = frozenset()
    month_days: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    def days(self, start: date, begin: date, end: date, tally: Tally) -> Iterator[date]:
        """The days from `start` to `end` in order; those before `begin` may be left out.

        `tally` hears how many days were looked at, and may raise to make an end of it.
        """
        rule = self._with_defaults(start)
        for number in count(rule.first_period(start, begin)):
            first, candidates = rule.period(start, number)
            if first > end:
                return
            tally(len(candidates) + 1)
            yield from (day for day in rule.chosen(candidates) if start <= day <= end)

    def first_period(self, start: date, begin: date) -> int:
        """A period that ends before `begin`, counted in intervals from that of `start`."""
        ahead = (begin - start).days
        per_period = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}[self.frequency]
        return max(0, ahead // (per_period * self.interval) - 1)

    def period(self, start: date, number: int) -> tuple[date, Sequence[date]]:
        """First day and candidate days of the period that lies this many intervals on."""
        steps = number * self.interval
        if self.frequency == "DAILY":
            day = start + timedelta(days=steps)
            fits = self._fits_month(day) and self._fits_weekday(day)
            return day, [day] if fits else []
        if self.frequency == "WEEKLY":
            back = (start.weekday() - self.week_start) % 7
            first = start + timedelta(days=7 * steps - back)
            week = (first + timedelta(days=i) for i in range(7))
            return first, [day for day in week if self._fits_month(day) and self._fits_weekday(day)]
        if self.frequency == "MONTHLY":
            year, month = divmod(start.year * 12 + start.month - 1 + steps, 12)
            return date(year, month + 1, 1), self._of_month(year, month + 1)
        year = start.year + steps
        return date(year, 1, 1), self._of_year(year)

    def chosen(self, candidates: Sequence[date]) -> Iterable[date]:
        """The candidates that BYSETPOS picks, all of them without it."""
        if not self.positions:
            return candidates
        size = len(candidates)
        places = {place - 1 if place > 0 else size + place for place in self.positions}
        return [candidates[place] for place in sorted(places) if 0 <= place < size]

    def _with_defaults(self, start: date) -> Recurrence:
        """What a rule leaves open follows from its start."""
        weekdays, months, month_days = self.weekdays, self.months, self.month_days
        if self.frequency == "WEEKLY" and not weekdays:
            weekdays = ((0, start.weekday()),)
        if self.frequency in {"MONTHLY", "YEARLY"} and not weekdays and not month_days:
            month_days = (start.day,)
            if self.frequency == "YEARLY" and not months:
                months = frozenset({start.month})
        return Recurrence(
            self.frequency, self.interval, weekdays, months, month_days, self.positions,
            self.week_start,
        )  # fmt: skip

    def _of_year(self, year: int) -> list[date]:
        by_year = not self.months and any(ordinal for ordinal, _ in self.weekdays)
        if by_year:
            days = [
                date(year, 1, 1) + timedelta(days=i) for i in range(365 + calendar.isleap(year))
            ]
            return [day for day in self._nth(days) if self._fits_month(day)]
        return [day for m in sorted(self.months or range(1, 13)) for day in self._of_month(year, m)]

    def _of_month(self, year: int, month: int) -> list[date]:
        if self.months and month not in self.months:
            return []
        size = calendar.monthrange(year, month)[1]
        numbers = {day if day > 0 else size + 1 + day for day in self.month_days}
        if self.month_days and not self.weekdays:
            return [date(year, month, day) for day in sorted(numbers) if 0 < day <= size]
        days = [date(year, month, day) for day in range(1, size + 1)]
        return [day for day in self._nth(days) if not numbers or day.day in numbers]

    def _nth(self, days: list[date]) -> list[date]:
        """The days of a month or year that BYDAY names, such as the second Tuesday."""
        found: set[date] = set()
        for ordinal, weekday in self.weekdays or [(0, day) for day in range(7)]:
            these = days[(weekday - days[0].weekday()) % 7 :: 7]
            place = ordinal - 1 if ordinal > 0 else ordinal
            if ordinal == 0:
                found.update(these)
            elif -len(these) <= place < len(these):
                found.add(these[place])
        return sorted(found)

    def _fits_month(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        size = calendar.monthrange(day.year, day.month)[1]
        return not self.month_days or bool({day.day, day.day - size - 1} & set(self.month_days))

    def _fits_weekday(self, day: date) -> bool:
        return not self.weekdays or (0, day.weekday()) in self.weekdays


def recurrence_of(parts: Mapping[str, Sequence[object]]) -> Recurrence:
    """The rule in the parts of an RRULE; COUNT and UNTIL are the caller's. ValueError otherwise."""
    unknown = set(parts) - _KNOWN
    frequency = _words(parts, "FREQ")[:1]
    if unknown or frequency[0] not in _FREQUENCIES:
        raise ValueError(f"not understood: {sorted(unknown) or frequency}")
    weekdays = tuple(map(_weekday, _words(parts, "BYDAY")))
    if any(ordinal for ordinal, _ in weekdays) and frequency[0] in {"DAILY", "WEEKLY"}:
        raise ValueError("an ordinal weekday without a month or a year")
    return Recurrence(
        frequency=frequency[0],
        interval=_numbers(parts, "INTERVAL", 1, 1_000_000)[0] if "INTERVAL" in parts else 1,
        weekdays=weekdays,
        months=frozenset(_numbers(parts, "BYMONTH", 1, 12)),
        month_days=_signed(parts, "BYMONTHDAY", 31),
        positions=_signed(parts, "BYSETPOS", 366),
        week_start=_WEEKDAYS.index((_words(parts, "WKST") or ["MO"])[0]),
    )


def _words(parts: Mapping[str, Sequence[object]], key: str) -> list[str]:
    return [str(word).upper() for word in parts.get(key, ())]


def _numbers(
    parts: Mapping[str, Sequence[object]], key: str, least: int, most: int
) -> tuple[int, ...]:
    numbers = tuple(int(word) for word in _words(parts, key))
    if not all(least <= number <= most for number in numbers):
        raise ValueError(key)
    return numbers


def _signed(parts: Mapping[str, Sequence[object]], key: str, most: int) -> tuple[int, ...]:
    numbers = _numbers(parts, key, -most, most)
    if 0 in numbers:
        raise ValueError(key)
    return numbers


def _weekday(word: str) -> tuple[int, int]:
    match = _BY_DAY.fullmatch(word)
    if match is None:
        raise ValueError(word)
    return int(match[1] or 0), _WEEKDAYS.index(match[2])
