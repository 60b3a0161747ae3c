"""A series of dates (reeks) as data, such as every second Tuesday, and the real days it gives."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from intervisie_desktop.domain.errors import Refusal

LONGEST_SERIES = 200
LAST = -1


class SeriesUnit(StrEnum):
    """What a series counts in."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRule:
    """Every `every` weeks or months on `weekdays` (0 is Monday), `times` times or `until` a day.

    A monthly rule picks the weekdays by `ordinals`: 1 to 5 from the start of the month, -1 the
    last one. Months without a fifth one are skipped. The end is what is reached first.
    """

    unit: SeriesUnit
    weekdays: tuple[int, ...]
    every: int = 1
    ordinals: tuple[int, ...] = ()
    times: int | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if not self.weekdays or any(not 0 <= day <= 6 for day in self.weekdays):
            raise ValueError(f"weekdays are 0 to 6: {self.weekdays}")
        if self.every < 1 or (self.times is not None and self.times < 1):
            raise ValueError("a series repeats at least once")
        if bool(self.ordinals) != (self.unit is SeriesUnit.MONTH):
            raise ValueError("ordinals belong to months")
        if any(n not in {1, 2, 3, 4, 5, LAST} for n in self.ordinals):
            raise ValueError(f"ordinals are 1 to 5 or -1: {self.ordinals}")


def series_dates(rule: SeriesRule, start: date) -> tuple[date, ...]:
    """The days of the series on or after `start`, in order.

    Weeks and months are counted from the one in which the first day falls. Raises Refusal
    "series_without_end" when nothing ends it and "series_too_long" above `LONGEST_SERIES` days.
    """
    if rule.times is None and rule.until is None:
        raise Refusal("series_without_end")
    if rule.times is not None and rule.times > LONGEST_SERIES:
        raise Refusal("series_too_long", most=LONGEST_SERIES)
    days: list[date] = []
    for day in _days_from(rule, start):
        if rule.until is not None and day > rule.until:
            break
        days.append(day)
        if len(days) == rule.times:
            break
        if len(days) > LONGEST_SERIES:
            raise Refusal("series_too_long", most=LONGEST_SERIES)
    return tuple(days)


def ordinal_of(day: date) -> int:
    """Which of its weekday in the month this day is: 1 to 4, and -1 for a fifth."""
    number = (day.day - 1) // 7 + 1
    return LAST if number == 5 else number


def _days_from(rule: SeriesRule, start: date) -> Iterator[date]:
    """The days without an end, on or after `start`."""
    blocks = _weeks(rule, start) if rule.unit is SeriesUnit.WEEK else _months(rule, start)
    for block in blocks:
        yield from block


def _weeks(rule: SeriesRule, start: date) -> Iterator[list[date]]:
    monday = start - timedelta(days=start.weekday())
    weekdays = sorted(set(rule.weekdays))
    if start.weekday() > weekdays[-1]:
        monday += timedelta(weeks=1)
    while monday.year < date.max.year:
        week = [monday + timedelta(days=n) for n in weekdays]
        yield [day for day in week if day >= start]
        monday += timedelta(weeks=rule.every)


def _months(rule: SeriesRule, start: date) -> Iterator[list[date]]:
    year, month, anchored = start.year, start.month, False
    while year < date.max.year:
        block = [day for day in _in_month(rule, year, month) if day >= start]
        anchored = anchored or bool(block)
        yield block
        # Until the first day is found every month is looked at; from there every n months.
        ahead = month - 1 + (rule.every if anchored else 1)
        year, month = year + ahead // 12, ahead % 12 + 1


def _in_month(rule: SeriesRule, year: int, month: int) -> list[date]:
    first_weekday, length = calendar.monthrange(year, month)
    found: set[date] = set()
    for weekday in rule.weekdays:
        days = range(1 + (weekday - first_weekday) % 7, length + 1, 7)
        for ordinal in rule.ordinals:
            if ordinal == LAST:
                found.add(date(year, month, days[-1]))
            elif ordinal <= len(days):
                found.add(date(year, month, days[ordinal - 1]))
    return sorted(found)
