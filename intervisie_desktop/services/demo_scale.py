"""The years before the script, and the many other groups of a large practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.demo_batch import Cast
from intervisie_desktop.services.demo_year import ScriptedGroup, belongs_from
from intervisie_desktop.services.surroundings import holidays_between

LIFE = 6
"""Years that a group of a large practice exists."""

_SIZE = 8
_ZONE = ZoneInfo("Europe/Amsterdam")
_FOUR_A_YEAR = ((1, 12, 60), (4, 1, 60), (6, 1, 40), (9, 7, 80))
"""Month and day from which each session of a year may fall, and for how many days."""
_STARTS = (570, 780, 930)
_MINUTES = 120
_PATIENCE = 300


def earlier_years(cast: Cast, groups: tuple[ScriptedGroup, ...], years: int) -> None:
    """The groups of the script met four times in each year before, all in good order."""
    first = date(cast.today.year - years + 1, 1, 1)
    calendar = _Calendar(cast)
    for scripted in groups:
        belongs_from(cast, scripted, first)
        for year in range(first.year, cast.today.year):
            for number in range(len(_FOUR_A_YEAR)):
                session = calendar.session(scripted.group, year, number)
                _complete(cast, session, list(scripted.people), number, flawless=True)


def earlier_groups(cast: Cast, facilitator_id: str, years: int, amount: int) -> None:
    """Groups that began over the years, met for some years, and mostly are over by now."""
    calendar = _Calendar(cast)
    beginnings = max(1, years - 1)
    for number in range(max(0, amount)):
        begin = cast.today.year - years + 1 + number * beginnings // max(1, amount)
        # Some exist a year longer and some are one person larger, so that years are not alike.
        life = max(1, min(LIFE + number % 2, years - 1))
        end = min(begin + life - 1, cast.today.year)
        group = _group(cast, facilitator_id, number, archived=end < cast.today.year)
        cast.batch.groups.append(group)
        _life(cast, calendar, group, range(begin, end + 1), _SIZE + (number % 5 == 0))


class _Calendar:
    """Gives every session a working day and time at which there is none yet."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._taken = {(s.day, s.start) for s in cast.batch.sessions}

    def session(self, group: Group, year: int, number: int) -> Session:
        """The session of this number in a year of the group, not yet told whether it was held."""
        day, start = self._slot(year, number)
        cast = self._cast
        return Session(
            id=cast.new("s"),
            group_id=group.id,
            day=day,
            start=start,
            end=start + _MINUTES,
            mode=group.mode,
            place=group.place,
            link=group.link,
            facilitator_id=group.facilitator_id,
            method=group.method,
            invited_on=day - timedelta(days=28),
            link_sent_on=day - timedelta(days=28) if group.link else None,
        )

    def _slot(self, year: int, number: int) -> tuple[date, int]:
        month, first, days = _FOUR_A_YEAR[number]
        begin = date(year, month, first)
        closed = holidays_between(begin, begin + timedelta(days=days))
        for attempt in count():
            day = begin + timedelta(days=self._cast.chance.randrange(days))
            slot = day, self._cast.chance.choice(_STARTS)
            # A very full year has no free slot left: then two meet at the same time.
            is_free = slot not in self._taken or attempt > _PATIENCE
            if day.weekday() < 5 and day not in closed and is_free:
                self._taken.add(slot)
                return slot
        raise AssertionError("a count never ends")


def _group(cast: Cast, facilitator_id: str, number: int, *, archived: bool) -> Group:
    online = number % 3 == 0
    area = cast.pick("areas").capitalize()
    return Group(
        id=cast.new("g"),
        name=f"{cast.pick('kinds')} {area} {cast.pick('parts')} {number + 1}",
        code=_code(number),
        colour=number % 5,
        profiles=("nova_intervisie",),
        mode=Mode.ONLINE if online else Mode.ON_LOCATION,
        place="" if online else "Zaal De Linde, Voorbeeldrecht",
        link="https://vergaderen.example/kring" if online else "",
        facilitator_id=facilitator_id,
        method="Incidentmethode, kort",
        archived=archived,
    )


def _code(number: int) -> str:
    """A letter and a figure, so that no code of the script is met: A0 to Z9."""
    return f"{chr(ord('A') + number // 10 % 26)}{number % 10}"


def _life(cast: Cast, calendar: _Calendar, group: Group, years: range, size: int) -> None:
    """People come, two of them leave halfway for two others, and they meet four times a year."""
    since = date(years[0], 1, 1)
    last = None if not group.archived else date(years[-1], 12, 31)
    offices = cast.chance.sample(cast.words["offices"], size + 2)
    people = [cast.person(cast.name(), "advocaat", office, since) for office in offices]
    changeover = date(years[len(years) // 2], 1, 1) if len(years) > 1 else None
    leaving, staying, coming = people[:2], people[2:size], people[size:]
    for person in staying:
        cast.joins(group, person, Period(since, last))
    gone = changeover - timedelta(days=1) if changeover else last
    for person in leaving:
        cast.joins(group, person, Period(since, gone))
    for person in coming if changeover else ():
        cast.joins(group, person, Period(changeover, last))
    cast.agrees(group, people, since)
    for year in years:
        new = changeover is not None and year >= changeover.year
        there = staying + (coming if new else leaving)
        for number in range(len(_FOUR_A_YEAR)):
            session = calendar.session(group, year, number)
            if session.day >= cast.today:
                cast.batch.sessions.append(replace(session, invited_on=None, link_sent_on=None))
            else:
                flawless = year == cast.today.year - 1
                _complete(cast, session, there, number, flawless=flawless)


def _complete(
    cast: Cast, session: Session, people: list[Participant], number: int, *, flawless: bool
) -> None:
    """A closed session with everything recorded; unless flawless, some came late or not."""
    local = datetime.combine(session.day, time(), _ZONE)
    cast.batch.sessions.append(
        replace(
            session,
            state=SessionState.CLOSED,
            description=cast.pick("descriptions"),
            confidentiality_on=session.day,
            confidentiality_at=session.start - 5,
            evaluated_on=session.day,
            list_signed=True,
            closed_at=local + timedelta(minutes=session.end + 30),
        )
    )
    for place, person in enumerate(people):
        there = cast.present(session, person, brought_in=place % 4 == number)
        cast.batch.attendances.append(there if flawless else _by_chance(cast, session, there))


def _by_chance(cast: Cast, session: Session, there: Attendance) -> Attendance:
    """Now and then somebody is away, and sometimes late."""
    draw = cast.chance.random()
    if draw < 0.05:
        state = AttendanceState.ABSENT if draw < 0.02 else AttendanceState.EXCUSED
        return Attendance(
            id=there.id,
            session_id=session.id,
            participant_id=there.participant_id,
            state=state,
        )
    if draw < 0.08:
        return replace(there, intervals=(Interval(session.start + 10, session.end),))
    return there
