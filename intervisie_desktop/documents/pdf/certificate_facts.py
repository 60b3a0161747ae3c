"""What is printed on a certificate (bewijs van deelname)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSession:
    """A session on a certificate; `start` and `end` minutes since midnight, `minutes` counted.

    `form` says how it was held ("online", "op locatie"), `note` on what platform or in which
    group. `contribution` is None where it was not asked.
    """

    day: date
    start: int
    end: int
    minutes: int
    form: str
    pause: int = 0
    contribution: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """Everything that is printed on a certificate.

    `day` is set for a certificate of one session, None for a year. `group` is empty when the
    sessions were in more than one group. `statements` are whole sentences, in order.
    `qr_payload` and `control_code` are printed when they are not empty.
    """

    practice: PracticeFacts
    number: str
    year: int
    day: date | None = None
    issued_on: date
    place: str
    subtitle: str
    participant: str
    registrations: tuple[str, ...] = ()
    group: str
    group_size: int = 0
    members: str = "deelnemers"
    sessions: tuple[CertificateSession, ...]
    minutes: int
    required_minutes: int | None = None
    points: int | None = None
    points_cap: int = 4
    points_kind: str = "niet-juridisch"
    description: str = ""
    statements: tuple[str, ...] = ()
    remark: str = ""
    leader: str
    quality: str = "gespreksleider"
    leader_line: str = ""
    designation: str = ""
    designation_until: date | None = None
    signature: bytes | None = None
    qr_payload: str = ""
    control_code: str = ""
    replaces: str = ""
    show_hours: bool = True
    show_contribution: bool = True
    specimen: bool = False


def statement_texts() -> Mapping[str, str]:
    """The sentences a certificate can declare, by key, as the template has them."""
    found: dict[str, str] = texts("certificate")["statements"]
    return found
