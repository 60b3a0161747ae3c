"""Everything a page or command may ask, as one bundle; each service is built when first asked.

The imports stand inside on purpose: a start should not pay for what it does not use.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.store import Store

if TYPE_CHECKING:
    from intervisie_desktop.services.exchange import ExchangeService


class Services:
    """The use cases of one open practice."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self.store = store
        self.clock = clock
        self.ids = ids

    @cached_property
    def exchange(self) -> ExchangeService:
        """The whole practice out and in."""
        from intervisie_desktop.services.exchange import ExchangeService

        return ExchangeService(self.store)
