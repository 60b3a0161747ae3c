"""Sessions (bijeenkomsten): planned, held, closed or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.groups import Mode


class SessionState(StrEnum):
    """Where a session is in its life; only CLOSED counts as proof, HELD may still change."""

    PLANNED = "planned"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class SessionPhase:
    """A phase of the method as planned for a session, in minutes; `actual` is what it took."""

    name: str
    minutes: int
    actual: int | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting of a group on one day; `start` and `end` are minutes since local midnight.

    `breaks` are parts of it that are pause. `confidentiality_on/_at` is when the scope of secrecy
    was discussed (Regeling art. 13a lid 1 c); who took part stands with each attendance.
    `description` is the short, non-substantive text for the certificate (art. 13a lid 1 e).
    `cancelled_at` is when word of a cancellation came, `cancelled_by_client` whether it came from
    the client: only then the cancellation terms hold.
    `sequence` counts changes of time or place for calendars (RFC 5545 SEQUENCE).
    `phases` are the plan and the course of the method, in order; `cases` is how many cases are
    planned. `undisturbed` says that the room on location was free of others. `platform` is the
    program of an online session, `online_reason` why it was not held on location.
    """

    id: str
    group_id: str
    day: date
    start: int
    end: int
    state: SessionState = SessionState.PLANNED
    mode: Mode = Mode.ON_LOCATION
    place: str = ""
    link: str = ""
    facilitator_id: str | None = None
    method: str = ""
    breaks: tuple[Interval, ...] = ()
    description: str = ""
    confidentiality_on: date | None = None
    confidentiality_at: int | None = None
    invited_on: date | None = None
    link_sent_on: date | None = None
    evaluated_on: date | None = None
    list_signed: bool = False
    cancelled_because: str = ""
    closed_at: datetime | None = None
    reopened_because: str = ""
    series_id: str | None = None
    sequence: int = 0
    phases: tuple[SessionPhase, ...] = ()
    cases: int | None = None
    undisturbed: bool = False
    platform: str = ""
    online_reason: str = ""
    cancelled_at: datetime | None = None
    cancelled_by_client: bool = False

    @property
    def minutes(self) -> int:
        """From start to end, pauses included."""
        return self.end - self.start

    @property
    def interval(self) -> Interval:
        """The whole session as one interval."""
        return Interval(self.start, self.end)
