"""The filter above a list: a glass, a field, and the key that brings you there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import paint


class FilterField(QLineEdit):
    """A line edit with a glass at the left and a keycap at the right; Esc empties it."""

    def __init__(self, placeholder: str, key: str = "/", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._measure()
        current().changed.connect(self._measure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field before it does anything else."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field with its sign and key."""
        super().paintEvent(event)
        painter = QPainter(self)
        glass = self.rect()
        glass.setWidth(current().px(34))
        icons.paint(painter, "search", glass, "ink-3", 15)
        if self._key and not self.text():
            middle = self.height() / 2
            paint.keycap(painter, self.width() - 8, middle, self._key, "ink-3")

    def _measure(self) -> None:
        right = paint.keycap_width(self._key) + 6 if self._key else 0
        self.setTextMargins(current().px(21), 0, right, 0)
