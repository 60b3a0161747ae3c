"""The fields of the invitation; no Qt."""

from __future__ import annotations

from intervisie_desktop.ui.widgets.fields import Field, Multiline, Text

LETTER_FIELDS: tuple[Field, ...] = (
    Field("subject", "Onderwerp", Text(), required=True),
    Field("text", "Tekst", Multiline(lines=15), required=True),
)
