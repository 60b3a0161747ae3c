"""The recovery code: shown once, on paper, and two groups typed back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.first_start.form import Gap
from intervisie_desktop.ui.pages.first_start.presenter import (
    GROUPS_ASKED,
    FirstStartPresenter,
    FirstStartState,
)
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.chip import Tone
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar

COLUMNS = 4


class CodeSheet(QWidget):
    """Eight groups of seven signs, in a face in which no two signs look alike."""

    def __init__(self, presenter: FirstStartPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._grid = QGridLayout()
        self._groups: list[Label] = []
        self.print = Button(words.CODE_PRINT, Kind.OUTLINE, "printer")
        self.save = Button(words.CODE_SAVE, icon="file-down")
        self.saved = Label("", Role.META, "ok", wrap=True)
        self.ask = Label("", Role.STRONG)
        self.fields = [QLineEdit() for _ in range(GROUPS_ASKED)]
        self._labels: list[Label] = []
        self._rights = [Label("", Role.META, "ok") for _ in range(GROUPS_ASKED)]
        self.notice = NoticeBar(closable=False)
        self.hint = Label("", Role.META, "ink-3", wrap=True)
        self.done = Button(words.CODE_DONE, Kind.PRIMARY, "check", "Ctrl+Enter")
        self._build()
        self._connect()
        current().changed.connect(self._dress)

    def show_state(self, state: FirstStartState) -> None:
        """Show the code and how far typing back is."""
        self._show_code(state.code)
        self.ask.setText(state.ask)
        for place, group in enumerate(state.asked):
            self._labels[place].setText(words.CODE_GROUP.format(n=group + 1))
            self.fields[place].setAccessibleName(words.CODE_GROUP.format(n=group + 1))
            right = self._presenter.is_right(place)
            self._rights[place].setText(words.CODE_RIGHT if right else "")
        self.saved.setText(state.done_note)
        self.hint.setText(state.hint)
        if state.problem:
            self.notice.show_notice(state.problem, Tone.ERROR)
        else:
            self.notice.hide()

    def focus_first(self) -> None:
        """First the paper, then the typing."""
        self.print.setFocus()

    def focus_gap(self, _gap: Gap) -> None:
        """The cursor in the first group that is not right."""
        for place, field in enumerate(self.fields):
            if not self._presenter.is_right(place):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(words.CODE_TITLE, Role.TITLE))
        column.addWidget(Label(words.CODE_INTRO, Role.BODY, "ink-3", wrap=True))
        column.addSpacing(12)
        card = Card(padding=0, gap=0)
        self._grid.setContentsMargins(24, 20, 24, 18)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        card.body.addLayout(self._grid)
        card.body.addLayout(self._paper_row())
        card.body.addWidget(Line())
        card.body.addLayout(self._type_back())
        column.addWidget(card)
        column.addSpacing(6)
        column.addWidget(self.notice)
        column.addSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.done)
        column.addLayout(foot)
        column.addStretch(1)

    def _paper_row(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print)
        row.addWidget(self.save)
        row.addWidget(Label(words.CODE_SAVE_NOTE, Role.META, "ink-3", wrap=True), 1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.saved)
        return column

    def _type_back(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 18)
        column.setSpacing(10)
        column.addWidget(self.ask)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, right in zip(self.fields, self._rights, strict=True):
            label = Label("", Role.META, "ink-2")
            label.setBuddy(field)
            self._labels.append(label)
            box = QVBoxLayout()
            box.setSpacing(4)
            box.addWidget(label)
            box.addWidget(field)
            box.addWidget(right)
            field.setMaxLength(9)
            row.addLayout(box, 1)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        for place, field in enumerate(self.fields):
            field.textEdited.connect(partial(self._presenter.type_group, place))
            field.returnPressed.connect(self.focusNextChild)
        self.print.clicked.connect(self._presenter.print_sheet)
        self.save.clicked.connect(self._presenter.save_sheet)
        self.done.clicked.connect(self._presenter.finish)

    def _show_code(self, code: tuple[str, ...]) -> None:
        if [label.text() for label in self._groups] == list(code):
            return
        for index, group in enumerate(code):
            cell = QVBoxLayout()
            cell.setSpacing(1)
            number = Label(str(index + 1), Role.MICRO, "ink-3")
            label = Label(group, Role.INPUT_LARGE)
            label.setAccessibleName(f"{words.CODE_GROUP.format(n=index + 1)}: {' '.join(group)}")
            self._groups.append(label)
            cell.addWidget(number)
            cell.addWidget(label)
            self._grid.addLayout(cell, index // COLUMNS, index % COLUMNS)
        self._dress()

    def _dress(self) -> None:
        """Spaced capitals: easier to copy by hand."""
        for widget in (*self._groups, *self.fields):
            font = current().font(Role.INPUT_LARGE if isinstance(widget, Label) else Role.BODY)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.5)
            widget.setFont(font)
