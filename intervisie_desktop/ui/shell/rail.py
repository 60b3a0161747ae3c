"""The rail at the left: the pages, the working year and whose practice this is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.ui.shell.desk import Place
from intervisie_desktop.ui.shell.places import Stop
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import badge_width, paint_badge
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.label import Label

WIDE, NARROW = 184, 56
_STOP_ROLE = Qt.ItemDataRole.UserRole + 1
_COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
_GAP = 22

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Identity:
    """Who works here, in which practice."""

    name: str
    practice: str

    @property
    def initials(self) -> str:
        """First letters of first and last word."""
        words = self.name.split()
        return "".join(w[0] for w in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


class _Stops(QAbstractListModel):
    def __init__(self, stops: Sequence[Stop]) -> None:
        super().__init__()
        self.stops = tuple(stops)
        self.counts: dict[Place, int] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        stop = self.stops[index.row()]
        count = self.counts.get(stop.place, 0)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return stop.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{stop.word}, {count}" if count else stop.word
        return {_STOP_ROLE: stop, _COUNT_ROLE: count}.get(Qt.ItemDataRole(role))

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        self.counts = dict(counts)
        if self.stops:
            self.dataChanged.emit(self.index(0), self.index(len(self.stops) - 1))


class _StopDelegate(QStyledItemDelegate):
    narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        stop: Stop = index.data(_STOP_ROLE)
        return QSize(40, current().px(34) + 2 + (_GAP if stop.apart else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        stop: Stop = index.data(_STOP_ROLE)
        theme = current()
        rect = QRect(option.rect)
        if stop.apart:
            line = QRect(rect.left() + 8, rect.top() + _GAP // 2, rect.width() - 16, 1)
            painter.fillRect(line, theme.color("line"))
            rect.setTop(rect.top() + _GAP)
        tile = rect.adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint.box(painter, tile, 6, "surface", "line")
            bar = QRectF(tile.left(), tile.top() + 8, 3, tile.height() - 16)
            painter.fillRect(bar, theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, tile, 6, "hover")
        token = "accent" if chosen else "ink-2"
        side = theme.px(18)
        left = tile.left() + (tile.width() - side) // 2 if self.narrow else tile.left() + 10
        icons.paint(painter, stop.icon, QRect(left, tile.top(), side, tile.height()), token, 18)
        if not self.narrow:
            self._words(painter, tile, left + side + 9, index, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, tile, 6)

    def _words(
        self, painter: QPainter, tile: QRect, left: int, index: Index, *, chosen: bool
    ) -> None:
        count = int(index.data(_COUNT_ROLE) or 0)
        right = tile.right() - 8
        if count:
            width = badge_width(count)
            height = current().px(18)
            top = tile.center().y() - height // 2 + 1
            paint_badge(painter, QRect(right - width + 1, top, width, height), count)
            right -= width + 6
        area = QRect(left, tile.top(), right - left, tile.height())
        role = Role.STRONG if chosen else Role.BODY
        paint.text(painter, area, str(index.data()), role, "ink" if chosen else "ink-2")


class _List(QListView):
    entered_place = Signal(object)

    def __init__(self, model: _Stops, delegate: _StopDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName("Pagina's")
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("rail", True)
        self.clicked.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered_place.emit(index.data(_STOP_ROLE).place)


class Mark(QWidget):
    """The mark of the program: people in a circle."""

    def __init__(self, size: int = 28) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring with seven dots and one in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = current().color("accent")
        middle = QRectF(self.rect()).center()
        half = self.width() / 2
        painter.setPen(QPen(color, 1.4))
        painter.drawEllipse(middle, half - 1, half - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for number in range(7):
            angle = number * 2 * math.pi / 7 - math.pi / 2
            away = half * 0.6
            point = QPointF(
                middle.x() + away * math.cos(angle), middle.y() + away * math.sin(angle)
            )
            painter.drawEllipse(point, half * 0.15, half * 0.15)
        painter.drawEllipse(middle, half * 0.13, half * 0.13)


class _Who(QWidget):
    """Initials in a round, name and practice beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._who = Identity("", "")
        self.narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)
        self.hide()

    def show_identity(self, who: Identity) -> None:
        self._who = who
        self.setAccessibleName(f"{who.name}, {who.practice}")
        self.setVisible(bool(who.name or who.practice))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, current().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = current().px(26)
        left = (self.width() - side) // 2 if self.narrow else 4
        round_box = QRect(left, (self.height() - side) // 2, side, side)
        paint.box(painter, round_box, side / 2, "accent-soft")
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, round_box, self._who.initials, Role.TAG, "accent", middle)
        if self.narrow:
            return
        left += side + 9
        half = self.height() // 2
        top = QRect(left, 2, self.width() - left, half - 2)
        bottom = QRect(left, half, self.width() - left, half - 2)
        paint.text(painter, top, self._who.name or self._who.practice, Role.META_STRONG)
        if self._who.name:
            paint.text(painter, bottom, self._who.practice, Role.MICRO, "ink-3")


class Rail(QWidget):
    """Emits `entered(place)` and `year_chosen(year)`; icons only when narrow."""

    entered = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, stops: Sequence[Stop], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = _Stops(stops)
        self._delegate = _StopDelegate(self)
        self.list = _List(self._model, self._delegate)
        self.list.entered_place.connect(self.entered)
        self._word = Label("Intervisie", Role.OBJECT)
        self._year_word = Label("Werkjaar", Role.META, "ink-3")
        self.years = Select((), "Werkjaar", icon="calendar-range", strong=True)
        self.years.chosen.connect(self._year)
        self._year_word.setBuddy(self.years)
        self._who = _Who()
        self._head = QHBoxLayout()
        self._head.setSpacing(10)
        self._head.addWidget(Mark())
        self._head.addWidget(self._word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._year_word)
        column.addWidget(self.years)
        column.addSpacing(6)
        column.addWidget(self._who)
        self.years.hide()
        self._year_word.hide()
        current().changed.connect(self._restyle)
        self.set_narrow(False)

    @property
    def narrow(self) -> bool:
        """True when only the signs are shown."""
        return self._delegate.narrow

    def set_narrow(self, narrow: bool) -> None:
        """Show signs only, or signs and words."""
        self._delegate.narrow = narrow
        self._who.narrow = narrow
        self._word.setVisible(not narrow)
        margin = 6
        self._head.setContentsMargins(0 if narrow else margin, 0, 0, 0)
        self._head.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft
        )
        self._year_word.setVisible(not narrow and self.years.count() > 0)
        self.years.set_compact(narrow)
        self.years.setToolTip("Werkjaar" if narrow else "")
        self.years.setVisible(self.years.count() > 0)
        self._restyle()

    def choose(self, place: Place) -> None:
        """Mark a place as the current one; none when it is not in the rail."""
        for number, stop in enumerate(self._model.stops):
            if stop.place is place:
                self.list.setCurrentIndex(self._model.index(number))
                return
        self.list.clearSelection()

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """Show how much waits at which place."""
        self._model.show_counts(counts)

    def show_years(self, years: Sequence[int], chosen: int) -> None:
        """Offer these working years."""
        self.years.set_options([(str(y), str(y)) for y in years])
        self.years.set_value(str(chosen))
        self.set_narrow(self.narrow)

    def show_identity(self, who: Identity) -> None:
        """Show whose practice it is."""
        self._who.show_identity(who)

    def _year(self, value: str) -> None:
        self.year_chosen.emit(int(value))

    def _restyle(self) -> None:
        theme = current()
        self.setFixedWidth(NARROW if self.narrow else theme.px(WIDE))
        self.list.doItemsLayout()
        self._who.update()
