"""Rates and cancellation terms."""

from __future__ import annotations

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.rates import Product, RateKind
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.storage.tables.base import (
    choice,
    key,
    maybe_ref,
    number,
    period,
    recorded,
    table,
    text,
)

rates = table(
    "rates",
    key(),
    *choice("kind", RateKind),
    number("amount"),
    *choice("category", VatCategory),
    *choice("product", Product),
    maybe_ref("client_id", "clients", "CASCADE"),
    maybe_ref("group_id", "groups", "CASCADE"),
    maybe_ref("participant_id", "participants", "CASCADE"),
    number("quantity"),
    *period(),
    text("note"),
    info=recorded(Subject.RATE, "client_id", "group_id", "participant_id"),
)

cancellation_terms = table(
    "cancellation_terms",
    key(),
    text("steps"),
    number("late_percent"),
    maybe_ref("client_id", "clients", "CASCADE"),
    maybe_ref("group_id", "groups", "CASCADE"),
    *period(),
    info=recorded(Subject.RATE, "client_id", "group_id"),
)
