"""Payments: what came in (or went back), and to which invoices it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PaymentMethod(StrEnum):
    """How it was paid."""

    BANK = "bank"
    CASH = "cash"
    CARD = "card"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money that came in, in cents; below nought when it went back (refund, storno).

    `bank_key` tells a line of a bank file apart for good, empty for a payment by hand.
    """

    id: str
    received_on: date
    amount: int
    method: PaymentMethod = PaymentMethod.BANK
    payer: str = ""
    iban: str = ""
    description: str = ""
    bank_key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAllocation:
    """The part of a payment, in cents, that belongs to an invoice."""

    id: str
    payment_id: str
    invoice_id: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBankLine:
    """A line of a bank file that was dealt with; its id is the key of the line, no more is kept."""

    id: str
    seen_at: datetime


def left_over(payment: Payment, allocations: Iterable[PaymentAllocation]) -> int:
    """What of a payment belongs to no invoice yet, in cents."""
    return payment.amount - sum(part.amount for part in allocations)
