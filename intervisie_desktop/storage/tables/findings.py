"""Exceptions, the findings the user chose to live with, and the findings that are no more."""

from __future__ import annotations

from sqlalchemy import Column, Text

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.storage.tables.base import (
    choice,
    day,
    key,
    maybe_day,
    maybe_number,
    maybe_text,
    recorded,
    table,
    text,
)

exceptions = table(
    "exceptions",
    key(),
    Column("finding_key", Text, nullable=False, index=True),
    text("code"),
    text("reason"),
    day("made_on"),
    maybe_day("until"),
    info=recorded(Subject.EXCEPTION),
)

# Not recorded: like the Logboek it tells what happened, and undo does not take that back. The
# subject points at nothing, because what it was about may be gone.
resolved_findings = table(
    "resolved_findings",
    key(),
    text("finding_key"),
    text("code"),
    *choice("severity", Severity),
    text("profile"),
    text("subject_kind"),
    text("subject_id"),
    maybe_text("subject_session"),
    maybe_text("subject_participant"),
    maybe_text("subject_group"),
    maybe_text("subject_facilitator"),
    maybe_number("subject_year"),
    text("figures"),
    maybe_day("first_seen"),
    day("resolved_on", index=True),
    text("act"),
)
