"""The agenda: everything between two days, busy times from elsewhere, and days that are free."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from intervisie_desktop.domain.agenda import BusyTime, FreeKind, FreePeriod
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.planning.days import ClockChange, PublicHoliday, clock_changes
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.school_holidays import REGIONS, SOURCE, school_holidays
from intervisie_desktop.services.surroundings import holidays_between
from intervisie_desktop.storage.reads.agenda import (
    AgendaSession,
    BusySource,
    agenda_sessions,
    busy_between,
    busy_sources,
    free_between,
)
from intervisie_desktop.storage.store import Store

__all__ = ["AgendaService", "AgendaSession", "AgendaWindow", "BusySource", "Taken"]


class Taken(Protocol):
    """A time that is taken, as a calendar reader gives it; local wall times."""

    @property
    def start(self) -> datetime:
        """Its first minute."""

    @property
    def end(self) -> datetime:
        """The minute after its last."""

    @property
    def all_day(self) -> bool:
        """Whether it takes whole days."""


@dataclass(frozen=True, slots=True)
class AgendaWindow:
    """Everything between two days, both included; school holidays are those of the region."""

    first: date
    last: date
    sessions: tuple[AgendaSession, ...]
    busy: tuple[BusyTime, ...]
    public_holidays: tuple[PublicHoliday, ...]
    free_periods: tuple[FreePeriod, ...]
    clock_changes: tuple[ClockChange, ...]


class AgendaService:
    """Looking at a stretch of days, and editing what is in the way of planning."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def window(self, first: date, last: date) -> AgendaWindow:
        """All that is shown from one day up to and including another."""
        with self._store.reading() as read:
            region = read.practice.get().school_region
            return AgendaWindow(
                first=first,
                last=last,
                sessions=agenda_sessions(read, first, last),
                busy=busy_between(read, first, last),
                public_holidays=tuple(holidays_between(first, last).values()),
                free_periods=tuple(
                    p for p in free_between(read, first, last) if p.region in {"", region}
                ),
                clock_changes=tuple(
                    change
                    for year in range(first.year, last.year + 1)
                    for change in clock_changes(year)
                    if first <= change.day <= last
                ),
            )

    def day(self, day: date) -> AgendaWindow:
        """One day."""
        return self.window(day, day)

    def week(self, day: date) -> AgendaWindow:
        """The week of a day, Monday up to and including Sunday."""
        monday = day - timedelta(days=day.weekday())
        return self.window(monday, monday + timedelta(days=6))

    def month(self, day: date) -> AgendaWindow:
        """The month of a day in whole weeks, as a month sheet shows it."""
        first = day.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        monday = first - timedelta(days=first.weekday())
        return self.window(monday, last + timedelta(days=6 - last.weekday()))

    def year(self, year: int) -> AgendaWindow:
        """A calendar year."""
        return self.window(date(year, 1, 1), date(year, 12, 31))

    def busy_sources(self) -> tuple[str, ...]:
        """The files busy times came from."""
        with self._store.reading() as read:
            return tuple(sorted({busy.source for busy in read.busy_times.all()}))

    def busy_overview(self) -> tuple[BusySource, ...]:
        """The files busy times came from, with how many there are and of which days."""
        with self._store.reading() as read:
            return busy_sources(read)

    def import_busy(self, source: str, times: Iterable[Taken]) -> Outcome[int]:
        """Puts these times in the place of all that came from this source before.

        Gives how many there are now. Refusal("source_missing").
        """
        if not source.strip():
            raise Refusal("source_missing")
        busy = [
            BusyTime(
                id=self._ids.new("b"),
                source=source,
                start=taken.start,
                end=taken.end,
                all_day=taken.all_day,
            )
            for taken in times
        ]
        with self._store.work("busy_imported", source=source, count=len(busy)) as work:
            work.busy_times.remove_where(source=source)
            work.busy_times.add_all(busy)
        return work.outcome(len(busy))

    def forget_busy(self, source: str) -> Outcome[int]:
        """Removes all busy times of a source and says how many there were."""
        with self._store.work("busy_forgotten", source=source) as work:
            count = work.busy_times.remove_where(source=source)
        return work.outcome(count)

    def own_holidays(self) -> tuple[FreePeriod, ...]:
        """The free periods of one's own, in order of date."""
        with self._store.reading() as read:
            own = read.free_periods.where(kind=FreeKind.OWN_HOLIDAY)
        return tuple(sorted(own, key=lambda period: (period.first, period.last, period.name)))

    def put_free(self, period: FreePeriod) -> Outcome[FreePeriod]:
        """Saves a holiday; a blank id makes a new one, a change by hand is kept as one's own.

        Refusal("name_missing"), ("free_period_backwards"), ("region_unknown"), ("gone").
        """
        _check_free(period)
        is_new = not period.id
        saved = replace(period, id=period.id or self._ids.new("f"), source="")
        act = "free_period_added" if is_new else "free_period_changed"
        with self._store.work(act, name=saved.name) as work:
            (work.free_periods.add if is_new else work.free_periods.save)(saved)
        return work.outcome(saved)

    def remove_free(self, period_id: str) -> Outcome[None]:
        """Removes a holiday."""
        with self._store.reading() as read:
            period = read.free_periods.get(period_id)
        with self._store.work("free_period_removed", name=period.name) as work:
            work.free_periods.remove(period_id)
        return work.outcome(None)

    def fill_school_holidays(self) -> Outcome[int]:
        """Brings in the school holidays that come with the program, for every region.

        What was changed by hand stays as it is. Gives how many are there from the program.
        """
        periods = [holiday.period for holiday in school_holidays()]
        with self._store.work("school_holidays_filled", count=len(periods)) as work:
            work.free_periods.remove_where(source=SOURCE)
            kept = {p.id for p in work.free_periods.where(kind=FreeKind.SCHOOL_HOLIDAY)}
            added = [period for period in periods if period.id not in kept]
            work.free_periods.add_all(added)
        return work.outcome(len(added))


def _check_free(period: FreePeriod) -> None:
    if not period.name.strip():
        raise Refusal("name_missing")
    if period.last < period.first:
        raise Refusal("free_period_backwards")
    is_school = period.kind is FreeKind.SCHOOL_HOLIDAY
    if is_school and period.region not in REGIONS:
        raise Refusal("region_unknown", region=period.region)
