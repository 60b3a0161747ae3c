"""Payments: booked by hand or from a bank line, in part, too much, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.payments import (
    Payment,
    PaymentAllocation,
    PaymentMethod,
    SeenBankLine,
    left_over,
)
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.reads.invoices import balance_of
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentCard:
    """A payment with what it belongs to as (invoice id, number, cents), and what is left over."""

    payment: Payment
    parts: tuple[tuple[str, str, int], ...]
    left_over: int


class PaymentsService:
    """What came in, and to which invoices it belongs; all of it can be undone."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def all(self, *, loose: bool = False) -> tuple[PaymentCard, ...]:
        """Every payment, the newest first; `loose` only those with something left over."""
        with self._store.reading() as read:
            numbers = {one.id: one.number for one in read.issued_invoices.all()}
            cards = [_card(read, payment, numbers) for payment in read.payments.all()]
        return tuple(card for card in reversed(cards) if card.left_over or not loose)

    def pay(
        self,
        invoice_id: str,
        amount: int,
        on: date,
        *,
        method: PaymentMethod = PaymentMethod.BANK,
        note: str = "",
    ) -> Outcome[Payment]:
        """Books a payment on one invoice; what is more than is open stays left over.

        An amount below nought is money that went back. Refusal("payment_zero"),
        ("day_in_future"), ("gone").
        """
        with self._store.reading() as read:
            issued = read.issued_invoices.get(invoice_id)
            invoice = read.invoices.get(invoice_id)
            owed = balance_of(read, invoice, issued.gross).open
            payer = read.clients.get(invoice.client_id).name
        part = amount if amount < 0 else min(amount, max(owed, 0))
        payment = Payment(
            id="", received_on=on, amount=amount, method=method, payer=payer, note=note
        )
        return self.book(payment, {invoice_id: part} if part else {})

    def book(self, payment: Payment, parts: Mapping[str, int]) -> Outcome[Payment]:
        """Books a payment under a new id, with the cents that belong to each invoice.

        Refusal("payment_zero"), ("day_in_future"), ("allocated_too_much"), and
        ("bank_line_seen") when its bank line was dealt with before.
        """
        saved = replace(payment, id=self._ids.new("bt"))
        _check(saved, parts, self._clock.today())
        with self._store.work("payment_booked", amount=saved.amount) as work:
            if saved.bank_key:
                if work.bank_lines.find(saved.bank_key):
                    raise Refusal("bank_line_seen")
                work.bank_lines.add(SeenBankLine(id=saved.bank_key, seen_at=self._clock.now()))
            work.payments.add(saved)
            self._allocate(work, saved, parts)
            work.note(numbers=_numbers(work, parts))
        return work.outcome(saved)

    def divide(self, payment_id: str, parts: Mapping[str, int]) -> Outcome[None]:
        """Divides a payment anew over invoices; Refusal("allocated_too_much"), ("gone")."""
        with self._store.work("payment_divided") as work:
            payment = work.payments.get(payment_id)
            _check(payment, parts, self._clock.today())
            work.payment_allocations.remove_where(payment_id=payment_id)
            self._allocate(work, payment, parts)
            work.note(amount=payment.amount, numbers=_numbers(work, parts))
        return work.outcome(None)

    def remove(self, payment_id: str) -> Outcome[None]:
        """Takes a payment out; its bank line may be booked again."""
        with self._store.work("payment_removed") as work:
            payment = work.payments.get(payment_id)
            work.payments.remove(payment_id)
            if payment.bank_key:
                work.bank_lines.remove_where(id=payment.bank_key)
            work.note(amount=payment.amount)
        return work.outcome(None)

    def _allocate(self, work: Work, payment: Payment, parts: Mapping[str, int]) -> None:
        work.payment_allocations.add_all(
            PaymentAllocation(
                id=self._ids.new("bd"), payment_id=payment.id, invoice_id=key, amount=cents
            )
            for key, cents in parts.items()
            if cents
        )


def _check(payment: Payment, parts: Mapping[str, int], today: date) -> None:
    if not payment.amount:
        raise Refusal("payment_zero")
    if payment.received_on > today:
        raise Refusal("day_in_future", day=payment.received_on.isoformat())
    same_way = all(cents * payment.amount >= 0 for cents in parts.values())
    if not same_way or abs(sum(parts.values())) > abs(payment.amount):
        raise Refusal("allocated_too_much")


def _card(read: Reading, payment: Payment, numbers: Mapping[str, str]) -> PaymentCard:
    parts = read.payment_allocations.where(payment_id=payment.id)
    return PaymentCard(
        payment=payment,
        parts=tuple((one.invoice_id, numbers[one.invoice_id], one.amount) for one in parts),
        left_over=left_over(payment, parts),
    )


def _numbers(work: Work, parts: Iterable[str]) -> list[str]:
    return [one.number for one in work.issued_invoices.where(id=list(parts))]
