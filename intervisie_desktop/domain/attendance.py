"""Attendance (deelname): who was there from when to when, as intervals of minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From `start` up to `end`, minutes since local midnight; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= 24 * 60:
            raise ValueError(f"not an interval within a day: {self.start} .. {self.end}")

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start


class AttendanceState(StrEnum):
    """What is known of someone's presence; EXCUSED was announced, ABSENT was a no-show."""

    EXPECTED = "expected"
    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One participant at one session.

    `contribution` says that a question or dilemma was brought in, `theme` is a neutral word from
    a list: never content. `taken_over` says that state and times come from a list that was
    kept by hand elsewhere; who changes them here makes them their own. `remark` is practical only
    ("trein vertraagd"). `notified_at` is when an absence was announced: cancellation terms count
    from it. `apart`, `webcam`, `microphone`, `loudspeaker` and `connection` are the online
    checklist: alone in the room, seen, heard, hearing, and a line that holds (S1-27..29).
    """

    id: str
    session_id: str
    participant_id: str
    state: AttendanceState = AttendanceState.EXPECTED
    intervals: tuple[Interval, ...] = ()
    contribution: bool = False
    theme: str = ""
    action: bool = False
    prepared: bool = False
    confidentiality: bool = False
    closed_room: bool = False
    identity_checked: bool = False
    online_agreed: bool = False
    presence_checked: bool = False
    safe: bool = False
    taken_over: bool = False
    remark: str = ""
    apart: bool = False
    webcam: bool = False
    microphone: bool = False
    loudspeaker: bool = False
    connection: bool = False
    notified_at: datetime | None = None


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same presence as the fewest intervals, in order; touching ones become one."""
    result: list[Interval] = []
    for interval in sorted(intervals):
        if result and interval.start <= result[-1].end:
            if interval.end > result[-1].end:
                result[-1] = Interval(result[-1].start, interval.end)
        else:
            result.append(interval)
    return tuple(result)


def within(intervals: Iterable[Interval], bounds: Interval) -> tuple[Interval, ...]:
    """The parts that lie inside `bounds`."""
    return tuple(
        Interval(max(i.start, bounds.start), min(i.end, bounds.end))
        for i in intervals
        if i.start < bounds.end and bounds.start < i.end
    )


def without(intervals: Iterable[Interval], holes: Iterable[Interval]) -> tuple[Interval, ...]:
    """The parts that lie in none of the holes (pauses)."""
    result = merged(intervals)
    for hole in holes:
        kept: list[Interval] = []
        for interval in result:
            if interval.start < min(interval.end, hole.start):
                kept.append(Interval(interval.start, min(interval.end, hole.start)))
            if max(interval.start, hole.end) < interval.end:
                kept.append(Interval(max(interval.start, hole.end), interval.end))
        result = tuple(kept)
    return result


def total_minutes(intervals: Iterable[Interval]) -> int:
    """Minutes of presence, overlap counted once."""
    return sum(interval.minutes for interval in merged(intervals))


def longest_stretch(intervals: Iterable[Interval]) -> int:
    """Minutes of the longest presence without a gap; 0 when there is none."""
    return max((interval.minutes for interval in merged(intervals)), default=0)
