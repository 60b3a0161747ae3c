"""What the page Bijeenkomsten shows and does: the list, one session, a new one; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.sessions import SessionState as Stage
from intervisie_desktop.services.writing import safe_name, write_file
from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.course import with_plan
from intervisie_desktop.ui.pages.sessions.course_acts import CourseActs
from intervisie_desktop.ui.pages.sessions.evaluating import Evaluating, EvaluationView
from intervisie_desktop.ui.pages.sessions.fields import read_spans
from intervisie_desktop.ui.pages.sessions.marking import Marking
from intervisie_desktop.ui.pages.sessions.planning import Planning
from intervisie_desktop.ui.pages.sessions.showing import session_line, surnames_of
from intervisie_desktop.ui.pages.sessions.state import ListState, Look
from intervisie_desktop.ui.pages.sessions.steps import Steps
from intervisie_desktop.ui.pages.sessions.tools import Opened, OpenView, Tools
from intervisie_desktop.ui.shell.desk import (
    Desk,
    Destination,
    FileQuestion,
    Place,
    Progress,
    Question,
    Scope,
)
from intervisie_desktop.ui.text import counts

CONCERNS = frozenset(
    {
        Subject.SESSION, Subject.ATTENDANCE, Subject.GROUP, Subject.PARTICIPANT, Subject.PRACTICE,
        Subject.FACILITATOR, Subject.CALENDAR, Subject.CERTIFICATE, Subject.EVALUATION,
        Subject.METHOD,
    }
)  # fmt: skip


class SessionsView(OpenView, EvaluationView, Protocol):
    """What the presenter asks of the page."""

    def show_look(self, look: Look) -> None:
        """Bring the list, the session or the form in front."""

    def show_list(self, state: ListState) -> None:
        """Show the list."""


class SessionsPresenter:
    """Leads list, session and form; `marking`, `steps`, `planning`, `evaluating` are parts."""

    def __init__(self, tools: Tools, view: SessionsView, desk: Desk) -> None:
        self._tools = tools
        self._view = view
        self._desk = desk
        self.opened = Opened(tools, view, desk)
        self.marking = Marking(self.opened)
        self.steps = Steps(self.opened, self.marking)
        self.planning = Planning(self.opened)
        self.course = CourseActs(self.opened)
        self.evaluating = Evaluating(tools.evaluations, view, desk)
        self.look = Look.LIST
        self._filter = "all"
        self._group = ""

    # Where one is

    def open(self, destination: Destination) -> None:
        """The list, one session, or the form of a new one.

        The part of a session is a step ("cancel", "close", "move", "duplicate", "guest"), or where
        the focus goes: "attendance", "person/<id>", "times/<id>" (typing the arrival),
        "confidentiality", "description", "facilitator", "breaks" or "mode".
        """
        if destination.part == "new":
            self._bring(Look.NEW)
            self.planning.begin(destination.id)
        elif destination.id:
            self.opened.id = destination.id
            self.steps.close()
            self._bring(Look.SESSION)
            self.refresh()
            if self.look is Look.SESSION and self.steps.fits(destination.part):
                self.steps.open(destination.part)
        else:
            self._bring(Look.LIST)
            self.refresh()

    def refresh(self) -> None:
        """Read again what is in front; a session that is gone gives way to the list."""
        if self.look is Look.NEW:
            self.planning.show()
        elif self.look is Look.SESSION and self.opened.read():
            self.steps.refresh()
            self._show_evaluation()
        else:
            self._bring(Look.LIST)
            self._show_list()

    def scope(self) -> Scope:
        """What the dock shows: this session, else the year."""
        if self.look is Look.SESSION:
            return Scope(session_id=self.opened.id, word="Deze bijeenkomst")
        return Scope(year=self._desk.year())

    def crumb(self, index: int) -> None:
        """One of the words above the title: the groups, or the group."""
        group = self.opened.card().session.group_id if index else ""
        self._desk.go(Destination(Place.GROUPS, group))

    # The list

    def choose_filter(self, key: str) -> None:
        """Only sessions of one state."""
        self._filter = key
        self._show_list()

    def choose_group(self, group_id: str) -> None:
        """Only sessions of one group."""
        self._group = group_id
        self._show_list()

    def show(self, session_id: str) -> None:
        """Open one from the list."""
        self._desk.go(Destination(Place.SESSIONS, session_id))

    def plan(self) -> None:
        """A new one, of the group in front."""
        group = self._group
        if self.look is Look.SESSION:
            group = self.opened.card().session.group_id
        self._desk.go(Destination(Place.SESSIONS, group, part="new"))

    # One session

    def change(self, name: str, value: Any) -> None:
        """Save one field of the forms."""
        session = self.opened.card().session
        if name in {"method", "cases"}:
            changed = with_plan(session, name, value, self.opened.known(self.opened.card()))
        else:
            changed = with_value(session, name, value)
        if changed != session:
            self._desk.perform(lambda: self._tools.sessions.change(changed))

    def add_theme(self, theme: str) -> None:
        """Put a neutral theme behind the description."""
        before = self.opened.card().session.description.strip().rstrip(".")
        if theme and theme not in before:
            self.change("description", f"{before}, {theme.lower()}" if before else theme)

    def surnames(self) -> list[str]:
        """The surnames on the list, which do not belong in a description."""
        return surnames_of(self.opened.card())

    def start(self) -> None:
        """The session takes place; everyone of the group is there unless marked otherwise."""
        sid = self.opened.id
        if self._desk.perform(lambda: self._tools.holding.hold(sid)) is not None:
            self._view.focus_roster("")

    def main(self) -> None:
        """The one main thing: start, afronden, or the papers."""
        if self.steps.key and self.steps.key != "guest":
            self.steps.confirm()
            return
        stage = self.opened.card().session.state
        if stage is Stage.PLANNED:
            self.start()
        elif stage is Stage.HELD:
            self.steps.open("close")
        elif stage is Stage.CLOSED:
            self.to_certificates()
        else:
            self.revive()

    def reopen(self) -> None:
        """Open a closed record again, with a reason."""
        sid = self.opened.id
        question = Question(
            "Bijeenkomst heropenen",
            "Aanwezigheid en checks zijn daarna weer te wijzigen. De reden komt in het Logboek.",
            "Heropenen",
            label="Reden van heropenen",
        )

        def reopened(reason: str) -> None:
            self._desk.perform(lambda: self._tools.holding.reopen(sid, reason))

        self._desk.ask_reason(question, reopened)

    def revive(self) -> None:
        """Plan a cancelled session again."""
        sid = self.opened.id
        self._desk.perform(lambda: self._tools.holding.revive(sid))

    def plan_again(self) -> None:
        """It was not held after all."""
        sid = self.opened.id
        self._desk.perform(lambda: self._tools.holding.plan_again(sid))

    def remove(self) -> None:
        """Remove a planned session; undo brings it back."""
        sid = self.opened.id
        self._desk.perform(lambda: self._tools.sessions.remove(sid))

    def remove_guest(self, participant_id: str) -> None:
        """Take a guest off the list."""
        sid = self.opened.id
        self._desk.perform(lambda: self._tools.guests.remove(sid, participant_id))

    # Papers and elsewhere

    def try_out(self) -> None:
        """See what moving this session would come to, before it is done."""
        self._desk.go(Destination(Place.WHAT_IF, self.opened.id, "move"))

    def to_certificates(self) -> None:
        """The papers of this session."""
        self._desk.go(Destination(Place.CERTIFICATES, self.opened.id, part="session"))

    def to_certificate(self, participant_id: str) -> None:
        """The paper of one person."""
        target = f"{self.opened.id}/{participant_id}"
        self._desk.go(Destination(Place.CERTIFICATES, target, part="person"))

    def to_person(self, participant_id: str) -> None:
        """The page of a participant."""
        self._desk.go(Destination(Place.PARTICIPANTS, participant_id))

    def print_list(self, *, filled: bool) -> None:
        """The presentielijst: blank to sign before, or filled in to sign afterwards."""
        papers = self._tools.papers
        self._print("Presentielijst", papers.attendance_list if filled
                    else papers.blank_attendance_list)  # fmt: skip

    def to_papers(self) -> None:
        """Invitation, forms and sheets of this session, to see, print, keep or mail."""
        self._desk.go(Destination(Place.PAPERS, self.opened.id, part="session"))

    def export_calendar(self) -> None:
        """The session as a calendar file."""
        found = self._tools.calendars.session(self.opened.id)
        name = f"{safe_name(found.name)}.ics"
        question = FileQuestion("Agendabestand bewaren", ("Agenda (*.ics)",), name)

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, found.data)

            self._desk.run(write, self._written, "Agendabestand bewaren")

        self._desk.choose_target(question, chosen)

    def _print(self, title: str, render: Callable[[str], bytes]) -> None:
        sid = self.opened.id

        def make(_progress: Progress) -> bytes:
            return render(sid)

        def made(paper: bytes) -> None:
            self._view.print_paper(title, paper)

        self._desk.run(make, made, f"{title} maken")

    def _written(self, path: Path) -> None:
        self._desk.tell(f"Bewaard als {path.name}.")

    def _show_evaluation(self) -> None:
        held = self.opened.card().session.state in {Stage.HELD, Stage.CLOSED}
        self.evaluating.show(self.opened.id, held=held)

    def _bring(self, look: Look) -> None:
        self.look = look
        self._view.show_look(look)

    def _show_list(self) -> None:
        year = self._desk.year()
        every = self._tools.sessions.rows(year=year)
        groups = {row.group_id: row.group for row in every}
        if self._group not in groups:
            self._group = ""
        mine = [row for row in every if not self._group or row.group_id == self._group]
        shown = [row for row in mine if self._filter in {"all", row.state.value}]
        now = self._desk.now()
        ahead = next((row.id for row in shown if row.day >= now.date()), "")
        word = counts.telwoord(len(shown), "bijeenkomst", "bijeenkomsten")
        can_plan = bool(self._tools.groups.rows())
        self._view.show_list(
            ListState(
                subtitle=f"{word} in {year}",
                rows=tuple(session_line(row, now) for row in shown),
                filter=self._filter,
                filters=words.FILTERS,
                groups=(("", "Alle groepen"), *sorted(groups.items(), key=lambda g: g[1])),
                group=self._group,
                chosen=ahead or (shown[-1].id if shown else ""),
                empty=_empty(year, can_plan=can_plan, some=bool(every)),
                can_plan=can_plan,
            )
        )


def with_value(session: Session, name: str, value: Any) -> Session:
    """The session with one field of the forms changed."""
    if name == "where":
        online = session.mode is Mode.ONLINE
        return replace(session, link=value) if online else replace(session, place=value)
    if name == "mode":
        return replace(session, mode=Mode(value))
    if name == "breaks":
        breaks: tuple[Interval, ...] = read_spans(value) or ()
        return replace(session, breaks=breaks)
    if name == "facilitator_id":
        return replace(session, facilitator_id=value or None)
    return replace(session, **{name: value})


def _empty(year: int, *, can_plan: bool, some: bool) -> tuple[str, str]:
    if some:
        return "Niets gevonden", "Geen bijeenkomst past bij dit filter."
    if not can_plan:
        return "Nog geen groepen", "Maak eerst een groep; daarna plant u hier bijeenkomsten."
    return f"Nog geen bijeenkomsten in {year}", "Plan er een, of plan in de agenda een hele reeks."
