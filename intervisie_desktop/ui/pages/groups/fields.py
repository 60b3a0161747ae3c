"""The forms of the page Groepen."""

from __future__ import annotations

from intervisie_desktop.domain.groups import MemberRole
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.ui.pages.groups.overview import COLOURS
from intervisie_desktop.ui.text import labels
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Many, Multiline, Text

GROUP_FIELDS = (
    Field("name", "Naam", Text(example="Ochtendgroep Utrecht"), required=True),
    Field("code", "Code", Text(length=2, example="OU"), span=4),
    Field("colour", "Kleur", Choice(options=COLOURS), span=8),
    Field("client_id", "Opdrachtgever", Choice(), span=7),
    Field("product", "Wat u levert", Choice(options=labels.options(Product)), span=5),
    Field("facilitator_id", "Gespreksleider", Choice()),
    Field("method", "Vaste werkvorm", Choice(), span=6),
    Field("field_of_law", "Rechtsgebied", Text(example="arbeidsrecht"), span=6),
)

RULE_FIELDS = (
    Field("profile", "Regelprofiel", Choice(), help="Hierop worden jaar en bijeenkomst getoetst."),
    Field("also", "Valt ook onder", Many()),
)

PLACE_FIELDS = (
    Field("mode", "Vorm", Choice()),
    Field("place", "Vaste plaats", Text()),
    Field("link", "Vaste vergaderlink", Text(length=400)),
)

SETTLED_FIELDS = (
    Field(
        "composition_agreed_with",
        "Samenstelling afgestemd met",
        Text(example="de opleidingscoördinator"),
        span=7,
    ),
    Field("composition_agreed_on", "Afgestemd op", Day(), span=5),
    Field("registered_on", "Aangemeld bij register op", Day(), span=6),
    Field("accreditation_requested_on", "Accreditatie aangevraagd op", Day(), span=6),
)

NOTE_FIELDS = (
    Field(
        "note",
        "Notitie",
        Multiline(lines=3),
        help="Alleen zakelijke afspraken. Nooit wat in de groep is besproken.",
    ),
)

MEMBER_FIELDS = (
    Field("start", "Lid vanaf", Day(), help="Leeg: van begin af aan."),
    Field("end", "Tot en met", Day(), help="Leeg: nog lid."),
    Field("role", "Rol", Choice(options=labels.options(MemberRole))),
)

JOIN_FIELDS = (
    Field("since", "Lid vanaf", Day(), span=7),
    Field("role", "Rol", Choice(options=labels.options(MemberRole)), span=5),
)

AGREEMENT_FIELDS = (
    Field("agreed_on", "Datum", Day(), required=True, span=8),
    Field(
        "scope",
        "Wat geheim blijft, en tegenover wie",
        Text(length=300, example="Alles wat in de groep wordt besproken, tegenover iedereen"),
    ),
    Field("text", "Verdere afspraken", Multiline(lines=3)),
)

SIGN_FIELDS = (Field("signed_on", "Getekend op", Day(), required=True),)
