"""An editor for each kind of field: how it shows a value, gives it, and tells of a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from intervisie_desktop.ui.text import typed
from intervisie_desktop.ui.text.counts import scaled
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import date_field, fields, time_field
from intervisie_desktop.ui.widgets.choice import Check, Select
from intervisie_desktop.ui.widgets.date_field import DateField
from intervisie_desktop.ui.widgets.editor import Editor
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.picture_editors import ColorEditor, PictureEditor
from intervisie_desktop.ui.widgets.time_field import TimeField


class LineEditor(Editor):
    """A line of text."""

    def __init__(self, kind: fields.Text | fields.Email) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.setPlaceholderText(kind.example)
        if isinstance(kind, fields.Text):
            self.line.setMaxLength(kind.length)
            if kind.secret:
                self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.editingFinished.connect(self.left)
        self.line.textEdited.connect(self.touched)

    def value(self) -> str:
        """The text without blanks around it."""
        text = self.line.text()
        secret = self.line.echoMode() is QLineEdit.EchoMode.Password
        return text if secret else text.strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.line.setText(str(value or ""))
        self.line.setCursorPosition(0)


class NumberEditor(Editor):
    """A whole number, with its unit behind it; a sign of money stands before it."""

    def __init__(self, kind: fields.Number | fields.Amount) -> None:
        self.line = QLineEdit()
        box: QWidget = self.line
        if kind.unit:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self.line)
            place = 0 if kind.unit == "€" else 1
            row.insertWidget(place, Label(kind.unit, Role.BODY, "ink-3"))
            row.addStretch(1)
            box.setFocusProxy(self.line)
        super().__init__(box)
        self.line.setMaximumWidth(120)
        self.line.editingFinished.connect(self.left)
        self.line.textEdited.connect(self.touched)

    def value(self) -> int | None:
        """The number, or None."""
        return typed.read_number(self.line.text())

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.line.setText("" if value is None else str(value))

    def unreadable(self) -> str:
        """A sentence for a text that is no number."""
        wrong = self.line.text().strip() and self.value() is None
        return "Typ hier een heel getal." if wrong else ""


class AmountEditor(NumberEditor):
    """A number with decimals."""

    def __init__(self, kind: fields.Amount) -> None:
        super().__init__(kind)
        self._kind = kind
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> int | None:
        """The number in its smallest parts, or None."""
        return typed.read_scaled(self.line.text(), self._kind.digits)

    def set_value(self, value: Any) -> None:
        """Show a number."""
        kind = self._kind
        self.line.setText("" if value is None else scaled(int(value), kind.digits, kind.shown))

    def unreadable(self) -> str:
        """A sentence for a text that is no number."""
        wrong = self.line.text().strip() and self.value() is None
        most = f" met hoogstens {self._kind.digits} cijfers achter de komma"
        return f"Typ hier een getal{most if self._kind.digits else ''}." if wrong else ""


class PlainText(QPlainTextEdit):
    """A field of so many lines, without rich text; `done` when the focus leaves it."""

    done = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        current().changed.connect(self._measure)
        self._measure()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it is done."""
        super().focusOutEvent(event)
        self.done.emit()

    def _measure(self) -> None:
        self.setFixedHeight(self._lines * current().px(18) + 18)


class MultilineEditor(Editor):
    """Several lines of plain text."""

    def __init__(self, kind: fields.Multiline) -> None:
        self.text = PlainText(kind.lines)
        super().__init__(self.text)
        self._length = kind.length
        self.text.setPlaceholderText(kind.example)
        self.text.done.connect(self.left)
        self.text.textChanged.connect(self.touched)

    def value(self) -> str:
        """The text without blanks around it."""
        return self.text.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.text.blockSignals(True)
        self.text.setPlainText(str(value or ""))
        self.text.blockSignals(False)

    def unreadable(self) -> str:
        """A sentence for a text that is too long."""
        long = len(self.text.toPlainText()) > self._length
        return f"Dit is te lang. Houd het op {self._length} tekens." if long else ""


