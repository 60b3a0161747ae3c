"""Forms as data: what a field is called, what kind it is and when its value is good. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from intervisie_desktop.ui.text.counts import scaled

Check = Callable[[Any], str]
"""Gives a Dutch sentence when the value is not good, else an empty string."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text; `length` is the most it may hold, `mask` a placeholder as example."""

    length: int = 200
    example: str = ""
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiline:
    """Several lines; `lines` is how high it is."""

    lines: int = 3
    length: int = 4000
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number between two bounds; the value is an int or None."""

    least: int = 0
    most: int = 1_000_000
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with decimals; the value is an int of its smallest parts, or None.

    Two `digits` and "€" make cents, three digits a quantity in thousandths. `shown` decimals are
    always written out; `least` and `most` are in smallest parts.
    """

    digits: int = 2
    unit: str = "€"
    shown: int = 2
    least: int = 0
    most: int = 10_000_000_00


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, typed the Dutch way; the value is a `date` or None."""

    example: str = "13-10-2026"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time of day; the value is minutes since midnight or None."""

    example: str = "10:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a list of (value, word); more can be set later with `Form.set_options`."""

    options: tuple[tuple[str, str], ...] = ()
    editable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """Any of a list of (value, word); the value is a tuple of values, `columns` are beside it."""

    options: tuple[tuple[str, str], ...] = ()
    columns: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBox:
    """Yes or no; the word stands beside the box."""

    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """An e-mail address."""

    example: str = "naam@kantoor.nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image as bytes, or None."""

    width: int = 160
    height: int = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Color:
    """A colour as "#rrggbb"."""


FieldKind = (
    Text
    | Multiline
    | Number
    | Amount
    | Day
    | Time
    | Choice
    | Many
    | CheckBox
    | Email
    | Picture
    | Color
)


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form.

    `check` sees the value after the checks of the kind; `span` is how many of the form's 12
    columns the field takes.
    """

    name: str
    label: str
    kind: FieldKind = field(default_factory=Text)
    required: bool = False
    help: str = ""
    check: Check | None = None
    span: int = 12
    needed: str = ""


_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")


def good_email(text: str) -> bool:
    """True for something that has the form of an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def problem(item: Field, value: Any) -> str:
    """What is wrong with a value, as one Dutch sentence; empty when it is good."""
    empty = value is None or value in ("", ())
    if empty:
        return f"{item.label} is nog nodig." if item.required else ""
    kind = item.kind
    if isinstance(kind, Email) and not good_email(str(value)):
        return "Dit is geen e-mailadres. Typ het als naam@kantoor.nl."
    if isinstance(kind, Number) and not kind.least <= int(value) <= kind.most:
        return f"Kies een getal van {kind.least} tot en met {kind.most}."
    if isinstance(kind, Amount) and not kind.least <= int(value) <= kind.most:
        least, most = (scaled(bound, kind.digits) for bound in (kind.least, kind.most))
        return f"Kies een getal van {least} tot en met {most}."
    return item.check(value) if item.check else ""


def first_gap(fields: Sequence[Field], values: dict[str, Any]) -> tuple[str, str]:
    """Name and sentence of the first field that is not good; two empty strings when all are."""
    for item in fields:
        sentence = problem(item, values.get(item.name))
        if sentence:
            return item.name, sentence
    return "", ""
