"""Values of the forms of the settings page, to and from the practice; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.numbering import check_pattern, numbered
from intervisie_desktop.domain.practice import Designation, Practice
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.text.refusals import say


@dataclass(frozen=True, slots=True)
class DesignationLine:
    """A small form below others: its id and its values."""

    id: str
    values: dict[str, Any]


_ADDRESS = ("lines", "postcode", "city")
_PRACTICE = ("name", "tagline", "email", "phone", "website", "kvk_number", "vat_number", "iban",
             "logo")  # fmt: skip


def practice_values(practice: Practice) -> dict[str, Any]:
    """The practice as its form shows it; parts of the address stand on their own."""
    values = {name: getattr(practice, name) for name in _PRACTICE}
    return values | {name: getattr(practice.address, name) for name in _ADDRESS}


def with_value(practice: Practice, name: str, value: Any) -> Practice:
    """The practice with one field of a form changed."""
    if name in _ADDRESS:
        return replace(practice, address=replace(practice.address, **{name: value or ""}))
    return replace(practice, **{name: value})


def dated(designation: Designation, name: str, value: Any) -> Designation | None:
    """The designation with one field changed, or None for a term that ends before it begins."""
    if name not in {"start", "end"}:
        return replace(designation, **{name: value})
    try:
        return replace(designation, period=replace(designation.period, **{name: value}))
    except ValueError:
        return None


def numbers_of(practice: Practice, year: int) -> tuple[str, str]:
    """Three numbers as they would be given, and what is wrong with the pattern."""
    try:
        check_pattern(practice.number_pattern, yearly_restart=practice.yearly_restart)
    except Refusal as refusal:
        why = str(refusal.facts.get("why", ""))
        return "", words.NUMBER_WRONG.get(why) or say(refusal)
    first = practice.first_number
    later = 1 if practice.yearly_restart else first + 2
    numbers = (
        numbered(practice.number_pattern, year, first),
        numbered(practice.number_pattern, year, first + 1),
        numbered(practice.number_pattern, year + 1, later),
    )
    return words.EXAMPLE_NUMBERS.format(first=numbers[0], second=numbers[1], later=numbers[2],
                                        year=year + 1), ""  # fmt: skip
