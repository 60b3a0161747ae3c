"""Quotes (offertes): made, sent, and taken as a group with its invoices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.invoices import Invoice, InvoiceKind, totals_of
from intervisie_desktop.domain.numbering import numbered
from intervisie_desktop.domain.quotes import Quote, QuoteState
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.composing import draft_of, papers_of
from intervisie_desktop.services.invoicing.instalments import check_parts, in_instalments
from intervisie_desktop.services.invoicing.settings import check_settings, invoice_settings
from intervisie_desktop.services.invoicing.wording import line_words
from intervisie_desktop.services.law import vat_regime
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """One quote in a list; amounts in cents."""

    quote: Quote
    client_id: str
    client_name: str
    made_on: date
    state: QuoteState
    net: int
    gross: int


class QuotesService:
    """Offers; the lines of one are those of its invoice, edited as those of any concept."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def rows(self) -> tuple[QuoteRow, ...]:
        """Every quote, the newest first."""
        with self._store.reading() as read:
            rows = [_row(read, quote, self._clock.today()) for quote in read.quotes.all()]
        return tuple(sorted(rows, key=lambda row: (row.made_on, row.quote.number), reverse=True))

    def get(self, quote_id: str) -> QuoteRow:
        """One quote; Refusal("gone")."""
        with self._store.reading() as read:
            return _row(read, read.quotes.get(quote_id), self._clock.today())

    def new(
        self, client_id: str, title: str = "", product: Product = Product.INTERVISIE
    ) -> Outcome[Quote]:
        """A draft for a client, without lines yet; Refusal("gone")."""
        with self._store.work("quote_added") as work:
            client = work.clients.get(client_id)
            quote_id, invoice_id = self._ids.new("o"), self._ids.new("f")
            work.invoices.add(
                Invoice(
                    id=invoice_id,
                    client_id=client_id,
                    made_on=self._clock.today(),
                    kind=InvoiceKind.QUOTE,
                    reference=client.reference,
                    attention=client.attention,
                    quote_id=quote_id,
                )
            )
            quote = Quote(id=quote_id, invoice_id=invoice_id, title=title, product=product)
            work.quotes.add(quote)
            work.note(client=client.name)
        return work.outcome(quote)

    def change(self, quote: Quote) -> Outcome[Quote]:
        """Saves title, group, term and instalments.

        Refusal("quote_answered"), ("instalments_wrong"), ("gone").
        """
        if len(quote.instalments) > 1:
            check_parts(quote.instalments, [self._clock.today()] * len(quote.instalments))
        with self._store.work("quote_changed") as work:
            before = _unanswered(work, quote.id)
            kept = replace(
                quote, invoice_id=before.invoice_id, number=before.number, sent_on=before.sent_on
            )
            work.quotes.save(kept)
            work.note(client=_client_name(work, kept))
        return work.outcome(kept)

    def preview(self, quote_id: str) -> bytes:
        """The quote as PDF, with its number once it was sent."""
        with self._store.reading() as read:
            quote = read.quotes.get(quote_id)
            draft = draft_of(read, quote.invoice_id, quote.sent_on or self._clock.today())
        number = quote.number or str(line_words()["concept"]["number"])
        return papers_of(draft, draft.facts(number)).pdf

    def mark_sent(self, quote_id: str) -> Outcome[Quote]:
        """It went out: it gets its number and the day until which it holds.

        Refusal("quote_empty") without lines, ("quote_answered"), ("gone").
        """
        with self._store.work("quote_sent") as work:
            quote, settings = _unanswered(work, quote_id), invoice_settings(work)
            check_settings(settings)
            if not work.invoice_lines.count(invoice_id=quote.invoice_id):
                raise Refusal("quote_empty")
            today = self._clock.today()
            sent = replace(
                quote,
                number=quote.number or _next_number(work, settings.quote_pattern, today.year),
                sent_on=today,
                valid_until=quote.valid_until or today + timedelta(days=settings.quote_days),
            )
            work.quotes.save(sent)
            work.note(number=sent.number)
        return work.outcome(sent)

    def accept(self, quote_id: str, days: Sequence[date] = ()) -> Outcome[tuple[str, ...]]:
        """It is taken: the group it names is made, and concepts with its lines.

        `days` are when the instalments go out, today for a single invoice. Gives the ids of the
        concepts. Refusal("quote_empty"), ("quote_answered"), ("instalments_wrong"), ("gone").
        """
        today = self._clock.today()
        with self._store.work("quote_accepted") as work:
            quote = _unanswered(work, quote_id)
            invoice = self._concept(work, quote)
            group_id = quote.group_id or self._group(work, quote, invoice.client_id)
            ids: tuple[str, ...] = (invoice.id,)
            if len(quote.instalments) > 1:
                check_parts(quote.instalments, days)
                ids = in_instalments(work, self._ids, invoice, quote.instalments, days)
            work.quotes.save(replace(quote, accepted_on=today, group_id=group_id))
            work.note(number=quote.number, client=_client_name(work, quote), count=len(ids))
        return work.outcome(ids)

    def decline(self, quote_id: str) -> Outcome[None]:
        """It is not taken; Refusal("quote_answered"), ("gone")."""
        with self._store.work("quote_declined") as work:
            quote = _unanswered(work, quote_id)
            work.quotes.save(replace(quote, declined_on=self._clock.today()))
            work.note(number=quote.number, client=_client_name(work, quote))
        return work.outcome(None)

    def remove(self, quote_id: str) -> Outcome[None]:
        """Removes a quote that was not taken; Refusal("quote_answered") for one that was."""
        with self._store.work("quote_removed") as work:
            quote = work.quotes.get(quote_id)
            if quote.accepted_on:
                raise Refusal("quote_answered", number=quote.number)
            work.note(number=quote.number, client=_client_name(work, quote))
            work.invoices.remove(quote.invoice_id)
        return work.outcome(None)

    def _concept(self, work: Work, quote: Quote) -> Invoice:
        """A concept with the lines of the quote, at the rates of today."""
        offered = work.invoices.get(quote.invoice_id)
        lines = work.invoice_lines.where(invoice_id=quote.invoice_id)
        if not lines:
            raise Refusal("quote_empty")
        today = self._clock.today()
        invoice = replace(
            offered, id=self._ids.new("f"), kind=InvoiceKind.INVOICE, made_on=today, intro="",
            closing="",
        )  # fmt: skip
        work.invoices.add(invoice)
        work.invoice_lines.add_all(
            replace(
                line,
                id=self._ids.new("fr"),
                invoice_id=invoice.id,
                rate=vat_regime().rate(line.category, line.served_on or today),
            )
            for line in lines
        )
        return invoice

    def _group(self, work: Work, quote: Quote, client_id: str) -> str | None:
        name = quote.group_name.strip()
        if not name:
            return None
        practice = work.practice.get()
        group = Group(
            id=self._ids.new("g"),
            name=name,
            code=name[:2].upper(),
            profiles=(practice.default_profile,),
            client_id=client_id,
            facilitator_id=practice.facilitator_id,
            product=quote.product,
        )
        work.groups.add(group)
        return group.id


def _row(read: Reading, quote: Quote, today: date) -> QuoteRow:
    invoice = read.invoices.get(quote.invoice_id)
    sums = totals_of(invoice, read.invoice_lines.where(invoice_id=invoice.id))
    return QuoteRow(
        quote=quote,
        client_id=invoice.client_id,
        client_name=read.clients.get(invoice.client_id).name,
        made_on=invoice.made_on,
        state=quote.state(today),
        net=sums.net,
        gross=sums.gross,
    )


def _unanswered(work: Work, quote_id: str) -> Quote:
    quote = work.quotes.get(quote_id)
    if quote.accepted_on or quote.declined_on:
        raise Refusal("quote_answered", number=quote.number)
    return quote


def _client_name(work: Work, quote: Quote) -> str:
    return work.clients.get(work.invoices.get(quote.invoice_id).client_id).name


def _next_number(work: Work, pattern: str, year: int) -> str:
    """The first number that no quote has; an offer is no fiscal paper, so gaps do not matter."""
    taken = {one.number for one in work.quotes.all()}
    sequence = 1
    while numbered(pattern, year, sequence) in taken:
        sequence += 1
    return numbered(pattern, year, sequence)
