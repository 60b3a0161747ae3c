"""Statements as a reader finds them, before lines get their keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from intervisie_desktop.domain.errors import Refusal

_MOST_CENTS = 10**13


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLine:
    """A booked line; `cents` above zero came in."""

    day: date
    cents: int
    name: str = ""
    iban: str = ""
    text: str = ""
    reference: str = ""
    end_to_end: str = ""
    bank_reference: str = ""
    reversal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawStatement:
    """A statement of one account; balances in cents, None where the file does not tell."""

    number: str
    account: str
    lines: tuple[RawLine, ...]
    opening: int | None = None
    closing: int | None = None
    pending: int = 0
    foreign: int = 0


def cents_of(text: str) -> int:
    """An amount with a decimal point as cents; refuses what is no amount of whole cents."""
    try:
        cents = Decimal(text.strip()) * 100
        whole = int(cents)
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise Refusal("bank_amount", text=text.strip()[:40]) from error
    if cents != whole or abs(whole) > _MOST_CENTS:
        raise Refusal("bank_amount", text=text.strip()[:40])
    return whole
