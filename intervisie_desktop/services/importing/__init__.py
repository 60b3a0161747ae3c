"""Import: a foreign file becomes a draft, a draft a preview, and a preview one act.

`ImportService` in `service.py` is the door. `drafts.py` reads and guesses, `mapping.py` is what
the user may change, each kind of import has its own preview and its own way of being applied.
"""

from __future__ import annotations

from intervisie_desktop.documents.reading.table import Note
from intervisie_desktop.services.importing.calendars import busy_period
from intervisie_desktop.services.importing.columns import Field
from intervisie_desktop.services.importing.drafts import Draft, ImportKind
from intervisie_desktop.services.importing.lines import PersonLine, people_from_lines
from intervisie_desktop.services.importing.mapping import Blank, Mapping, mapping_from_toml
from intervisie_desktop.services.importing.preview import (
    Choice,
    Decisions,
    Handling,
    ImportSummary,
    Preview,
    PreviewRow,
    Proposal,
    Remark,
    RowState,
)
from intervisie_desktop.services.importing.service import ImportService

__all__ = [
    "Blank",
    "Choice",
    "Decisions",
    "Draft",
    "Field",
    "Handling",
    "ImportKind",
    "ImportService",
    "ImportSummary",
    "Mapping",
    "Note",
    "PersonLine",
    "Preview",
    "PreviewRow",
    "Proposal",
    "Remark",
    "RowState",
    "busy_period",
    "mapping_from_toml",
    "people_from_lines",
]
