"""The cards of the page Vandaag."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.today import heat_words
from intervisie_desktop.ui.pages.today.heat import HeatMap
from intervisie_desktop.ui.pages.today.parts import (
    ComingRow,
    Legend,
    Mark,
    TearOff,
    TodoRow,
)
from intervisie_desktop.ui.pages.today.presenter import TodayPresenter
from intervisie_desktop.ui.pages.today.state import (
    CheckState,
    ComingState,
    MonthsState,
    MonthState,
    NextState,
    StepState,
    TodayState,
    TodoState,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import today as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line, TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, GroupTag, Tone
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.month_bars import MonthBar, MonthBars

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
FIRST_TODO = 5
"""So many lines stand under Te doen; the rest comes when it is asked for."""
_UNIT = 100_000
"""The chart of revenue counts in thousands of euros."""


class NextCard(Card):
    """The session that comes next: when, who, what is in order, and the way in."""

    def __init__(self, presenter: TodayPresenter) -> None:
        super().__init__(padding=0, gap=0)
        self.setAccessibleName(words.NEXT)
        self._shown: NextState | None = None
        self._presenter = presenter
        self.start = Button(words.START, Kind.PRIMARY, "play", "Ctrl+B")
        self.open = Button(words.OPEN, Kind.LINK, "arrow-right")
        self.start.clicked.connect(presenter.begin)
        self.open.clicked.connect(presenter.begin)
        self._leaf = TearOff()
        self._over = Label(words.NEXT, Role.META, "ink-3")
        self._countdown = Chip("", Tone.ACCENT, "clock")
        self._group = Label("", Role.OBJECT, elide=True)
        self._tag = GroupTag()
        self._facts = QHBoxLayout()
        self._checks = QGridLayout()
        self._parts: list[QWidget] = []
        self._nothing = Label(words.NOTHING_NEXT_LONG, Role.BODY, "ink-3", wrap=True)
        self._plan = Button(words.PLAN_YEAR, Kind.OUTLINE, "calendar-plus")
        self._plan.clicked.connect(presenter.plan_year)
        self._lay_out()

    def has_next(self) -> bool:
        """True when there is a session to go to."""
        return self._shown is not None

    def show_next(self, state: NextState | None) -> None:
        """Show another session, or that nothing is planned."""
        self._shown = state
        self._full.setVisible(state is not None)
        self._empty.setVisible(state is None)
        if state is None:
            return
        self._leaf.show_day(state.weekday, state.day, state.month)
        self._countdown.show_chip(state.countdown, Tone.ACCENT, "clock")
        self._group.setText(state.group)
        self._tag.show_group(state.code, state.colour)
        self.start.sign = state.button[1]
        self.start.set_words(state.button[0], f"{state.button[0]}: {state.group}")
        self.open.setAccessibleName(f"{words.OPEN}: {state.group}")
        self._show_parts(state)

    def _show_parts(self, state: NextState) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        while self._facts.count():
            self._facts.takeAt(0)
        for number, (sign, text) in enumerate(state.facts):
            fact = _fact(sign, text, elide=number == 1)
            self._facts.addWidget(fact)
            self._parts.append(fact)
        self._facts.addStretch(1)
        for number, check in enumerate(state.checks):
            line = _check(check)
            self._checks.addWidget(line, number // 2, number % 2)
            self._parts.append(line)

    def _lay_out(self) -> None:
        self._full, self._empty = QWidget(), QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(Line())
        column.addLayout(self._checks, 1)
        column.addWidget(Line())
        column.addLayout(self._foot())
        self._checks.setContentsMargins(16, 11, 16, 11)
        self._checks.setHorizontalSpacing(28)
        self._checks.setVerticalSpacing(7)
        self._checks.setColumnStretch(0, 1)
        self._checks.setColumnStretch(1, 1)
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(16, 14, 16, 16)
        empty.setSpacing(8)
        empty.addWidget(Label(words.NOTHING_NEXT, Role.OBJECT))
        empty.addWidget(self._nothing)
        empty.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignLeft)
        empty.addStretch(1)
        self.body.addWidget(self._full)
        self.body.addWidget(self._empty)

    def _top(self) -> QHBoxLayout:
        over = _line(self._over, self._countdown)
        title = _line(self._group, self._tag)
        self._facts.setSpacing(18)
        beside = QVBoxLayout()
        beside.setSpacing(3)
        for line in (over, title, self._facts):
            beside.addLayout(line)
        top = QHBoxLayout()
        top.setContentsMargins(16, 13, 16, 11)
        top.setSpacing(16)
        top.addWidget(self._leaf, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(beside, 1)
        return top

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 16, 10)
        foot.addWidget(self.start)
        foot.addStretch(1)
        foot.addWidget(self.open)
        return foot


class TodoCard(TitledCard):
    """What waits, each with the way to it."""

    def __init__(self, presenter: TodayPresenter) -> None:
        super().__init__(words.TODO)
        self._presenter = presenter
        self._rows: list[QWidget] = []
        self._todo: Sequence[TodoState] = ()
        self._whole = False
        self.more = Button(words.SHOW_ALL, Kind.LINK, small=True)
        self.more.clicked.connect(self._turn)
        self.add_right(self.more)
        self.content.setContentsMargins(1, 0, 1, 4)
        self.content.setSpacing(0)

    def show_todo(self, todo: Sequence[TodoState]) -> None:
        """Other things to do, the first of them; the focus stays on the row where it was."""
        self._todo = todo
        many = len(todo) > FIRST_TODO + 1
        self.more.setVisible(many)
        self.more.set_words(words.SHOW_LESS if self._whole else words.SHOW_ALL)
        if many and not self._whole:
            todo = todo[:FIRST_TODO]
        focused = next((n for n, row in enumerate(self._rows) if row.hasFocus()), None)
        _clear(self.content, self._rows)
        for number, one in enumerate(todo):
            button = TodoRow(one, first=number == 0)
            button.clicked.connect(partial(self._do, one))
            self._rows.append(button)
        if not todo:
            nothing = _fact("circle-check", words.NOTHING_TODO, token="ok")
            nothing.setContentsMargins(15, 12, 15, 12)
            self._rows.append(nothing)
        for row in self._rows:
            self.content.addWidget(row)
        self.content.addStretch(1)
        if focused is not None:
            self._rows[min(focused, len(self._rows) - 1)].setFocus()

    def _turn(self) -> None:
        self._whole = not self._whole
        self.show_todo(self._todo)

    def _do(self, todo: TodoState, *_clicked: object) -> None:
        self._presenter.do(todo)


class HeatCard(TitledCard):
    """How everyone's year stands."""

    def __init__(self, presenter: TodayPresenter) -> None:
        super().__init__(words.HEAT, words.HEAT_SIDE)
        self.map = HeatMap()
        self.map.opened.connect(presenter.open_participant)
        self.map.group_opened.connect(presenter.open_group)
        self._legend = Legend()
        self.add_right(self._legend)
        self.rule.hide()
        self.content.setContentsMargins(14, 0, 14, 10)
        self.content.addWidget(self.map)

    def show_heat(self, state: TodayState) -> None:
        """Other rows."""
        self.title.setText(state.heat_title)
        self._legend.show_target(heat_words.common_target(state.heat))
        self.map.show_rows(state.heat)


