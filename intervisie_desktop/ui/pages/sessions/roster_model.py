"""The attendance list as a model: a cell per participant and part, each with spoken words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from intervisie_desktop.ui.pages.sessions.state import RosterRow
from intervisie_desktop.ui.widgets.label import plain_tip

Index = QModelIndex | QPersistentModelIndex


class Part(IntEnum):
    """The columns, in order."""

    NAME = 0
    STATUS = 1
    ARRIVED = 2
    LEFT = 3
    HOURS = 4
    ROOM = 5
    CONTRIBUTION = 6
    REMARK = 7


_HEADS = {
    Part.NAME: "Deelnemer",
    Part.STATUS: "Status",
    Part.ARRIVED: "Aankomst",
    Part.LEFT: "Vertrek",
    Part.HOURS: "Uren",
    Part.ROOM: "Afgesloten ruimte",
    Part.CONTRIBUTION: "Inbreng",
    Part.REMARK: "Opmerking",
}
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


def _ticked(value: bool | None, yes: str, no: str) -> str:
    return "–" if value is None else yes if value else no


_TEXT: dict[Part, Callable[[RosterRow], str]] = {
    Part.NAME: lambda row: f"{row.name} ({row.role})" if row.role else row.name,
    Part.STATUS: lambda row: row.chip[0],
    Part.ARRIVED: lambda row: row.arrived.text,
    Part.LEFT: lambda row: row.left.text,
    Part.HOURS: lambda row: row.hours,
    Part.ROOM: lambda row: _ticked(row.room, "bevestigd", "nog vragen"),
    Part.CONTRIBUTION: lambda row: _ticked(row.contribution, row.theme or "ja", "nog niet"),
    Part.REMARK: lambda row: row.remark,
}
_EDIT: dict[Part, Callable[[RosterRow], str]] = {
    Part.ARRIVED: lambda row: row.arrived.text if row.arrived.known else "",
    Part.LEFT: lambda row: row.left.text if row.left.known else "",
    Part.CONTRIBUTION: lambda row: row.theme,
    Part.REMARK: lambda row: row.remark,
}


class RosterModel(QAbstractTableModel):
    """The rows of now; `markable` lets times be typed, `editable` remarks."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RosterRow, ...] = ()
        self.markable = False
        self.editable = False
        self._hours_head = "Uren"

    def show(
        self, rows: Sequence[RosterRow], hours_head: str, *, markable: bool, editable: bool
    ) -> None:
        """Show these rows; only cells change when the people are the same."""
        fresh = tuple(rows)
        opened = (self.markable, self.editable) != (markable, editable)
        self.markable, self.editable = markable, editable
        if hours_head != self._hours_head:
            self._hours_head = hours_head
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Part.HOURS, Part.HOURS)
        # A reset closes a field that is open in a cell that may no longer be typed in.
        if opened or [row.id for row in fresh] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows = fresh
            self.endResetModel()
            return
        self.rows = fresh
        if fresh:
            last = self.index(len(fresh) - 1, len(Part) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, participant_id: str) -> int:
        """The row number of someone, or -1."""
        ids = [row.id for row in self.rows]
        return ids.index(participant_id) if participant_id in ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        """How many people."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many parts."""
        return 0 if parent is not None and parent.isValid() else len(Part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heading of a part."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        part = Part(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._hours_head if part is Part.HOURS else _HEADS[part]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if part is Part.HOURS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Times and themes can be typed once the session was started, remarks before too."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        part = Part(index.column())
        row = self.rows[index.row()]
        can = {
            Part.ARRIVED: self.markable,
            Part.LEFT: self.markable and row.there,
            Part.CONTRIBUTION: self.markable and row.there,
            Part.REMARK: self.editable,
        }
        return flags | Qt.ItemFlag.ItemIsEditable if can.get(part, False) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: drawn, edited, spoken, or explained."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, part = self.rows[index.row()], Part(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXT[part](row)
        if role == Qt.ItemDataRole.EditRole:
            return _EDIT[part](row) if part in _EDIT else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, part)
        return row if role == ROW_ROLE else None

    def _spoken(self, row: RosterRow, part: Part) -> str:
        if part is not Part.NAME:
            return f"{row.name}, {_HEADS[part].lower()}: {_TEXT[part](row) or 'leeg'}"
        words = [row.name, *([row.role] if row.role else []), row.chip[0]]
        if row.arrived.known:
            words += [f"van {row.arrived.text} tot {row.left.text}", f"{row.hours} uur"]
        if row.contribution:
            words.append("bracht in")
        return ", ".join(words)


def _tip(row: RosterRow, part: Part) -> str | None:
    tips = {
        Part.HOURS: row.short,
        Part.LEFT: "en eerder: " + _stretches(row) if row.stretches > 1 else "",
        Part.REMARK: row.remark_advice or row.remark,
        Part.CONTRIBUTION: row.theme,
    }
    return plain_tip(tips.get(part, "")) or None


def _stretches(row: RosterRow) -> str:
    def clock(minute: int) -> str:
        return f"{minute // 60:02}:{minute % 60:02}"

    return ", ".join(f"{clock(i.start)}–{clock(i.end)}" for i in row.intervals)
