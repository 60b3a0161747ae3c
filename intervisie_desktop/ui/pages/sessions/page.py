"""The page Bijeenkomsten: the list of a year, one session open, or the form of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStackedWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.services.guests import GuestsService
from intervisie_desktop.ui.pages.sessions.evaluating import EvaluationState
from intervisie_desktop.ui.pages.sessions.list_view import ListView, NewView
from intervisie_desktop.ui.pages.sessions.menus import row_actions, session_actions
from intervisie_desktop.ui.pages.sessions.presenter import CONCERNS, SessionsPresenter
from intervisie_desktop.ui.pages.sessions.roster_model import Part
from intervisie_desktop.ui.pages.sessions.session_view import SessionView
from intervisie_desktop.ui.pages.sessions.state import (
    GuestLine,
    ListState,
    Look,
    NewState,
    SessionState,
    SheetState,
)
from intervisie_desktop.ui.pages.sessions.tools import Tools
from intervisie_desktop.ui.shell import printing
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Progress, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.text.lint import description_advice
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.time_field import UNREADABLE

_TICK = 30_000
"""Milliseconds between two looks at the clock while a session is going on."""

_FIELDS = {
    "description": "description",
    "facilitator": "facilitator_id",
    "breaks": "breaks",
    "mode": "mode",
    "method": "method",
}
"""Part of a destination → the field it is about."""

_MAIN = {
    "today": ("Start bijeenkomst", "play"),
    "past": ("Gehouden vastleggen", "clipboard-check"),
    "held": ("Afronden", "flag"),
    "closed": ("Bewijzen", "scroll-text"),
    "cancelled": ("Weer plannen", "rotate-ccw"),
}
"""Kind of session → the filled button; one that is still ahead has none."""


class SessionsPage(Page):
    """Bijeenkomsten."""

    place = Place.SESSIONS
    concerns = CONCERNS

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__()
        self._desk = desk
        self._state: SessionState | None = None
        self._part = ""
        self.list = ListView()
        self.session = SessionView(desk.today)
        self.new = NewView(desk.today)
        self.stack = QStackedWidget()
        for view in (self.list, self.session, self.new):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)
        self.plan = Button("Nieuwe bijeenkomst", Kind.PRIMARY, "plus")
        self.move_button = Button("Verplaatsen", Kind.DEFAULT, "calendar-range")
        self.cancel = Button("Afzeggen", Kind.DEFAULT, "calendar-x")
        self.reopen = Button("Heropenen", Kind.DEFAULT, "lock-open")
        self.main = Button("", Kind.PRIMARY, "flag", "Ctrl+Enter")
        self.more = icon_button("ellipsis", "Meer met deze bijeenkomst", Kind.DEFAULT)
        for button in (
            self.more, self.cancel, self.move_button, self.reopen, self.main, self.plan,
        ):  # fmt: skip
            self.header.add_button(button)
        self.presenter = SessionsPresenter(tools, self, desk)
        self.chip = Chip()
        self.header.show_chips((self.chip,))
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._look_at_clock)
        self._clock.start()
        self._connect_list()
        self._connect_session()

    # What the window asks

    def open(self, destination: Destination) -> None:
        """The list, one session, or the form of a new one."""
        self._part = destination.part
        self.presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def leave(self) -> None:
        """Keep what is half typed."""
        if self.presenter.look is Look.SESSION:
            self.session.details.commit()
            self.session.roster.commit()

    def scope(self) -> Scope:
        """The session in front, else the year."""
        return self.presenter.scope()

    def page_actions(self) -> Sequence[Action]:
        """Planning one, and what can be done with the one in front."""
        new = Action(
            "session_new", "Nieuwe bijeenkomst", self.presenter.plan, "calendar-plus", "Ctrl+N",
            "Bijeenkomst", words="plannen toevoegen",
        )  # fmt: skip
        if self.presenter.look is not Look.SESSION:
            return (new,)
        return (new, *session_actions(self.presenter, self._shown))

    def main_action(self) -> None:
        """Ctrl+Enter: plan, start, or afronden."""
        look = self.presenter.look
        if look is Look.LIST:
            self.presenter.plan()
        elif look is Look.NEW:
            self.new.commit()
        else:
            self.session.commit()
            self.presenter.main()

    def focus_filter(self) -> bool:
        """The filter of the list."""
        if self.presenter.look is not Look.LIST:
            return False
        self.list.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list; the attendance while it can be marked; the day of a new one."""
        if self.presenter.look is Look.LIST:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.presenter.look is Look.NEW:
            self.new.focus_start()
        elif self.session.sheet.isVisibleTo(self.session):
            self.session.sheet.focus_start()
        elif self._part in _FIELDS:
            self.focus_field(_FIELDS[self._part])
        elif self._part.partition("/")[0] in {"times", "person"}:
            self._to_person(*self._part.split("/", 1))
        elif self._part == "confidentiality" and self.session.record.focus_check("secrecy"):
            return
        elif self._part != "attendance" and self.main.isVisibleTo(self) and self._may_start():
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_roster("")

    # What the presenters ask

    def show_look(self, look: Look) -> None:
        """Bring the list, the session or the form in front."""
        views = {Look.LIST: self.list, Look.SESSION: self.session, Look.NEW: self.new}
        self.stack.setCurrentWidget(views[look])
        if look is not Look.SESSION:
            self._state = None
        self.chip.setVisible(look is Look.SESSION)
        self._show_buttons()

    def show_list(self, state: ListState) -> None:
        """Show the list."""
        self.header.show_words("Bijeenkomsten", state.subtitle)
        self.plan.setVisible(state.can_plan)
        self.list.show_list(state)

    def show_session(self, state: SessionState) -> None:
        """Show one session."""
        before, self._state = self._state, state
        if before is None or (before.title, before.crumb) != (state.title, state.crumb):
            self.header.show_words(state.title, "", state.crumb)
        word, tone, sign = state.chip
        self.chip.show_chip(word, Tone(tone), sign)
        self.session.show_session(state)
        self._show_buttons()
        if before is None or (before.id, before.kind) != (state.id, state.kind):
            self.scope_changed.emit()

    def show_sheet(self, sheet: SheetState | None) -> None:
        """Show a step that is being prepared, or nothing."""
        had_focus = self.session.sheet.isAncestorOf(self.focusWidget() or self)
        self.session.sheet.show_sheet(sheet)
        self._show_buttons()
        if sheet is None and had_focus:
            self.focus_roster("")

    def show_guests(self, guests: tuple[GuestLine, ...]) -> None:
        """Show who can be added."""
        self.session.sheet.show_guests(guests)

    def show_new(self, state: NewState) -> None:
        """Show the form of a new session."""
        self.header.show_words("Nieuwe bijeenkomst")
        self.new.show_new(state)

    def edit_arrival(self, participant_id: str) -> None:
        """Let the arrival of someone be typed in the list."""
        self.session.edit_arrival(participant_id)

    def focus_roster(self, participant_id: str, column: str = "") -> None:
        """Put the focus on someone in the list."""
        self.session.focus_roster(participant_id, column)

    def focus_field(self, name: str) -> None:
        """Put the focus in a field."""
        self.session.details.focus_field(name)

    def show_evaluation(self, state: EvaluationState | None) -> None:
        """Show the card Evaluatie, or no card."""
        self.session.evaluation.show_evaluation(state)

    def clear_evaluation(self) -> None:
        """An empty form."""
        self.session.evaluation.clear()

    def print_paper(self, title: str, paper: bytes) -> None:
        """The print dialog of the system, then the paper."""

        def start(printer: QPrinter) -> None:
            def job(progress: Progress) -> int:
                return printing.print_papers(printer, [paper], progress)

            self._desk.run(job, self._printed, "Afdrukken")

        printing.choose_printer(self, title, start)

    # Inside

    def _to_person(self, part: str, participant_id: str = "") -> None:
        """The row of someone, for "times" with the field of the arrival open for typing."""
        state = self._state
        if part == "times" and state is not None and state.editable:
            self.edit_arrival(participant_id)
        else:
            self.focus_roster(participant_id)

    def _may_start(self) -> bool:
        return self._state is not None and self._state.kind in {"today", "past"}

    def _printed(self, count: int) -> None:
        if count:
            self._desk.tell("Het papier is naar de printer gestuurd.")

    def _shown(self) -> SessionState | None:
        return self._state

    def _show_buttons(self) -> None:
        look = self.presenter.look
        kind = self._state.kind if self._state is not None and look is Look.SESSION else ""
        # One filled button at a time: while a step is prepared, its sheet holds it.
        asked = self.session.sheet.isVisibleTo(self.session)
        self.plan.setVisible(look is Look.LIST)
        self.more.setVisible(bool(kind))
        self.cancel.setVisible(kind in {"ahead", "today", "past"} and not asked)
        self.move_button.setVisible(kind == "ahead" and not asked)
        self.reopen.setVisible(kind == "closed")
        self.main.setVisible(kind in _MAIN and not asked)
        if kind in _MAIN:
            text, self.main.sign = _MAIN[kind]
            self.main.set_words(text, "Bewijzen maken" if kind == "closed" else "")

    def _connect_list(self) -> None:
        presenter = self.presenter
        self.plan.clicked.connect(presenter.plan)
        self.list.opened.connect(presenter.show)
        self.list.filter_chosen.connect(presenter.choose_filter)
        self.list.group_chosen.connect(presenter.choose_group)
        self.list.plan_asked.connect(presenter.plan)
        self.new.changed.connect(presenter.planning.change)
        self.new.saved.connect(presenter.planning.save)
        self.new.left.connect(presenter.planning.leave)

    def _connect_session(self) -> None:
        presenter, view = self.presenter, self.session
        self.header.crumb.pressed.connect(presenter.crumb)
        self.main.clicked.connect(self.main_action)
        self.cancel.clicked.connect(partial(presenter.steps.open, "cancel"))
        self.move_button.clicked.connect(partial(presenter.steps.open, "move"))
        self.reopen.clicked.connect(presenter.reopen)
        self.more.clicked.connect(self._open_menu)
        view.details.changed.connect(presenter.change)
        view.details.papers.clicked.connect(presenter.to_papers)
        view.details.theme_added.connect(presenter.add_theme)
        view.details.describing.connect(self._describing)
        view.course.actual_typed.connect(presenter.course.set_actual)
        view.course.skipped.connect(presenter.course.set_skipped)
        view.course.all_planned.connect(presenter.course.as_planned)
        view.record.acted.connect(presenter.marking.check)
        view.record.secrecy_time.connect(presenter.marking.set_secrecy_time)
        view.sheet.changed.connect(presenter.steps.change)
        view.sheet.line_pressed.connect(presenter.steps.line)
        view.sheet.confirmed.connect(presenter.steps.confirm)
        view.sheet.closed.connect(presenter.steps.close)
        evaluation, evaluating = view.evaluation, presenter.evaluating
        evaluation.added.connect(evaluating.add)
        evaluation.removed.connect(evaluating.remove_last)
        evaluation.printed.connect(evaluating.print)
        roster = view.roster
        roster.everyone.clicked.connect(presenter.marking.everyone)
        roster.guest.clicked.connect(partial(presenter.steps.open, "guest"))
        roster.panel.changed.connect(self._person_changed)
        roster.table.pressed.connect(presenter.marking.press)
        roster.table.asked.connect(self._open_row_menu)
        roster.table.delegate.time_typed.connect(self._time_typed)
        roster.table.delegate.unreadable.connect(self._unreadable)
        roster.table.delegate.theme_chosen.connect(presenter.marking.set_theme)
        roster.table.delegate.remark_typed.connect(presenter.marking.set_remark)

    def _time_typed(self, participant_id: str, part: int, minute: int) -> None:
        marking = self.presenter.marking
        put = marking.set_arrival if part == Part.ARRIVED else marking.set_departure
        put(participant_id, minute)

    def _unreadable(self) -> None:
        self._desk.refuse(UNREADABLE)

    def _person_changed(self, participant_id: str, name: str, value: Any) -> None:
        self.presenter.marking.put(participant_id, name, value)

    def _describing(self, text: str) -> None:
        self.session.details.show_advice(description_advice(text, self.presenter.surnames()))

    def _look_at_clock(self) -> None:
        if self.isVisible() and self._state is not None and self._state.kind == "held":
            self.presenter.refresh()

    def _open_menu(self) -> None:
        actions = [a for a in session_actions(self.presenter, self._shown) if a.enabled()]
        self._pop(actions, self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _open_row_menu(self, participant_id: str, point: QPoint) -> None:
        state = self._state
        table = self.session.roster.table
        table.choose(participant_id)
        row = table.current_row()
        if state is not None and row is not None:
            edit = partial(table.edit_part, row.id, Part.ARRIVED)
            self._pop(row_actions(self.presenter, state, row, edit), point)

    def _pop(self, actions: Sequence[Action], point: QPoint) -> None:
        menu = context_menu(self, actions)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return SessionsPage(
        desk,
        Tools(
            sessions=services.sessions,
            attendance=services.attendance,
            holding=services.holding,
            guests=GuestsService(services.store, services.clock, services.ids),
            groups=services.groups,
            practice=services.practice,
            profiles=services.profiles,
            standings=services.compliance,
            calendars=CalendarExportService(services.store, services.clock),
            papers=services.documents,
            methods=services.methods,
            evaluations=services.evaluations,
        ),
    )
