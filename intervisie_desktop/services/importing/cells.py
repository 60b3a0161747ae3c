"""One row of a list by the meaning of its columns."""

from __future__ import annotations

from intervisie_desktop.documents.reading.table import Row
from intervisie_desktop.services.importing.columns import Field

LONGEST_CELL = 300
"""What a cell of a list may hold; more is no name, place or time."""


class Cells:
    """One row by the meaning of its columns; "" for a meaning that no column has."""

    def __init__(self, row: Row, fields: tuple[Field | None, ...]) -> None:
        self._row = row
        self._columns = {field: place for place, field in enumerate(fields) if field}

    def __getitem__(self, field: Field) -> str:
        column = self._columns.get(field)
        return self._row.cell(column) if column is not None else ""
