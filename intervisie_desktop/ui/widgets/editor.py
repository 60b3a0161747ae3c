"""What every editor of a form can do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class Editor(QObject):
    """One editor; `left` when the user is done with it, `touched` on every change."""

    left = Signal()
    touched = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    def value(self) -> Any:
        """The value of now."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value, without signals."""
        raise NotImplementedError

    def unreadable(self) -> str:
        """A sentence when what is typed cannot be read at all."""
        return ""

    def set_error(self, wrong: bool) -> None:
        """Mark or unmark the editor."""
        if bool(self.widget.property("error")) != wrong:
            self.widget.setProperty("error", wrong)
            style = self.widget.style()
            style.unpolish(self.widget)
            style.polish(self.widget)

    def set_read_only(self, fixed: bool) -> None:
        """Let the user look but not change."""
        if isinstance(self.widget, QLineEdit | QPlainTextEdit):
            self.widget.setReadOnly(fixed)
        else:
            self.widget.setEnabled(not fixed)
