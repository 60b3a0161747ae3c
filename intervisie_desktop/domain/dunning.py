"""Being late with paying: letters, collection costs and interest, from dated data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.money import WHOLE, rounded
from intervisie_desktop.domain.vat import DataError, DatedNumber, read_dated, read_sources


class InterestKind(StrEnum):
    """Which statutory interest: between businesses (6:119a BW), or with a consumer (6:119)."""

    TRADE = "trade"
    CONSUMER = "consumer"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostBracket:
    """So much percent, in hundredths, over the principal up to this many cents; None is beyond."""

    up_to: int | None
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionScale:
    """The scale of collection costs (Besluit BIK) with its least and most, in cents."""

    brackets: tuple[CostBracket, ...]
    least: int
    most: int
    source: Source

    def costs(self, principal: int) -> int:
        """The collection costs over this principal; nought over nothing."""
        if principal <= 0:
            return 0
        total, below = Decimal(0), 0
        for bracket in self.brackets:
            top = principal if bracket.up_to is None else min(principal, bracket.up_to)
            if top > below:
                total += Decimal(top - below) * bracket.percent / WHOLE
                below = top
        return min(max(rounded(total), self.least), self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionRules:
    """What the law says of late payment: scale, letter terms in days, rates of interest."""

    scale: CollectionScale
    letter_days: int
    delivery_days: int
    interest: Mapping[InterestKind, tuple[DatedNumber, ...]]

    def letter_until(self, sent_on: date) -> date:
        """The last day to pay without costs after a letter to a consumer (art. 6:96 lid 6 BW).

        The fourteen days run from the day after the letter was delivered.
        """
        return sent_on + timedelta(days=self.delivery_days + self.letter_days)

    def known_until(self, kind: InterestKind) -> date | None:
        """The last day for which a rate of interest is known; None when it has no end."""
        return self.interest[kind][-1].period.end

    def interest_over(self, kind: InterestKind, principal: int, since: date, until: date) -> int:
        """The interest in cents from the day after `since` up to and including `until`.

        It is added to the principal each time a year is over (art. 6:119 lid 2 BW). LookupError
        when no rate is known for a day.
        """
        base, first = Decimal(principal), since + timedelta(days=1)
        while first <= until:
            following = _a_year_later(first)
            last = min(until, following - timedelta(days=1))
            days_in_year = (following - first).days
            base += base * self._weighed(kind, first, last) / days_in_year / WHOLE
            first = following
        return rounded(base) - principal

    def _weighed(self, kind: InterestKind, first: date, last: date) -> int:
        """Each rate times its days in this stretch."""
        covered, sum_of = 0, 0
        for number in self.interest[kind]:
            start = max(first, number.period.start or first)
            end = min(last, number.period.end or last)
            days = (end - start).days + 1
            if days > 0:
                covered += days
                sum_of += number.value * days
        if covered != (last - first).days + 1:
            raise LookupError(f"no interest is known between {first} and {last}")
        return sum_of


def read_collection(data: Mapping[str, Any]) -> CollectionRules:
    """The rules in a parsed TOML file; raises DataError."""
    sources = read_sources(data)
    scale = data["scale"]
    if scale.get("source") not in sources:
        raise DataError("scale: needs a source")
    return CollectionRules(
        scale=CollectionScale(
            brackets=tuple(
                CostBracket(up_to=row.get("up_to"), percent=row["percent"])
                for row in scale["brackets"]
            ),
            least=scale["least"],
            most=scale["most"],
            source=sources[scale["source"]],
        ),
        letter_days=data["letter"]["days"],
        delivery_days=data["letter"]["delivery_days"],
        interest={
            kind: read_dated(f"interest.{kind}", data["interest"][kind], sources)
            for kind in InterestKind
        },
    )


def _a_year_later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
