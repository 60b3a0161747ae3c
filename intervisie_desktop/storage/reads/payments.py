"""What is known of payments when a bank file comes in."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import select

from intervisie_desktop.domain.bank import tidy_iban
from intervisie_desktop.domain.payments import PaymentMethod
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.records.collections import Reading


def seen_bank_keys(reading: Reading) -> frozenset[str]:
    """The keys of all bank lines that were booked or put aside."""
    seen = {row.id for row in reading.rows(select(tables.bank_lines.c.id))}
    booked = {row.bank_key for row in reading.rows(select(tables.payments.c.bank_key))}
    return frozenset((seen | booked) - {""})


def paying_accounts(reading: Reading) -> dict[str, set[str]]:
    """The accounts each client is known to pay from: their own, and those of earlier payments."""
    found: dict[str, set[str]] = defaultdict(set)
    c = tables.clients.c
    for row in reading.rows(select(c.id, c.iban).where(c.iban != "")):
        found[row.id].add(tidy_iban(row.iban))
    p, a, i = tables.payments, tables.payment_allocations, tables.invoices
    query = (
        select(i.c.client_id, p.c.iban)
        .join(a, a.c.invoice_id == i.c.id)
        .join(p, p.c.id == a.c.payment_id)
        .where(p.c.iban != "")
        .distinct()
    )
    for row in reading.rows(query):
        found[row.client_id].add(tidy_iban(row.iban))
    return found


def payments_by_hand(reading: Reading) -> frozenset[tuple[date, int]]:
    """Day and cents of bank payments that were typed in, which may come again in a file."""
    p = tables.payments.c
    query = select(p.received_on, p.amount).where(p.bank_key == "", p.method == PaymentMethod.BANK)
    return frozenset((date.fromisoformat(r.received_on), r.amount) for r in reading.rows(query))
