"""The list of invoices at the side: three sums, a filter, the lines, and a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
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
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.domain.people import folded
from intervisie_desktop.ui.pages.invoices.state import InvoiceListLine, InvoicesState, TotalWords
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Line
from intervisie_desktop.ui.widgets.chip import Tone, chip_width, paint_chip
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import Label, plain_tip
from intervisie_desktop.ui.widgets.segmented import Segmented

Index = QModelIndex | QPersistentModelIndex
_LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight
_NUMBER_WIDTH = 78
_WHICH = (("invoices", "Facturen"), ("quotes", "Offertes"))


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[InvoiceListLine, ...] = ()
        self._words: tuple[str, ...] = ()
        self.lines: tuple[InvoiceListLine, ...] = ()

    def show(self, lines: Sequence[InvoiceListLine]) -> None:
        self._all = tuple(lines)
        self._sift()

    def look_for(self, text: str) -> None:
        self._words = tuple(folded(text).split())
        self._sift()

    def row_of(self, invoice_id: str) -> int:
        return next((n for n, line in enumerate(self.lines) if line.id == invoice_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.client
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.client)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (line.number, line.client, line.amount, line.chip.word, line.when)
            return ", ".join(word for word in said if word)
        return line if role == _LINE_ROLE else None

    def _sift(self) -> None:
        found = tuple(line for line in self._all if all(word in line.words for word in self._words))
        if [line.id for line in found] == [line.id for line in self.lines]:
            self.lines = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.lines = found
        self.endResetModel()


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, current().px(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: InvoiceListLine = index.data(_LINE_ROLE)
        theme = current()
        rect = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent-soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()),
                             theme.color("accent"))  # fmt: skip
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        area = QRectF(rect).adjusted(16, 8, -16, -8)
        half = area.height() / 2
        top = QRectF(area.left(), area.top(), area.width(), half)
        below = QRectF(area.left(), area.top() + half, area.width(), half)
        indent = theme.px(_NUMBER_WIDTH)
        role = Role.STRONG if line.waiting else Role.BODY
        number = QRectF(top.left(), top.top(), indent - 6, half)
        paint.text(painter, number, line.number, Role.META, "ink-3")
        amount = paint.width_of(line.amount, role) + 2
        place = QRectF(top.right() - amount, top.top(), amount, half)
        paint.text(painter, place, line.amount, role, "ink", _RIGHT)
        name = QRectF(top.left() + indent, top.top(), top.width() - indent - amount - 10, half)
        paint.text(painter, name, line.client, Role.LABEL)
        wide = chip_width(line.chip.word, line.chip.sign)
        chip = QRectF(below.right() - wide, below.top(), wide, half)
        paint_chip(painter, chip, line.chip.word, Tone(line.chip.tone), line.chip.sign)
        when = QRectF(below.left() + indent, below.top(), below.width() - indent - wide - 8, half)
        paint.text(painter, when, line.when, Role.META, "ink-3")
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, rect.adjusted(1, 1, -1, -2), 4)
        painter.restore()


class _List(QListView):
    current = Signal(str)
    ticked = Signal(frozenset)

    def __init__(self, model: _Lines) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName("Facturen")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setProperty("rail", True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def chosen_ids(self) -> frozenset[str]:
        """The invoices that are selected together."""
        rows = (index.row() for index in self.selectedIndexes())
        return frozenset(self._lines.lines[row].id for row in rows if row < len(self._lines.lines))

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and now.row() < len(self._lines.lines):
            self.current.emit(self._lines.lines[now.row()].id)

    def selectionChanged(self, on: QItemSelection, off: QItemSelection) -> None:
        super().selectionChanged(on, off)
        self.ticked.emit(self.chosen_ids())


class _Total(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._words = TotalWords("", "")
        current().changed.connect(self.updateGeometry)

    def show_total(self, words: TotalWords) -> None:
        """Another sum."""
        self._words = words
        self.setAccessibleName(f"{words.amount} {words.word}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(90), current().px(54))

    def paintEvent(self, event: object) -> None:
        painter, theme = QPainter(self), current()
        words, left = self._words, theme.px(14)
        ink = words.token if words.sign else "ink"
        top = QRectF(left, theme.px(8), self.width() - left - 4, theme.px(22))
        paint.text(painter, top, words.amount, Role.OBJECT, ink)
        below = QRectF(left, theme.px(31), self.width() - left - 4, theme.px(17))
        if words.sign:
            icons.paint(painter, words.sign, QRectF(below.left(), below.top(), 13, below.height()),
                        words.token, 13)  # fmt: skip
            below.setLeft(below.left() + 18)
        paint.text(painter, below, words.word, Role.META, words.token)


class ListPane(QWidget):
    """Emits `chosen(invoice)`, `only(which)`, `ticked(ids)`; the filter sifts by itself."""

    chosen = Signal(str)
    only = Signal(str)
    ticked = Signal(frozenset)

    def __init__(self, *, quotes: bool = False) -> None:
        super().__init__()
        self._quotes = quotes
        self.setObjectName("list-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._totals = tuple(_Total() for _ in range(3))
        self._room = 1000
        self.filter = FilterField("Filter")
        self.show_only = Segmented((("all", "Alle"),), "Welke facturen")
        self._model = _Lines()
        self.list = _List(self._model)
        self.list.setAccessibleName("Offertes" if quotes else "Facturen")
        self.count = Label("", Role.META, "ink-3", elide=True)
        new = "Nieuwe offerte" if quotes else "Nieuwe factuur"
        self.which = Segmented(_WHICH, "Facturen of offertes")
        self.which.set_value("quotes" if quotes else "invoices")
        self.new = Button(new, Kind.DEFAULT, "plus", small=True)
        self.bill = Button("Factureren", Kind.OUTLINE, "receipt-text", small=True)
        self.bulk = Button("", Kind.OUTLINE, "list-checks", small=True)
        self._lay_out()
        self.filter.textChanged.connect(self._model.look_for)
        self.list.current.connect(self.chosen)
        self.list.ticked.connect(self.ticked)
        self.show_only.chosen.connect(self.only)
        current().changed.connect(self._measure)
        self._measure()

    def show_state(self, state: InvoicesState) -> None:
        """Other lines; what is selected together stays so."""
        for cell, words in zip(self._totals, state.totals, strict=True):
            cell.show_total(words)
        self.show_only.set_options(state.filters)
        self.show_only.set_value(state.only)
        self.count.setText(state.count)
        self.bulk.set_words(state.bulk)
        self.bulk.setVisible(bool(state.bulk))
        self.new.setVisible(not state.bulk)
        self.bill.setVisible(not state.bulk and not self._quotes)
        self.list.blockSignals(True)
        self._model.show(state.lines)
        self._select(state)
        self.list.blockSignals(False)

    def _select(self, state: InvoicesState) -> None:
        marks = self.list.selectionModel()
        row = self._model.row_of(state.open_id)
        if row < 0:
            marks.clear()
            return
        if self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self._model.index(row))
        for ticked in state.ticked - {state.open_id}:
            other = self._model.row_of(ticked)
            if other >= 0:
                marks.select(self._model.index(other), QItemSelectionModel.SelectionFlag.Select)

    def _lay_out(self) -> None:
        sums = QHBoxLayout()
        sums.setSpacing(0)
        for number, cell in enumerate(self._totals):
            if number:
                sums.addWidget(_Upright())
            sums.addWidget(cell, 1)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 10)
        head.setSpacing(8)
        head.addWidget(self.filter, 1)
        head.addWidget(self.show_only)
        self.filter.setMinimumWidth(64)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 14, 10)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.bulk)
        foot.addWidget(self.new)
        foot.addWidget(self.bill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        which = QHBoxLayout()
        which.setContentsMargins(14, 10, 14, 10)
        which.addWidget(self.which, 1)
        column.addLayout(which)
        column.addWidget(Line())
        column.addLayout(sums)
        column.addWidget(Line())
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.list, 1)
        column.addWidget(Line())
        column.addLayout(foot)

    def narrow(self, width: int) -> None:
        """Give way when the page has little room."""
        self._room = width
        self._measure()

    def _measure(self) -> None:
        widest, least = current().px(416), current().px(310)
        self.setFixedWidth(min(widest, max(least, self._room)))


class _Upright(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        current().changed.connect(self.update)

    def paintEvent(self, event: object) -> None:
        QPainter(self).fillRect(self.rect(), current().color("line"))
