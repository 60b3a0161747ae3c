"""Invoices: concepts that may change, and what stands once they are issued.

A concept has no number. Issuing freezes it: the record, its lines, the snapshot of everything
printed, and its link in the chain. What happens later are acts, payments and credit notes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from intervisie_desktop.domain.money import NO_DISCOUNT, ONE, Discount, Priced, Totals, totals
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.domain.vat import VatCategory

INVOICE_SERIES = "invoices"
CREDIT_SERIES = "credits"


class InvoiceKind(StrEnum):
    """What kind of paper it is; a quote (offerte) has no XML and nothing to pay."""

    INVOICE = "invoice"
    INSTALMENT = "instalment"
    CREDIT = "credit"
    QUOTE = "quote"


class Unit(StrEnum):
    """What a quantity counts."""

    PIECE = "piece"
    HOUR = "hour"
    DAY = "day"
    KILOMETRE = "kilometre"


class InvoiceState(StrEnum):
    """Where an invoice is in its life; being overdue is told by the day, not here."""

    CONCEPT = "concept"
    ISSUED = "issued"
    SENT = "sent"
    REMINDED = "reminded"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    CREDITED = "credited"
    WRITTEN_OFF = "written_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """What an invoice is made of, apart from its lines; it may change until it is issued.

    `payment_days` None follows the client. `credits_id` is the invoice that a credit note takes
    back; with `bill_again` what it takes back whole is billable again. `plan_id` joins
    instalments, of which this is number `plan_part` of `plan_parts`; `planned_on` is when it is
    meant to go out. `prepaid` was paid before, in cents.
    """

    id: str
    client_id: str
    made_on: date
    kind: InvoiceKind = InvoiceKind.INVOICE
    reference: str = ""
    order_number: str = ""
    attention: str = ""
    discount: Discount = NO_DISCOUNT
    discount_reason: str = ""
    intro: str = ""
    closing: str = ""
    payment_days: int | None = None
    planned_on: date | None = None
    prepaid: int = 0
    credits_id: str | None = None
    bill_again: bool = True
    quote_id: str | None = None
    plan_id: str = ""
    plan_part: int = 0
    plan_parts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line: a quantity in thousandths of something at a price in cents without btw.

    `note` is the smaller text under the description, `names` the participants where the client
    wants them on paper. `counts_for_kor` is for the meter of the kleineondernemersregeling.
    `credits_line_id` is the line that a line of a credit note takes back.
    """

    id: str
    invoice_id: str
    position: int
    description: str
    unit_price: int
    category: VatCategory
    rate: int
    quantity: int = ONE
    unit: Unit = Unit.PIECE
    note: str = ""
    names: tuple[str, ...] = ()
    discount: Discount = NO_DISCOUNT
    discount_reason: str = ""
    served_on: date | None = None
    served_until: date | None = None
    session_id: str | None = None
    group_id: str | None = None
    product: Product = Product.INTERVISIE
    counts_for_kor: bool = True
    credits_line_id: str | None = None

    @property
    def priced(self) -> Priced:
        """What the line costs, to count with."""
        return Priced(
            quantity=self.quantity,
            unit_price=self.unit_price,
            category=self.category,
            rate=self.rate,
            discount=self.discount,
        )

    @property
    def net(self) -> int:
        """What it comes to in cents, without btw, after its own discount."""
        return self.priced.net

    def mirrored(self, line_id: str, invoice_id: str) -> InvoiceLine:
        """The line of a credit note that takes this one back to the cent."""
        return replace(
            self,
            id=line_id,
            invoice_id=invoice_id,
            quantity=-self.quantity,
            discount=self.discount.mirrored(),
            credits_line_id=self.id,
        )


def totals_of(invoice: Invoice, lines: Iterable[InvoiceLine]) -> Totals:
    """What an invoice comes to."""
    return totals((line.priced for line in lines), invoice.discount)


def service_days(lines: Iterable[InvoiceLine]) -> tuple[date, date] | None:
    """The first and the last day of service on the lines, or None when no line has one."""
    days = [day for line in lines for day in (line.served_on, line.served_until) if day]
    return (min(days), max(days)) if days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BilledSource:
    """Something billable that stands on an invoice; its id is the key of the billable.

    There is one for each key at most: that is why nothing is billed twice.
    """

    id: str
    invoice_id: str
    line_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingWaiver:
    """Something billable that is not charged (niet factureren), with the reason; id is its key."""

    id: str
    reason: str
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedInvoice:
    """An invoice that was issued; its id is that of the invoice it froze.

    `snapshot` is the JSON of everything printed. `year` and `sequence` are its place in the
    number series, `place` that in the chain: `hash` is over what is here and `previous_hash`.
    `xml_format` names the e-invoice. Amounts are cents.
    """

    id: str
    number: str
    series: str
    year: int
    sequence: int
    issued_on: date
    issued_at: datetime
    due_on: date | None
    net: int
    vat: int
    gross: int
    snapshot: str
    pdf_sha256: str
    xml_sha256: str
    xml_format: str
    place: int
    previous_hash: str
    hash: str


