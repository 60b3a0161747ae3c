"""Everything a practice file holds, side by side: what goes into the exchange format."""

from __future__ import annotations

from dataclasses import dataclass, field

from intervisie_desktop.domain.agenda import BusyTime, FreePeriod
from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.cancellation import CancellationTerms
from intervisie_desktop.domain.certificates import Certificate, CertificateAct
from intervisie_desktop.domain.clients import Client, Contact
from intervisie_desktop.domain.evaluations import Evaluation
from intervisie_desktop.domain.findings import FindingException
from intervisie_desktop.domain.groups import Agreement, AgreementSignature, Group, Membership
from intervisie_desktop.domain.invoices import (
    BilledSource,
    BillingWaiver,
    Invoice,
    InvoiceAct,
    InvoiceLine,
    IssuedInvoice,
)
from intervisie_desktop.domain.own import EditedText, OwnMethod, OwnProfile
from intervisie_desktop.domain.payments import Payment, PaymentAllocation, SeenBankLine
from intervisie_desktop.domain.people import (
    Absence,
    Employment,
    Participant,
    Registration,
    Relation,
)
from intervisie_desktop.domain.practice import Designation, Facilitator, OwnHours, Practice
from intervisie_desktop.domain.quotes import Quote
from intervisie_desktop.domain.rates import Rate
from intervisie_desktop.domain.sessions import Session

SCHEMA = "intervisie/practice/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The PDF of an issued certificate."""

    certificate_id: str
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaper:
    """The PDF and the XML of an issued invoice, whose id it has."""

    id: str
    pdf: bytes
    xml: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPaper:
    """The PDF that went with an act on an invoice, whose id it has."""

    id: str
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeFacts:
    """One practice, whole; keys, Logboek and what was resolved are not part of it."""

    practice: Practice = Practice()
    facilitators: tuple[Facilitator, ...] = ()
    designations: tuple[Designation, ...] = ()
    clients: tuple[Client, ...] = ()
    contacts: tuple[Contact, ...] = ()
    participants: tuple[Participant, ...] = ()
    employments: tuple[Employment, ...] = ()
    registrations: tuple[Registration, ...] = ()
    relations: tuple[Relation, ...] = ()
    absences: tuple[Absence, ...] = ()
    groups: tuple[Group, ...] = ()
    memberships: tuple[Membership, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    agreement_signatures: tuple[AgreementSignature, ...] = ()
    sessions: tuple[Session, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    certificate_acts: tuple[CertificateAct, ...] = ()
    papers: tuple[Paper, ...] = ()
    busy_times: tuple[BusyTime, ...] = ()
    free_periods: tuple[FreePeriod, ...] = ()
    exceptions: tuple[FindingException, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    own_hours: tuple[OwnHours, ...] = ()
    own_profiles: tuple[OwnProfile, ...] = ()
    own_methods: tuple[OwnMethod, ...] = ()
    texts: tuple[EditedText, ...] = ()
    rates: tuple[Rate, ...] = ()
    cancellation_terms: tuple[CancellationTerms, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    invoice_lines: tuple[InvoiceLine, ...] = ()
    billed_sources: tuple[BilledSource, ...] = ()
    billing_waivers: tuple[BillingWaiver, ...] = ()
    issued_invoices: tuple[IssuedInvoice, ...] = ()
    invoice_papers: tuple[InvoicePaper, ...] = ()
    invoice_acts: tuple[InvoiceAct, ...] = ()
    act_papers: tuple[ActPaper, ...] = ()
    payments: tuple[Payment, ...] = ()
    payment_allocations: tuple[PaymentAllocation, ...] = ()
    bank_lines: tuple[SeenBankLine, ...] = ()
    quotes: tuple[Quote, ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
