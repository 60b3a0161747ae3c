"""Ctrl+K: find any command and any record, and do or open it, without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.finding import (
    Hit,
    HitGroup,
    PaletteSource,
    Where,
    folded,
    marks,
    matches,
    split_kind,
)
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.card import Line
from intervisie_desktop.ui.widgets.chip import (
    Tone,
    chip_width,
    paint_chip,
    paint_tag,
    tag_width,
)
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.key_cap import KeyLegend
from intervisie_desktop.ui.widgets.label import Label

WIDTH, TOP = 680, 92
_LIMIT = 6
_COMMANDS = 8
_HIT = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


def command_hits(actions: Sequence[Action], words: str, limit: int) -> tuple[Hit, ...]:
    """The actions that can be done now and hold every typed word."""
    found = [
        Hit(a.label().removesuffix("…"), icon=a.icon or "chevron-right", run=a.run, key=a.shortcut)
        for a in actions
        if a.palette and matches(f"{a.label()} {a.words}", words) and a.enabled()
    ]
    start = tuple(folded(words).split())
    # What begins with a typed word comes first; the rest keeps the order of the menus.
    found.sort(key=lambda hit: not any(w.startswith(start) for w in folded(hit.title).split()))
    return tuple(found[:limit])


class _Hits(QAbstractListModel):
    """Headings and hits in one list; a heading is a string."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Hit | str] = []

    def show(self, groups: Sequence[HitGroup]) -> None:
        self.beginResetModel()
        self.rows = []
        for group in groups:
            if group.hits:
                self.rows += [group.title, *group.hits]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _HIT:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Hit):
            parts = (row.title, row.side, row.chip[0], row.tag[0], row.key)
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and isinstance(self.rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def step(self, row: int, by: int) -> int:
        """The next row in a direction that is a hit; the same one at the end."""
        to = row + by
        while 0 <= to < len(self.rows):
            if isinstance(self.rows[to], Hit):
                return to
            to += by
        return row


class _HitDelegate(QStyledItemDelegate):
    words = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(_HIT), str)
        return QSize(100, current().px(30 if heading else 41))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_HIT)
        rect = QRectF(option.rect)
        if isinstance(row, str):
            area = rect.adjusted(16, 6, -16, 0)
            paint.text(painter, area, row, Role.MICRO_STRONG, "ink-3")
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, current().color("accent-soft"))
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, current().color("accent"))
        side = current().px(18)
        box = QRectF(rect.left() + 16, rect.top(), side, rect.height())
        icons.paint(painter, row.icon, box, "accent" if chosen else row.token, 17)
        right = self._right(painter, rect, row, chosen=chosen)
        self._title(painter, QRectF(box.right() + 11, rect.top(), 0, rect.height()), right, row)

    def _right(self, painter: QPainter, rect: QRectF, hit: Hit, *, chosen: bool) -> float:
        right = rect.right() - 16
        middle = rect.center().y()
        key = "Enter" if chosen else hit.key
        if key and not (hit.tag[0] or hit.chip[0]):
            paint.keycap(painter, right, middle, key, "ink-2")
            right -= paint.keycap_width(key) + 10
        if hit.tag[0]:
            right -= tag_width(hit.tag[0])
            paint_tag(painter, QRectF(right, rect.top(), 80, rect.height()), *hit.tag)
            right -= 10
        word, tone, sign = hit.chip
        if word:
            right -= chip_width(word, sign)
            area = QRectF(right, rect.top(), 400, rect.height())
            paint_chip(painter, area, word, Tone(tone), sign)
            right -= 10
        return right

    def _title(self, painter: QPainter, area: QRectF, right: float, hit: Hit) -> None:
        left, at = area.left(), 0
        pieces: list[tuple[str, bool]] = []
        for start, end in marks(hit.title, self.words):
            pieces += [(hit.title[at:start], False), (hit.title[start:end], True)]
            at = end
        pieces.append((hit.title[at:], False))
        for words, marked in pieces:
            if not words or left >= right:
                continue
            role, token = (Role.STRONG, "accent") if marked else (Role.LABEL, "ink")
            box = QRectF(left, area.top(), right - left, area.height())
            left += paint.text(painter, box, words, role, token)
        box = QRectF(left + 12, area.top(), max(0.0, right - left - 12), area.height())
        if hit.side and box.width() > 30:
            paint.text(painter, box, hit.side, Role.META, "ink-3")


class _Input(QLineEdit):
    """The field; arrows and Enter belong to the list."""

    key = Signal(int, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        listed = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
                  Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}  # fmt: skip
        if event.key() in listed:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.key.emit(event.key(), control)
        else:
            super().keyPressEvent(event)


