"""What the page Vandaag shows, every word ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.ui.shell.desk import Destination


@dataclass(frozen=True, slots=True)
class CheckState:
    """One thing to have in order for a session: a sign, what, and how it stands."""

    sign: str
    token: str
    words: str
    side: str
    side_token: str = "ink-3"


@dataclass(frozen=True, slots=True)
class NextState:
    """The session that comes next."""

    session_id: str
    weekday: str
    day: str
    month: str
    countdown: str
    group: str
    code: str
    colour: int
    facts: tuple[tuple[str, str], ...]
    checks: tuple[CheckState, ...]
    button: tuple[str, str]


@dataclass(frozen=True, slots=True)
class TodoState:
    """Something to do; without a destination it is in the Controle panel."""

    icon: str
    token: str
    verb: str
    reason: str
    count: int
    destination: Destination | None


@dataclass(frozen=True, slots=True)
class TileState:
    """One participant in the heat map; `state` is the value of a standing state."""

    participant_id: str
    initials: str
    hours: str
    word: str
    state: str
    minutes: int
    target: int
    spoken: str


@dataclass(frozen=True, slots=True)
class HeatRowState:
    """A group in the heat map; `summary` are words with the colour they are said in."""

    group_id: str
    name: str
    code: str
    colour: int
    summary: tuple[tuple[str, str], ...]
    tiles: tuple[TileState, ...]


@dataclass(frozen=True, slots=True)
class ComingState:
    """A date after the next one."""

    session_id: str
    day: str
    time: str
    code: str
    colour: int
    group: str


@dataclass(frozen=True, slots=True)
class MonthState:
    """A month: what is there (meetings held, or cents invoiced) and what is still to come."""

    name: str
    held: int
    planned: int
    now: bool


@dataclass(frozen=True, slots=True)
class MonthsState:
    """The chart of the year: revenue in cents with `money`, else meetings.

    `legend` says what the two kinds of bar come to.
    """

    title: str
    side: str
    months: tuple[MonthState, ...]
    legend: tuple[str, str]
    money: bool


@dataclass(frozen=True, slots=True)
class StepState:
    """A first step in a new practice."""

    words: str
    side: str
    done: bool
    destination: Destination


@dataclass(frozen=True, slots=True)
class TodayState:
    """The whole page."""

    title: str
    subtitle: str
    next: NextState | None
    todo: tuple[TodoState, ...]
    heat_title: str
    heat: tuple[HeatRowState, ...]
    coming: tuple[ComingState, ...]
    months: MonthsState
    steps: tuple[StepState, ...]
