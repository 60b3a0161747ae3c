"""How the practice invoices, kept among the settings that travel with the file."""

from __future__ import annotations

from dataclasses import asdict, fields

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import InvoiceSettings
from intervisie_desktop.domain.numbering import check_pattern
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work

SETTING = "invoicing"
LONGEST_TERM = 365


def invoice_settings(reading: Reading) -> InvoiceSettings:
    """The settings; what is missing or of a later version has its default."""
    kept = reading.settings.get(SETTING, {})
    known = {one.name: one for one in fields(InvoiceSettings)}
    values = {
        name: value
        for name, value in (kept.items() if isinstance(kept, dict) else ())
        if name in known and name != "category"
    }
    category = kept.get("category") if isinstance(kept, dict) else None
    if category in set(VatCategory):
        values["category"] = VatCategory(category)
    return InvoiceSettings(**values)


def keep_invoice_settings(work: Work, settings: InvoiceSettings) -> None:
    """Keeps them; refused when numbers could not be told apart or a term is no term."""
    check_settings(settings)
    work.settings.set(SETTING, {**asdict(settings), "category": settings.category.value})


def check_settings(settings: InvoiceSettings) -> None:
    """Refusal("number_pattern_wrong"), ("first_number"), ("payment_term"), ("series_alike")."""
    check_pattern(settings.pattern, yearly_restart=settings.yearly_restart)
    check_pattern(settings.quote_pattern, yearly_restart=settings.yearly_restart)
    if settings.own_credit_series:
        check_pattern(settings.credit_pattern, yearly_restart=settings.yearly_restart)
        if settings.credit_pattern == settings.pattern:
            raise Refusal("series_alike")
    if settings.first_number < 1:
        raise Refusal("first_number")
    if not 0 <= settings.payment_days <= LONGEST_TERM:
        raise Refusal("payment_term", most=LONGEST_TERM)
