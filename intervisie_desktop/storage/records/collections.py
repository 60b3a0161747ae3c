"""Every collection of a practice under its name: what a reading and a work have in common."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Select

from intervisie_desktop.domain.agenda import BusyTime, FreePeriod
from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.cancellation import CancellationTerms
from intervisie_desktop.domain.certificates import Certificate, CertificateAct
from intervisie_desktop.domain.clients import Client, Contact
from intervisie_desktop.domain.evaluations import Evaluation
from intervisie_desktop.domain.findings import FindingException, ResolvedFinding
from intervisie_desktop.domain.groups import Agreement, AgreementSignature, Group, Membership
from intervisie_desktop.domain.invoices import (
    BilledSource,
    BillingWaiver,
    Invoice,
    InvoiceAct,
    InvoiceLine,
    IssuedInvoice,
)
from intervisie_desktop.domain.journal import JournalEntry
from intervisie_desktop.domain.own import EditedText, OwnMethod, OwnProfile
from intervisie_desktop.domain.payments import Payment, PaymentAllocation, SeenBankLine
from intervisie_desktop.domain.people import (
    Absence,
    Employment,
    Participant,
    Registration,
    Relation,
    folded,
)
from intervisie_desktop.domain.practice import Designation, Facilitator, OwnHours, Practice
from intervisie_desktop.domain.quotes import Quote
from intervisie_desktop.domain.rates import Rate
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.records.records import Collection
from intervisie_desktop.storage.records.special import (
    ActPapers,
    InvoicePapers,
    Papers,
    Secrets,
    Settings,
    ThePractice,
    entries,
)


def _search_key(person: Participant) -> str:
    """What a search looks through: names as they are written, e-mail and profession."""
    return folded(f"{person.name.formal} {person.name.initials} {person.email} {person.profession}")


class Reading:
    """A consistent view of the practice; the collections a `Work` has too."""

    writable = False

    facilitators = Collection(Facilitator, tables.facilitators, "name")
    designations = Collection(Designation, tables.designations)
    clients = Collection(Client, tables.clients, "name")
    contacts = Collection(Contact, tables.contacts, "name")
    participants = Collection(
        Participant,
        tables.participants,
        "sort_key",
        extra={"sort_key": lambda person: person.name.sort_key, "search_key": _search_key},
    )
    employments = Collection(Employment, tables.employments)
    registrations = Collection(Registration, tables.registrations)
    relations = Collection(Relation, tables.relations)
    absences = Collection(Absence, tables.absences)
    groups = Collection(Group, tables.groups, "name")
    memberships = Collection(Membership, tables.memberships)
    agreements = Collection(Agreement, tables.agreements, "agreed_on")
    agreement_signatures = Collection(AgreementSignature, tables.agreement_signatures)
    sessions = Collection(Session, tables.sessions, "day", "start")
    attendances = Collection(Attendance, tables.attendances)
    busy_times = Collection(BusyTime, tables.busy_times, "start")
    free_periods = Collection(FreePeriod, tables.free_periods, "first")
    certificates = Collection(Certificate, tables.certificates, "year", "sequence")
    certificate_acts = Collection(CertificateAct, tables.certificate_acts)
    exceptions = Collection(FindingException, tables.exceptions)
    resolved_findings = Collection(ResolvedFinding, tables.resolved_findings, "resolved_on")
    evaluations = Collection(Evaluation, tables.evaluations)
    own_hours = Collection(OwnHours, tables.own_hours, "day")
    own_profiles = Collection(OwnProfile, tables.own_profiles, "id")
    own_methods = Collection(OwnMethod, tables.own_methods, "id")
    texts = Collection(EditedText, tables.texts, "id")
    rates = Collection(Rate, tables.rates, "kind", "period_start")
    cancellation_terms = Collection(CancellationTerms, tables.cancellation_terms, "period_start")
    invoices = Collection(Invoice, tables.invoices, "made_on")
    invoice_lines = Collection(InvoiceLine, tables.invoice_lines, "invoice_id", "position")
    billed_sources = Collection(BilledSource, tables.billed_sources)
    billing_waivers = Collection(BillingWaiver, tables.billing_waivers, "made_on")
    issued_invoices = Collection(IssuedInvoice, tables.issued_invoices, "place")
    invoice_acts = Collection(InvoiceAct, tables.invoice_acts, "at")
    payments = Collection(Payment, tables.payments, "received_on")
    payment_allocations = Collection(PaymentAllocation, tables.payment_allocations)
    bank_lines = Collection(SeenBankLine, tables.bank_lines)
    quotes = Collection(Quote, tables.quotes)
    _practice = Collection(Practice, tables.practice)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def practice(self) -> ThePractice:
        """The practice itself."""
        return ThePractice(self._practice)

    @cached_property
    def settings(self) -> Settings:
        """The settings that travel with the file."""
        return Settings(self.connection)

    @cached_property
    def secrets(self) -> Secrets:
        """Private keys."""
        return Secrets(self.connection)

    @cached_property
    def certificate_papers(self) -> Papers:
        """The PDF bytes of issued certificates."""
        return Papers(self.connection)

    @cached_property
    def invoice_papers(self) -> InvoicePapers:
        """The PDF and XML bytes of issued invoices."""
        return InvoicePapers(self.connection)

    @cached_property
    def act_papers(self) -> ActPapers:
        """The PDF bytes of reminders."""
        return ActPapers(self.connection)

    def journal(self, limit: int = 100, before_id: int | None = None) -> tuple[JournalEntry, ...]:
        """The newest lines of the Logboek, newest first; `before_id` pages on."""
        return entries(self.connection, limit, before_id)

    def rows(self, statement: Select[Any]) -> Sequence[Any]:
        """The rows of a query; for the functions in `storage/reads`."""
        return self.connection.execute(statement).fetchall()
