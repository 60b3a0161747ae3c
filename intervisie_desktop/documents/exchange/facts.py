"""Everything a practice file holds, side by side: what goes into the exchange format."""

from __future__ import annotations

from dataclasses import dataclass, field

from intervisie_desktop.domain.agenda import BusyTime, FreePeriod
from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.certificates import Certificate, CertificateAct
from intervisie_desktop.domain.clients import Client, Contact
from intervisie_desktop.domain.evaluations import Evaluation
from intervisie_desktop.domain.findings import FindingException
from intervisie_desktop.domain.groups import Agreement, AgreementSignature, Group, Membership
from intervisie_desktop.domain.own import EditedText, OwnMethod, OwnProfile
from intervisie_desktop.domain.people import (
    Absence,
    Employment,
    Participant,
    Registration,
    Relation,
)
from intervisie_desktop.domain.practice import Designation, Facilitator, OwnHours, Practice
from intervisie_desktop.domain.sessions import Session

SCHEMA = "intervisie/practice/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The PDF of an issued certificate."""

    certificate_id: str
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
    settings: dict[str, object] = field(default_factory=dict)
