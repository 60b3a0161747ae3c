"""Cancellation terms (annuleringsvoorwaarden): what is due when someone does not come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from intervisie_desktop.domain.money import WHOLE, Discount
from intervisie_desktop.domain.periods import Period


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class CancellationStep:
    """Notice at least so many days before the start costs this: a percentage or an amount."""

    days: int
    percent: int = 0
    amount: int = 0

    def charge(self, price: int) -> int:
        """What is due of this price, in cents."""
        return min(price, Discount(percent=self.percent, amount=self.amount).of(price))


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationTerms:
    """The terms of the practice, a client or a group, in a period.

    `steps` are looked through from the longest notice to the shortest; notice shorter than all
    of them, and none at all, costs `late_percent` of the price in hundredths.
    """

    id: str
    steps: tuple[CancellationStep, ...] = ()
    late_percent: int = WHOLE
    client_id: str | None = None
    group_id: str | None = None
    period: Period = Period()

    def charge(self, price: int, start: datetime, notice: datetime | None) -> int:
        """What is due in cents of a price, given when notice was given; None is no notice.

        A day is 24 hours before the start.
        """
        if notice is not None:
            for step in sorted(self.steps, reverse=True):
                if start - notice >= timedelta(days=step.days):
                    return step.charge(price)
        return CancellationStep(days=0, percent=self.late_percent).charge(price)

    def clashes(self, other: CancellationTerms) -> bool:
        """True when both would hold for the same on some day."""
        whom = (self.client_id, self.group_id)
        return (
            self.id != other.id
            and whom == (other.client_id, other.group_id)
            and self.period.overlaps(other.period)
        )


def terms_for(
    terms: Iterable[CancellationTerms], on: date, group_id: str, client_id: str | None
) -> CancellationTerms | None:
    """The terms on the day of the session: those of the group, the client, the practice."""
    holding = [
        one
        for one in terms
        if on in one.period
        and one.group_id in {None, group_id}
        and one.client_id in {None, client_id}
    ]
    return max(holding, key=lambda t: (bool(t.group_id), bool(t.client_id), t.id), default=None)
