"""What the use cases around invoices take and give: frozen values, no Dutch sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.billing import BillableKind, HeldReason
from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoice_checks import InvoiceFlaw
from intervisie_desktop.domain.invoices import (
    Balance,
    Invoice,
    InvoiceAct,
    InvoiceLine,
    InvoiceState,
    IssuedInvoice,
    Unit,
)
from intervisie_desktop.domain.money import Totals
from intervisie_desktop.domain.payments import Payment, PaymentAllocation
from intervisie_desktop.domain.quotes import Quote
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.domain.vat import VatCategory


@dataclass(frozen=True, slots=True, kw_only=True)
class ToBillLine:
    """What would become one line; `keys` are the billables in it, `held` why it cannot yet."""

    keys: tuple[str, ...]
    kind: BillableKind
    description: str
    note: str
    names: tuple[str, ...]
    quantity: int
    unit: Unit
    unit_price: int
    category: VatCategory
    rate: int
    net: int
    served_on: date
    served_until: date | None
    deadline: date
    group_id: str
    session_id: str | None
    product: Product
    held: HeldReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToBill:
    """What is still to be billed to a client (None: nobody pays yet), and what is held back.

    `deadline` is the earliest last day among `lines`; `totals` are of `lines` alone.
    """

    client_id: str | None
    client_name: str
    lines: tuple[ToBillLine, ...]
    held: tuple[ToBillLine, ...]
    totals: Totals
    deadline: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """What is not charged, and why."""

    key: str
    client_name: str
    line: ToBillLine
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is amiss with the invoice a client would get."""

    client_id: str
    flaws: tuple[InvoiceFlaw, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocatedPayment:
    """A payment with the part of it that belongs to the invoice it is shown with."""

    payment: Payment
    allocation: PaymentAllocation


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceCard:
    """Everything of one invoice; `issued` is None for a concept, `flaws` are of a concept only.

    `credited_by` are issued credit notes as (id, number), `credits_number` what this one takes
    back. `due_on` is the last day to pay, of a concept when it were issued today.
    """

    invoice: Invoice
    lines: tuple[InvoiceLine, ...]
    totals: Totals
    client: Client
    state: InvoiceState
    balance: Balance
    due_on: date | None
    issued: IssuedInvoice | None = None
    acts: tuple[InvoiceAct, ...] = ()
    payments: tuple[AllocatedPayment, ...] = ()
    flaws: tuple[InvoiceFlaw, ...] = ()
    credits_number: str = ""
    credited_by: tuple[tuple[str, str], ...] = ()
    quote: Quote | None = None

    @property
    def number(self) -> str:
        """Its number; empty for a concept."""
        return self.issued.number if self.issued else ""

    @property
    def final(self) -> IssuedInvoice:
        """What was issued; Refusal("gone") for a concept."""
        if self.issued is None:
            raise Refusal("gone", kind="issued_invoices", id=self.invoice.id)
        return self.issued


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFinal:
    """An invoice that was issued."""

    invoice_id: str
    number: str
    client_name: str
    gross: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFinal:
    """An invoice that was not issued; `code` and `facts` are those of the refusal."""

    invoice_id: str
    client_name: str
    code: str
    facts: dict[str, object]
    flaws: tuple[InvoiceFlaw, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finalised:
    """What came of a batch: made, refused, and how many were not begun because of a cancel."""

    made: tuple[MadeFinal, ...] = ()
    refused: tuple[NotFinal, ...] = ()
    cancelled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesReport:
    """A number series in a year: from where to where, how many, and which are missing."""

    series: str
    year: int
    first: int
    last: int
    count: int
    gaps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """Whether everything that was issued still stands as it was issued.

    `broken_at` is the number where the chain breaks, `damaged` are numbers whose paper is not the
    one that was issued, `head` the last link.
    """

    series: tuple[SeriesReport, ...]
    count: int
    head: str
    broken_at: str = ""
    damaged: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """True when nothing is amiss."""
        gaps = any(one.gaps for one in self.series)
        return not (gaps or self.broken_at or self.damaged or self.loose)
