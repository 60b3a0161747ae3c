"""The sheet Beveiliging: locking, password, recovery code."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from intervisie_desktop.services.security import SecurityService
from intervisie_desktop.ui.pages.settings.fields import LOCKING
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.safety_presenter import SafetyPresenter, SafetyState
from intervisie_desktop.ui.pages.settings.sheets import Sheet
from intervisie_desktop.ui.shell.desk import Desk, Progress
from intervisie_desktop.ui.text import first_start
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.password_field import PasswordField, StrengthBar


class SafetySheet(Sheet):
    """Beveiliging."""

    def __init__(self, presenter: SettingsPresenter, security: SecurityService, desk: Desk) -> None:
        super().__init__(presenter)
        self._desk = desk
        self.safety = SafetyPresenter(security, self, desk)
        self.file = Label("", Role.STRONG, elide=True)
        self.folder = Label("", Role.META, "ink-3", elide=True)
        self.old = _secret(words.PASSWORD_OLD)
        self.new = _secret(words.PASSWORD_NEW)
        self.again = _secret(words.PASSWORD_AGAIN)
        self.bar = StrengthBar(first_start.STRENGTH_NAME)
        self.help = Label("", Role.META, "ink-3", wrap=True)
        self.password_note = Label("", Role.META, "ok", wrap=True)
        self.change = Button(words.PASSWORD_CHANGE, icon="key-round")
        self.code = QLineEdit()
        self.code_note = Label("", Role.META, "ok", wrap=True)
        self.test = Button(words.CODE_TEST, icon="badge-check")
        self.sheet_password = _secret(words.SHEET_PASSWORD)
        self.sheet_note = Label("", Role.META, "fout", wrap=True)
        self.print = Button(words.SHEET_PRINT, icon="printer")
        self._build()
        self._connect()
        current().changed.connect(self._dress)
        self._dress()

    def show_state(self, state: SettingsState) -> None:
        """When this machine locks, and the rest as it was."""
        self.locking.show_values(state.machine)
        self.safety.show()

    def show_safety(self, state: SafetyState) -> None:
        """File, strength and what came of the last act."""
        self.file.setText(state.file)
        self.folder.setText(state.folder)
        self.bar.show_level(state.strength, state.strength_word)
        self.help.setText(state.strength_help)
        _note(self.password_note, state.password_note, good=state.password_good)
        _note(self.code_note, state.code_note, good=state.code_good)
        _note(self.sheet_note, state.sheet_note, good=False)
        for control in (self.change, self.print, self.old, self.new, self.again):
            control.setEnabled(not state.busy)

    def forget(self) -> None:
        """Empty every field that holds a secret."""
        for field in (self.old, self.new, self.again, self.sheet_password, self.code):
            field.clear()

    def focus_field(self, name: str) -> None:
        """The cursor in a field."""
        fields: dict[str, QLineEdit] = {
            "old": self.old,
            "new": self.new,
            "again": self.again,
            "code": self.code,
            "sheet": self.sheet_password,
        }
        fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def print_pdf(self, pdf: bytes, title: str) -> None:
        """Print through the dialog of the system."""
        # PDFium and the print dialog are only needed here.
        from intervisie_desktop.ui.shell import printing  # noqa: PLC0415

        printing.choose_printer(self, title, partial(self._print_on, pdf))

    def _print_on(self, pdf: bytes, printer: QPrinter) -> None:
        from intervisie_desktop.ui.shell import printing  # noqa: PLC0415

        def job(progress: Progress) -> int:
            return printing.print_papers(printer, [pdf], progress)

        self._desk.run(job, _printed, words.SHEET_PRINT)

    def _build(self) -> None:
        file = TitledCard(words.FILE_TITLE)
        file.content.addWidget(self.file)
        file.content.addWidget(self.folder)
        self.column.addWidget(file)
        self.locking = self.add_form(words.LOCKING, LOCKING, self.presenter.change_machine)
        self.column.addWidget(self._password_card())
        self.column.addWidget(self._code_card())

    def _password_card(self) -> TitledCard:
        grid = _grid()
        for column, field in enumerate((self.old, self.new, self.again)):
            _put(grid, 0, column, field)
        grid.addWidget(self.bar, 2, 1)
        grid.addWidget(self.help, 2, 2)
        grid.addWidget(self.password_note, 3, 0, 1, 2)
        grid.addWidget(self.change, 3, 2, Qt.AlignmentFlag.AlignRight)
        card = TitledCard(words.PASSWORD_TITLE)
        card.content.addLayout(grid)
        return card

    def _code_card(self) -> TitledCard:
        card = TitledCard(words.CODE_TITLE)
        card.content.addWidget(Label(words.CODE_INTRO, Role.BODY, "ink-2", wrap=True))
        code = _grid()
        _put(code, 0, 0, self.code, words.CODE_TEST_FIELD)
        code.addWidget(self.test, 1, 1, Qt.AlignmentFlag.AlignRight)
        code.addWidget(self.code_note, 2, 0, 1, 2)
        card.content.addLayout(code)
        sheet = _grid()
        _put(sheet, 0, 0, self.sheet_password)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.print)
        sheet.addLayout(row, 1, 1)
        sheet.addWidget(self.sheet_note, 2, 0, 1, 2)
        card.content.addLayout(sheet)
        return card

    def _connect(self) -> None:
        self.new.textChanged.connect(self.safety.type_new)
        self.change.clicked.connect(self._change)
        self.again.returnPressed.connect(self._change)
        self.test.clicked.connect(self._test)
        self.code.returnPressed.connect(self._test)
        self.print.clicked.connect(self._print)
        self.sheet_password.returnPressed.connect(self._print)

    def _dress(self) -> None:
        font = current().font(Role.BODY)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.0)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        self.code.setFont(font)

    def _change(self) -> None:
        self.safety.change_password(self.old.text(), self.new.text(), self.again.text())

    def _test(self) -> None:
        self.safety.test_code(self.code.text())

    def _print(self) -> None:
        self.safety.print_sheet(self.sheet_password.text())


def _secret(name: str) -> PasswordField:
    return PasswordField(name, first_start.SHOW, first_start.HIDE)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    return grid


def _put(grid: QGridLayout, row: int, column: int, field: QLineEdit, name: str = "") -> None:
    """A field with its label above."""
    text = name or field.accessibleName()
    label = Label(text, Role.META, "ink-2")
    label.setBuddy(field)
    field.setAccessibleName(text)
    grid.addWidget(label, row, column)
    grid.addWidget(field, row + 1, column)
    grid.setColumnStretch(column, 1)


def _note(label: Label, text: str, *, good: bool) -> None:
    label.setText(text)
    label.set_look(token="ok" if good else "fout")
    label.setVisible(bool(text))


def _printed(_count: int) -> None:
    """The printer has it; there is nothing to say."""
