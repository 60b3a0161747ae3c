"""What can be chosen about a whole file."""

from __future__ import annotations

from typing import Any

from intervisie_desktop.services.importing import Blank
from intervisie_desktop.ui.widgets.fields import CheckBox, Choice, Field, Number, Text, Time

_LATEST_START = 20 * 60
_LONGEST = 240


def _start(value: Any) -> str:
    late = isinstance(value, int) and value > _LATEST_START
    return "Kies een begin tot en met 20:00." if late else ""


LIST_FIELDS = (
    Field("group", "Groep voor rijen zonder groep", Text(length=120, example="geen")),
    Field("profile", "Regelprofiel van nieuwe groepen", Choice()),
    Field("clients", "Kantoren", CheckBox(word="Ook als opdrachtgever toevoegen")),
)
SESSION_FIELDS = (
    Field("group", "Groep voor rijen zonder groep", Text(length=120, example="geen")),
    Field("profile", "Regelprofiel van nieuwe groepen", Choice()),
    Field(
        "lasts",
        "Duur zonder einde",
        Number(least=15, most=_LONGEST, unit="min"),
        required=True,
    ),
    Field("past", "Dagen die voorbij zijn", CheckBox(word="Ook overnemen, als gehouden")),
)
SHEET_FIELDS = (
    Field("starts_at", "Begin van elke bijeenkomst", Time(), required=True, check=_start, span=6),
    Field(
        "lasts", "Duur zonder getypte uren", Number(least=15, most=_LONGEST, unit="min"),
        required=True, span=6,
    ),
    Field(
        "blank", "Lege cel betekent",
        Choice(options=((Blank.ABSENT, "afwezig"), (Blank.UNKNOWN, "nog niet bekend"))),
    ),
    Field("group", "Groep", Text(length=120, example="zoals in het bestand")),
    Field("profile", "Regelprofiel van een nieuwe groep", Choice()),
    Field("remark", "Opmerking bij elke aanwezigheid", Text(length=200)),
)  # fmt: skip
