"""The life of a session after planning: held, cancelled, closed (Afronden) and reopened."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, total_minutes
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.joint import Door
from intervisie_desktop.storage.reads.groups import members_on
from intervisie_desktop.storage.reads.sessions import RosterLine, roster
from intervisie_desktop.storage.reads.standing import year_minutes
from intervisie_desktop.storage.store import Work

_NOT_THERE = frozenset({AttendanceState.ABSENT, AttendanceState.EXCUSED})


@dataclass(frozen=True, slots=True)
class Loss:
    """What cancelling means for someone, in minutes of this calendar year, pauses included.

    `made` were at sessions that took place, `planned` are still to come without this session.
    """

    participant_id: str
    name: str
    lost: int
    made: int
    planned: int


class Gap(StrEnum):
    """What may be missing from a record when it is closed."""

    ATTENDANCE_OPEN = "attendance_open"
    NOBODY_PRESENT = "nobody_present"
    NO_FACILITATOR = "no_facilitator"
    NO_CONFIDENTIALITY = "no_confidentiality"
    CONFIDENTIALITY_LATE = "confidentiality_late"
    CONFIDENTIALITY_NOT_ALL = "confidentiality_not_all"
    ROOM_NOT_CONFIRMED = "room_not_confirmed"
    NO_CONTRIBUTION = "no_contribution"
    NO_DESCRIPTION = "no_description"
    LIST_NOT_SIGNED = "list_not_signed"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, and the names of whom it is about."""

    gap: Gap
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosingSummary:
    """What stands in the record, before it closes; `blocked` when it cannot be closed yet."""

    session: Session
    present: int
    absent: int
    excused: int
    missing: tuple[Missing, ...]

    @property
    def blocked(self) -> bool:
        """True while it is not known of everyone whether they were there."""
        return any(missing.gap is Gap.ATTENDANCE_OPEN for missing in self.missing)


