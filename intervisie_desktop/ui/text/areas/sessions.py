"""Sentences of the page Bijeenkomsten."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = {
    "guest_already_there": "{name} staat al op de lijst van deze bijeenkomst.",
    "guest_is_member": "{name} hoort bij de groep en blijft op de lijst; meld die af of afwezig.",
}

DONE: dict[str, Sentence] = {
    "guest_added": "{name} als gast toegevoegd bij {group}",
    "guest_removed": "{name} als gast weggehaald bij {group}",
}
