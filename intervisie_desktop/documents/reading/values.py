"""Days and hours as people type them in a list."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OTHER_MONTHS = {"mrt": 3, "mar": 3, "may": 5, "oct": 10}
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: 0?0:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
_WORDED = re.compile(r"(?:[a-z]+ )?(\d{1,2})[ -]([a-z]{3,10})\.?[ -](\d{4}|\d{2})")
_SERIAL = re.compile(r"\d{5}")
_EXCEL_DAY_ZERO = date(1899, 12, 30)

_CLOCK = re.compile(r"(\d{1,2})\s*[:u]\s*([0-5]\d)(?:\s*(?:uur|u|min|m))?\.?")
_HOURS = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?|[½¼¾])\s*(?:uur|uren|u|hrs?|h)?\.?")
_MINUTES = re.compile(r"(\d{1,3})\s*(?:minuten|minuut|min|m|')\.?")
_BOTH = re.compile(r"(\d{1,2})\s*(?:uur|u|h)\s*(?:en\s*)?(\d{1,2})\s*(?:minuten|min|m)\.?")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.u]\s*([0-5]\d)(?::[0-5]\d)?)?\s*(?:uur|u|h)?\.?")
_BETWEEN = re.compile(r"\s*(?:-|–|—|\btot\b|\bt/m\b)\s*")
_MOMENT = re.compile(r"(.+?),? (\d{1,2}[:.]\d\d(?::\d\d)?(?: ?uur)?)")
_WEEKDAY = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)(?:[a-z]*dag)?\.?,? (?=\d)")
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def parse_day(text: str) -> date | None:
    """The day, day first as the Dutch write it; also ISO, words and Excel's serial numbers."""
    tidy = _WEEKDAY.sub("", " ".join(text.lower().split()), count=1)
    if _SERIAL.fullmatch(tidy):
        # 1954-10-03 .. 2119-01-10: a number outside is no day in a list of people.
        serial = int(tidy)
        in_reach = 20_000 <= serial <= 80_000
        return _EXCEL_DAY_ZERO + timedelta(days=serial) if in_reach else None
    if match := _NUMERIC.fullmatch(tidy):
        day, month, year = (int(part) for part in match.groups())
        return _day(year, month, day)
    if match := _ISO.fullmatch(tidy):
        year, month, day = (int(part) for part in match.groups())
        return _day(year, month, day)
    if match := _WORDED.fullmatch(tidy):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    return None


def parse_minutes(text: str) -> int | None:
    """Typed hours as minutes: "1,6" is 96, "2 uur" 120, "1:30" and "1u30" 90, "90 min" 90."""
    tidy = " ".join(text.lower().split())
    if match := _CLOCK.fullmatch(tidy) or _BOTH.fullmatch(tidy):
        minutes = int(match[1]) * 60 + int(match[2])
    elif match := _MINUTES.fullmatch(tidy):
        minutes = int(match[1])
    elif match := _HOURS.fullmatch(tidy):
        hours = _FRACTIONS.get(match[1]) or Decimal(match[1].replace(",", "."))
        minutes = int((hours * 60).to_integral_value())
    else:
        return None
    return minutes if minutes <= 24 * 60 else None


def parse_clock(text: str) -> int | None:
    """A time of day in minutes: "10:00", "10.00", "10u30", "9 uur", "10"; 24:00 is the last."""
    match = _TIME.fullmatch(" ".join(text.lower().split()))
    if match is None:
        return None
    minutes = int(match[1]) * 60 + int(match[2] or 0)
    return minutes if minutes <= 24 * 60 else None


def parse_clocks(text: str) -> tuple[int, int] | None:
    """Two times in one cell: "10:00-12:30", "van 10.00 tot 12.30 uur"."""
    parts = _BETWEEN.split(" ".join(text.lower().split()).removeprefix("van "))
    times = [parse_clock(part) for part in parts]
    if len(times) != 2 or times[0] is None or times[1] is None:
        return None
    return times[0], times[1]


def parse_moment(text: str) -> tuple[date, int] | None:
    """A day with a time behind it in the same cell: "13-10-2026 10:00"."""
    match = _MOMENT.fullmatch(" ".join(text.split()))
    day = parse_day(match[1]) if match else None
    time = parse_clock(match[2]) if match else None
    return None if day is None or time is None else (day, time)


def _month(word: str) -> int:
    short = word[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else _OTHER_MONTHS.get(short, 0)


def _day(year: int, month: int, day: int) -> date | None:
    if year < 100:
        year += 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None
