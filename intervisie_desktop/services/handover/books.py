"""The books of what was issued: facts as they were printed, btw per quarter, what is open."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from intervisie_desktop.documents.invoice_facts import InvoiceFacts
from intervisie_desktop.documents.invoice_json import from_json
from intervisie_desktop.domain.invoices import InvoiceAct, InvoiceKind, written_off
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.handover.values import OpenClient, OpenItem, VatRow, VatYear
from intervisie_desktop.storage.reads.ledger import issued_rows
from intervisie_desktop.storage.records.collections import Reading


def sold(reading: Reading, first: date, last: date) -> tuple[tuple[str, str, InvoiceFacts], ...]:
    """(id, client id, facts) of everything issued in a period, in the order of the chain."""
    rows = issued_rows(reading, first, last)
    if not rows:
        return ()
    kept = {one.id: one.snapshot for one in reading.issued_invoices.where(id=[r.id for r in rows])}
    return tuple((row.id, row.client_id, from_json(kept[row.id])) for row in rows)


def vat_year(reading: Reading, year: int) -> VatYear:
    """Per quarter and over the year what btw was counted over, per category and rate."""
    quarters: list[Counter[tuple[VatCategory, int, str]]] = [Counter() for _ in range(4)]
    for _, _, facts in sold(reading, date(year, 1, 1), date(year, 12, 31)):
        counts = quarters[(facts.issued_on.month - 1) // 3]
        for group in facts.groups:
            counts[group.category, group.rate, "base"] += group.base
            counts[group.category, group.rate, "vat"] += group.vat
    whole: Counter[tuple[VatCategory, int, str]] = Counter()
    for counts in quarters:
        whole.update(counts)
    return VatYear(year=year, quarters=tuple(map(_rows, quarters)), rows=_rows(whole))


def _rows(counts: Counter[tuple[VatCategory, int, str]]) -> tuple[VatRow, ...]:
    kinds = sorted({key[:2] for key in counts}, key=lambda kind: (-kind[1], kind[0].value))
    return tuple(
        VatRow(
            category=category,
            rate=rate,
            base=counts[category, rate, "base"],
            vat=counts[category, rate, "vat"],
        )
        for category, rate in kinds
    )


def open_items(reading: Reading, on: date) -> tuple[OpenClient, ...]:
    """What was owed at the end of a day, per client by name; what came later does not count."""
    settled = _settled(reading, on)
    names = {one.id: one.name for one in reading.clients.all()}
    invoices = {one.id: one for one in reading.invoices.all()}
    found: dict[str, list[OpenItem]] = defaultdict(list)
    for row in reading.issued_invoices.all():
        invoice = invoices[row.id]
        left = row.gross - invoice.prepaid - settled[row.id]
        if row.issued_on > on or invoice.kind is InvoiceKind.CREDIT or not left:
            continue
        late = max(0, (on - row.due_on).days) if row.due_on and left > 0 else 0
        found[invoice.client_id].append(
            OpenItem(
                invoice_id=row.id,
                number=row.number,
                issued_on=row.issued_on,
                due_on=row.due_on,
                open=left,
                late=late,
            )
        )
    made = [
        OpenClient(client_id=key, client_name=names[key], items=tuple(items))
        for key, items in found.items()
    ]
    return tuple(sorted(made, key=lambda one: one.client_name.casefold()))


def _settled(reading: Reading, on: date) -> Counter[str]:
    """What was paid, credited and written off of each invoice by the end of a day."""
    settled: Counter[str] = Counter()
    paid = {one.id for one in reading.payments.all() if one.received_on <= on}
    for part in reading.payment_allocations.all():
        if part.payment_id in paid:
            settled[part.invoice_id] += part.amount
    issued = {one.id: one for one in reading.issued_invoices.all()}
    for note in reading.invoices.where(kind=InvoiceKind.CREDIT):
        if note.credits_id and note.id in issued and issued[note.id].issued_on <= on:
            settled[note.credits_id] -= issued[note.id].gross
    acts: dict[str, list[InvoiceAct]] = defaultdict(list)
    for act in sorted(reading.invoice_acts.all(), key=lambda one: one.at):
        if act.on <= on:
            acts[act.invoice_id].append(act)
    for invoice_id, own in acts.items():
        settled[invoice_id] += written_off(own)
    return settled
