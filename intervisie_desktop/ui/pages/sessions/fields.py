"""The forms of the page Bijeenkomsten."""

from __future__ import annotations

import re

from intervisie_desktop.domain.attendance import Interval, merged
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.text import counts, typed
from intervisie_desktop.ui.text.labels import options
from intervisie_desktop.ui.widgets.fields import (
    CheckBox,
    Choice,
    Day,
    Field,
    Multiline,
    Number,
    Text,
    Time,
)

_PARTS = re.compile(r"[,;]")
_BETWEEN = re.compile(r"\s*(?:–|-|tot|t/m)\s*")


def read_spans(text: str) -> tuple[Interval, ...] | None:
    """The stretches someone typed ("11:15–11:30, 12:00-12:10"), merged; None when unreadable."""
    found = []
    for part in _PARTS.split(text):
        if not part.strip():
            continue
        ends = _BETWEEN.split(part.strip())
        times = [typed.read_time(end) for end in ends]
        if len(times) != 2 or times[0] is None or times[1] is None or times[0] >= times[1]:
            return None
        found.append(Interval(times[0], times[1]))
    return merged(found)


def spans_words(intervals: tuple[Interval, ...]) -> str:
    """Stretches as one types them."""
    return ", ".join(counts.span(i.start, i.end) for i in intervals)


def _good_breaks(value: str) -> str:
    return words.BREAKS if read_spans(value) is None else ""


_WHERE = (
    Field("mode", "Vorm", Choice(options=options(Mode)), span=3),
    Field("where", "Plaats", Text(), span=9),
    Field("link", "Link", Text(length=500)),
)

DETAIL_FIELDS = (
    *_WHERE,
    Field("method", "Werkvorm", Choice(), span=6),
    Field("facilitator_id", "Gespreksleider", Choice(), span=6),
    Field("breaks", "Pauzes", Text(), span=6, check=_good_breaks),
    Field("cases", "Inbrengen gepland", Number(least=1, most=20), span=6),
)

DESCRIPTION_FIELDS = (
    Field(
        "description",
        "Korte omschrijving voor het bewijs",
        Multiline(lines=2, length=1000),
    ),
)

MORE_FIELDS = (
    Field("invited_on", "Uitgenodigd op", Day(), span=4),
    Field("link_sent_on", "Link verstuurd op", Day(), span=4),
    Field("evaluated_on", "Geëvalueerd op", Day(), span=4),
    Field("platform", "Programma voor online", Text(length=80, example="Jitsi"), span=4),
    Field("online_reason", "Reden van online", Text(length=200), span=4),
    Field("list_signed", "", CheckBox(word="Presentielijst ondertekend"), span=6),
    Field("undisturbed", "", CheckBox(word="Ruimte zonder storing van anderen"), span=6),
)
ONLINE_FIELDS = ("platform", "online_reason")

TIME_FIELDS = (
    Field("day", "Datum", Day(), required=True, span=4),
    Field("start", "Van", Time(), required=True, span=4),
    Field("end", "Tot", Time(), required=True, span=4),
)

NEW_FIELDS = (
    Field("group_id", "Groep", Choice(), required=True),
    *TIME_FIELDS,
    *_WHERE,
)

DAY_FIELDS = (Field("day", "Datum", Day(), required=True, span=6),)

REASON_FIELDS = (
    Field("reason", "Reden", Text(length=300), required=True),
    Field("by_client", "", CheckBox(word="Op verzoek van de opdrachtgever"),
          help="Dan gelden de annuleringsvoorwaarden, vanaf het bericht."),
    Field("notice_day", "Bericht kwam op", Day(), required=True, span=4),
    Field("notice_time", "om", Time(), required=True, span=4),
)  # fmt: skip

NOTICE_FIELDS = (
    Field("day", "Afgemeld op", Day(), required=True, span=6),
    Field("time", "om", Time(), required=True, span=6),
)


CHECKLIST = ("apart", "webcam", "microphone", "loudspeaker", "connection")
"""What the technology and the place of a participant ask; only shown where a profile asks it."""


def _good_spans(value: str) -> str:
    return words.SPANS if not read_spans(value) else ""


PERSON_FIELDS = (
    Field("spans", "Aanwezig van–tot", Text(example="10:00–11:00, 11:15–12:30"), span=4,
          check=_good_spans),
    Field("theme", "Thema van de inbreng", Choice(), span=4),
    Field("remark", "Opmerking", Text(length=200, example="Alleen praktisch"), span=4),
    Field("confidentiality", "", CheckBox(word="Geheimhouding besproken"), span=4),
    Field("prepared", "", CheckBox(word="Voorbereid"), span=4),
    Field("action", "", CheckBox(word="Actiepunt benoemd"), span=4),
    Field("closed_room", "", CheckBox(word="Afgesloten ruimte, zonder derden"), span=4),
    Field("identity_checked", "", CheckBox(word="Identiteit vastgesteld"), span=4),
    Field("online_agreed", "", CheckBox(word="Akkoord met online"), span=4),
    Field("presence_checked", "", CheckBox(word="Aanwezigheid tijdens gezien"), span=4),
    Field("safe", "", CheckBox(word="Veilig met wie samenwerkt"), span=4),
    *(Field(name, "", CheckBox(word=words.ONLINE_TICKS[name]), span=4) for name in CHECKLIST),
)  # fmt: skip
ONLINE_TICKS = ("closed_room", "identity_checked", "online_agreed", "presence_checked", *CHECKLIST)
