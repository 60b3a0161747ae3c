"""The card Samenstelling: size, spread and ties, now or with those who are being added."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.groups.composition import CompositionLine, CompositionState
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.label import Label


class CompositionCard(TitledCard):
    """Samenstelling."""

    def __init__(self) -> None:
        super().__init__("Samenstelling")
        self.badge = Chip()
        self.spread = Label("", Role.META, "ink-3", wrap=True)
        self.lines: list[_Line] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        self.content.setSpacing(10)
        self.content.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self.spread)
        self.content.addLayout(self._box)

    def show_state(self, state: CompositionState) -> None:
        """Show what the group is made of."""
        self.title.setText(state.title)
        word, tone, sign = state.size
        self.badge.show_chip(word, Tone(tone), sign)
        self.spread.setText(state.spread)
        self.spread.setVisible(bool(state.spread))
        if [line.shown for line in self.lines] == list(state.lines):
            return
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [_Line(line) for line in state.lines]
        for line in self.lines:
            self._box.addWidget(line)


class _Line(QWidget):
    """A verdict as a chip, and below it who and why."""

    def __init__(self, shown: CompositionLine) -> None:
        super().__init__()
        self.shown = shown
        word, tone, sign = shown.chip
        self.setAccessibleName(f"{word}: {shown.text}")
        head = QHBoxLayout()
        head.addWidget(Chip(word, Tone(tone), sign))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(Label(shown.text, Role.BODY, "ink-2", wrap=True))
