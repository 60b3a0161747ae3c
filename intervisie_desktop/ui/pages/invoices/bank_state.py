"""What the sheet with bank lines shows; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What happens to a line: it is booked, left for another time, or never asked again."""

    BOOK = "book"
    LEAVE = "leave"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class BankLine:
    """One line of the file; `chip` is (word, tone, sign), the `proposal` in words."""

    id: str
    day: str
    sort_day: str
    who: str
    text: str
    proposal: str
    amount: str
    cents: int
    chip: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class BankDetail:
    """The line in front, with the invoices it goes to as (invoice, cents) and what is left."""

    id: str
    title: str
    amount: str
    facts: tuple[str, ...]
    shares: tuple[tuple[str, int], ...]
    left: str
    decision: Decision
    proposed: bool
    refund: bool


@dataclass(frozen=True, slots=True)
class BankState:
    """The whole sheet; `options` are the invoices to choose from as (id, words)."""

    title: str
    side: str
    lines: tuple[BankLine, ...]
    options: tuple[tuple[str, str], ...]
    detail: BankDetail | None
    button: str
    can_book: bool
    nothing: str = ""
