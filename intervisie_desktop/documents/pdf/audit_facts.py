"""Everything in an audit file; a participant's has no place for the names of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf.letterhead import PracticeFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPresence:
    """Someone of a group at a session: times, or the code of why not; minutes that count."""

    name: str
    times: tuple[tuple[int, int], ...] = ()
    absent: str = ""
    counted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSession:
    """A session: `times` and `others` in a participant's file, `people` in that of a group.

    `note` is the code of why it does not count wholly, `designation` what held on its day.
    """

    day: date
    start: int
    end: int
    group: str
    form: str
    leader: str
    designation: str = ""
    times: tuple[tuple[int, int], ...] = ()
    others: int = 0
    counted: int = 0
    note: str = ""
    people: tuple[AuditPresence, ...] = ()
    secrecy_on: date | None = None
    secrecy_at: int | None = None
    list_signed: bool = False
    evaluated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditAgreement:
    """An agreement and who signed it when."""

    agreed_on: date
    group: str
    signatures: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCertificate:
    """A certificate with its state today and the hash of its bytes; `about` is a day or a year."""

    number: str
    name: str
    about: date | int
    issued_on: date
    state: str
    sha256: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditStanding:
    """Where someone stands in a year; `state` is the code of a standing."""

    name: str
    register: str
    year: int
    made: int
    state: str
    required: int | None = None
    hundredths: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding:
    """What a rule noticed, in words, and what became of it.

    `reason` of an exception is None where it may not be told.
    """

    title: str
    evidence: str
    context: str
    norm: str
    source: str
    severity: str
    exception_on: date | None = None
    exception_until: date | None = None
    reason: str | None = None
    solved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditNorm:
    """An edition of a profile that was judged by, and where it is written."""

    profile: str
    valid_from: date | None
    sources: tuple[str, ...]
    certainty: str
    checked_on: date | None = None
    adapted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFileFacts:
    """Everything in an audit file; `of_group` says whether it is about a group."""

    practice: PracticeFacts
    issued_on: date
    of_group: bool
    name: str
    first: date
    last: date
    organisation: str = ""
    registrations: tuple[str, ...] = ()
    sessions: tuple[AuditSession, ...] = ()
    agreements: tuple[AuditAgreement, ...] = ()
    certificates: tuple[AuditCertificate, ...] = ()
    standings: tuple[AuditStanding, ...] = ()
    findings: tuple[AuditFinding, ...] = ()
    norms: tuple[AuditNorm, ...] = ()
