"""The few dialogs: a final step, a reason, a file; all opened, never waited for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.ui.shell.desk import FileQuestion, FormQuestion, Question
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label


class ConfirmDialog(QDialog):
    """Names the object and the step; the verb is on the button."""

    def __init__(self, question: Question, then: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self._then = then
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 18)
        self.column.setSpacing(10)
        title = Label(question.title, Role.OBJECT, wrap=True)
        self.text = Label(question.text, Role.BODY, "ink-2", wrap=True)
        self.text.setMinimumWidth(380)
        self.column.addWidget(title)
        self.column.addWidget(self.text)
        kind = Kind.DANGER if question.danger else Kind.PRIMARY
        self.yes = Button(question.yes, kind)
        self.no = Button(question.no, Kind.DEFAULT)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 0)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.column.addLayout(row)
        self.accepted.connect(self._accepted)
        (self.no if question.danger else self.yes).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter accepts; Enter presses the button that has the focus."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        focus = self.focusWidget()
        if enter and isinstance(focus, Button):
            focus.click()
            return
        super().keyPressEvent(event)

    def _accepted(self) -> None:
        self._then()


class ReasonDialog(ConfirmDialog):
    """Asks why; the button stays enabled and says what is missing."""

    def __init__(self, question: Question, then: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(question, self._with_reason, parent)
        self._with = then
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName(question.label)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(76)
        label = Label(question.label, Role.META, "ink-2")
        label.setBuddy(self.reason)
        self._missing = Label("", Role.META, "fout")
        self._missing.hide()
        self.column.insertWidget(2, label)
        self.column.insertWidget(3, self.reason)
        self.column.insertWidget(4, self._missing)
        self.setTabOrder(self.reason, self.no)
        self.reason.setFocus()

    def accept(self) -> None:
        """Close only with a reason."""
        if self.reason.toPlainText().strip():
            super().accept()
            return
        self._missing.setText("Een reden is nog nodig.")
        self._missing.show()
        self.reason.setFocus()

    def _with_reason(self) -> None:
        self._with(self.reason.toPlainText().strip())


class FormDialog(ConfirmDialog):
    """Some fields to fill in; closes only when all of them are good."""

    def __init__(
        self,
        question: FormQuestion,
        then: Callable[[dict[str, Any]], None],
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        plain = Question(question.title, question.text, question.yes, question.no)
        super().__init__(plain, self._with_values, parent)
        self._with = then
        self.form = Form(question.fields, today)
        for name, options in question.options.items():
            self.form.set_options(name, options)
        self.form.show_values(dict(question.values))
        self.form.setMinimumWidth(420)
        self.text.setVisible(bool(question.text))
        self.column.insertSpacing(2, 2)
        self.column.insertWidget(3, self.form)
        self.setTabOrder(self.form, self.no)
        self.form.focus()

    def accept(self) -> None:
        """Close only with good values."""
        if self.form.complete():
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the form; by itself a dialog would take two thirds of the screen at most."""
        room = self.screen().availableSize()
        self.resize(self.sizeHint().boundedTo(room))
        super().showEvent(event)

    def _with_values(self) -> None:
        self._with(self.form.values())


class _Picker(QFileDialog):
    """A file dialog that hands paths to a function."""

    def __init__(self, parent: QWidget, title: str, then: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then = then
        self.accepted.connect(self._accepted)

    def _accepted(self) -> None:
        self._then([Path(name) for name in self.selectedFiles()])


def ask_file(
    parent: QWidget,
    question: FileQuestion,
    then: Callable[[Sequence[Path]], None],
    *,
    writing: bool = False,
    many: bool = False,
) -> QFileDialog:
    """Open the system's dialog for files; gives the dialog, for tests."""
    dialog = _Picker(parent, question.title, then)
    mode = QFileDialog.FileMode
    dialog.setFileMode(
        mode.AnyFile if writing else mode.ExistingFiles if many else mode.ExistingFile
    )
    if writing:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if question.kinds:
        dialog.setNameFilters([*question.kinds, "Alle bestanden (*)"])
    if question.name:
        dialog.selectFile(question.name)
        dialog.setDefaultSuffix(Path(question.name).suffix.lstrip("."))
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, then: Callable[[Sequence[Path]], None]) -> QFileDialog:
    """Open the system's dialog for folders; gives the dialog, for tests."""
    dialog = _Picker(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def first(then: Callable[[Path], None]) -> Callable[[Sequence[Path]], None]:
    """A function for several paths that hands on the first one."""

    def hand_on(paths: Sequence[Path]) -> None:
        if paths:
            then(paths[0])

    return hand_on
