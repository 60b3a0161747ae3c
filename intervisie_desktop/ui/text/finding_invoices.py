"""The sentences about invoices (F): flaws of a concept, what is late, numbers and limits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.finding_facts import Facts, Sentences, Words
from intervisie_desktop.ui.text.invoice_flaws import flaw_words

REPAIR = "Herstel dit voordat u de factuur definitief maakt."
MOST_NUMBERS = 4

REQUIRED = {
    "F01": "alle verplichte gegevens op de factuur",
    "F02": "een CRKBO-nummer bij vrijgesteld onderwijs",
    "F03": "KOR niet samen met andere btw",
    "F04": "een verzamelfactuur over ten hoogste een maand",
    "F05": "nummers die kunnen kloppen",
    "F06": "een kenmerk of ordernummer voor de e-factuur",
    "F07": "een KvK-nummer of OIN voor de e-factuur",
    "F08": "een factuur met een bedrag",
    "F09": "crediteren tot hoogstens de factuur zelf",
    "F10": "factureren uiterlijk de 15e van de volgende maand",
    "F11": "de btw van de dag van de dienst",
    "F12": "omzet onder de grens van de KOR",
    "F13": "een volledige e-factuur",
    "F14": "betaald binnen de termijn, anders herinnerd",
    "F15": "factureren uiterlijk de 15e van de volgende maand",
    "F16": "facturen bewaard zoals ze zijn uitgereikt",
    "F17": "omzet onder de grens van de KOR",
}

REQUIRED_BY_ASPECT = {("F01", "numbering"): "factuurnummers die op elkaar volgen"}


def _client(f: Facts) -> str:
    return f.names.client(f.text("client"))


def _flaw(f: Facts) -> Words:
    facts = f.finding.figures.get("facts")
    known = facts if isinstance(facts, Mapping) else {}
    said = flaw_words(f.finding.code, f.text("place"), known)
    title, _, repair = said.partition(". ")
    made_on = counts.day_short(date.fromisoformat(f.text("made_on")))
    evidence = f"Concept van {made_on} voor {_client(f)}"
    if others := f.number("others"):
        evidence += f", en {counts.telwoord(others, 'ander concept', 'andere concepten')}"
    return Words(title.removesuffix("."), evidence, repair or REPAIR)


def _missing(f: Facts) -> Words:
    if not f.finding.aspect.startswith("numbering+"):
        return _flaw(f)
    found = f.finding.figures.get("missing")
    numbers = [str(one) for one in found] if isinstance(found, list) else []
    lacking = counts.join(numbers)
    if len(numbers) > MOST_NUMBERS:
        lacking = counts.telwoord(len(numbers), "nummer", "nummers")
    return Words(
        f"Factuurnummers van {f.number('series_year')} volgen niet op elkaar",
        f"Tussen {f.number('first')} en {f.number('last')} ontbreekt: {lacking}",
        "Zoek een kopie van de praktijk waarin deze nummers staan, of leg vast waarom ze er "
        "niet zijn.",
    )


def _late(f: Facts) -> Words:
    days = counts.telwoord(f.number("days"), "dag", "dagen")
    return Words(
        f"Factuur {f.text('number')} is {days} te laat",
        f"{counts.money(f.number('amount'))} open bij {_client(f)}, vervallen op {f.day('due_on')}",
        "Boek de betaling, of stuur een herinnering.",
    )


def _deadline(f: Facts) -> Words:
    amount = f"{counts.money(f.number('amount'))} zonder btw"
    days = f.number("days")
    if days < 0:
        when = counts.telwoord(-days, "dag", "dagen")
        evidence = f"{amount}, had uiterlijk {f.day('deadline')} gemoeten, {when} geleden"
        return Words(f"{_client(f)} had al een factuur moeten krijgen", evidence, "Factureer nu.")
    left = counts.telwoord(days, "dag", "dagen")
    when = "vandaag de laatste dag" if days == 0 else f"nog {left}"
    return Words(
        f"{_client(f)} moet een factuur krijgen",
        f"{amount}, uiterlijk {f.day('deadline')}, {when}",
        "Factureer voor deze dag.",
    )


def _broken(f: Facts) -> Words:
    number = f.text("number")
    if f.finding.aspect == "paper":
        return Words(
            f"Papier van factuur {number} is niet meer zoals uitgereikt",
            "De bewaarde PDF of XML heeft een andere inhoud",
            "Zet een reservekopie terug waarin dit papier nog klopt.",
        )
    return Words(
        f"De keten van facturen breekt bij {number}",
        "Wat is uitgereikt, is daarna buiten het programma veranderd",
        "Zet een reservekopie terug van voor deze verandering.",
    )


def _kor(f: Facts) -> Words:
    turnover, limit = counts.money(f.number("turnover")), counts.money(f.number("limit"))
    evidence = f"{turnover} van {limit}, {f.number('percent')}%"
    year = f.finding.subject.year
    if f.number("stage") >= 100:
        return Words(
            f"Omzet van {year} is over de grens van de KOR",
            evidence,
            "Vanaf de factuur die over de grens ging, geldt de gewone btw. Meld u af bij de "
            "Belastingdienst en kies de btw opnieuw.",
        )
    return Words(
        f"Omzet van {year} nadert de grens van de KOR",
        evidence,
        "Ga na of uw omzet dit jaar onder de grens blijft.",
    )


SENTENCES: Sentences = {
    **{f"F{number:02}": _flaw for number in range(2, 14)},
    "F01": _missing,
    "F14": _late,
    "F15": _deadline,
    "F16": _broken,
    "F17": _kor,
}
