"""Busy times and free periods."""

from __future__ import annotations

from sqlalchemy import Column, Text

from intervisie_desktop.domain.agenda import FreeKind
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.storage.tables.base import (
    choice,
    day,
    flag,
    key,
    moment,
    recorded,
    table,
    text,
)

busy_times = table(
    "busy_times",
    key(),
    text("source"),
    Column("start", Text, nullable=False, index=True),
    moment("end"),
    *flag("all_day"),
    info=recorded(Subject.CALENDAR),
)

free_periods = table(
    "free_periods",
    key(),
    *choice("kind", FreeKind),
    text("name"),
    day("first", index=True),
    day("last"),
    text("region"),
    text("source"),
    info=recorded(Subject.CALENDAR),
)
