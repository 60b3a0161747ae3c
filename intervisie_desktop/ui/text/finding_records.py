"""The sentences about leaders, secrecy, contributions, online and papers (L, H, I, O, D)."""

from __future__ import annotations

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.finding_facts import Facts, Sentences, Words, people

CONDITIONS = {
    "closed_room": "afgesloten ruimte",
    "online_agreed": "akkoord met online",
    "identity_checked": "identiteit",
    "presence_checked": "aanwezigheid tijdens de bijeenkomst",
    "apart": "apart zitten",
    "webcam": "webcam",
    "microphone": "microfoon",
    "loudspeaker": "geluid",
    "connection": "stabiele verbinding",
}


def _l01(_: Facts) -> Words:
    return Words(
        "Geen gespreksleider", "Er is niemand vastgelegd die leidt", "Kies de gespreksleider."
    )


def _l02(f: Facts) -> Words:
    if f.finding.aspect == "registers":
        return Words(
            f"{f.leader} staat niet in een gevraagd register",
            f"Gevraagd is een inschrijving bij {counts.join(f.items('registers'), 'of')}",
            "Vul de inschrijving in bij de gespreksleider.",
        )
    ended = f"Verlopen op {f.day('ended')}" if f.text("ended") else "Geen aanwijzing vastgelegd"
    return Words(
        f"Aanwijzing van {f.leader} geldt niet op deze dag",
        ended,
        "Vul de aanwijzing of de verlenging in.",
    )


def _l03(f: Facts) -> Words:
    days = counts.telwoord(f.number("days"), "dag", "dagen")
    return Words(
        f"Aanwijzing van {f.leader} loopt af",
        f"Geldig tot en met {f.day('ends')}, nog {days}",
        "Vraag de verlenging op tijd aan.",
    )


def _l04(f: Facts) -> Words:
    if f.finding.aspect.startswith("above+"):
        return Words(
            f"{f.leader} is leidinggevende van {f.who}",
            "De begeleider staat hier niet boven de deelnemers",
            "Laat iemand anders deze groep begeleiden.",
        )
    return Words(
        "De begeleider is geen deelnemer van deze bijeenkomst",
        f"{f.leader} staat niet bij de aanwezigen",
        "Wijs vooraf een van de deelnemers aan als begeleider.",
    )


def _l05(f: Facts) -> Words:
    made = f"{f.hours('made')} van {f.hours_word('required')} eigen intervisie in"
    return Words(
        f"{f.leader}: {made} {f.number('year')}",
        "Leiden telt niet als eigen deelname",
        "Leg vast wat u elders volgde, of plan uw eigen deelname.",
    )


def _h01(f: Facts) -> Words:
    how = f.text("how")
    if how == "missing":
        return Words(
            "Geheimhouding niet vastgelegd",
            "Niet ingevuld wanneer de reikwijdte is besproken",
            "Leg vast wanneer en met wie u de geheimhouding besprak.",
        )
    if how == "late":
        return Words(
            "Geheimhouding te laat besproken",
            _late(f),
            "Kijk het tijdstip na.",
        )
    return Words(
        "Geheimhouding niet met iedereen besproken",
        f"Nog niet met {f.named()}",
        "Bespreek de reikwijdte ook met wie later kwam en leg dat vast.",
    )


def _late(f: Facts) -> str:
    day = f.finding.day
    if day and f.text("on") != day.isoformat():
        return f"Besproken op {f.day('on')}, na de bijeenkomst"
    at, start = counts.clock(f.number("at")), counts.clock(f.number("start"))
    return f"Besproken om {at}, begonnen om {start}"


def _h02(f: Facts) -> Words:
    if not f.number("agreements"):
        evidence = "Er is nog geen contract voor deze groep"
    else:
        evidence = f"Nog niet getekend door {f.named()}"
    return Words("Intervisiecontract niet door iedereen getekend", evidence, "Laat het tekenen.")


def _h03(f: Facts) -> Words:
    how = f.text("how")
    if how == "empty":
        return Words(
            "Omschrijving voor het bewijs ontbreekt",
            "Het veld is leeg",
            "Schrijf in enkele neutrale woorden wat aan de orde kwam.",
        )
    if how == "long":
        return Words(
            "Omschrijving is te lang",
            f"{f.number('length')} tekens, hoogstens {f.number('required')}",
            "Maak de omschrijving korter.",
        )
    terms = counts.join([f"“{term}”" for term in f.items("terms")])
    title = "Omschrijving lijkt inhoudelijk of herleidbaar"
    if how == "direct":
        title = "Omschrijving is herleidbaar tot een persoon"
    return Words(title, f"Gevonden: {terms}", "Beschrijf het thema zonder zaak of persoon.")


def _h04(f: Facts) -> Words:
    return Words(
        f"Thema van {f.who} is juridisch inhoudelijk",
        f"Thema: {f.text('theme')}",
        "Dit past bij GIO of peer review; kies een ander thema.",
    )


def _i01(f: Facts) -> Words:
    sessions = f.number("sessions")
    if f.finding.subject.kind == "attendance":
        return Words(
            f"{f.who} bracht niets in",
            "Iedere deelnemer brengt in deze bijeenkomst iets in",
            "Leg de inbreng vast als die er was.",
        )
    done = f"heeft in {f.number('year')} niets ingebracht"
    yet = "heeft nog niets ingebracht"
    over = f.finding.severity.value == "error"
    return Words(
        f"{f.who} {done if over else yet}",
        f"{f.number('count')} keer in {counts.telwoord(sessions, 'bijeenkomst', 'bijeenkomsten')}",
        "Geef deze deelnemer een ronde, of leg de inbreng vast.",
    )


