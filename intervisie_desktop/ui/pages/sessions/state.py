"""What the page Bijeenkomsten shows, with every string ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.attendance import Interval

Chip = tuple[str, str, str]
"""Word, tone and sign."""


class Look(StrEnum):
    """Which of the three sheets of the page is in front."""

    LIST = "list"
    SESSION = "session"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in the list."""

    id: str
    day: date
    day_words: str
    time: str
    start: int
    code: str
    colour: int
    group: str
    mode: str
    place: str
    chip: Chip
    present: int
    counted: str


@dataclass(frozen=True, slots=True)
class ListState:
    """The list of the working year."""

    subtitle: str
    rows: tuple[SessionLine, ...]
    filter: str
    filters: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    group: str
    chosen: str
    empty: tuple[str, str]
    can_plan: bool


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One of the checks of the record: done (True), partly (None) or not (False).

    `button` is the action at hand, empty for none; `time` the minute shown in a field, or None.
    """

    key: str
    title: str
    detail: str
    done: bool | None
    button: str = ""
    time: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A time in the list: its words, and whether it is only expected."""

    text: str = "–"
    expected: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class RosterRow:
    """Someone on the list of a session.

    `room` and `contribution` are None where they do not apply (not there); `ticks` are all ticks
    by field, for the panel; `short` says why the hours do not count, empty when they do.
    """

    id: str
    name: str
    role: str
    guest: bool
    chip: Chip
    there: bool
    arrived: Cell
    left: Cell
    stretches: int
    intervals: tuple[Interval, ...]
    hours: str
    short: str
    room: bool | None
    room_word: str
    contribution: bool | None
    theme: str
    remark: str
    remark_advice: str
    ticks: dict[str, bool] = field(default_factory=dict, hash=False)
    excused: bool = False


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase of the method: what was planned and what became of it; `actual` in minutes."""

    index: int
    name: str
    planned: str
    actual: int | None
    skipped: bool
    hint: str


@dataclass(frozen=True, slots=True)
class CourseState:
    """The phases of the method with their time; `none` says why there are none.

    `check` is sign, token and sentence of whether it fits; `done` how much was recorded, and
    `as_planned` the words of the button that records the rest.
    """

    method: str
    none: str
    check: Chip
    lines: tuple[PhaseLine, ...]
    recordable: bool
    done: str
    as_planned: str


@dataclass(frozen=True, slots=True)
class SessionState:
    """One session open; `kind` decides which buttons there are.

    `online_ticks` are the ticks to set for each participant who takes part online.
    """

    id: str
    group_id: str
    title: str
    crumb: tuple[str, ...]
    chip: Chip
    kind: str
    lock: str
    editable: bool
    markable: bool
    online: bool
    online_ticks: tuple[str, ...]
    start_words: str
    values: dict[str, Any]
    where_label: str
    hybrid: bool
    advice: str
    facilitators: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]
    methods: tuple[tuple[str, str], ...]
    course: CourseState
    checks: tuple[CheckLine, ...]
    checks_chip: Chip
    roster: tuple[RosterRow, ...]
    roster_side: str
    margin: str
    hours_head: str
    everyone: str
    certificates: bool


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line in a sheet: sign, token, words, and maybe a button with its key."""

    sign: str
    token: str
    text: str
    side: str = ""
    button: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class SheetState:
    """A step that is being prepared on the page: what it means, what it asks, its verb.

    `form` names which fields it asks ("" for none, "reason", "times", "day", "guest").
    """

    key: str
    title: str
    text: str
    lines: tuple[SheetLine, ...]
    form: str
    values: dict[str, Any]
    yes: str
    danger: bool = False


@dataclass(frozen=True, slots=True)
class GuestLine:
    """Someone who can be added as a guest; `need` says who falls short this year."""

    id: str
    name: str
    groups: str
    employer: str
    need: tuple[str, str, str] = ("", "neutral", "")


@dataclass(frozen=True, slots=True)
class NewState:
    """The form of a new session, with what is in the way."""

    values: dict[str, Any]
    groups: tuple[tuple[str, str], ...]
    where_label: str
    hybrid: bool
    conflicts: tuple[SheetLine, ...]
