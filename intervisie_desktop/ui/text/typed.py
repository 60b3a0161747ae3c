"""Reading what a Dutch hand types: days, times, whole numbers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from intervisie_desktop.ui.text.counts import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_MONTHS = {name: n for names in (MONTHS, SHORT_MONTHS) for n, name in enumerate(names, 1)}
_MONTHS |= {"maa": 3, "mar": 3, "sept": 9}
_WEEKDAYS = {name: n for names in (WEEKDAYS, SHORT_WEEKDAYS) for n, name in enumerate(names)}
_NEAR = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}
_FIGURES = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\s+([a-z]+)\.?(?:\s+'?(\d{2}|\d{4}))?")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.u,h]\s*(\d{2})?)?(?:\s*uur)?")
_TIME_DENSE = re.compile(r"(\d{1,2})(\d{2})")


def read_day(text: str, today: date) -> date | None:
    """The day someone typed: "13-10-2026", "13 okt", "di 13 okt", "morgen", "vr"; else None.

    Without a year it is the day nearest to today; a weekday in front must agree.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if words.rstrip(".") in _WEEKDAYS:
        ahead = (_WEEKDAYS[words.rstrip(".")] - today.weekday()) % 7
        return today + timedelta(days=ahead)
    first, _, rest = words.partition(" ")
    weekday = _WEEKDAYS.get(first.rstrip("."))
    found = _figures(rest if weekday is not None else words, today)
    if found is not None and weekday is not None and found.weekday() != weekday:
        return None
    return found


def _figures(text: str, today: date) -> date | None:
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.fullmatch(text):
        return _near(int(match[1]), int(match[2]), match[3], today)
    if (match := _WORDS.fullmatch(text)) and match[2] in _MONTHS:
        return _near(int(match[1]), _MONTHS[match[2]], match[3], today)
    return None


def _near(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    tries = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    real = [d for d in tries if d is not None]
    return min(real, key=lambda d: abs((d - today).days)) if real else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> int | None:
    """Minutes since midnight of a typed time: "10:00", "1000", "10.30", "10u30", "9"; else None."""
    words = text.strip().casefold()
    match = _TIME_DENSE.fullmatch(words) or _TIME.fullmatch(words)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    whole = hour * 60 + minute
    return whole if minute < 60 and whole <= 24 * 60 else None


def read_number(text: str) -> int | None:
    """A typed whole number, dots allowed: "1.250"; else None."""
    words = text.strip().replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", words):
        words = words.replace(".", "")
    return int(words) if re.fullmatch(r"-?\d{1,12}", words) else None


def read_scaled(text: str, digits: int) -> int | None:
    """A typed number with at most so many decimals, as a whole number of its smallest parts.

    With two digits "1.197,90", "€ 1197,9" and "1197.90" are 119790; a point before exactly three
    figures parts thousands: "1.250" is 125000. None for what is no such number.
    """
    words = text.strip().removeprefix("€").removesuffix("%").replace(" ", "").replace("\xa0", "")
    if re.fullmatch(r"[-+]?\d{1,3}(\.\d{3})+(,\d*)?", words):
        words = words.replace(".", "")
    match = re.fullmatch(r"([-+]?)(\d{1,10})(?:[.,](\d*))?", words)
    if match is None or len(match[3] or "") > digits:
        return None
    tail = (match[3] or "").ljust(digits, "0")
    whole = int(match[2] + tail)
    return -whole if match[1] == "-" else whole
