"""Notices that nobody touched the program for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_MINUTE_MS = 60_000


class IdleWatch(QObject):
    """`idle` after so many minutes without key or mouse; 0 minutes for never."""

    idle = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)

    def watch(self, minutes: int) -> None:
        """Begin counting; every touch begins again."""
        self.stop()
        if minutes > 0:
            self._timer.setInterval(minutes * _MINUTE_MS)
            self._timer.start()
            self._app.installEventFilter(self)

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    @property
    def minutes(self) -> int:
        """After how many minutes it warns; 0 when it does not count."""
        return self._timer.interval() // _MINUTE_MS if self._timer.isActive() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch begins the count again; nothing is held back."""
        if event.type() in _INPUT:
            self._timer.start()
        return super().eventFilter(watched, event)
