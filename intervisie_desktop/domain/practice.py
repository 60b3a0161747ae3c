"""The practice itself and the facilitators who lead its sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The user's own business (praktijk); exactly one per file, with the id "praktijk".

    `number_pattern` makes certificate numbers: {jaar} and {nr} (with width, {nr:03}) are filled
    in. `first_number` is the start value of the first year; `yearly_restart` begins again at 1.
    `public_key` is the Ed25519 key that signs certificates, in hex. `demo` marks invented data.
    """

    id: str = "praktijk"
    name: str = ""
    tagline: str = ""
    address: Address = Address()
    email: str = ""
    phone: str = ""
    website: str = ""
    kvk_number: str = ""
    vat_number: str = ""
    iban: str = ""
    logo: bytes | None = None
    accent: str = "#1E4A78"
    facilitator_id: str | None = None
    default_profile: str = "nova_intervisie"
    school_region: str = "midden"
    number_pattern: str = "{jaar}-{nr:03}"
    first_number: int = 1
    yearly_restart: bool = True
    public_key: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facilitator:
    """Who leads (gespreksleider, begeleider); signs the certificates."""

    id: str
    name: str
    quality: str = "gespreksleider"
    email: str = ""
    signature: bytes | None = None
    profession: str = ""
    academic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHours:
    """Hours of intervisie a facilitator followed for her own duty, in minutes on one day.

    Leading does not discharge that duty (rules.md N15); `where` is a group or place elsewhere.
    """

    id: str
    facilitator_id: str
    register: str
    day: date
    minutes: int
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """An appointment as expert or a registration of a facilitator, with its term.

    For NOvA: designated by the algemene raad (Advocatenwet art. 26 lid 1), five years (B18).
    """

    id: str
    facilitator_id: str
    register: str
    number: str = ""
    period: Period = Period()
