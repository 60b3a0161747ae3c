"""The Dutch words of a finding: title, evidence, remedy, where it is written, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from intervisie_desktop.domain.findings import Certainty, Finding
from intervisie_desktop.ui.text import (
    counts,
    finding_hours,
    finding_invoices,
    finding_method,
    finding_records,
    finding_years,
)
from intervisie_desktop.ui.text.finding_facts import (
    Facts,
    Names,
    Sentences,
    people,
    profile_word,
)
from intervisie_desktop.ui.text.finding_fixes import Fix, fixes_for

SENTENCES: Sentences = {
    **finding_hours.SENTENCES,
    **finding_years.SENTENCES,
    **finding_records.SENTENCES,
    **finding_method.SENTENCES,
    **finding_invoices.SENTENCES,
}

CERTAINTY = {
    Certainty.SEED: "volgens de eigen tekst van de aanbieder",
    Certainty.SOURCE: "volgens een openbare bron",
    Certainty.ASSUMPTION: "aanname, controleer bij uw register",
}

REQUIRED = {
    "G01": "ten minste {required} deelnemers die meetellen",
    "G02": "ten hoogste {required} deelnemers die meetellen",
    "G03": "advies over de groepsgrootte",
    "G04": "wie niet meetelt voor de groepsgrootte",
    "G05": "ten minste {required} deelnemers uit het register",
    "G06": "geen leidinggevenden of coördinatoren in de groep",
    "G07": "deelnemers werken niet samen",
    "G08": "kantoorgenoten mogen, zolang ieder zich veilig voelt",
    "G09": "deelnemers met een overeenkomend beroep",
    "G10": "deelnemers van ten minste {required} werkplekken",
    "G11": "ten minste {required} deelnemers die meetellen",
    "U01": "ten minste {required_hours} aaneengesloten per dag",
    "U02": "ten hoogste {required_hours} per dag",
    "U03": "ten minste {required_hours} aaneengesloten per dag",
    "U04": "ten minste {required_hours} per jaar",
    "U05": "uren gelden per kalenderjaar",
    "U06": "ten minste {required_hours} per registratieperiode",
    "U07": "ten hoogste {required_hours} per jaar",
    "U08": "plicht vanaf het jaar na de stageverklaring",
    "U09": "één vorm moet op zichzelf volledig zijn",
    "L01": "onder begeleiding van een gespreksleider",
    "L02": "gespreksleider is aangewezen als deskundige",
    "L03": "aanwijzing geldt voor een vaste termijn",
    "L04": "een van de deelnemers is begeleider",
    "L05": "begeleiden telt niet als eigen deelname",
    "H01": "reikwijdte van de geheimhouding vooraf besproken",
    "H02": "een getekend contract",
    "H03": "korte, niet inhoudelijke omschrijving",
    "H04": "geen uitgebreide juridische inhoud",
    "I01": "ieder brengt één of meer dilemma’s of vragen in",
    "I02": "iedereen gaat met een actie naar huis",
    "I03": "vooraf nadenken over een vraag",
    "O01": "deelname in een afgesloten ruimte zonder derden",
    "O02": "vormen die online mogen",
    "O03": "deelnemers ontvangen vooraf de link",
    "D01": "een bewijs van deelname voor ieder",
    "D02": "getekende presentielijst",
    "D03": "korte evaluatie tot slot",
    "D04": "opgave per kalenderjaar",
    "D05": "bewaren niet langer dan nodig",
    "M01": "een vaste opbouw of methode",
    "M02": "genoeg tijd voor iedere casus",
    "M03": "alle fasen, in hun volgorde",
    "M04": "afwisseling in werkvormen",
    "P01": "punten per heel uur, met een maximum",
    "A01": "accreditatie ten minste {weeks} weken vooraf",
    "X01": "wat het register als intercollegiale toetsing aanneemt",
    **finding_invoices.REQUIRED,
}

_REQUIRED_BY_ASPECT = {
    ("G05", "share"): "een vast deel van de deelnemers uit het register",
    ("G06", "manager"): "geen leidinggevende met eigen medewerkers in de groep",
    ("G09", "composition"): "een samenstelling die is afgestemd",
    ("U01", "usual"): "gewoonlijk {required} minuten",
    ("U03", "pauses"): "een korte pauze",
    ("U03", "split"): "uren aaneengesloten per dag",
    ("U04", "pro_rata"): "minder uren na lange ziekte of zwangerschap",
    ("U04", "sessions"): "ten minste {required} bijeenkomsten",
    ("U04", "missed"): "hoogstens {required} gemist",
    ("U04", "advised"): "advies van {required_hours} per jaar",
    ("U06", "sessions"): "ten minste {required} bijeenkomsten per registratieperiode",
    ("U07", "period"): "ten hoogste {required_hours} per registratieperiode",
    ("L02", "registers"): "begeleider uit een van de genoemde registers",
    ("L04", "above"): "geen begeleiding van bovenaf",
    ("O01", "undisturbed"): "een ruimte zonder verstoring",
    ("O02", "reason"): "op locatie waar het kan",
    ("D02", "void"): "handtekening van ieder, anders geen uren",
    ("D04", "deadline"): "op tijd invoeren bij het register",
    ("D04", "reports"): "verslagen die het register vraagt",
    ("M01", "series"): "een reeks bijeenkomsten",
    ("M02", "cases"): "een casus per deelnemer",
    ("M03", "advice"): "vooral vragen stellen",
    ("A01", "group"): "de groep vooraf aanmelden",
    **finding_invoices.REQUIRED_BY_ASPECT,
}
"""What is asked where one aspect of a rule asks something else; before a plus sign."""

WHY = {
    "too_short": "te kort aaneengesloten",
    "group_size": "te weinig of te veel deelnemers",
    "not_online": "deze vorm mag niet online",
    "day_max": "meer dan op één dag telt",
    "split_day": "los blok op dezelfde dag",
    "unsigned": "presentielijst niet getekend",
}


@dataclass(frozen=True, slots=True)
class FindingText:
    """Everything the panel says of a finding.

    `source` is the line under the evidence, `source_detail` where to read it and how sure it is.
    """

    title: str
    evidence: str
    remedy: str
    context: str
    source: str
    source_detail: str
    fixes: tuple[Fix, ...]


def describe(
    finding: Finding, names: Names, *, with_group: bool = True, year: int | None = None
) -> FindingText:
    """The words of a finding.

    `with_group` False leaves out the group one is looking at; days outside `year` name theirs.
    """
    facts = Facts(finding, names)
    words = SENTENCES[finding.code](facts)
    return FindingText(
        title=words.title,
        evidence=words.evidence,
        remedy=words.remedy,
        context=context(finding, names, with_group=with_group, year=year),
        source=f"{profile_word(names, finding.profile)}: {requirement(facts)}",
        source_detail=source_detail(finding),
        fixes=fixes_for(finding.code, finding.aspect),
    )


def context(
    finding: Finding, names: Names, *, with_group: bool = True, year: int | None = None
) -> str:
    """Where it belongs: "OU, do 18 jun", "OU, deelnemer", "praktijk"."""
    subject, place = finding.subject, ""
    if subject.group and with_group:
        name, code = names.group(subject.group)
        place = code or name
    return ", ".join(part for part in (place, _moment(finding, year)) if part)


_KINDS = {
    "year": "deelnemer",
    "group": "groep",
    "practice": "praktijk",
    "invoice": "factuur",
    "client": "opdrachtgever",
}


def _moment(finding: Finding, year: int | None) -> str:
    subject, day = finding.subject, finding.day
    if "day" in finding.figures:
        day = date.fromisoformat(str(finding.figures["day"]))
    elif not subject.session:
        if finding.aspect == "gathered":
            return "planning" if finding.code == "U04" else "groep"
        return _KINDS[subject.kind]
    named = day is not None and year is not None and day.year != year
    return counts.day_short_weekday(day, year=named) if day else ""


def requirement(facts: Facts) -> str:
    """What is asked, with its number."""
    finding = facts.finding
    if finding.code == "G09" and facts.text("how") == "field_of_law":
        return "deelnemers met hetzelfde rechtsgebied"
    if finding.code == "U04" and "same_group" in finding.figures:
        return _REQUIRED_BY_ASPECT["U04", "sessions"].format(required=facts.number("required"))
    own = _REQUIRED_BY_ASPECT.get((finding.code, finding.aspect.partition("+")[0]))
    if own is None and facts.text("how") in {"deadline", "reports"}:
        own = _REQUIRED_BY_ASPECT[finding.code, facts.text("how")]
    if own is None and finding.code == "O01" and "closed_room" not in facts.items("conditions"):
        own = "voorwaarden voor online deelname"
    return (own or REQUIRED[finding.code]).format(
        required=facts.number("required"),
        required_hours=facts.hours_word("required"),
        weeks=facts.number("weeks"),
    )


def source_detail(finding: Finding) -> str:
    """Title, article and certainty: "Regeling op de advocatuur, art. 13a lid 1 …"."""
    source = finding.source
    place = ", ".join(part for part in (source.title, source.article) if part)
    edition = f"; uitgave {counts.day_long(finding.edition)}" if finding.edition else ""
    return f"{place} ({CERTAINTY[source.certainty]}){edition}"


def explain(finding: Finding, names: Names) -> tuple[str, ...]:
    """How the figures came about, one line per step."""
    return tuple(_STEPS[step](facts, names) for step, facts in finding.trace)


def _day(facts: dict[str, Any], names: Names) -> str:
    found = names.session_day(str(facts["session"])) if "day" not in facts else None
    day = date.fromisoformat(facts["day"]) if "day" in facts else found
    return counts.day_short(day) if day else "bijeenkomst"


def _counts_step(facts: dict[str, Any], names: Names) -> str:
    return f"{_day(facts, names)}: {counts.hours_word(facts['counted'])}"


def _not_step(facts: dict[str, Any], names: Names) -> str:
    there, why = counts.hours_word(facts["minutes"]), WHY[facts["why"]]
    if facts["counted"]:
        return f"{_day(facts, names)}: {counts.hours_word(facts['counted'])} van {there} ({why})"
    return f"{_day(facts, names)}: {there} telt niet mee ({why})"


def _planned_step(facts: dict[str, Any], names: Names) -> str:
    return f"{_day(facts, names)}: gepland"


def _pro_rata_step(facts: dict[str, Any], _: Names) -> str:
    months = counts.telwoord(facts["months"], "maand", "maanden")
    return f"Naar rato: {counts.hours_word(facts['minutes'])} minder, {months} niet gewerkt"


def _carried_step(facts: dict[str, Any], _: Names) -> str:
    return f"Meegenomen uit vorig jaar: {counts.hours_word(facts['minutes'])}"


def _total_step(facts: dict[str, Any], _: Names) -> str:
    made, planned = counts.hours(facts["made"]), counts.hours(facts["planned"])
    safe = ""
    if "last_safe" in facts:
        safe = f"; inhalen kan tot en met {counts.day_long(date.fromisoformat(facts['last_safe']))}"
    required = counts.hours_word(facts["required"])
    return f"Samen {made} gemaakt en {planned} gepland, nodig {required}{safe}"


def _made_up_step(facts: dict[str, Any], _: Names) -> str:
    return f"Nog in te halen van vorig jaar: {counts.hours_word(facts['minutes'])}"


def _own_step(facts: dict[str, Any], names: Names) -> str:
    where = f", {facts['where']}" if facts["where"] else ""
    return f"{_day(facts, names)}: {counts.hours_word(facts['minutes'])}{where}"


def _time_step(facts: dict[str, Any], _: Names) -> str:
    pauses = f" + {facts['pauses']} pauze" if facts["pauses"] else ""
    return (
        f"{facts['agenda']} rondom{pauses} + {facts['cases']} × {facts['case']} = "
        f"{facts['needed']} minuten; de bijeenkomst duurt {facts['minutes']}"
    )


def _points_step(facts: dict[str, Any], names: Names) -> str:
    earned = finding_method.points(facts["hundredths"])
    return f"{_day(facts, names)}: {counts.hours_word(facts['counted'])}, {earned}"


def _points_total_step(facts: dict[str, Any], _: Names) -> str:
    most = f", hoogstens {facts['most']} per jaar" if facts["most"] else ""
    return f"Samen {finding_method.points(facts['hundredths'])}{most}"


def _minutes_step(facts: dict[str, Any], _: Names) -> str:
    spans = counts.join([counts.span(start, end) for start, end in facts["intervals"]])
    times = f" ({spans})" if spans else ""
    return f"Aanwezig: {facts['minutes']} minuten{times}"


def _present_step(facts: dict[str, Any], names: Names) -> str:
    apart = [names.participant(p) for p in facts["not_counting"]]
    tail = f"; niet meegeteld: {counts.join(apart)}" if apart else ""
    return f"{people(facts['present'])} aanwezig{tail}"


def _expected_step(facts: dict[str, Any], _: Names) -> str:
    return f"{people(facts['members'])} in de groep, {facts['excused']} afgemeld"


_STEPS = {
    "session_counts": _counts_step,
    "session_does_not_count": _not_step,
    "session_planned": _planned_step,
    "pro_rata": _pro_rata_step,
    "carried_over": _carried_step,
    "made_up": _made_up_step,
    "total": _total_step,
    "own_hours": _own_step,
    "time_check": _time_step,
    "points_session": _points_step,
    "points_total": _points_total_step,
    "present_minutes": _minutes_step,
    "present": _present_step,
    "expected": _expected_step,
}
