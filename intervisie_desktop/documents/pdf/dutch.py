"""Dutch dates, times, amounts and small numbers as words, without the locale of the machine."""

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


def day_figures(value: date) -> str:
    """For example "10-02-2026"."""
    return f"{value.day:02}-{value.month:02}-{value.year}"


def days(first: date, last: date) -> str:
    """A day, or from and to: "28 januari – 18 juni 2026"."""
    if first == last:
        return day(first)
    start = day(first).removesuffix(f" {first.year}") if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


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


def money(cents: int) -> str:
    """Cents as "€ 1.197,90", below nought as "€ −1.197,90"; the blank does not break."""
    whole, rest = divmod(abs(cents), 100)
    return f"€\u00a0{'−' if cents < 0 else ''}{whole:,}".replace(",", ".") + f",{rest:02}"


def quantity(thousandths: int) -> str:
    """A quantity in thousandths as "2", "2,5" or "1.250"."""
    whole, rest = divmod(abs(thousandths), 1000)
    decimals = f",{rest:03}".rstrip("0") if rest else ""
    return f"{'−' if thousandths < 0 else ''}{whole:,}".replace(",", ".") + decimals


def percent(hundredths: int) -> str:
    """Hundredths of a percent as "21%" or "12,5%"."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}" + (f",{rest:02}".rstrip("0") if rest else "") + "%"