class _Sheet(QFrame):
    """The paper the palette is on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.rect(), 10, "surface", "line-strong")


class Palette(QWidget):
    """Lies over its parent with a flat dim; emits `gone_to(Destination)`."""

    gone_to = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        source: PaletteSource,
        actions: Callable[[], Sequence[Action]],
    ) -> None:
        super().__init__(parent)
        self._over = parent
        self._source = source
        self._actions = actions
        self._before: QWidget | None = None
        self._model = _Hits()
        self._delegate = _HitDelegate(self)
        self.input = _Input()
        self.input.setProperty("bare", True)
        self.input.setAccessibleName("Zoek of geef een opdracht")
        self.input.setPlaceholderText("Zoek of geef een opdracht")
        self.input.textChanged.connect(self._find)
        self.input.key.connect(self._key)
        self.list = QListView()
        self.list.setAccessibleName("Gevonden")
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._clicked)
        self.none = Label("Niets gevonden.", Role.BODY, "ink-3")
        self.none.setContentsMargins(18, 14, 18, 16)
        self._sheet = _Sheet(self)
        self._lay_out()
        parent.installEventFilter(self)
        current().changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def open(self, text: str = "") -> None:
        """Come up, with the focus in the field."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.input.setText(text)
        self._find(text)
        self.show()
        self.raise_()
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)
        self.input.setCursorPosition(len(text))

    def dismiss(self) -> None:
        """Go away; the focus returns to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def hits(self) -> tuple[Hit, ...]:
        """What is listed now."""
        return tuple(row for row in self._model.rows if isinstance(row, Hit))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the parent when it changes size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._over.rect())
            self._fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The flat dim."""
        dim = QColor(current().color("ink") if not current().dark else current().color("rail"))
        dim.setAlphaF(0.34 if not current().dark else 0.6)
        QPainter(self).fillRect(self.rect(), dim)

    def _find(self, text: str) -> None:
        kind, words = split_kind(text)
        groups: list[HitGroup] = []
        if kind in {Where.ALL, Where.COMMANDS}:
            limit = 60 if kind is Where.COMMANDS else _COMMANDS
            groups.append(HitGroup("Opdrachten", command_hits(self._actions(), words, limit)))
        if kind is not Where.COMMANDS:
            groups += self._source.find(words, kind, _LIMIT)
        self._delegate.words = words
        self._model.show(groups)
        self._choose(self._model.step(-1, 1))
        empty = not self._model.rows
        self.none.setVisible(empty)
        self.list.setVisible(not empty)
        self._fit()

    def _choose(self, row: int) -> None:
        if row >= 0:
            index = self._model.index(row)
            self.list.setCurrentIndex(index)
            first = self._model.step(-1, 1)
            self.list.scrollTo(self._model.index(0) if row == first else index)

    def _key(self, key: int, control: bool) -> None:
        row = self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do(self.list.currentIndex(), other=control)
        else:
            by = -1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else 1
            times = 6 if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} else 1
            for _ in range(times):
                row = self._model.step(row, by)
            self._choose(row)

    def _clicked(self, index: QModelIndex) -> None:
        self._do(index, other=False)

    def _do(self, index: QModelIndex, *, other: bool) -> None:
        hit = index.data(_HIT) if index.isValid() else None
        if not isinstance(hit, Hit):
            return
        self.dismiss()
        target = hit.other if other and hit.other else hit.destination
        if hit.run is not None:
            hit.run()
        elif target is not None:
            self.gone_to.emit(target)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(17, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(Sign("search", "accent", 18))
        head.addWidget(self.input, 1)
        keys = ((">", "opdracht"), ("@", "deelnemer"), ("#", "groep"))
        head.addWidget(KeyLegend(keys))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 9, 16, 9)
        legend = (("↑", ""), ("↓", "kiezen"), ("Enter", "uitvoeren"))
        foot.addWidget(KeyLegend(legend))
        foot.addStretch(1)
        foot.addWidget(KeyLegend((("Esc", "sluiten"),)))
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        column.addWidget(Line())
        column.addLayout(foot)

    def _fit(self) -> None:
        width = min(current().px(WIDTH), self.width() - 40)
        top = min(TOP, max(16, self.height() // 10))
        rows = sum(current().px(30 if isinstance(row, str) else 41) for row in self._model.rows)
        room = self.height() - top - 40
        height = min(room, current().px(94) + max(rows, 48))
        left = (self.width() - width) // 2
        self._sheet.setGeometry(QRect(left, top, width, height))

    def _restyle(self) -> None:
        self.input.setFont(current().font(Role.INPUT_LARGE))
        self._fit()
