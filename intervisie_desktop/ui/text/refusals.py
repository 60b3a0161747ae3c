"""The Dutch sentence for every refusal and every trouble."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from intervisie_desktop.ui.text.areas import AREAS
from intervisie_desktop.ui.text.filling import Sentence, fill

SENTENCES: dict[str, Sentence] = {
    code: sentence for area in AREAS for code, sentence in area.REFUSALS.items()
}
UNKNOWN = "Dit kan nu niet. Er is niets gewijzigd."


class Coded(Protocol):
    """A refusal or trouble: a code and its facts."""

    code: str
    facts: dict[str, object]


def sentence(code: str, facts: Mapping[str, Any] | None = None) -> str:
    """What to say for a code; never fails, even for a code nobody wrote a sentence for."""
    found = SENTENCES.get(code)
    return fill(found, facts or {}) if found is not None else UNKNOWN


def say(error: Coded) -> str:
    """What to say for a refusal or trouble."""
    return sentence(error.code, error.facts)
