"""The kinds of value in the exchange format: each with its JSON, its way back and its schema."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.errors import Refusal

Json = Any
"""What the json module reads and writes."""

_CLOCK = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK_SCHEMA = {"type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}


def wrong(kind: str, path: str, **facts: object) -> Refusal:
    """The refusal for a value that is not what belongs at this path."""
    return Refusal(f"exchange_field_{kind}", path=path, **facts)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value; `decode` gets the value and its path and may raise a Refusal."""

    encode: Callable[[Any], Json]
    decode: Callable[[Json, str], Any]
    schema: dict[str, Json]


def optional(kind: Kind) -> Kind:
    """The same kind, or null for None."""
    return Kind(
        encode=lambda value: None if value is None else kind.encode(value),
        decode=lambda value, path: None if value is None else kind.decode(value, path),
        schema={"anyOf": [kind.schema, {"type": "null"}]},
    )


def choice(values: type[StrEnum]) -> Kind:
    """One of the words of an enumeration."""
    words = [str(value) for value in values]

    def decode(value: Json, path: str) -> StrEnum:
        if not isinstance(value, str) or value not in words:
            raise wrong("choice", path, allowed=", ".join(words))
        return values(value)

    return Kind(encode=str, decode=decode, schema={"enum": words})


def clock_text(minutes: int) -> str:
    """Minutes since midnight as "10:05"; midnight at the end of a day is "24:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def clock_minutes(value: Json, path: str) -> int:
    """Minutes since midnight of "10:05"."""
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    minutes = int(match[1]) * 60 + int(match[2]) if match else 24 * 60 + 1
    if minutes > 24 * 60:
        raise wrong("clock", path)
    return minutes


def listed(value: Json, path: str) -> list[Json]:
    """The value, which must be a list."""
    if not isinstance(value, list):
        raise wrong("list", path)
    return value


def moment(value: Json, path: str) -> datetime:
    """The moment of "2026-10-13T10:00", with or without an offset."""
    try:
        if not isinstance(value, str) or "T" not in value:
            raise ValueError(value)
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise wrong("moment", path) from error


def _text(value: Json, path: str) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise wrong("text", path)
    return value


def _whole(value: Json, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise wrong("whole", path)
    return value


def _flag(value: Json, path: str) -> bool:
    if not isinstance(value, bool):
        raise wrong("flag", path)
    return value


def _day(value: Json, path: str) -> date:
    try:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError as error:
        raise wrong("day", path) from error


def _texts(value: Json, path: str) -> tuple[str, ...]:
    return tuple(_text(one, f"{path}[{i}]") for i, one in enumerate(listed(value, path)))


def _wholes(value: Json, path: str) -> tuple[int, ...]:
    return tuple(_whole(one, f"{path}[{i}]") for i, one in enumerate(listed(value, path)))


def _numbers(value: Json, path: str) -> dict[str, int]:
    if not isinstance(value, dict):
        raise wrong("record", path)
    return {_text(key, path): _whole(one, f"{path}.{key}") for key, one in value.items()}


def listed_of(kind: Kind) -> Kind:
    """A list of this kind, as a tuple."""
    return Kind(
        encode=lambda found: [kind.encode(one) for one in found],
        decode=lambda value, path: tuple(
            kind.decode(one, f"{path}[{place}]") for place, one in enumerate(listed(value, path))
        ),
        schema={"type": "array", "items": kind.schema},
    )


def _intervals(value: Json, path: str) -> tuple[Interval, ...]:
    result = []
    for place, pair in enumerate(listed(value, path)):
        here = f"{path}[{place}]"
        if not isinstance(pair, list) or len(pair) != 2:
            raise wrong("interval", here)
        start, end = (clock_minutes(one, here) for one in pair)
        if end <= start:
            raise wrong("interval", here)
        result.append(Interval(start, end))
    return tuple(result)


def _bytes(value: Json, path: str) -> bytes:
    try:
        return base64.b64decode(_text(value, path), validate=True)
    except (binascii.Error, ValueError) as error:
        raise wrong("bytes", path) from error


def _same(value: Json) -> Json:
    return value


TEXT = Kind(_same, _text, {"type": "string"})
WHOLE = Kind(_same, _whole, {"type": "integer"})
FLAG = Kind(_same, _flag, {"type": "boolean"})
DAY = Kind(date.isoformat, _day, {"type": "string", "format": "date"})
MOMENT = Kind(
    datetime.isoformat,
    moment,
    {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"},
)
CLOCK = Kind(clock_text, clock_minutes, _CLOCK_SCHEMA)
TEXTS = Kind(list, _texts, {"type": "array", "items": {"type": "string"}})
INTERVALS = Kind(
    lambda found: [[clock_text(one.start), clock_text(one.end)] for one in found],
    _intervals,
    {
        "type": "array",
        "items": {"type": "array", "items": _CLOCK_SCHEMA, "minItems": 2, "maxItems": 2},
    },
)
WHOLES = Kind(list, _wholes, {"type": "array", "items": {"type": "integer"}})
NUMBERS = Kind(_same, _numbers, {"type": "object", "additionalProperties": {"type": "integer"}})
BYTES = Kind(
    lambda data: base64.b64encode(data).decode("ascii"),
    _bytes,
    {"type": "string", "contentEncoding": "base64"},
)
