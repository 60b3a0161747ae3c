"""Everything the page Agenda shows, ready in Dutch; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.sessions import SessionState


class Span(StrEnum):
    """How much is shown at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class EntryKind(StrEnum):
    """What an entry is."""

    SESSION = "session"
    BUSY = "busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something with a time on a day; `lane` of `lanes` beside each other where they overlap.

    `spoken` says all of it in one line; `tight` marks a busy time right against a session.
    """

    key: str
    kind: EntryKind
    day: date
    start: int
    end: int
    title: str
    spoken: str
    place: str = ""
    online: bool = False
    state: SessionState | None = None
    state_word: str = ""
    code: str = ""
    colour: int = 0
    group_id: str = ""
    tight: bool = False
    lane: int = 0
    lanes: int = 1


class BandTone(StrEnum):
    """What a whole-day band means."""

    SCHOOL = "school"
    HOLIDAY = "holiday"
    OWN = "own"
    CLOCK = "clock"
    BUSY = "busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Something that lasts whole days, in a row of the lane above the hours."""

    first: date
    last: date
    words: str
    tone: BandTone
    row: int = 0


@dataclass(frozen=True, slots=True)
class StripDot:
    """A session in the year strip."""

    day: date
    state: SessionState
    row: int


@dataclass(frozen=True, slots=True)
class StripRow:
    """A group in the year strip."""

    code: str
    name: str
    colour: int


@dataclass(frozen=True, slots=True)
class StripWeek:
    """A week of the year strip: its Monday, and what it says."""

    monday: date
    spoken: str


@dataclass(frozen=True, slots=True)
class StripState:
    """The year at a glance; `shown` are the first and last day in front."""

    year: int
    today: date
    shown: tuple[date, date]
    rows: tuple[StripRow, ...] = ()
    dots: tuple[StripDot, ...] = ()
    weeks: tuple[StripWeek, ...] = ()
    school: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarState:
    """The days in front with everything on them; one model for every span."""

    span: Span
    first: date
    last: date
    anchor: date
    today: date
    entries: tuple[Entry, ...] = ()
    bands: tuple[Band, ...] = ()

    def on(self, day: date) -> tuple[Entry, ...]:
        """The entries of a day, by time."""
        return tuple(entry for entry in self.entries if entry.day == day)

    def bands_on(self, day: date) -> tuple[Band, ...]:
        """The bands over a day."""
        return tuple(band for band in self.bands if band.first <= day <= band.last)


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """What is in the way after a move or a making; empty for nothing."""

    text: str = ""
    severity: Severity = Severity.TIP


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One thing in the way, as a sentence."""

    text: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """A real date of a series; `day` is where it is planned, `moved` when that was another day."""

    key: str
    day: date
    words: str
    note: str
    severity: Severity | None
    ticked: bool


@dataclass(frozen=True, slots=True)
class MakingState:
    """The panel in which a session or a series is made."""

    groups: tuple[tuple[str, str], ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    conflicts: tuple[ConflictLine, ...] = ()
    clear: str = ""
    series: bool = False
    series_text: str = ""
    echo: str = ""
    problem: str = ""
    policy: str = ""
    lines: tuple[SeriesLine, ...] = ()
    button: str = "Inplannen"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A file that busy times came from."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ImportState:
    """The panel in which busy times come in: what is there, and what would come."""

    sources: tuple[SourceLine, ...] = ()
    title: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaState:
    """Everything the page shows; `empty` is a quiet line where nothing stands."""

    title: str
    calendar: CalendarState
    strip: StripState
    empty: str = ""
    making: MakingState | None = None
    importing: ImportState | None = None
    notice: NoticeShown = NoticeShown()
