"""The words of the page Vandaag."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.ui.text.counts import duration, hours, in_words, relative_day, telwoord

NEXT = "Volgende bijeenkomst"
NOTHING_NEXT = "Niets gepland"
NOTHING_NEXT_LONG = "Er staat geen bijeenkomst meer in de agenda."
TODO = "Te doen"
SHOW_ALL, SHOW_LESS = "Alles tonen", "Minder tonen"
NOTHING_TODO = "Alles is bij. Er ligt niets te wachten."
HEAT = "Voortgang per deelnemer"
HEAT_SIDE = "uren nu, daaronder de prognose"
HEAT_NAME = "Voortgang, een groep per rij"
COMING = "Hierna"
NOTHING_COMING = "Daarna is er nog niets gepland."
AGENDA = "Agenda"
STEPS = "Eerste stappen"
STEPS_SIDE = "Zo komt de praktijk op gang."
START = "Start bijeenkomst"
CONTINUE = "Verder met bijeenkomst"
GO = "Naar bijeenkomst"
OPEN = "Openen"
PLAN_YEAR = "Plan jaar"
NEW = "Nieuwe bijeenkomst"
HELD, PLANNED = "gehouden", "gepland"
FROM_HOURS = "vanaf"
INVOICED, EXPECTED = "gefactureerd", "verwacht"
REVENUE_SIDE = "× € 1.000, exclusief btw"
BILL = "Bijeenkomsten factureren"
FOLLOW = "Facturen opvolgen"

STATE_WORDS = {
    "achieved": ("gehaald", "gehaald"),
    "on_course": ("op koers", "op koers"),
    "tight": ("krap", "krap"),
    "to_plan": ("te plannen", "te plannen"),
    "short": ("tekort", "tekort"),
    "unreachable": ("tekort", "tekort"),
}


def heat_title(target: int | None) -> str:
    """The title of the heat map, with the hours when they are the same for all."""
    return f"Voortgang naar {hours(target)} uur" if target else HEAT


def week_line(week: int, on_today: int, next_week: int) -> str:
    """Where the day stands: "Week 42. Vandaag één bijeenkomst, volgende week twee."."""
    noun = "bijeenkomst" if on_today == 1 else "bijeenkomsten"
    return f"Week {week}. Vandaag {in_words(on_today)} {noun}, volgende week {in_words(next_week)}."


def countdown(day: date, start: int, end: int, today: date, now: int) -> str:
    """How long until it begins: "over 1 uur 5 min", "loopt", "over 6 dagen"."""
    if day != today:
        return relative_day(day, today)
    if start <= now < end:
        return "nu"
    return f"over {duration(start - now)}"


def people(count: int) -> str:
    """How many participants."""
    return telwoord(count, "deelnemer", "deelnemers")


def sessions(count: int) -> str:
    """How many sessions."""
    return telwoord(count, "bijeenkomst", "bijeenkomsten")


def revenue_of(year: int) -> str:
    """The title of the months once there is money in the practice."""
    return f"Omzet {year}"


def sessions_of(year: int) -> str:
    """The title of the months."""
    return f"Bijeenkomsten {year}"
