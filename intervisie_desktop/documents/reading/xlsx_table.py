"""Lists and year sheets as Excel workbooks (xlsx), values only."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from intervisie_desktop.documents.reading.child import in_child
from intervisie_desktop.documents.reading.csv_table import tidied
from intervisie_desktop.documents.reading.guard import (
    MAX_COLUMNS,
    MAX_ROWS,
    guard_count,
    guard_zip,
)
from intervisie_desktop.documents.reading.table import Row, Table, table_of
from intervisie_desktop.domain.errors import Refusal

_SHEETS = 50
_ROOM_BELOW = 1_000


def read_xlsx(data: bytes) -> tuple[Table, ...]:
    """The tables of the visible sheets, read in a child process; empty sheets are left out."""
    guard_zip(data)
    return in_child(parse_workbook, data)


def parse_workbook(data: bytes) -> tuple[Table, ...]:
    """The same in this process, for bytes that `guard_zip` let through; may raise anything."""
    from openpyxl.reader.excel import load_workbook  # noqa: PLC0415  (large, and only for Excel)
    from openpyxl.xml import DEFUSEDXML  # noqa: PLC0415

    if not DEFUSEDXML:
        raise Refusal("import_unreadable")
    book = load_workbook(  # type: ignore[no-untyped-call]
        BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    tables: list[Table] = []
    for sheet in book.worksheets[:_SHEETS]:
        if sheet.sheet_state != "visible":
            continue
        rows, notes = tidied(_rows(sheet))
        if any(row.filled for row in rows):
            tables.append(table_of(str(sheet.title), rows, notes))
    if not tables:
        raise Refusal("import_empty")
    return tuple(tables)


def cell_text(value: object) -> str:  # noqa: PLR0911  (one answer per kind of cell)
    """A cell as a Dutch reader would type it: 11-02-2025, 1:30, 2,5, ja."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case datetime():
            moment = f" {value.hour}:{value.minute:02}" if value.time() != time() else ""
            return f"{value:%d-%m-}{value.year:04}{moment}"
        case date():
            return f"{value:%d-%m-}{value.year:04}"
        case time():
            return f"{value.hour}:{value.minute:02}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case float() if abs(value) < 1e15:
            return f"{Decimal(repr(value)).normalize():f}".replace(".", ",")
        case _:
            return str(value)


def _rows(sheet: object) -> list[Row]:
    # A sheet may lie about its size ("A1:XFD1048576"); without the claim rows come as they are.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    found: list[Row] = []
    cells = sheet.iter_rows(  # type: ignore[attr-defined]
        max_row=MAX_ROWS + _ROOM_BELOW, max_col=MAX_COLUMNS, values_only=True
    )
    for number, values in enumerate(cells, 1):
        texts = [cell_text(value) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            guard_count(number, MAX_ROWS)
            found.append(Row(number, tuple(texts)))
    return found
