"""What the page Vandaag shows and does; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.dashboard import DashboardService, Glance, papers_due, people_in
from intervisie_desktop.ui.pages.today import heat_words, next_words
from intervisie_desktop.ui.pages.today.state import (
    ComingState,
    MonthsState,
    MonthState,
    StepState,
    TodayState,
    TodoState,
)
from intervisie_desktop.ui.panels.findings.piles import piles
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Progress
from intervisie_desktop.ui.text import control, counts, own_duty
from intervisie_desktop.ui.text import today as words

CONCERNS = frozenset(
    {
        Subject.GROUP,
        Subject.PARTICIPANT,
        Subject.SESSION,
        Subject.ATTENDANCE,
        Subject.CERTIFICATE,
        Subject.ABSENCE,
        Subject.AGREEMENT,
        Subject.EXCEPTION,
        Subject.FACILITATOR,
        Subject.PROFILE,
        Subject.INVOICE,
        Subject.PAYMENT,
        Subject.RATE,
    }
)
READING = "Overzicht bijwerken"
MOST_CODES = 3


class TodayView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: TodayState) -> None:
        """Show everything."""

    def show_findings(self) -> None:
        """Bring the first finding of the Controle panel in front."""


class TodayPresenter:
    """Reads the practice on the worker and makes words of it."""

    def __init__(self, dashboard: DashboardService, view: TodayView, desk: Desk) -> None:
        self._dashboard = dashboard
        self._view = view
        self._desk = desk
        self._busy = self._again = False
        self._next = ""

    def refresh(self) -> None:
        """Read again; asked while reading, it reads once more after."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        year = self._desk.year()

        def job(_progress: Progress) -> Glance:
            return self._dashboard.glance(year)

        self._desk.run(job, self._read, READING, self._failed)

    def begin(self) -> None:
        """To the session that comes next."""
        if self._next:
            self._desk.go(Destination(Place.SESSIONS, self._next))

    def do(self, todo: TodoState) -> None:
        """To where something is done."""
        if todo.destination is None:
            self._view.show_findings()
        else:
            self._desk.go(todo.destination)

    def open_session(self, session_id: str) -> None:
        """To one session."""
        self._desk.go(Destination(Place.SESSIONS, session_id))

    def open_participant(self, participant_id: str) -> None:
        """To one participant."""
        self._desk.go(Destination(Place.PARTICIPANTS, participant_id))

    def open_group(self, group_id: str) -> None:
        """To one group."""
        self._desk.go(Destination(Place.GROUPS, group_id))

    def take_step(self, step: StepState) -> None:
        """To where a first step is taken."""
        self._desk.go(step.destination)

    def open_agenda(self) -> None:
        """To the agenda."""
        self._desk.go(Destination(Place.AGENDA))

    def plan_year(self) -> None:
        """To planning the working year."""
        self._desk.go(Destination(Place.AGENDA, part="plan", year=self._desk.year()))

    def new_session(self) -> None:
        """To a new session."""
        self._desk.go(Destination(Place.AGENDA, part="new"))

    def _read(self, glance: Glance) -> None:
        self._busy = False
        self._next = glance.next.card.session.id if glance.next else ""
        self._view.show_state(self._stated(glance))
        if self._again:
            self._again = False
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._busy = self._again = False
        raise error

    def _stated(self, glance: Glance) -> TodayState:
        now = self._desk.now()
        year = self._desk.year()
        rows = heat_words.rows(glance)
        return TodayState(
            title=counts.capital(counts.day_weekday(glance.today)),
            subtitle=words.week_line(counts.week(glance.today), glance.on_today, glance.next_week),
            next=next_words.stated(glance.next, glance.today, now.hour * 60 + now.minute),
            todo=tuple(_todo(glance, year)),
            heat_title=words.heat_title(heat_words.common_target(rows)),
            heat=rows,
            coming=tuple(_coming(glance)),
            months=_months(glance, year),
            steps=tuple(_steps(glance)),
        )


def _todo(glance: Glance, year: int) -> Iterator[TodoState]:
    yield from _papers(glance, year)
    yield from _billing(glance)
    yield from _late(glance)
    yield from _records(glance)
    yield from _findings(glance, year)
    yield from _to_plan(glance, year)
    yield from _to_catch_up(glance)
    yield from _preparations(glance)
    yield from _own(glance)


