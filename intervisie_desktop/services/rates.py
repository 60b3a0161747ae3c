"""Rates, cancellation terms and the settings for invoices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from intervisie_desktop.domain.cancellation import CancellationTerms
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import INVOICE_SERIES, InvoiceSettings
from intervisie_desktop.domain.money import WHOLE
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Rate, RateLevel, RateQuestion, rate_for
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.settings import (
    invoice_settings,
    keep_invoice_settings,
)
from intervisie_desktop.services.law import vat_regime
from intervisie_desktop.storage.reads.invoices import series_begun
from intervisie_desktop.storage.store import Store

Dated = TypeVar("Dated", Rate, CancellationTerms)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTarget:
    """Whom a rate can be for: a client, a group or a participant."""

    level: RateLevel
    id: str
    name: str
    archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VatText:
    """The words on paper for a kind of btw, and whether they are the practice's own."""

    category: VatCategory
    text: str
    own: bool


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

    def targets(self) -> tuple[RateTarget, ...]:
        """Whom a rate can be for: clients, groups, participants, each by name."""
        level = RateLevel
        with self._store.reading() as read:
            known = [
                *((level.CLIENT, c.id, c.name, c.archived) for c in read.clients.all()),
                *((level.GROUP, g.id, g.name, g.archived) for g in read.groups.all()),
                *(
                    (level.PARTICIPANT, p.id, p.name.plain, p.archived)
                    for p in read.participants.all()
                ),
            ]
        order = list(level)
        found = (RateTarget(level=a, id=b, name=c, archived=d) for a, b, c, d in known)
        return tuple(sorted(found, key=lambda one: (order.index(one.level), folded(one.name))))

    def former(self, rate: Rate) -> tuple[Rate, ...]:
        """The rates that would have to end the day before this one begins."""
        with self._store.reading() as read:
            return _former(rate, read.rates.all())

    def put(self, rate: Rate, *, ending: bool = False) -> Outcome[Rate]:
        """Saves a rate; a blank id makes a new one.

        `ending` lets the former one end the day before. Refusal("rate_negative"), ("rate_clash")
        with another for the same on some day, ("gone").
        """
        if rate.amount < 0 or rate.quantity <= 0:
            raise Refusal("rate_negative")
        is_new = not rate.id
        saved = replace(rate, id=rate.id or self._ids.new("t"))
        act = "rate_added" if is_new else "rate_changed"
        with self._store.work(act, kind=rate.kind.value, amount=rate.amount) as work:
            if ending:
                work.rates.save_all(_ended(saved, _former(saved, work.rates.all())))
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

    def former_terms(self, terms: CancellationTerms) -> tuple[CancellationTerms, ...]:
        """The terms that would have to end the day before these begin."""
        with self._store.reading() as read:
            return _former(terms, read.cancellation_terms.all())

    def put_terms(
        self, terms: CancellationTerms, *, ending: bool = False
    ) -> Outcome[CancellationTerms]:
        """Saves cancellation terms; a blank id makes new ones.

        `ending` lets the former ones end the day before.
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
            if ending:
                former = _former(saved, work.cancellation_terms.all())
                work.cancellation_terms.save_all(_ended(saved, former))
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

    def vat_texts(self) -> tuple[VatText, ...]:
        """The words for every kind of btw that needs them on paper."""
        own, regime = self.settings().texts, vat_regime()
        return tuple(
            VatText(
                category=category,
                text=regime.text(category, own),
                own=bool(own.get(category.value)),
            )
            for category in VatCategory
            if category.needs_text
        )

    def keep_vat_text(self, category: VatCategory, text: str) -> Outcome[InvoiceSettings]:
        """Keeps the practice's own words for a kind of btw; the program's own for nothing."""
        settings, words = self.settings(), " ".join(text.split())
        texts = {key: value for key, value in settings.texts.items() if key != category.value}
        if words and words != vat_regime().text(category):
            texts[category.value] = words
        return self.keep_settings(replace(settings, texts=texts))

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


def _former(new: Dated, known: Iterable[Dated]) -> tuple[Dated, ...]:
    """What clashes with the new one only because it has no end yet."""
    start = new.period.start
    if start is None:
        return ()
    return tuple(
        other
        for other in known
        if new.clashes(other) and (other.period.start is None or other.period.start < start)
    )


def _ended(new: Dated, former: Iterable[Dated]) -> list[Dated]:
    """The former ones, ending the day before the new one begins."""
    start = new.period.start
    last = start - timedelta(days=1) if start else None
    return [replace(one, period=Period(one.period.start, last)) for one in former]
