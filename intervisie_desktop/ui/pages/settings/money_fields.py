"""The forms of Facturen en tarieven, as data; no Qt."""

from __future__ import annotations

from intervisie_desktop.domain.rates import Product, RateKind
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.ui.text.labels import options
from intervisie_desktop.ui.widgets.fields import (
    Amount,
    CheckBox,
    Choice,
    Day,
    Field,
    Multiline,
    Number,
    Text,
)

VAT = options(VatCategory)

RATE_FIELDS = (
    Field("whom", "Voor wie", Choice(), span=12),
    Field("kind", "Hoe het telt", Choice(options=options(RateKind)), required=True, span=6),
    Field("product", "Wat", Choice(options=options(Product)), required=True, span=6),
    Field("amount", "Prijs zonder btw", Amount(), required=True, span=4),
    Field("category", "Btw", Choice(options=VAT), required=True, span=4),
    Field("quantity", "Keer", Amount(digits=3, unit="", shown=0, least=1), span=4,
          help="Bij kilometers: hoeveel."),
    Field("start", "Vanaf", Day(), span=4),
    Field("end", "Tot en met", Day(), span=4),
    Field("note", "Notitie", Text(length=200), span=12),
)  # fmt: skip

PRICE_FIELDS = (
    Field("amount", "Prijs zonder btw", Amount(), required=True, span=6),
    Field("start", "Vanaf", Day(), required=True, span=6),
)

NUMBER_FIELDS = (
    Field("pattern", "Factuurnummer", Text(length=40), required=True, span=6,
          help="{jaar} wordt het jaar, {nr:04} het volgnummer in vier cijfers."),
    Field("quote_pattern", "Offertenummer", Text(length=40), required=True, span=6),
    Field("first_number", "Eerste nummer", Number(least=1, most=99_999), required=True, span=6),
    Field("yearly_restart", "Nieuw jaar", CheckBox(word="Elk jaar opnieuw bij 1"), span=6),
    Field("own_credit", "Creditfacturen", CheckBox(word="Creditfacturen apart nummeren"), span=6),
    Field("credit_pattern", "Creditnummer", Text(length=40), span=6),
)  # fmt: skip

DEFAULT_FIELDS = (
    Field("category", "Btw van een nieuwe regel", Choice(options=VAT), required=True, span=6),
    Field("crkbo_number", "CRKBO-nummer", Text(length=40), span=6,
          help="Alleen als u in het register staat."),
    Field("payment_days", "Betaaltermijn", Number(most=365, unit="dagen"), required=True, span=6),
    Field("quote_days", "Een offerte geldt", Number(least=1, most=365, unit="dagen"),
          required=True, span=6),
    Field("account_name", "Rekening ten name van", Text(length=70), span=12,
          help="Leeg: de naam van de praktijk."),
    Field("intro", "Tekst boven de regels", Multiline(lines=2, length=1000), span=12),
    Field("closing", "Tekst onder de regels", Multiline(lines=2, length=1000), span=12),
    Field("terms", "Regel onderaan", Text(length=300), span=12,
          help="Bijvoorbeeld welke voorwaarden gelden."),
)  # fmt: skip

VAT_TEXT_FIELD = Field("text", "", Multiline(lines=2, length=400), span=12)


def terms_fields(steps: int) -> tuple[Field, ...]:
    """The form of cancellation terms with room for so many steps."""
    fields = [
        Field("whom", "Voor wie", Choice(), span=12),
        Field("start", "Vanaf", Day(), span=6),
        Field("end", "Tot en met", Day(), span=6),
    ]
    for number in range(steps):
        ahead = f"Stap {number + 1}: afgemeld ten minste"
        fields += [
            Field(f"days{number}", ahead, Number(most=365, unit="dagen"), span=6),
            Field(f"percent{number}", "kost", Amount(unit="%", shown=0, most=100_00), span=3),
            Field(f"amount{number}", "of", Amount(), span=3),
        ]
    late = Amount(unit="%", shown=0, most=100_00)
    fields.append(Field("late", "Later, of zonder bericht, kost", late, required=True, span=6))
    return tuple(fields)
