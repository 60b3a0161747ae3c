"""Dutch words of the command line: help, complaints and summaries."""

from __future__ import annotations

import re

PROGRAM = "intervisie-desktop"
ABOUT = (
    "De praktijk van een intervisiebegeleider. Zonder opdracht opent het venster met PRAKTIJK, "
    "of met het laatst gebruikte bestand."
)
USAGE = "gebruik: "
GIVEN = "gegevens"
OPTIONS = "opties"
COMMANDS = "opdrachten"
HELP = "deze hulp tonen"
VERSION = "de versie tonen"
MORE = f"Meer over een opdracht: {PROGRAM} OPDRACHT --help"

NOT_A_DAY = "‘{text}’ is geen datum; schrijf die als 2026-10-13."
NOT_A_NUMBER = "‘{text}’ is geen heel getal van {lowest} tot en met {highest}."
NOT_YET = (
    "De opdracht ‘{name}’ is er in deze versie nog niet; kijk met ‘{program} --help’ wat wel kan."
)
UNKNOWN = (
    "Er is geen opdracht en geen bestand met de naam ‘{name}’; kijk met ‘{program} --help’ wat kan."
)
NO_FILE = "Het bestand ‘{path}’ is er niet; controleer de naam en de map."
NO_DISPLAY = (
    "Er is geen beeldscherm gevonden om het venster op te tonen; "
    "werk vanaf een bureaublad of gebruik een opdracht (zie ‘{program} --help’)."
)
STOPPED = "Afgebroken; er is niets half weggeschreven."
BUG = (
    "Er ging iets mis in het programma zelf en er is niets half opgeslagen; "
    "het verslag, zonder namen, staat in {path}."
)
BUG_UNREPORTED = (
    "Er ging iets mis in het programma zelf en er is niets half opgeslagen; "
    "het lukte niet om er een verslag van te bewaren."
)
NO_ACCESS = (
    "‘{path}’ is niet te lezen of te schrijven; kijk of de map er is, of u er mag schrijven "
    "en of er ruimte is."
)
EXISTS = "‘{path}’ bestaat al en blijft onaangeroerd; kies een andere plaats of naam."
PASSWORD_PROMPT = "Wachtwoord van {name}: "
PASSWORD_NEW = "Nieuw wachtwoord voor {name}: "
PASSWORD_AGAIN = "Nog een keer hetzelfde wachtwoord: "
PASSWORDS_DIFFER = "De twee wachtwoorden zijn niet gelijk; probeer het opnieuw."
NO_PASSWORD = (
    "Er is geen wachtwoord gegeven; zet het in INTERVISIE_PASSWORD of typ het als erom "
    "gevraagd wordt."
)

_COMPLAINTS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<a>.+)", "Er ontbreekt nog iets: {a}."),
    (r"one of the arguments (?P<a>.+) is required", "Kies één van deze opties: {a}."),
    (r"unrecognized arguments: (?P<a>.+)", "Dit kent de opdracht niet: {a}."),
    (r"argument (?P<a>[^:]+): not allowed with argument (?P<b>.+)", "{a} en {b} gaan niet samen."),
    (r"argument (?P<a>[^:]+): expected .* ?arguments?", "Na {a} hoort een waarde."),
    (r"argument (?P<a>[^:]+): ignored explicit argument .*", "Bij {a} hoort geen waarde."),
    (r"argument (?P<a>[^:]+): invalid choice: (?P<b>\S+).*", "{b} kan niet bij {a}."),
    (r"argument (?P<a>[^:]+): (?P<b>‘.+)", "{a}: {b}"),
)  # fmt: skip


def complaint(message: str, program: str) -> str:
    """The Dutch sentence for what argparse has to say, with the way to the help."""
    said = "De aanroep klopt niet."
    for pattern, sentence in _COMPLAINTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            said = sentence.format(**found.groupdict())
            break
    return f"{said} Zie ‘{program} --help’."


A_GROUP = "groep"
A_PARTICIPANT = "deelnemer"
A_SESSION = "bijeenkomst"
A_CLIENT = "opdrachtgever"
NOT_FOUND = "Er is geen {what} ‘{name}’; kijk of het id of de naam klopt."
MORE_THAN_ONE = "Er is meer dan één {what} ‘{name}’; gebruik het id."

