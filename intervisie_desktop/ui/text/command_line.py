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
NOT_FOUND = "Er is geen {what} ‘{name}’; kijk of het id of de naam klopt."
MORE_THAN_ONE = "Er is meer dan één {what} ‘{name}’; gebruik het id."

MADE = "De praktijk is gemaakt: {path}"
RECOVERY = "Herstelcode, wordt één keer getoond; schrijf hem over en berg hem op: {code}"
EXPORTED = "De hele praktijk staat onversleuteld in {path}; bewaar dat bestand met zorg."