class DayEditor(Editor):
    """A day."""

    def __init__(self, kind: fields.Day, today: Callable[[], date]) -> None:
        self.field = DateField(today=today)
        super().__init__(self.field)
        self.field.setPlaceholderText(kind.example)
        self.field.setMaximumWidth(190)
        self.field.editingFinished.connect(self.left)
        self.field.day_changed.connect(self._changed)

    def value(self) -> date | None:
        """The day, or None."""
        self.field.read()
        return self.field.day()

    def set_value(self, value: Any) -> None:
        """Show a day."""
        self.field.set_day(value)

    def unreadable(self) -> str:
        """A sentence for a text that is no day."""
        return "" if self.field.readable() else date_field.UNREADABLE

    def _changed(self, _day: object) -> None:
        self.touched.emit()
        if not self.field.hasFocus():
            self.left.emit()


class TimeEditor(Editor):
    """A time of day."""

    def __init__(self, kind: fields.Time) -> None:
        self.field = TimeField()
        super().__init__(self.field)
        self.field.setPlaceholderText(kind.example)
        self.field.setMaximumWidth(110)
        self.field.editingFinished.connect(self.left)
        self.field.textEdited.connect(self.touched)

    def value(self) -> int | None:
        """Minutes since midnight, or None."""
        self.field.read()
        return self.field.minutes()

    def set_value(self, value: Any) -> None:
        """Show a time."""
        self.field.set_minutes(value)

    def unreadable(self) -> str:
        """A sentence for a text that is no time."""
        return "" if self.field.readable() else time_field.UNREADABLE


class ChoiceEditor(Editor):
    """One of a list."""

    def __init__(self, kind: fields.Choice) -> None:
        self.select = Select(kind.options)
        super().__init__(self.select)
        self.select.chosen.connect(self._chosen)

    def value(self) -> str:
        """The value of the chosen word."""
        return self.select.value()

    def set_value(self, value: Any) -> None:
        """Choose."""
        self.select.set_value(str(value or ""))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Other choices."""
        self.select.set_options(options)

    def set_error(self, wrong: bool) -> None:
        """Mark the box."""
        self.select.error = wrong
        self.select.update()

    def _chosen(self, _value: str) -> None:
        self.touched.emit()
        self.left.emit()


class ManyEditor(Editor):
    """Any of a list, as check boxes in rows as wide as the kind says."""

    def __init__(self, kind: fields.Many) -> None:
        self._columns = kind.columns
        self._box = QWidget()
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._checks: dict[str, Check] = {}
        super().__init__(self._box)
        self.set_options(kind.options)

    def value(self) -> tuple[str, ...]:
        """The values that are on."""
        return tuple(value for value, check in self._checks.items() if check.isChecked())

    def set_value(self, value: Any) -> None:
        """Turn these on and the others off."""
        for key, check in self._checks.items():
            check.setChecked(key in (value or ()))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Other choices; what was on stays on."""
        before = self.value()
        for check in self._checks.values():
            check.deleteLater()
        self._checks = {}
        for number, (value, word) in enumerate(options):
            check = Check(word)
            check.clicked.connect(self._clicked)
            self._checks[value] = check
            self._grid.addWidget(check, number // self._columns, number % self._columns)
        self.set_value(before)

    def _clicked(self) -> None:
        self.touched.emit()
        self.left.emit()


class CheckEditor(Editor):
    """Yes or no."""

    def __init__(self, kind: fields.CheckBox) -> None:
        self.check = Check(kind.word)
        super().__init__(self.check)
        self.check.clicked.connect(self._clicked)

    def value(self) -> bool:
        """True when on."""
        return self.check.isChecked()

    def set_value(self, value: Any) -> None:
        """Turn on or off."""
        self.check.setChecked(bool(value))

    def _clicked(self) -> None:
        self.touched.emit()
        self.left.emit()


def editor_for(item: fields.Field, today: Callable[[], date]) -> Editor:
    """The editor of a field's kind."""
    kind = item.kind
    if isinstance(kind, fields.Day):
        return DayEditor(kind, today)
    if isinstance(kind, fields.Picture):
        return PictureEditor(kind, item.label)
    if isinstance(kind, fields.Color):
        return ColorEditor(item.label)
    return _PLAIN[type(kind)](kind)


_PLAIN: dict[type[Any], Callable[[Any], Editor]] = {
    fields.Text: LineEditor,
    fields.Email: LineEditor,
    fields.Number: NumberEditor,
    fields.Amount: AmountEditor,
    fields.Multiline: MultilineEditor,
    fields.Time: TimeEditor,
    fields.Choice: ChoiceEditor,
    fields.Many: ManyEditor,
    fields.CheckBox: CheckEditor,
}
