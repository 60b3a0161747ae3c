"""Sections that begin folded: what the user lives with, and what was solved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intervisie_desktop.ui.panels.findings.state import ExceptionState, ResolvedDayState
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.label import Label

MOST = 60
"""Rows that are made at once when a section is opened."""


class Folded(QWidget):
    """A heading with a count; pressed, it shows what is under it, made only then."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word
        self._open = False
        self._rows: tuple[object, ...] = ()
        self._made: list[QWidget] = []
        self._most = MOST
        self.head = Button("", Kind.QUIET, "chevron-right", small=True)
        self.head.clicked.connect(self.toggle)
        self.more = Button(words.MORE, Kind.LINK, "chevron-down", small=True)
        self.more.clicked.connect(self._show_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show these; nothing at all without any."""
        self.setVisible(bool(rows))
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._arrange()

    def toggle(self) -> None:
        """Open or close the section."""
        self._open, self._most = not self._open, MOST
        self._arrange()

    def count(self) -> int:
        """The number in the heading."""
        return len(self._rows)

    def make(self, row: object) -> QWidget:
        """The widget of one row."""
        raise NotImplementedError

    def _show_more(self) -> None:
        self._most += MOST
        self._arrange()

    def _arrange(self) -> None:
        self.head.sign = "chevron-down" if self._open else "chevron-right"
        self.head.set_words(f"{self._word} {self.count()}")
        for widget in self._made:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made = [self.make(row) for row in self._rows[: self._most]] if self._open else []
        for number, widget in enumerate(self._made, 1):
            self._column.insertWidget(number, widget)
        self.more.setVisible(self._open and len(self._rows) > self._most)


class Exceptions(Folded):
    """What the user chose to live with, why and until when; `restored(id)` takes one back."""

    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__(words.EXCEPTIONS)

    def make(self, row: object) -> QWidget:
        """An exception on a card."""
        assert isinstance(row, ExceptionState)
        card = Card(padding=11, gap=4)
        card.body.addWidget(Label(row.context, Role.MICRO, "ink-3", elide=True))
        card.body.addWidget(Label(row.title, Role.STRONG, "ink-2", wrap=True))
        card.body.addWidget(Label(row.reason, Role.META, "ink-2", wrap=True))
        card.body.addWidget(Label(row.terms, Role.MICRO, "ink-3", wrap=True))
        back = Button(words.RESTORE, Kind.DEFAULT, "undo-2", small=True)
        back.setAccessibleName(f"{words.RESTORE}: {row.title}")
        back.clicked.connect(partial(self._restore, row.id))
        card.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _restore(self, exception_id: str, *_clicked: object) -> None:
        self.restored.emit(exception_id)


class Resolved(Folded):
    """What was solved, by day, and by which act."""

    def __init__(self) -> None:
        super().__init__(words.RESOLVED)
        self.setToolTip(words.RESOLVED_NOTE)

    def count(self) -> int:
        """All that was solved, over all days."""
        return sum(len(row.rows) for row in self._rows if isinstance(row, ResolvedDayState))

    def make(self, row: object) -> QWidget:
        """A day with what was solved on it."""
        assert isinstance(row, ResolvedDayState)
        card = Card(padding=11, gap=6)
        card.body.addWidget(Label(row.title, Role.MICRO_STRONG, "ink-3"))
        for one in row.rows:
            card.body.addWidget(Label(one.title, Role.LABEL, "ink-2", wrap=True))
            line = ", ".join(part for part in (one.context, one.act) if part)
            card.body.addWidget(Label(line, Role.META, "ink-3", wrap=True))
        return card
