"""The tables of a practice file, one module per aggregate; read by `records` and `reads` only."""

from __future__ import annotations

from intervisie_desktop.storage.tables.agenda import busy_times, free_periods
from intervisie_desktop.storage.tables.base import APPLICATION_ID, metadata
from intervisie_desktop.storage.tables.certificates import (
    CERTIFICATE_SERIES,
    certificate_acts,
    certificate_papers,
    certificates,
    number_series,
)
from intervisie_desktop.storage.tables.clients import clients, contacts
from intervisie_desktop.storage.tables.findings import exceptions, resolved_findings
from intervisie_desktop.storage.tables.groups import (
    agreement_signatures,
    agreements,
    groups,
    memberships,
)
from intervisie_desktop.storage.tables.invoices import (
    billed_sources,
    billing_waivers,
    invoice_act_papers,
    invoice_acts,
    invoice_lines,
    invoices,
    issued_invoice_papers,
    issued_invoices,
)
from intervisie_desktop.storage.tables.journal import journal
from intervisie_desktop.storage.tables.own import own_methods, own_profiles, texts
from intervisie_desktop.storage.tables.payments import (
    bank_lines,
    payment_allocations,
    payments,
    quotes,
)
from intervisie_desktop.storage.tables.people import (
    absences,
    employments,
    participants,
    registrations,
    relations,
)
from intervisie_desktop.storage.tables.practice import (
    designations,
    facilitators,
    own_hours,
    practice,
    secrets,
    settings,
)
from intervisie_desktop.storage.tables.protection import TRIGGERS
from intervisie_desktop.storage.tables.rates import cancellation_terms, rates
from intervisie_desktop.storage.tables.sessions import attendances, evaluations, sessions

SCHEMA_VERSION = 4
"""The version of the schema declared here; stands in `user_version` of every file."""

__all__ = [
    "APPLICATION_ID",
    "CERTIFICATE_SERIES",
    "SCHEMA_VERSION",
    "TRIGGERS",
    "absences",
    "agreement_signatures",
    "agreements",
    "attendances",
    "bank_lines",
    "billed_sources",
    "billing_waivers",
    "busy_times",
    "cancellation_terms",
    "certificate_acts",
    "certificate_papers",
    "certificates",
    "clients",
    "contacts",
    "designations",
    "employments",
    "evaluations",
    "exceptions",
    "facilitators",
    "free_periods",
    "groups",
    "invoice_act_papers",
    "invoice_acts",
    "invoice_lines",
    "invoices",
    "issued_invoice_papers",
    "issued_invoices",
    "journal",
    "memberships",
    "metadata",
    "number_series",
    "own_hours",
    "own_methods",
    "own_profiles",
    "participants",
    "payment_allocations",
    "payments",
    "practice",
    "quotes",
    "rates",
    "registrations",
    "relations",
    "resolved_findings",
    "secrets",
    "sessions",
    "settings",
    "texts",
]
