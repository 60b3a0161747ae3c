"""Lists of invoices for pages and reports, and where numbers and chain stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from intervisie_desktop.domain.invoices import (
    Balance,
    Invoice,
    InvoiceAct,
    InvoiceKind,
    InvoiceLine,
    InvoiceState,
    reminders,
    state_of,
    totals_of,
    was_sent,
    written_off,
)
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceRow:
    """One invoice in a list; amounts in cents, `number` and the days empty for a concept.

    `due_on` of a concept is unknown. `credits_number` is the number a credit note takes back.
    """

    id: str
    kind: InvoiceKind
    number: str
    client_id: str
    client_name: str
    reference: str
    made_on: date
    planned_on: date | None
    issued_on: date | None
    due_on: date | None
    sent_on: date | None
    net: int
    vat: int
    gross: int
    balance: Balance
    state: InvoiceState
    reminders: int = 0
    reminded_on: date | None = None
    reminded_until: date | None = None
    credits_id: str | None = None
    plan_part: int = 0
    plan_parts: int = 0

    @property
    def open(self) -> int:
        """Still to be paid; nought for a concept and a credit note."""
        return self.balance.open

    def late_days(self, today: date) -> int:
        """How many days it is past its last day with something open; nought when it is not."""
        if self.open <= 0 or self.due_on is None:
            return 0
        return max(0, (today - self.due_on).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issued:
    id: str
    number: str
    issued_on: date
    due_on: date | None
    net: int
    vat: int
    gross: int


def invoice_rows(reading: Reading, *, client_id: str | None = None) -> tuple[InvoiceRow, ...]:
    """Concepts first, then what was issued, the newest first; quotes are not invoices."""
    wanted = {"client_id": client_id} if client_id else {}
    kinds = [kind for kind in InvoiceKind if kind is not InvoiceKind.QUOTE]
    invoices = reading.invoices.where(kind=kinds, **wanted)
    issued = _issued(reading)
    lines = _lines(reading, [one.id for one in invoices if one.id not in issued])
    names = _names(reading)
    paid, credited, acts = paid_by_invoice(reading), credited_by_invoice(reading), _acts(reading)
    rows = [
        _concept(one, lines.get(one.id, []), names)
        if one.id not in issued
        else _row(one, issued[one.id], names, paid, credited, acts.get(one.id, []))
        for one in invoices
    ]
    return tuple(sorted(rows, key=_order, reverse=True))


def paid_by_invoice(reading: Reading) -> dict[str, int]:
    """What was paid of each invoice, in cents."""
    a = tables.payment_allocations.c
    query = select(a.invoice_id, func.sum(a.amount).label("paid")).group_by(a.invoice_id)
    return {row.invoice_id: int(row.paid) for row in reading.rows(query)}


def credited_by_invoice(reading: Reading) -> dict[str, int]:
    """What issued credit notes take back of each invoice, in cents."""
    i, s = tables.invoices, tables.issued_invoices
    query = (
        select(i.c.credits_id, func.sum(s.c.gross).label("gross"))
        .join(s, s.c.id == i.c.id)
        .where(i.c.credits_id.is_not(None))
        .group_by(i.c.credits_id)
    )
    return {row.credits_id: -int(row.gross) for row in reading.rows(query)}


def balance_of(reading: Reading, invoice: Invoice, gross: int) -> Balance:
    """What is owed on one issued invoice; a credit note is settled with what it takes back."""
    if invoice.kind is InvoiceKind.CREDIT:
        return Balance(gross=gross, credited=gross)
    parts = reading.payment_allocations.where(invoice_id=invoice.id)
    acts = sorted(reading.invoice_acts.where(invoice_id=invoice.id), key=lambda act: act.at)
    back = {one.id for one in reading.invoices.where(credits_id=invoice.id)}
    notes = reading.issued_invoices.where(id=back) if back else []
    return Balance(
        gross=gross,
        paid=sum(part.amount for part in parts) + invoice.prepaid,
        credited=-sum(note.gross for note in notes),
        written_off=written_off(acts),
    )


def quantities_back(reading: Reading, invoice_id: str) -> dict[str, int]:
    """What issued credit notes took back of each line, in thousandths below nought."""
    line, note, s = tables.invoice_lines, tables.invoices, tables.issued_invoices
    query = (
        select(line.c.credits_line_id, func.sum(line.c.quantity).label("quantity"))
        .join(note, note.c.id == line.c.invoice_id)
        .join(s, s.c.id == note.c.id)
        .where(note.c.credits_id == invoice_id, line.c.credits_line_id.is_not(None))
        .group_by(line.c.credits_line_id)
    )
    return {row.credits_line_id: int(row.quantity) for row in reading.rows(query)}


def session_ids_between(reading: Reading, first: date, last: date) -> list[str]:
    """The ids of the sessions from the one day up to and including the other."""
    day, own_id = tables.sessions.c.day, tables.sessions.c.id
    query = select(own_id).where(day.between(first.isoformat(), last.isoformat())).order_by(day)
    return [row.id for row in reading.rows(query)]


def last_sequence(reading: Reading, series: str, year: int) -> int | None:
    """The last place taken in a number series, or None when it has not begun."""
    s = tables.issued_invoices.c
    query = select(func.max(s.sequence).label("last")).where(s.series == series, s.year == year)
    rows = reading.rows(query)
    return rows[0].last if rows else None


def series_begun(reading: Reading, series: str) -> bool:
    """True when a number of this series was ever given."""
    s = tables.issued_invoices.c
    return bool(reading.rows(select(s.id).where(s.series == series).limit(1)))


def number_taken(reading: Reading, number: str) -> bool:
    """True when an invoice has this number."""
    s = tables.issued_invoices.c
    return bool(reading.rows(select(s.id).where(s.number == number)))


def chain_head(reading: Reading) -> tuple[int, str]:
    """Place and hash of the last link; nought and nothing before the first invoice."""
    s = tables.issued_invoices.c
    rows = reading.rows(select(s.place, s.hash).order_by(s.place.desc()).limit(1))
    return (rows[0].place, rows[0].hash) if rows else (0, "")


def last_issued_on(reading: Reading, series: str) -> date | None:
    """The day of the newest number in a series."""
    s = tables.issued_invoices.c
    rows = reading.rows(select(func.max(s.issued_on).label("day")).where(s.series == series))
    return date.fromisoformat(rows[0].day) if rows and rows[0].day else None


def kor_turnover(reading: Reading, year: int) -> int:
    """The turnover of a year that counts for KOR, in cents without btw, discounts taken off."""
    s, line = tables.issued_invoices, tables.invoice_lines
    in_year = s.c.issued_on.between(f"{year}-01-01", f"{year}-12-31")
    total = reading.rows(select(func.coalesce(func.sum(s.c.net), 0).label("net")).where(in_year))
    # Only the few with a line that does not count are looked at line by line.
    query = (
        select(line.c.invoice_id, s.c.net)
        .join(s, s.c.id == line.c.invoice_id)
        .where(in_year, line.c.counts_for_kor == 0)
        .distinct()
    )
    apart = {row.invoice_id: int(row.net) for row in reading.rows(query)}
    if not apart:
        return int(total[0].net)
    invoices = {one.id: one for one in reading.invoices.where(id=list(apart))}
    lines = _lines(reading, apart)
    counting = sum(
        totals_of(invoices[key], [one for one in lines[key] if one.counts_for_kor]).net
        for key in apart
    )
    return int(total[0].net) - sum(apart.values()) + counting


def _issued(reading: Reading) -> dict[str, _Issued]:
    s = tables.issued_invoices.c
    query = select(s.id, s.number, s.issued_on, s.due_on, s.net, s.vat, s.gross)
    return {
        row.id: _Issued(
            id=row.id,
            number=row.number,
            issued_on=date.fromisoformat(row.issued_on),
            due_on=date.fromisoformat(row.due_on) if row.due_on else None,
            net=row.net,
            vat=row.vat,
            gross=row.gross,
        )
        for row in reading.rows(query)
    }


def _lines(reading: Reading, ids: Iterable[str]) -> dict[str, list[InvoiceLine]]:
    found: dict[str, list[InvoiceLine]] = defaultdict(list)
    for line in reading.invoice_lines.where(invoice_id=list(ids)):
        found[line.invoice_id].append(line)
    return found


def _names(reading: Reading) -> dict[str, str]:
    c = tables.clients.c
    return {row.id: row.name for row in reading.rows(select(c.id, c.name))}


def _acts(reading: Reading) -> dict[str, list[InvoiceAct]]:
    found: dict[str, list[InvoiceAct]] = defaultdict(list)
    for act in reading.invoice_acts.all():
        found[act.invoice_id].append(act)
    return found


def _concept(invoice: Invoice, lines: list[InvoiceLine], names: dict[str, str]) -> InvoiceRow:
    sums = totals_of(invoice, lines)
    return InvoiceRow(
        id=invoice.id,
        kind=invoice.kind,
        number="",
        client_id=invoice.client_id,
        client_name=names[invoice.client_id],
        reference=invoice.reference,
        made_on=invoice.made_on,
        planned_on=invoice.planned_on,
        issued_on=None,
        due_on=None,
        sent_on=None,
        net=sums.net,
        vat=sums.vat,
        gross=sums.gross,
        balance=Balance(gross=0),
        state=InvoiceState.CONCEPT,
        credits_id=invoice.credits_id,
        plan_part=invoice.plan_part,
        plan_parts=invoice.plan_parts,
    )


def _row(
    invoice: Invoice,
    issued: _Issued,
    names: dict[str, str],
    paid: dict[str, int],
    credited: dict[str, int],
    acts: list[InvoiceAct],
) -> InvoiceRow:
    balance = Balance(
        gross=issued.gross,
        paid=paid.get(invoice.id, 0) + invoice.prepaid,
        credited=credited.get(invoice.id, 0),
        written_off=written_off(acts),
    )
    if invoice.kind is InvoiceKind.CREDIT:
        balance = Balance(gross=issued.gross, credited=issued.gross)
    letters = reminders(acts)
    return InvoiceRow(
        id=invoice.id,
        kind=invoice.kind,
        number=issued.number,
        client_id=invoice.client_id,
        client_name=names[invoice.client_id],
        reference=invoice.reference,
        made_on=invoice.made_on,
        planned_on=invoice.planned_on,
        issued_on=issued.issued_on,
        due_on=issued.due_on,
        sent_on=next((act.on for act in acts if act.kind == "sent"), None)
        if was_sent(acts)
        else None,
        net=issued.net,
        vat=issued.vat,
        gross=issued.gross,
        balance=balance,
        state=state_of(invoice.kind, balance, acts),
        reminders=len(letters),
        reminded_on=letters[-1].on if letters else None,
        reminded_until=letters[-1].until if letters else None,
        credits_id=invoice.credits_id,
        plan_part=invoice.plan_part,
        plan_parts=invoice.plan_parts,
    )


def _order(row: InvoiceRow) -> tuple[bool, date, str]:
    return (row.issued_on is None, row.issued_on or row.made_on, row.number)
