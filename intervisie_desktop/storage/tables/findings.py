"""Exceptions: the findings the user chose to live with."""

from __future__ import annotations

from sqlalchemy import Column, Text

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.storage.tables.base import day, key, maybe_day, recorded, table, text

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
