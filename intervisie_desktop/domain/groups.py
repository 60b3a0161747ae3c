"""Groups, who belongs to them and when, and the agreement they signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Product


class Mode(StrEnum):
    """How a session is held (vorm)."""

    ON_LOCATION = "on_location"
    ONLINE = "online"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group (groep); `code` is its two-letter tag, `colour` 0-4 its identity colour.

    `profiles` are the keys of the rule profiles it falls under, the leading one first.
    `product` is what is sold to it: guided intervisie or training.
    `field_of_law` is the rechtsgebied its members share (Regeling art. 13a lid 1 b, until 2024).
    `composition_agreed_with/_on`: with whom and when it was settled who belongs together (S1-15).
    `accreditation_requested_on`: the day on which points were asked for (ABAN: four weeks before
    the first session); `registered_on`: the day on which the group was made known to a register.
    """

    id: str
    name: str
    code: str = ""
    colour: int = 0
    profiles: tuple[str, ...] = ("vrij",)
    mode: Mode = Mode.ON_LOCATION
    place: str = ""
    link: str = ""
    client_id: str | None = None
    facilitator_id: str | None = None
    method: str = ""
    note: str = ""
    archived: bool = False
    field_of_law: str = ""
    composition_agreed_with: str = ""
    composition_agreed_on: date | None = None
    accreditation_requested_on: date | None = None
    registered_on: date | None = None
    product: Product = Product.INTERVISIE


class MemberRole(StrEnum):
    """As what someone belongs to a group; guests and trainees may not count for its size."""

    MEMBER = "member"
    TRAINEE = "trainee"
    GUEST = "guest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Someone belongs to a group in a period (lidmaatschap); before it they were never absent."""

    id: str
    group_id: str
    participant_id: str
    role: MemberRole = MemberRole.MEMBER
    period: Period = Period()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An intervisiecontract of a group; `scope` says what stays secret and towards whom."""

    id: str
    group_id: str
    agreed_on: date
    scope: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSignature:
    """A participant (or the facilitator) signed an agreement on a day."""

    id: str
    agreement_id: str
    signed_on: date
    participant_id: str | None = None
    facilitator_id: str | None = None
