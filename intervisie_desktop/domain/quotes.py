"""Quotes (offertes): an offer with a term, which becomes a group and its invoices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intervisie_desktop.domain.money import WHOLE
from intervisie_desktop.domain.rates import Product


class QuoteState(StrEnum):
    """Where a quote is; one that was sent and is past its day has EXPIRED."""

    DRAFT = "draft"
    SENT = "sent"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What makes an invoice of kind QUOTE an offer; its lines stand with `invoice_id`.

    `sent_on`, `accepted_on` and `declined_on` are empty until it happens. `group_id` is the group
    it became. `instalments` are parts of the whole in hundredths of a percent.
    """

    id: str
    invoice_id: str
    number: str = ""
    title: str = ""
    product: Product = Product.INTERVISIE
    valid_until: date | None = None
    group_name: str = ""
    instalments: tuple[int, ...] = (WHOLE,)
    sent_on: date | None = None
    accepted_on: date | None = None
    declined_on: date | None = None
    group_id: str | None = None

    def state(self, today: date) -> QuoteState:
        """Where it is on this day."""
        if self.accepted_on:
            return QuoteState.ACCEPTED
        if self.declined_on:
            return QuoteState.DECLINED
        if self.sent_on is None:
            return QuoteState.DRAFT
        over = self.valid_until is not None and self.valid_until < today
        return QuoteState.EXPIRED if over else QuoteState.SENT