class MonthsCard(TitledCard):
    """The working year per month: its revenue, or its meetings as long as there is no money."""

    def __init__(self) -> None:
        super().__init__("")
        self._charts = QStackedWidget()
        self.bars = MonthBars()
        self.revenue = MonthBars(_thousands, _UNIT)
        self._charts.addWidget(self.bars)
        self._charts.addWidget(self.revenue)
        self._held = Label("", Role.MICRO, "ink-3")
        self._planned = Label("", Role.MICRO, "ink-3")
        for swatch, label in (
            (Mark(planned=False), self._held),
            (Mark(planned=True), self._planned),
        ):
            self.add_right(swatch)
            self.add_right(label)
        self.rule.hide()
        self.content.setContentsMargins(16, 0, 16, 8)
        self.content.addWidget(self._charts, 1)

    def show_months(self, state: MonthsState) -> None:
        """Another year."""
        self.title.setText(state.title)
        self.setAccessibleName(state.title)
        self.set_side(state.side)
        self._held.setText(state.legend[0])
        self._planned.setText(state.legend[1])
        chart = self.revenue if state.money else self.bars
        bar = _revenue_bar if state.money else _bar
        chart.show_months([bar(month) for month in state.months])
        self._charts.setCurrentWidget(chart)


class ComingCard(TitledCard):
    """The next dates."""

    def __init__(self, presenter: TodayPresenter) -> None:
        super().__init__(words.COMING)
        self._presenter = presenter
        self._rows: list[QWidget] = []
        agenda = Button(words.AGENDA, Kind.LINK, small=True)
        agenda.clicked.connect(presenter.open_agenda)
        self.add_right(agenda)
        self.content.setContentsMargins(1, 0, 1, 4)
        self.content.setSpacing(0)

    def show_coming(self, coming: Sequence[ComingState]) -> None:
        """Other dates."""
        _clear(self.content, self._rows)
        for number, one in enumerate(coming):
            button = ComingRow(one, first=number == 0)
            button.clicked.connect(partial(self._open, one.session_id))
            self._rows.append(button)
        if not coming:
            nothing = _fact("calendar", words.NOTHING_COMING)
            nothing.setContentsMargins(15, 12, 15, 12)
            self._rows.append(nothing)
        for row in self._rows:
            self.content.addWidget(row)
        self.content.addStretch(1)

    def _open(self, session_id: str, *_clicked: object) -> None:
        self._presenter.open_session(session_id)


