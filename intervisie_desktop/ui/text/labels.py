"""The Dutch word for every member of every enum of the trade."""

from __future__ import annotations

from enum import StrEnum

from intervisie_desktop.domain.agenda import FreeKind
from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.certificates import CertificateActKind, CertificateKind
from intervisie_desktop.domain.changes import ChangeKind, Subject
from intervisie_desktop.domain.findings import Certainty, Severity
from intervisie_desktop.domain.groups import MemberRole, Mode
from intervisie_desktop.domain.people import AbsenceKind, RelationKind
from intervisie_desktop.domain.sessions import SessionState

WORDS: dict[StrEnum, str] = {
    FreeKind.SCHOOL_HOLIDAY: "schoolvakantie",
    FreeKind.OWN_HOLIDAY: "eigen vakantie",
    AttendanceState.EXPECTED: "verwacht",
    AttendanceState.PRESENT: "aanwezig",
    AttendanceState.ABSENT: "afwezig",
    AttendanceState.EXCUSED: "afgemeld",
    CertificateKind.SESSION: "per bijeenkomst",
    CertificateKind.YEAR: "kalenderjaar",
    CertificateActKind.WITHDRAWN: "ingetrokken",
    CertificateActKind.REPLACED: "vervangen",
    ChangeKind.CREATED: "toegevoegd",
    ChangeKind.CHANGED: "gewijzigd",
    ChangeKind.REMOVED: "verwijderd",
    Subject.PRACTICE: "praktijk",
    Subject.FACILITATOR: "gespreksleider",
    Subject.CLIENT: "opdrachtgever",
    Subject.PARTICIPANT: "deelnemer",
    Subject.GROUP: "groep",
    Subject.AGREEMENT: "intervisiecontract",
    Subject.SESSION: "bijeenkomst",
    Subject.ATTENDANCE: "aanwezigheid",
    Subject.CERTIFICATE: "bewijs",
    Subject.CALENDAR: "agenda",
    Subject.ABSENCE: "onderbreking",
    Subject.EXCEPTION: "uitzondering",
    Subject.SETTING: "instelling",
    Subject.INVOICE: "factuur",
    Subject.PROFILE: "regelprofiel",
    Certainty.SEED: "volgens de opgave",
    Certainty.SOURCE: "volgens de bron",
    Certainty.ASSUMPTION: "aanname",
    Severity.ERROR: "Fout",
    Severity.WARNING: "Waarschuwing",
    Severity.TIP: "Tip",
    MemberRole.MEMBER: "lid",
    MemberRole.TRAINEE: "stagiair",
    MemberRole.GUEST: "gast",
    Mode.ON_LOCATION: "op locatie",
    Mode.ONLINE: "online",
    Mode.HYBRID: "hybride",
    AbsenceKind.ILLNESS: "ziekte",
    AbsenceKind.PREGNANCY: "zwangerschap en bevalling",
    AbsenceKind.OTHER: "anders",
    RelationKind.MANAGER: "leidinggevende",
    RelationKind.COLLEAGUE: "kantoorgenoot",
    RelationKind.PARTNER: "maat of vennoot",
    RelationKind.OTHER: "anders",
    SessionState.PLANNED: "gepland",
    SessionState.HELD: "gehouden",
    SessionState.CLOSED: "gereed",
    SessionState.CANCELLED: "vervallen",
}


def word(member: StrEnum) -> str:
    """The Dutch word of an enum member, small unless it heads a section."""
    return WORDS[member]


def options(kind: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    """(value, word) pairs of a whole enum, for a choice."""
    return tuple((member.value, WORDS[member]) for member in kind)
