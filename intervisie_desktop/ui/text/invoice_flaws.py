"""What is amiss with an invoice, in Dutch: what it is and where to repair it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from intervisie_desktop.ui.text import counts

_PLACES = {
    "practice.name": "De naam van uw praktijk ontbreekt. Vul die in bij Instellingen.",
    "practice.address": "Het adres van uw praktijk is niet volledig. Vul het aan bij Instellingen.",
    "practice.kvk_number": "Uw KvK-nummer ontbreekt. Vul het in bij Instellingen.",
    "practice.vat_number": "Uw btw-id ontbreekt. Vul het in bij Instellingen.",
    "practice.iban": "Uw rekeningnummer ontbreekt. Vul het in bij Instellingen.",
    "client.name": "De naam van de opdrachtgever ontbreekt. Vul die in bij Opdrachtgevers.",
    "client.address": "Het adres van de opdrachtgever is niet volledig. Vul het aan bij "
    "Opdrachtgevers.",
    "client.vat_number": "Voor btw verlegd is het btw-id van de opdrachtgever nodig. Vul het in "
    "bij Opdrachtgevers.",
}
_WRONG = {
    "practice.kvk_number": "Uw KvK-nummer kan niet kloppen. Controleer het bij Instellingen.",
    "practice.vat_number": "Uw btw-id kan niet kloppen. Controleer het bij Instellingen.",
    "practice.iban": "Uw rekeningnummer kan niet kloppen. Controleer het bij Instellingen.",
    "practice.postcode": "De postcode van uw praktijk kan niet kloppen. Controleer die bij "
    "Instellingen.",
    "client.kvk_number": "Het KvK-nummer van de opdrachtgever kan niet kloppen.",
    "client.vat_number": "Het btw-id van de opdrachtgever kan niet kloppen.",
    "client.postcode": "De postcode van de opdrachtgever kan niet kloppen.",
}
_FIXED = {
    "F02": "Vrijgesteld als onderwijs, maar uw CRKBO-nummer is niet ingevuld bij Instellingen.",
    "F03": "KOR kan niet met andere btw op één factuur staan. Maak er twee facturen van.",
    "F06": "Een e-factuur naar een bedrijf vraagt een kenmerk of ordernummer. Zonder wordt het "
    "een gewone Europese e-factuur.",
    "F07": "Zonder KvK-nummer of OIN van de opdrachtgever wordt het geen Nederlandse e-factuur.",
}
ELECTRONIC = {
    "PEPPOL-EN16931-R010": "Voor Peppol ontbreekt het adres waarop de opdrachtgever e-facturen "
    "ontvangt. Zonder wordt het een gewone Europese e-factuur.",
    "PEPPOL-EN16931-R020": "Voor Peppol ontbreekt uw KvK-nummer. Vul het in bij Instellingen; "
    "zonder wordt het een gewone Europese e-factuur.",
    "BR-CL-14": "Het land in een van de adressen bestaat niet. Kies het opnieuw.",
    "oin": "Het OIN van de opdrachtgever kan niet kloppen; het heeft twintig cijfers.",
    "endpoint": "Het Peppol-adres van de opdrachtgever kan niet kloppen; het begint met vier "
    "cijfers en een dubbele punt, zoals 0106:12345678.",
}
"""What an e-invoice misses besides (F13), by the rule that asks for it."""


def flaw_words(code: str, place: str, facts: Mapping[str, Any]) -> str:
    """One sentence about a flaw."""
    if code == "F01":
        return _missing(place)
    if code == "F05":
        return _WRONG.get(place, "Een nummer kan niet kloppen. Controleer het.")
    if code == "F13":
        return ELECTRONIC.get(str(facts.get("code")), "De e-factuur is nog niet volledig.")
    if code in _FIXED:
        return _FIXED[code]
    return _WITH_FACTS[code](facts)


def _missing(place: str) -> str:
    if place.endswith(".description"):
        return "Een regel heeft geen omschrijving. Vul in wat u hebt gedaan."
    if place.endswith(".served_on"):
        return "Een regel heeft geen datum. Vul in wanneer de dienst is geleverd."
    if place.startswith("text."):
        return "De tekst bij deze btw ontbreekt. Vul die in bij Instellingen."
    return _PLACES.get(place, "Er ontbreekt een verplicht gegeven.")


def _month(facts: Mapping[str, Any]) -> str:
    first, last = (counts.day_long(date.fromisoformat(str(facts[k]))) for k in ("first", "last"))
    return f"Verzamelfactuur over meer dan een maand ({first} tot en met {last}). Splits die."


def _content(facts: Mapping[str, Any]) -> str:
    if facts.get("why") == "none":
        return "Er staat nog geen regel op deze factuur. Voeg er een toe."
    return "Het totaal staat aan de verkeerde kant van nul. Controleer aantallen en korting."


def _credit(facts: Mapping[str, Any]) -> str:
    if facts.get("why") == "original":
        return "Deze creditfactuur verwijst naar geen factuur. Begin vanuit de factuur zelf."
    return f"Meer dan er nog te crediteren is: {counts.money(int(facts['creditable']))}."


def _late(facts: Mapping[str, Any]) -> str:
    day = counts.day_long(date.fromisoformat(str(facts["deadline"])))
    return f"Deze factuur had uiterlijk {day} verstuurd moeten zijn."


def _rate(facts: Mapping[str, Any]) -> str:
    due = counts.scaled(int(facts["due"]), 2)
    return f"Op de dag van de dienst geldt {due}% btw. Kies de btw van die regel opnieuw."


def _kor(facts: Mapping[str, Any]) -> str:
    turnover, limit = counts.money(int(facts["turnover"])), counts.money(int(facts["limit"]))
    if int(facts["stage"]) >= _REACHED:
        return f"Met deze factuur komt u op {turnover} en vervalt de KOR (grens {limit})."
    return f"Met deze factuur komt u op {turnover}; de grens van de KOR is {limit}."


_REACHED = 100
_WITH_FACTS = {
    "F04": _month,
    "F08": _content,
    "F09": _credit,
    "F10": _late,
    "F11": _rate,
    "F12": _kor,
}
CODES = frozenset({"F01", "F05", "F13", *_FIXED, *_WITH_FACTS})
