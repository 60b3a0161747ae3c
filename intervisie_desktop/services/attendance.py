"""Attendance (aanwezigheid): who was there from when to when, and what was ticked for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval, merged
from intervisie_desktop.domain.billing import start_of
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.sessions import check_open
from intervisie_desktop.storage.joint import Door
from intervisie_desktop.storage.reads.sessions import roster
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work

TOLERANCE = 60
"""Minutes that someone may come before or stay after a session; more is a typing error."""


class Tick(StrEnum):
    """The ticks of an attendance, by the name of their field."""

    CONTRIBUTION = "contribution"
    CLOSED_ROOM = "closed_room"
    CONFIDENTIALITY = "confidentiality"
    IDENTITY_CHECKED = "identity_checked"
    ONLINE_AGREED = "online_agreed"
    PRESENCE_CHECKED = "presence_checked"
    SAFE = "safe"
    ACTION = "action"
    PREPARED = "prepared"
    APART = "apart"
    WEBCAM = "webcam"
    MICROPHONE = "microphone"
    LOUDSPEAKER = "loudspeaker"
    CONNECTION = "connection"


_BEFORE_TOO = frozenset({Tick.PREPARED, Tick.ONLINE_AGREED, Tick.SAFE})
"""Ticks that say something before the session takes place."""

Change = Callable[[Attendance], Attendance]


class AttendanceService:
    """Marking presence and ticks, one by one and for all at once."""

    def __init__(self, store: Door, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def mark_present(self, session_id: str, *participant_ids: str) -> Outcome[None]:
        """A: there; from start to end unless times were already known.

        Every method refuses ("session_closed"), ("session_cancelled"), ("gone"), and those that
        say what happened ("session_not_held") before the session took place.
        """
        session = self._held(session_id)

        def change(attendance: Attendance) -> Attendance:
            times = attendance.intervals or (session.interval,)
            return replace(attendance, state=AttendanceState.PRESENT, intervals=times)

        return self._change("marked_present", session, participant_ids, change)

    def mark_later(self, session_id: str, participant_id: str, arrived: int) -> Outcome[None]:
        """L: there from `arrived` on; an earlier stretch is cut off, leaving times stay.

        Refusal("arrival_outside_session").
        """
        session = self._held(session_id)
        if not session.start <= arrived < session.end:
            raise Refusal("arrival_outside_session", start=session.start, end=session.end)

        def change(attendance: Attendance) -> Attendance:
            left = max((i.end for i in attendance.intervals), default=session.end)
            end = left if left > arrived else session.end
            kept = [i for i in attendance.intervals if i.start > arrived]
            first_end = kept[0].start if kept else end
            held = [i for i in attendance.intervals if i.start <= arrived < i.end]
            first = Interval(arrived, held[0].end if held else first_end)
            times = merged((first, *kept))
            return replace(attendance, state=AttendanceState.PRESENT, intervals=times)

        return self._change("marked_later", session, (participant_id,), change)

    def mark_absent(self, session_id: str, *participant_ids: str) -> Outcome[None]:
        """F: did not come and had not said so; ticks of the session itself are cleared."""
        session = self._held(session_id)
        change = _away(AttendanceState.ABSENT)
        return self._change("marked_absent", session, participant_ids, change)

    def mark_excused(self, session_id: str, *participant_ids: str) -> Outcome[None]:
        """M: said beforehand not to come; also possible while the session is planned.

        The notice is of this moment as long as the session has not begun; afterwards nobody knows
        when it came, until `set_notice` says so.
        """
        session = self._open(session_id)
        now = self._clock.now()
        in_time, away = now < start_of(session), _away(AttendanceState.EXCUSED)

        def change(attendance: Attendance) -> Attendance:
            known = attendance.notified_at or (now if in_time else None)
            return replace(away(attendance), notified_at=known)

        return self._change("marked_excused", session, participant_ids, change)

    def set_notice(
        self, session_id: str, participant_id: str, moment: datetime | None
    ) -> Outcome[None]:
        """When an absence was announced, for the cancellation terms; also of a closed session.

        Refusal("not_excused") for who was not excused, ("gone").
        """
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            (known,) = self._known(read, session, (participant_id,))
        if known.state is not AttendanceState.EXCUSED:
            raise Refusal("not_excused")
        return self._change(
            "notice_set", session, (participant_id,), lambda a: replace(a, notified_at=moment)
        )

    def mark_expected(self, session_id: str, *participant_ids: str) -> Outcome[None]:
        """Takes back what was marked: expected again, nothing known."""
        session = self._open(session_id)
        change = _away(AttendanceState.EXPECTED)
        return self._change("marked_expected", session, participant_ids, change)

    def set_times(
        self, session_id: str, participant_id: str, intervals: Iterable[Interval]
    ) -> Outcome[None]:
        """Present from when to when, more than once if need be; touching stretches become one.

        Refusal("times_missing"), ("interval_outside_session") by more than `TOLERANCE`.
        """
        session = self._held(session_id)
        times = merged(intervals)
        if not times:
            raise Refusal("times_missing")
        if times[0].start < session.start - TOLERANCE or times[-1].end > session.end + TOLERANCE:
            raise Refusal("interval_outside_session", start=session.start, end=session.end)

        def change(attendance: Attendance) -> Attendance:
            return replace(attendance, state=AttendanceState.PRESENT, intervals=times)

        return self._change("times_set", session, (participant_id,), change)

    def everyone_present(self, session_id: str) -> Outcome[None]:
        """Everyone from start to end, in one step; absences that were marked stay."""
        session = self._held(session_id)
        away = {AttendanceState.ABSENT, AttendanceState.EXCUSED}

        def change(attendance: Attendance) -> Attendance:
            if attendance.state in away:
                return attendance
            times = (session.interval,)
            return replace(attendance, state=AttendanceState.PRESENT, intervals=times)

        return self._change("everyone_present", session, self._roster(session), change)

    def set_tick(
        self, session_id: str, tick: Tick, participant_ids: Sequence[str], *, on: bool
    ) -> Outcome[None]:
        """Sets or clears a tick; Refusal("tick_without_presence") for who was not there."""
        session = self._open(session_id)
        if on and tick not in _BEFORE_TOO:
            session = self._held(session_id)

        def change(attendance: Attendance) -> Attendance:
            there = attendance.state is AttendanceState.PRESENT
            if on and tick not in _BEFORE_TOO and not there:
                raise Refusal("tick_without_presence")
            fields: dict[str, Any] = {tick.value: on}
            ticked = replace(attendance, **fields)
            return ticked if ticked.contribution else replace(ticked, theme="")

        return self._change(f"tick_{tick.value}", session, participant_ids, change)

    def toggle(self, session_id: str, tick: Tick, participant_id: str) -> Outcome[None]:
        """I and R: turns a tick over."""
        with self._store.reading() as read:
            found = read.attendances.where(session_id=session_id, participant_id=participant_id)
        on = not (found and getattr(found[0], tick.value))
        return self.set_tick(session_id, tick, (participant_id,), on=on)

    def tick_all_present(self, session_id: str, tick: Tick) -> Outcome[None]:
        """Sets a tick for all who are there, in one step; Refusal("nobody_present")."""
        with self._store.reading() as read:
            there = read.attendances.where(session_id=session_id, state=AttendanceState.PRESENT)
        if not there:
            raise Refusal("nobody_present")
        return self.set_tick(session_id, tick, [a.participant_id for a in there], on=True)

    def confirm_online(self, session_id: str, ticks: Sequence[Tick]) -> Outcome[None]:
        """Sets all these ticks for all who are there, in one step; Refusal("nobody_present")."""
        session = self._held(session_id)
        with self._store.reading() as read:
            there = read.attendances.where(session_id=session_id, state=AttendanceState.PRESENT)
        if not there:
            raise Refusal("nobody_present")
        fields: dict[str, Any] = {tick.value: True for tick in ticks}
        people = [attendance.participant_id for attendance in there]
        return self._change("online_confirmed", session, people, lambda a: replace(a, **fields))

    def set_theme(self, session_id: str, participant_id: str, theme: str) -> Outcome[None]:
        """A neutral word for what was brought in, never content; sets the tick as well."""
        session = self._held(session_id)
        word = " ".join(theme.split())

        def change(attendance: Attendance) -> Attendance:
            if attendance.state is not AttendanceState.PRESENT:
                raise Refusal("tick_without_presence")
            brought_in = attendance.contribution or bool(word)
            return replace(attendance, theme=word, contribution=brought_in)

        return self._change("theme_set", session, (participant_id,), change)

    def set_remark(self, session_id: str, participant_id: str, remark: str) -> Outcome[None]:
        """A practical remark, such as a late train."""
        session = self._open(session_id)
        text = " ".join(remark.split())
        return self._change(
            "remark_set", session, (participant_id,), lambda a: replace(a, remark=text)
        )

    def record_confidentiality(
        self, session_id: str, on: date, at: int, participant_ids: Sequence[str]
    ) -> Outcome[None]:
        """The scope of secrecy was discussed then, with these people; replaces what stood there.

        Refusal("day_in_future"), ("secrecy_time").
        """
        session = self._held(session_id)
        if on > self._clock.today():
            raise Refusal("day_in_future", day=on.isoformat())
        if not 0 <= at < 24 * 60:
            raise Refusal("secrecy_time")
        noted = replace(session, confidentiality_on=on, confidentiality_at=at)
        with_whom = set(participant_ids)
        with self._store.work("confidentiality_recorded", **self._facts(session)) as work:
            work.sessions.save(noted)
            everyone = self._known(work, session, self._roster(session))
            for attendance in everyone:
                heard = attendance.participant_id in with_whom
                _store(work, attendance, replace(attendance, confidentiality=heard), self._ids)
        return work.outcome(None)

    def clear_confidentiality(self, session_id: str) -> Outcome[None]:
        """Takes back that secrecy was discussed."""
        session = self._held(session_id)
        noted = replace(session, confidentiality_on=None, confidentiality_at=None)
        with self._store.work("confidentiality_cleared", **self._facts(session)) as work:
            work.sessions.save(noted)
            for attendance in work.attendances.where(session_id=session_id):
                _store(work, attendance, replace(attendance, confidentiality=False), self._ids)
        return work.outcome(None)

    def _change(
        self, act: str, session: Session, participant_ids: Sequence[str], change: Change
    ) -> Outcome[None]:
        """One step for all of them; nothing is written when nothing is different."""
        with self._store.reading() as read:
            people = read.participants.where(id=list(participant_ids))
            known = self._known(read, session, participant_ids)
        if all(change(attendance) == attendance for attendance in known):
            return Outcome(None)
        name = people[0].name.plain if len(people) == 1 else ""
        facts = {**self._facts(session), "name": name, "count": len(people)}
        with self._store.work(act, **facts) as work:
            for attendance in self._known(work, session, participant_ids):
                _store(work, attendance, change(attendance), self._ids)
        return work.outcome(None)

    def _known(
        self, read: Reading, session: Session, participant_ids: Sequence[str]
    ) -> list[Attendance]:
        """The attendance of each, stored or blank; Refusal("gone") for nobody we know."""
        found = {a.participant_id: a for a in read.attendances.where(session_id=session.id)}
        for participant_id in participant_ids:
            if participant_id not in found:
                read.participants.get(participant_id)
        return [
            found.get(p) or Attendance(id="", session_id=session.id, participant_id=p)
            for p in dict.fromkeys(participant_ids)
        ]

    def _open(self, session_id: str) -> Session:
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
        check_open(session)
        return session

    def _held(self, session_id: str) -> Session:
        session = self._open(session_id)
        if session.state is not SessionState.HELD:
            raise Refusal("session_not_held", day=session.day.isoformat())
        return session

    def _roster(self, session: Session) -> list[str]:
        with self._store.reading() as read:
            return [line.participant_id for line in roster(read, session)]

    def _facts(self, session: Session) -> dict[str, Any]:
        with self._store.reading() as read:
            group = read.groups.get(session.group_id).name
        return {"group": group, "day": session.day.isoformat()}


def _away(state: AttendanceState) -> Change:
    """Not there: no times, and none of the ticks that need presence."""

    def change(attendance: Attendance) -> Attendance:
        return replace(
            attendance,
            state=state,
            notified_at=None,
            intervals=(),
            contribution=False,
            theme="",
            action=False,
            confidentiality=False,
            closed_room=False,
            identity_checked=False,
            presence_checked=False,
            apart=False,
            webcam=False,
            microphone=False,
            loudspeaker=False,
            connection=False,
        )

    return change


def _store(work: Work, before: Attendance, after: Attendance, ids: Ids) -> None:
    if after == before:
        return
    if (after.state, after.intervals) != (before.state, before.intervals):
        after = replace(after, taken_over=False)
    if before.id:
        work.attendances.save(after)
    else:
        work.attendances.add(replace(after, id=ids.new("a")))
