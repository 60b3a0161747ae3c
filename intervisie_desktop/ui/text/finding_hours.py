"""The sentences about groups and hours (rule codes G and U)."""

from __future__ import annotations

from collections.abc import Callable

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.finding_facts import Facts, Sentences, Words, people


def _g01(f: Facts) -> Words:
    if f.finding.aspect == "stayed":
        return Words(
            f"Maar {counts.in_words(f.number('count'))} bleven lang genoeg",
            "Of vroeg vertrek de bijeenkomst voor de anderen raakt, is niet geregeld",
            "Kijk de tijden na of leg uw keuze vast als uitzondering.",
        )
    n = f.number("count")
    verb = "telde" if n == 1 else "telden"
    return Words(
        f"Er {verb} {people(n)} mee",
        f"Minimaal {f.number('required')} vereist; deze bijeenkomst telt niet",
        "Kijk na wie er was, of plan een nieuwe bijeenkomst.",
    )


def _g02(f: Facts) -> Words:
    return Words(
        f"Er telden {people(f.number('count'))} mee",
        f"Maximaal {f.number('required')} toegestaan; deze bijeenkomst telt niet",
        "Kijk na wie er was en wie meetelt.",
    )


def _g03(f: Facts) -> Words:
    most = f.text("side") == "most"
    word = "Meer" if most else "Minder"
    return Words(
        f"{word} deelnemers dan geadviseerd",
        f"{people(f.number('count'))}, advies is {f.number('required')}",
        "Houd bij de volgende bijeenkomst rekening met het advies.",
    )


def _g04(f: Facts) -> Words:
    one = f.people == 1
    return Words(
        f"{f.named()} {'telt' if one else 'tellen'} niet mee voor de groepsgrootte",
        f"{people(f.number('count'))} telden mee",
        "Meedoen mag; u hoeft niets te doen.",
    )


def _g05(f: Facts) -> Words:
    return Words(
        "Te weinig deelnemers uit het register",
        f"{f.number('count')} ingeschreven, minimaal {f.number('required')} vereist",
        "Kijk de inschrijvingen van de deelnemers na.",
    )


def _g06(f: Facts) -> Words:
    return Words(
        f"{f.who} heeft een leidinggevende functie",
        f"Functie: {f.text('function')}",
        "Bespreek een andere groep, of leg vast waarom dit past.",
    )


def _g07(f: Facts) -> Words:
    how = {
        "employer": "Zij werken bij dezelfde organisatie",
        "manager": "De een is leidinggevende van de ander",
        "colleague": "Zij zijn kantoorgenoten",
        "partner": "Zij zijn maten of vennoten",
    }
    return Words(
        f"{f.named()} werken samen",
        how[f.text("how")],
        "Verdeel hen over twee groepen, of leg vast waarom dit past.",
    )


def _g08(f: Facts) -> Words:
    return Words(
        f"Kantoorgenoten van {f.text('employer')} in één groep",
        f"Veiligheid nog niet bevestigd door {f.named()}",
        "Vraag ieder van hen of hij of zij zich veilig voelt en leg dat vast.",
    )


def _g09(f: Facts) -> Words:
    return Words(
        "Verschillende beroepen in de groep",
        counts.capital(counts.join(f.items("professions"))),
        "Ga na of de groep zo bedoeld is.",
    )


def _g10(f: Facts) -> Words:
    return Words(
        "De groep komt van te weinig werkplekken",
        f"{f.number('count')}, minimaal {f.number('required')} vereist",
        "Vul de werkkring van de deelnemers aan of nodig iemand van elders uit.",
    )


def _g11(f: Facts) -> Words:
    count, required = f.number("count"), f.number("required")
    if count < required:
        return Words(
            "Te weinig deelnemers verwacht",
            f"{people(count)} verwacht, minimaal {required} vereist",
            "Nodig iemand uit of verzet de bijeenkomst.",
        )
    return Words(
        "Eén afzegging maakt deze bijeenkomst ongeldig",
        f"{people(count)} verwacht, minimaal {required} vereist",
        "Nodig iemand uit een andere groep uit.",
    )


