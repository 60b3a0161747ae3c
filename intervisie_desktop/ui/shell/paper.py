"""How a presenter has a paper printed; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class PaperPrinter(Protocol):
    """Prints one paper."""

    def __call__(self, title: str, make: Callable[[], bytes]) -> None:
        """Make the paper away from the window, then ask for a printer and print it."""
