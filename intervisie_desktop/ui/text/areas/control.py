"""Sentences of the Controle panel: what was recorded from a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from intervisie_desktop.ui.text.counts import telwoord
from intervisie_desktop.ui.text.filling import Sentence, fill

REFUSALS: dict[str, Sentence] = {
    "own_minutes": "Vul meer dan nul en ten hoogste 24 uur in.",
    "day_in_past": "Deze dag is al voorbij; kies vandaag of een latere dag.",
}


def _of(what: str) -> Callable[[Mapping[str, Any]], str]:
    """What was recorded, of one session by its day or of several by their number."""

    def sentence(facts: Mapping[str, Any]) -> str:
        count = int(facts.get("sessions") or 1)
        if count > 1:
            return f"{what}, {telwoord(count, 'bijeenkomst', 'bijeenkomsten')}"
        return fill(f"{what}, {{day:kort}}", facts)

    return sentence


DONE: dict[str, Sentence] = {
    "findings_resolved": "Opgeloste bevindingen bijgewerkt",
    "mended_list_signed": _of("Presentielijst getekend"),
    "mended_evaluated": _of("Evaluatie vastgelegd"),
    "mended_link_sent": _of("Link verzonden"),
    "mended_description": _of("Omschrijving aangepast"),
    "mended_method": _of("Werkvorm gekozen"),
    "mended_cases": _of("Aantal casussen gewijzigd"),
    "mended_leader": _of("Gespreksleider gekozen"),
    "mended_on_location": _of("Op locatie gezet"),
    "own_duty_chosen": "Regelprofiel voor eigen intervisie van {name} gekozen",
    "own_hours_added": "Eigen intervisie {day:kort} toegevoegd, {minutes:uren} uur",
    "own_hours_changed": "Eigen intervisie {day:kort} gewijzigd, {minutes:uren} uur",
    "own_hours_removed": "Eigen intervisie {day:kort} verwijderd",
    "ticks_set": _of("Voorwaarden bevestigd"),
}
