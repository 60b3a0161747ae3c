"""The Logboek: what was done, newest first."""

from __future__ import annotations

from intervisie_desktop.domain.journal import JournalEntry
from intervisie_desktop.storage.store import Store

PAGE = 100


class JournalService:
    """Reading the Logboek, page by page."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def newest(self, count: int = PAGE) -> tuple[JournalEntry, ...]:
        """The newest lines, newest first."""
        with self._store.reading() as read:
            return read.journal(count)

    def before(self, entry_id: int, count: int = PAGE) -> tuple[JournalEntry, ...]:
        """The lines before this one, newest first; empty at the beginning."""
        with self._store.reading() as read:
            return read.journal(count, before_id=entry_id)