def _i02(f: Facts) -> Words:
    return Words(
        "Niet iedereen ging met een actie naar huis",
        f"Nog zonder actie: {f.named()}",
        "Sluit af met een ronde acties.",
    )


def _i03(f: Facts) -> Words:
    got = f.number("expected") - f.people
    return Words(
        "Voorbereiding nog niet van iedereen",
        f"{got} van {f.number('expected')} ontvangen; nog niet van {f.named()}",
        "Stuur een herinnering.",
    )


def _o01(f: Facts) -> Words:
    ticks = f.items("conditions")
    if ticks == ["undisturbed"]:
        return Words(
            "Ongestoorde ruimte niet bevestigd",
            "Niet vastgelegd dat niemand de bijeenkomst kon storen",
            "Bevestig het bij de bijeenkomst.",
        )
    confirmed = f"{f.number('confirmed')} van {f.number('present')} aanwezigen bevestigd"
    remedy = "Vraag het na en leg het vast."
    if ticks == ["closed_room"]:
        whose = f"van {f.named()} " if f.people <= 2 else ""
        return Words(counts.capital(f"ruimte {whose}niet bevestigd"), confirmed, remedy)
    words = counts.join([CONDITIONS[tick] for tick in ticks])
    return Words(counts.capital(f"{words} niet vastgelegd"), confirmed, remedy)


def _o02(f: Facts) -> Words:
    if f.finding.aspect == "reason":
        return Words(
            "Waarom online is niet vastgelegd",
            "Waar het kan is de bijeenkomst op locatie",
            "Vul de reden in bij de bijeenkomst, of kom bij elkaar op locatie.",
        )
    return Words(
        "Deze vorm mag niet online",
        "De bijeenkomst staat als online vastgelegd",
        "Verander de vorm of kom bij elkaar op locatie.",
    )


def _o03(f: Facts) -> Words:
    days = f.number("days")
    when = {0: "vandaag", 1: "morgen"}.get(days, f"over {days} dagen")
    return Words("Link nog niet verzonden", f"De bijeenkomst is {when}", "Verstuur de link.")


def _d01(f: Facts) -> Words:
    if f.text("how") == "unfounded":
        return Words(
            f"Bewijs zonder aanwezigheid: {f.who}",
            "Er is een bewijs afgegeven, maar geen aanwezigheid vastgelegd",
            "Kijk de aanwezigheid na of trek het bewijs in.",
        )
    return Words(
        f"Nog geen bewijs voor {f.named()}",
        f"{people(f.people)} met meetellende uren zonder bewijs",
        "Maak de bewijzen.",
    )


def _d02(f: Facts) -> Words:
    if f.finding.aspect == "void":
        return Words(
            "Presentielijst niet getekend: de uren tellen niet",
            f"Zonder handtekening van ieder telt dit register geen uren voor "
            f"{people(f.number('present'))}",
            "Laat de lijst tekenen en vink dat aan.",
        )
    return Words(
        "Presentielijst niet getekend",
        "Zonder handtekeningen is aanwezigheid lastig aan te tonen",
        "Laat de lijst tekenen en vink dat aan.",
    )


def _d03(_: Facts) -> Words:
    return Words("Niet geëvalueerd", "Er is geen evaluatie vastgelegd", "Leg de evaluatie vast.")


def _d04(f: Facts) -> Words:
    if f.text("how") == "reports":
        reports = counts.join(f.items("reports"))
        return Words(
            f"Het register vraagt over {f.number('year')}: {reports[:1].lower()}{reports[1:]}",
            f"{counts.telwoord(f.number('sessions'), 'bijeenkomst', 'bijeenkomsten')} gehouden",
            "Maak het verslag met de deelnemers op en bewaar het.",
        )
    whose = people(f.number("gathered")) if f.finding.aspect == "gathered" else f.who
    if f.text("how") == "deadline":
        days = counts.telwoord(f.number("days"), "dag", "dagen")
        return Words(
            f"Uren van {f.number('year')} invoeren bij het register voor {whose}",
            f"Kan tot en met {f.day('last')}, nog {days}",
            "Wijs de deelnemer hierop, met de jaaropgave.",
        )
    return Words(
        f"Nog geen jaaropgave voor {whose}",
        f"Het jaar {f.number('year')} is voorbij",
        "Maak de jaaropgave.",
    )


def _d05(f: Facts) -> Words:
    return Words(
        f"Gegevens van {people(f.people)} kunnen weg",
        f"Langer dan {counts.telwoord(f.number('years'), 'jaar', 'jaar')} niet meer deelgenomen",
        "Bekijk wat u nog moet bewaren en verwijder de rest.",
    )


SENTENCES: Sentences = {
    "L01": _l01,
    "L02": _l02,
    "L03": _l03,
    "L04": _l04,
    "L05": _l05,
    "H01": _h01,
    "H02": _h02,
    "H03": _h03,
    "H04": _h04,
    "I01": _i01,
    "I02": _i02,
    "I03": _i03,
    "O01": _o01,
    "O02": _o02,
    "O03": _o03,
    "D01": _d01,
    "D02": _d02,
    "D03": _d03,
    "D04": _d04,
    "D05": _d05,
}
