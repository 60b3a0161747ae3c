"""The matrix of a group: who was at which session, and how each year stands; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intervisie_desktop.domain.attendance import (
    Attendance,
    AttendanceState,
    total_minutes,
    within,
)
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import CountedSession, NotCounted, YearStanding
from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.services.groups import GroupYear, Member
from intervisie_desktop.ui.pages.groups.checks import CheckRow, check_rows
from intervisie_desktop.ui.text import counts, standings
from intervisie_desktop.ui.text.counts import hours

TAKEN_PLACE = frozenset({SessionState.HELD, SessionState.CLOSED})


class Show(StrEnum):
    """What stands in the cells."""

    HOURS = "hours"
    TIMES = "times"
    CONTRIBUTION = "contribution"


class CellKind(StrEnum):
    """How a cell looks."""

    PRESENT = "present"
    SHORTER = "shorter"
    NOT_COUNTED = "not_counted"
    AWAY = "away"
    PLANNED = "planned"
    OPEN = "open"
    PLAIN = "plain"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cell:
    """One person at one session: how it looks, what stands in it and how it is said."""

    kind: CellKind
    text: str
    spoken: str
    why: NotCounted = NotCounted.NOTHING


@dataclass(frozen=True, slots=True)
class Column:
    """One session: its day, its state with a sign, and whether it is today."""

    id: str
    day: str
    word: str
    sign: str
    token: str
    today: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person: contributions, hours made, and the forecast with sign and word."""

    id: str
    name: str
    contributions: int
    contribution_token: str
    now: str
    forecast: str
    word: str
    sign: str
    token: str
    made: int
    planned: int
    target: int
    spoken: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Everything the matrix shows; `cells` by person and then by session."""

    columns: tuple[Column, ...] = ()
    people: tuple[PersonLine, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()
    checks: tuple[CheckRow, ...] = ()

    def tab_separated(self) -> str:
        """The table as text for a spreadsheet."""
        head = ["Deelnemer", *(c.day for c in self.columns), "Nu", "Prognose", "Stand"]
        lines = [head]
        for person, cells in zip(self.people, self.cells, strict=True):
            words = [cell.text for cell in cells]
            lines.append([person.name, *words, person.now, person.forecast, person.word])
        lines += [[check.label, *(cell.text for cell in check.cells)] for check in self.checks]
        return "\n".join("\t".join(_one_cell(word) for word in line) for line in lines) + "\n"


def _one_cell(text: str) -> str:
    """Without tabs, and never read as a formula by a spreadsheet."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in {"=", "+", "@", "-"} and len(flat) > 1 else flat


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of the group's year: standings by person, views by session."""

    standings: Mapping[str, YearStanding]
    views: Mapping[str, SessionView]


def people_of(year: GroupYear) -> dict[str, list[Member]]:
    """The memberships of each person, in the order of the names."""
    found: dict[str, list[Member]] = {}
    for member in year.members:
        found.setdefault(member.id, []).append(member)
    return found


def sessions_of(year: GroupYear) -> tuple[Session, ...]:
    """The sessions that stand in the matrix: not those that were called off."""
    return tuple(s for s in year.sessions if s.state is not SessionState.CANCELLED)


def matrix_of(year: GroupYear, judged: Judged, today: date, show: Show) -> Matrix:
    """The whole matrix of a group in a year."""
    sessions = sessions_of(year)
    lines, rows = [], []
    for person_id, members in people_of(year).items():
        standing = judged.standings.get(person_id)
        counted = {c.session_id: c for c in standing.sessions} if standing else {}
        cells = tuple(
            cell_of(members, session, year.attendances.get((session.id, person_id)),
                    counted.get(session.id), show)
            for session in sessions
        )  # fmt: skip
        rows.append(cells)
        lines.append(_line(members[0], year, standing, judged))
    return Matrix(
        columns=tuple(column_of(session, today) for session in sessions),
        people=tuple(lines),
        cells=tuple(rows),
        checks=check_rows(sessions, year, judged.views),
    )


def column_of(session: Session, today: date) -> Column:
    """The head of a session."""
    day = counts.day_short_weekday(session.day)
    is_today = session.day == today
    if session.state is SessionState.CLOSED:
        word, sign, token = "gereed", "circle-check", "ok"
    elif is_today:
        word, sign, token = "vandaag", "circle-dot", "accent"
    elif session.state is SessionState.HELD:
        word, sign, token = "open", "clipboard-check", "waarschuwing"
    else:
        word, sign, token = "gepland", "circle-dashed", "ink-3"
    spoken = f"{counts.day_weekday(session.day)}, {word}"
    return Column(session.id, day, word, sign, token, is_today, spoken)


