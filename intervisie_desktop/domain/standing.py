"""The year standing (jaarstand): what someone made, has planned, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from intervisie_desktop.domain.pro_rata import Reduction


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
class YearStanding:
    """Someone's calendar year under one profile, in minutes.

    `made` counts, `planned` is still to come, `offered` is what the groups of this person hold
    and plan this year for whoever always comes. `norm` is that of the year, `target` what is due
    after pro rata and carried over hours. `stays` is False for who left the groups of this
    profile, `belongs` for who never was a member this year. `elsewhere` is what was made under
    forms that may stand for this one but not be added to it; `through` is the form that completes
    the duty, and `secondary` says that another form is the one someone mainly does.
    `day_excess` holds (session, minutes) above the most of a day.
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
    points: int = 0
    day_excess: tuple[tuple[str, int], ...] = ()

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


class Outlook(NamedTuple):
    """What a state is read from, in minutes; `day_max` is None where a day has no most."""

    made: int
    forecast: int
    offered: int
    target: int
    margin: int
    day_max: int | None


def state_of(outlook: Outlook, year: int, today: date) -> StandingState:
    """The state of a year as seen from today."""
    if not outlook.target:
        return StandingState.NO_TARGET
    if outlook.made >= outlook.target:
        return StandingState.ACHIEVED
    if year < today.year:
        return StandingState.SHORT
    if outlook.forecast >= outlook.target:
        tight = outlook.forecast - outlook.target < outlook.margin
        return StandingState.TIGHT if tight else StandingState.ON_COURSE
    if outlook.day_max is not None and year == today.year:
        room = working_days_left(today) * outlook.day_max
        if outlook.made + room < outlook.target:
            return StandingState.UNREACHABLE
    short = outlook.offered >= outlook.target
    return StandingState.SHORT if short else StandingState.TO_PLAN


def working_days_left(today: date) -> int:
    """Mondays to Fridays from today up to and including 31 December."""
    last = date(today.year, 12, 31)
    weeks, rest = divmod((last - today).days + 1, 7)
    tail = (today + timedelta(days=weeks * 7 + n) for n in range(rest))
    return weeks * 5 + sum(1 for day in tail if day.weekday() < 5)
