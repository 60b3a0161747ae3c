"""What all tables share: the metadata, the kinds of column and the notes for undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

from intervisie_desktop.domain.changes import Subject

APPLICATION_ID = 0x494E5456
"""The letters INTV in the header of every practice file."""

# Lower-case names: batch migrations carry reflected names over as they are.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


@dataclass(frozen=True, kw_only=True)
class Recording:
    """How a change of a table is told: about which subject, and which records it belongs to.

    `owner` is the column that holds the subject's id; where it is not the table's own key, every
    change counts as a change of that owner. `links` are (name, column) pairs. `undoable` is False
    for permanent records, which only final acts may add to.
    """

    subject: Subject
    owner: str = "id"
    links: tuple[tuple[str, str], ...] = ()
    undoable: bool = True


def recorded(
    subject: Subject, *links: str, owner: str = "id", undoable: bool = True
) -> dict[str, object]:
    """The `info` of a recorded table; a link is a column name or "name=column"."""
    pairs = tuple((link.split("=")[0].removesuffix("_id"), link.split("=")[-1]) for link in links)
    return {"recording": Recording(subject=subject, owner=owner, links=pairs, undoable=undoable)}


def table(name: str, *items: SchemaItem, info: dict[str, object] | None = None) -> Table:
    """A table of the practice file; STRICT, so that a text never lands in a number."""
    return Table(name, metadata, *items, info=info or {}, sqlite_strict=True)


def key(name: str = "id") -> Column[str]:
    """The short text id of a record."""
    return Column(name, Text, primary_key=True, nullable=False)


def ref(name: str, target: str, on_delete: str = "CASCADE", *, index: bool = True) -> Column[str]:
    """The id of another record, which must exist."""
    return Column(name, Text, _foreign(target, on_delete), nullable=False, index=index)


def maybe_ref(
    name: str, target: str, on_delete: str = "SET NULL", *, index: bool = True
) -> Column[str]:
    """The id of another record, or nothing."""
    return Column(name, Text, _foreign(target, on_delete), nullable=True, index=index)


def text(name: str) -> Column[str]:
    """Text, empty when there is none."""
    return Column(name, Text, nullable=False)


def maybe_text(name: str) -> Column[str]:
    """Text, or nothing."""
    return Column(name, Text, nullable=True)


def number(name: str) -> Column[int]:
    """A whole number: a count, minutes or cents."""
    return Column(name, Integer, nullable=False)


def maybe_number(name: str) -> Column[int]:
    """A whole number, or nothing."""
    return Column(name, Integer, nullable=True)


def flag(name: str) -> list[SchemaItem]:
    """Yes or no, as 1 or 0."""
    return [number(name), CheckConstraint(f"{name} IN (0, 1)", name=name)]


def choice(name: str, values: type[StrEnum]) -> list[SchemaItem]:
    """One of the values of an enumeration, by value."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return [text(name), CheckConstraint(f"{name} IN ({allowed})", name=name)]


def day(name: str, *, index: bool = False) -> Column[str]:
    """A day as ISO text."""
    return Column(name, Text, nullable=False, index=index)


def maybe_day(name: str) -> Column[str]:
    """A day as ISO text, or nothing."""
    return maybe_text(name)


def moment(name: str) -> Column[str]:
    """A moment as ISO text; aware ones in UTC, local wall times without a zone."""
    return text(name)


def maybe_moment(name: str) -> Column[str]:
    """A moment as ISO text, or nothing."""
    return maybe_text(name)


def blob(name: str) -> Column[bytes]:
    """Bytes, such as a logo."""
    return Column(name, LargeBinary, nullable=False)


def maybe_blob(name: str) -> Column[bytes]:
    """Bytes, or nothing."""
    return Column(name, LargeBinary, nullable=True)


def period(name: str = "period") -> list[SchemaItem]:
    """Both ends of a period, each open at will."""
    return [maybe_day(f"{name}_start"), maybe_day(f"{name}_end")]


def address(name: str = "address") -> list[SchemaItem]:
    """The parts of a postal address; all nothing when there is no address."""
    return [maybe_text(f"{name}_{part}") for part in ("lines", "postcode", "city", "country")]


def columns_of(target: Table) -> Sequence[str]:
    """The names of the columns, in order."""
    return tuple(column.name for column in target.columns)


def _foreign(target: str, on_delete: str) -> ForeignKey:
    return ForeignKey(f"{target}.id", ondelete=on_delete)
