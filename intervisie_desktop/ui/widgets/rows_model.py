"""One table model for everything: a tuple of frozen rows seen through declared columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from intervisie_desktop.ui.widgets.columns import Align, CellLook, Column, Look

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
ID_ROLE = Qt.ItemDataRole.UserRole + 3
SIGN_ROLE = Qt.ItemDataRole.UserRole + 4
LOOK_ROLE = Qt.ItemDataRole.UserRole + 5


_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
}


def folded(text: str) -> str:
    """The text without case and accents, to search in."""
    bare = text.casefold()
    if bare.isascii():
        return bare
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))


def _by_id(row: Any) -> str:
    return str(row.id)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """The rows of a table; selection is kept by id when other rows are shown."""

    def __init__(self, columns: Sequence[Column[Row]], key: Callable[[Row], str] = _by_id) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self._key = key
        self._searched: tuple[str, ...] | None = None

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; changed cells only, when the ids and their order are the same."""
        fresh = tuple(rows)
        if fresh == self.rows:
            return
        self._searched = None
        if [self._key(r) for r in fresh] == [self._key(r) for r in self.rows]:
            self.rows = fresh
            last = self.index(len(fresh) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def row_of(self, record_id: str) -> int:
        """The row number of an id, or -1."""
        for number, row in enumerate(self.rows):
            if self._key(row) == record_id:
                return number
        return -1

    def id_of(self, number: int) -> str:
        """The id of a row number."""
        return self._key(self.rows[number])

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell, seen through its column."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        reader = _READERS.get(role)
        if reader is not None:
            return reader(self, row, column)
        return None

    def searched(self, number: int) -> str:
        """All the words of a row without case and accents; folded once, not at every key."""
        if self._searched is None:
            self._searched = tuple(
                folded(" ".join([column.text(row) for column in self.columns])) for row in self.rows
            )
        return self._searched[number]

    def spoken(self, row: Row) -> str:
        """The whole row as one sentence for a screen reader."""
        parts = (f"{c.heading}: {c.text(row)}" if c.heading else c.text(row) for c in self.columns)
        return ", ".join(part for part in parts if part and not part.endswith(": "))

    def key_of(self, row: Row) -> str:
        """The id of a row."""
        return self._key(row)


def _sort(_model: RowsModel[Any], row: Any, column: Column[Any]) -> Any:
    return column.sort(row) if column.sort else column.text(row).casefold()


def _tip(_model: RowsModel[Any], row: Any, column: Column[Any]) -> str | None:
    text = column.tip(row) if column.tip else ""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{safe}</span>" if text else None


def _look(_model: RowsModel[Any], row: Any, column: Column[Any]) -> CellLook:
    look = Look.CHIP if column.chip else Look.TAG if column.tag else column.look
    return CellLook(
        look,
        column.sign(row) if column.sign else ("", ""),
        column.chip(row) if column.chip else ("", "neutral", ""),
        column.tag(row) if column.tag else ("", 0),
        column.token(row) if column.token else "ink-2" if look is Look.META else "ink",
    )


def _spoken(model: RowsModel[Any], row: Any, column: Column[Any]) -> str:
    return model.spoken(row) if column is model.columns[0] else column.text(row)


def _align(_model: RowsModel[Any], _row: Any, column: Column[Any]) -> int:
    return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)


_READERS: dict[int, Callable[[RowsModel[Any], Any, Column[Any]], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda _m, row, column: column.text(row),
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.TextAlignmentRole): _align,
    int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
    int(SORT_ROLE): _sort,
    int(ROW_ROLE): lambda _m, row, _c: row,
    int(ID_ROLE): lambda model, row, _c: model.key_of(row),
    int(LOOK_ROLE): _look,
}
