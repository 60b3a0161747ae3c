"""Why a paper cannot be made yet, in a sentence short enough for the list of people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.ui.text import counts

Facts = Mapping[str, Any]
Words = Callable[[Facts, str], str]

_TICKS = {
    "closed_room": "afgesloten ruimte",
    "online_agreed": "instemming met online",
    "identity_checked": "identiteit",
    "presence_checked": "aanwezigheid tussentijds",
}


def obstacle(finding: Finding) -> str:
    """What is amiss, with the day and the figures; the code where no sentence is known."""
    words = _SENTENCES.get(finding.code)
    if words is None:
        return f"Er staat nog een bevinding open ({finding.code})."
    return words(finding.figures, _day(finding.day))


def _day(day: date | None) -> str:
    return counts.day_weekday(day).split(" ", 1)[1] if day else "deze bijeenkomst"


def _group_small(f: Facts, day: str) -> str:
    who = counts.telwoord(int(f["count"]), "deelnemer telde", "deelnemers telden")
    return f"Op {day}: {who} mee, ten minste {f['required']} nodig."


def _group_large(f: Facts, day: str) -> str:
    return f"Op {day} telden {f['count']} deelnemers mee, ten hoogste {f['required']} toegestaan."


def _too_short(f: Facts, day: str) -> str:
    minutes = counts.duration(int(f.get("minutes", 0)))
    least = counts.duration(int(f["required"]))
    return f"Op {day} {minutes} aaneengesloten, ten minste {least} nodig."


def _too_long(f: Facts, day: str) -> str:
    most = counts.duration(int(f["required"]))
    return f"Op {day} meer dan {most}. Het meerdere telt niet mee."


def _year_short(f: Facts, _day: str) -> str:
    required, made = int(f["required"]), int(f.get("made", f["required"]))
    norm = f"Ten minste {counts.hours_word(required)} per jaar."
    return f"Tekort {counts.hours_word(required - made)}. {norm}" if made < required else norm


def _secrecy(f: Facts, day: str) -> str:
    if f.get("how") == "late":
        return f"Geheimhouding van {day} is pas na het begin besproken."
    silent = len(f.get("participants") or ())
    if f.get("how") == "not_all" and silent:
        who = counts.telwoord(silent, "deelnemer", "deelnemers")
        return f"Geheimhouding van {day} is niet met iedereen besproken, {who} ontbreekt."
    who = counts.telwoord(int(f.get("present", 0)), "deelnemer", "deelnemers")
    return f"Geheimhouding van {day} is niet vastgelegd, dat raakt {who}."


def _online(f: Facts, day: str) -> str:
    ticks = [_TICKS.get(str(one), str(one)) for one in f.get("conditions", ())]
    return f"Online op {day}, niet bij iedereen vastgelegd: {counts.join(ticks)}."


def _description(f: Facts, day: str) -> str:
    how = f.get("how")
    if how == "empty":
        return f"Korte omschrijving van {day} ontbreekt."
    if how == "long":
        return f"Omschrijving van {day} is langer dan {f['required']} tekens."
    terms = counts.join([f"\u201c{term}\u201d" for term in f.get("terms", ())])
    return f"Omschrijving van {day} lijkt herleidbaar: {terms}."


def _contribution(_f: Facts, _day: str) -> str:
    return "Er is geen eigen inbreng vastgelegd."


def _designation(f: Facts, day: str) -> str:
    ended = str(f.get("ended", ""))
    if ended:
        until = counts.day_long(date.fromisoformat(ended))
        return f"De aanwijzing van de gespreksleider liep tot {until}, vóór {day}."
    return f"De gespreksleider was op {day} niet aangewezen ({f.get('register', '')})."


_SENTENCES: dict[str, Words] = {
    "G01": _group_small,
    "G02": _group_large,
    "G03": lambda _f, day: f"Op {day} was de groep anders van grootte dan aangeraden.",
    "G05": lambda _f, day: f"Op {day} waren er te weinig deelnemers uit het register.",
    "U01": _too_short,
    "U02": _too_long,
    "U03": lambda _f, day: (
        f"Op {day} zonder pauze korter dan gevraagd; of een pauze meetelt is niet geregeld."
    ),
    "U04": _year_short,
    "U06": lambda f, _day: (
        f"Over de hele periode {counts.hours_word(int(f['made']))} van "
        f"{counts.hours_word(int(f['required']))}."
    ),
    "U07": lambda _f, _day: "Meer uren dan in een jaar meetellen.",
    "U09": lambda _f, _day: "Uren van verschillende vormen mogen dit jaar niet worden opgeteld.",
    "L01": lambda _f, day: f"Bij {day} is geen gespreksleider vastgelegd.",
    "L02": _designation,
    "L04": lambda _f, day: f"De begeleider van {day} is geen deelnemer van de groep.",
    "H01": _secrecy,
    "H03": _description,
    "H04": lambda _f, day: f"Het thema van {day} past eerder bij een inhoudelijk overleg.",
    "I01": _contribution,
    "I02": lambda _f, day: f"Bij {day} is geen actie vastgelegd.",
    "O01": _online,
    "O02": lambda _f, day: f"Deze vorm mag niet online; {day} was online.",
    "D02": lambda _f, day: f"De presentielijst van {day} is niet getekend.",
    "D03": lambda _f, day: f"Van {day} is geen evaluatie vastgelegd.",
    "M01": lambda _f, day: f"Bij {day} is geen werkvorm vastgelegd.",
}
