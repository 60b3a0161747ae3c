"""Sentences of the first start, the settings and the exceptions to findings."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = {
    "logo_wrong": "Dit is geen afbeelding die op papier kan; kies een png of jpg tot 4 MB.",
    "no_names": "In dit bestand staan geen namen die herkend worden.",
    "finding_gone": "Deze bevinding is er niet meer; er is niets gewijzigd.",
}

DONE: dict[str, Sentence] = {
    "demo_money_made": "Tarieven van de voorbeeldpraktijk gemaakt",
    "demo_key_made": "Sleutel van de voorbeeldpraktijk gemaakt",
    "recovery_pending": "Herstelcode gemaakt",
    "recovery_confirmed": "Herstelcode overgetypt",
    "finding_ignored": "Uitzondering gemaakt voor bevinding {code}",
    "finding_restored": "Uitzondering voor bevinding {code} weggehaald",
}