MADE = "De praktijk is gemaakt: {path}"
RECOVERY = "Herstelcode, wordt één keer getoond; schrijf hem over en berg hem op: {code}"
EXPORTED = "De hele praktijk staat onversleuteld in {path}; bewaar dat bestand met zorg."

DEMO_NOUNS: tuple[tuple[str, str, str], ...] = (
    ("clients", "opdrachtgever", "opdrachtgevers"),
    ("participants", "deelnemer", "deelnemers"),
    ("groups", "groep", "groepen"),
    ("sessions", "bijeenkomst", "bijeenkomsten"),
    ("attendances", "deelname", "deelnames"),
)
DEMO_MADE = "De voorbeeldpraktijk staat in {path}; alle gegevens zijn verzonnen."
DEMO_HOLDS = "Erin: {counts}."
DEMO_PAPERS = "Afgegeven: {count}, in {path}."
DEMO_PASSWORD = "Het wachtwoord is: {password}"

IGNORED = "Uitzondering"
TOTAL = "Samen: {errors}, {warnings} en {tips}."

CHOOSE_PAPERS = (
    "Kies precies één van --session, --group met --year, --participant met --year, of --ready."
)
YEAR_NEEDED = "Geef met --year aan om welk jaar het gaat."
ISSUED = "Afgegeven: {count}."
NOT_READY = "Nog niet klaar: {count}; met ‘check’ ziet u waarom."
NOT_ISSUED = "Geen bewijs voor {name}: {why}"
NOTHING_ISSUED = (
    "Er is niets afgegeven: {count} kan nog niet; los het op of geef met --reason een reden waar "
    "dat mag."
)
ISSUED_CHANGED = (
    "er is al een bewijs en de gegevens zijn sindsdien gewijzigd; vervang het in het venster."
)

DRAFT_OR_FINAL = "Kies --draft voor concepten of --final voor definitieve facturen."
NOTHING_TO_BILL = "Er is niets te factureren."
MADE_CONCEPTS = "Gemaakt: {count}."
MADE_FINAL = "Definitief: {count}."
NOT_FINAL = "Geen factuur voor {name}: {why}"
NOTHING_FINAL = "Er is niets definitief gemaakt: {count} kan nog niet."

INVOICE_GENUINE = "Echt en ongewijzigd: factuur {number} van {issued}, {gross}."
INVOICE_CREDITED = "Niet meer geldig: factuur {number} is gecrediteerd met {other}."
INVOICE_ALTERED = "Niet geldig: dit is niet factuur {number} zoals die is uitgereikt."

IMPORTED_FILE = "{file}: {count}"
IMPORT_PROBLEM = "{file}, regel {row}: {why}"
IMPORT_SKIPPED = "{file}, regel {row}: overgeslagen, {why}"
IMPORT_REFUSED = (
    "Er is niets overgenomen: {count} niet te lezen; verbeter het bestand en probeer het opnieuw."
)
IMPORT_ROWS = ("regel", "regels")
IMPORT_DONE = "Overgenomen: {counts}."
IMPORT_WOULD = "Zou overnemen: {counts}; er is niets gewijzigd."
IMPORT_NOTHING = "niets nieuws"
MAP_ONE_FILE = "--map hoort bij één bestand; lees de bestanden met een eigen indeling apart in."
IMPORT_NOUNS: tuple[tuple[str, str, str], ...] = (
    ("participants", "deelnemer", "deelnemers"),
    ("clients", "opdrachtgever", "opdrachtgevers"),
    ("contacts", "contactpersoon", "contactpersonen"),
    ("groups", "groep", "groepen"),
    ("memberships", "lidmaatschap", "lidmaatschappen"),
    ("sessions", "bijeenkomst", "bijeenkomsten"),
    ("attendances", "deelname", "deelnames"),
    ("busy", "bezette tijd", "bezette tijden"),
    ("certificates", "bewijs", "bewijzen"),
)
EXCHANGE_ALONE = "Een uitwisselbestand bevat een hele praktijk; lees het alleen in."