class HoldingService:
    """Holding, cancelling, closing and reopening sessions."""

    def __init__(self, store: Door, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def hold(self, session_id: str) -> Outcome[Session]:
        """The session takes place: all who belong to the group were there from start to end.

        Who was excused stays so. Refusal("session_not_planned"), ("session_not_yet") before its
        day, ("gone").
        """
        session, group = self._session(session_id)
        if session.state is not SessionState.PLANNED:
            raise Refusal("session_not_planned", day=session.day.isoformat())
        if session.day > self._clock.today():
            raise Refusal("session_not_yet", day=session.day.isoformat())
        held = replace(session, state=SessionState.HELD)
        with self._work("session_held", held, group) as work:
            work.sessions.save(held)
            self._all_present(work, held)
        return work.outcome(held)

    def plan_again(self, session_id: str) -> Outcome[Session]:
        """Takes back that a session was held; announced absences stay, the rest is forgotten.

        Refusal("session_not_held").
        """
        session, group = self._session(session_id)
        if session.state is not SessionState.HELD:
            raise Refusal("session_not_held", day=session.day.isoformat())
        planned = replace(session, state=SessionState.PLANNED)
        with self._work("session_planned_again", planned, group) as work:
            work.sessions.save(planned)
            for attendance in work.attendances.where(session_id=session_id):
                if attendance.state is not AttendanceState.EXCUSED:
                    work.attendances.remove(attendance.id)
        return work.outcome(planned)

    def preview_cancel(self, session_id: str) -> tuple[Loss, ...]:
        """What cancelling means for each who was expected, by name."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            lines = [x for x in roster(read, session) if x.attendance.state not in _NOT_THERE]
            people = [line.participant_id for line in lines]
            minutes = year_minutes(read, session.day.year, people)
        losses = []
        for line in lines:
            made, planned = minutes[line.participant_id]
            lost = session.minutes if session.state is SessionState.PLANNED else 0
            losses.append(Loss(line.participant_id, line.name, lost, made, max(planned - lost, 0)))
        return tuple(losses)

    def cancel(
        self,
        session_id: str,
        reason: str,
        *,
        by_client: bool = False,
        notice: datetime | None = None,
    ) -> Outcome[Session]:
        """Cancels a planned session; Refusal("reason_missing"), ("session_not_planned").

        Cancelled `by_client` the cancellation terms hold, from the moment of the `notice`: now
        when it is left out.
        """
        session, group = self._session(session_id)
        if session.state is not SessionState.PLANNED:
            raise Refusal("session_not_planned", day=session.day.isoformat())
        cancelled = replace(
            session,
            state=SessionState.CANCELLED,
            cancelled_because=_reason(reason),
            cancelled_at=notice or self._clock.now(),
            cancelled_by_client=by_client,
            sequence=session.sequence + 1,
        )
        with self._work("session_cancelled", cancelled, group) as work:
            work.sessions.save(cancelled)
        return work.outcome(cancelled)

    def revive(self, session_id: str) -> Outcome[Session]:
        """Plans a cancelled session again; Refusal("session_not_cancelled")."""
        session, group = self._session(session_id)
        if session.state is not SessionState.CANCELLED:
            raise Refusal("session_not_cancelled", day=session.day.isoformat())
        revived = replace(
            session,
            state=SessionState.PLANNED,
            cancelled_because="",
            cancelled_at=None,
            cancelled_by_client=False,
            sequence=session.sequence + 1,
        )
        with self._work("session_revived", revived, group) as work:
            work.sessions.save(revived)
        return work.outcome(revived)

    def closing_summary(self, session_id: str) -> ClosingSummary:
        """What is in the record and what is missing from it; Refusal("gone")."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            lines = roster(read, session)
        counts = {s: sum(x.attendance.state is s for x in lines) for s in AttendanceState}
        return ClosingSummary(
            session=session,
            present=counts[AttendanceState.PRESENT],
            absent=counts[AttendanceState.ABSENT],
            excused=counts[AttendanceState.EXCUSED],
            missing=tuple(_missing(session, lines)),
        )

    def close(self, session_id: str) -> Outcome[Session]:
        """Closes the record of a session that took place; it counts as proof from now on.

        Refusal("session_not_held"), ("attendance_open") while someone is only expected.
        """
        session, group = self._session(session_id)
        if session.state is not SessionState.HELD:
            raise Refusal("session_not_held", day=session.day.isoformat())
        if self.closing_summary(session_id).blocked:
            raise Refusal("attendance_open", day=session.day.isoformat())
        closed = replace(session, state=SessionState.CLOSED, closed_at=self._clock.now())
        with self._work("session_closed", closed, group) as work:
            work.sessions.save(closed)
        return work.outcome(closed)

    def reopen(self, session_id: str, reason: str) -> Outcome[Session]:
        """Opens a closed record again; Refusal("reason_missing"), ("session_not_closed")."""
        session, group = self._session(session_id)
        if session.state is not SessionState.CLOSED:
            raise Refusal("session_not_closed", day=session.day.isoformat())
        opened = replace(
            session, state=SessionState.HELD, closed_at=None, reopened_because=_reason(reason)
        )
        with self._work("session_reopened", opened, group) as work:
            work.sessions.save(opened)
        return work.outcome(opened)

    def _session(self, session_id: str) -> tuple[Session, str]:
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            return session, read.groups.get(session.group_id).name

    def _work(self, act: str, session: Session, group: str) -> AbstractContextManager[Work]:
        return self._store.work(act, group=group, day=session.day.isoformat())

    def _all_present(self, work: Work, session: Session) -> None:
        known = {a.participant_id: a for a in work.attendances.where(session_id=session.id)}
        # Guests are only known by their attendance; they were there as the members were.
        expected = [a for a in known.values() if a.state is AttendanceState.EXPECTED]
        saved = [_present(attendance, session) for attendance in expected]
        added = [
            _present(
                Attendance(id=self._ids.new("a"), session_id=session.id, participant_id=member.id),
                session,
            )
            for member in members_on(work, session.group_id, session.day)
            if member.id not in known
        ]
        work.attendances.add_all(added)
        work.attendances.save_all(saved)


def _present(attendance: Attendance, session: Session) -> Attendance:
    return replace(attendance, state=AttendanceState.PRESENT, intervals=(session.interval,))


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise Refusal("reason_missing")
    return reason


def _missing(session: Session, lines: tuple[RosterLine, ...]) -> list[Missing]:
    """What is missing, in the order in which it is filled in."""

    def those(lines: list[RosterLine]) -> tuple[str, ...]:
        return tuple(line.name for line in lines)

    unknown = [x for x in lines if x.attendance.state is AttendanceState.EXPECTED]
    there = [
        x
        for x in lines
        if x.attendance.state is AttendanceState.PRESENT and total_minutes(x.attendance.intervals)
    ]
    silent = [x for x in there if not x.attendance.contribution]
    unheard = [x for x in there if not x.attendance.confidentiality]
    open_rooms = [x for x in there if not x.attendance.closed_room]
    online = session.mode is not Mode.ON_LOCATION
    checks = (
        (unknown, Missing(Gap.ATTENDANCE_OPEN, those(unknown))),
        (not there, Missing(Gap.NOBODY_PRESENT)),
        (session.facilitator_id is None, Missing(Gap.NO_FACILITATOR)),
        (session.confidentiality_on is None, Missing(Gap.NO_CONFIDENTIALITY)),
        (_late(session), Missing(Gap.CONFIDENTIALITY_LATE)),
        (
            session.confidentiality_on is not None and unheard,
            Missing(Gap.CONFIDENTIALITY_NOT_ALL, those(unheard)),
        ),
        (online and open_rooms, Missing(Gap.ROOM_NOT_CONFIRMED, those(open_rooms))),
        (silent, Missing(Gap.NO_CONTRIBUTION, those(silent))),
        (not session.description.strip(), Missing(Gap.NO_DESCRIPTION)),
        (not session.list_signed, Missing(Gap.LIST_NOT_SIGNED)),
    )
    return [missing for found, missing in checks if found]


def _late(session: Session) -> bool:
    """Secrecy was discussed on a later day than the session."""
    return session.confidentiality_on is not None and session.confidentiality_on > session.day
