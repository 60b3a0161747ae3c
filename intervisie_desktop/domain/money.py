"""Money in cents: amounts of lines, discounts, and btw per group rounded once on the total.

Quantities are thousandths (1500 is one and a half), percentages hundredths (2100 is 21 %). A half
cent rounds away from zero, so that a credit is the exact mirror of what it takes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from intervisie_desktop.domain.vat import VatCategory

ONE = 1000
"""A quantity of one."""

WHOLE = 10_000
"""A hundred percent."""


def rounded(amount: Decimal) -> int:
    """Whole cents, a half away from zero: 20,125 euro becomes 20,13."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def share(amount: int, part: int, whole: int) -> int:
    """`part` of `whole` of an amount in whole cents."""
    return rounded(Decimal(amount) * part / whole)


def percentage(amount: int, percent: int) -> int:
    """So many hundredths of a percent of an amount, in whole cents."""
    return share(amount, percent, WHOLE)


def spread(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """The amount over the weights in proportion; the parts add up to it to the cent.

    Without any weight it all falls on the first part.
    """
    total = sum(weights)
    if not total:
        return tuple(amount if index == 0 else 0 for index in range(len(weights)))
    marks, so_far = [0], 0
    for weight in weights:
        so_far += weight
        marks.append(share(amount, so_far, total))
    return tuple(after - before for before, after in pairwise(marks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """Less to pay (korting): a percentage in hundredths, or an amount in cents; not both."""

    percent: int = 0
    amount: int = 0

    def __post_init__(self) -> None:
        if self.percent and self.amount:
            raise ValueError("a discount is a percentage or an amount")

    def __bool__(self) -> bool:
        return bool(self.percent or self.amount)

    def of(self, amount: int) -> int:
        """What goes off this amount, in cents."""
        return percentage(amount, self.percent) if self.percent else self.amount

    def mirrored(self) -> Discount:
        """The same on a credit note: a percentage stays, an amount turns round."""
        return replace(self, amount=-self.amount)


NO_DISCOUNT = Discount()


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """What a line costs: quantity in thousandths, price in cents without btw, and its btw."""

    quantity: int
    unit_price: int
    category: VatCategory
    rate: int
    discount: Discount = NO_DISCOUNT

    @property
    def gross(self) -> int:
        """Quantity times price in cents, before the discount of the line."""
        return share(self.unit_price, self.quantity, ONE)

    @property
    def reduction(self) -> int:
        """The discount of the line in cents."""
        return self.discount.of(self.gross)

    @property
    def net(self) -> int:
        """What the line comes to in cents, without btw."""
        return self.gross - self.reduction

    def mirrored(self) -> Priced:
        """The same line taken back."""
        return replace(self, quantity=-self.quantity, discount=self.discount.mirrored())


@dataclass(frozen=True, slots=True, kw_only=True)
class VatGroup:
    """All lines of one btw category and rate; `base` is what btw is counted over, in cents."""

    category: VatCategory
    rate: int
    lines: int
    discount: int
    vat: int

    @property
    def base(self) -> int:
        """What btw is counted over: the lines less their part of the discount."""
        return self.lines - self.discount


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What an invoice comes to in cents, with one group for each category and rate."""

    groups: tuple[VatGroup, ...]

    @property
    def lines(self) -> int:
        """The lines together, without btw."""
        return sum(group.lines for group in self.groups)

    @property
    def discount(self) -> int:
        """The discount over the whole invoice."""
        return sum(group.discount for group in self.groups)

    @property
    def net(self) -> int:
        """Without btw, after the discount."""
        return sum(group.base for group in self.groups)

    @property
    def vat(self) -> int:
        """The btw of all groups."""
        return sum(group.vat for group in self.groups)

    @property
    def gross(self) -> int:
        """What is to be paid."""
        return self.net + self.vat


def totals(lines: Iterable[Priced], discount: Discount = NO_DISCOUNT) -> Totals:
    """The totals of these lines; btw is rounded once per category and rate (invoicing.md 1.3).

    A discount over the whole invoice is spread over the groups in proportion.
    """
    sums: dict[tuple[VatCategory, int], int] = {}
    for line in lines:
        kind = (line.category, line.rate)
        sums[kind] = sums.get(kind, 0) + line.net
    kinds = sorted(sums, key=lambda kind: (-kind[1], kind[0].value))
    off = spread(discount.of(sum(sums.values())), [sums[kind] for kind in kinds])
    return Totals(
        groups=tuple(
            VatGroup(
                category=kind[0],
                rate=kind[1],
                lines=sums[kind],
                discount=less,
                vat=percentage(sums[kind] - less, kind[1]),
            )
            for kind, less in zip(kinds, off, strict=True)
        )
    )
