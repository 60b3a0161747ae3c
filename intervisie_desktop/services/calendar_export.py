"""Sessions as .ics files for the calendars of others; never with anybody's address in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from intervisie_desktop.documents.ics.calendar import IcsEvent, IcsMethod, calendar_bytes
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

_HOST = "intervisie.invalid"
"""Makes ids of events unlike those of other programs; the name can never be a real host."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """An .ics file: a name that says what is in it, without its ending, and its bytes."""

    name: str
    data: bytes
    events: int


class CalendarExportService:
    """One session, the year of a group, or everything."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def session(self, session_id: str) -> CalendarFile:
        """One session; a cancelled one as a cancellation. Refusal("gone")."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            group = read.groups.get(session.group_id).name
            is_off = session.state is SessionState.CANCELLED
            method = IcsMethod.CANCEL if is_off else IcsMethod.PUBLISH
            name = f"{group} {session.day.isoformat()}"
            return self._file(read, [session], name, method)

    def group_year(self, group_id: str, year: int) -> CalendarFile:
        """The sessions of a group in a calendar year, cancelled ones marked so."""
        with self._store.reading() as read:
            group = read.groups.get(group_id).name
            sessions = [s for s in read.sessions.where(group_id=group_id) if s.day.year == year]
            return self._file(read, sessions, f"{group} {year}", IcsMethod.PUBLISH)

    def everything(self) -> CalendarFile:
        """All sessions of the practice."""
        with self._store.reading() as read:
            name = read.practice.get().name
            return self._file(read, read.sessions.all(), name, IcsMethod.PUBLISH)

    def _file(
        self, read: Reading, sessions: list[Session], name: str, method: IcsMethod
    ) -> CalendarFile:
        groups = {group.id: group.name for group in read.groups.all()}
        event = _event_of(self._clock)
        events = tuple(event(session, groups[session.group_id]) for session in sessions)
        return CalendarFile(name, calendar_bytes(events, method=method, name=name), len(events))


def _event_of(clock: Clock) -> Callable[[Session, str], IcsEvent]:
    """Makes events that are all said at the same moment."""
    stamp = clock.now()

    def event(session: Session, title: str) -> IcsEvent:
        return IcsEvent(
            uid=f"{session.id}@{_HOST}",
            stamp=stamp,
            day=session.day,
            start=session.start,
            end=session.end,
            title=title,
            sequence=session.sequence,
            place=session.place if session.mode is not Mode.ONLINE else "",
            link=session.link if session.mode is not Mode.ON_LOCATION else "",
            cancelled=session.state is SessionState.CANCELLED,
        )

    return event
