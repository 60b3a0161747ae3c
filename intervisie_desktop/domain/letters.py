"""Letters that go with a paper: a subject and a text with places to fill in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from intervisie_desktop.domain.errors import Refusal

_PLACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A text one can choose and change; `{naam}` and the like are filled in per person."""

    key: str
    name: str
    subject: str
    text: str


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with its places filled in from the allowed words, each once and as typed.

    Refused as "letter_word_unknown" when it asks for another word, so that no draft leaves with
    "{naan}" in it. What is filled in is not looked at again.
    """

    def fill(match: re.Match[str]) -> str:
        word = match[1].strip().casefold()
        if word not in words:
            raise Refusal("letter_word_unknown", word=match[1], known=tuple(words))
        return words[word]

    return _PLACE.sub(fill, text)
