"""What a finding misses, recorded in one step: for several sessions and people at once.

An afgeronde session is completed without reopening it by hand: the reason is kept with it, it
stays closed, and the moment of closing becomes the moment at which it was completed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval, merged
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.attendance import TOLERANCE, Tick
from intervisie_desktop.services.methods import planned_phases
from intervisie_desktop.services.sessions import keep_pace, with_end
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work

_BEFORE_TOO = frozenset({Tick.PREPARED, Tick.ONLINE_AGREED, Tick.SAFE})


class SessionFact(StrEnum):
    """What one press records of a session."""

    LIST_SIGNED = "list_signed"
    EVALUATED = "evaluated"
    LINK_SENT = "link_sent"


@dataclass(frozen=True, slots=True)
class Secrecy:
    """When secrecy was discussed; without a day on that of the session, without a time at start.

    `people` are those with whom, by session; a session that is not named was with all present.
    """

    on: date | None = None
    at: int | None = None
    people: Mapping[str, Collection[str]] | None = None


Change = Callable[[Session], Session]

FROM_GROUP = "begeleider"
"""What a participant is called who leads a meeting (GIO)."""


class MendingService:
    """Completes records; every method is one step to undo.

    All of them refuse ("gone"), ("session_cancelled") and, when one of the sessions is closed
    and no reason was given, ("reason_missing").
    """

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def sessions(self, session_ids: Sequence[str]) -> tuple[Session, ...]:
        """These sessions, in the order asked; Refusal("gone")."""
        with self._store.reading() as read:
            return tuple(read.sessions.get(session_id) for session_id in session_ids)

    def present(self, session_id: str) -> tuple[str, ...]:
        """Who was there."""
        with self._store.reading() as read:
            return tuple(one.participant_id for one in _there(read, session_id))

    def stay(self, session_id: str, participant_id: str) -> tuple[int, int] | None:
        """From when to when someone was at a session, or None when they were not."""
        with self._store.reading() as read:
            found = read.attendances.where(session_id=session_id, participant_id=participant_id)
        intervals = found[0].intervals if found else ()
        return (intervals[0].start, intervals[-1].end) if intervals else None

    def attended(self, participant_id: str, year: int) -> tuple[Session, ...]:
        """The sessions of a year someone was at, newest first."""
        with self._store.reading() as read:
            there = read.attendances.where(
                participant_id=participant_id, state=AttendanceState.PRESENT
            )
            found = read.sessions.where(id=[one.session_id for one in there])
        of_year = [session for session in found if session.day.year == year]
        return tuple(sorted(of_year, key=lambda s: (s.day, s.start), reverse=True))

    def meeting_of(self, group_id: str) -> Session | None:
        """The session a statement of members is noted with: the next one, else the last."""
        today = self._clock.today()
        with self._store.reading() as read:
            found = read.sessions.where(group_id=group_id)
        kept = [s for s in found if s.state is not SessionState.CANCELLED]
        ahead = [s for s in kept if s.day >= today and s.state is not SessionState.CLOSED]
        if ahead:
            return min(ahead, key=lambda s: (s.day, s.start))
        return max(kept, key=lambda s: (s.day, s.start), default=None)

    def note(
        self, fact: SessionFact, session_ids: Sequence[str], reason: str = ""
    ) -> Outcome[None]:
        """The list is signed, the session was evaluated or the link was sent, as of today."""
        today = self._clock.today()
        changes: dict[SessionFact, Change] = {
            SessionFact.LIST_SIGNED: lambda s: replace(s, list_signed=True),
            SessionFact.EVALUATED: lambda s: replace(s, evaluated_on=max(s.day, today)),
            SessionFact.LINK_SENT: lambda s: replace(s, link_sent_on=today),
        }
        return self._mend(f"mended_{fact.value}", session_ids, reason, changes[fact])

    def describe(self, session_id: str, text: str, reason: str = "") -> Outcome[None]:
        """Another description for the certificate."""
        words = " ".join(text.split())
        return self._mend(
            "mended_description", [session_id], reason, lambda s: replace(s, description=words)
        )

    def choose_method(
        self, session_ids: Sequence[str], method: str, reason: str = ""
    ) -> Outcome[None]:
        """Another method, by name; phases are planned anew while the session is only planned."""
        with self._store.reading() as read:
            phases = planned_phases(read, method)

        def change(session: Session) -> Session:
            ahead = session.state is SessionState.PLANNED
            planned = phases if ahead else session.phases
            return replace(session, method=method, phases=planned)

        return self._mend("mended_method", session_ids, reason, change)

    def set_cases(self, session_id: str, cases: int) -> Outcome[None]:
        """How many cases are planned."""
        return self._mend("mended_cases", [session_id], "", lambda s: replace(s, cases=cases))

    def lead(
        self, session_ids: Sequence[str], facilitator_id: str, reason: str = ""
    ) -> Outcome[None]:
        """Who led these sessions."""
        with self._store.reading() as read:
            read.facilitators.get(facilitator_id)
        return self._mend(
            "mended_leader", session_ids, reason,
            lambda s: replace(s, facilitator_id=facilitator_id),
        )  # fmt: skip

    def lead_from_group(
        self, session_id: str, participant_id: str, reason: str = ""
    ) -> Outcome[Facilitator]:
        """One of the participants leads; becomes a facilitator when nobody has that name yet."""
        with self._work("mended_leader", [session_id], reason) as (work, [session]):
            person = work.participants.get(participant_id)
            known = [f for f in work.facilitators.all() if f.name == person.name.plain]
            leader = known[0] if known else Facilitator(
                id=self._ids.new("f"), name=person.name.plain, quality=FROM_GROUP,
                email=person.email, profession=person.profession,
            )  # fmt: skip
            if not known:
                work.facilitators.add(leader)
            self._save(work, session, replace(session, facilitator_id=leader.id), reason)
        return work.outcome(leader)

    def meet_on_location(
        self, session_ids: Sequence[str], place: str, reason: str = ""
    ) -> Outcome[None]:
        """These sessions are on location; a place that is not said stays as it is."""

        def change(session: Session) -> Session:
            where = place.strip() or session.place
            return replace(
                session, mode=Mode.ON_LOCATION, place=where, sequence=session.sequence + 1
            )

        return self._mend("mended_on_location", session_ids, reason, change)

    def discuss_secrecy(
        self, session_ids: Sequence[str], secrecy: Secrecy, reason: str = ""
    ) -> Outcome[None]:
        """The scope of secrecy was discussed; who is not named keeps what was recorded.

        Refusal("day_in_future"), ("secrecy_time").
        """
        if secrecy.on is not None and secrecy.on > self._clock.today():
            raise Refusal("day_in_future", day=secrecy.on.isoformat())
        if secrecy.at is not None and not 0 <= secrecy.at < 24 * 60:
            raise Refusal("secrecy_time")

        def change(session: Session) -> Session:
            return replace(
                session,
                confidentiality_on=secrecy.on or session.day,
                confidentiality_at=session.start if secrecy.at is None else secrecy.at,
            )

        with self._work("confidentiality_recorded", session_ids, reason) as (work, sessions):
            for session in sessions:
                self._save(work, session, change(session), reason)
                known = _there(work, session.id)
                heard = (secrecy.people or {}).get(session.id)
                chosen = [a for a in known if heard is None or a.participant_id in heard]
                work.attendances.save_all([replace(a, confidentiality=True) for a in chosen])
        return work.outcome(None)

    def tick(
        self, ticks: Sequence[Tick], people: Mapping[str, Collection[str]], reason: str = ""
    ) -> Outcome[None]:
        """Sets ticks for people, by session; Refusal("tick_without_presence")."""
        fields: dict[str, Any] = {tick.value: True for tick in ticks}
        early = _BEFORE_TOO.issuperset(ticks)

        def change(attendance: Attendance) -> Attendance:
            if not early and attendance.state is not AttendanceState.PRESENT:
                raise Refusal("tick_without_presence")
            return replace(attendance, **fields)

        act = f"tick_{ticks[0].value}" if len(ticks) == 1 else "ticks_set"
        return self._attend(act, people, reason, change)

    def set_theme(
        self, session_id: str, participant_id: str, theme: str, reason: str = ""
    ) -> Outcome[None]:
        """Another neutral word for what someone brought in."""
        word = " ".join(theme.split())
        return self._attend(
            "theme_set", {session_id: (participant_id,)}, reason, lambda a: replace(a, theme=word)
        )

    def set_end(self, session_id: str, end: int, reason: str = "") -> Outcome[None]:
        """Another end; who stayed to the end stays to the new one. Refusal("session_times")."""
        with self._work("session_lengthened", [session_id], reason) as (work, [session]):
            after = with_end(session, end)
            self._save(work, session, after, reason)
            keep_pace(work, session, after)
        return work.outcome(None)

    def set_times(
        self, session_id: str, participant_id: str, start: int, end: int, reason: str = ""
    ) -> Outcome[None]:
        """From when to when someone was there.

        Refusal("times_missing") the wrong way round, ("interval_outside_session").
        """
        [session] = self.sessions([session_id])
        if not 0 <= start < end <= 24 * 60:
            raise Refusal("times_missing")
        times = Interval(start, end)
        if times.start < session.start - TOLERANCE or times.end > session.end + TOLERANCE:
            raise Refusal("interval_outside_session", start=session.start, end=session.end)

        def change(attendance: Attendance) -> Attendance:
            return replace(
                attendance,
                state=AttendanceState.PRESENT,
                intervals=merged((times,)),
                taken_over=False,
            )

        return self._attend("times_set", {session_id: (participant_id,)}, reason, change)

    def _mend(
        self, act: str, session_ids: Sequence[str], reason: str, change: Change
    ) -> Outcome[None]:
        with self._work(act, session_ids, reason) as (work, sessions):
            for session in sessions:
                self._save(work, session, change(session), reason)
        return work.outcome(None)

    def _attend(
        self,
        act: str,
        people: Mapping[str, Collection[str]],
        reason: str,
        change: Callable[[Attendance], Attendance],
    ) -> Outcome[None]:
        with self._work(act, list(people), reason) as (work, sessions):
            everyone = [p for those in people.values() for p in those]
            self._name(work, everyone)
            for session in sessions:
                self._save(work, session, session, reason)
                for attendance in self._known(work, session, people[session.id]):
                    self._put(work, change(attendance))
        return work.outcome(None)

    @contextmanager
    def _work(
        self, act: str, session_ids: Sequence[str], reason: str
    ) -> Iterator[tuple[Work, list[Session]]]:
        """One step over these sessions, whose facts name the group and day of the first."""
        with self._store.reading() as read:
            sessions = [read.sessions.get(one) for one in dict.fromkeys(session_ids)]
            group = read.groups.get(sessions[0].group_id).name
        for session in sessions:
            _check_open(session, reason)
        day, count = sessions[0].day.isoformat(), len(sessions)
        with self._store.work(act, group=group, day=day, sessions=count) as work:
            yield work, sessions

    def _name(self, work: Work, people: Sequence[str]) -> None:
        several = len(set(people)) != 1
        name = "" if several else work.participants.get(people[0]).name.plain
        work.note(name=name, count=len(people))

    def _save(self, work: Work, before: Session, after: Session, reason: str) -> None:
        if before.state is SessionState.CLOSED:
            why = " ".join(reason.split())
            after = replace(after, reopened_because=why, closed_at=self._clock.now())
        if after != before:
            work.sessions.save(after)

    def _known(self, work: Work, session: Session, people: Collection[str]) -> Iterator[Attendance]:
        found = {a.participant_id: a for a in work.attendances.where(session_id=session.id)}
        for participant_id in people:
            work.participants.get(participant_id)
            blank = Attendance(id="", session_id=session.id, participant_id=participant_id)
            yield found.get(participant_id, blank)

    def _put(self, work: Work, attendance: Attendance) -> None:
        if attendance.id:
            work.attendances.save(attendance)
        else:
            work.attendances.add(replace(attendance, id=self._ids.new("a")))


def _check_open(session: Session, reason: str) -> None:
    if session.state is SessionState.CANCELLED:
        raise Refusal("session_cancelled", day=session.day.isoformat())
    if session.state is SessionState.CLOSED and not reason.strip():
        raise Refusal("reason_missing")


def _there(read: Reading, session_id: str) -> list[Attendance]:
    return read.attendances.where(session_id=session_id, state=AttendanceState.PRESENT)
