"""Sentences that belong to no page in particular: files, the machine, the history."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = {
    "gone": "Dit is er niet meer. Misschien is het net verwijderd.",
    "nothing_to_undo": "Er is niets om ongedaan te maken.",
    "nothing_to_redo": "Er is niets om opnieuw te doen.",
}

DONE: dict[str, Sentence] = {}
