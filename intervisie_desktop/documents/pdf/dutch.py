"""Dutch dates, times, hours and small numbers as words, without the locale of the machine."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
          "oktober", "november", "december")  # fmt: skip
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
            "elf", "twaalf")  # fmt: skip


def day(value: date) -> str:
    """For example "10 februari 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """For example "10 feb"; narrow enough for the head of a column."""
    return f"{value.day} {_SHORT[value.month - 1]}"


def weekday_and_day(value: date) -> str:
    """For example "dinsdag 10 februari 2026"."""
    return f"{WEEKDAYS[value.weekday()]} {day(value)}"


def clock(minutes: int) -> str:
    """Minutes since midnight as "09:05"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span(start: int, end: int) -> str:
    """From and to as "10:00–12:30"."""
    return f"{clock(start)}–{clock(end)}"


def hours(minutes: int) -> str:
    """Minutes as hours: "2,5"; with a second decimal where the first is not enough: "1,67"."""
    whole, rest = divmod(minutes, 60)
    if rest % 6 == 0:
        return f"{whole},{rest // 6}"
    hundredths = (minutes * 100 + 30) // 60
    return f"{hundredths // 100},{hundredths % 100:02}"


def number_word(value: int) -> str:
    """A small number in letters, a larger one in figures."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else str(value)
