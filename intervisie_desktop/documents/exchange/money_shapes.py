"""What stands where in the exchange format of rates, invoices, payments and quotes."""

from __future__ import annotations

from intervisie_desktop.documents.exchange.facts import ActPaper, InvoicePaper
from intervisie_desktop.documents.exchange.list_shape import ListShape, free
from intervisie_desktop.documents.exchange.records import shape_of
from intervisie_desktop.domain.cancellation import CancellationTerms
from intervisie_desktop.domain.invoices import (
    BilledSource,
    BillingWaiver,
    Invoice,
    InvoiceAct,
    InvoiceLine,
    IssuedInvoice,
)
from intervisie_desktop.domain.payments import Payment, PaymentAllocation, SeenBankLine
from intervisie_desktop.domain.quotes import Quote
from intervisie_desktop.domain.rates import Rate

# What was frozen has the id of its invoice, and so have its papers.
_ISSUED = ListShape(
    "issued",
    "issued_invoices",
    shape_of(IssuedInvoice, without="id"),
    owner="id",
    children=(
        ListShape("papers", "invoice_papers", shape_of(InvoicePaper, without="id"), owner="id"),
    ),
)
_ACTS = ListShape(
    "acts",
    "invoice_acts",
    shape_of(InvoiceAct, without="invoice_id"),
    points=(("other_id", "issued_invoices"),),
    owner="invoice_id",
    children=(ListShape("papers", "act_papers", shape_of(ActPaper, without="id"), owner="id"),),
)
_LINES = ListShape(
    "lines",
    "invoice_lines",
    shape_of(InvoiceLine, without="invoice_id"),
    points=(
        ("session_id", "sessions"),
        ("group_id", "groups"),
        ("credits_line_id", "invoice_lines"),
    ),
    owner="invoice_id",
)
_SOURCES = ListShape(
    "sources",
    "billed_sources",
    shape_of(BilledSource, without="invoice_id"),
    points=(("line_id", "invoice_lines"),),
    owner="invoice_id",
)

MONEY = (
    ListShape(
        "rates",
        "rates",
        free(shape_of(Rate)),
        points=(
            ("client_id", "clients"),
            ("group_id", "groups"),
            ("participant_id", "participants"),
        ),
    ),
    ListShape(
        "cancellation_terms",
        "cancellation_terms",
        free(shape_of(CancellationTerms)),
        points=(("client_id", "clients"), ("group_id", "groups")),
    ),
    ListShape(
        "invoices",
        "invoices",
        shape_of(Invoice),
        points=(
            ("client_id", "clients"),
            ("credits_id", "issued_invoices"),
            ("quote_id", "quotes"),
        ),
        children=(_LINES, _SOURCES, _ISSUED, _ACTS),
    ),
    ListShape("waivers", "billing_waivers", shape_of(BillingWaiver)),
    ListShape(
        "payments",
        "payments",
        shape_of(Payment),
        children=(
            ListShape(
                "allocations",
                "payment_allocations",
                free(shape_of(PaymentAllocation, without="payment_id")),
                points=(("invoice_id", "issued_invoices"),),
                owner="payment_id",
            ),
        ),
    ),
    ListShape("bank_lines", "bank_lines", shape_of(SeenBankLine)),
    ListShape(
        "quotes",
        "quotes",
        shape_of(Quote),
        points=(("invoice_id", "invoices"), ("group_id", "groups")),
    ),
)
"""The lists about money, in the order in which they are written."""
