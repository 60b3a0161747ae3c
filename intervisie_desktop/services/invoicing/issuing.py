"""Giving an invoice its number, its papers and its link in the chain, all in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.invoice_json import to_json
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.invoice_checks import InvoiceFlaw
from intervisie_desktop.domain.invoices import (
    CREDIT_SERIES,
    INVOICE_SERIES,
    InvoiceAct,
    InvoiceActKind,
    InvoiceKind,
    InvoiceSettings,
    IssuedInvoice,
    chain_hash,
)
from intervisie_desktop.domain.numbering import first_sequence, numbered
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.composing import (
    Draft,
    Papers,
    draft_of,
    flaws_in,
    papers_of,
)
from intervisie_desktop.services.invoicing.settings import check_settings, invoice_settings
from intervisie_desktop.services.invoicing.values import MadeFinal
from intervisie_desktop.storage.reads.invoices import (
    chain_head,
    last_issued_on,
    last_sequence,
    number_taken,
    series_begun,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work


class FlawedError(Refusal):
    """An invoice with errors is not issued; `flaws` says which."""

    def __init__(self, flaws: tuple[InvoiceFlaw, ...]) -> None:
        super().__init__("invoice_flawed", codes=tuple(sorted({one.code for one in flaws})))
        self.flaws = flaws


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a number series; `year` is 0 in a series that never starts again."""

    series: str
    year: int
    sequence: int
    number: str


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What was rendered before the door was locked, and of what it was made."""

    snapshot: str
    draft: Draft
    papers: Papers


class Issuing:
    """Issues invoices and credit notes; each is a final act of its own."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def issue(self, invoice_id: str) -> Outcome[MadeFinal]:
        """One invoice with its number; FlawedError, Refusal("invoice_day_earlier") and others.

        Number, snapshot, papers and link are written together or not at all. PDF and XML are
        made beforehand; only when the number turned out another they are made again inside.
        """
        prepared = self._prepare(invoice_id)
        with self._store.work("invoice_issued", final=True) as work:
            draft = draft_of(work, invoice_id, self._clock.today())
            _check(work, draft)
            place = self._place(work, draft.invoice.kind, draft.settings)
            facts = draft.facts(place.number)
            snapshot = to_json(facts)
            same = prepared.snapshot == snapshot and prepared.draft == draft
            papers = prepared.papers if same else papers_of(draft, facts)
            issued = self._issued(work, draft, place, snapshot, papers)
            work.issued_invoices.add(issued)
            work.invoice_papers.add(issued.id, papers.pdf, papers.xml)
            if draft.invoice.kind is InvoiceKind.CREDIT:
                self._credit(work, draft, issued)
            work.note(invoice=issued.id, number=issued.number)
        made = MadeFinal(
            invoice_id=issued.id,
            number=issued.number,
            client_name=draft.client.name,
            gross=issued.gross,
        )
        return work.outcome(made)

    def _place(self, reading: Reading, kind: InvoiceKind, settings: InvoiceSettings) -> Place:
        """The next place of the series it belongs to; numbers given before are skipped."""
        today = self._clock.today()
        check_settings(settings)
        series, pattern = _series(kind, settings)
        latest = last_issued_on(reading, series)
        if latest and today < latest:
            raise Refusal("invoice_day_earlier", day=latest.isoformat())
        year = today.year if settings.yearly_restart else 0
        last = last_sequence(reading, series, year)
        if last is not None:
            number = numbered(pattern, today.year, last + 1)
            if number_taken(reading, number):
                raise Refusal("number_taken", number=number)
            return Place(series, year, last + 1, number)
        sequence = first_sequence(
            first_number=settings.first_number if series == INVOICE_SERIES else 1,
            is_first_year=not series_begun(reading, series),
            yearly_restart=settings.yearly_restart,
        )
        while number_taken(reading, numbered(pattern, today.year, sequence)):
            sequence += 1
        return Place(series, year, sequence, numbered(pattern, today.year, sequence))

    def upcoming(self, count: int) -> tuple[str, ...]:
        """The numbers that so many invoices would get today; nobody has them until then."""
        with self._store.reading() as reading:
            settings = invoice_settings(reading)
            place = self._place(reading, InvoiceKind.INVOICE, settings)
        year = self._clock.today().year
        return tuple(
            numbered(settings.pattern, year, place.sequence + more) for more in range(count)
        )

    def _prepare(self, invoice_id: str) -> _Prepared:
        with self._store.reading() as reading:
            draft = draft_of(reading, invoice_id, self._clock.today())
            _check(reading, draft)
            place = self._place(reading, draft.invoice.kind, draft.settings)
        facts = draft.facts(place.number)
        return _Prepared(to_json(facts), draft, papers_of(draft, facts))

    def _issued(
        self, work: Work, draft: Draft, place: Place, snapshot: str, papers: Papers
    ) -> IssuedInvoice:
        before, link = chain_head(work)
        facts = draft.facts(place.number)
        pdf_sum, xml_sum = papers.sums
        issued = IssuedInvoice(
            id=draft.invoice.id,
            number=place.number,
            series=place.series,
            year=place.year,
            sequence=place.sequence,
            issued_on=draft.today,
            issued_at=self._clock.now(),
            due_on=facts.due_on,
            net=facts.totals.net,
            vat=facts.totals.vat,
            gross=facts.gross,
            snapshot=snapshot,
            pdf_sha256=pdf_sum,
            xml_sha256=xml_sum,
            xml_format=papers.xml_format,
            place=before + 1,
            previous_hash=link,
            hash="",
        )
        return replace(issued, hash=chain_hash(issued))

    def _credit(self, work: Work, draft: Draft, note: IssuedInvoice) -> None:
        """Tells the original, and gives free what is taken back whole."""
        original = str(draft.invoice.credits_id)
        work.invoice_acts.add(
            InvoiceAct(
                id=self._ids.new("fg"),
                invoice_id=original,
                kind=InvoiceActKind.CREDITED,
                on=draft.today,
                at=self._clock.now(),
                amount=-note.gross,
                other_id=note.id,
            )
        )
        if not draft.invoice.bill_again:
            return
        for line in draft.lines:
            if line.credits_line_id and _taken_back(work, line.credits_line_id):
                work.billed_sources.remove_where(line_id=line.credits_line_id)


def check_final(reading: Reading, invoice_id: str, today: date) -> tuple[InvoiceFlaw, ...]:
    """What is amiss with a concept."""
    return flaws_in(reading, draft_of(reading, invoice_id, today))


def _check(reading: Reading, draft: Draft) -> None:
    if draft.invoice.kind is InvoiceKind.QUOTE:
        raise Refusal("quote_not_invoice")
    errors = tuple(f for f in flaws_in(reading, draft) if f.severity is Severity.ERROR)
    if errors:
        raise FlawedError(errors)


def _series(kind: InvoiceKind, settings: InvoiceSettings) -> tuple[str, str]:
    if kind is InvoiceKind.CREDIT and settings.own_credit_series:
        return CREDIT_SERIES, settings.credit_pattern
    return INVOICE_SERIES, settings.pattern


def _taken_back(work: Work, line_id: str) -> bool:
    """True when credit notes that were issued take back a line whole."""
    back = [
        one.quantity
        for one in work.invoice_lines.where(credits_line_id=line_id)
        if work.issued_invoices.count(id=one.invoice_id)
    ]
    return work.invoice_lines.get(line_id).quantity + sum(back) == 0
