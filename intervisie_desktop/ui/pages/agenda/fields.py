"""The fields of the panel in which a session is made; no Qt."""

from __future__ import annotations

from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.ui.text.labels import options
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Text, Time

MAKING_FIELDS = (
    Field("group", "Groep", Choice(), required=True),
    Field("day", "Datum", Day(), required=True),
    Field("start", "Van", Time(), required=True, span=6),
    Field("end", "Tot", Time(example="12:00"), required=True, span=6),
    Field("mode", "Vorm", Choice(options=options(Mode))),
    Field("place", "Plaats", Text(length=120, example="Zaal De Linde")),
    Field("link", "Link", Text(length=300, example="https://")),
)
SERIES_EXAMPLE = "elke 2e dinsdag, 4 keer"
