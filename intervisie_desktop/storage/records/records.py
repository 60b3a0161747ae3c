"""A collection of one aggregate, as services work with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, Protocol, TypeVar, cast, overload

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, func, select

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.storage.records.codecs import Cell
from intervisie_desktop.storage.records.mapper import Mapper

Kind = TypeVar("Kind")
Derived = Callable[[Kind], str]


_AT_ONCE = 2000
"""Rows that lie in memory as cells before they become values; the cells take as much again."""


class Connected(Protocol):
    """What a collection hangs on: a reading or a work."""

    @property
    def connection(self) -> Connection:
        """The connection of the reading or work."""

    @property
    def writable(self) -> bool:
        """Whether it may change anything."""


class Records(Generic[Kind]):
    """The records of one kind; conditions are `field=value`, a list or set means IN."""

    def __init__(
        self,
        connection: Connection,
        shape: Shape[Kind],
        *,
        writable: bool,
    ) -> None:
        self._connection = connection
        self._shape = shape
        self._writable = writable

    def get(self, record_id: str) -> Kind:
        """The record with this id; Refusal("gone") when it is not there."""
        found = self.find(record_id)
        if found is None:
            raise Refusal("gone", kind=self._shape.table.name, id=record_id)
        return found

    def find(self, record_id: str) -> Kind | None:
        """The record with this id, or None."""
        found = self.where(id=record_id)
        return found[0] if found else None

    def all(self) -> list[Kind]:
        """Every record, in the order of the collection."""
        return self.where()

    def where(self, **equals: object) -> list[Kind]:
        """The records that meet every condition; None means empty."""
        statement = self._shape.ordered.where(*self._conditions(equals))
        found: list[Kind] = []
        for rows in self._connection.execute(statement).partitions(_AT_ONCE):
            found += self._shape.mapper.load(cast("Sequence[Sequence[Cell]]", rows))
        return found

    def count(self, **equals: object) -> int:
        """How many meet every condition."""
        table = self._shape.table
        statement = select(func.count()).select_from(table).where(*self._conditions(equals))
        return int(self._connection.execute(statement).scalar_one())

    def add(self, record: Kind) -> Kind:
        """Adds one; Refusal("duplicate") when its id or another unique value is taken."""
        self.add_all([record])
        return record

    def add_all(self, records: Iterable[Kind]) -> None:
        """Adds many at once."""
        self._run(self._shape.insert, [self._shape.mapper.dump(record) for record in records])

    def save(self, record: Kind) -> Kind:
        """Puts the record in the place of the one with its id; Refusal("gone") without one."""
        self.save_all([record])
        return record

    def save_all(self, records: Iterable[Kind]) -> None:
        """Saves many at once."""
        cells = [self._shape.mapper.dump(record) for record in records]
        changed = self._run(self._shape.update, [(*row[1:], row[0]) for row in cells])
        if changed != len(cells):
            there = {row[0] for row in self._connection.execute(select(self._shape.table.c.id))}
            missing = next(row[0] for row in cells if row[0] not in there)
            raise Refusal("gone", kind=self._shape.table.name, id=missing)

    def remove(self, record_id: str) -> None:
        """Removes one and what has no meaning without it; Refusal("gone") without one."""
        if not self.remove_where(id=record_id):
            raise Refusal("gone", kind=self._shape.table.name, id=record_id)

    def remove_where(self, **equals: object) -> int:
        """Removes all that meet every condition, of which there must be one; says how many."""
        if not equals:
            raise TypeError("remove_where needs a condition")
        self._check_writable()
        statement = delete(self._shape.table).where(*self._conditions(equals))
        return self._connection.execute(statement).rowcount

    def _run(self, sql: str, rows: list[tuple[Cell, ...]]) -> int:
        self._check_writable()
        if not rows:
            return 0
        return self._connection.exec_driver_sql(sql, rows).rowcount

    def _check_writable(self) -> None:
        if not self._writable:
            raise RuntimeError("a reading cannot write; use store.work()")

    def _conditions(self, equals: dict[str, object]) -> list[ColumnElement[bool]]:
        return [self._condition(name, value) for name, value in equals.items()]

    def _condition(self, name: str, value: object) -> ColumnElement[bool]:
        column = self._shape.table.c[name]
        if value is None:
            return column.is_(None)
        cell = self._shape.mapper.cell
        if isinstance(value, list | tuple | AbstractSet):
            return column.in_([cell(name, one) for one in value])
        return column == cell(name, value)


class Shape(Generic[Kind]):
    """What a collection needs to know of its table, worked out once."""

    def __init__(self, table: Table, mapper: Mapper[Kind], order: Sequence[str]) -> None:
        self.table = table
        self.mapper = mapper
        columns = mapper.columns
        if columns[0] != "id":
            raise TypeError(f"{table.name} does not begin with its id")
        named = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" for _ in columns)
        pairs = ", ".join(f'"{name}" = ?' for name in columns[1:])
        self.insert = f'INSERT INTO "{table.name}" ({named}) VALUES ({marks})'
        self.update = f'UPDATE "{table.name}" SET {pairs} WHERE id = ?'
        self.ordered: Select[tuple[Cell, ...]] = select(
            *(table.c[name] for name in mapper.loaded)
        ).order_by(*(table.c[name] for name in order))


class Collection(Generic[Kind]):
    """The attribute of a reading or work under which the records of one kind are found."""

    def __init__(
        self,
        kind: type[Kind],
        table: Table,
        *order: str,
        extra: dict[str, Derived[Kind]] | None = None,
    ) -> None:
        self._kind = kind
        self._table = table
        self._order = order
        self._extra = extra
        self._shape: Shape[Kind] | None = None

    @overload
    def __get__(self, owner: None, kind: type[object]) -> Collection[Kind]: ...
    @overload
    def __get__(self, owner: Connected, kind: type[object]) -> Records[Kind]: ...
    def __get__(
        self, owner: Connected | None, kind: type[object]
    ) -> Records[Kind] | Collection[Kind]:
        """The records, read and written over the owner's connection."""
        if owner is None:
            return self
        return Records(owner.connection, self.shape(), writable=owner.writable)

    def shape(self) -> Shape[Kind]:
        """The shape, worked out at first use."""
        if self._shape is None:
            mapper = Mapper(self._kind, self._table, self._extra)
            self._shape = Shape(self._table, mapper, self._order)
        return self._shape
