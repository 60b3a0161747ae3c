"""Letters that ask a participant about a finding: neutral, and only about that participant.

`{naam}` is filled in per participant. Nothing of the case or of others stands in them.
"""

from __future__ import annotations

from collections.abc import Callable

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.finding_facts import Facts, Names
from intervisie_desktop.ui.text.finding_records import CONDITIONS

NAME = "{naam}"
_FOOT = "\n\nMet vriendelijke groet,\n\n{begeleider}\n{praktijk}\n"

Letter = tuple[str, str]


def letter(finding: Finding, names: Names) -> Letter | None:
    """Subject and text of the letter about a finding; None where there is nothing to ask."""
    write = _LETTERS.get(finding.code)
    if write is None:
        return None
    subject, body = write(Facts(finding, names))
    return subject, f"Beste {NAME},\n\n{body}{_FOOT}"


def asks(code: str) -> bool:
    """Whether something can be asked about findings of this code."""
    return code in _LETTERS


def _day(f: Facts) -> str:
    day = f.finding.day
    if "day" in f.finding.figures:
        return f.day("day")
    return counts.day_weekday(day) if day else "de bijeenkomst"


def _times(f: Facts) -> Letter:
    body = (
        f"Voor de bijeenkomst van {_day(f)} kijk ik de aanwezigheid na. Wilt u mij laten weten "
        "hoe laat u kwam en hoe laat u vertrok? Dan klopt uw urenoverzicht."
    )
    return f"Uw aanwezigheid op {_day(f)}", body


def _year(f: Facts) -> Letter:
    year = f.number("year") or f.finding.subject.year or 0
    body = (
        f"Uw uren intervisie in {year} komen volgens mijn overzicht lager uit dan uw register "
        "vraagt. Wilt u mij laten weten of u elders uren hebt gemaakt of gepland, en of u nog een "
        "inhaaldatum zoekt?"
    )
    return f"Uw uren intervisie in {year}", body


def _absence(f: Facts) -> Letter:
    if f.finding.aspect == "pro_rata":
        year = f.number("year")
        return f"Uw norm voor {year}", (
            f"In {year} hebt u een periode niet gewerkt. Wilt u bij uw register nagaan hoe die "
            "periode telt voor uw uren, en mij de uitkomst laten weten?"
        )
    return _year(f)


def _period(_: Facts) -> Letter:
    body = (
        "Volgens mijn overzicht hebt u in uw registratieperiode minder uren dan uw register "
        "vraagt. Wilt u mij laten weten of u elders uren hebt gemaakt?"
    )
    return "Uw uren in de registratieperiode", body


def _safe(_: Facts) -> Letter:
    body = (
        "In uw groep zitten kantoorgenoten. Dat mag, zolang ieder zich veilig voelt en zich niet "
        "beoordeeld voelt door een kantoorgenoot. Wilt u mij laten weten of dat voor u zo is? "
        "Twijfelt u, dan bespreken we samen wat past."
    )
    return "Voelt u zich veilig in de groep?", body


def _contract(_: Facts) -> Letter:
    body = (
        "Voor onze groep hoort een intervisiecontract. Uw handtekening ontbreekt nog. Wilt u het "
        "contract getekend terugsturen of meenemen naar de volgende bijeenkomst?"
    )
    return "Intervisiecontract ondertekenen", body


def _brought(f: Facts) -> Letter:
    if f.finding.subject.kind == "year":
        return "Uw inbreng dit jaar", (
            "Dit jaar hebt u volgens mijn overzicht nog niets ingebracht. Wilt u mij laten weten "
            "in welke bijeenkomst u een vraag of dilemma wilt inbrengen? Een thema is genoeg; "
            "inhoud hoeft niet."
        )
    return f"Uw inbreng op {_day(f)}", (
        f"Wilt u mij bevestigen of u op {_day(f)} een vraag of dilemma hebt ingebracht? Ja of nee "
        "is genoeg; de inhoud hoef ik niet te weten."
    )


def _action(f: Facts) -> Letter:
    return f"Uw actiepunt van {_day(f)}", (
        f"Wilt u mij bevestigen of u op {_day(f)} met een actiepunt naar huis ging? Ja of nee is "
        "genoeg; de inhoud hoef ik niet te weten."
    )


def _prepare(f: Facts) -> Letter:
    return f"Voorbereiding voor {_day(f)}", (
        f"Op {_day(f)} is onze bijeenkomst. Wilt u vooraf nadenken over een vraag of dilemma en "
        "mij laten weten dat u iets inbrengt? Een thema is genoeg; stuur geen inhoud van zaken."
    )


def _online(f: Facts) -> Letter:
    asked = counts.join([_ASKED[tick] for tick in f.items("conditions") if tick in CONDITIONS])
    return f"Uw deelname online op {_day(f)}", (
        f"Wilt u bevestigen dat u op {_day(f)} {asked}? Een kort antwoord is genoeg."
    )


_ASKED = {
    "closed_room": "deelnam vanuit een afgesloten ruimte, zonder derden",
    "online_agreed": "akkoord was met een bijeenkomst online",
    "identity_checked": "zelf deelnam",
    "presence_checked": "de hele bijeenkomst aanwezig was",
    "apart": "alleen in een ruimte zat",
    "webcam": "een werkende webcam had",
    "microphone": "een werkende microfoon had",
    "loudspeaker": "een luidspreker of koptelefoon had",
    "connection": "een stabiele internetverbinding had",
}

_LETTERS: dict[str, Callable[[Facts], Letter]] = {
    "G08": _safe,
    "H02": _contract,
    "I01": _brought,
    "I02": _action,
    "I03": _prepare,
    "O01": _online,
    "U01": _times,
    "U02": _times,
    "U04": _absence,
    "U06": _period,
    "U09": _year,
}
