"""The table of the program: hairlines, quiet head, one selected row with a bar, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import Tone, paint_chip, paint_tag
from intervisie_desktop.ui.widgets.columns import CellLook, Column, Look
from intervisie_desktop.ui.widgets.rows_model import (
    ID_ROLE,
    LOOK_ROLE,
    SORT_ROLE,
    RowsModel,
    folded,
)

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


class RowFilter(QSortFilterProxyModel):
    """Rows that hold every typed word somewhere, sorted by native values."""

    def __init__(self, rows_model: RowsModel[Any]) -> None:
        super().__init__()
        self._rows_model = rows_model
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(rows_model)
        self._words: tuple[str, ...] = ()

    def look_for(self, text: str) -> None:
        """Keep only rows with all these words; all rows for an empty text."""
        words = tuple(folded(text).split())
        if words != self._words:
            self._words = words
            self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """True when every word occurs in the row."""
        if not self._words:
            return True
        text = self._rows_model.searched(source_row)
        return all(word in text for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Native comparison; None comes first."""
        left, right = source_left.data(SORT_ROLE), source_right.data(SORT_ROLE)
        if left is None or right is None:
            return left is None and right is not None
        return bool(left < right)


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: text, sign, chip or tag, and what the row is doing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell with its tone, hairline, content and, when current, the ring."""
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._ground(painter, rect, state, first=index.column() == 0)
        look = index.data(LOOK_ROLE)
        self._content(painter, rect, look if isinstance(look, CellLook) else None, index)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, rect.adjusted(1, 1, -1, -2), 4)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as its text needs."""
        width = paint.width_of(str(index.data() or ""), Role.BODY) + 26
        return QSize(width, current().px(39))

    def _ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, first: bool
    ) -> None:
        theme = current()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.color("accent-soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if selected and first:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, theme.color("accent"))

    def _content(self, painter: QPainter, rect: QRect, look: CellLook | None, index: Index) -> None:
        area = QRectF(rect).adjusted(12, 0, -12, -1)
        if look is None:
            paint.text(painter, area, str(index.data() or ""))
            return
        if look.look is Look.CHIP:
            word, tone, sign = look.chip
            if word:
                paint_chip(painter, area, word, Tone(tone), sign)
            return
        if look.look is Look.TAG:
            if look.tag[0]:
                paint_tag(painter, area, *look.tag)
            return
        if look.sign[0]:
            side = current().px(15)
            box = QRectF(area.left(), area.top(), side, area.height())
            icons.paint(painter, look.sign[0], box, look.sign[1], 15)
            area.setLeft(area.left() + side + 6)
        role = {Look.STRONG: Role.STRONG, Look.META: Role.META}.get(look.look, Role.BODY)
        align = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole) or 1))
        paint.text(painter, area, str(index.data() or ""), role, look.token, align)


class Table(QTableView, Generic[Row]):
    """A table over `RowsModel`; `chosen(id)` when the current row changes, `opened(id)` on Enter.

    `asked(id, point)` asks for a context menu. `many` lets several rows be selected.
    """

    chosen = Signal(str)
    opened = Signal(str)
    asked = Signal(str, QPoint)
    selected_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        name: str,
        *,
        key: Callable[[Row], str] | None = None,
        many: bool = False,
        sortable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows_model: RowsModel[Row] = (
            RowsModel(columns, key) if key is not None else RowsModel(columns)
        )
        self.filter = RowFilter(self.rows_model)
        self.setModel(self.filter)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask)
        self.doubleClicked.connect(self._open_index)
        self._set_head(sortable)
        current().changed.connect(self.restyle)
        self.restyle()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what was selected stays so when it is still there."""
        before = self.selected_ids()
        now = self.current_id()
        self.rows_model.show(rows)
        if before != self.selected_ids():
            self._select(before, now)

    def look_for(self, text: str) -> None:
        """Keep only rows that hold every word of the text."""
        self.filter.look_for(text)

    def current_id(self) -> str:
        """The id of the current row, or nothing."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=_row_number)
        return tuple(str(index.data(ID_ROLE)) for index in rows)

    def choose(self, record_id: str) -> None:
        """Make a row the current and selected one and bring it into view."""
        self._select((record_id,), record_id)

    def restyle(self) -> None:
        """Row height and fonts of now."""
        theme = current()
        self.verticalHeader().setDefaultSectionSize(theme.px(39))
        self.horizontalHeader().setFont(theme.font(Role.MICRO_STRONG))
        self._set_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the menu key asks; the rest is the table's own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open_index(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell which row is current."""
        super().currentChanged(now, before)
        if now.isValid() and now.row() != before.row():
            self.chosen.emit(str(now.data(ID_ROLE)))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other rows are selected."""
        super().selectionChanged(selected, deselected)
        self.selected_changed.emit()

    def _set_head(self, sortable: bool) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(18)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(sortable)
        head.setSortIndicatorShown(False)
        head.setMinimumSectionSize(30)
        self.setSortingEnabled(sortable)
        if sortable:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _set_widths(self) -> None:
        head = self.horizontalHeader()
        for number, column in enumerate(self.rows_model.columns):
            if column.width:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                head.resizeSection(number, current().px(column.width))
            else:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _select(self, ids: Sequence[str], now: str) -> None:
        selection = self.selectionModel()
        selection.blockSignals(True)
        selection.clear()
        selection.blockSignals(False)
        flags = QItemSelectionModel.SelectionFlag
        for record_id in ids:
            index = self._index_of(record_id)
            if index.isValid():
                selection.select(index, flags.Select | flags.Rows)
        index = self._index_of(now)
        if index.isValid():
            selection.setCurrentIndex(index, flags.Select | flags.Rows)
            self.scrollTo(index)
        self.viewport().update()

    def _index_of(self, record_id: str) -> QModelIndex:
        number = self.rows_model.row_of(record_id)
        if number < 0:
            return QModelIndex()
        return self.filter.mapFromSource(self.rows_model.index(number, 0))

    def _open_index(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(str(index.data(ID_ROLE)))

    def _ask(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid():
            self.asked.emit(str(index.data(ID_ROLE)), self.viewport().mapToGlobal(point))


def _row_number(index: Any) -> int:
    return int(index.row())
