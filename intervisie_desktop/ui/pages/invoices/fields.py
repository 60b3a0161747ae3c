"""The forms of the page Facturen."""

from __future__ import annotations

from intervisie_desktop.domain.payments import PaymentMethod
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.ui.text.labels import options
from intervisie_desktop.ui.widgets.fields import (
    Amount,
    Choice,
    Day,
    Field,
    Multiline,
    Number,
    Text,
)

VAT = options(VatCategory)
CLIENT = Field("client_id", "Opdrachtgever", Choice(), required=True)
CONCEPT_FIELDS = (
    Field("attention", "Ter attentie van", Text(), span=6),
    Field("reference", "Uw kenmerk", Text(), span=6),
    Field("order_number", "Ordernummer", Text(), span=6),
    Field("payment_days", "Betaaltermijn", Number(most=365, unit="dagen"), span=6),
    Field("discount", "Korting op het geheel", Amount(unit="%", shown=0, most=100_00), span=6),
    Field("discount_reason", "Reden van de korting", Text(), span=6),
    Field("intro", "Tekst boven de regels", Multiline(lines=2)),
    Field("closing", "Tekst onder de regels", Multiline(lines=2)),
)
LINE_FIELDS = (
    Field("description", "Omschrijving", Text(length=300), required=True),
    Field("quantity", "Aantal", Amount(digits=3, unit="", shown=0, least=-9_999_000), span=4),
    Field("unit_price", "Prijs zonder btw", Amount(least=-1_000_000_00), required=True, span=4),
    Field("discount", "Korting", Amount(unit="%", shown=0, most=100_00), span=4),
    Field("category", "Btw", Choice(options=VAT), required=True, span=6),
    Field("served_on", "Datum van de dienst", Day(), span=6),
    Field("note", "Toelichting", Text(length=300)),
)
PAYMENT_FIELDS = (
    Field("amount", "Bedrag", Amount(least=-10_000_000_00), required=True, span=6),
    Field("on", "Ontvangen op", Day(), required=True, span=6),
    Field("method", "Hoe", Choice(options=options(PaymentMethod)), required=True, span=6),
    Field("note", "Notitie", Text(), span=6),
)
SENT_FIELDS = (
    Field("on", "Verstuurd op", Day(), required=True, span=6),
    Field("note", "Hoe", Text(example="per e-mail"), span=6),
)
MAIL_FIELDS = (
    Field("subject", "Onderwerp", Text(length=300), required=True),
    Field("text", "Tekst", Multiline(lines=10), required=True),
)
SPLIT_FIELDS = (
    Field("parts", "Aantal termijnen", Number(least=2, most=12), required=True, span=6),
    Field("months", "Maanden ertussen", Number(least=1, most=12), required=True, span=6),
    Field("first", "Eerste termijn", Day(), required=True, span=6),
)
NEW_QUOTE_FIELDS = (
    Field("title", "Onderwerp", Text(length=160, example="Intervisie 2027")),
    Field("product", "Wat", Choice(options=options(Product)), required=True),
)
QUOTE_FIELDS = (
    Field("title", "Onderwerp", Text(length=160, example="Intervisie 2027")),
    Field("product", "Wat", Choice(options=options(Product)), required=True, span=6),
    Field("valid_until", "Geldt tot en met", Day(), span=6),
    Field(
        "group_name",
        "Wordt de groep",
        Text(length=80),
        help="Leeg: alleen facturen, geen groep.",
        span=6,
    ),
    Field("parts", "Termijnen", Number(least=1, most=12), required=True, span=6),
)
ACCEPT_FIELDS = (
    Field("first", "Eerste termijn", Day(), required=True, span=6),
    Field("months", "Maanden ertussen", Number(least=1, most=12), required=True, span=6),
)
EXTEND_FIELDS = (Field("valid_until", "Geldt tot en met", Day(), required=True),)
