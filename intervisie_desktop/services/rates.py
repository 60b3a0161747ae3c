"""Rates, cancellation terms and the settings for invoices."""

from __future__ import annotations

from dataclasses import replace

from intervisie_desktop.domain.cancellation import CancellationTerms
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import INVOICE_SERIES, InvoiceSettings
from intervisie_desktop.domain.money import WHOLE
from intervisie_desktop.domain.rates import Rate, RateQuestion, rate_for
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.settings import (
    invoice_settings,
    keep_invoice_settings,
)
from intervisie_desktop.storage.reads.invoices import series_begun
from intervisie_desktop.storage.store import Store


class RatesService:
    """What things cost, for whom and from when."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def all(self) -> tuple[Rate, ...]:
        """Every rate, by kind and start."""
        with self._store.reading() as read:
            return tuple(read.rates.all())

    def rate_for(self, question: RateQuestion) -> Rate | None:
        """The rate that holds, or None."""
        with self._store.reading() as read:
            return rate_for(read.rates.all(), question)

    def put(self, rate: Rate) -> Outcome[Rate]:
        """Saves a rate; a blank id makes a new one.

        Refusal("rate_negative"), ("rate_clash") with another for the same on some day, ("gone").
        """
        if rate.amount < 0 or rate.quantity <= 0:
            raise Refusal("rate_negative")
        is_new = not rate.id
        saved = replace(rate, id=rate.id or self._ids.new("t"))
        act = "rate_added" if is_new else "rate_changed"
        with self._store.work(act, kind=rate.kind.value, amount=rate.amount) as work:
            if any(saved.clashes(other) for other in work.rates.all()):
                raise Refusal("rate_clash")
            (work.rates.add if is_new else work.rates.save)(saved)
        return work.outcome(saved)

    def remove(self, rate_id: str) -> Outcome[None]:
        """Removes a rate; what was billed stays as it is."""
        with self._store.work("rate_removed") as work:
            work.rates.remove(rate_id)
        return work.outcome(None)

    def terms(self) -> tuple[CancellationTerms, ...]:
        """Every set of cancellation terms."""
        with self._store.reading() as read:
            return tuple(read.cancellation_terms.all())

    def put_terms(self, terms: CancellationTerms) -> Outcome[CancellationTerms]:
        """Saves cancellation terms; a blank id makes new ones.

        Refusal("terms_wrong") for days or parts that cannot be, ("rate_clash"), ("gone").
        """
        percents = [terms.late_percent, *(step.percent for step in terms.steps)]
        if any(not 0 <= percent <= WHOLE for percent in percents) or any(
            step.days < 0 or step.amount < 0 for step in terms.steps
        ):
            raise Refusal("terms_wrong")
        is_new = not terms.id
        steps = tuple(sorted(terms.steps, reverse=True))
        saved = replace(terms, id=terms.id or self._ids.new("av"), steps=steps)
        act = "cancellation_terms_added" if is_new else "cancellation_terms_changed"
        with self._store.work(act) as work:
            if any(saved.clashes(other) for other in work.cancellation_terms.all()):
                raise Refusal("rate_clash")
            (work.cancellation_terms.add if is_new else work.cancellation_terms.save)(saved)
        return work.outcome(saved)

    def remove_terms(self, terms_id: str) -> Outcome[None]:
        """Removes cancellation terms."""
        with self._store.work("cancellation_terms_removed") as work:
            work.cancellation_terms.remove(terms_id)
        return work.outcome(None)

    def settings(self) -> InvoiceSettings:
        """How the practice invoices."""
        with self._store.reading() as read:
            return invoice_settings(read)

    def keep_settings(self, settings: InvoiceSettings) -> Outcome[InvoiceSettings]:
        """Keeps the settings for invoices.

        Refusal("number_pattern_wrong"), ("first_number"), ("first_number_begun") when counting
        has begun, ("payment_term"), ("series_alike").
        """
        with self._store.work("invoice_settings_changed") as work:
            before = invoice_settings(work)
            begun = series_begun(work, INVOICE_SERIES)
            if begun and before.first_number != settings.first_number:
                raise Refusal("first_number_begun")
            keep_invoice_settings(work, settings)
        return work.outcome(settings)
