"""What the sheet Offertes shows, every word ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from intervisie_desktop.ui.pages.invoices.concepts import ConceptState
from intervisie_desktop.ui.pages.invoices.state import ChipWords, InvoicesState


@dataclass(frozen=True, slots=True)
class QuoteDetail:
    """The quote in front; `allowed` holds "send", "accept", "decline", "extend", "remove", "save".

    `main` is the one on the filled button, `facts` are (what, how much) beside the paper.
    """

    id: str
    title: str
    crumb: str
    chip: ChipWords
    editable: bool
    main: str
    allowed: frozenset[str]
    values: dict[str, Any]
    facts: tuple[tuple[str, str], ...]
    group_id: str = ""


@dataclass(frozen=True, slots=True)
class QuotesState:
    """List, quote in front, and its form as long as it is a draft."""

    pane: InvoicesState
    detail: QuoteDetail | None = None
    concept: ConceptState | None = None
