"""What else is in the way of a date: busy times and days that are not free to plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyTime:
    """A time at which the facilitator is not free, from an imported calendar; local wall time.

    The title of the event is not kept: only that the time is taken, and from which file.
    """

    id: str
    source: str
    start: datetime
    end: datetime
    all_day: bool = False


class FreeKind(StrEnum):
    """Why a day is marked."""

    SCHOOL_HOLIDAY = "school_holiday"
    OWN_HOLIDAY = "own_holiday"


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePeriod:
    """A school holiday of a region ("noord", "midden", "zuid") or a holiday of one's own."""

    id: str
    kind: FreeKind
    name: str
    first: date
    last: date
    region: str = ""
    source: str = ""
