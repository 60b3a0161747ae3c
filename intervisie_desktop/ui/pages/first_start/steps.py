"""The three steps on one sheet: practice, rule profile and first group."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.ui.pages.first_start.form import Filled, Gap
from intervisie_desktop.ui.pages.first_start.pieces import DashedPick, WayOn, labelled
from intervisie_desktop.ui.pages.first_start.presenter import (
    FirstStartPresenter,
    FirstStartState,
    ProfileCard,
)
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.choice_card import ChoiceCard
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar
from intervisie_desktop.ui.widgets.step_number import StepNumber

_IN = 58
"""How far the fields stand in, so that they line up with the titles of the steps."""


class StepsSheet(QWidget):
    """The form as pictured; tells the presenter every change."""

    def __init__(self, presenter: FirstStartPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._showing = False
        self._profiles: dict[str, ChoiceCard] = {}
        self._numbers = [StepNumber(number) for number in (1, 2, 3)]
        self._build_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(words.TITLE, Role.TITLE))
        column.addWidget(Label(words.INTRO, Role.BODY, "ink-3", wrap=True))
        column.addSpacing(12)
        column.addWidget(self._card())
        column.addWidget(self.notice)
        column.addSpacing(8)
        column.addLayout(self._foot())
        column.addSpacing(24)
        column.addStretch(1)
        column.addWidget(Label(words.CONTINUE, Role.META, "ink-3"))
        column.addSpacing(2)
        column.addLayout(self._ways_on())
        self._connect()
        current().changed.connect(self._size_names)

    def show_state(self, state: FirstStartState) -> None:
        """Show hint, count, logo, profile and what is wrong; typed text is left alone."""
        self._showing = True
        self._show_profiles(state.profiles, state.filled.profile)
        filled = state.filled
        if self.names.toPlainText() != filled.names:
            self.names.setPlainText(filled.names)
        has_logo = filled.logo is not None
        self.logo.show_choice(words.LOGO_CHOSEN if has_logo else words.LOGO_CHOOSE, chosen=has_logo)
        self.drop_logo.setVisible(has_logo)
        self.hint.setText(state.hint)
        self.counted.setText(state.names_counted)
        if state.problem:
            self.notice.show_notice(state.problem)
        else:
            self.notice.hide()
        self._show_numbers()
        self._showing = False

    def focus_first(self) -> None:
        """The cursor in the first field."""
        self.practice.setFocus()

    def focus_gap(self, gap: Gap) -> None:
        """The cursor in the field that is still needed."""
        fields = {
            Gap.PRACTICE: self.practice,
            Gap.FACILITATOR: self.facilitator,
            Gap.GROUP: self.group,
        }
        fields.get(gap, self.practice).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_fields(self) -> None:
        self.practice = QLineEdit()
        self.facilitator = QLineEdit()
        self.city = QLineEdit()
        self.logo = DashedPick(words.LOGO_CHOOSE)
        self.drop_logo = icon_button("x", words.LOGO_REMOVE)
        self.group = QLineEdit()
        self.group.setPlaceholderText(words.GROUP_HINT)
        self.names = QPlainTextEdit()
        self.names.setPlaceholderText(words.NAMES_HINT)
        self.names.setTabChangesFocus(True)
        self._size_names()
        for field in (self.practice, self.facilitator, self.city, self.group):
            field.setMaxLength(120)
        self.import_names = Button(words.IMPORT_NAMES, icon="upload", small=True)
        self.counted = Label("", Role.META, "ink-3")
        self.hint = Label("", Role.META, "ink-3", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.notice = NoticeBar()
        self.skip = Button(words.SKIP, Kind.QUIET)
        self.make = Button(words.MAKE, Kind.PRIMARY, "check", "Ctrl+Enter")
        self.open = WayOn("folder-open", words.OPEN_EXISTING, words.OPEN_EXISTING_NOTE)
        self.example = WayOn("book-open", words.EXAMPLE, words.EXAMPLE_NOTE)
        self._choices = QButtonGroup(self)
        self._profile_row = QHBoxLayout()
        self._profile_row.setSpacing(8)

    def _card(self) -> Card:
        card = Card(padding=0, gap=0)
        parts = (
            (words.STEP_PRACTICE, Label(words.STEP_PRACTICE_NOTE, Role.META, "ink-3")),
            (words.STEP_PROFILE, Label(words.STEP_PROFILE_NOTE, Role.META, "ink-3")),
            (words.STEP_GROUP, self.import_names),
        )
        bodies = (self._practice_fields(), self._profile_row, self._group_fields())
        for index, ((title, right), body) in enumerate(zip(parts, bodies, strict=True)):
            if index:
                card.body.addWidget(Line())
            card.body.addLayout(_step(self._numbers[index], title, right, body))
        return card

    def _practice_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addLayout(labelled(words.PRACTICE, self.practice), 0, 0)
        grid.addLayout(labelled(words.FACILITATOR, self.facilitator), 0, 1)
        grid.addLayout(labelled(words.CITY, self.city), 1, 0)
        logo = labelled(words.LOGO, self.logo)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addLayout(logo, 1)
        row.addWidget(self.drop_logo, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addLayout(row, 1, 1)
        for index in (0, 1):
            grid.setColumnStretch(index, 1)
        return grid

    def _group_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        left = labelled(words.GROUP, self.group)
        left.addWidget(self.counted)
        left.addStretch(1)
        grid.addLayout(left, 0, 0)
        grid.addLayout(labelled(words.NAMES, self.names), 0, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 7)
        return grid

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.skip)
        row.addWidget(self.hint, 1)
        row.addWidget(self.make)
        return row

    def _ways_on(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.open, 1)
        row.addWidget(self.example, 1)
        return row

    def _connect(self) -> None:
        for field in (self.practice, self.facilitator, self.city, self.group):
            field.textEdited.connect(self._tell)
            field.returnPressed.connect(self.focusNextChild)
        self.names.textChanged.connect(self._tell)
        self._choices.buttonClicked.connect(self._tell)
        self.logo.clicked.connect(self._presenter.choose_logo)
        self.drop_logo.clicked.connect(self._presenter.drop_logo)
        self.import_names.clicked.connect(self._presenter.import_names)
        self.skip.clicked.connect(self._presenter.skip)
        self.make.clicked.connect(self._presenter.make)
        self.open.clicked.connect(self._presenter.open_existing)
        self.example.clicked.connect(self._presenter.example)

    def _tell(self) -> None:
        if self._showing:
            return
        chosen = (key for key, card in self._profiles.items() if card.isChecked())
        self._presenter.fill(
            Filled(
                practice=self.practice.text(),
                facilitator=self.facilitator.text(),
                city=self.city.text(),
                logo=self._presenter.state.filled.logo,
                profile=next(chosen, ""),
                group=self.group.text(),
                names=self.names.toPlainText(),
            )
        )

    def _show_profiles(self, profiles: tuple[ProfileCard, ...], chosen: str) -> None:
        for profile in profiles:
            if profile.key not in self._profiles:
                card = ChoiceCard(profile.name, profile.note)
                self._profiles[profile.key] = card
                self._choices.addButton(card)
                self._profile_row.addWidget(card, 1)
            self._profiles[profile.key].setChecked(profile.key == chosen)

    def _show_numbers(self) -> None:
        """The step where something is still needed is filled, those before it are done."""
        filled = self._presenter.state.filled
        first = bool(filled.practice.strip() and filled.facilitator.strip())
        self._numbers[0].show_step(here=not first, done=first)
        self._numbers[1].show_step(here=False, done=first)
        self._numbers[2].show_step(here=first, done=False)

    def _size_names(self) -> None:
        self.names.setFixedHeight(current().px(78))


def _step(number: StepNumber, title: str, right: QWidget, body: QLayout) -> QVBoxLayout:
    """A step: circled number, title, something at the right, and its fields below."""
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(number)
    head.addWidget(Label(title, Role.STRONG))
    head.addStretch(1)
    head.addWidget(right)
    body.setContentsMargins(_IN - 20, 0, 0, 0)
    column = QVBoxLayout()
    column.setContentsMargins(20, 16, 20, 18)
    column.setSpacing(10)
    column.addLayout(head)
    column.addLayout(body)
    return column
