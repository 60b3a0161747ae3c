"""The closed section Uitzonderingen: what the user chose to live with, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intervisie_desktop.ui.panels.findings.state import ExceptionState
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.label import Label


class Exceptions(QWidget):
    """Hidden without exceptions; `restored(id)` takes one back."""

    restored = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExceptionState, ...] = ()
        self._cards: list[QWidget] = []
        self._open = False
        self.head = Button("", Kind.QUIET, "chevron-right", small=True)
        self.head.clicked.connect(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_rows(self, rows: Sequence[ExceptionState]) -> None:
        """Show these exceptions."""
        self.setVisible(bool(rows))
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._arrange()

    def toggle(self) -> None:
        """Open or close the section."""
        self._open = not self._open
        self._arrange()

    def _arrange(self) -> None:
        self.head.sign = "chevron-down" if self._open else "chevron-right"
        self.head.set_words(f"{words.EXCEPTIONS} {len(self._rows)}")
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(row) for row in self._rows] if self._open else []
        for card in self._cards:
            self._column.addWidget(card)

    def _card(self, row: ExceptionState) -> QWidget:
        card = Card(padding=11, gap=4)
        card.body.addWidget(Label(row.context, Role.MICRO, "ink-3", elide=True))
        card.body.addWidget(Label(row.title, Role.STRONG, "ink-2", wrap=True))
        card.body.addWidget(Label(row.reason, Role.META, "ink-3", wrap=True))
        back = Button(words.RESTORE, Kind.DEFAULT, "undo-2", small=True)
        back.setAccessibleName(f"{words.RESTORE}: {row.title}")
        back.clicked.connect(partial(self._restore, row.id))
        card.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _restore(self, exception_id: str, *_clicked: object) -> None:
        self.restored.emit(exception_id)
