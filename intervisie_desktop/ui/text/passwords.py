"""Dutch words about how strong a password is."""

from __future__ import annotations

from intervisie_desktop.services.passwords import SHORTEST, Strength
from intervisie_desktop.ui.text import counts

LEVELS: dict[Strength, tuple[str, str]] = {
    Strength.TOO_SHORT: ("te kort", "Nog {missing} erbij: ten minste {shortest} tekens."),
    Strength.WEAK: ("zwak", "Makkelijk te raden. Neem liever vier of vijf losse woorden."),
    Strength.FAIR: ("redelijk", "Kan beter: maak het langer, bijvoorbeeld met nog een woord."),
    Strength.GOOD: ("goed", "Dit is een goed wachtwoord."),
    Strength.STRONG: ("sterk", "Dit is een sterk wachtwoord."),
}
EMPTY = "Een zin van vier of vijf losse woorden is sterk en goed te onthouden."
DIFFERENT = "De twee wachtwoorden zijn niet gelijk."


def word(level: Strength | None) -> str:
    """The strength in a word; empty when nothing was typed."""
    return LEVELS[level][0] if level is not None else ""


def help_line(level: Strength | None, length: int) -> str:
    """What it means, or what to do better; `length` is how many signs were typed."""
    if level is None:
        return EMPTY
    missing = counts.telwoord(SHORTEST - length, "teken", "tekens")
    return LEVELS[level][1].format(missing=missing, shortest=SHORTEST)
