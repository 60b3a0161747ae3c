"""Small pieces of the first start: labelled fields, a dashed picker and a way to go on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.label import Label


def labelled(text: str, field: QWidget) -> QVBoxLayout:
    """The field with its label above, as its buddy and spoken name."""
    label = Label(text, Role.META, "ink-2")
    label.setBuddy(field)
    field.setAccessibleName(text)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(field)
    return column


class DashedPick(QAbstractButton):
    """A dashed box to choose something that may wait."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)
        self.show_choice(text, chosen=False)

    def show_choice(self, text: str, *, chosen: bool) -> None:
        """What it says, and whether something was chosen."""
        self._chosen = chosen
        self.setText(text)
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of text to fill in."""
        return QSize(200, current().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, sign, words."""
        painter = QPainter(self)
        rect = self.rect()
        fill = "hover" if self.underMouse() else "surface"
        style = Qt.PenStyle.SolidLine if self._chosen else Qt.PenStyle.DashLine
        paint.box(painter, rect, 6, fill, "line-strong", style=style)
        if self.hasFocus():
            paint.focus_ring(painter, rect)
        sign = rect.adjusted(10, 0, 0, 0)
        sign.setWidth(current().px(16))
        icons.paint(painter, "image" if self._chosen else "plus", sign, "ink-2")
        words = rect.adjusted(16 + current().px(18), 0, -10, 0)
        paint.text(painter, words, self.text(), Role.BODY, "ink-2")


class WayOn(QAbstractButton):
    """A card that leads elsewhere: a sign, what it opens and how."""

    def __init__(self, sign: str, text: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._note = note
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two lines of text and air."""
        return QSize(260, current().px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, sign, two lines."""
        painter = QPainter(self)
        theme = current()
        rect = self.rect()
        paint.box(painter, rect, 8, "hover" if self.underMouse() else "surface", "line")
        if self.hasFocus():
            paint.focus_ring(painter, rect, 8)
        sign = rect.adjusted(14, 0, 0, 0)
        sign.setWidth(theme.px(20))
        icons.paint(painter, self._sign, sign, "accent", 20)
        left, half = 14 + theme.px(20) + 12, rect.height() // 2
        top = rect.adjusted(left, theme.px(11), -10, -half)
        below = rect.adjusted(left, half, -10, -theme.px(11))
        paint.text(painter, top, self.text(), Role.LABEL)
        paint.text(painter, below, self._note, Role.META, "ink-3")
