"""Finding people by what somebody types."""

from __future__ import annotations

from sqlalchemy import select

from intervisie_desktop.domain.people import folded
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.tables import participants


def found_participants(reading: Reading, text: str, *, limit: int = 50) -> tuple[str, ...]:
    """The ids of those in whose name, e-mail or profession every word occurs, in list order.

    Case and accents do not matter, "%" and "_" mean themselves; archived people come last.
    """
    conditions = [
        participants.c.search_key.contains(word, autoescape=True) for word in folded(text).split()
    ]
    query = (
        select(participants.c.id)
        .where(*conditions)
        .order_by(participants.c.archived, participants.c.sort_key)
        .limit(limit)
    )
    return tuple(row.id for row in reading.rows(query))