class StepsCard(TitledCard):
    """What to begin with in a new practice."""

    def __init__(self, presenter: TodayPresenter) -> None:
        super().__init__(words.STEPS, words.STEPS_SIDE)
        self._presenter = presenter
        self._rows: list[QWidget] = []
        self._buttons: list[Button] = []
        self.content.setSpacing(10)

    def show_steps(self, steps: Sequence[StepState]) -> None:
        """Show the steps; the first that is not done is the filled one."""
        _clear(self.content, self._rows)
        self._buttons = []
        for step in steps:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(10)
            sign, token = ("circle-check", "ok") if step.done else ("circle-dashed", "ink-3")
            line.addWidget(Sign(sign, token, 18))
            text = QVBoxLayout()
            text.setSpacing(1)
            text.addWidget(Label(step.words, Role.STRONG))
            text.addWidget(Label(step.side, Role.META, "ink-3", elide=True))
            line.addLayout(text, 1)
            if step.done:
                line.addWidget(Label("gedaan", Role.META, "ok"))
            else:
                kind = Kind.DEFAULT if self._buttons else Kind.PRIMARY
                button = Button(step.words, kind, "arrow-right")
                button.clicked.connect(partial(self._take, step))
                self._buttons.append(button)
                line.addWidget(button)
            self._rows.append(row)
            self.content.addWidget(row)

    def first(self) -> QWidget | None:
        """The button of the first step that is not done."""
        return self._buttons[0] if self._buttons else None

    def _take(self, step: StepState, *_clicked: object) -> None:
        self._presenter.take_step(step)


def _thousands(cents: int) -> str:
    return counts.scaled(cents, 5)


def _revenue_bar(month: MonthState) -> MonthBar:
    parts = [
        f"{counts.euros(cents)} {word}"
        for cents, word in ((month.held, words.INVOICED), (month.planned, words.EXPECTED))
        if cents
    ]
    spoken = f"{month.name}: {', '.join(parts)}" if parts else ""
    return MonthBar(month.name, month.held, month.planned, month.now, spoken)


def _bar(month: MonthState) -> MonthBar:
    spoken = f"{month.name}: {month.held} {words.HELD}, {month.planned} {words.PLANNED}"
    some = month.held or month.planned
    return MonthBar(month.name, month.held, month.planned, month.now, spoken if some else "")


def _clear(column: QVBoxLayout, rows: list[QWidget]) -> None:
    while column.count():
        column.takeAt(0)
    for row in rows:
        row.hide()
        row.deleteLater()
    rows.clear()


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 0, _MIDDLE)
    row.addStretch(1)
    return row


def _fact(sign: str, text: str, token: str = "ink-3", *, elide: bool = False) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(Sign(sign, token, 16), 0, _MIDDLE)
    row.addWidget(Label(text, Role.BODY, "ink-2", elide=elide, wrap=not elide), 1, _MIDDLE)
    return holder


def _check(check: CheckState) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(f"{check.words}: {check.side or 'in orde'}")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Sign(check.sign, check.token, 16), 0, _MIDDLE)
    row.addWidget(Label(check.words, Role.BODY, elide=True), 1, _MIDDLE)
    role = Role.META if check.side_token == "ink-3" else Role.META_STRONG
    row.addWidget(Label(check.side, role, check.side_token), 0, _MIDDLE)
    return holder
