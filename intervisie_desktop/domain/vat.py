"""Btw: the regimes a line can fall under, and the law's numbers and words with their dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.findings import Certainty, Source
from intervisie_desktop.domain.periods import Period


class VatCategory(StrEnum):
    """How btw falls on a line; KOR_NO_ID is KOR on an invoice without btw-id."""

    STANDARD = "standard"
    REDUCED = "reduced"
    ZERO = "zero"
    REVERSE_CHARGE = "reverse_charge"
    KOR = "kor"
    KOR_NO_ID = "kor_no_id"
    EDUCATION = "education"

    @property
    def code(self) -> str:
        """The category in EN 16931 (UNCL5305)."""
        return _CODES[self]

    @property
    def charged(self) -> bool:
        """True when a rate belongs on the paper, be it nought; an exemption never shows one."""
        return self in {VatCategory.STANDARD, VatCategory.REDUCED, VatCategory.ZERO}

    @property
    def exempt(self) -> bool:
        """True for KOR and education."""
        return self in {VatCategory.KOR, VatCategory.KOR_NO_ID, VatCategory.EDUCATION}

    @property
    def small_business(self) -> bool:
        """True under the kleineondernemersregeling, with or without a btw-id."""
        return self in {VatCategory.KOR, VatCategory.KOR_NO_ID}

    @property
    def needs_text(self) -> bool:
        """True when the law asks for words instead of an amount (art. 35a lid 1 l and m)."""
        return not self.charged


_CODES = {
    VatCategory.STANDARD: "S",
    VatCategory.REDUCED: "S",
    VatCategory.ZERO: "Z",
    VatCategory.REVERSE_CHARGE: "AE",
    VatCategory.KOR: "E",
    VatCategory.KOR_NO_ID: "O",
    VatCategory.EDUCATION: "E",
}


class VatLimit(StrEnum):
    """The numbers of the law besides rates: amounts in cents, days of the month, months."""

    KOR_TURNOVER = "kor_turnover"
    SIMPLIFIED_INVOICE = "simplified_invoice"
    INVOICE_BY_DAY = "invoice_by_day"
    COLLECTIVE_MONTHS = "collective_months"
    RETENTION_YEARS = "retention_years"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNumber:
    """A number that holds for a period, with where it is written."""

    value: int
    period: Period
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class VatRegime:
    """What the law says of btw over the years: rates in hundredths of a percent, limits, words.

    `texts` are the words that stand on the paper; the practice may put its own in their place.
    """

    rates: Mapping[VatCategory, tuple[DatedNumber, ...]]
    limits: Mapping[VatLimit, tuple[DatedNumber, ...]]
    texts: Mapping[VatCategory, str]

    def rate(self, category: VatCategory, on: date) -> int:
        """The rate on the day of the service; nought where btw is not charged."""
        return _holding(self.rates.get(category, ()), on, default=0)

    def limit(self, which: VatLimit, on: date) -> int:
        """The number that holds on this day; LookupError when the data do not reach so far."""
        return _holding(self.limits[which], on)

    def text(self, category: VatCategory, own: Mapping[str, str] | None = None) -> str:
        """The words of the practice for this category, else those that ship."""
        return (own or {}).get(category.value) or self.texts.get(category, "")

    def invoice_deadline(self, service_on: date) -> date:
        """The last day to invoice what was done on this day (art. 34g Wet OB)."""
        next_month = date(service_on.year, service_on.month, 1) + timedelta(days=32)
        return next_month.replace(day=self.limit(VatLimit.INVOICE_BY_DAY, service_on))


class DataError(ValueError):
    """A data file of the law does not say what it should; the message names the place."""


def read_regime(data: Mapping[str, Any]) -> VatRegime:
    """The regime in a parsed TOML file; raises DataError."""
    sources = read_sources(data)
    rates = {
        VatCategory(name): read_dated(f"rates.{name}", rows, sources)
        for name, rows in data["rates"].items()
    }
    limits = {
        VatLimit(name): read_dated(f"limits.{name}", rows, sources)
        for name, rows in data["limits"].items()
    }
    if missing := set(VatLimit) - set(limits):
        raise DataError(f"limits: {sorted(missing)} missing")
    texts = {VatCategory(name): str(text) for name, text in data["texts"].items()}
    return VatRegime(rates=rates, limits=limits, texts=texts)


def read_sources(data: Mapping[str, Any]) -> dict[str, Source]:
    """The sources a data file names; raises DataError."""
    try:
        return {
            name: Source(
                title=str(table["title"]),
                article=str(table.get("article", "")),
                certainty=Certainty(table["certainty"]),
                address=str(table.get("address", "")),
                checked_on=table.get("checked_on"),
            )
            for name, table in data["sources"].items()
        }
    except (KeyError, ValueError) as error:
        raise DataError(f"sources: {error}") from error


def read_dated(
    place: str, rows: list[Mapping[str, Any]], sources: Mapping[str, Source]
) -> tuple[DatedNumber, ...]:
    """Numbers in the order of time, each until the next begins; raises DataError."""
    starts: list[Any] = [row.get("from") for row in rows]
    if any(not isinstance(start, date) for start in starts[1:]) or starts[1:] != sorted(starts[1:]):
        raise DataError(f"{place}: not in the order of time")
    read = []
    for row, following in zip(rows, [*starts[1:], None], strict=True):
        end = row.get("to") or (following - timedelta(days=1) if following else None)
        if not isinstance(row.get("value"), int) or row.get("source") not in sources:
            raise DataError(f"{place}: needs a whole value and a source")
        period = Period(row.get("from"), end)
        read.append(DatedNumber(value=row["value"], period=period, source=sources[row["source"]]))
    return tuple(read)


def _holding(numbers: tuple[DatedNumber, ...], on: date, default: int | None = None) -> int:
    for number in numbers:
        if on in number.period:
            return number.value
    if default is None:
        raise LookupError(f"nothing holds on {on}")
    return default
