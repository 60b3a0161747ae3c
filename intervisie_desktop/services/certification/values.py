"""What the use cases around certificates take and give: frozen values, no Dutch sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.storage.reads.certificates import RegisterLine

__all__ = [
    "Candidate",
    "CandidateGroup",
    "CertificateKey",
    "Choice",
    "HistoryLine",
    "Issued",
    "IssuedPaper",
    "Made",
    "NotMade",
    "PaperOptions",
    "Progress",
    "Readiness",
    "RegisterLine",
    "Unwatched",
    "Verdict",
    "Verification",
    "Wanted",
]


class Progress(Protocol):
    """How a long act tells how far it is, and hears that it is no longer wanted."""

    @property
    def cancelled(self) -> bool:
        """True once the user pressed Annuleren; the act stops between two papers."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """So many of so many are done."""


class Unwatched:
    """Progress that nobody looks at: for the command line and tests."""

    cancelled = False

    def step(self, done: int, total: int, text: str = "") -> None:
        """Nothing to show."""


class Readiness(StrEnum):
    """May this paper be made: READY, ATTENTION (yes, but look), BLOCKED, or already ISSUED.

    CHANGED was issued, but what it says is not what the record says now: offer a replacement.
    RUNNING is a year that may still come good: sessions are planned.
    """

    READY = "ready"
    ATTENTION = "attention"
    BLOCKED = "blocked"
    RUNNING = "running"
    ISSUED = "issued"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateKey:
    """The one thing a certificate proves: a person at a session, or in a year for a profile."""

    kind: CertificateKind
    participant_id: str
    profile: str
    year: int
    session_id: str | None = None

    @property
    def text(self) -> str:
        """As one string, to choose by."""
        if self.kind is CertificateKind.SESSION:
            return f"session|{self.session_id}|{self.participant_id}"
        return f"year|{self.year}|{self.profile}|{self.participant_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A certificate that stands: its number and day, and whether the record still says so."""

    id: str
    number: str
    issued_on: date
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Someone who may get a certificate; `minutes` are counted, `findings` say what is amiss.

    `verdict` is READY, ATTENTION, BLOCKED or RUNNING; `notes` are codes of what is missing on
    the paper itself, such as "registration_missing".
    `override_allowed` is True when the profile lets it be made with a reason in spite of errors.
    `excuse` are the reasons of the exceptions that stand for what is amiss; empty as long as one
    of the errors has none.
    `running_until` is the day of the last session still planned that may repair it, with
    `forecast` minutes.
    """

    key: CertificateKey
    name: str
    surname: str
    sort_key: str
    email: str
    group_id: str
    group_ids: tuple[str, ...]
    minutes: int
    required: int
    verdict: Readiness
    edition: date | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    override_allowed: bool = False
    issued: IssuedPaper | None = None
    running_until: date | None = None
    forecast: int = 0
    open_session: str = ""
    excuse: str = ""

    @property
    def readiness(self) -> Readiness:
        """What to show: that it was issued goes before whether it could be made."""
        if self.issued is None:
            return self.verdict
        return Readiness.CHANGED if self.issued.changed else Readiness.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateGroup:
    """The candidates of one group, in the order of their names."""

    id: str
    name: str
    code: str
    colour: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which certificates are asked for: of one session, or of a year, narrowed at will."""

    year: int
    session_id: str | None = None
    group_id: str | None = None
    participant_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions:
    """What goes on the paper."""

    hours_per_session: bool = True
    contribution: bool = True
    signature: bool = True
    control_code: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One paper to make; `reason` only where it is made in spite of an error.

    `replaces` is the certificate it takes the place of, with `reason` as the reason of that.
    """

    key: CertificateKey
    reason: str = ""
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper that was issued."""

    certificate_id: str
    number: str
    participant_id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMade:
    """A paper that was not issued; `code` and `facts` are those of the refusal."""

    key: CertificateKey
    name: str
    code: str
    facts: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What came of a batch: made, refused, and how many were not begun because of a cancel."""

    made: tuple[Made, ...] = ()
    refused: tuple[NotMade, ...] = ()
    cancelled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """Something that happened to a certificate: "issued", "withdrawn" or "replaced"."""

    act: str
    at: datetime
    reason: str = ""
    other_number: str = ""


class Verdict(StrEnum):
    """What checking a paper found.

    SEALED is unaltered, but without a register to compare with; WRONG_CODE is a code that does
    not belong to the number, MISTYPED one that no paper has.
    """

    GENUINE = "genuine"
    ALTERED = "altered"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    UNKNOWN = "unknown"
    SEALED = "sealed"
    NO_SEAL = "no_seal"
    NOT_A_PDF = "not_a_pdf"
    WRONG_CODE = "wrong_code"
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The answer of checking a paper; number, days and minutes only when they can be trusted.

    `fingerprint` is that of the key which signed it, `own_key` whether that is the practice's.
    """

    verdict: Verdict
    number: str = ""
    kind: CertificateKind | None = None
    minutes: int = 0
    first: date | None = None
    last: date | None = None
    issued_on: date | None = None
    fingerprint: str = ""
    own_key: bool = False
    name: str = ""
    at: datetime | None = None
    reason: str = ""
    other_number: str = ""
