"""How one record lies in the exchange format, worked out from the fields of its dataclass."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Protocol, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from intervisie_desktop.documents.exchange import kinds
from intervisie_desktop.documents.exchange.kinds import Json, Kind, wrong
from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.cancellation import CancellationStep
from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.money import Discount
from intervisie_desktop.domain.naming import parse_name
from intervisie_desktop.domain.people import PersonName
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.sessions import SessionPhase

_ZONE = ZoneInfo("Europe/Amsterdam")
_DAY_MINUTES = 24 * 60
_PLAIN: dict[object, Kind] = {
    str: kinds.TEXT,
    int: kinds.WHOLE,
    bool: kinds.FLAG,
    bytes: kinds.BYTES,
    date: kinds.DAY,
    datetime: kinds.MOMENT,
    tuple[str, ...]: kinds.TEXTS,
    tuple[Interval, ...]: kinds.INTERVALS,
    tuple[int, ...]: kinds.WHOLES,
    dict[str, int]: kinds.NUMBERS,
}


class Spot(Protocol):
    """One place in a record: some fields of the dataclass under some keys of the document."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys it reads and writes."""

    @property
    def required(self) -> tuple[str, ...]:
        """Those of them that must be there."""

    def encode(self, record: object) -> dict[str, Json]:
        """Its part of the document."""

    def decode(self, found: Mapping[str, Json], path: str) -> dict[str, object]:
        """Its fields; those left out keep their defaults."""

    def schema(self) -> dict[str, Json]:
        """The schema of each key."""


@dataclass(frozen=True, slots=True)
class FieldSpot:
    """One field under one key; an empty default is not written unless `always`."""

    key: str
    name: str
    kind: Kind
    default: object = dataclasses.MISSING
    must: bool = False
    always: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The key."""
        return (self.key,)

    @property
    def required(self) -> tuple[str, ...]:
        """The key, when it must be there."""
        return self.keys if self.must else ()

    def encode(self, record: object) -> dict[str, Json]:
        """The field as JSON."""
        value = getattr(record, self.name)
        if not self.always and not value and value == self.default:
            return {}
        return {self.key: self.kind.encode(value)}

    def decode(self, found: Mapping[str, Json], path: str) -> dict[str, object]:
        """The field, when it is there."""
        if self.key not in found:
            return {}
        return {self.name: self.kind.decode(found[self.key], f"{path}.{self.key}")}

    def schema(self) -> dict[str, Json]:
        """The schema of the field."""
        return {self.key: self.kind.schema}


@dataclass(frozen=True, slots=True)
class PeriodSpot:
    """A period under "from" and "until", both included, both open when left out."""

    name: str = "period"
    required: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Both ends."""
        return ("from", "until")

    def encode(self, record: object) -> dict[str, Json]:
        """The ends that are not open."""
        period: Period = getattr(record, self.name)
        ends = {"from": period.start, "until": period.end}
        return {key: day.isoformat() for key, day in ends.items() if day}

    def decode(self, found: Mapping[str, Json], path: str) -> dict[str, object]:
        """The period."""
        start, end = (
            kinds.optional(kinds.DAY).decode(found.get(key), f"{path}.{key}") for key in self.keys
        )
        if start and end and end < start:
            raise wrong("period", f"{path}.until")
        return {self.name: Period(start, end)}

    def schema(self) -> dict[str, Json]:
        """A day or nothing, twice."""
        return dict.fromkeys(self.keys, kinds.optional(kinds.DAY).schema)


