"""What the palette can find: records by word and commands by word; no Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from intervisie_desktop.ui.shell.desk import Destination


class Where(StrEnum):
    """Where to look: everywhere, or behind one of the signs > @ #."""

    ALL = ""
    COMMANDS = ">"
    PEOPLE = "@"
    GROUPS = "#"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found; `run` is done on Enter, else one goes to `destination`.

    `chip` is (word, tone, sign), `tag` (code, colour); `other` is where Ctrl+Enter goes.
    """

    title: str
    side: str = ""
    icon: str = ""
    token: str = "ink-2"
    destination: Destination | None = None
    run: Callable[[], None] | None = None
    chip: tuple[str, str, str] = ("", "neutral", "")
    tag: tuple[str, int] = ("", 0)
    key: str = ""
    other: Destination | None = None


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits under one heading."""

    title: str
    hits: tuple[Hit, ...]


class PaletteSource(Protocol):
    """Finds records; `kind` narrows to people or groups, `limit` is per heading."""

    def find(self, text: str, kind: Where, limit: int) -> Sequence[HitGroup]:
        """What is found, in order of headings; an empty text may give what was used last."""


class NoRecords:
    """A source without records."""

    def find(self, text: str, kind: Where, limit: int) -> Sequence[HitGroup]:
        """Nothing."""
        return ()


def folded(text: str) -> str:
    """Every character without case and accent, one for one, so that positions stay."""
    return "".join(_plain(c) for c in text)


def _plain(char: str) -> str:
    bare = unicodedata.normalize("NFKD", char)
    return (bare[:1] or char).casefold()[:1] or char


def matches(text: str, words: str) -> bool:
    """True when every word that was typed occurs in the text."""
    there = folded(text)
    return all(word in there for word in folded(words).split())


def marks(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the typed words stand in the text, as (start, end), for the bold part."""
    there = folded(text)
    found = []
    for word in folded(words).split():
        start = there.find(word)
        if start >= 0:
            found.append((start, start + len(word)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def split_kind(text: str) -> tuple[Where, str]:
    """The sign in front of what was typed, and the rest."""
    for kind in (Where.COMMANDS, Where.PEOPLE, Where.GROUPS):
        if text.lstrip().startswith(kind.value):
            return kind, text.lstrip()[1:].strip()
    return Where.ALL, text.strip()
