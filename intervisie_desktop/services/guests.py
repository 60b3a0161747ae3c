"""Guests at one session: someone from another group who makes up for a missed one."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.sessions import check_open
from intervisie_desktop.storage.joint import Door
from intervisie_desktop.storage.reads.people import person_rows
from intervisie_desktop.storage.reads.sessions import roster


@dataclass(frozen=True, slots=True)
class GuestCandidate:
    """Someone who can be a guest, with the groups and the office they come from."""

    id: str
    name: str
    groups: str
    employer: str


class GuestsService:
    """Adding guests to a session and taking them off it."""

    def __init__(self, store: Door, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def candidates(self, session_id: str) -> tuple[GuestCandidate, ...]:
        """Everyone who is not on the list of this session yet, by surname."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            there = {line.participant_id for line in roster(read, session)}
            rows = person_rows(read, self._clock.today())
        return tuple(
            GuestCandidate(
                row.id, row.listed, ", ".join(group[2] for group in row.groups), row.employer
            )
            for row in rows
            if row.id not in there
        )

    def add(self, session_id: str, participant_id: str) -> Outcome[None]:
        """Puts a guest on the list: expected, or present from start to end once it was held.

        Refusal("gone"), ("guest_already_there"), ("session_closed"), ("session_cancelled").
        """
        session, group, name = self._about(session_id, participant_id)
        check_open(session)
        held = session.state is SessionState.HELD
        guest = Attendance(
            id=self._ids.new("a"),
            session_id=session_id,
            participant_id=participant_id,
            state=AttendanceState.PRESENT if held else AttendanceState.EXPECTED,
            intervals=(session.interval,) if held else (),
        )
        day = session.day.isoformat()
        with self._store.work("guest_added", group=group, name=name, day=day) as work:
            if any(line.participant_id == participant_id for line in roster(work, session)):
                raise Refusal("guest_already_there", name=name)
            work.attendances.add(guest)
        return work.outcome(None)

    def remove(self, session_id: str, participant_id: str) -> Outcome[None]:
        """Takes a guest off the list; Refusal("guest_is_member") for who belongs to the group."""
        session, group, name = self._about(session_id, participant_id)
        check_open(session)
        day = session.day.isoformat()
        with self._store.work("guest_removed", group=group, name=name, day=day) as work:
            members = work.memberships.where(
                group_id=session.group_id, participant_id=participant_id
            )
            if any(session.day in member.period for member in members):
                raise Refusal("guest_is_member", name=name)
            work.attendances.remove_where(session_id=session_id, participant_id=participant_id)
        return work.outcome(None)

    def _about(self, session_id: str, participant_id: str) -> tuple[Session, str, str]:
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            person = read.participants.get(participant_id)
            return session, read.groups.get(session.group_id).name, person.name.plain
