"""The whole practice out of the program and into it again, in the exchange format."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from intervisie_desktop.documents.exchange import (
    ActPaper,
    InvoicePaper,
    Paper,
    PracticeFacts,
    practice_bytes,
    read_practice,
)
from intervisie_desktop.documents.reading.guard import MEGABYTE, guard_size
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.services.known_keys import as_exported, as_moved_in
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work

_MAX_DOCUMENT = 512 * MEGABYTE
_MADE_OWN = ("own_profiles", "own_methods", "texts")
# Each list after those it points at.
_COLLECTIONS = (
    "facilitators",
    "designations",
    "clients",
    "contacts",
    "participants",
    "employments",
    "registrations",
    "relations",
    "absences",
    "groups",
    "memberships",
    "agreements",
    "agreement_signatures",
    "sessions",
    "attendances",
    "busy_times",
    "free_periods",
    "exceptions",
    "evaluations",
    "own_hours",
    *_MADE_OWN,
)
_MONEY = (
    "rates",
    "cancellation_terms",
    "invoices",
    "invoice_lines",
    "billed_sources",
    "billing_waivers",
)
_AFTER_ISSUE = ("invoice_acts", "payments", "payment_allocations", "bank_lines", "quotes")
_PERMANENT = ("certificates", "certificate_acts", "issued_invoices")
_LISTS = (*_COLLECTIONS, *_MONEY, *_PERMANENT, *_AFTER_ISSUE)
_PAPERS = ("invoice_papers", "act_papers")
_OWN_WORK = (
    "clients",
    "participants",
    "groups",
    "sessions",
    "certificates",
    "busy_times",
    "rates",
    "payments",
)


@dataclass(frozen=True, slots=True)
class PracticeCounts:
    """How much a practice holds."""

    participants: int = 0
    clients: int = 0
    groups: int = 0
    sessions: int = 0
    certificates: int = 0


class ExchangeService:
    """Export and import of the practice as one document."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def export_practice(self, *, papers: bool = True) -> bytes:
        """The practice as a document; without `papers` PDFs and XML are left out."""
        with self._store.reading() as read:
            return practice_bytes(gathered(read, papers=papers))

    def import_practice(self, data: bytes) -> Outcome[PracticeCounts]:
        """Puts the practice of a document into this file, all of it or nothing.

        This practice must be empty or equal (then nothing changes); Refusal("exchange_not_empty")
        otherwise. A document with certificates or invoices ends the undo history: those are
        permanent.
        """
        return self.import_facts(facts_of(data))

    def import_facts(self, facts: PracticeFacts) -> Outcome[PracticeCounts]:
        """The same for a document that was read before."""
        counts = counts_of(facts)
        told = {field.name: getattr(counts, field.name) for field in fields(counts)}
        with self._store.reading() as read:
            here = settled(gathered(read))
            if here == settled(_with_a_key(facts, here.practice)):
                return Outcome(counts, act="practice_imported", facts=told)
        final = bool(facts.certificates or facts.issued_invoices)
        with self._store.work("practice_imported", final=final, **told) as work:
            _refuse_unless_empty(work)
            _clear(work)
            _fill(work, as_moved_in(facts, work))
        return work.outcome(counts)


def facts_of(data: bytes) -> PracticeFacts:
    """The practice in a document, nothing stored."""
    guard_size(data, _MAX_DOCUMENT)
    return read_practice(data)


def counts_of(facts: PracticeFacts) -> PracticeCounts:
    """How much the document holds."""
    return PracticeCounts(
        **{field.name: len(getattr(facts, field.name)) for field in fields(PracticeCounts)}
    )


