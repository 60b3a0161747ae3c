"""What must be right before an invoice is issued: what the law asks, per btw regime.

Codes F01.. with plain figures; the Dutch sentences are upstairs. Sources: art. 35a Wet OB 1968,
NLCIUS (SI-UBL 2.0) and the Belastingdienst, as noted in resources/vat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from intervisie_desktop.domain.clients import Address, Client
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.invoices import (
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceSettings,
    service_days,
    totals_of,
)
from intervisie_desktop.domain.money import Totals
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.domain.vat import VatCategory, VatLimit, VatRegime


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceFlaw:
    """Something that is amiss with an invoice; `place` is where to repair it.

    Places in the practice begin with "practice.", those in the client with "client."; others
    are of the invoice or its lines.
    """

    code: str
    severity: Severity
    place: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceCase:
    """All that is looked at; `wrong` are fields whose form cannot be right, with the advice."""

    invoice: Invoice
    lines: tuple[InvoiceLine, ...]
    practice: Practice
    client: Client
    settings: InvoiceSettings
    regime: VatRegime
    today: date
    wrong: tuple[tuple[str, str], ...] = ()
    creditable: int | None = None
    kor_turnover: int = 0

    @property
    def totals(self) -> Totals:
        """What it comes to."""
        return totals_of(self.invoice, self.lines)

    @property
    def categories(self) -> frozenset[VatCategory]:
        """The btw categories on it."""
        return frozenset(line.category for line in self.lines)

    @property
    def buyer_address(self) -> Address:
        """Where the invoice goes."""
        return self.client.billing_address or self.client.address


def flaws_of(case: InvoiceCase) -> tuple[InvoiceFlaw, ...]:
    """Everything amiss, errors first; an invoice with an error is not issued."""
    found = [
        *_seller(case),
        *_buyer(case),
        *_content(case),
        *_regime(case),
        *_forms(case),
        *_credit(case),
        *_moments(case),
        *_kor(case),
    ]
    order = list(Severity)
    return tuple(sorted(found, key=lambda flaw: order.index(flaw.severity)))


def blocks(flaws: tuple[InvoiceFlaw, ...]) -> bool:
    """True when one of them keeps the invoice from being issued."""
    return any(flaw.severity is Severity.ERROR for flaw in flaws)


def _missing(place: str, severity: Severity = Severity.ERROR) -> InvoiceFlaw:
    return InvoiceFlaw(code="F01", severity=severity, place=place)


def _whole(address: Address) -> bool:
    return bool(address.lines.strip() and address.postcode.strip() and address.city.strip())


def _seller(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F01: name, address, KvK, btw-id and account of the practice."""
    practice = case.practice
    if not practice.name.strip():
        yield _missing("practice.name")
    if not _whole(practice.address):
        yield _missing("practice.address")
    if not practice.kvk_number.strip():
        yield _missing("practice.kvk_number")
    # Under KOR the btw-id may stay off the paper, but then as a category of its own.
    if not practice.vat_number.strip() and case.categories - {VatCategory.KOR_NO_ID}:
        yield _missing("practice.vat_number")
    if not practice.iban.strip() and case.totals.gross > 0:
        yield _missing("practice.iban")


