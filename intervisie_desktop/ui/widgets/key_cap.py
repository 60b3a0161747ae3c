"""A key shown as a small cap, with what it does beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.label import Label


class KeyCap(QWidget):
    """One key."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        return QSize(paint.keycap_width(self._text) + 1, current().px(19))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cap."""
        middle = self.height() / 2
        paint.keycap(QPainter(self), self.width() - 0.5, middle, self._text, "ink-2")


class KeyLegend(QWidget):
    """Keys with a word each, in a row: [A] aanwezig [L] later."""

    def __init__(self, keys: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for index, (key, word) in enumerate(keys):
            if index:
                row.addSpacing(5)
            row.addWidget(KeyCap(key))
            if word:
                row.addWidget(Label(word, Role.META, "ink-3"))
