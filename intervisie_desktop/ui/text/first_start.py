"""Dutch words of the first start and the unlock screen."""

from __future__ import annotations

MOTTO = ("Rust in de administratie,", "aandacht voor het gesprek.")
PROMISES: tuple[tuple[str, str, str], ...] = (
    ("hard-drive", "Alles blijft op deze computer", "Geen account, geen internet nodig."),
    ("lock", "Eén versleuteld bestand", "Met wachtwoord en herstelcode."),
    ("shield-check", "Regels kijken mee", "Van uren tot geheimhouding, met bron erbij."),
)
TITLE = "Begin met uw praktijk"
INTRO = "Drie stappen, ongeveer drie minuten. Alles is later te wijzigen."
STEP_PRACTICE = "Praktijk"
STEP_PRACTICE_NOTE = "komt op bewijzen en facturen"
STEP_PROFILE = "Regelprofiel"
STEP_PROFILE_NOTE = "per groep aan te passen"
STEP_GROUP = "Eerste groep"
PRACTICE = "Naam van de praktijk"
FACILITATOR = "Gespreksleider"
CITY = "Plaats"
LOGO = "Logo, mag later"
LOGO_CHOOSE = "Kies een afbeelding"
LOGO_CHOSEN = "Logo gekozen, kies een ander"
LOGO_REMOVE = "Logo weghalen"
LOGO_KINDS = "Afbeelding (*.png *.jpg *.jpeg)"
LOGO_WRONG = "Dit is geen afbeelding die op papier kan; kies een png of jpg van hooguit 2 MB."
GROUP = "Naam van de groep"
GROUP_HINT = "bijvoorbeeld Ochtendgroep"
NAMES = "Deelnemers, één per regel"
NAMES_HINT = "namen plakken of typen"
IMPORT_NAMES = "Importeer namen uit CSV"
IMPORT_TITLE = "Lijst met namen kiezen"
IMPORT_KINDS = "Lijst (*.csv *.xlsx *.vcf)"
IMPORTED = "{n} uit {file}"
SKIP = "Sla over en begin leeg"
MAKE = "Praktijk maken"
CONTINUE = "Of ga verder met"
OPEN_EXISTING = "Bestaand bestand openen"
OPEN_EXISTING_NOTE = "Ctrl+O, of sleep een .intervisie hierheen"
EXAMPLE = "Voorbeeldpraktijk bekijken"
EXAMPLE_NOTE = "verzonnen gegevens, niets blijft bewaard"
EXAMPLE_BANNER = "Voorbeeldpraktijk: verzonnen gegevens"
EXAMPLE_BUSY = "Voorbeeldpraktijk maken"
NEEDED = "Nog nodig: {what}"
GAPS = {
    "practice": "naam van de praktijk",
    "facilitator": "naam van de gespreksleider",
    "group": "naam van de groep",
    "password": "een wachtwoord van ten minste 8 tekens",
    "again": "twee keer hetzelfde wachtwoord",
    "file": "een plaats voor het bestand",
    "code": "de twee gevraagde groepen van de herstelcode",
}
NOT_OPEN = "Nog geen bestand geopend"
LOCAL = "Alles staat op deze computer"
VERSION = "Versie {version}"
PRACTICE_KIND = "Praktijkbestand (*.intervisie)"

SAFETY_TITLE = "Bewaar het veilig"
SAFETY_INTRO = "Uw praktijk wordt één versleuteld bestand. Alleen met het wachtwoord gaat het open."
FILE = "Bestand"
FILE_CHOOSE = "Andere plaats"
FILE_TITLE = "Waar komt het praktijkbestand?"
PASSWORD = "Wachtwoord"
PASSWORD_AGAIN = "Nog een keer"
SHOW = "Wachtwoord tonen"
HIDE = "Wachtwoord verbergen"
STRENGTH_NAME = "Sterkte van het wachtwoord"
WARNING_TITLE = "Niemand kan dit voor u herstellen"
WARNING = (
    "Bent u het wachtwoord én de herstelcode kwijt, dan zijn de gegevens verloren. "
    "U krijgt de herstelcode op het volgende scherm, één keer."
)
BACK = "Terug"
SAFETY_NEXT = "Verder"

CODE_TITLE = "Uw herstelcode"
CODE_INTRO = (
    "Met deze code opent u het bestand als u het wachtwoord vergeten bent. "
    "Hij staat nergens anders: druk hem af of schrijf hem over en leg hem buiten de computer weg."
)
CODE_PRINT = "Afdrukken"
CODE_SAVE = "Als PDF bewaren"
CODE_SAVE_TITLE = "Herstelblad bewaren"
CODE_SAVED = "Het herstelblad staat in {name}."
CODE_SAVE_NOTE = (
    "Bewaar de PDF niet op deze computer, maar bijvoorbeeld op een USB-stick in een la."
)
CODE_ASK = "Typ groep {first} en groep {second} over, van uw papier"
CODE_GROUP = "Groep {n}"
CODE_RIGHT = "Klopt."
CODE_WRONG = "Dit is niet groep {n}; kijk of een letter of cijfer verwisseld is."
CODE_DONE = "Klaar, open mijn praktijk"
MAKING_BUSY = "De sleutel wordt gemaakt; dat duurt even."
MAKING = "Praktijk maken"
SHEET_NAME = "Herstelblad {name}.pdf"
FILE_KINDS_PDF = "PDF (*.pdf)"

UNLOCK_TITLE = "Ontgrendel uw praktijk"
UNLOCK_LOCKED = "De praktijk is vergrendeld; er staan geen gegevens meer in het geheugen."
UNLOCK = "Ontgrendelen"
UNLOCK_TRYING = "Even geduld …"
UNLOCK_OTHER = "Ander bestand kiezen"
UNLOCK_NEW = "Nieuwe praktijk maken"
UNLOCK_CODE = "Herstelcode gebruiken"
UNLOCK_PASSWORD = "Wachtwoord gebruiken"
UNLOCK_BUSY = "Bestand openen"
UNLOCK_WAIT = "Wacht nog {seconds} voor een nieuwe poging."
UNLOCK_FILE_GONE = "Het bestand staat er niet meer; kies een ander bestand."
OPEN_TITLE = "Praktijkbestand openen"
CODE_FIELD = "Herstelcode"
CODE_FIELD_HINT = "acht groepen van zeven tekens"
CODE_INCOMPLETE = "{n} van de 56 tekens"
CODE_TYPO = "Er zit een typefout in de code; controleer de letters en cijfers."
CODE_OK = "De code is goed overgenomen."
NEW_PASSWORD = "Nieuw wachtwoord"
UNLOCK_CODE_TITLE = "Open met de herstelcode"
UNLOCK_CODE_INTRO = "Typ de code van uw herstelblad over en kies daarna een nieuw wachtwoord."
UNLOCK_CODE_DONE = "Openen met nieuw wachtwoord"
