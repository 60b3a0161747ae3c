"""The form of a mail, as data; no Qt."""

from __future__ import annotations

from intervisie_desktop.ui.widgets.fields import Choice, Field, Multiline, Text

MAIL = (
    Field("kind", "Wat voor e-mail", Choice(), span=12),
    Field("subject", "Onderwerp", Text(length=200), required=True, span=12),
    Field("text", "Bericht", Multiline(lines=13, length=8000), required=True, span=12),
)
