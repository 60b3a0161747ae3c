"""The page Agenda: days, weeks, months and years, and the panel in which one makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.ui.pages.agenda.grid import Grid
from intervisie_desktop.ui.pages.agenda.month import MonthView
from intervisie_desktop.ui.pages.agenda.panel import ImportPanel, MakingPanel
from intervisie_desktop.ui.pages.agenda.presenter import CONCERNS, AgendaPresenter, Tools
from intervisie_desktop.ui.pages.agenda.state import AgendaState, NoticeShown, Span
from intervisie_desktop.ui.pages.agenda.strip import YearStrip
from intervisie_desktop.ui.pages.agenda.strip_card import StripCard
from intervisie_desktop.ui.pages.agenda.words import SPANS, STEP_NAMES
from intervisie_desktop.ui.pages.agenda.year import YearView
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.chip import Tone
from intervisie_desktop.ui.widgets.label import plain_tip
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar
from intervisie_desktop.ui.widgets.segmented import Segmented

_IMPORT = "Importeer .ics"
_MARGINS = 48
_TONES = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.WARNING,
    Severity.TIP: Tone.TIP,
}


class AgendaPage(Page):
    """Agenda."""

    place = Place.AGENDA
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        tools = Tools(
            services.agenda,
            services.sessions,
            services.groups,
            services.importing,
            CalendarExportService(services.store, services.clock),
        )
        self._desk = desk
        self.presenter = AgendaPresenter(tools, self, desk)
        self._span = Span.WEEK
        self.grid = Grid()
        self.month = MonthView()
        self.year = YearView()
        self.strip = YearStrip()
        self.making = MakingPanel(self.presenter)
        self.bringing = ImportPanel(self.presenter)
        self.conflicts = NoticeBar()
        self.conflicts.closed.connect(self.presenter.close_notice)
        self._make_header()
        self._lay_out()
        self._connect()

    def open(self, destination: Destination) -> None:
        """Come here, maybe to a session, a day, or to make one."""
        self.presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def year_changed(self) -> None:
        """Another working year."""
        self.presenter.working_year(self._desk.year())

    def show_state(self, state: AgendaState) -> None:
        """Show days, strip and panel."""
        calendar = state.calendar
        self._span = calendar.span
        self.header.show_words(state.title)
        self.spans.set_value(calendar.span.value)
        self._name_steps()
        self._fit_header()
        now = self._desk.now()
        if calendar.span in {Span.DAY, Span.WEEK}:
            self.grid.show_state(calendar, now.hour * 60 + now.minute)
            self.stack.setCurrentWidget(self.grid)
        elif calendar.span is Span.MONTH:
            self.month.show_state(calendar)
            self.stack.setCurrentWidget(self.month)
        else:
            self.year.show_state(calendar)
            self.stack.setCurrentWidget(self.year)
        self.strip.show_state(state.strip)
        self.strip_card.show_year(state.strip.year, state.empty)
        self._show_notice(state.notice)
        self.making.setVisible(state.making is not None)
        if state.making is not None:
            self.making.show_making(state.making)
        self.bringing.setVisible(state.importing is not None)
        if state.importing is not None:
            self.bringing.show_import(state.importing)

    def choose(self, session_id: str) -> None:
        """Bring a session in front."""
        view = self._view()
        view.choose(session_id)

    def focus_panel(self) -> None:
        """Where making begins."""
        panel = self.making if self.making.isVisibleTo(self) else self.bringing
        panel.focus_start()

    def focus_calendar(self) -> None:
        """Back to the days."""
        self._view().setFocus(Qt.FocusReason.OtherFocusReason)

    def scope(self) -> Scope:
        """Everything of the year in front."""
        return Scope(year=self._desk.year())

    def page_actions(self) -> Sequence[Action]:
        """Making, going through the days, and calendars in and out."""
        presenter, menu = self.presenter, "Bijeenkomst"
        spans = tuple(
            Action(f"agenda_{value}", f"Agenda per {word.casefold()}",
                   partial(self._span_chosen, value), "calendar-days", menu="Beeld")
            for value, word in SPANS
        )  # fmt: skip
        return (
            Action("agenda_new", "Nieuwe bijeenkomst", self._make_here, "plus", "Ctrl+N", menu,
                   words="plannen inplannen reeks"),
            Action("agenda_what_if", "Wat als u deze bijeenkomst verplaatst…",
                   self._try_chosen, "sparkles", menu=menu, enabled=self._has_session,
                   words="proberen verzetten vooruitzien"),
            Action("agenda_today", "Naar vandaag", presenter.to_today, "calendar", menu="Beeld",
                   bar=True),
            *spans,
            Action("agenda_import", "Bezette tijden inlezen (.ics)…", presenter.bring_in,
                   "download", menu="Bestand", words="agenda importeren outlook bezet"),
            Action("agenda_sources", "Ingelezen agenda's", presenter.show_sources, "calendar-x",
                   menu="Bestand", words="bezet vergeten"),
            *self._export_actions(),
        )  # fmt: skip

    def main_action(self) -> None:
        """Plan what stands in the panel, or begin to make."""
        if self.making.isVisibleTo(self):
            self.making.commit_and_plan()
        else:
            self._make_here()

    def focus_start(self) -> None:
        """The days."""
        self.focus_calendar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the header gives way to the title."""
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """Words, then buttons that are in the menu too, go when the title has no room."""
        title, theme = self.header.title, current()
        room = self.width() - _MARGINS - title.sizeHint().width() - theme.px(12)
        buttons = [self.back, self.today, self.ahead, self.spans, self.add]
        room -= sum(button.sizeHint().width() + 10 for button in buttons)
        sign = theme.px(32) + 8
        words = paint.width_of(_IMPORT, Role.LABEL) + theme.px(47) + 8
        fitting = _IMPORT if room >= words + sign else ""
        if fitting != self.bring.text():
            self.bring.set_words(fitting, _IMPORT)
            self.bring.setToolTip("" if fitting else plain_tip(_IMPORT))
        self.bring.setVisible(room >= sign)
        self.more.setVisible(room >= 2 * sign)

    def _make_header(self) -> None:
        self.back = icon_button("chevron-left", "Vorige week", Kind.DEFAULT)
        self.ahead = icon_button("chevron-right", "Volgende week", Kind.DEFAULT)
        self.today = Button("Vandaag")
        self.back.clicked.connect(partial(self.presenter.step, -1))
        self.ahead.clicked.connect(partial(self.presenter.step, 1))
        self.today.clicked.connect(self.presenter.to_today)
        self.header.show_chips((self.back, self.today, self.ahead))
        self.spans = Segmented(SPANS, "Hoeveel tegelijk")
        self.spans.set_value(Span.WEEK.value)
        self.spans.chosen.connect(self._span_chosen)
        self.bring = Button(_IMPORT, Kind.DEFAULT, "download")
        self.bring.clicked.connect(self.presenter.bring_in)
        self.add = Button("Bijeenkomst", Kind.OUTLINE, "plus", name="Nieuwe bijeenkomst")
        self.add.clicked.connect(self._make_here)
        self.more = icon_button("ellipsis", "Agenda-bestand maken", Kind.DEFAULT)
        self.more.clicked.connect(self._show_more)
        for widget in (self.spans, self.bring, self.more, self.add):
            self.header.add_button(widget)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for view in (self.grid, self.month, self.year):
            self.stack.addWidget(view)
        days = Card(padding=3, gap=0)
        days.body.addWidget(self.stack)
        self.strip_card = StripCard(self.strip)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.conflicts)
        left.addWidget(days, 1)
        left.addWidget(self.strip_card)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(self.making)
        row.addWidget(self.bringing)
        self.making.hide()
        self.bringing.hide()
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        for view in (self.grid, self.month, self.year):
            view.opened.connect(presenter.open_session)
            view.moved.connect(presenter.move)
            view.moved_by.connect(presenter.move_by)
            view.cancelling.connect(presenter.cancel)
            view.stepped.connect(self._stepped)
            view.asked.connect(self._show_menu)
            view.day_chosen.connect(self._day_chosen)
        self.grid.making.connect(presenter.make)
        self.grid.tried.connect(presenter.try_move)
        self.grid.lengthened.connect(presenter.lengthen)
        self.grid.lengthened_by.connect(presenter.lengthen_by)
        self.month.making.connect(self._make_on)
        self.year.making.connect(self._make_on)
        self.strip.jumped.connect(self._jumped)

    def _view(self) -> Grid | MonthView | YearView:
        if self._span is Span.MONTH:
            return self.month
        return self.year if self._span is Span.YEAR else self.grid

    def _name_steps(self) -> None:
        for button, name in zip((self.back, self.ahead), STEP_NAMES[self._span], strict=True):
            button.setAccessibleName(name)
            button.setToolTip(plain_tip(name))

    def _show_notice(self, notice: NoticeShown) -> None:
        if notice.text:
            self.conflicts.show_notice(notice.text, _TONES[notice.severity])
        else:
            self.conflicts.hide()

    def _span_chosen(self, span: str) -> None:
        if self._span is Span(span):
            return
        view = self._view()
        day = view.slot()[0] if isinstance(view, Grid) else view.cursor_day()
        self.presenter.show_day(day, span)

    def _stepped(self, steps: int) -> None:
        view = self._view()
        if isinstance(view, Grid):
            self.presenter.step(steps)
        else:
            self.presenter.step_from(view.cursor_day(), steps)

    def _day_chosen(self, day: date) -> None:
        self.presenter.show_day(day, Span.WEEK if self._span is Span.DAY else Span.DAY)

    def _jumped(self, day: date) -> None:
        self.presenter.show_day(day)

    def _make_here(self) -> None:
        view = self._view()
        if isinstance(view, Grid) and view.hasFocus():
            day, minute = view.slot()
            self.presenter.make(day, minute)
        else:
            day = view.slot()[0] if isinstance(view, Grid) else view.cursor_day()
            self.presenter.make(day)

    def _make_on(self, day: date) -> None:
        self.presenter.make(day)

    def _chosen(self) -> str:
        return self._view().chosen_session()

    def _has_session(self) -> bool:
        return bool(self._chosen())

    def _try_chosen(self) -> None:
        self.presenter.try_out(self._chosen(), "move")

    def _export_chosen(self) -> None:
        self.presenter.export_session(self._chosen())

    def _export_chosen_group(self) -> None:
        group_id = self.presenter.group_of(self._chosen())
        self.presenter.export_group(group_id)

    def _export_actions(self) -> tuple[Action, ...]:
        words = "ics agenda outlook bewaren"
        return (
            Action("agenda_ics_one", "Agenda-bestand: gekozen bijeenkomst", self._export_chosen,
                   "calendar-days", menu="Bestand", enabled=self._has_session, bar=True,
                   words=words),
            Action("agenda_ics_group", "Agenda-bestand: jaar van deze groep",
                   self._export_chosen_group, "calendar-range", menu="Bestand",
                   enabled=self._has_session, words=words),
            Action("agenda_ics_all", "Agenda-bestand: alles", self.presenter.export_everything,
                   "calendar-range", menu="Bestand", words=words),
        )  # fmt: skip

    def _more_actions(self) -> tuple[Action, ...]:
        """Made when asked for: with many groups this is a long list."""
        one, _, everything = self._export_actions()
        groups = tuple(
            Action(f"agenda_ics_{group_id}", f"Jaar van {name}",
                   partial(self.presenter.export_group, group_id), "users", bar=not number)
            for number, (group_id, name) in enumerate(self.presenter.groups())
        )  # fmt: skip
        return (one, everything, *groups)

    def _show_more(self) -> None:
        menu = context_menu(self, self._more_actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _show_menu(self, session_id: str, place: QPoint) -> None:
        make = Action("make", "Nieuwe bijeenkomst", self._make_here, "plus")
        actions = [make]
        if session_id:
            presenter = self.presenter
            actions = [
                Action("open", "Openen", partial(presenter.open_session, session_id), "eye"),
                Action("ics", "Agenda-bestand maken", partial(presenter.export_session, session_id),
                       "calendar-range"),
                Action("try_move", "Wat als u deze verplaatst…",
                       partial(presenter.try_out, session_id, "move"), "sparkles", bar=True),
                Action("try_cancel", "Wat als deze vervalt…",
                       partial(presenter.try_out, session_id, "cancel"), "sparkles"),
                Action("cancel", "Afzeggen…", partial(presenter.cancel, session_id), "calendar-x",
                       bar=True),
                make,
            ]  # fmt: skip
        menu = context_menu(self, actions)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return AgendaPage(desk, services)
