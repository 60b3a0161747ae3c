"""Sentences about the file, its key, the machine, and what the settings page did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.filling import Sentence


def _recovery_code(facts: Mapping[str, Any]) -> str:
    reason = facts.get("reason")
    if reason == "length":
        return f"De herstelcode heeft 56 tekens; dit zijn er {facts.get('given', 0)}."
    if reason == "sign":
        return f"In groep {facts.get('group')} staat een teken dat nooit in een herstelcode komt."
    return "Er zit een typefout in de herstelcode; vergelijk hem met uw papier."


def _wrong_password(facts: Mapping[str, Any]) -> str:
    wait = facts.get("wait")
    if not wait:
        return "Het wachtwoord klopt niet; er is niets gewijzigd."
    seconds = counts.telwoord(int(wait), "seconde", "seconden")
    return f"Het wachtwoord klopt niet; wacht {seconds} en probeer het opnieuw."


REFUSALS: dict[str, Sentence] = {
    "wrong_password": _wrong_password,
    "wait": "Wacht nog {seconds:seconde|seconden}; er zijn te veel verkeerde wachtwoorden geweest.",
    "wrong_code": "Deze herstelcode hoort bij een ander bestand.",
    "recovery_code": _recovery_code,
    "password_short": "Het wachtwoord is te kort; neem ten minste {least} tekens.",
    "missing_file": "Het bestand {path} is er niet; controleer de naam en de map.",
    "not_a_practice": "Dit is geen praktijkbestand van Intervisie; kies een ander bestand.",
    "newer_file": (
        "Dit bestand is gemaakt met een nieuwere versie van Intervisie; werk het programma bij. "
        "Het bestand is niet gewijzigd."
    ),
    "already_open": "Deze praktijk is al geopend; ga verder in dat venster of sluit het eerst.",
    "locked_elsewhere": (
        "Deze praktijk is geopend op de computer {host}; sluit haar daar eerst."
    ),
    "locked": "Het bestand wordt door een ander programma vastgehouden; probeer het zo opnieuw.",
    "busy": "Er loopt nog een andere bewerking; probeer het over een ogenblik opnieuw.",
    "closed": "De praktijk is gesloten; open haar opnieuw.",
    "cloud_folder": (
        "Deze map wordt door {service} gekopieerd terwijl u werkt, en dat kan het bestand "
        "beschadigen; kies een map op deze computer."
    ),
    "damaged": (
        "Het bestand is beschadigd en blijft onaangeroerd; zet een reservekopie op een andere "
        "plaats en open die."
    ),
    "damaged_keys": (
        "De sleutel in het bestand is beschadigd; open het met de herstelcode van uw papier."
    ),
    "tampered": (
        "De beveiliging in het bestand is veranderd buiten Intervisie om; open een reservekopie."
    ),
    "no_encryption": "Dit programma is zonder versleuteling gebouwd; installeer het opnieuw.",
    "unsafe_library": (
        "Een onderdeel van het programma is te oud om veilig op te slaan; installeer het opnieuw."
    ),
    "disk_full": "De schijf is vol; maak ruimte vrij en probeer het opnieuw.",
    "read_only": "Hier mag u niet schrijven ({path}); kies een andere map.",
    "exists": "{path} bestaat al en blijft onaangeroerd; kies een andere naam.",
    "io_error": "Lezen of schrijven van {path} lukt niet; kijk of de schijf nog aangesloten is.",
    "cannot_open": "Het bestand kan niet geopend worden; kijk of het er staat en of u het mag lezen.",
    "immutable": "Wat is afgegeven, verandert niet meer; trek het in of vervang het.",
    "duplicate": "Dit staat er al.",
    "nul_character": "In de tekst staat een teken dat niet bewaard kan worden.",
    "logo_wrong": "Dit is geen afbeelding die op papier kan; kies een png of jpg tot 4 MB.",
    "no_names": "In dit bestand staan geen namen die herkend worden.",
}

DONE: dict[str, Sentence] = {
    "practice_created": "Praktijk gemaakt",
    "first_group_added": "Groep {group} gemaakt met {n:deelnemer|deelnemers}",
    "recovery_pending": "Herstelcode gemaakt",
    "recovery_confirmed": "Herstelcode overgetypt",
    "finding_ignored": "Bevinding {code} als uitzondering gezet",
    "finding_restored": "Uitzondering bij bevinding {code} weggehaald",
}
