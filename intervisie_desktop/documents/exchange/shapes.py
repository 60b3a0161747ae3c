"""What stands where in the exchange format: the lists, what is nested in what, who points where."""

from __future__ import annotations

from intervisie_desktop.documents.exchange import kinds
from intervisie_desktop.documents.exchange.facts import Paper
from intervisie_desktop.documents.exchange.list_shape import ListShape, free
from intervisie_desktop.documents.exchange.money_shapes import MONEY
from intervisie_desktop.documents.exchange.records import shape_of
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

PRACTICE = shape_of(Practice)
PAPER = shape_of(Paper, without="certificate_id")

PEOPLE_AND_SESSIONS = (
    ListShape(
        "facilitators",
        "facilitators",
        shape_of(Facilitator),
        children=(
            ListShape(
                "designations",
                "designations",
                free(shape_of(Designation, without="facilitator_id")),
                owner="facilitator_id",
            ),
            ListShape(
                "own_hours",
                "own_hours",
                free(shape_of(OwnHours, without="facilitator_id")),
                owner="facilitator_id",
            ),
        ),
    ),
    ListShape(
        "clients",
        "clients",
        shape_of(Client),
        children=(
            ListShape(
                "contacts",
                "contacts",
                free(shape_of(Contact, without="client_id")),
                owner="client_id",
            ),
        ),
    ),
    ListShape(
        "participants",
        "participants",
        shape_of(Participant),
        points=(("payer_id", "clients"),),
        children=(
            ListShape(
                "registrations",
                "registrations",
                free(shape_of(Registration, without="participant_id")),
                owner="participant_id",
            ),
            ListShape(
                "employments",
                "employments",
                free(shape_of(Employment, without="participant_id")),
                points=(("client_id", "clients"),),
                owner="participant_id",
            ),
        ),
    ),
    ListShape(
        "groups",
        "groups",
        shape_of(Group, always=frozenset({"profiles"})),
        points=(("client_id", "clients"), ("facilitator_id", "facilitators")),
        children=(
            ListShape(
                "memberships",
                "memberships",
                free(shape_of(Membership, without="group_id")),
                points=(("participant_id", "participants"),),
                owner="group_id",
            ),
        ),
    ),
    ListShape(
        "agreements",
        "agreements",
        free(shape_of(Agreement)),
        points=(("group_id", "groups"),),
        children=(
            ListShape(
                "signatures",
                "agreement_signatures",
                free(shape_of(AgreementSignature, without="agreement_id")),
                points=(("participant_id", "participants"), ("facilitator_id", "facilitators")),
                owner="agreement_id",
            ),
        ),
    ),
    ListShape(
        "sessions",
        "sessions",
        shape_of(Session, as_kind={"confidentiality_at": kinds.optional(kinds.CLOCK)}, spans=True),
        points=(("group_id", "groups"), ("facilitator_id", "facilitators")),
    ),
    ListShape(
        "attendances",
        "attendances",
        free(shape_of(Attendance, always=frozenset({"intervals"}))),
        points=(("session_id", "sessions"), ("participant_id", "participants")),
    ),
    ListShape(
        "relations",
        "relations",
        free(shape_of(Relation)),
        points=(("first_id", "participants"), ("second_id", "participants")),
    ),
    ListShape(
        "absences",
        "absences",
        free(shape_of(Absence)),
        points=(("participant_id", "participants"),),
    ),
    ListShape(
        "certificates",
        "certificates",
        shape_of(Certificate),
        points=(
            ("participant_id", "participants"),
            ("group_id", "groups"),
            ("session_id", "sessions"),
            ("replaces_id", "certificates"),
        ),
        children=(
            ListShape(
                "acts",
                "certificate_acts",
                free(shape_of(CertificateAct, without="certificate_id")),
                points=(("replacement_id", "certificates"),),
                owner="certificate_id",
            ),
        ),
    ),
    ListShape("busy", "busy_times", free(shape_of(BusyTime))),
    ListShape(
        "free_periods",
        "free_periods",
        free(shape_of(FreePeriod, keys={"first": "from", "last": "until"})),
    ),
    ListShape(
        "exceptions",
        "exceptions",
        free(shape_of(FindingException, keys={"finding_key": "finding"})),
    ),
    ListShape(
        "evaluations",
        "evaluations",
        free(shape_of(Evaluation, always=frozenset({"scores"}))),
        points=(("session_id", "sessions"),),
    ),
    ListShape("own_profiles", "own_profiles", shape_of(OwnProfile)),
    ListShape("own_methods", "own_methods", shape_of(OwnMethod)),
    ListShape("texts", "texts", shape_of(EditedText)),
)
LISTS = (*PEOPLE_AND_SESSIONS, *MONEY)
"""Every list of the document, in the order in which it is written."""
