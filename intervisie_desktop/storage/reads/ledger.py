"""What was issued, the way a bookkeeper counts it: by day of issue, in the order of the chain."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from intervisie_desktop.domain.invoices import Invoice, InvoiceKind, InvoiceLine, totals_of
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedRow:
    """An issued invoice or credit note with its amounts in cents, below nought for a credit."""

    id: str
    number: str
    client_id: str
    issued_on: date
    net: int
    vat: int
    gross: int


def issued_rows(reading: Reading, first: date, last: date) -> tuple[IssuedRow, ...]:
    """Everything issued from the one day up to and including the other."""
    s, i = tables.issued_invoices, tables.invoices
    query = (
        select(s.c.id, s.c.number, i.c.client_id, s.c.issued_on, s.c.net, s.c.vat, s.c.gross)
        .join(i, i.c.id == s.c.id)
        .where(s.c.issued_on.between(first.isoformat(), last.isoformat()))
        .order_by(s.c.place)
    )
    return tuple(
        IssuedRow(
            id=row.id,
            number=row.number,
            client_id=row.client_id,
            issued_on=date.fromisoformat(row.issued_on),
            net=row.net,
            vat=row.vat,
            gross=row.gross,
        )
        for row in reading.rows(query)
    )


def concept_amounts(reading: Reading) -> tuple[tuple[Invoice, int], ...]:
    """Every invoice and credit note without a number, with its cents without btw; no quotes."""
    i, s = tables.invoices, tables.issued_invoices
    query = (
        select(i.c.id)
        .outerjoin(s, s.c.id == i.c.id)
        .where(s.c.id.is_(None), i.c.kind != InvoiceKind.QUOTE.value)
    )
    ids = [row.id for row in reading.rows(query)]
    if not ids:
        return ()
    lines: dict[str, list[InvoiceLine]] = defaultdict(list)
    for line in reading.invoice_lines.where(invoice_id=ids):
        lines[line.invoice_id].append(line)
    concepts = reading.invoices.where(id=ids)
    return tuple((one, totals_of(one, lines[one.id]).net) for one in concepts)
