"""Sentences of Wat als and Inhalen."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = {
    "catch_up_no_address": "Van {name} is geen e-mailadres bekend; vul het in bij Deelnemers, of "
    "kopieer de tekst.",
}

DONE: dict[str, Sentence] = {
    "what_if_taken_over": "{count:wijziging|wijzigingen} uit Wat als overgenomen",
}
