"""Events as an iCalendar file (RFC 5545) in Dutch time; never with the addresses of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

PRODUCT = "-//Intervisie Desktop//NL"
ZONE = "Europe/Amsterdam"
_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
# The rule since 1996: the last Sundays of March and October, at 1:00 UTC.
_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


class IcsMethod(StrEnum):
    """What the file is for: dates to take over, or dates to take out again."""

    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class IcsEvent:
    """One event; `start` and `end` are minutes since local midnight of `day`.

    `uid` stays the same for the life of the event, `sequence` counts its changes, `stamp` is when
    this was said (aware). `cancelled` takes it out of the reader's calendar.
    """

    uid: str
    stamp: datetime
    day: date
    start: int
    end: int
    title: str
    sequence: int = 0
    place: str = ""
    link: str = ""
    description: str = ""
    cancelled: bool = False


def calendar_bytes(
    events: tuple[IcsEvent, ...], *, method: IcsMethod = IcsMethod.PUBLISH, name: str = ""
) -> bytes:
    """The events as an .ics file, in the order given; the same facts give the same bytes.

    With CANCEL every event is cancelled, whatever it says itself.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *([f"X-WR-CALNAME:{_text(name)}"] if name else []),
        *_ZONE_LINES,
    ]
    for event in events:
        lines += _event(event, cancelled=event.cancelled or method is IcsMethod.CANCEL)
    lines.append("END:VCALENDAR")
    return "".join(part for line in lines for part in _folded(line)).encode()


def _event(event: IcsEvent, *, cancelled: bool) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;TZID={ZONE}:{_wall(event.day, event.start)}"
    yield f"DTEND;TZID={ZONE}:{_wall(event.day, event.end)}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if event.description or event.link:
        # Outlook shows no URL property, so the link stands in the text as well.
        both = "\n".join(part for part in (event.description, event.link) if part)
        yield f"DESCRIPTION:{_text(both)}"
    if event.link and not any(c.isspace() or ord(c) < 32 for c in event.link):
        yield f"URL:{event.link}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'TRANSPARENT' if cancelled else 'OPAQUE'}"
    yield "END:VEVENT"


def _wall(day: date, minutes: int) -> str:
    moment = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return f"{moment:%Y%m%dT%H%M%S}"


def _text(text: str) -> str:
    """The text escaped; control characters have no place in a calendar."""
    kept = "".join(c for c in text if c == "\n" or (ord(c) >= 32 and ord(c) != 127))
    return kept.translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no letter cut in two, each ended by CRLF."""
    room, start, used = _OCTETS, 0, 0
    lead = ""
    for place, letter in enumerate(line):
        size = len(letter.encode())
        if used + size > room:
            yield f"{lead}{line[start:place]}\r\n"
            lead, start, used, room = " ", place, 0, _OCTETS - 1
        used += size
    yield f"{lead}{line[start:]}\r\n"
