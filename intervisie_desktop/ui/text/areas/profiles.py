"""Sentences of the page Regelprofielen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.filling import Sentence
from intervisie_desktop.ui.text.profile_problems import file_problem


def _used(facts: Mapping[str, Any]) -> str:
    groups = [str(name) for name in facts.get("groups", ())]
    if not groups:
        return f"Nieuwe groepen beginnen met {facts.get('name')}; kies eerst een ander profiel."
    by = counts.join(groups[:3]) if len(groups) <= 3 else f"{len(groups)} groepen"
    return f"{facts.get('name')} is in gebruik bij {by}; geef die eerst een ander profiel."


def _file(facts: Mapping[str, Any]) -> str:
    return file_problem(str(facts.get("reason", "")), str(facts.get("what", "")))


REFUSALS: dict[str, Sentence] = {
    "edition_only": "Een profiel heeft ten minste één uitgave; verwijder dan het hele profiel.",
    "edition_too_early": "De laatste uitgave begint op {day:datum}; kies een latere dag.",
    "profile_file": _file,
    "profile_name_missing": "Geef het profiel een naam.",
    "profile_own_already": "{name} is al een eigen versie; wijzig die.",
    "profile_shipped": "{name} hoort bij het programma; maak eerst een eigen kopie.",
    "profile_unknown": "Dit regelprofiel is er niet meer.",
    "profile_used": _used,
    "profile_wrong": "Dit profiel klopt nog niet; kijk de gemelde plekken na.",
}

DONE: dict[str, Sentence] = {
    "profile_adapted": "{name} gekopieerd om aan te passen",
    "profile_changed": "Regelprofiel {name} gewijzigd",
    "profile_imported": "Regelprofiel {name} overgenomen",
    "profile_in_use": "{name} in gebruik genomen",
    "profile_made": "Regelprofiel {name} gemaakt",
    "profile_out_of_use": "{name} niet meer aangeboden voor groepen",
    "profile_removed": "Regelprofiel {name} verwijderd",
    "profile_restored": "{name} weer zoals het bij het programma hoort",
}
