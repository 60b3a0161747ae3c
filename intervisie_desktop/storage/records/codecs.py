"""How one field of a domain value lies in columns: text, days, enumerations, periods.

A codec decodes a whole column at a time, because a page may load tens of thousands of rows.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, Protocol, Union, get_args, get_origin, get_type_hints

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.cancellation import CancellationStep
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.sessions import SessionPhase

Cell = str | int | bytes | None
Column = Sequence[Cell]
FieldValue = Any
Hint = Any


class Codec(Protocol):
    """A field in `width` columns, whose names are those of the field plus each suffix."""

    suffixes: tuple[str, ...]

    def decode(self, columns: Sequence[Column]) -> Iterable[Any]:
        """The values of the field, row by row."""

    def encode(self, value: FieldValue) -> tuple[Cell, ...]:
        """The cells of one value."""


class Simple:
    """A field in one column, by two functions; None stays None."""

    suffixes: tuple[str, ...] = ("",)

    def __init__(
        self, decode: Callable[[Any], Any] | None, encode: Callable[[Any], Cell] | None
    ) -> None:
        self._decode = decode
        self._encode = encode

    def decode(self, columns: Sequence[Column]) -> Iterable[Any]:
        """The column itself, or each cell decoded."""
        return columns[0] if self._decode is None else map(self._decode, columns[0])

    def encode(self, value: FieldValue) -> tuple[Cell, ...]:
        """The one cell."""
        if value is None or self._encode is None:
            return (value,)
        return (self._encode(value),)


class Compound:
    """A value of several parts, such as an address; nothing at all when it may be None."""

    def __init__(self, kind: type[Any], *, optional: bool) -> None:
        self._kind = kind
        self._optional = optional
        self._parts = tuple((f.name, codec_for(hint)) for f, hint in hinted_fields(kind))
        self.suffixes = tuple(f"_{name}" for name, _ in self._parts)

    def decode(self, columns: Sequence[Column]) -> Iterable[Any]:
        """One value per row."""
        names = [name for name, _ in self._parts]
        parts = [
            codec.decode([column]) for (_, codec), column in zip(self._parts, columns, strict=True)
        ]
        rows = zip(*parts, strict=True)
        return [
            None
            if self._optional and all(part is None for part in row)
            else self._kind(**dict(zip(names, row, strict=True)))
            for row in rows
        ]

    def encode(self, value: FieldValue) -> tuple[Cell, ...]:
        """A cell per part."""
        if value is None:
            return (None,) * len(self._parts)
        return tuple(codec.encode(getattr(value, name))[0] for name, codec in self._parts)


def hinted_fields(kind: type[Any]) -> list[tuple[Any, Any]]:
    """The fields of a dataclass with their resolved types."""
    hints = get_type_hints(kind)
    return [(field, hints[field.name]) for field in fields(kind)]


def codec_for(hint: Hint, *, shared: bool = False) -> Codec:
    """The codec of a field with this type; TypeError when there is none.

    `shared` is for ids: the same text in many records is then one text in memory.
    """
    optional = get_origin(hint) in {Union, types.UnionType} and type(None) in get_args(hint)
    bare = next(a for a in get_args(hint) if a is not type(None)) if optional else hint
    if shared and bare is str:
        return _MAYBE_ID if optional else _ID
    if bare in _SIMPLE:
        return _SIMPLE[bare]
    if isinstance(bare, type) and issubclass(bare, Enum):
        return Simple({member.value: member for member in bare}.__getitem__, _value)
    if isinstance(bare, type) and is_dataclass(bare):
        return Compound(bare, optional=optional)
    raise TypeError(f"no codec for {hint}")


def _text(value: str) -> str:
    """Text as it is; a NUL would cut it short in the undo log."""
    if "\0" in value:
        raise Refusal("nul_character")
    return value


def _shared(cell: str | None) -> str | None:
    return None if cell is None else sys.intern(cell)


def _value(member: Enum) -> str:
    return str(member.value)


@cache
def _day(cell: str | None) -> date | None:
    return None if cell is None else date.fromisoformat(cell)


def _moment(cell: str | None) -> datetime | None:
    return None if cell is None else datetime.fromisoformat(cell)


def _moment_text(moment: datetime) -> str:
    """Aware moments in UTC; wall times (busy times) without a zone, as they are."""
    return moment.isoformat() if moment.tzinfo is None else moment.astimezone(UTC).isoformat()


@cache
def _intervals(cell: str) -> tuple[Interval, ...]:
    if not cell:
        return ()
    pairs = (part.split("-") for part in cell.split(";"))
    return tuple(Interval(int(start), int(end)) for start, end in pairs)


def _intervals_text(intervals: Sequence[Interval]) -> str:
    return ";".join(f"{interval.start}-{interval.end}" for interval in intervals)


def _words(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("\n")) if cell else ()


@cache
def _phases(cell: str) -> tuple[SessionPhase, ...]:
    return tuple(SessionPhase(*parts) for parts in json.loads(cell)) if cell else ()


def _phases_text(phases: Sequence[SessionPhase]) -> str:
    """A list per phase, so that the many sessions without a plan cost no more than a blank."""
    if not phases:
        return ""
    return _json_text([(one.name, one.minutes, one.actual, one.skipped) for one in phases])


@cache
def _steps(cell: str) -> tuple[CancellationStep, ...]:
    parts = (map(int, step.split(":")) for step in cell.split(";") if step)
    return tuple(CancellationStep(days=d, percent=p, amount=a) for d, p, a in parts)


def _steps_text(steps: Sequence[CancellationStep]) -> str:
    return ";".join(f"{one.days}:{one.percent}:{one.amount}" for one in steps)


@cache
def _wholes(cell: str) -> tuple[int, ...]:
    return tuple(int(part) for part in cell.split(";")) if cell else ()


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_ID = Simple(sys.intern, _text)
_MAYBE_ID = Simple(_shared, _text)

_SIMPLE: dict[Any, Simple] = {
    str: Simple(None, _text),
    int: Simple(None, None),
    bytes: Simple(None, None),
    bool: Simple((False, True).__getitem__, int),
    date: Simple(_day, date.isoformat),
    datetime: Simple(_moment, _moment_text),
    tuple[Interval, ...]: Simple(_intervals, _intervals_text),
    tuple[str, ...]: Simple(_words, "\n".join),
    tuple[SessionPhase, ...]: Simple(_phases, _phases_text),
    tuple[CancellationStep, ...]: Simple(_steps, _steps_text),
    tuple[int, ...]: Simple(_wholes, lambda wholes: ";".join(map(str, wholes))),
    dict[str, object]: Simple(json.loads, _json_text),
    dict[str, int]: Simple(json.loads, _json_text),
}