def chain_hash(invoice: IssuedInvoice) -> str:
    """The link that this invoice must have, over its content and the link before it."""
    parts = (
        invoice.previous_hash,
        str(invoice.place),
        invoice.number,
        invoice.issued_on.isoformat(),
        str(invoice.gross),
        hashlib.sha256(invoice.snapshot.encode()).hexdigest(),
        invoice.pdf_sha256,
        invoice.xml_sha256,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def broken_link(chain: Sequence[IssuedInvoice]) -> IssuedInvoice | None:
    """The first invoice, in the order of the chain, whose link does not fit; None when whole."""
    before = ""
    for place, invoice in enumerate(chain, 1):
        fits = invoice.place == place and invoice.previous_hash == before
        if not fits or invoice.hash != chain_hash(invoice):
            return invoice
        before = invoice.hash
    return None


class InvoiceActKind(StrEnum):
    """What can happen to an issued invoice; UNSENT and RECLAIMED take an act back."""

    SENT = "sent"
    UNSENT = "unsent"
    REMINDED = "reminded"
    CREDITED = "credited"
    WRITTEN_OFF = "written_off"
    RECLAIMED = "reclaimed"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceAct:
    """Something that happened to an issued invoice; itself never changed.

    `step` of a reminder is 1 herinnering, 2 aanmaning, 3 ingebrekestelling; `until` the last day
    to pay that it names. `amount` in cents is what was written off or credited, `other_id` the
    credit note. `sha256` is that of the paper that went with it.
    """

    id: str
    invoice_id: str
    kind: InvoiceActKind
    on: date
    at: datetime
    note: str = ""
    step: int = 0
    until: date | None = None
    amount: int = 0
    other_id: str | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What is owed on an issued invoice, in cents; everything counts as less to pay."""

    gross: int
    paid: int = 0
    credited: int = 0
    written_off: int = 0

    @property
    def open(self) -> int:
        """Still to be paid; below nought when there is something to give back."""
        return self.gross - self.paid - self.credited - self.written_off


def written_off(acts: Iterable[InvoiceAct]) -> int:
    """What the acts, in order, leave written off in cents."""
    amount = 0
    for act in acts:
        if act.kind is InvoiceActKind.WRITTEN_OFF:
            amount += act.amount
        elif act.kind is InvoiceActKind.RECLAIMED:
            amount = 0
    return amount


def reminders(acts: Iterable[InvoiceAct]) -> tuple[InvoiceAct, ...]:
    """The reminders that were sent, in order."""
    return tuple(act for act in acts if act.kind is InvoiceActKind.REMINDED)


def was_sent(acts: Iterable[InvoiceAct]) -> bool:
    """True when the acts, in order, leave it sent."""
    sent = False
    for act in acts:
        if act.kind in {InvoiceActKind.SENT, InvoiceActKind.REMINDED}:
            sent = True
        elif act.kind is InvoiceActKind.UNSENT:
            sent = False
    return sent


def state_of(kind: InvoiceKind, balance: Balance, acts: Sequence[InvoiceAct]) -> InvoiceState:
    """Where an issued invoice is; a credit note is only issued or sent."""
    sent = was_sent(acts)
    if kind is InvoiceKind.CREDIT:
        return InvoiceState.SENT if sent else InvoiceState.ISSUED
    if balance.gross and balance.credited >= balance.gross:
        return InvoiceState.CREDITED
    if balance.open <= 0:
        return InvoiceState.WRITTEN_OFF if balance.written_off else InvoiceState.PAID
    if balance.paid > 0:
        return InvoiceState.PARTLY_PAID
    if reminders(acts):
        return InvoiceState.REMINDED
    return InvoiceState.SENT if sent else InvoiceState.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSettings:
    """How the practice invoices.

    An empty `credit_pattern` numbers credit notes among the invoices. `category` is the btw that
    a new rate or line begins with. `texts` are the practice's own words per btw category,
    `terms` the line at the foot of the paper.
    """

    pattern: str = "{jaar}-{nr:04}"
    first_number: int = 1
    yearly_restart: bool = True
    credit_pattern: str = ""
    quote_pattern: str = "O{jaar}-{nr:03}"
    category: VatCategory = VatCategory.STANDARD
    payment_days: int = 30
    quote_days: int = 14
    crkbo_number: str = ""
    account_name: str = ""
    terms: str = ""
    intro: str = ""
    closing: str = ""
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def own_credit_series(self) -> bool:
        """True when credit notes count for themselves."""
        return bool(self.credit_pattern)
