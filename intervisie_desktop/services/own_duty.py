"""What a facilitator owes herself: terms that end, and own hours of intervisie."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.own_duty import Expiry, OwnDuty, expiries
from intervisie_desktop.domain.practice import OwnHours
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.storage.store import Store

__all__ = ["Expiry", "OwnDuty", "OwnDutyService", "OwnHours", "OwnYear"]

SETTING = "own_duty_profiles"
"""Facilitator id → key of the profile chosen for the own duty; an empty key for none."""

SOON = 183
"""Days before the end of a term from which it is told (rules.md L03: six months)."""

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class OwnYear:
    """What a facilitator owes in one year; `duty` is None where nothing is asked in hours."""

    profile: str
    duty: OwnDuty | None
    hours: tuple[OwnHours, ...]
    expiring: tuple[Expiry, ...]


class OwnDutyService:
    """Own hours and terms; every change is one step to undo."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._compliance = compliance

    def year(self, facilitator_id: str, year: int) -> OwnYear:
        """How the year of this facilitator stands, with the hours of it, newest first."""
        today = self._clock.today()
        with self._store.reading() as read:
            chosen = read.settings.get(SETTING, {})
            hours = read.own_hours.where(facilitator_id=facilitator_id)
            terms = read.designations.where(facilitator_id=facilitator_id)
        profile = self._profile_of(facilitator_id, chosen, year)
        duty = self._compliance.own_duty(facilitator_id, profile, year) if profile else None
        of_year = sorted((h for h in hours if h.day.year == year), key=lambda h: h.day)
        return OwnYear(profile, duty, tuple(of_year[::-1]), expiries(terms, today, SOON))

    def expiring(self) -> tuple[Expiry, ...]:
        """The terms of every facilitator that end within half a year or have ended."""
        with self._store.reading() as read:
            terms = read.designations.all()
        return expiries(terms, self._clock.today(), SOON)

    def choose_profile(self, facilitator_id: str, profile: str) -> Outcome[None]:
        """The profile the own duty is held against; empty for none."""
        with self._store.reading() as read:
            name = read.facilitators.get(facilitator_id).name
        with self._store.work("own_duty_chosen", name=name) as work:
            chosen = work.settings.get(SETTING, {})
            before = chosen if isinstance(chosen, dict) else {}
            work.settings.set(SETTING, {**before, facilitator_id: profile})
        return work.outcome(None)

    def put_hours(self, hours: OwnHours) -> Outcome[OwnHours]:
        """Saves hours of one's own; a blank id makes new ones.

        Refusal("own_minutes") unless it is more than nothing and within a day, ("gone").
        """
        if not 0 < hours.minutes <= DAY:
            raise Refusal("own_minutes")
        is_new = not hours.id
        saved = replace(hours, id=hours.id or self._ids.new("oh"), where=hours.where.strip())
        act = "own_hours_added" if is_new else "own_hours_changed"
        with self._store.work(act, day=saved.day.isoformat(), minutes=saved.minutes) as work:
            (work.own_hours.add if is_new else work.own_hours.save)(saved)
        return work.outcome(saved)

    def remove_hours(self, hours_id: str) -> Outcome[None]:
        """Takes hours away."""
        with self._store.reading() as read:
            hours = read.own_hours.get(hours_id)
        day = hours.day.isoformat()
        with self._store.work("own_hours_removed", day=day, minutes=hours.minutes) as work:
            work.own_hours.remove(hours_id)
        return work.outcome(None)

    def proposed(self, facilitator_id: str, year: int) -> OwnHours:
        """New hours to begin with: today, or the last day of another year; two hours."""
        today = self._clock.today()
        known = self.year(facilitator_id, year).hours
        register = known[0].register if known else ""
        day = today if today.year == year else date(year, 12, 31)
        return OwnHours(
            id="", facilitator_id=facilitator_id, register=register, day=day, minutes=120
        )

    def _profile_of(self, facilitator_id: str, chosen: object, year: int) -> str:
        """The profile that was chosen; until then the first in use that binds her as well."""
        if isinstance(chosen, dict) and facilitator_id in chosen:
            return str(chosen[facilitator_id])
        duties = self._compliance.own_duties(facilitator_id, year)
        return duties[0].profile if duties else ""