def cell_of(
    members: list[Member],
    session: Session,
    attendance: Attendance | None,
    counted: CountedSession | None,
    show: Show,
) -> Cell:
    """One person at one session."""
    said = f"{members[0].name}, {counts.day_weekday(session.day)}"
    belongs = any(session.day in member.membership.period for member in members)
    state = attendance.state if attendance else AttendanceState.EXPECTED
    if state is AttendanceState.ABSENT:
        return Cell(CellKind.AWAY, "afwezig", f"{said}, afwezig")
    if state is AttendanceState.EXCUSED:
        return Cell(CellKind.AWAY, "afgem.", f"{said}, afgemeld")
    if attendance is not None and state is AttendanceState.PRESENT:
        return _there(said, session, attendance, counted, show)
    if not belongs:
        return Cell(CellKind.NONE, "", f"{said}, geen lid op deze dag")
    if session.state in TAKEN_PLACE:
        return Cell(CellKind.OPEN, "?", f"{said}, nog niet ingevuld")
    planned = {
        Show.HOURS: hours(session.minutes),
        Show.TIMES: counts.span(session.start, session.end),
        Show.CONTRIBUTION: "–",
    }[show]
    return Cell(CellKind.PLANNED, planned, f"{said}, {hours(session.minutes)} uur gepland")


def minutes_there(session: Session, attendance: Attendance) -> int:
    """Minutes of presence within the session, pauses included."""
    return total_minutes(within(attendance.intervals, session.interval))


def _there(
    said: str,
    session: Session,
    attendance: Attendance,
    counted: CountedSession | None,
    show: Show,
) -> Cell:
    minutes = counted.minutes if counted else minutes_there(session, attendance)
    why = counted.why if counted else NotCounted.NOTHING
    worth = counted.counted if counted and counted.counted else minutes
    lost = counted is not None and not counted.counted and why is not NotCounted.NOTHING
    shorter = minutes_there(session, attendance) < session.minutes
    kind = CellKind.SHORTER if shorter else CellKind.PRESENT
    if lost:
        kind, worth = CellKind.NOT_COUNTED, minutes
    if show is Show.CONTRIBUTION:
        kind = CellKind.PRESENT if attendance.contribution else CellKind.PLAIN
    words = [said, f"{hours(worth)} uur"]
    words += ["telt niet mee"] if lost else ["korter dan de bijeenkomst"] if shorter else []
    words += ["heeft ingebracht"] if attendance.contribution else []
    return Cell(kind, _text(attendance, worth, show), ", ".join(words), why)


def _text(attendance: Attendance, worth: int, show: Show) -> str:
    if show is Show.CONTRIBUTION:
        return "ja" if attendance.contribution else "nee"
    if show is Show.TIMES and attendance.intervals:
        return counts.span(attendance.intervals[0].start, attendance.intervals[-1].end)
    return hours(worth)


def _line(
    member: Member, year: GroupYear, standing: YearStanding | None, judged: Judged
) -> PersonLine:
    brought = sum(
        1 for (_, who), a in year.attendances.items() if who == member.id and a.contribution
    )
    asked = any(view.edition.contribution_min is not None for view in judged.views.values())
    token = "waarschuwing" if asked and not brought else "ink-3"
    if standing is None:
        made = sum(
            minutes_there(session, a)
            for session in sessions_of(year)
            if (a := year.attendances.get((session.id, member.id))) is not None
            and a.state is AttendanceState.PRESENT
        )
        said = f"{member.name}, {hours(made)} uur geregistreerd, geen doel"
        return PersonLine(
            member.id, member.name, brought, token, hours(made), "", "geen doel", "", "ink-3",
            made, 0, 0, said,
        )  # fmt: skip
    word, tone, sign = standings.look(standing.state)
    missing = f" {hours(standing.missing)}" if word == "tekort" else ""
    said = f"{member.name}, {standings.sentence(standing)}, {word}"
    return PersonLine(
        id=member.id,
        name=member.name,
        contributions=brought,
        contribution_token=token,
        now=hours(standing.made),
        forecast=hours(standing.forecast),
        word=f"{word}{missing}",
        sign=sign,
        token="ink-3" if tone == "neutral" else tone,
        made=standing.made,
        planned=standing.planned,
        target=standing.target,
        spoken=said,
    )