def _papers(glance: Glance, year: int) -> Iterator[TodoState]:
    found = papers_due(glance.open_findings, year)
    if found:
        groups = {f.subject.group or "" for f in found}
        where = _name(glance, groups.pop()) if len(groups) == 1 else ""
        to = Destination(Place.CERTIFICATES, part="make", year=year)
        reason = where or words.sessions(len(found))
        yield TodoState("scroll-text", "ink-2", "Bewijzen afgeven", reason, people_in(found), to)


def _billing(glance: Glance) -> Iterator[TodoState]:
    """What can go on an invoice, and by when."""
    found = glance.takings.to_bill
    if found.clients:
        token = "fout" if found.deadline and found.deadline < glance.today else "ink-2"
        until = f" · {counts.day_short(found.deadline)}" if found.deadline else ""
        to = Destination(Place.INVOICES, part="bill")
        reason = f"{counts.euros(found.gross)}{until}"
        yield TodoState("receipt-text", token, words.BILL, reason, found.clients, to)


def _late(glance: Glance) -> Iterator[TodoState]:
    """What should have been paid by now."""
    takings = glance.takings
    if takings.late:
        to = Destination(Place.INVOICES, part="late")
        reason = f"{counts.money(takings.late_amount)} te laat"
        yield TodoState("hourglass", "waarschuwing", words.FOLLOW, reason, takings.late, to)


def _records(glance: Glance) -> Iterator[TodoState]:
    held = [s for s in glance.sessions if s.state is SessionState.HELD]
    if held:
        to = Destination(Place.SESSIONS, held[0].id)
        reason = f"{held[0].code}, {counts.day_short(held[0].day)}"
        yield TodoState("clipboard-check", "ink-2", "Bijeenkomsten afronden", reason, len(held), to)
    passed = [
        s for s in glance.sessions if s.state is SessionState.PLANNED and s.day < glance.today
    ]
    if passed:
        to = Destination(Place.SESSIONS, passed[0].id)
        reason = f"{passed[0].code}, {counts.day_short(passed[0].day)}"
        yield TodoState("user-check", "ink-2", "Aanwezigheid invullen", reason, len(passed), to)


def _findings(glance: Glance, year: int) -> Iterator[TodoState]:
    mine = [f for f in glance.open_findings if _year(f, year) == year]
    cards = piles(mine)
    if cards:
        severity = cards[0].finding.severity
        worst = sum(1 for pile in cards if pile.finding.severity is severity)
        sign, token = control.LOOKS[severity]
        reason = control.how_many(severity, worst)
        yield TodoState(sign, token, "Bevindingen nakijken", reason, len(cards), None)


def _to_plan(glance: Glance, year: int) -> Iterator[TodoState]:
    found = [
        f for f in glance.open_findings
        if f.code == "U04" and f.severity is Severity.WARNING and f.subject.year == year
        and f.subject.group and f.figures.get("state") == "to_plan"
    ]  # fmt: skip
    groups = list(dict.fromkeys(f.subject.group or "" for f in found))
    if groups:
        to = Destination(Place.AGENDA, groups[0], "plan", year)
        reason = counts.join([_code(glance, group) for group in groups[:MOST_CODES]])
        yield TodoState(
            "calendar-plus", "waarschuwing", "Bijeenkomsten plannen", reason, len(groups), to
        )


def _to_catch_up(glance: Glance) -> Iterator[TodoState]:
    """Who falls short with a plan that is complete: only catching up elsewhere helps."""
    found = [
        f for f in glance.open_findings
        if f.code == "U04" and f.subject.year == glance.today.year and f.subject.participant
        and f.figures.get("state") in {"short", "unreachable"}
    ]  # fmt: skip
    people = list(dict.fromkeys(f.subject.participant or "" for f in found))
    if people:
        to = Destination(Place.CATCH_UP, people[0])
        codes = list(dict.fromkeys(_code(glance, f.subject.group or "") for f in found))
        reason = counts.join([code for code in codes[:MOST_CODES] if code])
        yield TodoState("calendar-check", "fout", "Inhalen regelen", reason, len(people), to)


