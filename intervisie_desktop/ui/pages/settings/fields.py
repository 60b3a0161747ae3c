"""The forms of the settings page, as data; no Qt."""

from __future__ import annotations

from intervisie_desktop.domain.methods import Accent, Experience, Speaker
from intervisie_desktop.ui.text import own_duty
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.text.labels import options
from intervisie_desktop.ui.widgets.fields import (
    Amount,
    CheckBox,
    Choice,
    Color,
    Day,
    Email,
    Field,
    Multiline,
    Number,
    Picture,
    Text,
)

PRACTICE = (
    Field("name", "Naam van de praktijk", Text(length=120), required=True, span=6),
    Field("tagline", "Regel onder de naam", Text(example="Intervisie en supervisie"), span=6),
    Field("lines", "Straat en nummer", Multiline(lines=2, length=200), span=12),
    Field("postcode", "Postcode", Text(length=12), span=3),
    Field("city", "Plaats", Text(length=80), span=9),
    Field("email", "E-mail", Email(), span=6),
    Field("phone", "Telefoon", Text(length=30), span=6),
    Field("website", "Website", Text(length=120), span=6),
    Field("kvk_number", "KvK-nummer", Text(length=12), span=6),
    Field("vat_number", "Btw-id", Text(length=20), span=6),
    Field("iban", "IBAN", Text(length=40), span=6),
    Field("logo", "Logo", Picture(), help="Komt op bewijzen en facturen.", span=12),
)

FACILITATOR = (
    Field("name", "Naam", Text(length=120), required=True, span=6,
          help="Zoals die op het bewijs komt, met titels."),
    Field("quality", "Hoedanigheid", Text(length=80, example="gespreksleider"), span=6),
    Field("email", "E-mail", Email(), span=6),
    Field("profession", "Beroep", Text(length=80), span=6),
    Field("academic", "Opleiding", CheckBox(word="Academisch geschoold"), span=6),
    Field("signature", "Handtekening", Picture(), span=12,
          help="Een afbeelding op wit; komt op de bewijzen."),
)  # fmt: skip

ACCENT = (Field("accent", "Kleur op papier", Color(), span=12),)

LETTER = (
    Field("letter", "Voor", Choice(), span=12),
    Field("subject", "Onderwerp", Text(length=200), required=True, span=12),
    Field("text", "Bericht", Multiline(lines=9, length=8000), required=True, span=12),
)

NUMBERING = (
    Field("number_pattern", "Opbouw van het nummer", Text(length=40), required=True, span=6,
          help="{jaar} wordt het jaar, {nr} het volgnummer; {nr:03} heeft drie cijfers."),
    Field("first_number", "Eerste nummer", Number(least=1, most=99_999), required=True, span=6),
    Field("yearly_restart", "Nieuw jaar", CheckBox(word="Elk jaar opnieuw bij 1"), span=12),
)  # fmt: skip

AGENDA = (
    Field("school_region", "Schoolvakanties van regio",
          Choice(options=(("noord", "Noord"), ("midden", "Midden"), ("zuid", "Zuid"))), span=6),
)  # fmt: skip

APPEARANCE = (
    Field("theme", "Kleuren",
          Choice(options=(("system", "Zoals de computer"), ("light", "Licht"), ("dark", "Donker"))),
          span=6),
    Field("text_scale", "Tekstgrootte", Choice(options=words.TEXT_SIZES), span=6),
    Field("reduce_motion", "Beweging", CheckBox(word="Minder beweging"), span=12,
          help="Meldingen verschijnen dan zonder overgang."),
)  # fmt: skip

LOCKING = (
    Field("auto_lock", "Vergrendelen bij stilte", Choice(options=words.LOCK_TIMES), span=6,
          help="Na zoveel minuten zonder toets of muis gaat het bestand dicht."),
    Field("lock_on_minimise", "Bij wegzetten",
          CheckBox(word="Ook als het venster wordt weggezet"), span=6),
)  # fmt: skip

DESIGNATION = (
    Field("register", "Register of aanwijzing", Text(length=80, example="NOvA"), required=True,
          span=4),
    Field("number", "Nummer", Text(length=40), span=2),
    Field("start", "Vanaf", Day(), span=3),
    Field("end", "Tot en met", Day(), span=3),
)  # fmt: skip

METHOD = (
    Field("name", "Naam", Text(length=80), required=True, span=6),
    Field("accent", "Accent", Choice(options=options(Accent)), span=3),
    Field("experience", "Voor wie", Choice(options=options(Experience)), span=3),
    Field("about", "Waar het om gaat", Multiline(lines=2, length=400), span=12),
)

PHASE = (
    Field("name", "Fase", Text(length=80), required=True, span=6),
    Field("minutes", "Duur", Number(least=1, most=480, unit="min"), required=True, span=3),
    Field("speaker", "Wie spreekt", Choice(options=options(Speaker)), span=3),
    Field("allowed", "Wat mag", Choice(), span=6),
    Field("contributor_active", "", CheckBox(word="Inbrenger doet mee"), span=6),
    Field("hint", "Aanwijzing voor de begeleider", Text(length=200), span=12),
)

HOLIDAY = (
    Field("name", "Naam", Text(length=80), required=True, span=6),
    Field("first", "Eerste dag", Day(), required=True, span=3),
    Field("last", "Laatste dag", Day(), required=True, span=3),
)

OWN_PROFILE = (Field("profile", own_duty.PROFILE, Choice(), span=6),)

OWN_HOURS = (
    Field("day", own_duty.DAY, Day(), required=True, span=3),
    Field("hours", own_duty.HOURS, Amount(digits=2, unit="", shown=1, least=1, most=2400),
          required=True, span=2),
    Field("register", own_duty.REGISTER, Text(length=80), span=2),
    Field("where", own_duty.WHERE, Text(length=120, example=own_duty.WHERE_EXAMPLE), span=5),
)  # fmt: skip
