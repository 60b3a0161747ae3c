"""A table as it stood in a file: headings and rows, with the row numbers the user sees there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_LOOK_FOR_HEADINGS = 30


@dataclass(frozen=True, slots=True)
class Note:
    """Something the user may want to know of the file; words are made upstairs."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1 as in a spreadsheet, headings included."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in this column, "" beyond the end."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(1 for cell in self.cells if cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Headings and the rows under them; `above` are title lines that stood over the headings."""

    name: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    above: tuple[str, ...] = ()
    heading_row: int = 0
    notes: tuple[Note, ...] = ()


def table_of(name: str, raw: Sequence[Row], notes: tuple[Note, ...] = ()) -> Table:
    """The rows as a table: title rows and merged bands over the headings are put apart."""
    rows = [row for row in raw if row.filled]
    if not rows:
        return Table(name=name, notes=notes)
    place = _heading_place(rows)
    width = max(len(row.cells) for row in rows)
    return Table(
        name=name,
        headings=tuple(_heading(rows[place], column) for column in range(width)),
        rows=tuple(rows[place + 1 :]),
        above=tuple(" ".join(cell for cell in row.cells if cell) for row in rows[:place]),
        heading_row=rows[place].number,
        notes=notes,
    )


def _heading_place(rows: Sequence[Row]) -> int:
    """The first row that is about as wide as the table: a title or a merged band is not."""
    first = rows[:_LOOK_FOR_HEADINGS]
    wide = max(row.filled for row in first) * 0.6
    return next(i for i, row in enumerate(first) if row.filled >= wide)


def _heading(row: Row, column: int) -> str:
    return row.cell(column)
