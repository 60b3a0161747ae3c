"""Busy times from someone's own calendar (iCalendar, RFC 5545); titles are not kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from intervisie_desktop.documents.reading.guard import MAX_CARDS, guard_count, guard_size
from intervisie_desktop.documents.reading.recurrence import recurrence_of
from intervisie_desktop.documents.reading.text import decoded
from intervisie_desktop.domain.errors import Refusal

Properties = dict[str, Any]
"""An event as icalendar gives it: property names to its own value types."""

ZONE = ZoneInfo("Europe/Amsterdam")
_MAX_DEPTH = 8
_MAX_STEPS = 500_000
_MAX_OCCURRENCES = 20_000
_DAY = timedelta(days=1)
# What icalendar raises on values that are no values (found by fuzzing).
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError,
           RecursionError)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Taken:
    """A time that is taken; local wall times, `end` is not part of it."""

    start: datetime
    end: datetime
    all_day: bool = False


@dataclass(frozen=True, slots=True)
class BusyCalendar:
    """What a calendar file says between the two days; `skipped` events could not be understood."""

    taken: tuple[Taken, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class _Moment:
    """A start as written: its wall time in its own zone, and that zone (None is all day)."""

    wall: datetime
    zone: ZoneInfo | None

    @property
    def local(self) -> datetime:
        """Wall time in Amsterdam; a time that the clock skips moves on (RFC 5545 3.3.5)."""
        if self.zone is None:
            return self.wall
        absolute = self.wall.replace(tzinfo=self.zone).astimezone(UTC)
        return absolute.astimezone(ZONE).replace(tzinfo=None)


def read_busy(data: bytes, first: date, last: date) -> BusyCalendar:
    """The taken times that touch the days `first` up to and including `last`, in order.

    Cancelled and transparent events are free time. Repeats are worked out no further than `last`.
    """
    from icalendar import Calendar  # noqa: PLC0415  (large, and only to read a calendar)

    guard_size(data, MAX_CARDS)
    text = decoded(data).text
    _guard_shape(text)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        events = [event for calendar in calendars for event in _events(calendar)]
    except _BROKEN as error:
        raise Refusal("import_calendar_broken") from error
    if any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise Refusal("import_calendar_broken")
    return _Reader(first, last).read(events)


def _events(calendar: Any) -> list[Properties]:  # noqa: ANN401  (icalendar's own type is no help)
    found: list[Properties] = calendar.walk("VEVENT")
    return found


def _guard_shape(text: str) -> None:
    depth, items = 0, 0
    for match in re.finditer(r"(?im)^(BEGIN|END):", text):
        begins = match[1].upper() == "BEGIN"
        depth += 1 if begins else -1
        items += begins
        if depth > _MAX_DEPTH:
            raise Refusal("import_calendar_broken")
    guard_count(items)
    if not items:
        raise Refusal("import_calendar_broken")


class _Reader:
    """Works out one file; counts its steps, so that no file can keep it busy for long."""

    def __init__(self, first: date, last: date) -> None:
        self._from = datetime.combine(first, time())
        self._until = datetime.combine(last, time()) + _DAY
        self._steps = 0

    def read(self, events: list[Properties]) -> BusyCalendar:
        masters: list[Properties] = []
        moved: defaultdict[str, list[Properties]] = defaultdict(list)
        for event in events:
            if "RECURRENCE-ID" in event:
                moved[str(event.get("UID", ""))].append(event)
            else:
                masters.append(event)
        taken: set[Taken] = set()
        skipped = 0
        alone = [event for found in moved.values() for event in found]
        for event, instead in [*((m, moved.get(str(m.get("UID", "")), [])) for m in masters),
                               *((event, []) for event in alone)]:  # fmt: skip
            try:
                taken.update(t for t in self._times(event, instead) if self._touches(t))
            except _BROKEN:
                skipped += 1
            guard_count(len(taken), _MAX_OCCURRENCES)
        return BusyCalendar(tuple(sorted(taken)), skipped)

    def _touches(self, taken: Taken) -> bool:
        return taken.start < self._until and self._from < taken.end

    def _times(self, event: Properties, moved: list[Properties]) -> Iterator[Taken]:
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            return
        if str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
            return
        start = _moment(event["DTSTART"].dt)
        length = _length(event, start)
        gone = {_moment(m["RECURRENCE-ID"].dt).local for m in moved}
        gone |= {_moment(value).local for value in _listed(event, "EXDATE")}
        for wall in self._starts(event, start, length):
            moment = _Moment(wall, start.zone)
            if moment.local not in gone:
                yield _taken(moment, length)

    def _starts(self, event: Properties, start: _Moment, length: timedelta) -> Iterator[datetime]:
        if "RECURRENCE-ID" in event or not ({"RRULE", "RDATE"} & set(event)):
            yield start.wall
            return
        # A day of room on both sides: zones may lie half a day apart.
        begin, end = self._from - length - _DAY, self._until + _DAY
        rules = event.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            yield from self._repeated(rule, start, begin, end)
        extra = {_in_zone(_moment(value), start.zone) for value in _listed(event, "RDATE")}
        if not rules:
            extra.add(start.wall)
        yield from (wall for wall in extra if begin <= wall <= end)

    def _repeated(
        self, rule: dict[str, list[object]], start: _Moment, begin: datetime, end: datetime
    ) -> Iterator[datetime]:
        parts = {key: value if isinstance(value, list) else [value] for key, value in rule.items()}
        amount = parts.pop("COUNT", [None])[0]
        until = parts.pop("UNTIL", [None])[0]
        stop = min(end, _until(until, start)) if until is not None else end
        # A rule that ends after a number of times is counted from its very start.
        since = start.wall if amount is not None else max(begin, start.wall)
        days = recurrence_of(parts).days(start.wall.date(), since.date(), stop.date(), self._count)
        limit = int(str(amount)) if amount is not None else None
        for day in islice(days, limit):
            wall = datetime.combine(day, start.wall.time())
            if begin <= wall <= stop:
                yield wall

    def _count(self, steps: int) -> None:
        self._steps += steps
        if self._steps > _MAX_STEPS:
            raise Refusal("import_too_many_repeats")


def _until(value: object, start: _Moment) -> datetime:
    if isinstance(value, datetime):
        return _in_zone(_moment(value), start.zone)
    if isinstance(value, date):
        return datetime.combine(value, time(23, 59, 59))
    raise TypeError(value)


def _listed(event: Properties, name: str) -> list[date | datetime]:
    found = event.get(name, [])
    lists = found if isinstance(found, list) else [found]
    values = [entry.dt for dates in lists for entry in dates.dts]
    return [value[0] if isinstance(value, tuple) else value for value in values]


def _moment(value: object) -> _Moment:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            return _Moment(value, ZONE)
        if isinstance(value.tzinfo, ZoneInfo):
            return _Moment(value.replace(tzinfo=None), value.tzinfo)
        return _Moment(value.astimezone(ZONE).replace(tzinfo=None), ZONE)
    if isinstance(value, date):
        return _Moment(datetime.combine(value, time()), None)
    raise TypeError(value)


def _in_zone(moment: _Moment, zone: ZoneInfo | None) -> datetime:
    """The same moment as a wall time of another zone."""
    if zone is None or moment.zone is None or moment.zone == zone:
        return moment.wall
    absolute = moment.wall.replace(tzinfo=moment.zone).astimezone(UTC)
    return absolute.astimezone(zone).replace(tzinfo=None)


def _length(event: Properties, start: _Moment) -> timedelta:
    """How long it really lasts; an event without an end takes a day or no time (RFC 5545)."""
    if "DTEND" in event:
        end = _moment(event["DTEND"].dt)
        length = _absolute(end) - _absolute(start)
    elif "DURATION" in event:
        length = timedelta() + event["DURATION"].dt
    else:
        length = _DAY if start.zone is None else timedelta()
    if length < timedelta():
        raise ValueError(length)
    return length


def _absolute(moment: _Moment) -> datetime:
    return moment.wall.replace(tzinfo=moment.zone or UTC).astimezone(UTC)


def _taken(start: _Moment, length: timedelta) -> Taken:
    if start.zone is None:
        return Taken(start.wall, start.wall + max(length, _DAY), all_day=True)
    end = (_absolute(start) + length).astimezone(ZONE).replace(tzinfo=None)
    # Over the hour that comes twice the clock may read earlier at the end than at the start.
    return Taken(start.local, end if end > start.local else start.local + length)
