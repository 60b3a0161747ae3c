"""What a practice makes its own: rule profiles, methods and texts beside those of the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OwnProfileKind(StrEnum):
    """Where a profile of the practice came from.

    ADAPTED stands in the place of the built-in one with its key; OWN was made here; IMPORTED came
    from a file of somebody else.
    """

    ADAPTED = "adapted"
    OWN = "own"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnProfile:
    """A rule profile of the practice; `id` is its key, `text` the TOML of a profile file."""

    id: str
    text: str
    kind: OwnProfileKind
    based_on: str = ""
    changed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMethod:
    """A method of the practice; `id` is its key, `text` its TOML, `based_on` a built-in key."""

    id: str
    text: str
    based_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedText:
    """A text of the program in the user's own words; `id` is the key of the text."""

    id: str
    body: str
