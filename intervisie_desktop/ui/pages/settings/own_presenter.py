"""Eigen registraties: terms that end, and own hours against the profile one chose; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.own_duty import Expiry, OwnDuty, OwnHours, OwnYear
from intervisie_desktop.ui.pages.settings.values import DesignationLine
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import own_duty as words
from intervisie_desktop.ui.text import standings

PER_HOUR = 60
HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class OwnState:
    """The own duty of the facilitator that is open, in the working year.

    `terms` are (words, tone, sign) of what ends; `bar` is (made, planned, target) in minutes and
    `chip` (word, tone, sign), both None without a target.
    """

    title: str = ""
    terms: tuple[tuple[str, str, str], ...] = ()
    profile: str = ""
    profiles: tuple[tuple[str, str], ...] = ()
    bar: tuple[int, int, int] | None = None
    chip: tuple[str, str, str] | None = None
    sentence: str = ""
    note: str = ""
    hours: tuple[DesignationLine, ...] = ()


class OwnPresenter:
    """Shows and saves the own duty; `leader` tells whose."""

    def __init__(self, services: Services, desk: Desk, leader: Callable[[], str]) -> None:
        self._services = services
        self._desk = desk
        self._leader = leader

    def state(self) -> OwnState:
        """Everything the sheet shows of it."""
        leader = self._leader()
        if not leader:
            return OwnState(title=words.TITLE)
        year = self._desk.year()
        duty = self._services.own_duty.year(leader, year)
        known = self._services.compliance.profiles()
        options = sorted(((key, one.short_name) for key, one in known.items()), key=_by_name)
        return OwnState(
            title=words.title(year),
            terms=tuple(_term(one) for one in duty.expiring),
            profile=duty.profile,
            profiles=(("", words.NO_PROFILE), *options),
            **_standing(duty),
            hours=tuple(_line(one) for one in duty.hours),
        )

    def choose_profile(self, _name: str, profile: Any) -> None:
        """Another profile to hold the own hours against."""
        leader, key = self._leader(), str(profile or "")
        if key != self._services.own_duty.year(leader, self._desk.year()).profile:
            self._desk.perform(lambda: self._services.own_duty.choose_profile(leader, key))

    def add_hours(self) -> None:
        """New hours, to be filled in."""
        new = self._services.own_duty.proposed(self._leader(), self._desk.year())
        self._desk.perform(lambda: self._services.own_duty.put_hours(new))

    def change_hours(self, hours_id: str, name: str, value: Any) -> None:
        """Save one field of hours."""
        known = self._hours(hours_id)
        if name == "hours":
            changed = replace(known, minutes=round(int(value or 0) * PER_HOUR / HUNDREDTHS))
        elif name == "day":
            changed = replace(known, day=value or known.day)
        elif name == "register":
            changed = replace(known, register=str(value or ""))
        else:
            changed = replace(known, where=str(value or ""))
        if changed != known:
            self._desk.perform(lambda: self._services.own_duty.put_hours(changed))

    def remove_hours(self, hours_id: str) -> None:
        """Take hours away; undo brings them back."""
        self._desk.perform(lambda: self._services.own_duty.remove_hours(hours_id))

    def _hours(self, hours_id: str) -> OwnHours:
        duty = self._services.own_duty.year(self._leader(), self._desk.year())
        return next(one for one in duty.hours if one.id == hours_id)


def _by_name(option: tuple[str, str]) -> str:
    return option[1].casefold()


def _term(expiry: Expiry) -> tuple[str, str, str]:
    tone = "fout" if expiry.over else "waarschuwing"
    return words.expiry(expiry), tone, "octagon-x" if expiry.over else "clock-alert"


def _standing(own: OwnYear) -> dict[str, Any]:
    duty = own.duty
    if duty is None:
        return {"note": words.NO_TARGET if own.profile else words.CHOOSE}
    return {
        "bar": (duty.made, duty.planned, duty.target),
        "chip": standings.look(duty.state),
        "sentence": words.sentence(duty),
        "note": _note(duty),
    }


def _note(duty: OwnDuty) -> str:
    if duty.short_days:
        return words.too_short(duty.short_days)
    return words.last_safe(duty.last_safe_day) if duty.last_safe_day else ""


def _line(hours: OwnHours) -> DesignationLine:
    tenths = round(hours.minutes * HUNDREDTHS / PER_HOUR)
    return DesignationLine(
        hours.id,
        {"day": hours.day, "hours": tenths, "register": hours.register, "where": hours.where},
    )
