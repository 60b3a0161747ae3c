"""Handing the books over: what a bookkeeper, a bank and a tax inspector ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from intervisie_desktop import __version__
from intervisie_desktop.documents.invoice_facts import InvoiceFacts
from intervisie_desktop.documents.ledger import (
    AuditFileFacts,
    LedgerError,
    Scheme,
    SoldInvoice,
    audit_file,
    sales_csv,
    standard_scheme,
)
from intervisie_desktop.documents.ledger.bundle import BundlePaper, bundle
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.files import safe_name
from intervisie_desktop.services.handover.books import open_items, sold, vat_year
from intervisie_desktop.services.handover.revenue import by_client, revenue_of
from intervisie_desktop.services.handover.statement import statement_of
from intervisie_desktop.services.handover.values import ClientRevenue, OpenClient, Revenue, VatYear
from intervisie_desktop.services.invoicing.composing import seller
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

SETTING = "ledger"


class HandOverService:
    """Everything here is counted from what was issued; nothing is changed by asking."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def ledger(self, period: Period) -> bytes:
        """The sales ledger (verkoopboek) of a period as csv, a line per posting."""
        with self._store.reading() as read:
            found, scheme = sold(read, *_days(period)), _scheme(read)
        return sales_csv(_sold(found), scheme)

    def scheme(self) -> Scheme:
        """Accounts, btw codes and columns as the practice has them."""
        with self._store.reading() as read:
            return _scheme(read)

    def shipped_scheme(self) -> Scheme:
        """The scheme of the program, with every column there is."""
        return standard_scheme()

    def keep_scheme(self, own: Mapping[str, Any]) -> Outcome[None]:
        """Keeps what differs from the scheme that ships; Refusal("ledger_scheme_wrong")."""
        try:
            sales_csv((), standard_scheme(own))
        except LedgerError as error:
            raise Refusal("ledger_scheme_wrong") from error
        with self._store.work("ledger_scheme_changed") as work:
            work.settings.set(SETTING, dict(own))
        return work.outcome(None)

    def audit_file(self, year: int) -> bytes:
        """The auditfile XAF 4.0 of a book year; it is of the sales ledger only and says so.

        Refusal("seller_number_missing") when the practice has neither a btw-id nor a KvK number.
        """
        with self._store.reading() as read:
            practice = read.practice.get()
            found = sold(read, date(year, 1, 1), date(year, 12, 31))
            scheme = _scheme(read)
        if not (practice.vat_number.strip() or practice.kvk_number.strip()):
            raise Refusal("seller_number_missing")
        return audit_file(
            AuditFileFacts(
                seller=seller(practice),
                year=year,
                created_on=self._clock.today(),
                version=__version__,
                scheme=scheme,
                invoices=_sold(found),
            )
        )

    def bundle(self, period: Period) -> bytes:
        """A zip with PDF and e-invoice of everything issued, a list and the sums of all files.

        Trouble("paper_damaged") when a paper is not the one that was issued.
        """
        with self._store.reading() as read:
            found = sold(read, *_days(period))
            papers = [_paper(read, key, facts) for key, _, facts in found]
        return bundle(papers)

    def statement(self, client_id: str, first: date, last: date) -> bytes:
        """The account of a client over a period as PDF; Refusal("nothing_on_statement")."""
        from intervisie_desktop.documents.pdf.account_statement import render  # noqa: PLC0415

        with self._store.reading() as read:
            facts = statement_of(read, client_id, first, last, self._clock.today())
        return render(facts)

    def vat(self, year: int) -> VatYear:
        """Btw per quarter and over the year; credit notes count below nought."""
        with self._store.reading() as read:
            return vat_year(read, year)

    def open_items(self, on: date | None = None) -> tuple[OpenClient, ...]:
        """What clients owe at the end of a day, today when left out."""
        with self._store.reading() as read:
            return open_items(read, on or self._clock.today())

    def revenue(self, year: int) -> Revenue:
        """The year per month: cents without btw that were invoiced, and that are expected."""
        with self._store.reading() as read:
            return revenue_of(read, self._clock.today(), year)

    def revenue_by_client(self, year: int) -> tuple[ClientRevenue, ...]:
        """What was invoiced to each client in a year, the most first."""
        with self._store.reading() as read:
            return by_client(read, year)


def _scheme(reading: Reading) -> Scheme:
    own = reading.settings.get(SETTING, {})
    return standard_scheme(own if isinstance(own, dict) else {})


def _days(period: Period) -> tuple[date, date]:
    return period.start or date.min, period.end or date.max


def _sold(found: tuple[tuple[str, str, InvoiceFacts], ...]) -> tuple[SoldInvoice, ...]:
    return tuple(SoldInvoice(facts=facts, client_code=client) for _, client, facts in found)


def _paper(reading: Reading, invoice_id: str, facts: InvoiceFacts) -> BundlePaper:
    issued = reading.issued_invoices.get(invoice_id)
    papers = reading.invoice_papers.get(invoice_id)
    sums = tuple(hashlib.sha256(each).hexdigest() if each else "" for each in papers or ())
    if papers is None or sums != (issued.pdf_sha256, issued.xml_sha256):
        raise Trouble("paper_damaged", number=issued.number)
    stem = safe_name(f"{facts.number}_{facts.buyer.name}").replace(" ", "_")
    return BundlePaper(facts=facts, stem=stem, pdf=papers[0], xml=papers[1])
