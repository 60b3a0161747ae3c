"""The last step of a wizard: how far it is, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.wizard_states import DoneState


class DoneStep(QWidget):
    """Step 4: progress with Stoppen, then what was made, what was not, and the folder."""

    stopped = Signal()
    folder_opened = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll()
        card = Card(padding=24, gap=12)
        card.setMaximumWidth(760)
        self.title = Label("", Role.OBJECT, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Voortgang")
        self.count = Label("", Role.BODY, "ink-2")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.stop = Button("Stoppen", Kind.DEFAULT)
        self.stop.clicked.connect(self.stopped)
        self.open = Button("Open map", Kind.OUTLINE, "folder-open")
        self.open.clicked.connect(self.folder_opened)
        self.another = Button("Andere map kiezen", Kind.QUIET)
        self.another.clicked.connect(self.folder_asked)
        buttons = QHBoxLayout()
        for button in (self.open, self.another, self.stop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for widget in (self.title, self.bar, self.count):
            card.body.addWidget(widget)
        card.body.addLayout(self.lines)
        card.body.addLayout(buttons)
        scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        row.addStretch(1)
        row.addWidget(scroll, 4)
        row.addStretch(1)

    def show_done(self, state: DoneState) -> None:
        """Show how far it is, or what came of it."""
        self.title.setText(state.title)
        done, total = state.progress
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.count.setText(state.progress_word)
        for widget in (self.bar, self.count):
            widget.setVisible(state.running)
        self.stop.setVisible(state.running and not state.lines)
        self.stop.setEnabled(True)
        self.open.setVisible(bool(state.folder) and not state.running)
        self.another.setVisible(bool(state.problems) and not state.running)
        self._show_lines(state)

    def show_progress(self, done: int, total: int) -> None:
        """So many of so many are made."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.count.setText(f"{done} van {total} gemaakt")

    def _show_lines(self, state: DoneState) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for text in state.lines:
            self.lines.addWidget(sign_line("circle-check", "ok", text))
        for text in state.problems:
            self.lines.addWidget(sign_line("triangle-alert", "waarschuwing", text))


def sign_line(icon: str, token: str, text: str) -> QWidget:
    """A sentence with its sign."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(9)
    row.addWidget(Sign(icon, token), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, Role.BODY, wrap=True), 1)
    return holder
