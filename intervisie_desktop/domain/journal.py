"""The Logboek: which act was done when, and how much it touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One act as it was written down; `at` is in UTC, `touched` counts records per table.

    The order is that of `id`, whatever the clock said.
    """

    id: int
    at: datetime
    act: str
    facts: dict[str, object] = field(default_factory=dict)
    touched: dict[str, int] = field(default_factory=dict)
