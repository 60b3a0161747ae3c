"""A whole aggregate: the columns of a table against the fields of a frozen domain value."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Table

from intervisie_desktop.storage.records.codecs import Cell, Codec, codec_for, hinted_fields
from intervisie_desktop.storage.tables.base import columns_of

Kind = TypeVar("Kind")


class Mapper(Generic[Kind]):
    """Row ↔ `kind`; `extra` are columns made from the value, such as a sort key.

    Loading fills the slots of new values column by column, which is twice as fast as calling the
    constructor per row; stored values have passed it before.
    """

    def __init__(
        self,
        kind: type[Kind],
        table: Table,
        extra: Mapping[str, Callable[[Kind], str]] | None = None,
    ) -> None:
        self._kind = kind
        self._fields: dict[str, Codec] = {}
        self._slots: list[tuple[Callable[[Any, Any], None], Codec, int, int]] = []
        names: list[str] = []
        for field, hint in hinted_fields(kind):
            codec = codec_for(hint, shared=field.name.endswith("id"))
            start = len(names)
            names += [f"{field.name}{suffix}" for suffix in codec.suffixes]
            setter = getattr(kind, field.name).__set__
            self._slots.append((setter, codec, start, len(names)))
            self._fields[field.name] = codec
        self.loaded = tuple(names)
        self._extra = dict(extra or {})
        self.columns = (*names, *self._extra)
        if set(self.columns) != set(columns_of(table)):
            differing = set(self.columns) ^ set(columns_of(table))
            raise TypeError(f"{table.name} does not fit {kind.__name__}: {sorted(differing)}")

    def load(self, rows: Sequence[Sequence[Cell]]) -> list[Kind]:
        """The values of these rows, whose cells are in the order of `loaded`."""
        if not rows:
            return []
        new = cast("Callable[[type[Kind]], Kind]", object.__new__)
        values = [new(self._kind) for _ in rows]
        columns = list(zip(*rows, strict=True))
        for setter, codec, start, stop in self._slots:
            deque(map(setter, values, codec.decode(columns[start:stop])), maxlen=0)
        return values

    def dump(self, value: Kind) -> tuple[Cell, ...]:
        """The cells of this value, in the order of `columns`."""
        cells: list[Cell] = []
        for name, codec in self._fields.items():
            cells.extend(codec.encode(getattr(value, name)))
        cells.extend(make(value) for make in self._extra.values())
        return tuple(cells)

    def cell(self, name: str, value: object) -> Cell:
        """The value of one simple field as it lies in its column, to compare with."""
        if name in self._extra:
            return cast("Cell", value)
        codec = self._fields[name]
        if codec.suffixes != ("",):
            raise TypeError(f"{name} lies in several columns")
        return codec.encode(value)[0]
