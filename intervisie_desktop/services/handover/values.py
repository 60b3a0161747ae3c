"""What the hand-over to the bookkeeper gives: frozen values, amounts in cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.vat import VatCategory


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueMonth:
    """A month, 1 to 12: what was invoiced in it without btw, and what is expected still to be.

    Credit notes count below nought in the month in which they were issued.
    """

    month: int
    invoiced: int
    expected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Revenue:
    """The revenue of a year in twelve months."""

    year: int
    months: tuple[RevenueMonth, ...]

    @property
    def invoiced(self) -> int:
        """What was invoiced in the year, without btw."""
        return sum(month.invoiced for month in self.months)

    @property
    def expected(self) -> int:
        """What is expected still to be invoiced in the year, without btw."""
        return sum(month.expected for month in self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class VatRow:
    """Btw of one category and rate: what it is counted over and what it comes to."""

    category: VatCategory
    rate: int
    base: int
    vat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VatYear:
    """The btw of a year; `quarters` are four, each with its rows, `rows` those of the year."""

    year: int
    quarters: tuple[tuple[VatRow, ...], ...]
    rows: tuple[VatRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An invoice that is not settled on a day; `late` is how many days past its last day."""

    invoice_id: str
    number: str
    issued_on: date
    due_on: date | None
    open: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClient:
    """What a client still owes, the oldest invoice first."""

    client_id: str
    client_name: str
    items: tuple[OpenItem, ...]

    @property
    def open(self) -> int:
        """All of it in cents."""
        return sum(item.open for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRevenue:
    """What was invoiced to a client in a year, credit notes taken off."""

    client_id: str
    client_name: str
    invoices: int
    net: int
    vat: int
    gross: int
