"""The list at the side of a page: a name, and below it a tag and how the record stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import paint_tag
from intervisie_desktop.ui.widgets.label import plain_tip
from intervisie_desktop.ui.widgets.rows_model import folded
from intervisie_desktop.ui.widgets.side_line import SideLine

Index = QModelIndex | QPersistentModelIndex
_LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[SideLine, ...] = ()
        self._words: tuple[str, ...] = ()
        self.lines: tuple[SideLine, ...] = ()

    def show(self, lines: Sequence[SideLine]) -> None:
        self._all = tuple(lines)
        self._sift()

    def look_for(self, text: str) -> None:
        self._words = tuple(folded(text).split())
        self._sift()

    def row_of(self, line_id: str) -> int:
        return next((n for n, line in enumerate(self.lines) if line.id == line_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(word for word in (line.name, line.code, line.when, line.word) if word)
        return line if role == _LINE_ROLE else None

    def _sift(self) -> None:
        found = tuple(line for line in self._all if self._fits(line))
        if [line.id for line in found] == [line.id for line in self.lines]:
            self.lines = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.lines = found
        self.endResetModel()

    def _fits(self, line: SideLine) -> bool:
        text = folded(f"{line.name} {line.code}")
        return all(word in text for word in self._words)


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, current().px(61))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: SideLine = index.data(_LINE_ROLE)
        theme = current()
        tile = QRect(option.rect).adjusted(0, 1, 0, -2)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint.box(painter, tile, 6, "surface", "line")
            painter.setClipRect(tile.left(), tile.top(), 3, tile.height())
            paint.box(painter, tile, 6, "accent")
            painter.setClipping(False)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, tile, 6, "hover")
        area = QRectF(tile).adjusted(11, 7, -9, -7)
        half = area.height() / 2
        name = QRectF(area.left(), area.top(), area.width(), half)
        paint.text(painter, name, line.name, Role.STRONG if chosen else Role.LABEL)
        below = QRectF(area.left(), area.top() + half + 1, area.width(), half)
        left = below.left()
        if line.code:
            left += paint_tag(painter, below, line.code, line.colour) + 8
        right = below.right()
        if line.word:
            side = theme.px(13)
            width = paint.width_of(line.word, Role.META)
            right -= width
            words = QRectF(right, below.top(), width + 2, below.height())
            paint.text(painter, words, line.word, Role.META, line.token)
            right -= side + 4
            sign = QRectF(right, below.top(), side, below.height())
            icons.paint(painter, line.sign, sign, line.token, 13)
        when = QRectF(left, below.top(), max(0.0, right - left - 4), below.height())
        paint.text(painter, when, line.when, Role.META, "ink-3")
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, tile, 6)
        painter.restore()


class SideList(QListView):
    """Emits `chosen(id)` when another line is current."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines = _Lines()
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setProperty("rail", True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_lines(self, lines: Sequence[SideLine], open_id: str) -> None:
        """Show these with this one current, without a signal."""
        self.blockSignals(True)
        self._lines.show(lines)
        row = self._lines.row_of(open_id)
        index = self._lines.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        self.blockSignals(False)

    def look_for(self, text: str) -> None:
        """Keep only lines that hold every word of the text."""
        self._lines.look_for(text)

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell which line is current."""
        super().currentChanged(now, before)
        if now.isValid() and now.row() < len(self._lines.lines):
            self.chosen.emit(self._lines.lines[now.row()].id)
