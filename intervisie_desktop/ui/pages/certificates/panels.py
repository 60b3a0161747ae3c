"""What stands on the paper, at the right of step 2."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.certificates.state import OptionState
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.choice import Check
from intervisie_desktop.ui.widgets.label import Label


class OptionPanel(QWidget):
    """What stands on the paper; `changed(key, on)`."""

    changed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Op het bewijs", Role.CARD))
        self.card = Card(padding=10, gap=4)
        column.addWidget(self.card)
        self.checks: dict[str, Check] = {}

    def show_options(self, state: OptionState) -> None:
        """Show what is on."""
        if not self.checks:
            self._build(state)
        for key, _word, on in state.items:
            self.checks[key].setChecked(on)

    def _build(self, state: OptionState) -> None:
        for number, (key, word, _on) in enumerate(state.items):
            if number:
                self.card.body.addWidget(Line())
            check = Check(word)
            check.setProperty("key", key)
            check.clicked.connect(self._clicked)
            self.checks[key] = check
            self.card.body.addWidget(check)

    def _clicked(self, on: bool) -> None:
        self.changed.emit(str(self.sender().property("key")), on)
