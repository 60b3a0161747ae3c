"""What the tab Bijeenkomsten shows: the sessions of the year with their state; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.groups import GroupYear
from intervisie_desktop.ui.pages.groups.forecast import margin_words, spare_words
from intervisie_desktop.ui.pages.groups.matrix import Judged
from intervisie_desktop.ui.text import counts, labels

_CHIPS = {
    SessionState.PLANNED: ("gepland", "neutral", "circle-dashed"),
    SessionState.HELD: ("af te ronden", "waarschuwing", "clipboard-check"),
    SessionState.CLOSED: ("gereed", "ok", "circle-check"),
    SessionState.CANCELLED: ("geannuleerd", "neutral", "ban"),
}


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session in the table."""

    id: str
    on: date
    day: str
    time: str
    where: str
    present: str
    chip: tuple[str, str, str]
    spare: str = ""
    margin: str = ""


def session_lines(year: GroupYear, judged: Judged, today: date) -> tuple[SessionLine, ...]:
    """The sessions of a year, also those called off, and whether they hang on one person."""
    return tuple(_line(session, year, judged, today) for session in year.sessions)


def _line(session: Session, year: GroupYear, judged: Judged, today: date) -> SessionLine:
    there = sum(
        1
        for (session_id, _), a in year.attendances.items()
        if session_id == session.id and a.state is AttendanceState.PRESENT
    )
    chip = _CHIPS[session.state]
    if session.state is SessionState.PLANNED and session.day == today:
        chip = ("vandaag", "accent", "circle-dot")
    took_place = session.state in {SessionState.HELD, SessionState.CLOSED}
    return SessionLine(
        id=session.id,
        on=session.day,
        day=counts.day_weekday(session.day),
        time=counts.span(session.start, session.end),
        where=labels.word(session.mode),
        present=str(there) if took_place else "",
        chip=chip,
        spare=spare_words(judged.views.get(session.id)),
        margin=margin_words(judged.views.get(session.id)),
    )
