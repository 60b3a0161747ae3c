"""Csv the way Dutch spreadsheets read it, with no cell that they would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """The text on one line, with a quote before what a spreadsheet would take for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if text.startswith(_FORMULA) or flat.startswith(_FORMULA) else flat


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows with semicolons, after a byte order mark; the cells are as they should stand."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")
