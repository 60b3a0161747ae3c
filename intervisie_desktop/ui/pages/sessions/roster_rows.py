"""Makes the rows of the attendance list; no Qt."""

from __future__ import annotations

from datetime import datetime

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval, within
from intervisie_desktop.domain.groups import MemberRole, Mode
from intervisie_desktop.domain.measuring import measure
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.services.sessions import RosterLine
from intervisie_desktop.ui.pages.sessions.state import Cell, Chip, RosterRow
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.text.lint import note_advice

_CHIPS: dict[AttendanceState, Chip] = {
    AttendanceState.EXPECTED: ("verwacht", "neutral", "circle-dashed"),
    AttendanceState.PRESENT: ("aanwezig", "ok", "circle-check"),
    AttendanceState.ABSENT: ("afwezig", "neutral", "circle-x"),
    AttendanceState.EXCUSED: ("afgemeld", "neutral", "user-x"),
}


def is_running(session: Session, now: datetime) -> bool:
    """True while a session that was started is going on."""
    today = session.state is SessionState.HELD and session.day == now.date()
    return today and minute_of(now) < session.end


def minute_of(now: datetime) -> int:
    """Minutes since midnight."""
    return now.hour * 60 + now.minute


def roster_row(
    line: RosterLine, session: Session, now: datetime, edition: Edition | None
) -> RosterRow:
    """Someone on the list, with everything ready to be drawn."""
    attendance = line.attendance
    there = attendance.state is AttendanceState.PRESENT
    running = is_running(session, now)
    arrived, left = _cells(attendance, session, minute_of(now) if running else None)
    hours, short = _hours(attendance, session, edition, minute_of(now) if running else None)
    online = session.mode is not Mode.ON_LOCATION
    return RosterRow(
        id=line.participant_id,
        name=line.name,
        role="" if line.role is MemberRole.MEMBER else word(line.role),
        guest=line.role is MemberRole.GUEST,
        chip=_chip(attendance, session, running=running),
        there=there,
        arrived=arrived,
        left=left,
        stretches=len(attendance.intervals),
        intervals=attendance.intervals,
        hours=hours,
        short=short,
        room=attendance.closed_room if there and online else None,
        room_word="bevestigd" if attendance.closed_room else "nog vragen",
        contribution=attendance.contribution if there else None,
        theme=attendance.theme,
        remark=attendance.remark,
        remark_advice=note_advice(attendance.remark),
        excused=attendance.state is AttendanceState.EXCUSED,
        ticks={tick.value: bool(getattr(attendance, tick.value)) for tick in Tick},
    )


def _chip(attendance: Attendance, session: Session, *, running: bool) -> Chip:
    times = attendance.intervals
    if attendance.state is AttendanceState.PRESENT and times:
        if times[0].start > session.start:
            return "later", "waarschuwing", "clock"
        if times[-1].end < session.end or len(times) > 1:
            return ("weg" if running else "korter"), "waarschuwing", "clock"
    return _CHIPS[attendance.state]


def _cells(attendance: Attendance, session: Session, now: int | None) -> tuple[Cell, Cell]:
    """Arrival and departure; `now` while it is going on: later times are still expected."""
    times = attendance.intervals
    if attendance.state is AttendanceState.PRESENT and times:
        first, last = times[0].start, times[-1].end
        late = now is not None and last > now
        return (
            Cell(counts.clock(first), known=True),
            Cell(counts.clock(last), expected=late, known=True),
        )
    planned = session.state is SessionState.PLANNED
    if planned and attendance.state is AttendanceState.EXPECTED:
        return (
            Cell(counts.clock(session.start), expected=True),
            Cell(counts.clock(session.end), expected=True),
        )
    return Cell(), Cell()


def _hours(
    attendance: Attendance, session: Session, edition: Edition | None, now: int | None
) -> tuple[str, str]:
    """Hours there, up to now while it is going on, and why they do not count."""
    if attendance.state is AttendanceState.EXPECTED:
        return "–", ""
    times = attendance.intervals
    if now is not None:
        so_far = Interval(session.start, max(now, session.start + 1))
        times = within(times, so_far)
    found = measure(times, session, edition)
    short = ""
    if now is None and found.gross > found.counted == 0 and edition and edition.day_min:
        least = counts.hours_word(edition.day_min.value)
        short = f"telt niet mee: korter dan {least} aaneengesloten"
    return counts.hours(found.gross), short
