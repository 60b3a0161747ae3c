"""The words of the Controle panel."""

from __future__ import annotations

from datetime import date, datetime

from intervisie_desktop.domain.findings import Certainty, Finding, Severity
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.counts import clock, day_long, day_short, telwoord
from intervisie_desktop.ui.text.findings import CERTAINTY
from intervisie_desktop.ui.text.labels import word

EVERYTHING = "Alles"
SCOPE = "Wat wordt gecontroleerd"
IGNORE = "Uitzondering"
IGNORE_TITLE = "Uitzondering maken"
IGNORE_TEXT = "Telt niet meer mee en blijft met uw reden zichtbaar onder Uitzonderingen."
IGNORE_REASON = "Reden"
IGNORE_UNTIL = "Geldig"
IGNORE_DAY = "Tot en met"
IGNORE_DAY_NEEDED = "Kies een dag vanaf vandaag."
UNTIL = (("always", "Altijd"), ("year", "Tot einde jaar"), ("day", "Tot een dag"))
RESTORE = "Terughalen"
EXCEPTIONS = "Uitzonderingen"
RESOLVED = "Opgelost"
RESOLVED_NOTE = "Van de laatste 90 dagen."
PICK = "Kies"
UNPICK = "Niet meer kiezen"
PICK_ALL = "Kies alles wat getoond wordt"
PICK_NONE = "Wis keuze"
SEARCH = "Zoek in bevindingen"
FILTER = "Filter"
FILTER_OPEN = "Ordenen en filteren"
FILTER_CLEAR = "Alles tonen"
GROUP_BY = "Ordenen op"
GROUPINGS = (("severity", "Ernst"), ("subject", "Onderwerp"), ("profile", "Profiel"))
PROFILE = "Regelprofiel"
PROFILE_ANY = "Alle profielen"
FAMILY = "Soort regel"
FAMILY_ANY = "Alle soorten"
MINE = "Alleen wat ik begeleid"
FAMILIES = {
    "G": "Groep",
    "U": "Uren",
    "L": "Gespreksleider",
    "H": "Geheimhouding",
    "I": "Inbreng",
    "O": "Online",
    "D": "Papieren",
    "M": "Werkvorm",
    "P": "Punten",
    "A": "Aanmelding",
    "X": "Aanvaarding",
    "F": "Facturen",
}
SUBJECTS = {
    "session": ("BIJEENKOMSTEN", "calendar-days"),
    "person": ("DEELNEMERS", "user"),
    "year": ("JAREN", "hourglass"),
    "group": ("GROEPEN", "users"),
    "invoice": ("FACTUREN", "receipt-text"),
    "practice": ("PRAKTIJK", "briefcase"),
}
WHY_STEPS = "Zo komt het"
WHY_DO = "Wat u kunt doen"
WHY_SOURCE = "Bron"
COPY_SOURCE = "Kopieer bron"
SOURCE_TITLE = "Tekst"
SOURCE_ARTICLE = "Artikel"
SOURCE_SURE = "Zekerheid"
SOURCE_CHECKED = "Opgezocht"
SOURCE_ADDRESS = "Adres"
SOURCE_EDITION = "Uitgave"
WHY = "Waarom deze bevinding?"
WHY_HIDE = "Uitleg verbergen"
COPY = "Kopieer"
GO = "Ga erheen"
MORE = "Meer"
NEW = "nieuw"
OF_SESSIONS = "bijeenkomsten"
CHECKING = "Regels controleren"
OTHERS_HIDE = "Alleen dit werkjaar"
KEYS = (("F8", "volgende"), ("Alt+Enter", "oplossen"), ("/", "zoek"))
FIND = "Zoeken in bevindingen"
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


def picked(count: int) -> str:
    """How many findings are chosen: "3 gekozen"; empty for none."""
    return f"{count} gekozen" if count else ""


def expired(day: date, reason: str) -> str:
    """Said on a card whose exception ran out."""
    return f"Uitzondering verliep op {day_long(day)}: {reason}"


def exception_terms(made: date, until: date | None) -> str:
    """Since when and until when an exception holds."""
    end = f"tot en met {day_long(until)}" if until else "zonder einddatum"
    return f"Sinds {day_long(made)}, {end}"


def filtered(on: int) -> str:
    """The button of the filter, with how much it leaves out."""
    return f"{FILTER} ({on})" if on else FILTER


def sure(certainty: Certainty) -> str:
    """How sure a source is, in full."""
    return counts.capital(CERTAINTY[certainty])


def edition(first: date | None) -> str:
    """The edition of the rules by its first day; empty where there is none."""
    return f"regels vanaf {day_long(first)}" if first else ""


def solved_on(day: date, today: date) -> str:
    """The heading of a day in the history: "Vandaag, dinsdag 13 oktober"."""
    said = counts.day_weekday(day, year=day.year != today.year)
    near = counts.relative_day(day, today) if (today - day).days < 2 else ""
    return counts.capital(f"{near}, {said}" if near else said)
