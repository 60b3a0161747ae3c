"""The Dutch of the page Bijeenkomsten: states, gaps, conflicts, and what a key does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from intervisie_desktop.domain.planning.conflicts import Conflict, ConflictKind
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.holding import Gap, Missing
from intervisie_desktop.ui.text import counts

PRIVACY = "Het programma bewaart aanwezigheid en thema, niet de inhoud van wat is besproken."
LOCKED = "Deze bijeenkomst is afgerond op {day} en ligt vast. Heropenen kan, met een reden."
CANCELLED = "Deze bijeenkomst is vervallen: {reason}"
BACKWARDS = "Het vertrek ligt voor de aankomst; kijk de tijden na."
TIMES_MISSING = "Vul een datum en tijden in, het einde na het begin."
BREAKS = "Typ pauzes als 11:15–11:30, en meer met een komma ertussen."
SPANS = "Typ de tijden als 10:00–12:30, en een onderbreking met een komma ertussen."
NO_ROOM_NEEDED = "Op locatie is er geen eigen ruimte om te bevestigen."
NOT_YOUR_KEY = "Deze bijeenkomst is nog niet gestart; alleen afmelden (M) kan nu al."

ONLINE_TICKS: dict[str, str] = {
    "closed_room": "Afgesloten ruimte",
    "identity_checked": "Identiteit vastgesteld",
    "online_agreed": "Akkoord met online",
    "presence_checked": "Aanwezigheid tijdens gezien",
    "apart": "Zit apart van anderen",
    "webcam": "Webcam werkt",
    "microphone": "Microfoon werkt",
    "loudspeaker": "Geluid of hoofdtelefoon werkt",
    "connection": "Stabiele verbinding",
}
"""The conditions of taking part online, by the field of the attendance."""

KEYS: tuple[tuple[str, str], ...] = (
    ("A", "aanwezig"),
    ("L", "later"),
    ("F", "afwezig"),
    ("M", "afgemeld"),
    ("I", "inbreng"),
    ("R", "ruimte"),
)

STATES: dict[str, tuple[str, str, str]] = {
    SessionState.PLANNED.value: ("gepland", "neutral", "circle-dashed"),
    "running": ("loopt", "accent", "circle-dot"),
    SessionState.HELD.value: ("gehouden", "waarschuwing", "clipboard-list"),
    SessionState.CLOSED.value: ("gereed", "ok", "circle-check"),
    SessionState.CANCELLED.value: ("vervallen", "neutral", "calendar-x"),
}
"""State → word, tone and sign of its chip; HELD is ochre as long as the record is open."""

FILTERS: tuple[tuple[str, str], ...] = (
    ("all", "Alle"),
    (SessionState.PLANNED.value, "Gepland"),
    (SessionState.HELD.value, "Gehouden"),
    (SessionState.CLOSED.value, "Afgerond"),
    (SessionState.CANCELLED.value, "Vervallen"),
)

_GAPS: dict[Gap, str] = {
    Gap.ATTENDANCE_OPEN: "Nog niet bekend of zij er waren",
    Gap.NOBODY_PRESENT: "Niemand was aanwezig",
    Gap.NO_FACILITATOR: "Er is geen gespreksleider gekozen",
    Gap.NO_CONFIDENTIALITY: "Geheimhouding besproken is niet vastgelegd",
    Gap.CONFIDENTIALITY_LATE: "Geheimhouding is pas na de bijeenkomst vastgelegd",
    Gap.CONFIDENTIALITY_NOT_ALL: "Geheimhouding niet besproken met",
    Gap.ROOM_NOT_CONFIRMED: "Afgesloten ruimte niet bevestigd",
    Gap.NO_CONTRIBUTION: "Geen inbreng vastgelegd",
    Gap.NO_DESCRIPTION: "Er is nog geen korte omschrijving voor het bewijs",
    Gap.LIST_NOT_SIGNED: "De presentielijst is niet als ondertekend aangevinkt",
}
GAP_ACTIONS: dict[Gap, str] = {
    Gap.ATTENDANCE_OPEN: "Aanwezigheid",
    Gap.NOBODY_PRESENT: "Aanwezigheid",
    Gap.NO_FACILITATOR: "Kiezen",
    Gap.NO_CONFIDENTIALITY: "Vastleggen",
    Gap.CONFIDENTIALITY_LATE: "Aanpassen",
    Gap.CONFIDENTIALITY_NOT_ALL: "Met allen",
    Gap.ROOM_NOT_CONFIRMED: "Allen bevestigd",
    Gap.NO_CONTRIBUTION: "Inbreng",
    Gap.NO_DESCRIPTION: "Omschrijven",
    Gap.LIST_NOT_SIGNED: "Ondertekend",
}


def gap(missing: Missing) -> str:
    """What is missing, with the names of whom it is about."""
    words = _GAPS[missing.gap]
    return f"{words}: {names(missing.names)}" if missing.names else words


def names(people: Iterable[str], most: int = 4) -> str:
    """Names in a sentence, the rest as a number."""
    every = list(people)
    if len(every) > most:
        rest = len(every) - most + 1
        every = [*every[: most - 1], f"{rest} anderen"]
    return counts.join(every)


def conflict(found: Conflict, groups: Mapping[str, str], people: Mapping[str, str]) -> str:
    """What is in the way, as a sentence."""
    time = ""
    if found.start is not None and found.end is not None:
        time = f" ({counts.span(found.start, found.end)})"
    group = groups.get(found.group_id or "", "een andere groep")
    if found.kind is ConflictKind.PARTICIPANT_ELSEWHERE:
        who = names(sorted(people.get(one, "") for one in found.participants))
        sit = "zit" if len(found.participants) == 1 else "zitten"
        return f"{who} {sit} dan bij {group}{time}."
    sentences = {
        ConflictKind.OWN_SESSION: f"U heeft dan {group}{time}.",
        ConflictKind.SAME_GROUP_SAME_DAY: f"Deze groep komt die dag al bijeen{time}.",
        ConflictKind.BUSY: f"Bezet volgens {found.name}{time}.",
        ConflictKind.TIGHT: f"Minder dan een kwartier tussen dit en iets anders{time}.",
        ConflictKind.PUBLIC_HOLIDAY: f"Die dag is het {found.name}.",
        ConflictKind.SCHOOL_HOLIDAY: f"Schoolvakantie: {found.name}.",
        ConflictKind.OWN_HOLIDAY: f"Eigen vakantie: {found.name}.",
        ConflictKind.WEEKEND: "Die dag valt in het weekend.",
    }
    return sentences[found.kind]
