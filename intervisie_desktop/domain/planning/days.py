"""Special days of the calendar: public holidays as data, and the days the clock changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """A feast day; `free` is False where most people work (Goede Vrijdag, most 5 Mays)."""

    day: date
    name: str
    free: bool = True


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The night in which the clock is moved; `forward` is the start of summer time."""

    day: date
    forward: bool


def clock_changes(year: int) -> tuple[ClockChange, ClockChange]:
    """The last Sundays of March and October (Directive 2000/84/EC, in force since 2002)."""
    return (
        ClockChange(_last_sunday(date(year, 3, 31)), forward=True),
        ClockChange(_last_sunday(date(year, 10, 31)), forward=False),
    )


def _last_sunday(last_day: date) -> date:
    return last_day - timedelta(days=(last_day.weekday() + 1) % 7)
