"""The forms of the page Opdrachtgevers."""

from __future__ import annotations

from intervisie_desktop.ui.widgets.fields import CheckBox, Email, Field, Multiline, Number, Text

CLIENT_FIELDS = (
    Field("name", "Naam", Text(example="Kantoor of organisatie"), required=True),
    Field("lines", "Straat en huisnummer", Multiline(lines=2)),
    Field("postcode", "Postcode", Text(length=12, example="1234 AB"), span=4),
    Field("city", "Plaats", Text(), span=8),
    Field("country", "Land", Text(length=2, example="NL"), span=4),
    Field("phone", "Telefoon", Text(length=30), span=8),
    Field("email", "E-mail", Email()),
)

BILLING_FIELDS = (
    Field(
        "billing_email",
        "E-mail voor facturen",
        Email(),
        help="Leeg: het algemene adres hierboven.",
    ),
    Field("billing_lines", "Postadres voor facturen", Multiline(lines=2)),
    Field("billing_postcode", "Postcode", Text(length=12), span=4),
    Field("billing_city", "Plaats", Text(), span=8),
    Field("kvk_number", "KvK-nummer", Text(length=12, example="8 cijfers"), span=6),
    Field("vat_number", "Btw-id", Text(length=20, example="NL000099998B57"), span=6),
    Field("iban", "IBAN", Text(length=42)),
    Field("oin", "OIN", Text(length=20, example="20 cijfers"), span=6, help="Alleen de overheid."),
    Field(
        "peppol_id",
        "Peppol-adres",
        Text(length=60, example="0106:12345678"),
        span=6,
        help="Waar de e-factuur heen kan.",
    ),
    Field("reference", "Uw kenmerk bij deze opdrachtgever", Text()),
    Field("attention", "Ter attentie van", Text(example="de administratie")),
    Field("payment_days", "Betaaltermijn", Number(least=0, most=365, unit="dagen"), span=6),
    Field("private", "", CheckBox(word="Particulier, geen onderneming"), span=6),
    Field("names_on_invoice", "", CheckBox(word="Namen van deelnemers op de factuur")),
)

NOTE_FIELDS = (
    Field(
        "note",
        "Notitie",
        Multiline(lines=3),
        help="Alleen zakelijke afspraken. Nooit wat in een groep is besproken.",
    ),
)

CONTACT_FIELDS = (
    Field("name", "Naam", required=True, span=6),
    Field("function", "Functie", span=6),
    Field("email", "E-mail", Email(), span=6),
    Field("phone", "Telefoon", Text(length=30), span=6),
)
