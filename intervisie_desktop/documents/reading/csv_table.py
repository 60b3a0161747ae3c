"""Lists as csv: whatever encoding and separator Excel or a web tool chose."""

from __future__ import annotations

import csv
from io import StringIO

from intervisie_desktop.documents.reading.guard import (
    MAX_COLUMNS,
    MAX_CSV,
    MAX_ROWS,
    guard_count,
    guard_size,
)
from intervisie_desktop.documents.reading.table import Note, Row, Table, table_of
from intervisie_desktop.documents.reading.text import cleaned, decoded, repaired
from intervisie_desktop.domain.errors import Refusal

_SEPARATORS = ";,\t|"


def read_csv(data: bytes, name: str = "") -> Table:
    """The table of a csv file; refuses what is too large, unreadable or badly quoted."""
    guard_size(data, MAX_CSV)
    source = decoded(data)
    separator, text, skipped = _separator(source.text)
    rows = _rows(text, separator, skipped)
    tidy, notes = tidied(rows)
    if source.encoding == "cp1252":
        notes = (Note("old_encoding"), *notes)
    return table_of(name, tidy, notes)


def tidied(rows: list[Row]) -> tuple[list[Row], tuple[Note, ...]]:
    """The rows with stray characters out and damaged encodings repaired; says what was repaired."""
    result: list[Row] = []
    notes: list[Note] = []
    for row in rows:
        cells: list[str] = []
        for cell in row.cells:
            tidy = cleaned(cell)
            better = repaired(tidy)
            if better != tidy:
                notes.append(Note("repaired", {"row": row.number, "was": tidy, "now": better}))
            cells.append(better)
        result.append(Row(row.number, tuple(cells)))
    return result, tuple(notes)


def _separator(text: str) -> tuple[str, str, int]:
    """The separator, the text without Excel's "sep=" line, and how many lines that took."""
    head, _, rest = text.partition("\n")
    if head.lower().startswith("sep=") and len(head.strip()) == 5:
        return head.strip()[4], rest, 1
    lines = [_unquoted(line) for line in text.splitlines()[:20] if line.strip()]
    counts = {mark: sum(line.count(mark) for line in lines) for mark in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda mark: counts[mark])
    return best, text, 0


def _unquoted(line: str) -> str:
    return "".join(line.split('"')[::2])


def _rows(text: str, separator: str, skipped: int) -> list[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(reader, 1 + skipped):
            guard_count(number, MAX_ROWS)
            if len(cells) > MAX_COLUMNS:
                raise Refusal("import_too_wide", row=number, limit=MAX_COLUMNS)
            rows.append(Row(number, tuple(cells)))
    except csv.Error as error:
        raise Refusal("import_csv_broken", row=reader.line_num + skipped) from error
    return rows