def _u01(f: Facts) -> Words:
    minutes, required = f.number("minutes"), f.hours_word("required")
    if f.finding.aspect == "session":
        return Words(
            f"De bijeenkomst is korter dan {required}",
            f"{minutes} minuten; voor niemand telt deze tijd mee",
            "Kijk de tijden na of maak de bijeenkomst langer.",
        )
    left, end = f.number("left"), f.number("end")
    evidence = f"{minutes} minuten aaneengesloten, korter dan {required}"
    if left < end:
        evidence = f"Vertrek {counts.clock(left)}, dus korter dan {required}"
    return Words(
        f"{f.who}: {counts.hours_word(minutes)} telt niet mee",
        evidence,
        "Kijk aankomst en vertrek na.",
    )


def _u02(f: Facts) -> Words:
    excess = f"{f.number('excess')} min telt niet"
    if f.finding.aspect == "planned":
        return Words(
            f"De bijeenkomst duurt langer dan {f.hours_word('required')}",
            f"{f.number('excess')} minuten zouden niet meetellen",
            "Maak de bijeenkomst korter of verdeel haar over twee dagen.",
        )
    whose = people(f.number("gathered")) if f.finding.aspect == "gathered" else f.who
    return Words(
        f"{whose}: meer dan {f.hours_word('required')} op één dag",
        counts.capital(excess),
        "Kijk de tijden van deze dag na.",
    )


def _u03(f: Facts) -> Words:
    minutes = f.number("minutes")
    who = f" ({f.named()})" if 0 < f.people <= 3 else ""
    return Words(
        f"Zonder pauze korter dan {f.hours_word('required')}",
        f"{minutes} minuten zonder pauze{who}; of de pauze meetelt, is niet geregeld",
        "Maak de bijeenkomst zo lang dat het zonder pauze genoeg is.",
    )


def _u04(f: Facts) -> Words:
    if f.finding.aspect == "pro_rata":
        return Words(
            f"{f.who}: norm naar rato onzeker",
            f"{counts.telwoord(f.number('months'), 'maand', 'maanden')} niet gewerkt; gerekend is "
            f"met {f.hours_word('reduced')} minder, norm {f.hours_word('required')}",
            "Ga bij de orde na hoe deze periode telt.",
        )
    if f.finding.aspect == "gathered":
        low, high = counts.hours(f.number("lowest")), counts.hours(f.number("highest"))
        span = f"Prognose {low} uur" if low == high else f"Prognose {low} tot {high} uur"
        return Words(
            f"Nog te weinig gepland voor {people(f.number('gathered'))}",
            span,
            "Plan nog een bijeenkomst van de groep.",
        )
    return _SHORTAGES[f.text("state")](f)


def _short(f: Facts) -> Words:
    missing = f"tekort {f.lack('missing')}"
    if f.finding.figures.get("over"):
        title = f"{f.who} kwam in {f.number('year')} uit op {f.hours('made')} uur"
        return Words(title, counts.capital(missing), "Leg vast hoe dit tekort is opgelost.")
    evidence = f"Niets meer gepland, {missing}"
    if f.number("planned"):
        evidence = f"{f.hours('made')} nu + {f.hours('planned')} gepland, {missing}"
    remedy = "Plan een inhaaldatum."
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
    return Words(
        f"{f.who}: te weinig uren in de registratieperiode",
        f"{f.hours('made')} van {f.hours('required')} uur in "
        f"{counts.telwoord(f.number('years'), 'jaar', 'jaar')}",
        "Ga na of er elders uren zijn gemaakt.",
    )


def _u07(f: Facts) -> Words:
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
    "G01": _g01,
    "G02": _g02,
    "G03": _g03,
    "G04": _g04,
    "G05": _g05,
    "G06": _g06,
    "G07": _g07,
    "G08": _g08,
    "G09": _g09,
    "G10": _g10,
    "G11": _g11,
    "U01": _u01,
    "U02": _u02,
    "U03": _u03,
    "U04": _u04,
    "U05": _u05,
    "U06": _u06,
    "U07": _u07,
    "U08": _u08,
    "U09": _u09,
}
