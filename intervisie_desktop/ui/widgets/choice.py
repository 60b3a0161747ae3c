"""The combo box and the check box, painted from the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint


class Select(QComboBox):
    """A list of (value, word) of which one is chosen; emits `chosen(value)` when a user does."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        name: str = "",
        *,
        icon: str = "",
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = icon
        self._role = Role.STRONG if strong else Role.BODY
        self.error = False
        self._compact = False
        self._widest = 0
        self.setAccessibleName(name)
        # The own delegate lets the style sheet reach the items of the list below.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.set_options(options)
        self.activated.connect(self._activated)
        current().changed.connect(self._restyle)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the options; the chosen one stays when it is still there."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for value, word in options:
            self.addItem(word, value)
        self._widest = 0
        self.setCurrentIndex(max(0, self.findData(before)) if options else -1)
        self.blockSignals(False)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the word alone, for where there is no room for sign and arrow."""
        self._compact = compact
        self.view().setMinimumWidth(current().px(90) if compact else 0)
        self.updateGeometry()
        self.update()

    def value(self) -> str:
        """The value of what is chosen."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose, without a signal."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest word."""
        if not self._widest:
            # Kept until the options or the theme change: a layout asks again and again.
            words = (self.itemText(i) for i in range(self.count()))
            self._widest = max((paint.width_of(word, self._role) for word in words), default=60)
        sign = current().px(22) if self._sign else 0
        return QSize(min(self._widest, 320) + sign + current().px(44), current().px(32))

    def minimumSizeHint(self) -> QSize:
        """May be narrower; the word is elided then."""
        return QSize(current().px(36 if self._compact else 64), current().px(32))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the page; it never changes a choice by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, sign, word and arrow."""
        painter = QPainter(self)
        focus = self.hasFocus()
        line = "fout" if self.error else "focus" if focus else "line-strong"
        if not self.isEnabled():
            line = "line"
        fill = "surface" if self.isEnabled() else "surface-2"
        paint.box(painter, self.rect(), 6, fill, line, 2 if focus else 1)
        if self._compact:
            middle = Qt.AlignmentFlag.AlignHCenter
            words = self.currentText()
            paint.text(painter, self.rect(), words, Role.MICRO_STRONG, "ink", middle)
            return
        theme = current()
        left = theme.px(10)
        if self._sign:
            side = theme.px(16)
            icons.paint(painter, self._sign, QRect(left, 0, side, self.height()), "ink-2")
            left += side + 8
        arrow = QRect(self.width() - theme.px(26), 0, theme.px(18), self.height())
        area = QRectF(left, 0, arrow.left() - left - 4, self.height())
        token = "ink" if self.isEnabled() and self.currentIndex() >= 0 else "ink-3"
        words = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        paint.text(painter, area, words, self._role, token)
        icons.paint(painter, "chevron-down", arrow, "ink-3", 14)

    def event(self, event: QEvent) -> bool:
        """Keep its own width when a style sheet is put on it."""
        done = super().event(event)
        if event.type() is QEvent.Type.Polish:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return done

    def _restyle(self) -> None:
        # A new style sheet gives the box the policy of the style again.
        self._widest = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def _activated(self, _index: int) -> None:
        self.chosen.emit(self.value())


def paint_check(
    painter: QPainter, box: QRectF, state: Qt.CheckState, *, enabled: bool = True
) -> None:
    """Draw a check box of 16 by 16 (scaled) in the middle of the rectangle."""
    side = current().px(16)
    middle = box.center()
    square = QRectF(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side)
    if state is Qt.CheckState.Unchecked:
        fill = "surface" if enabled else "surface-2"
        paint.box(painter, square, 4, fill, "line-strong" if enabled else "line", 1.5)
        return
    paint.box(painter, square, 4, "accent" if enabled else "neutral")
    sign = "check" if state is Qt.CheckState.Checked else "minus"
    icons.paint(painter, sign, square, "on-accent" if enabled else "surface", 12)


class Check(QCheckBox):
    """A check box with a word."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Box and word."""
        theme = current()
        width = theme.px(16) + 8 + paint.width_of(self.text()) + 10
        return QSize(width, theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """The box must stay; the word may be elided."""
        return QSize(min(self.sizeHint().width(), current().px(120)), current().px(26))

    def hitButton(self, pos: object) -> bool:
        """The whole line can be pressed."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and word; the ring around both."""
        painter = QPainter(self)
        side = current().px(16)
        box = QRectF(4, 0, side, self.height())
        paint_check(painter, box, self.checkState(), enabled=self.isEnabled())
        area = QRectF(4 + side + 8, 0, self.width() - side - 14, self.height())
        paint.text(painter, area, self.text(), Role.BODY, "ink" if self.isEnabled() else "ink-3")
        if self.hasFocus():
            width = side + 8 + (paint.width_of(self.text()) + 8 if self.text() else 0)
            paint.focus_ring(painter, QRect(0, 0, min(width + 4, self.width()), self.height()), 5)
