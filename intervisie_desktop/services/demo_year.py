"""The year of the script: five groups with something of everything, up to today and beyond."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from intervisie_desktop.domain.agenda import BusyTime
from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.people import Participant, PersonName
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.demo_batch import Cast, workday

_ZONE = ZoneInfo("Europe/Amsterdam")
_SECRECY_BEFORE = 4
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ScriptedGroup:
    """A group of the script with its people."""

    group: Group
    people: tuple[Participant, ...]


def scripted_year(cast: Cast, facilitator_id: str, first_year: int) -> tuple[ScriptedGroup, ...]:
    """Makes the five groups, their people, this year's sessions and the busy times."""
    offices = iter(cast.words["offices"] * 2)
    since = date(first_year, 1, 1)
    made = []
    for entry in cast.data["group"]:
        group = _group(cast, entry, facilitator_id)
        people = tuple(
            cast.person(_name(full), entry["area"], next(offices), since)
            for full in entry["members"]
        )
        cast.batch.groups.append(group)
        made.append(ScriptedGroup(group, people))
    entries = zip(made, cast.data["group"], strict=True)
    planned = [(one, s, _session(cast, one.group, s)) for one, e in entries for s in e["session"]]
    past = [session for _, _, session in planned if session.day < cast.today]
    # The record of the last session is still open, so that there is something to close.
    newest = max(past, key=lambda session: (session.day, session.start), default=None)
    for scripted, entry, session in planned:
        if session.day >= cast.today:
            _coming(cast, scripted, entry, session)
        else:
            _took_place(cast, scripted, entry, session, closed=session is not newest)
    _busy(cast)
    return tuple(made)


def _group(cast: Cast, entry: Entry, facilitator_id: str) -> Group:
    clients = {client.name: client.id for client in cast.batch.clients}
    return Group(
        id=cast.new("g"),
        name=entry["name"],
        code=entry["code"],
        colour=entry["colour"],
        profiles=("nova_intervisie",),
        mode=Mode(entry["mode"]),
        place=entry.get("place", ""),
        link=entry.get("link", ""),
        client_id=clients[entry["client"]] if "client" in entry else None,
        facilitator_id=facilitator_id,
        method=entry["method"],
    )


def _session(cast: Cast, group: Group, entry: Entry) -> Session:
    start, end = _times(entry["time"])
    day = _day(cast, entry["on"])
    invited = _day(cast, entry["invited"]) if "invited" in entry else day - timedelta(days=28)
    is_invited = invited <= cast.today
    return Session(
        id=cast.new("s"),
        group_id=group.id,
        day=day,
        start=start,
        end=end,
        mode=group.mode,
        place=group.place,
        link=group.link,
        facilitator_id=group.facilitator_id,
        method=group.method,
        cases=entry.get("cases"),
        invited_on=invited if is_invited else None,
        link_sent_on=invited if is_invited and group.link else None,
    )


def _coming(cast: Cast, scripted: ScriptedGroup, entry: Entry, session: Session) -> None:
    """What is known of a session that is still planned: who prepared and who will not come."""
    cast.batch.sessions.append(session)
    for person in scripted.people:
        name = person.name.plain
        excused, prepared = name in entry.get("excused", ()), name in entry.get("prepared", ())
        if excused or prepared:
            state = AttendanceState.EXCUSED if excused else AttendanceState.EXPECTED
            attendance = Attendance(
                id=cast.new("a"),
                session_id=session.id,
                participant_id=person.id,
                state=state,
                prepared=prepared,
            )
            cast.batch.attendances.append(attendance)


def _took_place(
    cast: Cast, scripted: ScriptedGroup, entry: Entry, session: Session, *, closed: bool
) -> None:
    silent = entry.get("no_secrecy", False)
    cast.batch.sessions.append(
        replace(
            session,
            state=SessionState.CLOSED if closed else SessionState.HELD,
            description=cast.pick("descriptions"),
            confidentiality_on=None if silent else session.day,
            confidentiality_at=None if silent else session.start - _SECRECY_BEFORE,
            evaluated_on=session.day,
            list_signed=True,
            closed_at=_closing(session) if closed else None,
        )
    )
    for person in scripted.people:
        cast.batch.attendances.append(_attendance(cast, entry, session, person))


def _attendance(cast: Cast, entry: Entry, session: Session, person: Participant) -> Attendance:
    name = person.name.plain
    for key in ("absent", "excused"):
        if name in entry.get(key, ()):
            return Attendance(
                id=cast.new("a"),
                session_id=session.id,
                participant_id=person.id,
                state=AttendanceState(key),
            )
    brought_in = name in entry.get("brought_in", (name,))
    there = cast.present(session, person, brought_in=brought_in)
    arrived = _minute(entry.get("late", {}).get(name)) or session.start
    left = _minute(entry.get("left", {}).get(name)) or session.end
    return replace(
        there,
        intervals=(Interval(arrived, left),),
        theme=entry.get("theme", there.theme) if brought_in else "",
        confidentiality=not entry.get("no_secrecy", False),
        closed_room=there.closed_room and name not in entry.get("open_rooms", ()),
        remark=entry.get("remarks", {}).get(name, ""),
    )


def _busy(cast: Cast) -> None:
    for entry in cast.data["busy"]:
        start, end = _times(entry["time"])
        midnight = datetime.combine(_day(cast, entry["on"]), time())
        cast.batch.busy_times.append(
            BusyTime(
                id=cast.new("b"),
                source=entry["source"],
                start=midnight + timedelta(minutes=start),
                end=midnight + timedelta(minutes=end),
            )
        )


def belongs_from(cast: Cast, scripted: ScriptedGroup, first: date) -> None:
    """The people of a scripted group belong to it from this day on, and signed its agreement."""
    for person in scripted.people:
        cast.joins(scripted.group, person, Period(first))
    cast.agrees(scripted.group, list(scripted.people), first)


def _closing(session: Session) -> datetime:
    """Half an hour after the end."""
    local = datetime.combine(session.day, time(), _ZONE)
    return local + timedelta(minutes=session.end + 30)


def _name(full: str) -> PersonName:
    given, surname = full.split(maxsplit=1)
    return PersonName(given=given, surname=surname)


def _day(cast: Cast, month_day: str) -> date:
    month, day = (int(part) for part in month_day.split("-"))
    return workday(date(cast.today.year, month, day))


def _times(text: str) -> tuple[int, int]:
    start, end = (_minute(part) for part in text.split("-"))
    return start, end


def _minute(text: str | None) -> int:
    """Minutes since midnight of "10:12"; 0 for nothing."""
    if text is None:
        return 0
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
