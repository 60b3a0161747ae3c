"""The forms of the page Deelnemers."""

from __future__ import annotations

from intervisie_desktop.domain.people import AbsenceKind, RelationKind
from intervisie_desktop.ui.text.labels import options
from intervisie_desktop.ui.widgets.fields import Choice, Day, Email, Field, Multiline, Text

NAME_FIELDS = (
    Field("title_before", "Titel", Text(length=40, example="mr."), span=3),
    Field("given", "Voornaam", Text(length=80), span=5),
    Field("initials", "Voorletters", Text(length=20, example="J.H."), span=4),
    Field("prefix", "Voorvoegsel", Text(length=30, example="van den"), span=3),
    Field("surname", "Achternaam", Text(length=80), required=True, span=6),
    Field("title_after", "Titel achter", Text(length=40), span=3),
    Field("email", "E-mail", Email(), span=7),
    Field("phone", "Telefoon", Text(length=30), span=5),
    Field("profession", "Beroep", Text(example="advocaat"), span=6),
    Field("field_of_law", "Rechtsgebied", Text(example="arbeidsrecht"), span=6),
    Field(
        "payer_id",
        "Wie betaalt",
        Choice(),
        help="Anders betaalt de opdrachtgever van de groep, of die van het werk.",
    ),
    Field(
        "note",
        "Notitie",
        Multiline(lines=2),
        help="Alleen praktisch, zoals bereikbaarheid. Nooit wat is besproken.",
    ),
)

NEW_FIELDS = (
    *(f for f in NAME_FIELDS if f.name in {"title_before", "given", "initials"}),
    *(f for f in NAME_FIELDS if f.name in {"prefix", "surname", "title_after"}),
    Field("email", "E-mail", Email()),
    Field("employer", "Kantoor of werkgever", span=7),
    Field("function", "Functie", Text(example="advocaat"), span=5),
)

EMPLOYMENT_FIELDS = (
    Field("employer", "Kantoor of werkgever", required=True, span=7),
    Field("function", "Functie", Text(example="advocaat"), span=5),
    Field("client_id", "Opdrachtgever", Choice(), span=6),
    Field("start", "Vanaf", Day(), span=3),
    Field("end", "Tot en met", Day(), span=3),
)

NEW_JOB_FIELDS = (
    Field("employer", "Nieuw kantoor of nieuwe werkgever", required=True, span=7),
    Field("function", "Functie", Text(), span=5),
    Field("client_id", "Opdrachtgever", Choice(), span=7),
    Field(
        "start",
        "Vanaf",
        Day(),
        span=5,
        help="Het vorige werk eindigt de dag ervoor.",
    ),
)

REGISTRATION_FIELDS = (
    Field(
        "register",
        "Register",
        Choice(
            options=tuple((name, name) for name in ("BAR", "MfN", "SKJ", "BIG", "LRGD", "NRGD")),
            editable=True,
        ),
        required=True,
        span=4,
    ),
    Field("number", "Nummer", Text(length=40), span=8),
    Field("start", "Geldig vanaf", Day(), span=4),
    Field("end", "Geldig tot en met", Day(), span=4),
    Field("unconditional_since", "Onvoorwaardelijk sinds", Day(), span=4),
)

RELATION_FIELDS = (
    Field("other_id", "Met", Choice(), required=True, span=6),
    Field("kind", "Band", Choice(options=options(RelationKind)), required=True, span=6),
    Field("start", "Vanaf", Day(), span=6),
    Field("end", "Tot en met", Day(), span=6),
)

ABSENCE_FIELDS = (
    Field("kind", "Reden", Choice(options=options(AbsenceKind)), required=True, span=4),
    Field("start", "Vanaf", Day(), required=True, span=4),
    Field("end", "Tot en met", Day(), span=4),
)
