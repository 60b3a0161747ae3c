"""A form made of declared fields: label, editor, help and error line, in twelve columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.editor import Editor
from intervisie_desktop.ui.widgets.editors import ChoiceEditor, ManyEditor, editor_for
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.fields import CheckBox, Field, problem
from intervisie_desktop.ui.widgets.label import Label

_COLUMNS = 12


class FieldLine(QWidget):
    """One field on the screen."""

    left = Signal(str)
    touched = Signal(str)

    def __init__(self, item: Field, today: Callable[[], date]) -> None:
        super().__init__()
        self.item = item
        self.editor: Editor = editor_for(item, today)
        self.label = Label(item.label, Role.META, "ink-2")
        self._help = Label(item.help, Role.META, "ink-3", wrap=True)
        self._help.setVisible(bool(item.help))
        self._error = Label("", Role.META, "fout", wrap=True)
        self._error_row = QWidget()
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Sign("octagon-x", "fout", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        self._error_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if isinstance(item.kind, CheckBox):
            self.label.hide()
        else:
            column.addWidget(self.label)
            self.label.setBuddy(self.editor.widget)
        column.addWidget(self.editor.widget)
        column.addWidget(self._help)
        column.addWidget(self._error_row)
        column.addStretch(1)
        self._name_editor()
        self.editor.left.connect(self._left)
        self.editor.touched.connect(self._touched)

    def show_problem(self, sentence: str) -> None:
        """Show a sentence under the field, or take it away."""
        self._error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        self.editor.set_error(bool(sentence))
        self._focusable().setAccessibleDescription(sentence or self.item.help)

    def shown_problem(self) -> str:
        """The sentence under the field."""
        return self._error.text() if not self._error_row.isHidden() else ""

    def find_problem(self) -> str:
        """What is wrong with the value of now."""
        return self.editor.unreadable() or problem(self.item, self.editor.value())

    def _focusable(self) -> QWidget:
        widget = self.editor.widget
        proxy = widget.focusProxy()
        return proxy if proxy is not None else widget

    def _name_editor(self) -> None:
        words = self.item.label + (", nodig" if self.item.required else "")
        kind = self.item.kind
        named = kind.word if isinstance(kind, CheckBox) else words
        self.editor.widget.setAccessibleName(named)
        if not self._focusable().accessibleName():
            self._focusable().setAccessibleName(named)
        self._focusable().setAccessibleDescription(self.item.help)

    def _left(self) -> None:
        self.left.emit(self.item.name)

    def _touched(self) -> None:
        self.touched.emit(self.item.name)


class Form(QWidget):
    """Emits `changed(name, value)` when a field is left with another good value.

    A field that is left with a bad value shows why and emits nothing. `touched(name)` comes with
    every keystroke, for hints while typing.
    """

    changed = Signal(str, object)
    touched = Signal(str)

    def __init__(
        self,
        fields: Sequence[Field],
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines: dict[str, FieldLine] = {}
        self._known: dict[str, Any] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        row = column = 0
        before: FieldLine | None = None
        for item in fields:
            span = max(1, min(_COLUMNS, item.span))
            if column + span > _COLUMNS:
                row, column = row + 1, 0
            line = FieldLine(item, today)
            grid.addWidget(line, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            self._lines[item.name] = line
            self._known[item.name] = line.editor.value()
            line.left.connect(self._left)
            line.touched.connect(self.touched)
            if before is not None:
                QWidget.setTabOrder(before.editor.widget, line.editor.widget)
            before = line
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)

    def show_values(self, values: dict[str, Any]) -> None:
        """Show values by name, without signals; a field that is being typed in stays alone."""
        for name, value in values.items():
            line = self._lines.get(name)
            if line is None or (self._known.get(name) == value and line.shown_problem() == ""):
                continue
            line.editor.set_value(value)
            line.show_problem("")
            self._known[name] = line.editor.value()

    def values(self) -> dict[str, Any]:
        """The values of now, good or not."""
        return {name: line.editor.value() for name, line in self._lines.items()}

    def has(self, name: str) -> bool:
        """True when there is a field of this name."""
        return name in self._lines

    def value(self, name: str) -> Any:
        """The value of one field."""
        return self._lines[name].editor.value()

    def set_options(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        """Other choices for a Choice or Many field."""
        editor = self._lines[name].editor
        if isinstance(editor, ChoiceEditor | ManyEditor):
            editor.set_options(options)
            self._known[name] = editor.value()

    def show_problem(self, name: str, sentence: str) -> None:
        """Show a sentence under a field (from a service that refused), or take it away."""
        self._lines[name].show_problem(sentence)

    def problems(self) -> dict[str, str]:
        """What is shown to be wrong now, by name."""
        shown = {name: line.shown_problem() for name, line in self._lines.items()}
        return {name: sentence for name, sentence in shown.items() if sentence}

    def complete(self) -> bool:
        """Check every field, show what is wrong and put the focus on the first gap."""
        first = ""
        for name, line in self._lines.items():
            sentence = line.find_problem()
            line.show_problem(sentence)
            first = first or (name if sentence else "")
        if first:
            self.focus(first)
        return not first

    def focus(self, name: str = "") -> None:
        """Put the focus in a field, the first one without a name."""
        line = self._lines.get(name) or next(iter(self._lines.values()))
        line.editor.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def set_read_only(self, fixed: bool) -> None:
        """Let the user look but not change."""
        for line in self._lines.values():
            line.editor.set_read_only(fixed)

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide a field."""
        self._lines[name].setVisible(shown)

    def set_label(self, name: str, text: str) -> None:
        """Another label."""
        self._lines[name].label.setText(text)

    def editor(self, name: str) -> QWidget:
        """The editor of a field, for completers and tests."""
        return self._lines[name].editor.widget

    def commit(self) -> None:
        """Take what is half typed as if the field was left; for Ctrl+Enter and leaving a page."""
        for name in self._lines:
            self._left(name)

    def _left(self, name: str) -> None:
        line = self._lines[name]
        sentence = line.find_problem()
        line.show_problem(sentence)
        if sentence:
            return
        value = line.editor.value()
        if value != self._known[name]:
            self._known[name] = value
            self.changed.emit(name, value)
