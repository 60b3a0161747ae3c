"""A sentence with a sign before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label


class SignedLine(QWidget):
    """A quiet line on the page; nothing at all without a sentence."""

    def __init__(self, sign: str = "", text: str = "", token: str = "ink-3") -> None:
        super().__init__()
        self._label = Label(text, Role.META, token, wrap=True)
        self._sign = Sign(sign, token, 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        self.setVisible(bool(text))

    def show_text(self, text: str) -> None:
        """Another sentence; nothing at all without one."""
        self._label.setText(text)
        self.setVisible(bool(text))

    def show_line(self, sign: str, token: str, text: str) -> None:
        """Another sign and sentence; the sign tells, the words stay quiet ink."""
        self._sign.show_sign(sign, token)
        self._label.set_look(token="ink-2")
        self.show_text(text)
