"""What is wrong in a rule profile or its file, as one Dutch sentence each."""

from __future__ import annotations

from intervisie_desktop.domain.profile_editing import ProfileProblem
from intervisie_desktop.ui.text.norms import WORDS

_FILE = {
    "too_large": "Dit bestand is te groot voor een regelprofiel.",
    "unreadable": "Dit bestand is geen regelprofiel dat dit programma kan lezen.",
    "no_edition": "In dit bestand staat geen uitgave met regels.",
    "based_on": "Een uitgave bouwt voort op een uitgave die er niet is.",
    "editions_overlap": "Twee uitgaven in dit bestand gelden tegelijk.",
    "editions_order": "De uitgaven in dit bestand staan niet op volgorde van datum.",
    "certainty": "Van bron {what} is niet gezegd hoe zeker die is.",
    "source": "Er wordt verwezen naar bron {what}, die in dit bestand niet staat.",
    "field": "Dit bestand vraagt iets wat dit programma niet kent: {what}.",
    "value": "De waarde van {what} is niet te lezen of heeft geen bron.",
    "missing": "In dit bestand ontbreekt {what}.",
    "day": "{what} is geen datum.",
}
_KEYS = {
    "key": "de sleutel",
    "name": "de naam",
    "short_name": "de korte naam",
    "title": "de titel van een bron",
    "valid_from": "De eerste dag van een uitgave",
    "valid_to": "De laatste dag van een uitgave",
    "checked_on": "De dag waarop een bron is nagekeken",
}
_PROBLEMS = {
    "name_missing": "Geef het profiel een naam.",
    "short_name_missing": "Geef het profiel een korte naam.",
    "key_wrong": "De sleutel van het profiel mag alleen kleine letters, cijfers en _ bevatten.",
    "no_edition": "Er is nog geen uitgave met regels.",
    "editions_overlap": "Deze uitgave begint voordat de vorige ophoudt.",
    "editions_order": "De uitgaven staan niet op volgorde van datum.",
    "source_nameless": "Geef de bron van {what} een titel.",
    "range_backwards": "{what} is meer dan het hoogste dat ernaast staat.",
    "zero": "{what} kan niet nul zijn.",
    "empty": "{what} is nog leeg.",
}


def file_problem(reason: str, what: str) -> str:
    """Why a file is not taken in: a code of the reader, or of `problems_of`."""
    words = WORDS.get(what)
    name = words.label if words else _KEYS.get(what, what)
    found = _FILE.get(reason) or _PROBLEMS.get(reason) or _FILE["unreadable"]
    return found.replace("{what}", name)


def problem(found: ProfileProblem) -> str:
    """What is wrong in a profile that is being changed."""
    words = WORDS.get(found.field)
    name = words.label if words else "de uitgave"
    return _PROBLEMS[found.code].replace("{what}", name)
