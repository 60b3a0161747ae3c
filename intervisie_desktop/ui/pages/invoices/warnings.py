"""What is amiss with an invoice, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label


class WarningsCard(Card):
    """Hides itself when nothing is amiss."""

    def __init__(self) -> None:
        super().__init__(padding=14, gap=8, edge="waarschuwing")
        self.setAccessibleName("Aandachtspunten")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines: list[QWidget] = []

    def show_warnings(self, sentences: Sequence[str]) -> None:
        """Other sentences."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._sentence(one) for one in sentences]
        for line in self._lines:
            self.body.addWidget(line)
        self.setVisible(bool(sentences))

    def _sentence(self, text: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sign("triangle-alert", "waarschuwing", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(text, Role.BODY, "ink-2", wrap=True), 1)
        return holder
