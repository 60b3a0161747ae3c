"""The unlock screen: which file, its password, and the way back in without it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.services.entrance import Unlocking
from intervisie_desktop.ui.pages.unlock.presenter import UnlockPresenter, UnlockState
from intervisie_desktop.ui.shell.front import Front
from intervisie_desktop.ui.shell.welcome import WelcomePanel
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar
from intervisie_desktop.ui.widgets.password_field import PasswordField, StrengthBar
from intervisie_desktop.ui.widgets.scroll import Scroll

CARD_WIDTH = 520
_SECOND_MS = 1000


class UnlockPage(QWidget):
    """Left the welcome, right one card."""

    def __init__(self, unlocking: Unlocking, front: Front, *, locked: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        self.presenter = UnlockPresenter(unlocking, self, front, locked=locked)
        self.title = Label("", Role.TITLE)
        self.intro = Label("", Role.BODY, "ink-3", wrap=True)
        self.file = Label("", Role.STRONG, elide=True)
        self.folder = Label("", Role.META, "ink-3", elide=True)
        self.notice = NoticeBar(closable=False)
        self.with_password = _PasswordWay(self.presenter)
        self.with_code = _CodeWay(self.presenter)
        self.with_code.hide()
        self.other = Button(words.UNLOCK_OTHER, Kind.QUIET, "folder-open")
        self.new = Button(words.UNLOCK_NEW, Kind.QUIET, "file-plus")
        self._welcome = WelcomePanel()
        self._build()
        self.other.clicked.connect(self.presenter.choose_other)
        self.new.clicked.connect(self.presenter.new_practice)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self.presenter.tick)
        self._clock.start()
        self.presenter.start()

    def show_state(self, state: UnlockState) -> None:
        """Show file, way in and what is wrong."""
        self.title.setText(state.title)
        self.intro.setText(state.intro)
        self.intro.setVisible(bool(state.intro))
        self.file.setText(state.file)
        self.folder.setText(state.folder)
        way = self.with_code if state.with_code else self.with_password
        turned = way.isHidden()
        self.with_password.setVisible(not state.with_code)
        self.with_code.setVisible(state.with_code)
        way.show_state(state)
        if turned:
            way.focus_first()
        if state.problem:
            self.notice.show_notice(state.problem)
        else:
            self.notice.hide()

    def clear_password(self) -> None:
        """Empty the password and put the cursor there."""
        self.with_password.password.clear()
        self.with_password.focus_first()

    def focus_gap(self, field: str) -> None:
        """The cursor in the field of that name."""
        fields: dict[str, QWidget] = {
            "password": self.with_password.password,
            "code": self.with_code.code,
            "new": self.with_code.new,
            "again": self.with_code.again,
        }
        fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The cursor where typing begins."""
        self.with_password.focus_first()

    def main_action(self) -> None:
        """The filled button (Ctrl+Enter)."""
        if self.presenter.state.with_code:
            self.presenter.recover()
        else:
            self.presenter.unlock(self.with_password.password.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The welcome takes its share of the width."""
        self._welcome.fit(self.width())
        super().resizeEvent(event)

    def _build(self) -> None:
        sheet = QWidget()
        sheet.setMaximumWidth(CARD_WIDTH)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.intro)
        column.addSpacing(12)
        card = Card(padding=20, gap=14)
        card.body.addLayout(self._file_row())
        card.body.addWidget(self.notice)
        card.body.addWidget(self.with_password)
        card.body.addWidget(self.with_code)
        column.addWidget(card)
        column.addSpacing(10)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.other)
        foot.addWidget(self.new)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(3)
        scroll = Scroll((0, 0, 0, 0), 0)
        middle = QHBoxLayout()
        middle.setContentsMargins(48, 28, 48, 28)
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        scroll.body.addLayout(middle, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._welcome)
        row.addWidget(scroll, 1)

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Sign("lock", "accent", 20))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.file)
        names.addWidget(self.folder)
        row.addLayout(names, 1)
        return row


class _PasswordWay(QWidget):
    """The password and the button."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.password = PasswordField(words.PASSWORD, words.SHOW, words.HIDE)
        self.unlock = Button(words.UNLOCK, Kind.PRIMARY, "lock-open")
        self.use_code = Button(words.UNLOCK_CODE, Kind.LINK)
        label = Label(words.PASSWORD, Role.META, "ink-2")
        label.setBuddy(self.password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.password)
        column.addSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.use_code)
        row.addStretch(1)
        row.addWidget(self.unlock)
        column.addLayout(row)
        column.addStretch(1)
        self.password.returnPressed.connect(self._go)
        self.unlock.clicked.connect(self._go)
        self.use_code.clicked.connect(presenter.use_code)

    def show_state(self, state: UnlockState) -> None:
        """Nothing can be typed while a try runs."""
        waits = state.busy or state.wait > 0
        self.unlock.setEnabled(not waits)
        self.unlock.set_words(words.UNLOCK_TRYING if state.busy else words.UNLOCK)
        self.password.setEnabled(not state.busy)

    def focus_first(self) -> None:
        """The cursor in the password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        self._presenter.unlock(self.password.text())


class _CodeWay(QWidget):
    """The recovery code and a new password, twice."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.code = QPlainTextEdit()
        self.code.setTabChangesFocus(True)
        self.code.setPlaceholderText(words.CODE_FIELD_HINT)
        self.note = Label("", Role.META, "ink-3", wrap=True)
        self.new = PasswordField(words.NEW_PASSWORD, words.SHOW, words.HIDE)
        self.again = PasswordField(words.PASSWORD_AGAIN, words.SHOW, words.HIDE)
        self.bar = StrengthBar(words.STRENGTH_NAME)
        self.help = Label("", Role.META, "ink-3", wrap=True)
        self.recover = Button(words.UNLOCK_CODE_DONE, Kind.PRIMARY, "key-round")
        self.use_password = Button(words.UNLOCK_PASSWORD, Kind.LINK)
        self._build()
        self._connect()
        current().changed.connect(self._dress)
        self._dress()

    def show_state(self, state: UnlockState) -> None:
        """Show how far the code is and how strong the password."""
        self.note.setText(state.code_note)
        token = "fout" if state.code_wrong else "ok" if state.code_right else "ink-3"
        self.note.set_look(token=token)
        self.bar.show_level(state.strength, state.strength_word)
        self.help.setText(state.strength_help)
        self.recover.setEnabled(not state.busy)
        for field in (self.code, self.new, self.again):
            field.setEnabled(not state.busy)

    def focus_first(self) -> None:
        """The cursor in the code."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(_label(words.CODE_FIELD, self.code), 0, 0, 1, 2)
        grid.addWidget(self.code, 1, 0, 1, 2)
        grid.addWidget(self.note, 2, 0, 1, 2)
        grid.setRowMinimumHeight(3, current().px(26))
        low = Qt.AlignmentFlag.AlignBottom
        grid.addWidget(_label(words.NEW_PASSWORD, self.new), 3, 0, low)
        grid.addWidget(_label(words.PASSWORD_AGAIN, self.again), 3, 1, low)
        grid.addWidget(self.new, 4, 0)
        grid.addWidget(self.again, 4, 1)
        grid.addWidget(self.bar, 5, 0)
        grid.addWidget(self.help, 6, 0, 1, 2)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.use_password)
        row.addStretch(1)
        row.addWidget(self.recover)
        grid.addLayout(row, 7, 0, 1, 2)

    def _connect(self) -> None:
        self.code.textChanged.connect(self._code_typed)
        for field in (self.new, self.again):
            field.textChanged.connect(self._password_typed)
        self.new.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._presenter.recover)
        self.recover.clicked.connect(self._presenter.recover)
        self.use_password.clicked.connect(self._presenter.use_password)

    def _dress(self) -> None:
        font = current().font(Role.BODY)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.2)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        self.code.setFont(font)
        self.code.setFixedHeight(current().px(64))

    def _code_typed(self) -> None:
        self._presenter.type_code(self.code.toPlainText())

    def _password_typed(self) -> None:
        self._presenter.type_new(self.new.text(), self.again.text())


def _label(text: str, field: QWidget) -> Label:
    label = Label(text, Role.META, "ink-2")
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label
