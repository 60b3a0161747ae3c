"""Everything of one invoice, gathered for its page."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.domain.invoices import (
    Balance,
    InvoiceKind,
    InvoiceState,
    state_of,
    totals_of,
)
from intervisie_desktop.services.invoicing.acting import acts_of
from intervisie_desktop.services.invoicing.composing import draft_of, flaws_in
from intervisie_desktop.services.invoicing.values import AllocatedPayment, InvoiceCard
from intervisie_desktop.storage.reads.invoices import balance_of
from intervisie_desktop.storage.records.collections import Reading


def card_of(reading: Reading, invoice_id: str, today: date) -> InvoiceCard:
    """The card of a concept, a quote or an issued invoice; Refusal("gone")."""
    issued = reading.issued_invoices.find(invoice_id)
    return _concept(reading, invoice_id, today) if issued is None else _issued(reading, invoice_id)


def _concept(reading: Reading, invoice_id: str, today: date) -> InvoiceCard:
    draft = draft_of(reading, invoice_id, today)
    quotes = reading.quotes.where(invoice_id=invoice_id)
    return InvoiceCard(
        invoice=draft.invoice,
        lines=draft.lines,
        totals=totals_of(draft.invoice, draft.lines),
        client=draft.client,
        state=InvoiceState.CONCEPT,
        balance=Balance(gross=0),
        due_on=draft.due_on,
        flaws=() if draft.invoice.kind is InvoiceKind.QUOTE else flaws_in(reading, draft),
        credits_number=draft.original.number if draft.original else "",
        quote=quotes[0] if quotes else None,
    )


def _issued(reading: Reading, invoice_id: str) -> InvoiceCard:
    invoice, issued = reading.invoices.get(invoice_id), reading.issued_invoices.get(invoice_id)
    lines = tuple(reading.invoice_lines.where(invoice_id=invoice_id))
    acts = tuple(acts_of(reading, invoice_id))
    balance = balance_of(reading, invoice, issued.gross)
    return InvoiceCard(
        invoice=invoice,
        lines=lines,
        totals=totals_of(invoice, lines),
        client=reading.clients.get(invoice.client_id),
        state=state_of(invoice.kind, balance, acts),
        balance=balance,
        due_on=issued.due_on,
        issued=issued,
        acts=acts,
        payments=_payments(reading, invoice_id),
        credits_number=reading.issued_invoices.get(invoice.credits_id).number
        if invoice.credits_id
        else "",
        credited_by=_credited_by(reading, invoice_id),
    )


def _payments(reading: Reading, invoice_id: str) -> tuple[AllocatedPayment, ...]:
    parts = {
        one.payment_id: one for one in reading.payment_allocations.where(invoice_id=invoice_id)
    }
    return tuple(
        AllocatedPayment(payment=payment, allocation=parts[payment.id])
        for payment in reading.payments.where(id=list(parts))
    )


def _credited_by(reading: Reading, invoice_id: str) -> tuple[tuple[str, str], ...]:
    notes = [one.id for one in reading.invoices.where(credits_id=invoice_id)]
    return tuple((one.id, one.number) for one in reading.issued_invoices.where(id=notes))
