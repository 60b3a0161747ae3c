"""Sentences of Wat als and Inhalen."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = {}

DONE: dict[str, Sentence] = {
    "what_if_taken_over": "{count:wijziging|wijzigingen} uit Wat als overgenomen",
}
