"""The matrix as a Qt model: names, sessions, hours and forecast, with the checks as last rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from intervisie_desktop.ui.pages.groups.checks import CheckCell
from intervisie_desktop.ui.pages.groups.matrix import Cell, Matrix, PersonLine

Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
NOW, FORECAST = -2, -1
"""The two columns at the right, counted from the end."""


class MatrixModel(QAbstractTableModel):
    """Column 0 holds the names, then one column per session, then Nu and Prognose."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()

    def show(self, matrix: Matrix) -> None:
        """Show this matrix; only cells change when people and sessions are the same."""
        before, self.matrix = self.matrix, matrix
        if _shape(before) != _shape(matrix):
            self.beginResetModel()
            self.endResetModel()
        elif before != matrix and self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        """People and checks."""
        below = parent is not None and parent.isValid()
        return 0 if below else len(self.matrix.people) + len(self.matrix.checks)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name, sessions, Nu, Prognose."""
        return 0 if parent is not None and parent.isValid() else len(self.matrix.columns) + 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only cells of people can be current."""
        flags = Qt.ItemFlag.ItemIsEnabled
        if index.row() < len(self.matrix.people):
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heading: a session gives its whole column for the painted header."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        sessions = self.matrix.columns
        if role == CELL_ROLE:
            return sessions[section - 1] if 0 < section <= len(sessions) else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if 0 < section <= len(sessions):
                return sessions[section - 1].spoken
            if section == 0:
                return "Deelnemer"
            return "Nu" if section == len(sessions) + 1 else "Prognose dit jaar"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is painted, read and spoken."""
        if not index.isValid() or role not in _ROLES:
            return None
        item = self.item(index.row(), index.column())
        if role == CELL_ROLE:
            return item
        if isinstance(item, Cell):
            return item.spoken if role == Qt.ItemDataRole.AccessibleTextRole else item.text
        if isinstance(item, CheckCell):
            return self._check_words(index, item)
        if isinstance(item, PersonLine):
            return self._person_words(index, item, role)
        return item

    def item(self, row: int, column: int) -> Cell | CheckCell | PersonLine | str:
        """What a cell holds; a person for its name, Nu and Prognose."""
        matrix, people = self.matrix, len(self.matrix.people)
        last = len(matrix.columns)
        if row < people:
            return matrix.cells[row][column - 1] if 0 < column <= last else matrix.people[row]
        check = matrix.checks[row - people]
        if column == 0:
            return check.label
        return check.cells[column - 1] if column <= last else ""

    def _person_words(self, index: Index, person: PersonLine, role: int) -> str:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return person.spoken
        if index.column() == 0:
            return person.name
        if index.column() == len(self.matrix.columns) + 1:
            return person.now
        return f"{person.forecast} {person.word}".strip()

    def _check_words(self, index: Index, cell: CheckCell) -> str:
        label = self.matrix.checks[index.row() - len(self.matrix.people)].label
        day = self.matrix.columns[index.column() - 1].spoken
        return f"{label}, {day}: {cell.text}"


_ROLES = frozenset({CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


def _shape(matrix: Matrix) -> tuple[object, ...]:
    return (
        tuple(column.id for column in matrix.columns),
        tuple(person.id for person in matrix.people),
        len(matrix.checks),
    )
