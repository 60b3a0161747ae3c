"""Numbers, days, times and money the way the Dutch write them."""

from __future__ import annotations

from datetime import date

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
          "september", "oktober", "november", "december")  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov",
                "dec")  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SHORT_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_SMALL = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
          "elf", "twaalf")  # fmt: skip


def telwoord(n: int, singular: str, plural: str) -> str:
    """A count with its noun: "1 deelnemer", "3 deelnemers", "0 deelnemers"."""
    return f"{number(n)} {singular if n == 1 else plural}"


def in_words(n: int) -> str:
    """A small number as a word ("geen", "één" … "twaalf"), a larger one in figures."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else number(n)


def number(n: int) -> str:
    """A whole number with dots: "12.500"."""
    return f"{n:,}".replace(",", ".")


def decimal(tenths: int) -> str:
    """Tenths as a number with a comma: 25 gives "2,5"."""
    sign = "-" if tenths < 0 else ""
    return f"{sign}{number(abs(tenths) // 10)},{abs(tenths) % 10}"


def hours(minutes: int) -> str:
    """Minutes as hours with one decimal, cut off and never rounded up: 119 gives "1,9"."""
    sign = "-" if minutes < 0 else ""
    return sign + decimal(abs(minutes) * 10 // 60)


def hours_word(minutes: int) -> str:
    """Minutes as "2,5 uur"."""
    return f"{hours(minutes)} uur"


def duration(minutes: int) -> str:
    """How long from now: "45 min", "1 uur 5 min", "2 uur"."""
    whole, rest = divmod(max(0, minutes), 60)
    parts = [f"{whole} uur"] if whole else []
    if rest or not whole:
        parts.append(f"{rest} min")
    return " ".join(parts)


def clock(minutes: int) -> str:
    """Minutes since midnight as "10:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span(start: int, end: int) -> str:
    """From and until: "10:00–12:30"."""
    return f"{clock(start)}–{clock(end)}"


def day_long(day: date) -> str:
    """Day, month and year in words: "13 oktober 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_weekday(day: date, *, year: bool = False) -> str:
    """Weekday, day and month: "dinsdag 13 oktober", with the year when asked."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def day_short(day: date, *, year: bool = False) -> str:
    """Short: "13 okt", with the year when asked."""
    words = f"{day.day} {SHORT_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def day_short_weekday(day: date, *, year: bool = False) -> str:
    """Short with the weekday: "di 13 okt", with the year when asked."""
    return f"{SHORT_WEEKDAYS[day.weekday()]} {day_short(day, year=year)}"


def day_figures(day: date) -> str:
    """In figures: "13-10-2026"."""
    return f"{day.day:02}-{day.month:02}-{day.year}"


def day_span(first: date, last: date) -> str:
    """Two days as one span: "19–25 oktober", "28 september – 4 oktober"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]}"
    start = f"{first.day} {MONTHS[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
        return f"{start} – {day_long(last)}"
    return f"{start} – {last.day} {MONTHS[last.month - 1]}"


def relative_day(day: date, today: date) -> str:
    """The day seen from today: "vandaag", "morgen", "over 6 dagen", "8 dagen geleden"."""
    apart = (day - today).days
    near = {-2: "eergisteren", -1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"}
    if apart in near:
        return near[apart]
    if abs(apart) < 21:
        return f"over {apart} dagen" if apart > 0 else f"{-apart} dagen geleden"
    if abs(apart) < 60:
        weeks = abs(apart) // 7
        return f"over {weeks} weken" if apart > 0 else f"{weeks} weken geleden"
    return day_short(day, year=day.year != today.year)


def week(day: date) -> int:
    """The ISO week number."""
    return day.isocalendar().week


def money(cents: int) -> str:
    """Cents as "€ 1.197,90"."""
    sign = "-" if cents < 0 else ""
    return f"{sign}€ {number(abs(cents) // 100)},{abs(cents) % 100:02}"


def euros(cents: int) -> str:
    """Cents in whole euros, for a total that is looked at: "€ 10.725"."""
    sign = "-" if cents < 0 else ""
    return f"{sign}€ {number((abs(cents) + 50) // 100)}"


def scaled(value: int, digits: int, least: int = 0) -> str:
    """A whole number of smallest parts with its decimals: 1500 of three digits is "1,5".

    Noughts at the end are left out down to `least` decimals.
    """
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 10**digits)
    tail = str(rest).rjust(digits, "0") if digits else ""
    while len(tail) > least and tail.endswith("0"):
        tail = tail[:-1]
    return f"{sign}{number(whole)}{',' if tail else ''}{tail}"


def join(words: list[str] | tuple[str, ...], last: str = "en") -> str:
    """Words as a list in a sentence: "a, b en c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """The text with a capital at the start, IJ as one letter."""
    if text[:2] == "ij":
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]
