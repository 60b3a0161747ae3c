"""The list of groups at the side: name, tag, next date and how the year stands."""

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
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.domain.people import folded
from intervisie_desktop.ui.pages.groups.state import GroupLine
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.chip import paint_tag
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import plain_tip

Index = QModelIndex | QPersistentModelIndex
_LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[GroupLine, ...] = ()
        self._words: tuple[str, ...] = ()
        self.lines: tuple[GroupLine, ...] = ()

    def show(self, lines: Sequence[GroupLine]) -> None:
        self._all = tuple(lines)
        self._sift()

    def look_for(self, text: str) -> None:
        self._words = tuple(folded(text).split())
        self._sift()

    def row_of(self, group_id: str) -> int:
        return next((n for n, line in enumerate(self.lines) if line.id == group_id), -1)

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

    def _fits(self, line: GroupLine) -> bool:
        text = folded(f"{line.name} {line.code}")
        return all(word in text for word in self._words)


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, current().px(61))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: GroupLine = index.data(_LINE_ROLE)
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
        left = below.left() + paint_tag(painter, below, line.code, line.colour) + 8
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


class _List(QListView):
    current = Signal(str)

    def __init__(self, model: _Lines) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName("Groepen")
        self.setMouseTracking(True)
        self.setProperty("rail", True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and now.row() < len(self._lines.lines):
            self.current.emit(self._lines.lines[now.row()].id)


class ListPane(QWidget):
    """Filter, groups, archive and a new one; emits `chosen(group)`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = FilterField("Filter groepen")
        self._model = _Lines()
        self.list = _List(self._model)
        self.archive = Button("Archief", Kind.QUIET, "chevron-right", small=True)
        self.new = Button("Nieuwe groep", Kind.DEFAULT, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(8)
        for widget in (self.filter, self.list):
            column.addWidget(widget)
        column.addWidget(self.archive, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.new)
        policy = self.new.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.new.setSizePolicy(policy)
        self.filter.textChanged.connect(self._model.look_for)
        self.list.current.connect(self.chosen)
        current().changed.connect(self._measure)
        self._measure()

    def show_lines(self, lines: Sequence[GroupLine], open_id: str, archive: str) -> None:
        """Show these groups with this one open, and the word of the archive."""
        self.list.blockSignals(True)
        self._model.show(lines)
        row = self._model.row_of(open_id)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        self.list.blockSignals(False)
        self.archive.set_words(archive)
        self.archive.setVisible(bool(archive))

    def _measure(self) -> None:
        self.setFixedWidth(current().px(200))
