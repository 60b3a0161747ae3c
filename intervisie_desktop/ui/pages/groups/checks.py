"""The four rows below the matrix: size, length, secrecy beforehand, closed rooms; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.profiles import Edition, Norm
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.services.groups import GroupYear
from intervisie_desktop.ui.text.counts import hours


@dataclass(frozen=True, slots=True)
class CheckCell:
    """One check of one session: a sign with a value or word."""

    text: str
    sign: str = ""
    token: str = "ink-3"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check over all sessions."""

    label: str
    cells: tuple[CheckCell, ...]


_OPEN = CheckCell("open")


def check_rows(
    sessions: tuple[Session, ...], year: GroupYear, views: Mapping[str, SessionView]
) -> tuple[CheckRow, ...]:
    """The rows for these sessions; their labels hold the norms of the newest edition."""
    if not sessions:
        return ()
    newest = views.get(sessions[-1].id)
    edition = newest.edition if newest else None
    rows = (
        (_size_label(edition), _size),
        (_length_label(edition), _length),
        ("Geheimhouding vooraf", _secrecy),
        ("Afgesloten ruimte", _rooms),
    )
    return tuple(
        CheckRow(label, tuple(check(s, year, views.get(s.id)) for s in sessions))
        for label, check in rows
    )


def range_of(low: Norm[int] | None, high: Norm[int] | None, per: int = 1) -> str:
    """A norm as "3 tot 10", "ten minste 3" or "hoogstens 10"; empty without one."""
    least = _plain(low.value, per) if low else ""
    most = _plain(high.value, per) if high else ""
    if least and most:
        return f"{least} tot {most}"
    return f"ten minste {least}" if least else f"hoogstens {most}" if most else ""


def _plain(value: int, per: int) -> str:
    return str(value // per) if value % per == 0 else hours(value)


def _size_label(edition: Edition | None) -> str:
    norm = range_of(edition.group_min, edition.group_max) if edition else ""
    return f"Aantal, {norm}" if norm else "Aantal"


def _length_label(edition: Edition | None) -> str:
    norm = range_of(edition.day_min, edition.day_max, per=60) if edition else ""
    return f"Duur, {norm} uur" if norm else "Duur"


def _size(session: Session, year: GroupYear, view: SessionView | None) -> CheckCell:
    if view is None:
        return CheckCell(str(_present(session, year)))
    if view.planned:
        return _expected(view)
    if view.edition.group_min is None and view.edition.group_max is None:
        return CheckCell(str(view.counted))
    if view.sized_well:
        return CheckCell(str(view.counted), "check", "ok")
    return CheckCell(str(view.counted), "octagon-x", "fout")


def _expected(view: SessionView) -> CheckCell:
    """Who is still expected, with a sign when one absence, or less, voids the session."""
    coming, norm = sum(view.expected.values()), view.edition.group_min
    if norm is not None and view.upcoming and coming <= norm.value:
        return CheckCell(str(coming), "triangle-alert", "waarschuwing")
    return CheckCell(str(coming))


def _length(session: Session, _year: GroupYear, view: SessionView | None) -> CheckCell:
    if view is None:
        return CheckCell(hours(session.minutes))
    minutes = view.whole.stretch
    if view.planned or view.edition.day_min is None:
        return CheckCell(hours(minutes))
    if minutes < view.edition.day_min.value:
        return CheckCell(hours(minutes), "triangle-alert", "waarschuwing")
    return CheckCell(hours(minutes), "check", "ok")


def _secrecy(session: Session, _year: GroupYear, view: SessionView | None) -> CheckCell:
    if session.state is SessionState.PLANNED:
        return _OPEN
    asked = view is not None and view.edition.confidentiality_beforehand is not None
    if session.confidentiality_on is None:
        return CheckCell("leeg", "octagon-x", "fout") if asked else CheckCell("–")
    at = session.confidentiality_at
    late = session.confidentiality_on > session.day or (
        session.confidentiality_on == session.day and at is not None and at > session.start
    )
    if late and asked:
        return CheckCell("later", "triangle-alert", "waarschuwing")
    return CheckCell("ja", "check", "ok")


def _rooms(session: Session, year: GroupYear, view: SessionView | None) -> CheckCell:
    if session.mode is Mode.ON_LOCATION:
        return CheckCell("n.v.t.")
    if session.state is SessionState.PLANNED:
        return _OPEN
    there = [
        a
        for (session_id, _), a in year.attendances.items()
        if session_id == session.id and a.state is AttendanceState.PRESENT
    ]
    closed = sum(1 for a in there if a.closed_room)
    text = f"{closed}/{len(there)}"
    if view is not None and view.edition.online_conditions is None:
        return CheckCell(text)
    if closed == len(there):
        return CheckCell(text, "check", "ok")
    return CheckCell(text, "triangle-alert", "waarschuwing")


def _present(session: Session, year: GroupYear) -> int:
    return sum(
        1
        for (session_id, _), a in year.attendances.items()
        if session_id == session.id and a.state is AttendanceState.PRESENT
    )
