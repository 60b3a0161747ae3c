"""What an act did, in Dutch: for the toast, the Logboek and the words of undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.ui.text.areas import AREAS
from intervisie_desktop.ui.text.filling import Sentence, fill

SENTENCES: dict[str, Sentence] = {
    code: sentence for area in AREAS for code, sentence in area.DONE.items()
}
UNKNOWN = "Gewijzigd"


def done(act: str, facts: Mapping[str, Any] | None = None) -> str:
    """What was done: "Groep Ochtendgroep Utrecht toegevoegd"."""
    found = SENTENCES.get(act)
    return fill(found, facts or {}) if found is not None else UNKNOWN


def undo_words(label: tuple[str, Mapping[str, Any]] | None) -> str:
    """The words of the undo action: "Ongedaan maken: groep … toegevoegd"."""
    return f"Ongedaan maken: {_small(done(*label))}" if label else "Ongedaan maken"


def redo_words(label: tuple[str, Mapping[str, Any]] | None) -> str:
    """The words of the redo action."""
    return f"Opnieuw: {_small(done(*label))}" if label else "Opnieuw"


def undone(act: str, facts: Mapping[str, Any]) -> str:
    """What undoing an act did: "Ongedaan gemaakt: groep … toegevoegd"."""
    return f"Ongedaan gemaakt: {_small(done(act, facts))}"


def redone(act: str, facts: Mapping[str, Any]) -> str:
    """What doing an act again did."""
    return f"Opnieuw gedaan: {_small(done(act, facts))}"


def _small(words: str) -> str:
    first, second = words[:1], words[1:2]
    # A word in capitals ("NOvA", "ICS") or a name in figures keeps its form.
    return words if second.isupper() else first.lower() + words[1:]
