"""A list to tick in: one tab stop, arrows inside, space ticks, Enter runs the fix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import tick_paint
from intervisie_desktop.ui.widgets.tick_rows import Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractListModel):
    """The rows in order; a change of what they hold keeps the place."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these; the view is told as little as possible."""
        before, self.rows = self.rows, tuple(rows)
        if [(row.kind, row.key) for row in before] != [(row.kind, row.key) for row in self.rows]:
            self.beginResetModel()
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its words, and how it is spoken."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        ticks = row.checkable or row.kind == "person"
        if role == Qt.ItemDataRole.CheckStateRole and ticks:
            return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
        return row if role == ROW else None


class RowDelegate(QStyledItemDelegate):
    """Draws a row as `tick_paint` says."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row."""
        state: QStyle.StateFlag = option.state
        painter.save()
        tick_paint.draw(
            painter,
            index.data(ROW),
            QRectF(option.rect),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            focus=bool(state & QStyle.StateFlag.State_HasFocus),
            hover=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its reasons and buttons need at this width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 360
        return QSize(0, tick_paint.layout(index.data(ROW), width).height)


class TickList(QListView):
    """Emits what the user does with a row: `selected`, `ticked`, `acted`, `folded`, `unfolded`.

    `ready_asked` is Ctrl+A: everything that is ready.
    """

    selected = Signal(str)
    ticked = Signal(str)
    acted = Signal(str, str)
    folded = Signal(str)
    unfolded = Signal(str)
    ready_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows_model = RowsModel()
        self.setModel(self.rows_model)
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        current().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[Row], key: str) -> None:
        """Show these rows with this person as the current one."""
        before = self.row()
        heights = [(len(row.lines), len(row.actions)) for row in self.rows_model.rows]
        self.rows_model.show(rows)
        if heights != [(len(row.lines), len(row.actions)) for row in rows]:
            self.scheduleDelayedItemsLayout()
        # The head of a group keeps the place while it is folded; else the chosen person has it.
        wanted = ("person", key)
        if before is not None and before.kind != "person":
            wanted = (before.kind, before.key)
        for place, row in enumerate(rows):
            if (row.kind, row.key) == wanted and place != self.currentIndex().row():
                self.setCurrentIndex(self.rows_model.index(place))

    def row(self) -> Row | None:
        """The row that is current."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, Row) else None

    def currentChanged(self, now: Index, before: Index) -> None:
        """Another row is current: its paper is wanted."""
        super().currentChanged(now, before)
        row = now.data(ROW)
        if isinstance(row, Row) and row.kind == "person":
            self.selected.emit(row.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reasons break at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a button, a check box or the head of a group."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW)
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, Row):
            return
        rect = self.visualRect(index)
        inside = event.position() - QPointF(rect.topLeft())
        places = tick_paint.layout(row, rect.width())
        if row.kind != "person":
            near = places.box.left() - 4 < inside.x() < places.box.right() + 6
            if row.checkable and near:
                self.ticked.emit(row.key)
            else:
                self._toggle(row)
            return
        for area, action in places.buttons:
            if area.contains(inside):
                self.acted.emit(row.key, action.key)
                return
        if inside.x() < places.box.right() + 8 and inside.y() < places.head.height():
            self.ticked.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks or folds, Enter runs the first button, left and right fold."""
        row = self.row()
        key = event.key()
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.ready_asked.emit()
        elif row is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._space(row)
        elif enter and (row.actions or row.kind != "person"):
            self._enter(row)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and row.kind != "person":
            if row.open == (key == Qt.Key.Key_Left):
                self._toggle(row)
        else:
            super().keyPressEvent(event)

    def _space(self, row: Row) -> None:
        if row.kind == "person" or row.checkable:
            self.ticked.emit(row.key)
        else:
            self._toggle(row)

    def _enter(self, row: Row) -> None:
        if row.kind == "person":
            self.acted.emit(row.key, row.actions[0].key)
        else:
            self._toggle(row)

    def _toggle(self, row: Row) -> None:
        (self.folded if row.kind == "group" else self.unfolded).emit(row.key)

    def _menu(self, point: QPoint) -> None:
        row = self.indexAt(point).data(ROW) or self.row()
        if not isinstance(row, Row) or not row.actions:
            return
        actions = [
            Action(one.key, one.word, partial(self.acted.emit, row.key, one.key), icon=one.icon)
            for one in row.actions
        ]
        context_menu(self, actions).popup(self.viewport().mapToGlobal(point))
