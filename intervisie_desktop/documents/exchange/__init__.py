"""The exchange format: a whole practice as one JSON document, described in docs/exchange-format.md.

`practice_bytes` and `read_practice` are the two ways through; `shapes` says what stands where, and
schema and documentation are held to it by tests.
"""

from __future__ import annotations

from intervisie_desktop.documents.exchange.document import (
    practice_bytes,
    practice_schema,
    read_practice,
)
from intervisie_desktop.documents.exchange.facts import (
    SCHEMA,
    ActPaper,
    InvoicePaper,
    Paper,
    PracticeFacts,
)

__all__ = [
    "SCHEMA",
    "ActPaper",
    "InvoicePaper",
    "Paper",
    "PracticeFacts",
    "practice_bytes",
    "practice_schema",
    "read_practice",
]
