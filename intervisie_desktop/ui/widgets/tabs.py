"""Tabs with an underline and a count, without a frame; pages are shown by who listens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import badge_width, paint_badge

_ROOMY, _DENSE, _TIGHT = 12, 7, 3
"""Air beside the words of a tab, in pixels."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its key, its word, an optional count and sign; `badge` draws the count round."""

    key: str
    text: str
    count: int | None = None
    icon: str = ""
    badge: bool = False


class _TabButton(QPushButton):
    def __init__(self, tab: Tab, dense: bool) -> None:
        super().__init__(tab.text)
        self.tab = tab
        self._pad = _DENSE if dense else _ROOMY
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_tab(tab)

    def show_tab(self, tab: Tab) -> None:
        self.tab = tab
        self.setText(tab.text)
        self.setAccessibleName(tab.text if tab.count is None else f"{tab.text}, {tab.count}")
        self.updateGeometry()
        self.update()

    def _count_width(self) -> int:
        if self.tab.count is None:
            return 0
        text = str(self.tab.count)
        wide = badge_width(self.tab.count) if self.tab.badge else paint.width_of(text, Role.META)
        return wide + 6

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.tab.text, Role.STRONG) + 2 * self._pad + self._count_width()
        if self.tab.icon:
            width += current().px(14) + 6
        return QSize(width, current().px(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width(), current().px(38))

    def least_width(self) -> int:
        """How narrow it may become: its words with hardly any air beside them."""
        return self.sizeHint().width() - 2 * (self._pad - _TIGHT)

    def breathe(self, pad: int) -> None:
        """So much air at each side of the words."""
        if pad != self._pad:
            self._pad = pad
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current()
        on = self.isChecked()
        token = "accent" if on else "ink-2"
        left = self._pad
        height = self.height() - 2
        if self.tab.icon:
            side = theme.px(14)
            icons.paint(painter, self.tab.icon, QRect(left, 0, side, height), token, 14)
            left += side + 6
        role = Role.STRONG if on else Role.BODY
        area = QRectF(left, 0, self.width() - left, height)
        left += paint.text(painter, area, self.tab.text, role, token)
        self._paint_count(painter, left + 6, height)
        if on:
            painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), theme.color("accent"))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(1, 3, -1, -3), 5)

    def _paint_count(self, painter: QPainter, left: int, height: int) -> None:
        count = self.tab.count
        if count is None:
            return
        if self.tab.badge:
            side = current().px(18)
            box = QRect(left, (height - side) // 2, badge_width(count), side)
            paint_badge(painter, box, count)
            return
        area = QRectF(left, 0, self.width() - left, height)
        paint.text(painter, area, str(count), Role.META, "ink-3")


class Tabs(QWidget):
    """Emits `chosen(key)`; Left and Right move between tabs."""

    chosen = Signal(str)

    def __init__(
        self,
        tabs: Sequence[Tab],
        name: str = "Tabbladen",
        *,
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._dense = dense
        self._buttons: dict[str, _TabButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(0)
            row.addStretch(1)
            column.addLayout(row)
        self._first = 0
        current().changed.connect(self._restyle)
        self.show_tabs(tabs)

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show these tabs; the chosen one stays when it is still there."""
        if tuple(self._buttons) == tuple(tab.key for tab in tabs):
            for tab in tabs:
                self._buttons[tab.key].show_tab(tab)
            return
        before = self.value()
        for button in self._buttons.values():
            for row in self._rows:
                row.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        self._first = len(tabs)
        for index, tab in enumerate(tabs):
            button = _TabButton(tab, self._dense)
            button.clicked.connect(self._clicked)
            self._buttons[tab.key] = button
            self._rows[0].insertWidget(index, button)
        self._fit()
        if tabs:
            self.set_value(before if before in self._buttons else tabs[0].key)

    def value(self) -> str:
        """The key of the chosen tab."""
        return next((key for key, b in self._buttons.items() if b.isChecked()), "")

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest tab; the others then stand on a second line."""
        widest = max((button.least_width() for button in self._buttons.values()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words stand closer, then on two lines, but stay whole."""
        super().resizeEvent(event)
        self._fit()

    def set_value(self, key: str) -> None:
        """Choose a tab, without a signal."""
        for other, button in self._buttons.items():
            button.setChecked(other == key)
            on = other == key
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose the neighbour."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        key = keys[(keys.index(self.value()) + step) % len(keys)]
        self.set_value(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline below."""
        line = QRect(0, self.height() - 1, self.width(), 1)
        QPainter(self).fillRect(line, current().color("line"))

    def _restyle(self) -> None:
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        buttons = self._buttons.values()
        if not buttons:
            return
        widths = [button.least_width() for button in buttons]
        self._split(sum(sum(widths[: n + 1]) <= self.width() for n in range(len(widths))))
        wider = max(sum(widths[: self._first]), sum(widths[self._first :]))
        most = _DENSE if self._dense else _ROOMY
        pad = max(_TIGHT, min(most, _TIGHT + (self.width() - wider) // (2 * self._first)))
        for button in buttons:
            button.breathe(pad)

    def _split(self, first: int) -> None:
        """So many tabs above, at least one, and what is left on a second line."""
        first = max(1, first)
        if first == self._first:
            return
        self._first = first
        for index, button in enumerate(self._buttons.values()):
            for row in self._rows:
                row.removeWidget(button)
            line, place = (0, index) if index < first else (1, index - first)
            self._rows[line].insertWidget(place, button)
        self.updateGeometry()

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _TabButton):
            self.set_value(sender.tab.key)
            self.chosen.emit(sender.tab.key)
