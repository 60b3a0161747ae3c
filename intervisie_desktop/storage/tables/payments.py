"""Payments, what they belong to, bank lines that were dealt with, and quotes."""

from __future__ import annotations

from sqlalchemy import Column, Text, UniqueConstraint

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.payments import PaymentMethod
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.storage.tables.base import (
    choice,
    day,
    key,
    maybe_day,
    maybe_ref,
    moment,
    number,
    recorded,
    ref,
    table,
    text,
)

payments = table(
    "payments",
    key(),
    day("received_on"),
    number("amount"),
    *choice("method", PaymentMethod),
    text("payer"),
    text("iban"),
    text("description"),
    Column("bank_key", Text, nullable=False, index=True),
    text("note"),
    info=recorded(Subject.PAYMENT),
)

payment_allocations = table(
    "payment_allocations",
    key(),
    ref("payment_id", "payments", index=False),
    ref("invoice_id", "issued_invoices", "RESTRICT"),
    number("amount"),
    UniqueConstraint("payment_id", "invoice_id"),
    info=recorded(Subject.INVOICE, "payment_id", owner="invoice_id"),
)

bank_lines = table(
    "bank_lines",
    key(),
    moment("seen_at"),
    info=recorded(Subject.PAYMENT),
)

quotes = table(
    "quotes",
    key(),
    ref("invoice_id", "invoices"),
    text("number"),
    text("title"),
    *choice("product", Product),
    maybe_day("valid_until"),
    text("group_name"),
    text("instalments"),
    maybe_day("sent_on"),
    maybe_day("accepted_on"),
    maybe_day("declined_on"),
    maybe_ref("group_id", "groups"),
    info=recorded(Subject.INVOICE, "group_id", owner="invoice_id"),
)
