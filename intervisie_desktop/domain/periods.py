"""Spans of days, both ends included and both open at will."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to and including `end`; None means open."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"period ends before it starts: {self.start} .. {self.end}")

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: Period) -> bool:
        """True when there is a day that lies in both."""
        starts_in_time = other.end is None or self.start is None or self.start <= other.end
        return starts_in_time and (
            self.end is None or other.start is None or other.start <= self.end
        )


def calendar_year(year: int) -> Period:
    """1 January up to and including 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
