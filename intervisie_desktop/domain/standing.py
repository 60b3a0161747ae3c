"""The year standing (jaarstand): what someone made, has planned, and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from intervisie_desktop.domain.points import WHOLE, Earned
from intervisie_desktop.domain.pro_rata import Reduction

SATURDAY = 5


class StandingState(StrEnum):
    """How someone's year stands; NO_TARGET when nothing is due.

    TO_PLAN: the groups someone belongs to do not offer the norm this year, whoever always comes;
    so the plan is not complete and a shortage is not yet theirs. SHORT: the plan is complete (or
    the year over) and this person does not make it. UNREACHABLE: too few days are left.
    """

    ACHIEVED = "achieved"
    ON_COURSE = "on_course"
    TIGHT = "tight"
    TO_PLAN = "to_plan"
    SHORT = "short"
    UNREACHABLE = "unreachable"
    NO_TARGET = "no_target"


class NotCounted(StrEnum):
    """Why presence at a session does not count, or not wholly; NOTHING when it does."""

    NOTHING = ""
    TOO_SHORT = "too_short"
    GROUP_SIZE = "group_size"
    NOT_ONLINE = "not_online"
    DAY_MAX = "day_max"
    SPLIT_DAY = "split_day"
    UNSIGNED = "unsigned"


class CountedSession(NamedTuple):
    """One session of the year someone was at: minutes there, and minutes that count.

    When a day holds more than one session, what is over the most of a day is taken off the last.
    """

    session_id: str
    group_id: str
    day: date
    profile: str
    minutes: int
    counted: int
    why: NotCounted
    contributed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """How many sessions that count someone was at, where a profile asks for a number of them.

    `made` is over the term the profile counts (the calendar year, or so many months back),
    `planned` over the rest of this year. `missed` are sessions of the own groups without them.
    `whole` says that someone took part here from the beginning of that term.
    """

    norm: int = 0
    made: int = 0
    planned: int = 0
    missed: int = 0
    whole: bool = True
    state: StandingState = StandingState.NO_TARGET

    @property
    def missing(self) -> int:
        """How many are still lacking when everything goes as planned."""
        return max(0, self.norm - self.made - self.planned)


class YearStanding(NamedTuple):
    """Someone's calendar year under one profile, in minutes.

    `made` counts, `planned` is still to come, `offered` is what the groups of this person hold
    and plan this year for whoever always comes. `norm` is that of the year, `target` what is due
    after pro rata and carried over hours. `stays` is False for who left the groups of this
    profile, `belongs` for who never was a member this year. `elsewhere` is what was made under
    forms that may stand for this one but not be added to it; `through` is the form that completes
    the duty, and `secondary` says that another form is the one someone mainly does.
    `day_excess` holds (session, minutes) above the most of a day, `split` the sessions of days of
    which nobody wrote whether separate stretches add up. `deficit` is what last year left to be
    made up. `last_safe_day` is the last day on which catching up may begin and still make the
    target; None when nothing is lacking, the year is over, or it is too late. `points` are whole
    points, `hundredths` the same with their fraction, both after the most of the year.
    """

    participant_id: str
    profile: str
    year: int
    edition: date | None
    made: int
    planned: int
    offered: int
    norm: int
    target: int
    state: StandingState
    sessions: tuple[CountedSession, ...] = ()
    coming: tuple[str, ...] = ()
    reduced: Reduction = Reduction()
    carried: int = 0
    bound: bool = True
    belongs: bool = True
    stays: bool = True
    group_id: str | None = None
    elsewhere: int = 0
    through: str = ""
    secondary: bool = False
    hundredths: int = 0
    day_excess: tuple[tuple[str, int], ...] = ()
    split: tuple[str, ...] = ()
    deficit: int = 0
    last_safe_day: date | None = None
    meetings: Meetings = Meetings()

    @property
    def points(self) -> int:
        """Whole points."""
        return self.hundredths // WHOLE

    @property
    def forecast(self) -> int:
        """Made and planned together."""
        return self.made + self.planned

    @property
    def missing(self) -> int:
        """What is still lacking when everything goes as planned."""
        return max(0, self.target - self.forecast)

    @property
    def surplus(self) -> int:
        """What was made above what is due."""
        return max(0, self.made - self.target) if self.target else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodStanding:
    """Someone's registration period under one profile, in minutes.

    `made` and `planned` lie within the period and within the most of each year and of the whole;
    `excess` is what was over the most of the whole. `sessions_…` are numbers of sessions that
    count. `whole` says that someone took part here from the beginning of the period; otherwise
    hours from before are not known. `hundredths` are points. A period that runs is on course when
    it keeps pace with its days.
    """

    participant_id: str
    profile: str
    registration_id: str
    register: str
    start: date
    end: date
    made: int
    planned: int
    target: int
    state: StandingState
    excess: int = 0
    sessions_made: int = 0
    sessions_planned: int = 0
    sessions_target: int = 0
    sessions_state: StandingState = StandingState.NO_TARGET
    hundredths: int = 0
    whole: bool = True
    last_safe_day: date | None = None

    @property
    def missing(self) -> int:
        """What is still lacking when everything goes as planned."""
        return max(0, self.target - self.made - self.planned)


class Outlook(NamedTuple):
    """What a state is read from, in minutes or in sessions.

    `reachable` is False when too few days are left, whatever is planned on them.
    """

    made: int
    forecast: int
    offered: int
    target: int
    margin: int = 0
    reachable: bool = True


def state_of(outlook: Outlook, last: date, today: date) -> StandingState:
    """The state of a term that ends on `last`, as seen from today."""
    if not outlook.target:
        return StandingState.NO_TARGET
    if outlook.made >= outlook.target:
        return StandingState.ACHIEVED
    if last < today:
        return StandingState.SHORT
    if outlook.forecast >= outlook.target:
        tight = outlook.forecast - outlook.target < outlook.margin
        return StandingState.TIGHT if tight else StandingState.ON_COURSE
    if not outlook.reachable:
        return StandingState.UNREACHABLE
    short = outlook.offered >= outlook.target
    return StandingState.SHORT if short else StandingState.TO_PLAN


class Room(NamedTuple):
    """What still fits on the days of a term; `most` and `least` are of one day, in minutes.

    `taken` says what each day holds already, made or planned. Without a most any day will do.
    """

    first: date
    last: date
    most: int | None
    least: int
    taken: Mapping[date, int]


def last_safe_day(missing: int, room: Room) -> date | None:
    """The last Monday to Friday on which catching up may begin; None when it is too late.

    Days are filled from the last one back, each with what still fits on it; a day with less room
    than the shortest session that counts is passed over.
    """
    day = room.last
    while day >= room.first:
        if day.weekday() < SATURDAY:
            if room.most is None:
                return day
            free = room.most - room.taken.get(day, 0)
            if free > 0 and free >= room.least:
                missing -= free
            if missing <= 0:
                return day
        day -= timedelta(days=1)
    return None


def own_presence(counted: Iterable[CountedSession], key: str) -> list[Earned]:
    """What earns points under a profile: its own sessions, not those of forms added to it."""
    return [Earned(s.day, s.counted) for s in counted if s.profile == key]
