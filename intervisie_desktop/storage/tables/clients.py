"""Clients and their contact persons."""

from __future__ import annotations

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.storage.tables.base import (
    address,
    flag,
    key,
    number,
    recorded,
    ref,
    table,
    text,
)

clients = table(
    "clients",
    key(),
    text("name"),
    *address(),
    *address("billing_address"),
    text("email"),
    text("billing_email"),
    text("phone"),
    text("kvk_number"),
    text("vat_number"),
    text("iban"),
    text("reference"),
    number("payment_days"),
    *flag("private"),
    text("note"),
    *flag("archived"),
    text("oin"),
    text("peppol_id"),
    text("attention"),
    *flag("names_on_invoice"),
    info=recorded(Subject.CLIENT),
)

contacts = table(
    "contacts",
    key(),
    ref("client_id", "clients"),
    text("name"),
    text("function"),
    text("email"),
    text("phone"),
    info=recorded(Subject.CLIENT, "client_id", owner="client_id"),
)
