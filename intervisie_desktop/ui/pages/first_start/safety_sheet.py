"""Where the file comes and what opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.first_start.form import Gap
from intervisie_desktop.ui.pages.first_start.pieces import labelled
from intervisie_desktop.ui.pages.first_start.presenter import (
    FirstStartPresenter,
    FirstStartState,
)
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar
from intervisie_desktop.ui.widgets.password_field import PasswordField, StrengthBar


class SafetySheet(QWidget):
    """File and password, with a plain warning."""

    def __init__(self, presenter: FirstStartPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.file = Label("", Role.STRONG, elide=True)
        self.folder = Label("", Role.META, "ink-3", elide=True)
        self.place = Button(words.FILE_CHOOSE, icon="folder", small=True)
        self.password = PasswordField(words.PASSWORD, words.SHOW, words.HIDE)
        self.again = PasswordField(words.PASSWORD_AGAIN, words.SHOW, words.HIDE)
        self.bar = StrengthBar(words.STRENGTH_NAME)
        self.word = Label("", Role.META_STRONG, "ink-2")
        self.help = Label("", Role.META, "ink-3", wrap=True)
        self.notice = NoticeBar(closable=False)
        self.hint = Label("", Role.META, "ink-3", wrap=True)
        self.back = Button(words.BACK, Kind.QUIET, "arrow-left")
        self.next = Button(words.SAFETY_NEXT, Kind.PRIMARY, "", "Ctrl+Enter")
        self._build()
        self._connect()

    def show_state(self, state: FirstStartState) -> None:
        """Show place, strength and what is still needed."""
        self.file.setText(state.file)
        self.folder.setText(state.folder)
        self.bar.show_level(state.strength, state.strength_word)
        self.word.setText(state.strength_word)
        self.help.setText(state.strength_help)
        self.hint.setText(words.MAKING_BUSY if state.busy else state.hint)
        if state.problem:
            self.notice.show_notice(state.problem)
        else:
            self.notice.hide()
        for control in (self.place, self.password, self.again, self.back, self.next):
            control.setEnabled(not state.busy)

    def focus_first(self) -> None:
        """The cursor in the password."""
        self.password.setFocus()

    def focus_gap(self, gap: Gap) -> None:
        """The cursor where something is still needed."""
        fields: dict[Gap, QWidget] = {Gap.FILE: self.place, Gap.AGAIN: self.again}
        fields.get(gap, self.password).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(words.SAFETY_TITLE, Role.TITLE))
        column.addWidget(Label(words.SAFETY_INTRO, Role.BODY, "ink-3", wrap=True))
        column.addSpacing(12)
        card = Card(padding=0, gap=0)
        card.body.addLayout(self._file_row())
        card.body.addWidget(Line())
        card.body.addLayout(self._password_grid())
        column.addWidget(card)
        column.addSpacing(10)
        column.addWidget(_warning())
        column.addSpacing(6)
        column.addWidget(self.notice)
        column.addSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.back)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.next)
        column.addLayout(foot)
        column.addStretch(1)

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(14)
        row.addWidget(Sign("hard-drive", "accent", 20))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.file)
        names.addWidget(self.folder)
        row.addLayout(names, 1)
        row.addWidget(self.place)
        return row

    def _password_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addLayout(labelled(words.PASSWORD, self.password), 0, 0)
        grid.addLayout(labelled(words.PASSWORD_AGAIN, self.again), 0, 1)
        meter = QHBoxLayout()
        meter.setSpacing(10)
        meter.addWidget(self.bar, 1)
        meter.addWidget(self.word)
        grid.addLayout(meter, 1, 0)
        grid.addWidget(self.help, 2, 0, 1, 2)
        for index in (0, 1):
            grid.setColumnStretch(index, 1)
        return grid

    def _connect(self) -> None:
        for field in (self.password, self.again):
            field.textChanged.connect(self._typed)
        self.password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._presenter.secure)
        self.place.clicked.connect(self._presenter.choose_place)
        self.back.clicked.connect(self._presenter.back)
        self.next.clicked.connect(self._presenter.secure)

    def _typed(self) -> None:
        self._presenter.type_password(self.password.text(), self.again.text())


def _warning() -> Card:
    """What it means to lose both password and code."""
    card = Card(padding=14, fill="waarschuwing-soft", line="waarschuwing")
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Sign("triangle-alert", "waarschuwing", 20), 0, Qt.AlignmentFlag.AlignTop)
    text = QVBoxLayout()
    text.setSpacing(2)
    text.addWidget(Label(words.WARNING_TITLE, Role.STRONG))
    text.addWidget(Label(words.WARNING, Role.BODY, "ink", wrap=True))
    row.addLayout(text, 1)
    card.body.addLayout(row)
    return card
