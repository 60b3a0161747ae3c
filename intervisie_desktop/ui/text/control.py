"""The words of the Controle panel."""

from __future__ import annotations

from datetime import date, datetime

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.ui.text.counts import clock, day_short, telwoord
from intervisie_desktop.ui.text.labels import word

EVERYTHING = "Alles"
SCOPE = "Wat wordt gecontroleerd"
IGNORE = "Uitzondering"
IGNORE_TITLE = "Uitzondering maken"
IGNORE_TEXT = (
    "De bevinding telt niet meer mee en blijft met uw reden zichtbaar onder Uitzonderingen."
)
RESTORE = "Terughalen"
EXCEPTIONS = "Uitzonderingen"
WHY = "Waarom deze bevinding?"
WHY_HIDE = "Uitleg verbergen"
COPY = "Kopieer"
GO = "Ga erheen"
MORE = "Meer"
NEW = "nieuw"
CHECKING = "Regels controleren"
OTHERS_HIDE = "Alleen dit werkjaar"
KEYS = (("F8", "volgende"), ("Alt+Enter", "oplossen"))
NEXT = "Volgende bevinding"
PREVIOUS = "Vorige bevinding"
SOLVE = "Bevinding oplossen"
LOOK_FOR = "controle fout waarschuwing tip"

SECTIONS = {
    Severity.ERROR: "FOUTEN",
    Severity.WARNING: "WAARSCHUWINGEN",
    Severity.TIP: "TIPS",
}
LOOKS = {
    Severity.ERROR: ("octagon-x", "fout"),
    Severity.WARNING: ("triangle-alert", "waarschuwing"),
    Severity.TIP: ("lightbulb", "tip"),
}
#: Titles of cards that stand for several sessions, where that of one session does not fit.
_OF_SESSIONS = {
    "D01": "Nog niet alle bewijzen afgegeven",
    "D02": "Presentielijsten niet getekend",
    "G01": "Te weinig deelnemers die meetellen",
    "G02": "Te veel deelnemers die meetellen",
    "H03": "Omschrijvingen nakijken",
    "I01": "Inbreng niet van iedereen vastgelegd",
    "I02": "Actiepunt niet van iedereen vastgelegd",
    "L02": "Aanwijzing van de gespreksleider gold niet",
    "O01": "Voorwaarden voor online niet vastgelegd",
    "U01": "Te kort aanwezig",
}
_PLURALS = {
    Severity.ERROR: ("fout", "fouten"),
    Severity.WARNING: ("waarschuwing", "waarschuwingen"),
    Severity.TIP: ("tip", "tips"),
}


def how_many(severity: Severity, count: int) -> str:
    """In full: "4 waarschuwingen"."""
    return telwoord(count, *_PLURALS[severity])


def chip(severity: Severity, count: int) -> str:
    """As it fits on a chip: "4 waarsch."."""
    return f"{count} waarsch." if severity is Severity.WARNING else how_many(severity, count)


def nothing(at: datetime, rules: int, *, hidden: bool) -> str:
    """Said when there is nothing to show, because all is well or because of the filter."""
    if hidden:
        return "Geen bevindingen van deze soort."
    when = clock(at.hour * 60 + at.minute)
    many = telwoord(rules, "regel", "regels")
    return f"Geen bevindingen. Gecontroleerd om {when}, {many}."


def unfold(several: tuple[str, int] | None, *, opened: bool) -> str:
    """The button that shows whom or what a card stands for."""
    if several is None:
        return ""
    what, count = several
    noun = ("deelnemer", "deelnemers") if what == "people" else ("bijeenkomst", "bijeenkomsten")
    return f"{telwoord(count, *noun)} {'verbergen' if opened else 'tonen'}"


def others(count: int, *, shown: bool) -> str:
    """The button for findings of other years."""
    if shown:
        return OTHERS_HIDE
    return f"Ook andere jaren ({count})" if count else ""


def source(line: str, finding: Finding) -> str:
    """The requirement with its article, when it is in a law, and how sure it is."""
    article = finding.source.article if finding.source.article.startswith("art.") else ""
    sure = word(finding.source.certainty)
    return f"{line} ({', '.join(part for part in (article, sure) if part)})"


def earlier(count: int) -> str:
    """The button for the cards above the first one shown."""
    return f"Eerdere tonen ({count})"


def of_sessions(code: str, title: str) -> str:
    """The title of a card that stands for several sessions of a group."""
    return _OF_SESSIONS.get(code, title)


def several_sessions(count: int, first: date | None, last: date | None) -> str:
    """How many sessions a card stands for, and from when to when."""
    many = telwoord(count, "bijeenkomst", "bijeenkomsten")
    if first is None or last is None:
        return many
    return f"{many}, {day_short(first)} tot en met {day_short(last)}"
