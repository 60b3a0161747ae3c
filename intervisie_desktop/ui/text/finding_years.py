"""The sentences about years and registration periods (U04 to U09)."""

from __future__ import annotations

from collections.abc import Callable

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.finding_facts import Facts, Sentences, Words, people


def _u04(f: Facts) -> Words:
    if f.finding.aspect == "pro_rata":
        return Words(
            f"{f.who}: norm naar rato onzeker",
            f"{counts.telwoord(f.number('months'), 'maand', 'maanden')} niet gewerkt; gerekend is "
            f"met {f.hours_word('reduced')} minder, norm {f.hours_word('required')}",
            "Ga bij de orde na hoe deze periode telt.",
        )
    if f.finding.aspect == "gathered" and "same_group" in f.finding.figures:
        return Words(
            f"Nog te weinig bijeenkomsten voor {people(f.number('gathered'))}",
            f"Ten minste {counts.in_words(f.number('required'))} nodig; zoveel staan er niet "
            "gepland",
            "Plan nog een bijeenkomst van de groep.",
        )
    if f.finding.aspect == "gathered":
        low, high = counts.hours(f.number("lowest")), counts.hours(f.number("highest"))
        span = f"Prognose {low} uur" if low == high else f"Prognose {low} tot {high} uur"
        return Words(
            f"Nog te weinig gepland voor {people(f.number('gathered'))}",
            span,
            "Plan nog een bijeenkomst van de groep.",
        )
    other = _U04_BY_ASPECT.get(f.finding.aspect)
    return other(f) if other else _SHORTAGES[f.text("state")](f)


def _too_few_sessions(f: Facts) -> Words:
    made, required = f.number("made"), f.number("required")
    months = f.number("months")
    term = f"per {months} maanden" if months else f"in {f.number('year')}"
    planned = f" en {f.number('planned')} gepland" if f.number("planned") else ""
    group = " met dezelfde groep" if f.finding.figures.get("same_group") else ""
    missing = counts.telwoord(f.number("missing"), "bijeenkomst", "bijeenkomsten")
    remedy = f"Plan nog {missing}{group}."
    if f.finding.figures.get("over"):
        remedy = "Leg vast hoe dit tekort is opgelost."
    return Words(
        f"{f.who}: {made} van {counts.telwoord(required, 'bijeenkomst', 'bijeenkomsten')} {term}",
        counts.capital(f"{made} gehouden{group}{planned}, nog {missing} te kort"),
        remedy,
    )


def _missed(f: Facts) -> Words:
    missed = counts.telwoord(f.number("missed"), "bijeenkomst", "bijeenkomsten")
    return Words(
        f"{f.who} miste {missed} in {f.number('year')}",
        f"Hoogstens {counts.in_words(f.number('required'))} mag worden gemist",
        "Bespreek een inhaalbijeenkomst, of leg vast hoe dit is opgelost.",
    )


def _less_than_advised(f: Facts) -> Words:
    verb = "kwam" if f.finding.figures.get("over") else "komt"
    return Words(
        f"{f.who} {verb} in {f.number('year')} uit op {f.hours('forecast')} uur",
        f"Het advies is {f.hours_word('required')} per jaar; dit is geen norm",
        "Plan wat meer, als het past.",
    )


_U04_BY_ASPECT: dict[str, Callable[[Facts], Words]] = {
    "sessions": _too_few_sessions,
    "missed": _missed,
    "advised": _less_than_advised,
}


def _short(f: Facts) -> Words:
    missing = f"tekort {f.lack('missing')}"
    if f.finding.figures.get("over"):
        title = f"{f.who} kwam in {f.number('year')} uit op {f.hours('made')} uur"
        return Words(title, counts.capital(missing), "Leg vast hoe dit tekort is opgelost.")
    evidence = f"Niets meer gepland, {missing}"
    if f.number("planned"):
        evidence = f"{f.hours('made')} nu + {f.hours('planned')} gepland, {missing}"
    remedy = "Plan een inhaaldatum."
    if f.text("last_safe"):
        remedy = f"Plan een inhaaldatum, uiterlijk {f.day('last_safe')}."
    if f.finding.figures.get("stays") is False:
        remedy = "Deze deelnemer heeft de groep verlaten en kan de uren elders maken."
    return Words(f"{f.who} komt uit op {f.hours('forecast')} uur", evidence, remedy)


