"""Values of Facturen en tarieven, to and from what is kept; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from intervisie_desktop.domain.cancellation import CancellationStep, CancellationTerms
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import InvoiceSettings
from intervisie_desktop.domain.numbering import check_pattern
from intervisie_desktop.domain.rates import Rate, RateLevel
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.rates import VatText
from intervisie_desktop.ui.text import billing as words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import settings as settings_words
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.text.refusals import say

_OWN_CREDIT = "C"
_WHOM = {
    RateLevel.CLIENT: "client_id",
    RateLevel.GROUP: "group_id",
    RateLevel.PARTICIPANT: "participant_id",
}


@dataclass(frozen=True, slots=True)
class RateRow:
    """A rate in the list; `over` is one that has ended."""

    id: str
    whom: str
    kind: str
    price: str
    amount: int
    vat: str
    period: str
    start: date
    over: bool


@dataclass(frozen=True, slots=True)
class TermsRow:
    """Cancellation terms in the list."""

    id: str
    whom: str
    steps: str
    period: str


@dataclass(frozen=True, slots=True)
class VatTextLine:
    """The words on paper of a kind of btw."""

    category: str
    title: str
    text: str
    own: bool


def rate_row(rate: Rate, names: dict[str, str], today: date) -> RateRow:
    """A rate as the list shows it."""
    end = rate.period.end
    return RateRow(
        id=rate.id,
        whom=names.get(target_key(rate), words.EVERYONE),
        kind=words.kind_word(rate),
        price=words.rate_price(rate),
        amount=rate.amount,
        vat=word(rate.category),
        period=words.period_words(rate.period),
        start=rate.period.start or date.min,
        over=end is not None and end < today,
    )


def text_line(one: VatText) -> VatTextLine:
    """The words on paper of a kind of btw."""
    return VatTextLine(one.category.value, counts.capital(word(one.category)), one.text, one.own)


def target_key(one: Rate | CancellationTerms) -> str:
    """For whom, as the form chooses it: "group:g1", nothing for everyone."""
    for level, name in reversed(_WHOM.items()):
        target = getattr(one, name, None)
        if target:
            return f"{level.value}:{target}"
    return ""


def target_of(key: str) -> dict[str, Any]:
    """What was chosen, as fields of a rate."""
    level, _, target = key.partition(":")
    return {name: target if target and level == kind.value else None
            for kind, name in _WHOM.items()}  # fmt: skip


def steps_of(values: dict[str, Any], count: int) -> tuple[CancellationStep, ...]:
    """The steps that were filled in, the longest notice last."""
    made = []
    for number in range(count):
        days = values[f"days{number}"]
        if days is None:
            continue
        amount = values[f"amount{number}"] or 0
        percent = 0 if amount else values[f"percent{number}"] or 0
        made.append(CancellationStep(days=days, percent=percent, amount=amount))
    return tuple(sorted(made, reverse=True))


def settings_values(settings: InvoiceSettings) -> dict[str, Any]:
    """The settings as their forms show them."""
    names = ("pattern", "first_number", "yearly_restart", "credit_pattern", "quote_pattern",
             "payment_days", "quote_days", "crkbo_number", "account_name", "intro", "closing",
             "terms")  # fmt: skip
    values: dict[str, Any] = {name: getattr(settings, name) for name in names}
    own = settings.own_credit_series
    return values | {"category": settings.category.value, "own_credit": own}


def with_setting(settings: InvoiceSettings, name: str, value: Any) -> InvoiceSettings:
    """The settings with one field of a form changed."""
    if name == "own_credit":
        if bool(value) == settings.own_credit_series:
            return settings
        return replace(settings, credit_pattern=f"{_OWN_CREDIT}{settings.pattern}" if value else "")
    if name == "category":
        return replace(settings, category=VatCategory(value))
    numbers = {"first_number", "payment_days", "quote_days", "yearly_restart"}
    kept = value if name in numbers else str(value or "")
    fields: dict[str, Any] = {name: kept}
    return replace(settings, **fields)


def wrong_patterns(settings: InvoiceSettings) -> dict[str, str]:
    """What is wrong with the patterns, by field."""
    wrong: dict[str, str] = {}
    for name in ("pattern", "credit_pattern", "quote_pattern"):
        pattern = str(getattr(settings, name))
        if name == "credit_pattern" and not pattern:
            continue
        try:
            check_pattern(pattern, yearly_restart=settings.yearly_restart)
        except Refusal as refusal:
            why = str(refusal.facts.get("why", ""))
            wrong[name] = settings_words.NUMBER_WRONG.get(why) or say(refusal)
    return wrong
