"""The words of the own duty of a facilitator."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.domain.own_duty import Expiry, OwnDuty
from intervisie_desktop.ui.text import counts

TITLE = "Eigen intervisie"
PROFILE = "Regelprofiel voor uzelf"
NO_PROFILE = "Geen"
CHOOSE = "Kies het regelprofiel waaraan u zelf moet voldoen; leiden telt daarvoor niet mee."
NO_TARGET = "Dit profiel vraagt geen aantal uren per jaar."
TERMS = "Aanwijzingen en registraties"
TERMS_FINE = "Er loopt binnen een half jaar niets af."
TERMS_NONE = "Nog niets vastgelegd. Vul register, nummer en termijn in."
HOURS_ADD = "Uren toevoegen"
HOURS_REMOVE = "Uren verwijderen"
HOURS_NONE = "Nog geen eigen uren in dit jaar. Vul in wat u als deelnemer elders volgde."
DAY = "Dag"
HOURS = "Uren"
REGISTER = "Register"
WHERE = "Waar"
WHERE_EXAMPLE = "Groep of bureau"
RENEW = "Registratie verlengen"


def title(year: int) -> str:
    """The heading of the card."""
    return f"{TITLE} in {year}"


def expiry(one: Expiry) -> str:
    """When a term ends or ended: "NOvA loopt af op 3 maart 2027, nog 141 dagen"."""
    name = one.designation.register
    if one.over:
        return f"{name} liep af op {counts.day_long(one.ends)}"
    left = counts.telwoord(one.days, "dag", "dagen")
    return f"{name} loopt af op {counts.day_long(one.ends)}, nog {left}"


def expiry_short(one: Expiry, today: date) -> str:
    """The same in a list: "NOvA, 31 dec", with the year when it is another."""
    day = counts.day_short(one.ends, year=one.ends.year != today.year)
    return f"{one.designation.register}, {day}"


def sentence(duty: OwnDuty) -> str:
    """How the year stands: "4,0 nu, 2,0 gepland, doel 8,0, nog 2,0 uur nodig"."""
    parts = [f"{counts.hours(duty.made)} nu"]
    if duty.planned:
        parts.append(f"{counts.hours(duty.planned)} gepland")
    parts.append(f"doel {counts.hours(duty.target)}")
    if duty.missing:
        parts.append(f"nog {counts.hours_word(duty.missing)} nodig")
    return ", ".join(parts)


def too_short(days: tuple[date, ...]) -> str:
    """Which days do not count because they were too short."""
    named = counts.join([counts.day_short(day) for day in days])
    verb = "telt" if len(days) == 1 else "tellen"
    return f"{counts.capital(named)} {verb} niet mee: korter dan het profiel vraagt."


def last_safe(day: date) -> str:
    """Until when catching up can wait."""
    return f"Inhalen kan nog tot en met {counts.day_long(day)}."
