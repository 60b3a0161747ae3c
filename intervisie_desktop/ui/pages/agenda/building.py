"""Makes what is shown of what the services give; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from intervisie_desktop.domain.agenda import BusyTime, FreeKind, FreePeriod
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.planning.conflicts import TIGHT_MINUTES
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.agenda import AgendaSession, AgendaWindow
from intervisie_desktop.ui.pages.agenda import words
from intervisie_desktop.ui.pages.agenda.layout import in_rows, side_by_side
from intervisie_desktop.ui.pages.agenda.state import (
    Band,
    BandTone,
    CalendarState,
    Entry,
    EntryKind,
    Span,
    StripDot,
    StripRow,
    StripState,
    StripWeek,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


def calendar_state(window: AgendaWindow, span: Span, anchor: date, today: date) -> CalendarState:
    """Everything between the days of the window, placed."""
    sessions = [_session(session) for session in window.sessions]
    busy = [entry for taken in window.busy if not _whole_day(taken) for entry in _busy(taken)]
    shown = [entry for entry in busy if window.first <= entry.day <= window.last]
    standing = [s for s in sessions if s.state is not SessionState.CANCELLED]
    marked = [replace(b, tight=any(_tight(b, s) for s in standing)) for b in shown]
    return CalendarState(
        span=span,
        first=window.first,
        last=window.last,
        anchor=anchor,
        today=today,
        entries=side_by_side([*sessions, *marked]),
        bands=in_rows(_bands(window)),
    )


def _session(session: AgendaSession) -> Entry:
    return Entry(
        key=session.id,
        kind=EntryKind.SESSION,
        day=session.day,
        start=session.start,
        end=session.end,
        title=session.group,
        spoken=words.say_session(session),
        place=session.place or counts.capital(word(session.mode)),
        online=session.mode is Mode.ONLINE,
        state=session.state,
        state_word=word(session.state),
        code=session.code,
        colour=session.colour,
        group_id=session.group_id,
    )


def _whole_day(taken: BusyTime) -> bool:
    return taken.all_day or taken.end - taken.start >= _DAY


def _busy(taken: BusyTime) -> Iterator[Entry]:
    """The busy time cut at midnight."""
    day = taken.start.date()
    while datetime.combine(day, time()) < taken.end:
        midnight = datetime.combine(day, time())
        start = max(0, int((taken.start - midnight).total_seconds() // 60))
        end = min(24 * 60, int((taken.end - midnight).total_seconds() // 60))
        yield Entry(
            key=f"{taken.id}@{day.isoformat()}",
            kind=EntryKind.BUSY,
            day=day,
            start=start,
            end=max(end, start),
            title=f"Bezet, {taken.source}",
            spoken=words.say_busy(taken.source, day, start, end),
        )
        day += _DAY


def _tight(busy: Entry, session: Entry) -> bool:
    gap = max(busy.start - session.end, session.start - busy.end)
    return busy.day == session.day and 0 <= gap < TIGHT_MINUTES


def _bands(window: AgendaWindow) -> Iterator[Band]:
    for holiday in window.public_holidays:
        tone = BandTone.HOLIDAY if holiday.free else BandTone.CLOCK
        yield Band(first=holiday.day, last=holiday.day, words=holiday.name, tone=tone)
    for period in window.free_periods:
        yield _period(period)
    for change in window.clock_changes:
        name = words.SUMMER if change.forward else words.WINTER
        yield Band(first=change.day, last=change.day, words=name, tone=BandTone.CLOCK)
    for taken in window.busy:
        if _whole_day(taken):
            last = (taken.end - timedelta(seconds=1)).date()
            first = taken.start.date()
            title = f"Bezet, {taken.source}"
            yield Band(first=first, last=max(first, last), words=title, tone=BandTone.BUSY)


def _period(period: FreePeriod) -> Band:
    is_school = period.kind is FreeKind.SCHOOL_HOLIDAY
    region = f" {counts.capital(period.region)}" if period.region else ""
    until = f", t/m {counts.day_weekday(period.last)}" if period.last > period.first else ""
    return Band(
        first=period.first,
        last=period.last,
        words=f"{period.name}{region}{until}",
        tone=BandTone.SCHOOL if is_school else BandTone.OWN,
    )


def strip_state(year: AgendaWindow, shown: tuple[date, date], today: date) -> StripState:
    """The year at a glance: groups, sessions, weeks and school holidays."""
    groups: dict[str, StripRow] = {}
    for s in sorted(year.sessions, key=lambda s: s.group):
        groups.setdefault(s.group_id, StripRow(s.code, s.group, s.colour))
    rows = {group_id: number for number, group_id in enumerate(groups)}
    standing = [s for s in year.sessions if s.state is not SessionState.CANCELLED]
    return StripState(
        year=year.first.year,
        today=today,
        shown=shown,
        rows=tuple(groups.values()),
        dots=tuple(StripDot(s.day, s.state, rows[s.group_id]) for s in standing),
        weeks=tuple(_weeks(year, standing)),
        school=tuple(
            (p.first, p.last) for p in year.free_periods if p.kind is FreeKind.SCHOOL_HOLIDAY
        ),
    )


def _weeks(year: AgendaWindow, standing: Iterable[AgendaSession]) -> Iterator[StripWeek]:
    by_week: dict[date, list[str]] = defaultdict(list)
    for session in standing:
        monday = session.day - timedelta(days=session.day.weekday())
        by_week[monday].append(f"{session.group} {word(session.state)}")
    monday = year.first - timedelta(days=year.first.weekday())
    while monday <= year.last:
        sunday = monday + timedelta(days=6)
        said = [f"week {counts.week(monday)}, {counts.day_span(monday, sunday)}"]
        said += by_week[monday]
        said += [p.name for p in year.free_periods if p.first <= sunday and monday <= p.last]
        yield StripWeek(monday, ", ".join(said))
        monday += _WEEK
