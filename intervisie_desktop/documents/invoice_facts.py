"""Everything that stands on an invoice, a credit note or a quote, frozen and right to the cent.

The facts are the snapshot that is kept with a definitive invoice: paper and XML are made of them
and of nothing else. `to_json` and `from_json` (in `invoice_json`) are exact. Amounts are cents,
quantities thousandths, percentages hundredths; on a credit note quantities and amounts are below
nought, the mirror of what it takes back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.invoices import InvoiceKind, Unit
from intervisie_desktop.domain.money import (
    NO_DISCOUNT,
    ONE,
    Discount,
    Priced,
    Totals,
    VatGroup,
    totals,
)
from intervisie_desktop.domain.vat import VatCategory

__all__ = [
    "AmountsError",
    "InvoiceFacts",
    "InvoiceKind",
    "InvoiceLine",
    "InvoiceParty",
    "OriginalInvoice",
    "Unit",
    "VatText",
    "line_of",
    "mirrored",
]


class AmountsError(ValueError):
    """The facts contradict themselves; the message says where and by how many cents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceParty:
    """Seller or buyer as they were on the day of issue.

    `attention` is the line under the name (t.a.v.). `electronic_address` is where e-invoices
    are received, with its scheme before the colon, such as "0106:12345678"; `government_number`
    is an OIN. `private` is a person, who has no KvK number.
    """

    name: str
    attention: str = ""
    address: Address = Address()
    email: str = ""
    phone: str = ""
    kvk_number: str = ""
    vat_number: str = ""
    government_number: str = ""
    electronic_address: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line; `net` is what it comes to in cents without btw, after its own discount.

    `names` are the participants, empty where the client does not want them on paper. A service
    of more than one day runs from `served_on` to `served_until`.
    """

    description: str
    quantity: int = ONE
    unit_price: int
    category: VatCategory
    rate: int
    net: int
    note: str = ""
    names: tuple[str, ...] = ()
    unit: Unit = Unit.PIECE
    discount: Discount = NO_DISCOUNT
    discount_reason: str = ""
    served_on: date | None = None
    served_until: date | None = None

    def __post_init__(self) -> None:
        if self.priced.net != self.net:
            raise AmountsError(f"{self.description!r}: {self.net}, counted {self.priced.net}")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalInvoice:
    """The invoice that a credit note takes back, wholly or in part."""

    number: str
    issued_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VatText:
    """The words that stand on the paper where btw of a category is not charged."""

    category: VatCategory
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceFacts:
    """An invoice, credit note or quote; AmountsError when the amounts do not add up.

    `due_on` is the last day to pay, of a quote the last day it holds. `reference` is the buyer's
    own (uw kenmerk), `order_number` the number of a purchase order. `paid` was paid before or
    is settled in cents. `terms` stand at the foot of every page; `intro` and `closing` around
    the lines. `vat_texts` are needed for every category without a charge.
    """

    kind: InvoiceKind
    number: str
    issued_on: date
    due_on: date | None = None
    seller: InvoiceParty
    buyer: InvoiceParty
    lines: tuple[InvoiceLine, ...]
    discount: Discount = NO_DISCOUNT
    discount_reason: str = ""
    totals: Totals
    paid: int = 0
    reference: str = ""
    order_number: str = ""
    original: OriginalInvoice | None = None
    iban: str = ""
    account_name: str = ""
    payment_reference: str = ""
    vat_texts: tuple[VatText, ...] = ()
    intro: str = ""
    closing: str = ""
    terms: str = ""

    def __post_init__(self) -> None:
        counted = totals((line.priced for line in self.lines), self.discount)
        if counted != self.totals:
            raise AmountsError(f"totals {self.totals.gross}, counted {counted.gross}")
        if self.gross * self.sign < 0:
            raise AmountsError(f"{self.kind}: {self.gross} is on the wrong side of nought")

    @property
    def sign(self) -> int:
        """-1 on a credit note, else 1: what turns an amount into what XML wants."""
        return -1 if self.kind is InvoiceKind.CREDIT else 1

    @property
    def gross(self) -> int:
        """The amount with btw in cents."""
        return self.totals.gross

    @property
    def open(self) -> int:
        """What is still to be paid in cents; below nought when there is something to give back."""
        return self.gross - self.paid

    @property
    def payable(self) -> bool:
        """True when the buyer has something to pay: not for a quote, a credit note or nought."""
        return self.kind in {InvoiceKind.INVOICE, InvoiceKind.INSTALMENT} and self.open > 0

    @property
    def names_vat_numbers(self) -> bool:
        """True when btw numbers stand on it: not on one that falls outside btw altogether."""
        return all(group.category is not VatCategory.KOR_NO_ID for group in self.groups)

    @property
    def groups(self) -> tuple[VatGroup, ...]:
        """The amounts per btw category and rate."""
        return self.totals.groups

    @property
    def served(self) -> tuple[date, date] | None:
        """The first and last day of service on the lines, or None when no line has one."""
        days = [day for line in self.lines for day in (line.served_on, line.served_until) if day]
        return (min(days), max(days)) if days else None

    @property
    def payment_text(self) -> str:
        """What the payer should write with the payment."""
        return self.payment_reference or self.number

    @property
    def payee(self) -> str:
        """Whose account it is."""
        return self.account_name or self.seller.name

    def vat_text(self, category: VatCategory) -> str:
        """The words for a category, or nothing."""
        return next((each.text for each in self.vat_texts if each.category is category), "")


def line_of(description: str, priced: Priced, **more: object) -> InvoiceLine:
    """A line with its net amount filled in; `more` are further fields of the line."""
    fields = {
        "quantity": priced.quantity,
        "unit_price": priced.unit_price,
        "category": priced.category,
        "rate": priced.rate,
        "discount": priced.discount,
        "net": priced.net,
        **more,
    }
    return InvoiceLine(description=description, **fields)  # type: ignore[arg-type]


def mirrored(facts: InvoiceFacts, *, number: str, issued_on: date) -> InvoiceFacts:
    """The credit note that takes an invoice back to the cent, with reference to it.

    Nothing has been settled on it yet, nobody has to pay it by a day, and the words about paying
    stay behind.
    """
    lines = tuple(
        replace(
            line,
            quantity=-line.quantity,
            discount=line.discount.mirrored(),
            net=-line.net,
        )
        for line in facts.lines
    )
    discount = facts.discount.mirrored()
    return replace(
        facts,
        kind=InvoiceKind.CREDIT,
        number=number,
        issued_on=issued_on,
        due_on=None,
        lines=lines,
        discount=discount,
        totals=totals((line.priced for line in lines), discount),
        paid=0,
        original=OriginalInvoice(number=facts.number, issued_on=facts.issued_on),
        payment_reference="",
        intro="",
        closing="",
        terms="",
    )
