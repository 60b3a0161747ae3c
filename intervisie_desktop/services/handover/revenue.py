"""Revenue per month: what was invoiced, and what is expected still to be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from intervisie_desktop.domain.billing import HeldReason, forecast
from intervisie_desktop.domain.money import Priced
from intervisie_desktop.services.handover.values import ClientRevenue, Revenue, RevenueMonth
from intervisie_desktop.services.invoicing.gathering import billing_book
from intervisie_desktop.storage.reads.ledger import IssuedRow, concept_amounts, issued_rows
from intervisie_desktop.storage.records.collections import Reading


def revenue_of(reading: Reading, today: date, year: int) -> Revenue:
    """The twelve months of a year; nothing is expected of a month that is over.

    Expected are concepts, what is to be billed and what is planned, in the month in which it can
    go on an invoice: that of the service, and not before today.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    invoiced: Counter[int] = Counter()
    for row in issued_rows(reading, first, last):
        invoiced[row.issued_on.month] += row.net
    expected: Counter[int] = Counter()
    if today <= last:
        for on, amount in (*_concepts(reading), *_to_come(reading, today, last)):
            when = max(on, today)
            if when.year == year:
                expected[when.month] += amount
    return Revenue(
        year=year,
        months=tuple(
            RevenueMonth(month=month, invoiced=invoiced[month], expected=expected[month])
            for month in range(1, 13)
        ),
    )


def _concepts(reading: Reading) -> Iterator[tuple[date, int]]:
    """What stands on concepts, on the day they are meant to go out."""
    for concept, net in concept_amounts(reading):
        yield concept.planned_on or concept.made_on, net


def _to_come(reading: Reading, today: date, last: date) -> Iterator[tuple[date, int]]:
    """What is not on any invoice yet; whether a notice costs is not known before its moment is."""
    for one in forecast(billing_book(reading, today, last), last):
        if one.held is not HeldReason.NOTICE_UNKNOWN:
            priced = Priced(
                quantity=one.quantity,
                unit_price=one.unit_price,
                category=one.category,
                rate=one.rate,
            )
            yield one.served_on, priced.net


def by_client(reading: Reading, year: int) -> tuple[ClientRevenue, ...]:
    """What was invoiced to each client in a year, the most first."""
    found: dict[str, list[IssuedRow]] = defaultdict(list)
    for row in issued_rows(reading, date(year, 1, 1), date(year, 12, 31)):
        found[row.client_id].append(row)
    names = {one.id: one.name for one in reading.clients.all()}
    made = [
        ClientRevenue(
            client_id=key,
            client_name=names[key],
            invoices=len(rows),
            net=sum(row.net for row in rows),
            vat=sum(row.vat for row in rows),
            gross=sum(row.gross for row in rows),
        )
        for key, rows in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.net, one.client_name)))
