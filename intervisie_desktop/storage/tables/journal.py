"""The Logboek: one line per act, only ever added to."""

from __future__ import annotations

from sqlalchemy import Column, Integer

from intervisie_desktop.storage.tables.base import moment, table, text

# AUTOINCREMENT: the order stays true when the clock is set back.
journal = table(
    "journal",
    Column("id", Integer, primary_key=True, autoincrement=True),
    moment("at"),
    text("act"),
    text("facts"),
    text("touched"),
)
journal.dialect_options["sqlite"]["autoincrement"] = True
