"""The heat map: one table with a group per row and a tile per participant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from intervisie_desktop.ui.pages.today.state import HeatRowState, TileState
from intervisie_desktop.ui.text import today as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import paint_tag
from intervisie_desktop.ui.widgets.heat_tile import TILE_ROLE, HeatTileDelegate
from intervisie_desktop.ui.widgets.heat_tile import Tile as PaintedTile
from intervisie_desktop.ui.widgets.heat_tile import TileState as Painted
from intervisie_desktop.ui.widgets.label import plain_tip

_NAMES = 190
_ROW = 50
_USUAL = 8
_ROW_ROLE = Qt.ItemDataRole.UserRole + 31
_STATES = {
    "achieved": Painted.MET,
    "on_course": Painted.ON_COURSE,
    "tight": Painted.TIGHT,
    "to_plan": Painted.TO_PLAN,
    "short": Painted.SHORT,
    "unreachable": Painted.SHORT,
}
Index = QModelIndex | QPersistentModelIndex


class HeatModel(QAbstractTableModel):
    """Column 0 is the group, the others its participants; every cell speaks for itself."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[HeatRowState, ...] = ()
        self._wide = 0

    def show_rows(self, rows: Sequence[HeatRowState]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._wide = max((len(row.tiles) for row in rows), default=0)
        self.endResetModel()

    @property
    def wide(self) -> int:
        """The most participants in one group."""
        return self._wide

    def row(self, index: Index) -> HeatRowState:
        """The group of a cell."""
        return self._rows[index.row()]

    def tile(self, index: Index) -> TileState | None:
        """The participant of a cell; None beside the last one of a group."""
        tiles = self._rows[index.row()].tiles
        place = index.column() - 1
        return tiles[place] if 0 <= place < len(tiles) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """One per group."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The group and its participants."""
        return 0 if parent.isValid() else self._wide + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is empty cannot be come to."""
        if index.column() and self.tile(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the ear, and what the delegate draws."""
        tile = self.tile(index)
        if role == _ROW_ROLE and not index.column():
            return self.row(index)
        if role == TILE_ROLE and tile is not None:
            return PaintedTile(
                tile.initials,
                tile.hours,
                tile.word,
                _STATES.get(tile.state, Painted.PLAIN),
                tile.minutes,
                tile.spoken,
                tile.target,
            )
        words = (tile.spoken if tile else self._group_words(index)) or ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        return words if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _group_words(self, index: Index) -> str | None:
        if index.column():
            return None
        row = self.row(index)
        return f"{row.name}: {', '.join(word for word, _ in row.summary)}"


class _Delegate(HeatTileDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        if not isinstance(row, HeatRowState):
            super().paint(painter, option, index)
            return
        painter.save()
        area = QRectF(option.rect).adjusted(2, 4, -6, -5)
        half = area.height() / 2
        top = QRectF(area.left(), area.top(), area.width(), half)
        left = paint_tag(painter, top, row.code, row.colour) + 8
        top.setLeft(top.left() + left)
        paint.text(painter, top, row.name, Role.STRONG)
        below = QRectF(area.left(), area.top() + half, area.width(), half)
        for number, (word, token) in enumerate(row.summary):
            if number:
                step = paint.text(painter, below, " · ", Role.MICRO, "ink-3")
                below.setLeft(below.left() + step)
            role = Role.MICRO if token == "ink-3" else Role.MICRO_STRONG
            below.setLeft(below.left() + paint.text(painter, below, word, role, token))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, QRectF(option.rect).adjusted(0, 1, -3, -1), 5)
        painter.restore()


class HeatMap(QTableView):
    """One stop for Tab, arrows inside; Enter or a click emits `opened` or `group_opened`."""

    opened = Signal(str)
    group_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = HeatModel()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(words.HEAT_NAME)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.viewport().setAutoFillBackground(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(20)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        current().changed.connect(self._fit)

    def show_rows(self, rows: Sequence[HeatRowState]) -> None:
        """Other rows; the current cell stays where it was."""
        before = self.currentIndex()
        place = (before.row(), before.column()) if before.isValid() else (0, 1)
        self._model.show_rows(rows)
        index = self._model.index(*place)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentIndex(index)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(600, self._model.rowCount() * current().px(_ROW) + 2)

    def minimumSizeHint(self) -> QSize:
        """Never less than its rows."""
        return QSize(400, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles share the width; there is always room for eight."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows go on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the map."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current tile to see the focus on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 1))

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        tile = self._model.tile(index)
        if tile is not None:
            self.opened.emit(tile.participant_id)
        elif not index.column():
            self.group_opened.emit(self._model.row(index).group_id)

    def _fit(self) -> None:
        names = current().px(_NAMES)
        room = max(self.viewport().width() - names, 200)
        each = min(room // max(self._model.wide, _USUAL), current().px(110))
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, each if column else names)
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, current().px(_ROW))
        self.updateGeometry()
