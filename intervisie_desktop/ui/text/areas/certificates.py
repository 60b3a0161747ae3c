"""Certificates: why one cannot be made, replaced or checked, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.filling import Sentence

_PATTERNS = {
    "nr": "Het nummerpatroon heeft geen {nr}. Zonder volgnummer krijgt niet elk bewijs een eigen "
    "nummer.",
    "jaar": "De nummering begint elk jaar opnieuw, maar in het patroon staat geen {jaar}. Zet "
    "{jaar} erbij of laat de nummering doorlopen.",
    "letters": "In het nummerpatroon staat iets anders dan {jaar}, {nr} en gewone tekens.",
    "long": "Het nummerpatroon geeft nummers van meer dan 40 tekens. Maak het korter.",
}


def _pattern(facts: Mapping[str, Any]) -> str:
    return _PATTERNS[str(facts.get("why", "letters"))]


def _blocked(facts: Mapping[str, Any]) -> str:
    name = facts.get("name", "")
    return (
        f"Voor {name} kan nog geen bewijs worden gemaakt: er staat nog een fout open en het "
        "regelprofiel laat hier geen uitzondering toe."
    )


def _letter_word(facts: Mapping[str, Any]) -> str:
    known = counts.join([f"{{{word}}}" for word in facts.get("known", ())])
    return f"In de tekst staat {{{facts.get('word', '')}}}. U kunt kiezen uit {known}."


def _issued(facts: Mapping[str, Any]) -> str:
    numbers = list(facts.get("numbers", ()))
    if len(numbers) == 1:
        return f"Bewijs {numbers[0]} afgegeven"
    if not numbers:
        return "Geen bewijzen afgegeven"
    return f"{len(numbers)} bewijzen afgegeven, {numbers[0]} tot en met {numbers[-1]}"


REFUSALS: dict[str, Sentence] = {
    "dossier_backwards": "De einddatum van het dossier ligt voor de begindatum.",
    "certificate_exists": "{name} heeft hiervoor al bewijs {number}. Vervang dat bewijs als er "
    "iets is gewijzigd.",
    "certificate_blocked": _blocked,
    "certificate_not_valid": "Bewijs {number} geldt niet meer. Het is al ingetrokken of vervangen.",
    "reason_needed": "Geef een reden. Die blijft bij het bewijs bewaard.",
    "nothing_to_certify": "Voor {name} telt nog geen bijeenkomst mee. Er is niets om een bewijs "
    "van te maken.",
    "no_sessions": "Voor {name} telt nog geen bijeenkomst mee. Er is niets om een bewijs van te "
    "maken.",
    "not_closed": "Voor {name} is een bijeenkomst gehouden maar nog niet afgerond. Rond die eerst "
    "af.",
    "not_present": "{name} was er niet bij, of had hier geen deel aan.",
    "more_planned": "Voor {name} staan dit jaar nog bijeenkomsten gepland.",
    "registration_missing": "Van {name} is geen registernummer bekend.",
    "description_missing": "Voor {name} is geen korte omschrijving vastgelegd.",
    "facilitator_missing": "Er is geen gespreksleider om het bewijs te ondertekenen. Kies er een "
    "bij Instellingen, Praktijk.",
    "no_signing_key": "De ondertekensleutel van deze praktijk ontbreekt of hoort er niet bij. "
    "Herstel een back-up van dit bestand.",
    "number_taken": "Nummer {number} is al eens gegeven. Kies een ander nummerpatroon bij "
    "Instellingen, Nummering.",
    "number_pattern_wrong": _pattern,
    "number_not_next": "De nummering sluit niet aan. Er is niets vastgelegd; probeer het opnieuw.",
    "paper_damaged": "Bewijs {number} is in dit bestand beschadigd. Herstel het uit een back-up.",
    "letter_word_unknown": _letter_word,
    "statement_unreadable": "Dit is geen controlegegeven van een bewijs.",
    "control_code_wrong": "In de controlecode zit een typefout. Kijk de twaalf tekens na.",
    "paper_unreadable": "Het bestand {name} kan niet worden gelezen. Kies het opnieuw.",
    "printer_not_ready": "De printer {printer} start niet. Kijk of hij aan staat en papier heeft.",
}

DONE: dict[str, Sentence] = {
    "certificate_issued": "Bewijs {number} afgegeven",
    "certificates_issued": _issued,
    "certificate_replaced": "Bewijs {replaced} vervangen door {number}",
    "certificate_withdrawn": "Bewijs {number} ingetrokken",
    "letter_changed": "Tekst {letter} gewijzigd",
}
