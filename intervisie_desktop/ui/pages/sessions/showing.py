"""Makes what the page shows out of what the services give; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.sessions import SessionState as Stage
from intervisie_desktop.services.sessions import SessionCard, SessionRow
from intervisie_desktop.services.themes import ThemeGroup
from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.checks import (
    check_lines,
    checks_chip,
    margin_words,
    online_ticks,
)
from intervisie_desktop.ui.pages.sessions.course import Known, course_state
from intervisie_desktop.ui.pages.sessions.fields import spans_words
from intervisie_desktop.ui.pages.sessions.roster_rows import is_running, roster_row
from intervisie_desktop.ui.pages.sessions.state import RosterRow, SessionLine, SessionState
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.text.lint import description_advice
from intervisie_desktop.ui.text.methods import method_options


@dataclass(frozen=True, slots=True)
class Around:
    """What else a session is shown with; `coming` is how many who count are expected."""

    now: datetime
    edition: Edition | None
    facilitators: tuple[tuple[str, str], ...]
    themes: tuple[ThemeGroup, ...]
    known: Known
    coming: int | None = None


def session_line(row: SessionRow, now: datetime) -> SessionLine:
    """A session in the list."""
    today = row.day == now.date()
    running = row.state is Stage.HELD and today and now.hour * 60 + now.minute < row.end
    taken_place = row.state in {Stage.HELD, Stage.CLOSED}
    return SessionLine(
        id=row.id,
        day=row.day,
        day_words=counts.day_short_weekday(row.day),
        time=counts.span(row.start, row.end),
        start=row.start,
        code=row.code,
        colour=row.colour,
        group=row.group,
        mode=word(row.mode),
        place=row.place if row.mode is not Mode.ONLINE else "",
        chip=words.STATES["running" if running else row.state.value],
        present=row.present,
        counted=str(row.present) if taken_place else "",
    )


def session_state(card: SessionCard, around: Around) -> SessionState:
    """One session, open."""
    session = card.session
    running = is_running(session, around.now)
    kind = _kind(session, around.now)
    online = session.mode is not Mode.ON_LOCATION
    editable = session.state in {Stage.PLANNED, Stage.HELD}
    markable = session.state is Stage.HELD
    rows = tuple(roster_row(x, session, around.now, around.edition) for x in card.roster)
    checks = check_lines(
        session, rows, around.edition, online=online, markable=markable, running=running
    )
    return SessionState(
        id=session.id,
        group_id=session.group_id,
        title=f"{counts.capital(counts.day_weekday(session.day))}, "
        f"{counts.span(session.start, session.end)}",
        crumb=("Groepen", card.group.name, f"Bijeenkomst {card.number} van {card.of}"),
        chip=words.STATES["running" if running else session.state.value],
        kind=kind,
        lock=_lock(session),
        editable=editable,
        markable=markable,
        online=online,
        online_ticks=online_ticks(around.edition) if online else (),
        start_words=_start_words(kind),
        values=values_of(session),
        where_label=where_label(session.mode),
        hybrid=session.mode is Mode.HYBRID,
        advice=description_advice(session.description, surnames_of(card)),
        facilitators=around.facilitators,
        themes=theme_options(around.themes),
        methods=method_options(session.method, around.known.methods),
        course=course_state(session, around.known),
        checks=checks,
        checks_chip=checks_chip(checks),
        roster=rows,
        roster_side=_roster_side(card, around.edition),
        margin=margin_words(around.coming, around.edition),
        hours_head="Uren nu" if running else "Uren",
        everyone=f"Iedereen om {counts.clock(session.start)}" if markable and rows else "",
        certificates=session.state is Stage.CLOSED,
    )


def surnames_of(card: SessionCard) -> list[str]:
    """The surnames on the list."""
    return [line.listed.partition(",")[0] for line in card.roster]


def values_of(session: Session) -> dict[str, Any]:
    """The values of the forms."""
    return {
        "mode": session.mode.value,
        "where": session.link if session.mode is Mode.ONLINE else session.place,
        "link": session.link,
        "method": session.method,
        "facilitator_id": session.facilitator_id or "",
        "breaks": spans_words(session.breaks),
        "description": session.description,
        "invited_on": session.invited_on,
        "link_sent_on": session.link_sent_on,
        "evaluated_on": session.evaluated_on,
        "list_signed": session.list_signed,
        "platform": session.platform,
        "online_reason": session.online_reason,
        "cases": session.cases,
        "undisturbed": session.undisturbed,
        "day": session.day,
        "start": session.start,
        "end": session.end,
        "group_id": session.group_id,
    }


def where_label(mode: Mode) -> str:
    """What the field of where is called."""
    return "Link" if mode is Mode.ONLINE else "Plaats"


def theme_options(groups: Sequence[ThemeGroup]) -> tuple[tuple[str, str], ...]:
    """The themes as (value, word): each group itself and what falls under it."""
    options = [("", "Geen thema")]
    for group in groups:
        options.append((group.name, group.name))
        options.extend((theme, f"    {theme}") for theme in group.themes)
    return tuple(options)


def _kind(session: Session, now: datetime) -> str:
    if session.state is not Stage.PLANNED:
        return session.state.value
    if session.day > now.date():
        return "ahead"
    return "today" if session.day == now.date() else "past"


def _start_words(kind: str) -> str:
    return {"today": "Start bijeenkomst", "past": "Gehouden vastleggen"}.get(kind, "")


def _lock(session: Session) -> str:
    if session.state is Stage.CLOSED:
        day = counts.day_long(session.closed_at.date()) if session.closed_at else ""
        return words.LOCKED.format(day=day)
    if session.state is Stage.CANCELLED:
        return words.CANCELLED.format(reason=session.cancelled_because)
    return ""


def _roster_side(card: SessionCard, edition: Edition | None) -> str:
    tally = Counter(line.attendance.state for line in card.roster)
    if card.session.state is Stage.PLANNED:
        parts = [f"{tally[AttendanceState.EXPECTED]} verwacht"]
        if tally[AttendanceState.EXCUSED]:
            parts.append(f"{tally[AttendanceState.EXCUSED]} afgemeld")
    else:
        parts = [f"{tally[AttendanceState.PRESENT]} van {len(card.roster)} aanwezig"]
    least = edition.group_min.value if edition and edition.group_min else None
    most = edition.group_max.value if edition and edition.group_max else None
    if least is not None and most is not None:
        parts.append(f"{least} tot {most} toegestaan")
    elif most is not None:
        parts.append(f"hoogstens {most} toegestaan")
    return ", ".join(parts)


def lacking(rows: Sequence[RosterRow]) -> str:
    """The first who was there and brought nothing in; empty when all did."""
    return next((row.id for row in rows if row.contribution is False), "")
