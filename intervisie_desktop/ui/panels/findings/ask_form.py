"""The short form below a card: fields, what it means, and its buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from intervisie_desktop.ui.panels.findings.state import AskState
from intervisie_desktop.ui.text import mending as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label

Extra = Callable[[dict[str, object]], tuple[str, str]]
"""Name of a field and what is wrong with it beyond the field itself; two empty strings if not."""


class AskForm(Card):
    """Emits `confirmed(values)`, `other(values)` and `closed`."""

    confirmed = Signal(object)
    other = Signal(object)
    closed = Signal()

    def __init__(self, state: AskState, today: Callable[[], date], extra: Extra) -> None:
        super().__init__(padding=12, gap=8)
        self.state = state
        self._extra = extra
        self.setAccessibleName(state.title)
        self.form = Form(state.fields, today)
        self.form.show_values(state.values)
        self.yes = Button(state.yes, Kind.SOFT, "check", small=True)
        self.second = Button(state.other, Kind.DEFAULT, "copy", small=True)
        self.second.setVisible(bool(state.other))
        self.no = Button(words.CANCEL, Kind.QUIET, small=True)
        self.yes.clicked.connect(self._confirm)
        self.second.clicked.connect(self._confirm_other)
        self.no.clicked.connect(self.closed)
        self._until = state.values.get("until") is not None and "day" in state.values
        self.form.touched.connect(self._fit)
        self.form.changed.connect(self._fit)
        self._lay_out()
        self._fit()

    def begin(self) -> None:
        """Focus in the first field."""
        self.form.focus()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        # The list that a choice opens is a window of its own.
        found = (one for one in self.findChildren(QWidget) if one.window() is self.window())
        return [one for one in found if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter confirms, Enter too but in a text of several lines, Esc puts it away."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif enter and not control and isinstance(focus, Button):
            focus.click()
        elif enter and (control or not isinstance(focus, QPlainTextEdit)):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self._complete():
            self.confirmed.emit(self.form.values())

    def _confirm_other(self) -> None:
        if self._complete():
            self.other.emit(self.form.values())

    def _complete(self) -> bool:
        if not self.form.complete():
            return False
        name, wrong = self._extra(self.form.values())
        if wrong:
            self.form.show_problem(name, wrong)
            self.form.focus(name)
        return not wrong

    def _fit(self, *_change: object) -> None:
        """The day of an exception is only asked where there is one to choose."""
        if self._until:
            self.form.set_shown("day", self.form.value("until") == "day")

    def _lay_out(self) -> None:
        self.body.addWidget(Label(self.state.title, Role.STRONG, wrap=True))
        self.body.addWidget(self.form)
        if self.state.note:
            self.body.addWidget(Label(self.state.note, Role.META, "ink-3", wrap=True))
        # Below each other where both together are wider than the panel.
        column = QVBoxLayout()
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.yes)
        if not self.state.other:
            row.addWidget(self.no)
        row.addStretch(1)
        column.addLayout(row)
        if self.state.other:
            below = QHBoxLayout()
            below.setSpacing(6)
            below.addWidget(self.second)
            below.addWidget(self.no)
            below.addStretch(1)
            column.addLayout(below)
        else:
            self.second.setParent(self)
        self.body.addLayout(column)
