"""What the tab Aanwezigheid shows and does: the matrix and the cell that is current; no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Protocol

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import NotCounted, StandingState
from intervisie_desktop.services.attendance import AttendanceService, Tick
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.groups import GroupYear
from intervisie_desktop.services.holding import HoldingService
from intervisie_desktop.ui.pages.groups.matrix import (
    Cell,
    CellKind,
    Judged,
    Matrix,
    Show,
    matrix_of,
    minutes_there,
    people_of,
    sessions_of,
)
from intervisie_desktop.ui.shell.desk import Desk, Question
from intervisie_desktop.ui.shell.paper import PaperPrinter
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.counts import hours, telwoord

WELL = frozenset({StandingState.ACHIEVED, StandingState.ON_COURSE})

_WHY = {
    NotCounted.TOO_SHORT: "Korter dan {least} aaneengesloten. Deze {here} uur telt niet mee in "
    "het totaal.",
    NotCounted.GROUP_SIZE: "De groep was te klein of te groot. Deze {here} uur telt niet mee.",
    NotCounted.NOT_ONLINE: "Online telt hier niet. Deze {here} uur telt niet mee.",
    NotCounted.DAY_MAX: "Op één dag telt niet meer mee; wat erboven komt, valt weg.",
    NotCounted.SPLIT_DAY: "Van losse blokken op één dag telt het langste. Deze {here} uur "
    "telt niet mee.",
    NotCounted.UNSIGNED: "De presentielijst is niet getekend. Deze {here} uur telt niet mee.",
}


@dataclass(frozen=True, slots=True)
class Current:
    """The cell that is current, ready for the panel below the matrix.

    `chip` is (word, tone, sign); `state` says what can be done with it: "open" may change, "closed"
    may be reopened, "planned" is still to come and "none" is of nobody who belongs here.
    """

    session_id: str
    participant_id: str
    name: str
    when: str
    chip: tuple[str, str, str]
    state: str
    arrived: int | None = None
    left: int | None = None
    hours: str = ""
    remark: str = ""
    contribution: bool = False
    present: bool = False
    message: str = ""


@dataclass(frozen=True, slots=True)
class AttendingState:
    """Everything the tab shows."""

    numbers: tuple[tuple[str, str], ...] = ()
    show: Show = Show.HOURS
    matrix: Matrix = field(default_factory=Matrix)


class AttendingView(Protocol):
    """What the presenter asks of the tab."""

    def show_state(self, state: AttendingState) -> None:
        """Show numbers and matrix."""

    def show_current(self, current: Current | None) -> None:
        """Show the cell that is current, or nothing."""

    def focus_arrival(self) -> None:
        """Let the arrival be typed."""

    def focus_matrix(self) -> None:
        """Back to the matrix."""


class AttendingPresenter:
    """Marks attendance from the matrix, with one key or in the panel below."""

    def __init__(
        self,
        attendance: AttendanceService,
        holding: HoldingService,
        compliance: ComplianceService,
        documents: DocumentsService,
        view: AttendingView,
        desk: Desk,
        paper: PaperPrinter,
    ) -> None:
        self._documents = documents
        self._print = paper
        self._attendance = attendance
        self._holding = holding
        self._compliance = compliance
        self._view = view
        self._desk = desk
        self._show = Show.HOURS
        self._year: GroupYear | None = None
        self._matrix = Matrix()
        self._by_hours = Matrix()
        self._judged = Judged({}, {})
        self._at: tuple[str, str] = ("", "")

    def show(self, year: GroupYear) -> None:
        """Show the matrix of this group and year."""
        self._year = year
        self._judged = judged_of(year, self._compliance)
        self._matrix = matrix_of(year, self._judged, self._desk.today(), self._show)
        by_hours = self._show is Show.HOURS
        self._by_hours = (
            self._matrix
            if by_hours
            else matrix_of(year, self._judged, self._desk.today(), Show.HOURS)
        )
        numbers = key_numbers(year, self._judged)
        self._view.show_state(AttendingState(numbers, self._show, self._matrix))
        self._view.show_current(self._current())

    def show_as(self, show: str) -> None:
        """Other things in the cells: hours, times or contributions."""
        self._show = Show(show)
        if self._year is not None:
            self.show(self._year)

    def select(self, session_id: str, participant_id: str) -> None:
        """Another cell is current."""
        self._at = (session_id, participant_id)
        self._view.show_current(self._current())

    def copy(self) -> None:
        """The table on the clipboard."""
        self._desk.copy(self._matrix.tab_separated())
        self._desk.tell("De tabel staat op het klembord.")

    def press(self, key: str) -> None:
        """One of A L F M I R on the current cell."""
        session_id, person = self._at
        if self._current() is None:
            return
        if key == "L":
            self._view.focus_arrival()
            return
        acts = {
            "A": lambda: self._attendance.mark_present(session_id, person),
            "F": lambda: self._attendance.mark_absent(session_id, person),
            "M": lambda: self._attendance.mark_excused(session_id, person),
            "I": lambda: self._attendance.toggle(session_id, Tick.CONTRIBUTION, person),
            "R": lambda: self._attendance.toggle(session_id, Tick.CLOSED_ROOM, person),
        }
        self._perform(acts[key])

    def print_list(self) -> None:
        """The presentielijst of the current session, or of the one that comes first."""
        session, _ = self._found()
        sessions = sessions_of(self._year) if self._year else ()
        if session is None:
            coming = [s for s in sessions if s.day >= self._desk.today()]
            session = next(iter(coming), sessions[-1] if sessions else None)
        if session is None:
            self._desk.tell("Deze groep heeft dit jaar geen bijeenkomsten.")
            return
        documents, session_id = self._documents, session.id
        blank = session.state is SessionState.PLANNED
        make = documents.blank_attendance_list if blank else documents.attendance_list
        day = counts.day_short(session.day)
        self._print(f"Presentielijst {day}", lambda: make(session_id))

    def leave_panel(self) -> None:
        """Done with the panel: back to the matrix."""
        self._view.focus_matrix()

    def set_arrival(self, arrived: int) -> None:
        """Came at this time and stayed to the end."""
        session_id, person = self._at
        self._perform(lambda: self._attendance.mark_later(session_id, person, arrived))

    def set_times(self, arrived: int | None, left: int | None) -> None:
        """Other times for the current cell; what lies between the first and last stays."""
        session, attendance = self._found()
        if session is None or arrived is None or left is None:
            return
        if not arrived < left:
            self._desk.refuse("Het vertrek ligt niet na de aankomst; kijk de tijden na.")
            self._view.show_current(self._current())
            return
        known = attendance.intervals if attendance else ()
        times = _with_ends(known, arrived, left)
        if times == known:
            return
        at = self._at
        self._perform(lambda: self._attendance.set_times(*at, times))

    def set_remark(self, text: str) -> None:
        """The practical reason of the current cell."""
        at = self._at
        self._perform(lambda: self._attendance.set_remark(*at, text))

    def set_contribution(self, *, on: bool) -> None:
        """Whether something was brought in."""
        session_id, person = self._at
        self._perform(
            lambda: self._attendance.set_tick(session_id, Tick.CONTRIBUTION, (person,), on=on)
        )

    def reopen(self) -> None:
        """Open the closed record of the current session again, with a reason."""
        session, _ = self._found()
        if session is None:
            return
        question = Question(
            "Bijeenkomst heropenen",
            "Het verslag is afgerond. Waarom moet er nog iets veranderen?",
            "Heropenen",
        )
        session_id = session.id
        self._desk.ask_reason(
            question,
            lambda reason: self._perform(lambda: self._holding.reopen(session_id, reason)),
        )

    def _perform(self, act: Any) -> None:
        def done() -> Outcome[Any]:
            outcome: Outcome[Any] = act()
            return outcome

        self._desk.perform(done)
        # After a refusal the panel shows again what is stored.
        self._view.show_current(self._current())

    def _found(self) -> tuple[Session | None, Attendance | None]:
        if self._year is None:
            return None, None
        session = next((s for s in sessions_of(self._year) if s.id == self._at[0]), None)
        return session, self._year.attendances.get(self._at)

    def _cell(self) -> Cell | None:
        """The current cell as it is in hours, whatever the table shows."""
        sessions = [c.id for c in self._matrix.columns]
        people = [p.id for p in self._matrix.people]
        if self._at[0] not in sessions or self._at[1] not in people:
            return None
        return self._by_hours.cells[people.index(self._at[1])][sessions.index(self._at[0])]

    def _current(self) -> Current | None:
        session, attendance = self._found()
        cell = self._cell()
        if session is None or cell is None or self._year is None:
            return None
        name = people_of(self._year)[self._at[1]][0].name
        times = attendance.intervals if attendance else ()
        present = attendance is not None and attendance.state is AttendanceState.PRESENT
        when = counts.day_short_weekday(session.day)
        return Current(
            session_id=session.id,
            participant_id=self._at[1],
            name=name,
            when=f"{when}, {counts.span(session.start, session.end)}{_origin(attendance)}",
            chip=_chip(cell, attendance),
            state=_state(session, cell),
            arrived=times[0].start if times else None,
            left=times[-1].end if times else None,
            hours=hours(minutes_there(session, attendance)) if attendance and present else "",
            remark=attendance.remark if attendance else "",
            contribution=attendance is not None and attendance.contribution,
            present=present,
            message=self._message(session, attendance, cell),
        )

    def _message(self, session: Session, attendance: Attendance | None, cell: Cell) -> str:
        if attendance and cell.why is not NotCounted.NOTHING:
            view = self._judged.views.get(session.id)
            least = view.edition.day_min.value if view and view.edition.day_min else 0
            return _WHY[cell.why].format(
                least=_plain_hours(least), here=hours(minutes_there(session, attendance))
            )
        if attendance and len(attendance.intervals) > 1:
            spans = [counts.span(i.start, i.end) for i in attendance.intervals]
            return f"Aanwezig in delen: {counts.join(spans)}."
        return ""


def judged_of(year: GroupYear, compliance: ComplianceService) -> Judged:
    """Standings and views under the leading profile of the group."""
    profile = year.group.profiles[0]
    found = {person: compliance.standing(person, profile, year.year) for person in people_of(year)}
    views = {s.id: compliance.session_views(s.id).get(profile) for s in sessions_of(year)}
    return Judged(
        {person: standing for person, standing in found.items() if standing},
        {session_id: view for session_id, view in views.items() if view},
    )


def key_numbers(year: GroupYear, judged: Judged) -> tuple[tuple[str, str], ...]:
    """On course, hours made on average, hours planned, and who brought something in."""
    people = people_of(year)
    states = Counter(s.state for s in judged.standings.values())
    well = sum(states[state] for state in WELL)
    short = states[StandingState.SHORT] + states[StandingState.UNREACHABLE]
    parts = [
        f"{number} {word}"
        for number, word in (
            (states[StandingState.TIGHT], "krap"),
            (states[StandingState.TO_PLAN], "te plannen"),
            (short, "tekort"),
        )
        if number
    ]
    made = [s.made for s in judged.standings.values()]
    # An average is rounded to a tenth of an hour; hours that count are cut off.
    average = sum(made) // len(made) + 3 if made else 0
    planned = [s for s in sessions_of(year) if s.state is SessionState.PLANNED]
    brought = {who for (_, who), a in year.attendances.items() if a.contribution}
    return (
        (f"{well} van {len(people)}", ", ".join(["op koers", *parts])),
        (f"{hours(average)} uur", "gemiddeld geregistreerd"),
        (
            f"{hours(sum(s.minutes for s in planned))} uur",
            f"gepland, {telwoord(len(planned), 'bijeenkomst', 'bijeenkomsten')}",
        ),
        (f"{len(brought & people.keys())} van {len(people)}", "heeft ingebracht"),
    )


def _origin(attendance: Attendance | None) -> str:
    """Says of times that were kept by hand elsewhere that they are no record of this program."""
    return " · overgenomen" if attendance is not None and attendance.taken_over else ""


def _chip(cell: Cell, attendance: Attendance | None) -> tuple[str, str, str]:
    if cell.kind is CellKind.AWAY:
        excused = attendance is not None and attendance.state is AttendanceState.EXCUSED
        return ("afgemeld" if excused else "afwezig", "neutral", "user-x")
    return {
        CellKind.NOT_COUNTED: ("telt niet mee", "waarschuwing", "triangle-alert"),
        CellKind.SHORTER: ("korter", "waarschuwing", "clock"),
        CellKind.PRESENT: ("aanwezig", "ok", "circle-check"),
        CellKind.PLAIN: ("aanwezig", "ok", "circle-check"),
        CellKind.PLANNED: ("gepland", "neutral", "circle-dashed"),
        CellKind.OPEN: ("nog niet ingevuld", "waarschuwing", "circle-help"),
        CellKind.NONE: ("geen lid op deze dag", "neutral", ""),
    }[cell.kind]


def _state(session: Session, cell: Cell) -> str:
    if session.state is SessionState.CLOSED:
        return "closed"
    if session.state is SessionState.PLANNED:
        return "none" if cell.kind is CellKind.NONE else "planned"
    return "open"


def _with_ends(known: tuple[Interval, ...], arrived: int, left: int) -> tuple[Interval, ...]:
    """The known stretches with another begin and end; one stretch when that leaves nothing."""
    middle = [i for i in known if i.end > arrived and i.start < left]
    if len(middle) < 2:
        return (Interval(arrived, left),)
    first, last = middle[0], middle[-1]
    return (Interval(arrived, first.end), *middle[1:-1], Interval(last.start, left))


def _plain_hours(minutes: int) -> str:
    return f"{minutes // 60} uur" if minutes % 60 == 0 else f"{hours(minutes)} uur"