@dataclass(frozen=True, slots=True)
class SpanSpot:
    """Day, start and end of a session as two local wall times on one day."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Start and end."""
        return ("start", "end")

    @property
    def required(self) -> tuple[str, ...]:
        """Both."""
        return self.keys

    def encode(self, record: Any) -> dict[str, Json]:  # noqa: ANN401  (a Session)
        """Both moments, to the minute."""
        midnight = datetime.combine(record.day, time())
        return {
            key: (midnight + timedelta(minutes=getattr(record, key))).isoformat(timespec="minutes")
            for key in self.keys
        }

    def decode(self, found: Mapping[str, Json], path: str) -> dict[str, object]:
        """Day and minutes; midnight of the next day is the end of this one."""
        start, end = (_wall(found[key], f"{path}.{key}") for key in self.keys)
        midnight = datetime.combine(start.date(), time())
        first, last = (int((moment - midnight).total_seconds() // 60) for moment in (start, end))
        if not first < last <= _DAY_MINUTES:
            raise wrong("span", f"{path}.end")
        return {"day": start.date(), "start": first, "end": last}

    def schema(self) -> dict[str, Json]:
        """Two moments."""
        return dict.fromkeys(self.keys, kinds.MOMENT.schema)


@dataclass(frozen=True)
class RecordShape:
    """How records of one dataclass lie in the document."""

    kind: type[Any]
    spots: tuple[Spot, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key a record may have, children left aside."""
        return tuple(key for spot in self.spots for key in spot.keys)

    def encode(self, record: object) -> dict[str, Json]:
        """The record as a JSON object."""
        return {key: value for spot in self.spots for key, value in spot.encode(record).items()}

    def decode(
        self,
        found: Json,
        path: str,
        *,
        also: frozenset[str] = frozenset(),
        **given: object,
    ) -> Any:  # noqa: ANN401  (an instance of `kind`)
        """The record; `given` fields win, keys in `also` are somebody else's to read."""
        checked_keys(found, path, {*self.keys, *also})
        fields: dict[str, object] = {}
        for spot in self.spots:
            missing = [key for key in spot.required if key not in found]
            if missing and not set(missing) <= set(given):
                raise Refusal("exchange_missing", path=f"{path}.{missing[0]}")
            fields |= spot.decode(found, path)
        return self.kind(**{**given, **fields})

    def schema(self) -> dict[str, Json]:
        """The JSON Schema of a record."""
        properties: dict[str, Json] = {}
        required: list[str] = []
        for spot in self.spots:
            properties |= spot.schema()
            required += spot.required
        return object_schema(properties, required)

    def with_free_id(self) -> RecordShape:
        """The same shape for records whose id may be left out."""
        spots = tuple(
            dataclasses.replace(spot, must=False)
            if isinstance(spot, FieldSpot) and spot.key == "id"
            else spot
            for spot in self.spots
        )
        return RecordShape(self.kind, spots)


def checked_keys(found: Json, path: str, allowed: set[str]) -> None:
    """Refuses what is no object, and a key that nobody reads; keys with "x_" are free."""
    if not isinstance(found, dict):
        raise wrong("record", path)
    for key in found:
        if key not in allowed and not key.startswith("x_"):
            raise Refusal("exchange_unknown_key", path=f"{path}.{key}")


def object_schema(properties: dict[str, Json], required: list[str]) -> dict[str, Json]:
    """A JSON Schema for an object that has these properties, and "x_" keys of its own."""
    schema: dict[str, Json] = {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x_": {}},
        "additionalProperties": False,
    }
    return {**schema, "required": required} if required else schema


def shape_of(
    kind: type[Any],
    *,
    without: str = "",
    keys: Mapping[str, str] | None = None,
    as_kind: Mapping[str, Kind] | None = None,
    always: frozenset[str] = frozenset(),
    spans: bool = False,
) -> RecordShape:
    """The shape of a dataclass: one key per field, ids of others without their "_id"."""
    hints = get_type_hints(kind)
    spots: list[Spot] = []
    for field in dataclasses.fields(kind):
        name = field.name
        if name == without or (spans and name in {"start", "end"}):
            continue
        if spans and name == "day":
            spots.append(SpanSpot())
        elif hints[name] is Period:
            spots.append(PeriodSpot(name))
        else:
            own = (as_kind or {}).get(name) or _kind_of(hints[name])
            key = (keys or {}).get(name, name.removesuffix("_id"))
            must = field.default is field.default_factory is dataclasses.MISSING
            spots.append(FieldSpot(key, name, own, field.default, must, name in always))
    return RecordShape(kind, tuple(spots))


def _kind_of(hint: Any) -> Kind:  # noqa: ANN401  (a type, however it is written)
    if get_origin(hint) in {Union, types.UnionType}:
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        return kinds.optional(_kind_of(inner))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return kinds.choice(hint)
    if hint is PersonName:
        return _name_kind()
    if hint in {Address, Discount}:
        return _record_kind(hint)
    if hint in {tuple[SessionPhase, ...], tuple[CancellationStep, ...]}:
        return kinds.listed_of(_record_kind(get_args(hint)[0]))
    return _PLAIN[hint]


def _record_kind(kind: type[Any]) -> Kind:
    shape = shape_of(kind)
    return Kind(shape.encode, _decoder(shape), shape.schema())


def _decoder(shape: RecordShape) -> Any:  # noqa: ANN401  (Kind.decode)
    def decode(value: Json, path: str) -> object:
        return shape.kind() if value is None else shape.decode(value, path)

    return decode


def _name_kind() -> Kind:
    """A name in its parts, or one text that is taken apart."""
    shape = shape_of(PersonName)

    def decode(value: Json, path: str) -> PersonName:
        if isinstance(value, str):
            return parse_name(kinds.TEXT.decode(value, path))
        name: PersonName = shape.decode(value, path)
        return name

    return Kind(shape.encode, decode, {"anyOf": [shape.schema(), {"type": "string"}]})


def _wall(value: Json, path: str) -> datetime:
    """A local wall time; one with an offset is told in Dutch time."""
    found = kinds.moment(value, path)
    if found.tzinfo is not None:
        found = found.astimezone(_ZONE).replace(tzinfo=None)
    return found
