"""A statement of account (rekeningoverzicht): what a client owed, was billed and paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import InvoiceAct, InvoiceActKind, InvoiceKind
from intervisie_desktop.services.handover.books import open_items
from intervisie_desktop.services.invoicing.composing import buyer, seller
from intervisie_desktop.services.invoicing.settings import invoice_settings
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.storage.records.collections import Reading

if TYPE_CHECKING:
    from intervisie_desktop.documents.pdf.account_statement import (
        AccountEntry,
        AccountStatementFacts,
    )


def statement_of(
    reading: Reading, client_id: str, first: date, last: date, today: date
) -> AccountStatementFacts:
    """Everything on the statement of a client over a period; Refusal("nothing_on_statement").

    The balance agrees with what is open of the invoices on the last day, to the cent.
    """
    from intervisie_desktop.documents.pdf.account_statement import (  # noqa: PLC0415  (heavy)
        AccountStatementFacts,
    )

    practice, client = reading.practice.get(), reading.clients.get(client_id)
    entries = sorted(_entries(reading, client_id), key=lambda one: one.day)
    within = tuple(one for one in entries if first <= one.day <= last)
    opening = sum(one.amount for one in entries if one.day < first)
    if not within and not opening:
        raise Refusal("nothing_on_statement", name=client.name)
    owed = [one for one in open_items(reading, last) if one.client_id == client_id]
    return AccountStatementFacts(
        practice=practice_facts(practice),
        seller=seller(practice),
        client=buyer(client),
        issued_on=today,
        first=first,
        last=last,
        opening=opening,
        entries=within,
        overdue=sum(item.open for one in owed for item in one.items if item.late),
        iban=practice.iban,
        account_name=invoice_settings(reading).account_name,
        payment_reference=client.name,
    )


def _entries(reading: Reading, client_id: str) -> Iterator[AccountEntry]:
    from intervisie_desktop.documents.pdf.account_statement import (  # noqa: PLC0415
        AccountEntry,
    )
    from intervisie_desktop.documents.pdf.material import texts  # noqa: PLC0415

    words = texts("account_statement")["entries"]
    invoices = {one.id: one for one in reading.invoices.where(client_id=client_id)}
    issued = [one for one in reading.issued_invoices.all() if one.id in invoices]
    numbers = {one.id: one.number for one in issued}
    for one in issued:
        invoice = invoices[one.id]
        kind = "credit" if invoice.kind is InvoiceKind.CREDIT else "invoice"
        yield AccountEntry(
            day=one.issued_on,
            text=words[kind].format(number=one.number),
            due_on=None if kind == "credit" else one.due_on,
            amount=one.gross - invoice.prepaid,
        )
    days = {one.id: one.received_on for one in reading.payments.all()}
    for part in reading.payment_allocations.all():
        if part.invoice_id in numbers:
            kind = "payment" if part.amount > 0 else "refund"
            yield AccountEntry(
                day=days[part.payment_id],
                text=words[kind].format(number=numbers[part.invoice_id]),
                amount=-part.amount,
            )
    yield from _given_up(reading, numbers, words)


def _given_up(
    reading: Reading, numbers: dict[str, str], words: dict[str, str]
) -> Iterator[AccountEntry]:
    """What was written off, and what of it was claimed again."""
    from intervisie_desktop.documents.pdf.account_statement import (  # noqa: PLC0415
        AccountEntry,
    )

    left: dict[str, int] = {}
    acts: list[InvoiceAct] = sorted(reading.invoice_acts.all(), key=lambda one: one.at)
    for act in acts:
        if act.invoice_id not in numbers:
            continue
        if act.kind is InvoiceActKind.WRITTEN_OFF:
            left[act.invoice_id] = left.get(act.invoice_id, 0) + act.amount
            amount, kind = -act.amount, "written_off"
        elif act.kind is InvoiceActKind.RECLAIMED:
            amount, kind = left.pop(act.invoice_id, 0), "reclaimed"
        else:
            continue
        text = words[kind].format(number=numbers[act.invoice_id])
        yield AccountEntry(day=act.on, text=text, amount=amount)
