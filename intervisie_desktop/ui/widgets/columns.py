"""Columns of a table as data: how a row reads, sorts and looks. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class Look(Enum):
    """How a cell is drawn; CHIP wants (word, tone, sign), TAG wants (code, colour)."""

    TEXT = "text"
    STRONG = "strong"
    META = "meta"
    CHIP = "chip"
    TAG = "tag"


# No slots: a generic frozen dataclass with slots cannot be made as Column[Row](...) on 3.11.
@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its heading and how a row reads in it.

    `sort` gives a native value to sort by (else the text), `sign` is the (icon, token) before
    the text, `chip` gives (word, tone, icon) and `tag` (code, colour) to draw instead of text.
    `width` 0 takes the room that is left; `token` colours the text.
    """

    heading: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    align: Align = Align.LEFT
    width: int = 0
    look: Look = Look.TEXT
    sign: Callable[[Row], tuple[str, str]] | None = None
    chip: Callable[[Row], tuple[str, str, str]] | None = None
    tag: Callable[[Row], tuple[str, int]] | None = None
    token: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell wants to be drawn."""

    look: Look
    sign: tuple[str, str] = ("", "")
    chip: tuple[str, str, str] = ("", "neutral", "")
    tag: tuple[str, int] = ("", 0)
    token: str = "ink"