def _preparations(glance: Glance) -> Iterator[TodoState]:
    found = [f for f in glance.open_findings if f.code == "I03"]
    if found:
        to = Destination(Place.SESSIONS, found[0].subject.session or "")
        day = found[0].figures.get("days")
        reason = {0: "vandaag", 1: "morgen"}.get(day if isinstance(day, int) else -1, "")
        reason = reason or _code(glance, found[0].subject.group or "")
        yield TodoState("inbox", "ink-2", "Voorbereiding navragen", reason, people_in(found), to)


def _own(glance: Glance) -> Iterator[TodoState]:
    """A designation or registration of one's own that has to be renewed."""
    if glance.expiring:
        first = glance.expiring[0]
        token = "fout" if first.over else "waarschuwing"
        to = Destination(Place.SETTINGS, first.designation.facilitator_id, "own")
        reason = own_duty.expiry_short(first, glance.today)
        yield TodoState("id-card", token, own_duty.RENEW, reason, len(glance.expiring), to)


def _name(glance: Glance, group_id: str) -> str:
    group = glance.named.get(group_id)
    return group.name if group else ""


def _code(glance: Glance, group_id: str) -> str:
    group = glance.named.get(group_id)
    return (group.code or group.name) if group else ""


def _year(finding: Finding, default: int) -> int:
    if finding.subject.year is not None:
        return finding.subject.year
    return finding.day.year if finding.day else default


def _coming(glance: Glance) -> Iterator[ComingState]:
    for row in glance.coming:
        yield ComingState(
            row.id,
            counts.day_short_weekday(row.day, year=row.day.year != glance.today.year),
            counts.clock(row.start),
            row.code,
            row.colour,
            row.group,
        )


def _months(glance: Glance, year: int) -> MonthsState:
    """The revenue of the year, once there is money in the practice; its meetings until then."""
    if glance.takings.used:
        return _revenue(glance, year)
    months = tuple(_meetings(glance, year))
    return MonthsState(
        title=words.sessions_of(year),
        side="",
        months=months,
        legend=(
            f"{words.HELD} {sum(m.held for m in months)}",
            f"{words.PLANNED} {sum(m.planned for m in months)}",
        ),
        money=False,
    )


def _revenue(glance: Glance, year: int) -> MonthsState:
    revenue, today = glance.takings.revenue, glance.today
    return MonthsState(
        title=words.revenue_of(year),
        side=words.REVENUE_SIDE,
        months=tuple(
            MonthState(
                counts.SHORT_MONTHS[one.month - 1],
                one.invoiced,
                one.expected,
                (today.year, today.month) == (year, one.month),
            )
            for one in revenue.months
        ),
        legend=(
            f"{words.INVOICED} {counts.euros(revenue.invoiced)}",
            f"{words.EXPECTED} {counts.euros(revenue.expected)}",
        ),
        money=True,
    )


def _meetings(glance: Glance, year: int) -> Iterator[MonthState]:
    done = {SessionState.HELD, SessionState.CLOSED}
    for number, name in enumerate(counts.SHORT_MONTHS, 1):
        of_month = [s for s in glance.sessions if s.day.month == number]
        yield MonthState(
            name,
            sum(1 for s in of_month if s.state in done),
            sum(1 for s in of_month if s.state is SessionState.PLANNED),
            (glance.today.year, glance.today.month) == (year, number),
        )


def _steps(glance: Glance) -> Iterator[StepState]:
    """What to begin with, as long as one of these has never been done."""
    planned = bool(glance.sessions or glance.next or glance.coming)
    if glance.groups and glance.participants and planned:
        return
    yield StepState(
        "Groep maken",
        "Naam, regelprofiel en vaste plaats",
        glance.groups > 0,
        Destination(Place.GROUPS, part="new"),
    )
    yield StepState(
        "Deelnemers importeren",
        "Uit een lijst die u al hebt, of vul ze zelf in",
        glance.participants > 0,
        Destination(Place.IMPORTING, part="participants"),
    )
    yield StepState(
        "Bijeenkomst plannen",
        "Eén datum, of een reeks voor het hele jaar",
        planned,
        Destination(Place.AGENDA, part="new"),
    )
