"""Rates (tarieven): what a service costs, for whom and from when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intervisie_desktop.domain.money import ONE
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.vat import VatCategory

DAYPART_MINUTES = 240
"""A part of the day (dagdeel): up to four hours."""


class Product(StrEnum):
    """What is sold (S4-13): guided intervisie, or training for those who guide it themselves."""

    INTERVISIE = "intervisie"
    TRAINING = "training"


class RateKind(StrEnum):
    """What a rate is counted by; FIXED is per group per calendar year (in-company)."""

    PARTICIPANT_YEAR = "participant_year"
    PARTICIPANT_SESSION = "participant_session"
    GROUP_SESSION = "group_session"
    DAYPART = "daypart"
    FIXED = "fixed"
    TRAVEL = "travel"
    TRAVEL_KM = "travel_km"

    @property
    def is_travel(self) -> bool:
        """True for what is charged beside the service itself."""
        return self in {RateKind.TRAVEL, RateKind.TRAVEL_KM}

    @property
    def per_participant(self) -> bool:
        """True when each participant counts, so that each one's own payer pays."""
        return self in {RateKind.PARTICIPANT_YEAR, RateKind.PARTICIPANT_SESSION}

    @property
    def per_year(self) -> bool:
        """True when it is charged once in a calendar year."""
        return self in {RateKind.PARTICIPANT_YEAR, RateKind.FIXED}


class RateLevel(StrEnum):
    """For whom a rate holds; the closer one goes before."""

    DEFAULT = "default"
    CLIENT = "client"
    GROUP = "group"
    PARTICIPANT = "participant"


_CLOSENESS = tuple(RateLevel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A price in cents without btw, in a period; one of the three ids, or none for the default.

    `quantity` is in thousandths what is charged each time: the kilometres of TRAVEL_KM. A price
    of nought means that it is done for nothing.
    """

    id: str
    kind: RateKind
    amount: int
    category: VatCategory = VatCategory.STANDARD
    product: Product = Product.INTERVISIE
    client_id: str | None = None
    group_id: str | None = None
    participant_id: str | None = None
    quantity: int = ONE
    period: Period = Period()
    note: str = ""

    @property
    def level(self) -> RateLevel:
        """For whom it holds."""
        if self.participant_id:
            return RateLevel.PARTICIPANT
        if self.group_id:
            return RateLevel.GROUP
        return RateLevel.CLIENT if self.client_id else RateLevel.DEFAULT

    def clashes(self, other: Rate) -> bool:
        """True when both would hold for the same on some day."""
        return (
            self.id != other.id
            and self._for_whom == other._for_whom
            and self.kind.is_travel == other.kind.is_travel
            and self.product is other.product
            and self.period.overlaps(other.period)
        )

    @property
    def _for_whom(self) -> tuple[str | None, ...]:
        return (self.client_id, self.group_id, self.participant_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateQuestion:
    """What a rate is asked for: a day, a group, whoever pays and maybe one participant."""

    on: date
    product: Product
    group_id: str
    client_id: str | None = None
    participant_id: str | None = None
    travel: bool = False


def rate_for(rates: Iterable[Rate], question: RateQuestion) -> Rate | None:
    """The rate that holds: that of the participant before the group, the client, the default."""
    holding = [rate for rate in rates if _holds(rate, question)]
    return max(holding, key=lambda rate: (_CLOSENESS.index(rate.level), rate.id), default=None)


def _holds(rate: Rate, question: RateQuestion) -> bool:
    return (
        question.on in rate.period
        and rate.product is question.product
        and rate.kind.is_travel == question.travel
        and rate.client_id in {None, question.client_id}
        and rate.group_id in {None, question.group_id}
        and rate.participant_id in {None, question.participant_id}
    )