def _buyer(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F01: name and address, which a simplified invoice may lack; F06: a reference for NLCIUS."""
    client = case.client
    limit = case.regime.limit(VatLimit.SIMPLIFIED_INVOICE, case.today)
    simple = abs(case.totals.gross) <= limit
    severity = Severity.WARNING if simple else Severity.ERROR
    if not client.name.strip():
        yield _missing("client.name", severity)
    if not _whole(case.buyer_address):
        yield _missing("client.address", severity)
    if VatCategory.REVERSE_CHARGE in case.categories and not client.vat_number.strip():
        yield _missing("client.vat_number")
    if client.private or case.buyer_address.country != "NL":
        return
    if not (client.kvk_number.strip() or client.oin.strip()):
        yield InvoiceFlaw(code="F07", severity=Severity.WARNING, place="client.kvk_number")
    elif not (case.invoice.reference or case.invoice.order_number or client.reference).strip():
        yield InvoiceFlaw(code="F06", severity=Severity.WARNING, place="reference")


def _content(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F01: what was done and when; F08: an invoice that asks nothing or the wrong way round."""
    if not case.lines:
        yield InvoiceFlaw(code="F08", severity=Severity.ERROR, place="lines", facts={"why": "none"})
        return
    for line in case.lines:
        if not line.description.strip():
            yield _missing(f"line.{line.id}.description")
        if line.served_on is None and case.invoice.kind is not InvoiceKind.INSTALMENT:
            yield _missing(f"line.{line.id}.served_on", Severity.WARNING)
    gross = case.totals.gross
    credit = case.invoice.kind is InvoiceKind.CREDIT
    if gross > 0 if credit else gross < 0:
        facts: dict[str, object] = {"why": "sign", "gross": gross}
        yield InvoiceFlaw(code="F08", severity=Severity.ERROR, place="lines", facts=facts)


def _regime(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F01 words of an exemption; F02 CRKBO number; F03 what does not go together; F11 rates."""
    categories = case.categories
    for category in sorted(categories):
        if category.needs_text and not case.regime.text(category, case.settings.texts).strip():
            yield _missing(f"text.{category.value}")
    if VatCategory.EDUCATION in categories and not case.settings.crkbo_number.strip():
        yield InvoiceFlaw(code="F02", severity=Severity.WARNING, place="settings.crkbo_number")
    if any(one.small_business for one in categories) and len(categories) > 1:
        facts: dict[str, object] = {"categories": sorted(one.value for one in categories)}
        yield InvoiceFlaw(code="F03", severity=Severity.ERROR, place="lines", facts=facts)
    if case.invoice.kind is InvoiceKind.CREDIT:
        return
    for line in case.lines:
        on = line.served_on or case.today
        due = case.regime.rate(line.category, on)
        if line.rate != due:
            facts = {"rate": line.rate, "due": due, "day": on.isoformat()}
            yield InvoiceFlaw(
                code="F11", severity=Severity.ERROR, place=f"line.{line.id}.rate", facts=facts
            )


def _forms(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F05: numbers that cannot be right; the invented practice has such numbers on purpose."""
    severity = Severity.WARNING if case.practice.demo else Severity.ERROR
    for place, advice in case.wrong:
        yield InvoiceFlaw(code="F05", severity=severity, place=place, facts={"advice": advice})


def _credit(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F09: a credit note names its invoice and takes back no more than stands."""
    if case.invoice.kind is not InvoiceKind.CREDIT:
        return
    if case.invoice.credits_id is None:
        facts: dict[str, object] = {"why": "original"}
        yield InvoiceFlaw(code="F09", severity=Severity.ERROR, place="credits_id", facts=facts)
    elif case.creditable is not None and -case.totals.gross > case.creditable:
        facts = {"why": "more", "creditable": case.creditable, "credit": -case.totals.gross}
        yield InvoiceFlaw(code="F09", severity=Severity.ERROR, place="lines", facts=facts)


def _moments(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F04: one month at most on a collective invoice; F10: issued after the last day for it."""
    span = service_days(case.lines)
    if span is None or case.invoice.kind is not InvoiceKind.INVOICE:
        return
    first, last = span
    days = {line.served_on for line in case.lines if line.served_on}
    months = case.regime.limit(VatLimit.COLLECTIVE_MONTHS, case.today)
    if len(days) > 1 and last >= _months_later(first, months):
        facts: dict[str, object] = {"first": first.isoformat(), "last": last.isoformat()}
        yield InvoiceFlaw(code="F04", severity=Severity.WARNING, place="lines", facts=facts)
    deadline = case.regime.invoice_deadline(min(days) if days else first)
    if case.today > deadline:
        facts = {"deadline": deadline.isoformat()}
        yield InvoiceFlaw(code="F10", severity=Severity.WARNING, place="lines", facts=facts)


def _kor(case: InvoiceCase) -> Iterator[InvoiceFlaw]:
    """F12: with this invoice the turnover comes near or over the limit of KOR."""
    if not any(one.small_business for one in case.categories):
        return
    mine = sum(line.net for line in case.lines if line.counts_for_kor)
    meter = KorMeter(
        turnover=case.kor_turnover + mine,
        limit=case.regime.limit(VatLimit.KOR_TURNOVER, case.today),
    )
    if meter.stage:
        facts: dict[str, object] = {
            "turnover": meter.turnover, "limit": meter.limit, "stage": meter.stage
        }  # fmt: skip
        yield InvoiceFlaw(code="F12", severity=Severity.WARNING, place="lines", facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class KorMeter:
    """The turnover of a calendar year that counts for KOR, against its limit, in cents."""

    turnover: int
    limit: int

    @property
    def percent(self) -> int:
        """Whole percents of the limit, rounded down."""
        return self.turnover * 100 // self.limit

    @property
    def stage(self) -> int:
        """0 as long as there is room, then 80, 90, and 100 from the limit on."""
        return next((stage for stage in (100, 90, 80) if self.percent >= stage), 0)


def _months_later(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))
