"""The sentences about methods, points, terms with a register and exports (codes M, P, A and X)."""

from __future__ import annotations

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.finding_facts import Facts, Sentences, Words, people


def sessions(n: int) -> str:
    """How many sessions: "1 bijeenkomst", "3 bijeenkomsten"."""
    return counts.telwoord(n, "bijeenkomst", "bijeenkomsten")


def points(hundredths: int) -> str:
    """Points with their fraction: "1 punt", "1,75 punt", "4 punten"."""
    number = counts.scaled(hundredths, 2)
    return f"{number} punten" if hundredths >= 200 and hundredths % 100 == 0 else f"{number} punt"


def _m01(f: Facts) -> Words:
    if f.finding.aspect == "series":
        return Words(
            f"De groep heeft {sessions(f.number('count'))}",
            f"Intervisie is een reeks van ten minste {f.number('required')}",
            "Plan de volgende bijeenkomst.",
        )
    return Words(
        "Geen werkvorm gekozen",
        "Het regelprofiel vraagt een vaste opbouw of methode",
        "Kies de werkvorm bij de bijeenkomst of bij de groep.",
    )


def _m02(f: Facts) -> Words:
    cases = counts.telwoord(f.number("cases"), "casus", "casussen")
    if f.finding.aspect == "cases":
        return Words(
            f"{cases} voor {people(f.number('required'))}",
            "Hier komt van iedere deelnemer een casus aan bod",
            "Plan een casus per deelnemer, of maak de groep kleiner.",
        )
    fitting = counts.telwoord(f.number("fitting"), "casus", "casussen")
    return Words(
        f"{cases} van {f.number('case')} minuten passen niet",
        f"Nodig {f.number('required')} minuten, de bijeenkomst duurt {f.number('minutes')}; "
        f"er is ruimte voor {fitting}",
        f"Neem {f.number('room')} minuten per casus, minder casussen of meer tijd.",
    )


def _m03(f: Facts) -> Words:
    if f.finding.aspect == "advice":
        return Words(
            "Meer tijd voor advies dan voor vragen",
            f"{f.number('asking')} minuten vragen, {f.number('advising')} minuten advies",
            "Geef de vragenronde ten minste evenveel tijd.",
        )
    named = counts.join([f"“{name}”" for name in f.items("phases")])
    if f.finding.aspect == "order":
        return Words(
            "Fasen in een andere volgorde",
            f"De volgorde was {named}",
            "Houd de volgorde van de fasen aan.",
        )
    count = len(f.items("phases"))
    return Words(
        f"{counts.capital(counts.telwoord(count, 'fase', 'fasen'))} overgeslagen",
        f"Zonder {named}; gevraagd zijn {counts.in_words(f.number('count'))} fasen",
        "Loop alle fasen door, of kies een werkvorm die ze heeft.",
    )


def _m04(f: Facts) -> Words:
    return Words(
        f"{counts.in_words(f.number('count')).capitalize()} keer dezelfde werkvorm op rij",
        f"Steeds {f.text('method')}",
        "Kies voor de volgende bijeenkomst eens een andere werkvorm.",
    )


def _p01(f: Facts) -> Words:
    if f.finding.aspect == "gathered":
        return Words(
            f"Punten van {people(f.number('gathered'))} hangen af van de telling",
            f"Anders geteld zouden het er in {f.number('year')} meer zijn",
            "Ga bij het register na hoe het afrondt en of een maximum per vorm geldt.",
        )
    got, other = points(f.number("points")), points(f.number("other"))
    kind = f" ({f.text('kind')})" if f.text("kind") else ""
    if f.text("how") == "shared":
        return Words(
            f"{f.who}: {got} in {f.number('year')}{kind}",
            f"Apart zou het {other} zijn; het maximum van {f.number('most')} geldt voor de vormen "
            "samen",
            "Ga bij het register na of het maximum per vorm geldt.",
        )
    return Words(
        f"{f.who}: {got} in {f.number('year')}{kind}",
        f"Afgerond per bijeenkomst; over het jaar opgeteld zou het {other} zijn",
        "Ga bij het register na hoe het afrondt.",
    )


def _a01(f: Facts) -> Words:
    group = f.finding.aspect == "group"
    day, what = f.day("first"), "aanmelding bij het register" if group else "accreditatie"
    if group:
        entered = f.text("entered")
        evidence = f"Aangemeld op {f.day('entered')}" if entered else "Geen aanmelding vastgelegd"
        return Words(
            "Groep niet vooraf aangemeld" if _late(f) else "Meld de groep aan bij het register",
            f"{evidence}; de eerste bijeenkomst is op {day}",
            f"Leg de {what} vast bij de groep.",
        )
    weeks = counts.telwoord(f.number("weeks"), "week", "weken")
    asked = f"Aangevraagd op {f.day('asked')}" if f.text("asked") else "Nog niet aangevraagd"
    return Words(
        "Accreditatie te laat aangevraagd" if _late(f) else "Vraag accreditatie aan",
        f"{asked}; uiterlijk {f.day('last')}, {weeks} voor {day}",
        "Leg vast wanneer u de accreditatie hebt aangevraagd.",
    )


def _late(f: Facts) -> bool:
    return f.finding.severity.value != "tip"


def _x01(f: Facts) -> Words:
    return Words(
        "Dit register neemt intervisie hiervoor niet aan",
        f"De uren van {people(f.number('count'))} tellen daar niet als intercollegiale toetsing",
        "Boek deze uren niet bij dit register, of kies een ander regelprofiel.",
    )


SENTENCES: Sentences = {
    "M01": _m01,
    "M02": _m02,
    "M03": _m03,
    "M04": _m04,
    "P01": _p01,
    "A01": _a01,
    "X01": _x01,
}
