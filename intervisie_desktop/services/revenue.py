"""Revenue per month: what was invoiced, and what is expected still to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from intervisie_desktop.domain.billing import Billable, BillableKind, BillingBook, billables
from intervisie_desktop.domain.money import Priced
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.invoicing.gathering import billing_book
from intervisie_desktop.storage.reads.invoices import InvoiceRow
from intervisie_desktop.storage.records.collections import Reading

_MONTHS = range(1, 13)
_PER_YEAR = {BillableKind.YEAR, BillableKind.FIXED}


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
    """The revenue of a year in twelve months, in cents."""

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


def revenue_of(reading: Reading, rows: Iterable[InvoiceRow], today: date, year: int) -> Revenue:
    """The months of a year from all invoices; nothing is expected of a month that is over.

    Expected are concepts, what is to be billed and what is planned, in the month in which it can
    go on an invoice: that of the service or the plan, and not before today.
    """
    invoiced: Counter[int] = Counter()
    expected: Counter[int] = Counter()
    for row in rows:
        if row.issued_on is not None:
            if row.issued_on.year == year:
                invoiced[row.issued_on.month] += row.net
            continue
        _expect(expected, row.planned_on or today, row.net, today, year)
    last = date(year, 12, 31)
    if today <= last:
        for one in _to_come(billing_book(reading, today, last), last):
            net = Priced(
                quantity=one.quantity,
                unit_price=one.unit_price,
                category=one.category,
                rate=one.rate,
            ).net
            _expect(expected, one.served_on, net, today, year)
    return Revenue(
        year=year,
        months=tuple(
            RevenueMonth(month=month, invoiced=invoiced[month], expected=expected[month])
            for month in _MONTHS
        ),
    )


def _expect(expected: Counter[int], on: date, net: int, today: date, year: int) -> None:
    when = max(on, today)
    if when.year == year:
        expected[when.month] += net


def _to_come(book: BillingBook, last: date) -> Iterator[Billable]:
    """What can be billed once everything planned was held, and everyone who is a member came."""
    over = replace(book, today=last + timedelta(days=1))
    yield from billables(over, last)
    # A price per year is due from the first meeting of the group that year, also a planned one.
    held = tuple(
        replace(one, state=SessionState.HELD) if one.state is SessionState.PLANNED else one
        for one in book.sessions
    )
    begun = {one.key for one in billables(over, last) if one.kind in _PER_YEAR}
    for one in billables(replace(over, sessions=held), last):
        if one.kind in _PER_YEAR and one.key not in begun:
            yield one