def _unreachable(f: Facts) -> Words:
    return Words(
        f"{f.who} haalt de {f.hours_word('required')} dit jaar niet meer",
        f"{f.hours('made')} uur nu; er zijn te weinig dagen over",
        "Bespreek dit met de deelnemer; de deken kan ernaar vragen.",
    )


def _to_plan(f: Facts) -> Words:
    return Words(
        f"Voor {f.who} is nog te weinig gepland",
        f"Prognose {f.hours('forecast')} uur, nog {f.lack('missing')} te plannen",
        "Plan nog een bijeenkomst van de groep.",
    )


def _tight(f: Facts) -> Words:
    margin = f.number("forecast") - f.number("required")
    above = f"{counts.telwoord(margin, 'minuut', 'minuten')} boven de norm"
    return Words(
        f"{f.who} heeft weinig marge",
        f"Prognose {f.hours('forecast')} uur, {above if margin else 'precies de norm'}",
        "Houd een reservedatum achter de hand.",
    )


_SHORTAGES: dict[str, Callable[[Facts], Words]] = {
    "short": _short,
    "unreachable": _unreachable,
    "to_plan": _to_plan,
    "tight": _tight,
}


def _u05(f: Facts) -> Words:
    whose = people(f.number("gathered")) if f.finding.aspect == "gathered" else f.who
    surplus = "" if f.finding.aspect == "gathered" else f"{f.hours('surplus')} uur extra: "
    return Words(
        f"{whose}: uren uit {f.number('before')} tellen niet mee in {f.number('year')}",
        counts.capital(f"{surplus}voor meenemen is geen grond gevonden"),
        "Plan de uren van dit jaar zonder het overschot.",
    )


def _u06(f: Facts) -> Words:
    several = f.finding.aspect.startswith("sessions+")
    made = str(f.number("made")) if several else f.hours("made")
    required = str(f.number("required")) if several else f.hours("required")
    unit = "bijeenkomsten" if several else "uur"
    planned = ""
    if f.number("planned"):
        planned = f" en {f.number('planned') if several else f.hours('planned')} gepland"
    before = "" if f.finding.figures.get("whole") else "; uren van voor deze groep zijn niet bekend"
    remedy = "Ga na of er elders uren zijn gemaakt."
    if f.text("last_safe"):
        remedy = f"Plan de rest voor het einde van de periode, uiterlijk {f.day('last_safe')}."
    return Words(
        f"{f.who}: te weinig {'bijeenkomsten' if several else 'uren'} in de registratieperiode",
        f"{made} van {required} {unit}{planned}, {f.day('start')} tot en met "
        f"{f.day('end')}{before}",
        remedy,
    )


def _u07(f: Facts) -> Words:
    if f.finding.aspect.startswith("period+"):
        return Words(
            f"{f.who}: meer uren dan in de registratieperiode tellen",
            f"{f.hours('made')} uur, hoogstens {f.hours('required')} tellen mee tot en met "
            f"{f.day('end')}",
            "Wat erboven komt, telt niet; u hoeft niets te doen.",
        )
    return Words(
        f"{f.who}: meer uren dan in één jaar tellen",
        f"{f.hours('made')} uur, hoogstens {f.hours('required')} tellen mee",
        "Spreid de uren over de jaren.",
    )


def _u08(f: Facts) -> Words:
    many = f.finding.aspect == "gathered"
    verb = "zijn" if many else "is"
    whose = people(f.number("gathered")) if many else f.who
    return Words(
        f"{whose} {verb} in {f.number('year')} nog niet verplicht",
        "De plicht begint in het kalenderjaar na de stageverklaring",
        "U hoeft niets te doen.",
    )


def _u09(f: Facts) -> Words:
    return Words(
        f"{f.who}: vormen mogen in {f.number('year')} niet worden opgeteld",
        f"{f.hours('made')} uur hier + {f.hours('elsewhere')} uur in een andere vorm",
        "Maak één van de vormen op zichzelf volledig.",
    )


SENTENCES: Sentences = {
    "U04": _u04,
    "U05": _u05,
    "U06": _u06,
    "U07": _u07,
    "U08": _u08,
    "U09": _u09,
}
