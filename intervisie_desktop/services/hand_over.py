"""Handing the books over: what a bookkeeper, a bank and a tax inspector ask for."""

from __future__ import annotations

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.handover.revenue import revenue_of
from intervisie_desktop.services.handover.values import Revenue
from intervisie_desktop.storage.store import Store


class HandOverService:
    """Everything here is counted from what was issued; nothing is changed by asking."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def revenue(self, year: int) -> Revenue:
        """The year per month: cents without btw that were invoiced, and that are expected."""
        with self._store.reading() as read:
            return revenue_of(read, self._clock.today(), year)
