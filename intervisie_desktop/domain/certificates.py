"""Certificates (bewijzen van deelname): immutable once issued; correction is a new act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class CertificateKind(StrEnum):
    """What a certificate proves: one session or a calendar year."""

    SESSION = "session"
    YEAR = "year"


class PaperState(StrEnum):
    """Where an issued certificate stands today."""

    VALID = "valid"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """An issued certificate; `snapshot` is the JSON of everything that is printed on it.

    `sha256` is that of the PDF bytes in hex, `signature` the Ed25519 statement in the QR code,
    `control_code` its short form. `year` and `sequence` are its place in the number series.
    `override_reason` is why it was made in spite of an error the profile lets pass.
    """

    id: str
    number: str
    year: int
    sequence: int
    kind: CertificateKind
    participant_id: str
    group_id: str | None
    session_id: str | None
    covers_year: int
    issued_on: date
    issued_at: datetime
    profile: str
    edition: date | None
    minutes: int
    snapshot: str
    sha256: str
    statement: str
    control_code: str
    override_reason: str = ""
    replaces_id: str | None = None


class CertificateActKind(StrEnum):
    """What can happen to an issued certificate."""

    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateAct:
    """A withdrawal or replacement, with its reason; itself never changed."""

    id: str
    certificate_id: str
    kind: CertificateActKind
    reason: str
    at: datetime
    replacement_id: str | None = None
