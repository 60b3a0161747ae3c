"""The money of the practice at a glance: to be billed, late, and the revenue of a year."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.invoices import InvoiceState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.billing import BillingService, BillingSummary
from intervisie_desktop.services.handover.revenue import revenue_of
from intervisie_desktop.services.handover.values import Revenue
from intervisie_desktop.storage.reads.invoices import InvoiceRow, invoice_rows
from intervisie_desktop.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Takings:
    """What is still to be billed, what is late in cents and number, and the year in months.

    `used` is False as long as the practice has neither a rate nor an invoice.
    """

    to_bill: BillingSummary
    late: int
    late_amount: int
    concepts: int
    revenue: Revenue
    used: bool


class TakingsService:
    """Reads the money for Vandaag and the rail; any thread may ask."""

    def __init__(self, store: Store, clock: Clock, billing: BillingService) -> None:
        self._store = store
        self._clock = clock
        self._billing = billing

    def glance(self, year: int) -> Takings:
        """Everything about money that Vandaag shows."""
        today = self._clock.today()
        with self._store.reading() as read:
            rows = invoice_rows(read)
            used = bool(rows) or bool(read.rates.count())
            revenue = revenue_of(read, today, year)
        late = [row for row in rows if row.late_days(today)]
        return Takings(
            to_bill=self._billing.summary(),
            late=len(late),
            late_amount=sum(row.open for row in late),
            concepts=sum(_is_concept(row) for row in rows),
            revenue=revenue,
            used=used,
        )

    def waiting(self) -> int:
        """How many invoices ask for something: concepts, and those that are late."""
        today = self._clock.today()
        with self._store.reading() as read:
            rows = invoice_rows(read)
        return sum(_is_concept(row) or bool(row.late_days(today)) for row in rows)


def _is_concept(row: InvoiceRow) -> bool:
    return row.state is InvoiceState.CONCEPT
