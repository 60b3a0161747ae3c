"""A list of records of the exchange format, with what is nested in each record."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.documents.exchange.records import RecordShape


@dataclass(frozen=True)
class ListShape:
    """A list of records under a key; `facts` is its place in `PracticeFacts`.

    `points` are (field, list) pairs: the id in the field must occur in that list. `owner` is the
    field that holds the id of the record in which the list is nested.
    """

    key: str
    facts: str
    record: RecordShape
    points: tuple[tuple[str, str], ...] = ()
    owner: str = ""
    children: tuple[ListShape, ...] = ()


def free(shape: RecordShape) -> RecordShape:
    """Nothing points at these records, so that ids may be left out."""
    return shape.with_free_id()
