"""A field for a time of day, typed the Dutch way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from intervisie_desktop.ui.text import counts, typed

UNREADABLE = "Deze tijd is niet te lezen. Typ hem als 10:00 of 1000."
_STEP = 5


class TimeField(QLineEdit):
    """Holds minutes since midnight or None; Up and Down move five minutes."""

    time_changed = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes: int | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText("uu:mm")
        self.editingFinished.connect(self.read)

    def minutes(self) -> int | None:
        """The time it holds now."""
        return self._minutes

    def set_minutes(self, minutes: int | None) -> None:
        """Show a time, without a signal."""
        self._minutes = minutes
        self.setText("" if minutes is None else counts.clock(minutes))

    def readable(self) -> bool:
        """False when something was typed that is no time."""
        return not self.text().strip() or typed.read_time(self.text()) is not None

    def read(self) -> None:
        """Read what is typed; an unreadable text stays as it is and the time becomes None."""
        minutes = typed.read_time(self.text())
        before = self._minutes
        if minutes is not None or not self.text().strip():
            self.set_minutes(minutes)
        else:
            self._minutes = None
        if before != self._minutes:
            self.time_changed.emit(self._minutes)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, to type over it."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move five minutes."""
        steps = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}
        if event.key() in steps and not self.isReadOnly() and self.readable() and self.text():
            now = typed.read_time(self.text()) or 0
            self.setText(counts.clock((now + steps[Qt.Key(event.key())]) % (24 * 60)))
            self.read()
            return
        super().keyPressEvent(event)