def gathered(read: Reading, *, papers: bool = True) -> PracticeFacts:
    """Everything in the file that belongs in the exchange format, as it goes out."""
    records: dict[str, Any] = {name: tuple(getattr(read, name).all()) for name in _LISTS}
    kept = []
    for certificate in records["certificates"] if papers else ():
        pdf = read.certificate_papers.get(certificate.id)
        if pdf is not None:
            kept.append(Paper(certificate_id=certificate.id, pdf=pdf))
    invoices, acts = _money_papers(read, records) if papers else ((), ())
    return as_exported(
        PracticeFacts(
            practice=read.practice.get(),
            papers=tuple(kept),
            invoice_papers=invoices,
            act_papers=acts,
            settings=read.settings.all(),
            **records,
        )
    )


def _money_papers(
    read: Reading, records: dict[str, Any]
) -> tuple[tuple[InvoicePaper, ...], tuple[ActPaper, ...]]:
    """What was kept of issued invoices and of reminders."""
    invoices = tuple(
        InvoicePaper(id=invoice.id, pdf=found[0], xml=found[1])
        for invoice in records["issued_invoices"]
        if (found := read.invoice_papers.get(invoice.id))
    )
    acts = tuple(
        ActPaper(id=act.id, pdf=pdf)
        for act in records["invoice_acts"]
        if act.sha256 and (pdf := read.act_papers.get(act.id))
    )
    return invoices, acts


def settled(facts: PracticeFacts) -> PracticeFacts:
    """The same practice with every list in the order of its ids, to compare by."""
    lists: dict[str, Any] = {name: _by_id(getattr(facts, name)) for name in (*_LISTS, *_PAPERS)}
    papers = tuple(sorted(facts.papers, key=lambda paper: paper.certificate_id))
    return replace(facts, papers=papers, **lists)


def _by_id(records: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(sorted(records, key=lambda record: str(getattr(record, "id", ""))))


def _refuse_unless_empty(work: Work) -> None:
    if any(getattr(work, name).count() for name in _OWN_WORK):
        raise Refusal("exchange_not_empty")


def _clear(work: Work) -> None:
    """Takes out what the first start put in; the document brings its own."""
    work.practice.save(replace(work.practice.get(), facilitator_id=None))
    for name in ("free_periods", "exceptions", "designations", "facilitators", *_MADE_OWN):
        collection = getattr(work, name)
        for record in collection.all():
            collection.remove(record.id)
    for key in work.settings.all():
        work.settings.remove(key)


def _fill(work: Work, facts: PracticeFacts) -> None:
    for name in _COLLECTIONS:
        getattr(work, name).add_all(getattr(facts, name))
    # Numbers follow each other without a gap, also on their way in.
    for certificate in sorted(facts.certificates, key=lambda one: (one.year, one.sequence)):
        work.certificates.add(certificate)
    work.certificate_acts.add_all(facts.certificate_acts)
    for paper in facts.papers:
        work.certificate_papers.add(paper.certificate_id, paper.pdf)
    _fill_money(work, facts)
    for key, value in facts.settings.items():
        work.settings.set(key, value)
    work.practice.save(facts.practice)


def _fill_money(work: Work, facts: PracticeFacts) -> None:
    """Invoices and lines as they were, then what froze them, in the order of the chain."""
    for name in _MONEY:
        records = getattr(facts, name)
        if name in {"invoices", "invoice_lines"}:
            # A credit note after what it takes back.
            pointer = "credits_id" if name == "invoices" else "credits_line_id"
            records = sorted(records, key=lambda one: getattr(one, pointer) is not None)
        getattr(work, name).add_all(records)
    for invoice in sorted(facts.issued_invoices, key=lambda one: one.place):
        work.issued_invoices.add(invoice)
    for name in _AFTER_ISSUE:
        getattr(work, name).add_all(getattr(facts, name))
    for paper in facts.invoice_papers:
        work.invoice_papers.add(paper.id, paper.pdf, paper.xml)
    for made in facts.act_papers:
        work.act_papers.add(made.id, made.pdf)


def _with_a_key(facts: PracticeFacts, here: Practice) -> PracticeFacts:
    """A document that names no key says nothing about it: the one that is here will do."""
    key = facts.practice.public_key or here.public_key
    return replace(facts, practice=replace(facts.practice, public_key=key))
