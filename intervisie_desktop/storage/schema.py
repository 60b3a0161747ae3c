"""The declared schema put into an empty file, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from intervisie_desktop.storage.connect import connect, stamp
from intervisie_desktop.storage.tables import SCHEMA_VERSION, TRIGGERS, metadata


def statements() -> Iterator[str]:
    """Every statement that makes the schema: tables, indexes, triggers."""
    dialect = sqlite.dialect()
    for table in metadata.sorted_tables:
        yield _tidy(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield _tidy(str(CreateIndex(index).compile(dialect=dialect)))
    yield from TRIGGERS.values()


def _tidy(sql: str) -> str:
    """The statement as the migrations hold it: columns together, each constraint on a line.

    A constraint stays whole, because reflection reads them line by line.
    """
    lines: list[str] = []
    for piece in (" ".join(line.split()) for line in sql.strip().splitlines()):
        apart = piece.startswith("CONSTRAINT") or piece.endswith("(") or not lines
        if apart or lines[-1].startswith("CONSTRAINT") or len(lines[-1] + piece) > 88:
            lines.append(piece)
        else:
            lines[-1] += f" {piece}"
    return "\n    ".join(lines)


def create_file(path: Path, key: bytes) -> None:
    """Makes everything in an empty file and stamps it as ours; all or nothing."""
    connection = connect(path, key)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements():
            connection.execute(statement)
        stamp(connection, SCHEMA_VERSION)
        connection.execute("COMMIT")
    finally:
        connection.close()
