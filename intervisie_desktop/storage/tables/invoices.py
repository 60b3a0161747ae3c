"""Invoices: concepts with their lines, what froze them, what happened to them, their papers.

Once a row of `issued_invoices` stands, triggers keep the invoice and its lines as they are.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.invoices import (
    CREDIT_SERIES,
    INVOICE_SERIES,
    InvoiceActKind,
    InvoiceKind,
    Unit,
)
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.storage.tables.base import (
    blob,
    choice,
    day,
    flag,
    key,
    maybe_day,
    maybe_number,
    maybe_ref,
    maybe_text,
    moment,
    number,
    recorded,
    ref,
    table,
    text,
)


def _discount() -> list[SchemaItem]:
    return [number("discount_percent"), number("discount_amount"), text("discount_reason")]


def _same_as(name: str, target: str) -> Column[str]:
    """The key of a row that belongs to one other row, and is named as that one is."""
    foreign = ForeignKey(f"{target}.id", ondelete="RESTRICT")
    return Column(name, Text, foreign, primary_key=True, nullable=False)


invoices = table(
    "invoices",
    key(),
    ref("client_id", "clients", "RESTRICT"),
    day("made_on"),
    *choice("kind", InvoiceKind),
    text("reference"),
    text("order_number"),
    text("attention"),
    *_discount(),
    text("intro"),
    text("closing"),
    maybe_number("payment_days"),
    maybe_day("planned_on"),
    number("prepaid"),
    maybe_ref("credits_id", "invoices", "RESTRICT"),
    *flag("bill_again"),
    maybe_text("quote_id"),
    text("plan_id"),
    number("plan_part"),
    number("plan_parts"),
    info=recorded(Subject.INVOICE, "client_id", "credits=credits_id"),
)

invoice_lines = table(
    "invoice_lines",
    key(),
    ref("invoice_id", "invoices"),
    number("position"),
    text("description"),
    number("unit_price"),
    *choice("category", VatCategory),
    number("rate"),
    number("quantity"),
    *choice("unit", Unit),
    text("note"),
    text("names"),
    *_discount(),
    maybe_day("served_on"),
    maybe_day("served_until"),
    maybe_ref("session_id", "sessions"),
    maybe_ref("group_id", "groups"),
    *choice("product", Product),
    *flag("counts_for_kor"),
    maybe_ref("credits_line_id", "invoice_lines", "RESTRICT"),
    info=recorded(Subject.INVOICE, "session_id", "group_id", owner="invoice_id"),
)

billed_sources = table(
    "billed_sources",
    key(),
    ref("invoice_id", "invoices"),
    text("line_id"),
    info=recorded(Subject.INVOICE, owner="invoice_id"),
)

billing_waivers = table(
    "billing_waivers",
    key(),
    text("reason"),
    day("made_on"),
    info=recorded(Subject.INVOICE),
)

issued_invoices = table(
    "issued_invoices",
    _same_as("id", "invoices"),
    Column("number", Text, nullable=False, unique=True),
    text("series"),
    CheckConstraint(f"series IN ('{INVOICE_SERIES}', '{CREDIT_SERIES}')", name="series"),
    number("year"),
    number("sequence"),
    day("issued_on", index=True),
    moment("issued_at"),
    maybe_day("due_on"),
    number("net"),
    number("vat"),
    number("gross"),
    text("snapshot"),
    text("pdf_sha256"),
    text("xml_sha256"),
    text("xml_format"),
    Column("place", Integer, nullable=False, unique=True),
    text("previous_hash"),
    text("hash"),
    UniqueConstraint("series", "year", "sequence"),
    info=recorded(Subject.INVOICE, undoable=False),
)

issued_invoice_papers = table(
    "issued_invoice_papers",
    _same_as("invoice_id", "issued_invoices"),
    blob("pdf"),
    blob("xml"),
)

invoice_acts = table(
    "invoice_acts",
    key(),
    ref("invoice_id", "issued_invoices", "RESTRICT"),
    *choice("kind", InvoiceActKind),
    day("on"),
    moment("at"),
    text("note"),
    number("step"),
    maybe_day("until"),
    number("amount"),
    maybe_ref("other_id", "issued_invoices", "RESTRICT"),
    text("sha256"),
    info=recorded(Subject.INVOICE, "other=other_id", owner="invoice_id", undoable=False),
)

invoice_act_papers = table(
    "invoice_act_papers",
    _same_as("act_id", "invoice_acts"),
    blob("pdf"),
)
