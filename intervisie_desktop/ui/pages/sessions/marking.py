"""Marking who was there: keys, times, ticks, themes and remarks; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from intervisie_desktop.domain.attendance import AttendanceState, Interval
from intervisie_desktop.domain.billing import notice_at, notice_local
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.sessions import SessionState as Stage
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.services.sessions import RosterLine
from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.fields import NOTICE_FIELDS, read_spans
from intervisie_desktop.ui.pages.sessions.roster_rows import minute_of
from intervisie_desktop.ui.pages.sessions.showing import lacking
from intervisie_desktop.ui.pages.sessions.tools import Opened
from intervisie_desktop.ui.shell.desk import FormQuestion


class Marking:
    """Marks the participants of the open session."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._desk = opened.desk
        self._service = opened.tools.attendance

    def press(self, key: str, participant_id: str) -> None:
        """One key on the row of a participant: A, L, F, M, I or R."""
        session, service = self._session(), self._service
        if session.state is Stage.PLANNED and key != "M":
            self._desk.refuse(words.NOT_YOUR_KEY)
            return
        sid = session.id
        if key == "A":
            self._desk.perform(lambda: service.mark_present(sid, participant_id))
        elif key == "L":
            self._later(session, participant_id)
        elif key == "F":
            self._desk.perform(lambda: service.mark_absent(sid, participant_id))
        elif key == "M":
            self._excuse(session, participant_id)
        elif key == "I":
            self.toggle(Tick.CONTRIBUTION.value, participant_id)
        elif session.mode is Mode.ON_LOCATION:
            self._desk.tell(words.NO_ROOM_NEEDED)
        else:
            self.toggle(Tick.CLOSED_ROOM.value, participant_id)

    def forget(self, participant_id: str) -> None:
        """Take back what was marked: expected again."""
        sid = self._opened.id
        self._desk.perform(lambda: self._service.mark_expected(sid, participant_id))

    def notice(self, participant_id: str) -> None:
        """Ask when an absence was announced: the cancellation terms count from it."""
        line, sid = self._line(participant_id), self._opened.id
        kept = line.attendance.notified_at
        known = notice_local(kept) if kept else None
        values = {"day": known.date(), "time": minute_of(known)} if known else {}
        question = FormQuestion(
            title=f"Moment van afmelden van {line.name}",
            text="Hiervan hangt af wat de annuleringsvoorwaarden kosten.",
            fields=NOTICE_FIELDS,
            values=values,
            yes="Vastleggen",
        )

        def keep(values: dict[str, Any]) -> None:
            moment = notice_at(values["day"], values["time"])
            self._desk.perform(lambda: self._service.set_notice(sid, participant_id, moment))

        self._desk.ask_form(question, keep)

    def everyone(self) -> None:
        """Everyone from start to end; marked absences stay."""
        sid = self._opened.id
        self._desk.perform(lambda: self._service.everyone_present(sid))

    def toggle(self, tick: str, participant_id: str) -> None:
        """Turn a tick of someone over."""
        sid = self._opened.id
        self._desk.perform(lambda: self._service.toggle(sid, Tick(tick), participant_id))

    def set_arrival(self, participant_id: str, minute: int) -> None:
        """Another arrival; who was not there yet, was there from then on."""
        times = self._times(participant_id)
        last = self._session().end
        self._put(participant_id, minute, times[0].end if times else last, times[1:])

    def set_departure(self, participant_id: str, minute: int) -> None:
        """Another departure."""
        times = self._times(participant_id)
        first = times[-1].start if times else self._session().start
        self._put(participant_id, first, minute, times[:-1])

    def set_theme(self, participant_id: str, theme: str) -> None:
        """A neutral word for what was brought in."""
        sid = self._opened.id
        self._desk.perform(lambda: self._service.set_theme(sid, participant_id, theme))

    def set_remark(self, participant_id: str, remark: str) -> None:
        """A practical remark."""
        sid = self._opened.id
        self._desk.perform(lambda: self._service.set_remark(sid, participant_id, remark))

    def put(self, participant_id: str, name: str, value: Any) -> None:
        """A field of the panel of someone: times, theme, remark or a tick."""
        if name == "spans":
            self._stretches(participant_id, read_spans(str(value)) or ())
        elif name == "theme":
            self.set_theme(participant_id, str(value))
        elif name == "remark":
            self.set_remark(participant_id, str(value))
        else:
            sid, who = self._opened.id, (participant_id,)
            tick = self._service.set_tick
            self._desk.perform(lambda: tick(sid, Tick(name), who, on=bool(value)))

    # The checks

    def check(self, key: str) -> None:
        """The action at hand of a check: "secrecy", "room", "online" or "contribution"."""
        if key == "secrecy":
            self.record_secrecy()
        elif key == "room":
            sid = self._opened.id
            self._desk.perform(lambda: self._service.tick_all_present(sid, Tick.CLOSED_ROOM))
        elif key == "online":
            sid, asked = self._opened.id, self._opened.state().online_ticks
            ticks = [Tick(name) for name in asked]
            self._desk.perform(lambda: self._service.confirm_online(sid, ticks))
        elif key == "contribution":
            self.to_silent()

    def record_secrecy(self) -> None:
        """Secrecy was discussed with all who are there: now, or when it was noted before."""
        session = self._session()
        at = session.confidentiality_at
        if at is None or session.confidentiality_on != session.day:
            at = self._moment(session)
        self._record_secrecy(session, at, self._there())

    def set_secrecy_time(self, minute: int | None) -> None:
        """Secrecy was discussed at another time; without a time it was not."""
        session = self._session()
        sid = session.id
        if minute is None:
            self._desk.perform(lambda: self._service.clear_confidentiality(sid))
            return
        lines = self._opened.card().roster
        heard = [x.participant_id for x in lines if x.attendance.confidentiality]
        self._record_secrecy(session, minute, heard)

    def to_silent(self) -> None:
        """To the first who brought nothing in."""
        row = lacking(self._opened.state().roster)
        self._opened.view.focus_roster(row, "contribution")

    def _record_secrecy(self, session: Session, at: int, whom: Sequence[str]) -> None:
        record = self._service.record_confidentiality
        self._desk.perform(lambda: record(session.id, session.day, at, whom))

    def _moment(self, session: Session) -> int:
        """Now while the session is going on, else its start."""
        now = self._desk.now()
        minute = minute_of(now)
        going_on = session.day == now.date() and session.start <= minute < session.end
        return minute if going_on else session.start

    def _later(self, session: Session, participant_id: str) -> None:
        """Arrived now; when it is not going on, the time is asked in the row."""
        now = self._desk.now()
        minute = minute_of(now)
        if session.state is not Stage.HELD or session.day != now.date():
            self._opened.view.edit_arrival(participant_id)
        elif session.start <= minute < session.end:
            mark = self._service.mark_later
            self._desk.perform(lambda: mark(session.id, participant_id, minute))
        else:
            self._opened.view.edit_arrival(participant_id)

    def _excuse(self, session: Session, participant_id: str) -> None:
        """Excused; pressed again before the session takes it back."""
        line = self._line(participant_id)
        if session.state is Stage.PLANNED and line.attendance.state is AttendanceState.EXCUSED:
            self.forget(participant_id)
            return
        sid = session.id
        self._desk.perform(lambda: self._service.mark_excused(sid, participant_id))

    def _stretches(self, participant_id: str, times: Sequence[Interval]) -> None:
        sid = self._opened.id
        self._desk.perform(lambda: self._service.set_times(sid, participant_id, times))

    def _put(self, participant_id: str, start: int, end: int, rest: Sequence[Interval]) -> None:
        if start >= end:
            self._desk.refuse(words.BACKWARDS)
            return
        self._stretches(participant_id, (Interval(start, end), *rest))

    def _session(self) -> Session:
        return self._opened.card().session

    def _line(self, participant_id: str) -> RosterLine:
        roster = self._opened.card().roster
        return next(x for x in roster if x.participant_id == participant_id)

    def _times(self, participant_id: str) -> tuple[Interval, ...]:
        return self._line(participant_id).attendance.intervals

    def _there(self) -> list[str]:
        present = AttendanceState.PRESENT
        roster = self._opened.card().roster
        return [x.participant_id for x in roster if x.attendance.state is present]
