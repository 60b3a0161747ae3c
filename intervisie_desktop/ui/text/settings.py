"""Dutch words of the settings page."""

from __future__ import annotations

TITLE = "Instellingen"
SUBTITLE = "Elke wijziging is meteen bewaard."
TABS: tuple[tuple[str, str], ...] = (
    ("practice", "Praktijk"),
    ("facilitators", "Gespreksleiders"),
    ("own", "Eigen registraties"),
    ("papers", "Papieren"),
    ("texts", "Teksten"),
    ("numbering", "Nummering"),
    ("money", "Facturen"),
    ("agenda", "Agenda"),
    ("methods", "Werkvormen"),
    ("appearance", "Uiterlijk"),
    ("safety", "Beveiliging"),
)
TEXT_SIZES = tuple((str(p), f"{p} %") for p in (90, 100, 110, 120, 130, 140))
LOCK_TIMES = (
    ("0", "Nooit"), ("2", "Na 2 minuten"), ("5", "Na 5 minuten"), ("10", "Na 10 minuten"),
    ("20", "Na 20 minuten"), ("30", "Na 30 minuten"), ("60", "Na een uur"),
)  # fmt: skip

CONTRAST_LOW = (
    "Deze kleur is te licht om op wit papier te lezen: contrast {ratio}, ten minste 4,5 is nodig."
)
CONTRAST_GOOD = "Goed leesbaar op wit papier: contrast {ratio}."
EXAMPLE_NUMBERS = "Zo worden de nummers: {first}, {second} … en in {year}: {later}."
NUMBER_WRONG = {
    "nr": "Zet {nr} in de opbouw, anders krijgt elk bewijs hetzelfde nummer.",
    "jaar": "Zet {jaar} in de opbouw als de telling elk jaar opnieuw begint.",
    "letters": "In de opbouw staat een teken of accolade die niet gebruikt kan worden.",
    "long": "Deze opbouw geeft een te lang nummer.",
}
NUMBERING_USED = "Een nieuwe opbouw geldt voor bewijzen die nog worden afgegeven."
LETTER_PLACES = (
    "Tussen accolades wordt per persoon ingevuld: {naam}, {voornaam}, {groep}, {nummer}, {uren}, "
    "{periode}, {praktijk} en {begeleider}."
)
NAMELESS = "Naam nog invullen"
PERIOD_BACKWARDS = "De laatste dag ligt voor de eerste; controleer de twee data."

DESIGNATIONS = "Aanwijzingen en registraties"
DESIGNATION_ADD = "Aanwijzing toevoegen"
DESIGNATION_NEW = "NOvA"
DESIGNATIONS_NONE = "Nog geen aanwijzing of registratie vastgelegd."
DESIGNATION_REMOVE = "Aanwijzing verwijderen"
FACILITATOR_ADD = "Gespreksleider toevoegen"
FACILITATOR_REMOVE = "Gespreksleider verwijderen"
FACILITATOR_MAIN = "Vaste gespreksleider"
FACILITATOR_MAKE_MAIN = "Vaste gespreksleider maken"
FACILITATOR_NEW = "Nieuwe gespreksleider"

OWN_HOLIDAYS = "Eigen vrije dagen"
OWN_HOLIDAY_ADD = "Vrije periode toevoegen"
HOLIDAY_NEW = "Vrij"
OWN_HOLIDAY_REMOVE = "Vrije periode verwijderen"
OWN_HOLIDAYS_NONE = "Nog geen eigen vrije dagen. Ze worden ontzien bij het plannen."

PASSWORD_TITLE = "Wachtwoord wijzigen"
PASSWORD_OLD = "Wachtwoord van nu"
PASSWORD_NEW = "Nieuw wachtwoord"
PASSWORD_AGAIN = "Nog een keer"
PASSWORD_CHANGE = "Wachtwoord wijzigen"
PASSWORD_CHANGED = "Het wachtwoord is gewijzigd. De herstelcode blijft dezelfde."
PASSWORD_BUSY = "Wachtwoord wijzigen"
CODE_TITLE = "Herstelcode"
CODE_INTRO = (
    "Oefen eens per jaar: typ de code van uw papier over en zie of die bij dit bestand hoort. "
    "Is het herstelblad zoek, druk dan een nieuw af; de code blijft dezelfde."
)
CODE_TEST = "Code controleren"
CODE_TEST_FIELD = "Herstelcode van uw papier"
CODE_TEST_RIGHT = "Deze code opent dit bestand. Berg het papier weer op."
CODE_TEST_WRONG = "Deze code hoort bij een ander bestand. Druk een nieuw herstelblad af."
CODE_TEST_TYPO = "Er zit een typefout in de code; vergelijk hem met uw papier."
CODE_TEST_TYPO_AT = "Er zit een typefout in groep {group}; vergelijk hem met uw papier."
CODE_TEST_SHORT = "De code is nog niet heel: {n} van de 56 tekens."
SHEET_PRINT = "Herstelblad afdrukken"
SHEET_PASSWORD = "Wachtwoord, om het herstelblad te maken"
SHEET_NEED = "Typ eerst uw wachtwoord."
SHEET_BUSY = "Herstelblad maken"
LOCKING = "Vergrendelen"
FILE_TITLE = "Bestand"
OF_THIS_MACHINE = "Dit geldt voor deze computer en gaat niet met het bestand mee."
