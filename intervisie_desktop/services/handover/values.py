"""What the hand-over to the bookkeeper gives: frozen values, amounts in cents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueMonth:
    """A month, 1 to 12: what was invoiced in it without btw, and what is expected still to be.

    Credit notes count below nought in the month in which they were issued.
    """

    month: int
    invoiced: int
    expected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Revenue:
    """The revenue of a year in twelve months."""

    year: int
    months: tuple[RevenueMonth, ...]

    @property
    def invoiced(self) -> int:
        """What was invoiced in the year, without btw."""
        return sum(month.invoiced for month in self.months)

    @property
    def expected(self) -> int:
        """What is expected still to be invoiced in the year, without btw."""
        return sum(month.expected for month in self.months)
