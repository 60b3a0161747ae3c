"""The fields of what can be tried, by kind; no Qt."""

from __future__ import annotations

from intervisie_desktop.domain.people import AbsenceKind
from intervisie_desktop.ui.text import labels
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Text, Time

_SESSION = Field("session", "Bijeenkomst", Choice(), required=True)
_GROUP = Field("group", "Groep", Choice(), required=True)
_PERSON = Field("person", "Deelnemer", Choice(), required=True)

FORMS: dict[str, tuple[Field, ...]] = {
    "move": (
        _SESSION,
        Field("day", "Naar dag", Day(), required=True, span=7),
        Field("start", "Begin", Time(), required=True, span=5),
    ),
    "cancel": (
        _SESSION,
        Field("reason", "Reden", Text(), required=True,
              help="Komt bij de bijeenkomst te staan als u dit overneemt."),
    ),
    "add": (
        _GROUP,
        Field("day", "Dag", Day(), required=True),
        Field("start", "Begin", Time(), required=True, span=6),
        Field("end", "Einde", Time(example="12:30"), required=True, span=6),
    ),
    "leave": (
        Field("membership", "Deelnemer en groep", Choice(), required=True),
        Field("day", "Laatste dag", Day(), required=True),
    ),
    "join": (
        _PERSON,
        _GROUP,
        Field("day", "Vanaf", Day(), required=True),
    ),
    "profile": (
        _GROUP,
        Field("profile", "Leidend regelprofiel", Choice(), required=True),
    ),
    "ill": (
        _PERSON,
        Field("kind", "Waarom", Choice(options=labels.options(AbsenceKind)), required=True,
              help="Meldt ook af voor wat in die tijd gepland is."),
        Field("day", "Eerste dag", Day(), required=True, span=6),
        Field("last", "Laatste dag", Day(), span=6),
    ),
    "away": (
        _SESSION,
        _PERSON,
    ),
    "guest": (
        _PERSON,
        _SESSION,
    ),
}  # fmt: skip
