"""The sentences about groups, and hours at a session or on a day (G, U01 to U03)."""

from __future__ import annotations

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
    if f.finding.aspect == "share":
        part = {"half": "de helft", "majority": "meer dan de helft", "all": "iedereen"}
        return Words(
            "Te weinig deelnemers uit het register",
            f"{f.number('count')} van {f.number('present')} ingeschreven; gevraagd is "
            f"{part[f.text('share')]}",
            "Kijk de inschrijvingen van de deelnemers na.",
        )
    return Words(
        "Te weinig deelnemers uit het register",
        f"{f.number('count')} ingeschreven, minimaal {f.number('required')} vereist",
        "Kijk de inschrijvingen van de deelnemers na.",
    )


def _g06(f: Facts) -> Words:
    if f.text("other"):
        return Words(
            f"{f.who} is leidinggevende van {f.names.participant(f.text('other'))}",
            "Zij zitten in dezelfde groep",
            "Verdeel hen over twee groepen, of leg vast waarom dit past.",
        )
    return Words(
        f"{f.who} heeft een leidinggevende functie",
        f"Functie: {f.text('function')}",
        "Bespreek een andere groep, of leg vast waarom dit past.",
    )


def _g07(f: Facts) -> Words:
    how = {
        "employer": "Zij werken bij dezelfde organisatie",
        "client": "Zij werken bij dezelfde opdrachtgever",
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
    if not f.text("employer"):
        tie = {
            "manager": "Een leidinggevende en een medewerker",
            "partner": "Maten of vennoten",
        }.get(f.text("how"), "Kantoorgenoten")
        return Words(
            f"{tie} in één groep",
            f"Veiligheid nog niet bevestigd door {f.named()}",
            "Vraag ieder van hen of hij of zij zich veilig voelt en leg dat vast.",
        )
    return Words(
        f"Kantoorgenoten van {f.text('employer')} in één groep",
        f"Veiligheid nog niet bevestigd door {f.named()}",
        "Vraag ieder van hen of hij of zij zich veilig voelt en leg dat vast.",
    )


def _g09(f: Facts) -> Words:
    how = f.text("how")
    if how == "composition":
        return Words(
            "Samenstelling van de groep nog niet afgestemd",
            f"{people(f.number('count'))} in de groep; met wie u dit afstemde, is niet vastgelegd",
            "Leg vast met wie en wanneer u de samenstelling hebt afgestemd.",
        )
    if how == "field_of_law":
        return Words(
            "Verschillende rechtsgebieden in de groep",
            counts.capital(counts.join(f.items("fields"))),
            "Kijk de rechtsgebieden van de deelnemers en de groep na.",
        )
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
    if f.finding.aspect == "usual":
        return _unusual(f)
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


def _unusual(f: Facts) -> Words:
    minutes, low, high = f.number("minutes"), f.number("lowest"), f.number("highest")
    shorter = minutes < low
    usual = f"{low} tot {high} minuten" if low < high else counts.duration(high)
    return Words(
        f"De bijeenkomst duurt {'korter' if shorter else 'langer'} dan gebruikelijk",
        f"{counts.duration(minutes)}; gebruikelijk is {usual}",
        f"Maak de bijeenkomst {'langer' if shorter else 'korter'}, of leg vast waarom dit past.",
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
    if f.text("how") == "pauses":
        planned = "Geen pauze gepland" if f.number("count") == 0 else "Te weinig pauzes gepland"
        count = counts.telwoord(f.number("count"), "pauze", "pauzes")
        return Words(
            planned,
            f"{count}, gevraagd {counts.in_words(f.number('required'))}",
            "Leg de pauze vast bij de bijeenkomst.",
        )
    if f.text("how") == "split":
        return Words(
            f"{f.who}: losse blokken op één dag opgeteld",
            f"{counts.hours_word(minutes)} samen; of losse blokken samen tellen, is niet geregeld",
            "Ga bij het register na of deze dag zo telt.",
        )
    who = f" ({f.named()})" if 0 < f.people <= 3 else ""
    return Words(
        f"Zonder pauze korter dan {f.hours_word('required')}",
        f"{minutes} minuten zonder pauze{who}; of de pauze meetelt, is niet geregeld",
        "Maak de bijeenkomst zo lang dat het zonder pauze genoeg is.",
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
}
