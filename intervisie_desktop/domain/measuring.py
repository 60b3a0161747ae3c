"""How many minutes of someone's presence count, by the edition of the day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from intervisie_desktop.domain.attendance import Interval, merged, total_minutes, within
from intervisie_desktop.domain.profiles import Answer, Edition, PauseCount
from intervisie_desktop.domain.sessions import Session


class Measure(NamedTuple):
    """Presence at one session, in minutes.

    `gross` is everything; `stretch` the longest stretch as the profile counts it, `net_stretch`
    that stretch without pauses; `counted` is what counts for the person and `blocks` when.
    """

    gross: int
    stretch: int
    net_stretch: int
    counted: int
    blocks: tuple[Interval, ...]


NOTHING = Measure(0, 0, 0, 0, ())


class _Block(NamedTuple):
    start: int
    end: int
    gross: int
    net: int


def measure(intervals: Iterable[Interval], session: Session, edition: Edition | None) -> Measure:
    """What presence comes to; only what lies within the session is time of the session.

    A stretch may hold a gap as long as the pause it falls in plus the tolerance of the profile;
    a pause within a stretch is time of it unless the profile says that pauses do not count.
    """
    present = within(merged(intervals), session.interval)
    if not present:
        return NOTHING
    least = edition.day_min.value if edition and edition.day_min else 0
    if len(present) == 1 and not session.breaks:
        return _one_stretch(present[0], least, edition)
    blocks = _blocks(present, merged(session.breaks), edition)
    net_only = _pauses(edition) is PauseCount.NO
    worth = [(block, block.net if net_only else block.gross) for block in blocks]
    longest = max(worth, key=lambda pair: pair[1])
    counting = [(block, minutes) for block, minutes in worth if minutes >= least]
    if len(counting) > 1 and edition and edition.split_day and edition.split_day.value is Answer.NO:
        counting = [max(counting, key=lambda pair: pair[1])]
    counted = sum(minutes for _, minutes in counting)
    if edition and edition.day_max:
        counted = min(counted, edition.day_max.value)
    return Measure(
        gross=sum(block.gross for block in blocks),
        stretch=longest[1],
        net_stretch=max(block.net for block in blocks),
        counted=counted,
        blocks=tuple(Interval(block.start, block.end) for block, _ in counting),
    )


def _one_stretch(interval: Interval, least: int, edition: Edition | None) -> Measure:
    """The usual case, without gaps and pauses."""
    minutes = interval.minutes
    if minutes < least:
        return Measure(minutes, minutes, minutes, 0, ())
    most = edition.day_max.value if edition and edition.day_max else minutes
    return Measure(minutes, minutes, minutes, min(minutes, most), (interval,))


def _pauses(edition: Edition | None) -> PauseCount:
    return edition.pause_counts.value if edition and edition.pause_counts else PauseCount.YES


def _blocks(
    present: tuple[Interval, ...], breaks: tuple[Interval, ...], edition: Edition | None
) -> list[_Block]:
    contiguous = bool(edition and edition.contiguous and edition.contiguous.value)
    tolerance = edition.gap_tolerance.value if edition and edition.gap_tolerance else 0
    blocks: list[_Block] = []
    for interval in present:
        pause = _shared(interval, breaks)
        new = _Block(interval.start, interval.end, interval.minutes, interval.minutes - pause)
        if blocks:
            last = blocks[-1]
            gap = Interval(last.end, interval.start)
            rest = _shared(gap, breaks)
            if not contiguous or gap.minutes - rest <= tolerance:
                gross = last.gross + rest + new.gross
                blocks[-1] = _Block(last.start, new.end, gross, last.net + new.net)
                continue
        blocks.append(new)
    return blocks


def _shared(interval: Interval, breaks: tuple[Interval, ...]) -> int:
    return total_minutes(within(breaks, interval)) if breaks else 0
