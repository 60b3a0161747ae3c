"""Gathers from the practice what may be in the way of a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from intervisie_desktop.domain.planning.conflicts import Slot, Surroundings
from intervisie_desktop.domain.planning.days import PublicHoliday
from intervisie_desktop.domain.planning.holidays_nl import FIRST_YEAR, public_holidays
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.storage.reads.agenda import busy_between, free_between, slots_between
from intervisie_desktop.storage.records.collections import Reading


def surroundings(read: Reading, days: Sequence[date]) -> Surroundings:
    """Everything around these days: sessions, busy times, holidays of all kinds."""
    first, last = min(days), max(days)
    return Surroundings(
        slots=slots_between(read, first, last),
        busy=busy_between(read, first, last),
        public_holidays=holidays_between(first, last),
        free_periods=free_between(read, first, last),
        region=read.practice.get().school_region,
    )


def slot_of(read: Reading, session: Session) -> Slot:
    """The session with those who belong to its group on its day."""
    members = read.memberships.where(group_id=session.group_id)
    return Slot(
        day=session.day,
        start=session.start,
        end=session.end,
        group_id=session.group_id,
        session_id=session.id or None,
        facilitator_id=session.facilitator_id,
        participants=frozenset(m.participant_id for m in members if session.day in m.period),
    )


def holidays_between(first: date, last: date) -> dict[date, PublicHoliday]:
    """The Dutch public holidays from one day up to and including another."""
    years = range(max(first.year, FIRST_YEAR), last.year + 1)
    found = (holiday for year in years for holiday in public_holidays(year).values())
    return {holiday.day: holiday for holiday in found if first <= holiday.day <= last}
