"""The sentences of each area: what is refused there and what was done there, one module each.

A new area adds a module with `REFUSALS` and `DONE` (code → sentence, see `filling.py`) and its
name in `AREAS`. Codes are unique over all areas.
"""

from __future__ import annotations

from typing import Protocol

from intervisie_desktop.ui.text.areas import (
    app,
    bank,
    certificates,
    control,
    core,
    files,
    foresight,
    general,
    importing,
    invoices,
    meeting,
    methods,
    profiles,
    sessions,
)
from intervisie_desktop.ui.text.filling import Sentence


class Area(Protocol):
    """A module with the sentences of one area."""

    REFUSALS: dict[str, Sentence]
    DONE: dict[str, Sentence]


AREAS: tuple[Area, ...] = (
    general,
    files,
    core,
    importing,
    certificates,
    app,
    sessions,
    bank,
    invoices,
    methods,
    profiles,
    meeting,
    control,
    foresight,
)
