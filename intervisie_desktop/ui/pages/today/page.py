"""The page Vandaag: cards around the day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.today.cards import (
    ComingCard,
    HeatCard,
    MonthsCard,
    NextCard,
    StepsCard,
    TodoCard,
)
from intervisie_desktop.ui.pages.today.presenter import CONCERNS, TodayPresenter
from intervisie_desktop.ui.pages.today.state import TodayState
from intervisie_desktop.ui.shell.actions import Action, BoundAction
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.text import today as words
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.scroll import Scroll

NEXT_FINDING = "finding-next"


class TodayPage(Page):
    """Vandaag."""

    place = Place.TODAY
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._presenter = TodayPresenter(services.dashboard, self, desk)
        self._wants_focus = False
        plan = Button(words.PLAN_YEAR, Kind.DEFAULT, "calendar-plus")
        new = Button(words.NEW, Kind.OUTLINE, "plus", "Ctrl+N")
        plan.clicked.connect(self._presenter.plan_year)
        new.clicked.connect(self._presenter.new_session)
        self.header.add_button(plan)
        self.header.add_button(new)
        self.next = NextCard(self._presenter)
        self.todo = TodoCard(self._presenter)
        self.heat = HeatCard(self._presenter)
        self.months = MonthsCard()
        self.coming = ComingCard(self._presenter)
        self.steps = StepsCard(self._presenter)
        self._lay_out()
        self._presenter.refresh()

    def open(self, destination: Destination) -> None:
        """There is one view of today."""

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_state(self, state: TodayState) -> None:
        """Show everything."""
        self.header.show_words(state.title, state.subtitle)
        self.steps.setVisible(bool(state.steps))
        self.steps.show_steps(state.steps)
        self.next.show_next(state.next)
        self.todo.show_todo(state.todo)
        self.heat.setVisible(bool(state.heat))
        self.heat.show_heat(state)
        self.months.show_months(state.months)
        self.coming.show_coming(state.coming)
        beginning = bool(state.steps) and state.next is None
        self._first.setVisible(not beginning)
        self._last.setVisible(not beginning)
        self._sheet.show()
        if self._wants_focus:
            self.focus_start()

    def show_findings(self) -> None:
        """The window's own action for the next finding."""
        for action in self.window().actions():
            if isinstance(action, BoundAction) and action.action.key == NEXT_FINDING:
                action.trigger()

    def page_actions(self) -> Sequence[Action]:
        """Beginning, planning, and a new session."""
        menu = "Bijeenkomst"
        return (
            Action("session-begin", words.START, self._presenter.begin, "play", "Ctrl+B", menu,
                   self.next.has_next),
            Action("session-new", words.NEW, self._presenter.new_session, "plus", "Ctrl+N", menu),
            Action("year-plan", words.PLAN_YEAR, self._presenter.plan_year, "calendar-plus",
                   "", menu, words="agenda reeks"),
        )  # fmt: skip

    def main_action(self) -> None:
        """To the session that comes next."""
        self._presenter.begin()

    def focus_start(self) -> None:
        """The filled button, as soon as it is there."""
        target = self.next.start if self.next.has_next() else self.steps.first()
        self._wants_focus = target is None or not target.isVisibleTo(self)
        if target is not None and not self._wants_focus:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """A late answer does not take the focus from another page."""
        self._wants_focus = False

    def _lay_out(self) -> None:
        self._sheet = Scroll((0, 0, 0, 8), 14)
        self._first = _row(self.next, self.todo, (55, 34))
        self._last = _row(self.months, self.coming, (55, 34))
        for part in (self.steps, self._first, self.heat, self._last):
            self._sheet.body.addWidget(part)
        self._sheet.body.setStretchFactor(self._last, 1)
        self._sheet.body.addStretch(0)
        self.body.addWidget(self._sheet, 1)
        self._sheet.hide()
        self.body.addStretch(0)


def _row(left: QWidget, right: QWidget, shares: tuple[int, int]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addWidget(left, shares[0])
    row.addWidget(right, shares[1])
    return holder


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return TodayPage(desk, services)
