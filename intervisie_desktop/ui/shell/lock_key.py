"""Ctrl+L from inside a dialog, where the shortcuts of the window do not reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class LockKey(QObject):
    """`pressed` when the lock key is struck while a dialog is in front."""

    pressed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+L from a dialog; let everything else pass."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_L and QApplication.activeModalWidget():
                self.pressed.emit()
                return True
        return super().eventFilter(watched, event)
