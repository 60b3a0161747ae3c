"""Sentences about the practice file, its password and the machine it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.ui.text.counts import telwoord
from intervisie_desktop.ui.text.filling import Sentence


def _wrong_password(facts: Mapping[str, Any]) -> str:
    said = "Dit wachtwoord is niet juist en er is niets gewijzigd;"
    wait = int(facts.get("wait") or 0)
    if not wait:
        return f"{said} probeer het opnieuw of gebruik uw herstelcode."
    return f"{said} wacht {telwoord(wait, 'seconde', 'seconden')} en probeer het dan opnieuw."


def _recovery_code(facts: Mapping[str, Any]) -> str:
    group = facts.get("group")
    where = f" Kijk vooral naar groep {group}." if isinstance(group, int) and group else ""
    if facts.get("reason") == "length":
        return "De herstelcode is niet volledig: acht groepjes van zeven tekens. Typ hem helemaal."
    return f"In de herstelcode staat een typefout.{where} Vergelijk hem met uw papier."


REFUSALS: dict[str, Sentence] = {
    "duplicate": "Dit bestaat al. Er is niets gewijzigd.",
    "in_use": "Dit wordt nog gebruikt en kan daarom niet weg. Archiveer het of maak het eerst los.",
    "immutable": "Een afgegeven papier verandert niet meer. Vervang het of trek het in.",
    "nul_character": "Deze tekst bevat een onleesbaar teken. Typ hem opnieuw.",
    "password_short": "Kies een wachtwoord van ten minste {least} tekens.",
    "recovery_code": _recovery_code,
    "wrong_password": _wrong_password,
    "wait": "Wacht nog {seconds:seconde|seconden} en probeer het dan opnieuw.",
    "wrong_code": "Deze herstelcode hoort niet bij dit bestand. Er is niets gewijzigd.",
    "wrong_key": "De sleutel past niet op dit bestand. Er is niets gewijzigd; gebruik de "
    "herstelcode of een reservekopie.",
    "not_a_practice": "Dit is geen Intervisie-bestand. Kies een bestand met .intervisie.",
    "newer_file": "Dit bestand is gemaakt met een nieuwere versie van Intervisie (versie {theirs}, "
    "dit programma kent {ours}). Er is niets gewijzigd; werk het programma bij.",
    "tampered": "Het bestand is buiten Intervisie om gewijzigd: de bescherming van uitgegeven "
    "papieren klopt niet meer. Open een reservekopie.",
    "damaged": "Het bestand is beschadigd. Laat het staan en open een reservekopie.",
    "damaged_keys": "De sleutels in het bestand zijn beschadigd. Open het met uw herstelcode.",
    "missing_file": "Dit bestand is er niet meer. Kies een ander bestand of sluit de schijf aan.",
    "exists": "Er staat al een bestand met deze naam. Kies een andere naam; er is niets gewijzigd.",
    "read_only": "Hier mag niet worden geschreven. Kies een andere map of haal de beveiliging weg.",
    "disk_full": "De schijf is vol. Maak ruimte en probeer het opnieuw; wat bewaard was, blijft.",
    "io_error": "De schijf antwoordt niet goed. Controleer de schijf en probeer het opnieuw.",
    "cannot_open": "Het bestand kan niet worden geopend. Controleer of de schijf is aangesloten.",
    "locked": "Een ander programma houdt het bestand vast. Sluit dat en probeer het opnieuw.",
    "busy": "Het bestand is even bezet. Probeer het over een ogenblik opnieuw.",
    "closed": "De praktijk is vergrendeld. Ontgrendel haar en probeer het opnieuw.",
    "already_open": "Deze praktijk is al geopend in een ander venster. Ga daar verder.",
    "locked_elsewhere": "Deze praktijk is geopend op de computer {host}. Sluit haar daar eerst.",
    "cloud_folder": "Deze map wordt gedeeld door {service}. Dat kan het bestand beschadigen; kies "
    "een map op deze computer.",
    "unsafe_library": "Een onderdeel van de database is te oud ({version}). Installeer het "
    "programma opnieuw.",
    "no_encryption": "De versleuteling ontbreekt. Er is niets geschreven; installeer het programma "
    "opnieuw.",
}

DONE: dict[str, Sentence] = {
    "practice_created": "Praktijk gemaakt",
}
