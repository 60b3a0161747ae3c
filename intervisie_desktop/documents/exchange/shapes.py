"""What stands where in the exchange format: the lists, what is nested in what, who points where."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.documents.exchange import kinds
from intervisie_desktop.documents.exchange.facts import Paper
from intervisie_desktop.documents.exchange.records import RecordShape, shape_of
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


@dataclass(frozen=True)
class ListShape:
    """A list of records under a key; `facts` is its place in `PracticeFacts`.

    `points` are (field, list) pairs: the id in the field must occur in that list. `owner` is the
    field that holds the id of the record in which the list is nested.
    """

    key: str
    facts: str
    record: RecordShape
    points: tuple[tuple[str, str], ...] = ()
    owner: str = ""
    children: tuple[ListShape, ...] = ()


def _free(shape: RecordShape) -> RecordShape:
    """Nothing points at these records, so that ids may be left out."""
    return shape.with_free_id()


PRACTICE = shape_of(Practice)
RESERVED = ("rates", "invoices", "payments")
PAPER = shape_of(Paper, without="certificate_id")

LISTS = (
    ListShape(
        "facilitators",
        "facilitators",
        shape_of(Facilitator),
        children=(
            ListShape(
                "designations",
                "designations",
                _free(shape_of(Designation, without="facilitator_id")),
                owner="facilitator_id",
            ),
            ListShape(
                "own_hours",
                "own_hours",
                _free(shape_of(OwnHours, without="facilitator_id")),
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
                _free(shape_of(Contact, without="client_id")),
                owner="client_id",
            ),
        ),
    ),
    ListShape(
        "participants",
        "participants",
        shape_of(Participant),
        children=(
            ListShape(
                "registrations",
                "registrations",
                _free(shape_of(Registration, without="participant_id")),
                owner="participant_id",
            ),
            ListShape(
                "employments",
                "employments",
                _free(shape_of(Employment, without="participant_id")),
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
                _free(shape_of(Membership, without="group_id")),
                points=(("participant_id", "participants"),),
                owner="group_id",
            ),
        ),
    ),
    ListShape(
        "agreements",
        "agreements",
        _free(shape_of(Agreement)),
        points=(("group_id", "groups"),),
        children=(
            ListShape(
                "signatures",
                "agreement_signatures",
                _free(shape_of(AgreementSignature, without="agreement_id")),
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
        _free(shape_of(Attendance, always=frozenset({"intervals"}))),
        points=(("session_id", "sessions"), ("participant_id", "participants")),
    ),
    ListShape(
        "relations",
        "relations",
        _free(shape_of(Relation)),
        points=(("first_id", "participants"), ("second_id", "participants")),
    ),
    ListShape(
        "absences",
        "absences",
        _free(shape_of(Absence)),
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
                _free(shape_of(CertificateAct, without="certificate_id")),
                points=(("replacement_id", "certificates"),),
                owner="certificate_id",
            ),
        ),
    ),
    ListShape("busy", "busy_times", _free(shape_of(BusyTime))),
    ListShape(
        "free_periods",
        "free_periods",
        _free(shape_of(FreePeriod, keys={"first": "from", "last": "until"})),
    ),
    ListShape(
        "exceptions",
        "exceptions",
        _free(shape_of(FindingException, keys={"finding_key": "finding"})),
    ),
    ListShape(
        "evaluations",
        "evaluations",
        _free(shape_of(Evaluation, always=frozenset({"scores"}))),
        points=(("session_id", "sessions"),),
    ),
    ListShape("own_profiles", "own_profiles", shape_of(OwnProfile)),
    ListShape("own_methods", "own_methods", shape_of(OwnMethod)),
    ListShape("texts", "texts", shape_of(EditedText)),
)
"""Every list of the document, in the order in which it is written."""
