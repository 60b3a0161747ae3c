"""Certificates, what happened to them, their papers and their number series.

The rules of permanence are triggers, so that they hold for every program that writes here:
nothing issued is changed, removed or replaced, and numbers follow each other without a gap.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Text, UniqueConstraint

from intervisie_desktop.domain.certificates import CertificateActKind, CertificateKind
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.storage.tables.base import (
    blob,
    choice,
    day,
    key,
    maybe_day,
    maybe_ref,
    moment,
    number,
    recorded,
    ref,
    table,
    text,
)

CERTIFICATE_SERIES = "certificates"

certificates = table(
    "certificates",
    key(),
    Column("number", Text, nullable=False, unique=True),
    number("year"),
    number("sequence"),
    *choice("kind", CertificateKind),
    ref("participant_id", "participants", "RESTRICT"),
    maybe_ref("group_id", "groups", "RESTRICT"),
    maybe_ref("session_id", "sessions", "RESTRICT"),
    number("covers_year"),
    day("issued_on"),
    moment("issued_at"),
    text("profile"),
    maybe_day("edition"),
    number("minutes"),
    text("snapshot"),
    text("sha256"),
    text("statement"),
    text("control_code"),
    text("override_reason"),
    maybe_ref("replaces_id", "certificates", "RESTRICT"),
    UniqueConstraint("year", "sequence"),
    info=recorded(Subject.CERTIFICATE, "participant_id", "group_id", "session_id", undoable=False),
)

certificate_acts = table(
    "certificate_acts",
    key(),
    ref("certificate_id", "certificates", "RESTRICT"),
    *choice("kind", CertificateActKind),
    text("reason"),
    moment("at"),
    maybe_ref("replacement_id", "certificates", "RESTRICT"),
    info=recorded(Subject.CERTIFICATE, "certificate_id", owner="certificate_id", undoable=False),
)

certificate_papers = table(
    "certificate_papers",
    Column(
        "certificate_id",
        Text,
        ForeignKey("certificates.id", ondelete="RESTRICT"),
        primary_key=True,
        nullable=False,
    ),
    blob("pdf"),
)

number_series = table(
    "number_series",
    Column("series", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("series", "year"),
)
