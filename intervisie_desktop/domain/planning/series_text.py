"""Reads a series as a Dutchman writes it: "elke 2e dinsdag, 4 keer" or "om de week op donderdag".

"elke 2e dinsdag" is the second Tuesday of every month; "om de dinsdag" and "om de twee weken op
dinsdag" are every other week. What could not be read is refused, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.planning.series import LAST, SeriesRule, SeriesUnit, ordinal_of

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("maandag", "maandagen", "ma"),
            ("dinsdag", "dinsdagen", "di"),
            ("woensdag", "woensdagen", "wo"),
            ("donderdag", "donderdagen", "do"),
            ("vrijdag", "vrijdagen", "vr"),
            ("zaterdag", "zaterdagen", "za"),
            ("zondag", "zondagen", "zo"),
        )
    )
    for name in names
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb"),
            ("maart", "mrt"),
            ("april", "apr"),
            ("mei",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augustus", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_CARDINALS = dict(
    zip(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
        range(1, 12),
        strict=True,
    )
) | {"één": 1, "twaalf": 12}
_ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "laatste": LAST,
}
_UNITS = {
    "week": (SeriesUnit.WEEK, 1),
    "weken": (SeriesUnit.WEEK, 1),
    "maand": (SeriesUnit.MONTH, 1),
    "maanden": (SeriesUnit.MONTH, 1),
    "kwartaal": (SeriesUnit.MONTH, 3),
    "kwartalen": (SeriesUnit.MONTH, 3),
    "jaar": (SeriesUnit.MONTH, 12),
}
_ADVERBS = {
    "wekelijks": (SeriesUnit.WEEK, 1),
    "wekelijkse": (SeriesUnit.WEEK, 1),
    "tweewekelijks": (SeriesUnit.WEEK, 2),
    "driewekelijks": (SeriesUnit.WEEK, 3),
    "vierwekelijks": (SeriesUnit.WEEK, 4),
    "maandelijks": (SeriesUnit.MONTH, 1),
    "maandelijkse": (SeriesUnit.MONTH, 1),
    "tweemaandelijks": (SeriesUnit.MONTH, 2),
}
_EACH = {"elke", "elk", "iedere", "ieder"}
_FILLERS = {"op", "de", "het", "van", "en", "in", "per", "vanaf", "nu"} | _EACH
_TIMES = {"keer", "maal", "x", "bijeenkomsten", "data", "datums"}
_NUMERIC_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})|(\d{4})-(\d{2})-(\d{2})")
_TOKEN = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|t/m|\d+|[^\W\d_]+|\S")


@dataclass
class _Reading:
    """What has been read so far, and where."""

    words: list[str]
    start: date
    at: int = 0
    unit: SeriesUnit | None = None
    every: int = 1
    weekdays: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    times: int | None = None
    until: date | None = None

    def peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place] if place < len(self.words) else ""

    def refuse(self) -> Refusal:
        return Refusal("series_not_understood", word=self.peek())


def parse_series(text: str, start: date) -> SeriesRule:
    """The rule that this Dutch text describes; `start` gives the weekday where none is named.

    Raises Refusal "series_not_understood" with the word at which reading stopped.
    """
    reading = _Reading(words=_TOKEN.findall(text.casefold()), start=start)
    while reading.peek():
        if not any(step(reading) for step in _STEPS):
            raise reading.refuse()
    return _rule(reading)


def _rule(reading: _Reading) -> SeriesRule:
    named = bool(reading.unit or reading.weekdays or reading.ordinals)
    if not named:
        raise Refusal("series_not_understood", word="")
    unit = reading.unit
    if unit is None:
        unit = SeriesUnit.MONTH if reading.ordinals else SeriesUnit.WEEK
    elif unit is SeriesUnit.WEEK and reading.ordinals:
        raise Refusal("series_ordinal_in_week")
    weekdays = tuple(sorted(set(reading.weekdays))) or (reading.start.weekday(),)
    ordinals = tuple(dict.fromkeys(reading.ordinals))
    if unit is SeriesUnit.MONTH and not ordinals:
        ordinals = (ordinal_of(reading.start),)
    return SeriesRule(
        unit=unit,
        every=reading.every,
        weekdays=weekdays,
        ordinals=ordinals,
        times=reading.times,
        until=reading.until,
    )


def _comma(reading: _Reading) -> bool:
    if reading.peek() not in {",", ".", ";", "-", ":"}:
        return False
    reading.at += 1
    return True


def _adverb(reading: _Reading) -> bool:
    found = _ADVERBS.get(reading.peek())
    if found is None or reading.unit is not None:
        return False
    reading.unit, reading.every = found
    reading.at += 1
    return True


def _alternate(reading: _Reading) -> bool:
    """Read "om de week", "om de twee weken", "om de dinsdag", "om de drie maanden"."""
    if (reading.peek(), reading.peek(1)) not in {("om", "de"), ("om", "het")}:
        return False
    third = reading.peek(2)
    if third in _WEEKDAYS and reading.unit is None:
        reading.unit, reading.every, reading.at = SeriesUnit.WEEK, 2, reading.at + 2
        return True
    if third in _UNITS and reading.unit is None:
        unit, size = _UNITS[third]
        reading.unit, reading.every, reading.at = unit, 2 * size, reading.at + 3
        return True
    reading.at += 2
    return _counted_unit(reading)


def _counted_unit(reading: _Reading) -> bool:
    """Read "3 weken", "twee maanden", and "week" or "maand" alone."""
    number, width = _cardinal(reading.peek()), 1
    if number is None:
        number, width = 1, 0
    found = _UNITS.get(reading.peek(width))
    if found is None or number < 1:
        return False
    unit, size = found
    if reading.unit is None:
        reading.unit, reading.every = unit, number * size
    elif not (number == 1 and unit is reading.unit):
        return False
    reading.at += width + 1
    return True


def _times(reading: _Reading) -> bool:
    number = _cardinal(reading.peek())
    if number is None or number < 1 or reading.peek(1) not in _TIMES or reading.times is not None:
        return False
    if reading.peek(2) == "per":
        # "één keer per maand" tells how often, not how long; "twee keer per maand" is not a rule.
        if number != 1:
            return False
    else:
        reading.times = number
    reading.at += 2
    return True


def _until(reading: _Reading) -> bool:
    """Read "t/m 18 december", "tot en met 18-12-2026", and "tot 1 december" (not included)."""
    if reading.until is not None:
        return False
    if reading.peek() == "t/m":
        width, shift = 1, 0
    elif [reading.peek(n) for n in range(3)] == ["tot", "en", "met"]:
        width, shift = 3, 0
    elif reading.peek() == "tot":
        width, shift = 1, -1
    else:
        return False
    reading.at += width
    named_at = reading.at
    day = _date(reading)
    if day is None:
        reading.at = named_at
        raise reading.refuse()
    reading.until = date.fromordinal(day.toordinal() + shift)
    return True


def _date(reading: _Reading) -> date | None:
    """A day in figures, or day and month with or without the year; the next such day then."""
    try:
        figures = _NUMERIC_DATE.fullmatch(reading.peek())
        if figures:
            day, month, year, iso_year, iso_month, iso_day = (int(g or 0) for g in figures.groups())
            reading.at += 1
            return date(year or iso_year, month or iso_month, day or iso_day)
        if not reading.peek().isdecimal() or reading.peek(1) not in _MONTHS:
            return None
        day, month = int(reading.peek()), _MONTHS[reading.peek(1)]
        reading.at += 2
        if re.fullmatch(r"\d{4}", reading.peek()):
            reading.at += 1
            return date(int(reading.peek(-1)), month, day)
        this_year = date(reading.start.year, month, day)
        return this_year if this_year >= reading.start else date(this_year.year + 1, month, day)
    except ValueError:
        return None


def _ordinal(reading: _Reading) -> bool:
    """Read "tweede", "2e", "laatste" before a weekday or a further ordinal, and "elke 2e week"."""
    word, width = reading.peek(), 1
    number = _ORDINALS.get(word)
    if number is None and word.isdecimal() and reading.peek(1) in {"e", "de", "ste"}:
        number, width = int(word), 2
    if number is None or number not in _ORDINALS.values():
        return False
    follower = reading.peek(width)
    if follower in {"week", "maand"} and number > 1 and reading.unit is None:
        reading.unit, reading.every = _UNITS[follower][0], number
        reading.at += width + 1
        return True
    if follower not in _WEEKDAYS and follower not in {"en", ","}:
        return False
    reading.ordinals.append(number)
    reading.at += width
    return True


def _weekday(reading: _Reading) -> bool:
    found = _WEEKDAYS.get(reading.peek())
    if found is None:
        return False
    reading.weekdays.append(found)
    reading.at += 1
    return True


def _filler(reading: _Reading) -> bool:
    if reading.peek() not in _FILLERS:
        return False
    reading.at += 1
    return True


def _cardinal(word: str) -> int | None:
    if word.isdecimal() and len(word) <= 4:
        return int(word)
    return _CARDINALS.get(word)


_STEPS = (
    _comma,
    _until,
    _alternate,
    _times,
    _adverb,
    _ordinal,
    _weekday,
    _counted_unit,
    _filler,
)
