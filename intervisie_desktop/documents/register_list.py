"""What a register wants to know of its people: csv for a spreadsheet, text to paste in its site.

Nothing here says what was spoken about: days, times, hours, points and numbers only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.csv_text import guarded, written
from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.material import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMeeting:
    """A session someone was at: minutes there and minutes that count, and who led it.

    `note` is the code of why it does not count wholly; `hundredths` is None where a session earns
    nothing by itself.
    """

    day: date
    start: int
    end: int
    minutes: int
    counted: int
    form: str
    group: str
    leader: str
    certificate: str = ""
    note: str = ""
    hundredths: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """Someone in a register over a period; `hundredths` and `lost` are None without points.

    `lost` is what was over the most of a year or period, in hundredths of a point.
    """

    name: str
    number: str
    first: date
    last: date
    minutes: int
    hundredths: int | None = None
    lost: int | None = None
    meetings: tuple[ListedMeeting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterListFacts:
    """Everyone in one register."""

    register: str
    people: tuple[ListedPerson, ...]


def csv_list(facts: RegisterListFacts) -> bytes:
    """A line per session, the person repeated; who was at none has a line as well."""
    heads = texts("register_list")["columns"]
    return written([list(heads.values()), *_lines(facts)])


def pasted_person(person: ListedPerson) -> str:
    """One person as plain lines, the parts of a session parted by tabs."""
    words = texts("register_list")
    until = f"{dutch.day(person.first)} {words['until']} {dutch.day(person.last)}"
    lines = ["\t".join(part for part in (guarded(person.name), guarded(person.number)) if part)]
    lines.append(until)
    lines += ["\t".join(_pasted(meeting)) for meeting in person.meetings if meeting.counted]
    total = [words["total"], words["hours"].format(hours=dutch.hours(person.minutes))]
    if person.hundredths is not None:
        total.append(words["points"].format(points=points(person.hundredths)))
    return "\n".join([*lines, "\t".join(total)])


def pasted_list(facts: RegisterListFacts) -> str:
    """Everyone under each other, a blank line between."""
    return "\n\n".join(pasted_person(person) for person in facts.people)


def points(hundredths: int) -> str:
    """Hundredths of a point as "3", "1,5" or "1,75"."""
    return dutch.quantity(hundredths * 10)


def _pasted(meeting: ListedMeeting) -> tuple[str, ...]:
    return (
        dutch.day_figures(meeting.day),
        dutch.span(meeting.start, meeting.end),
        dutch.hours(meeting.counted),
        meeting.form,
        guarded(meeting.group),
        guarded(meeting.leader),
        guarded(meeting.certificate),
    )


def _lines(facts: RegisterListFacts) -> Iterator[tuple[str, ...]]:
    for person in facts.people:
        who = (
            guarded(facts.register),
            guarded(person.number),
            guarded(person.name),
            dutch.day_figures(person.first),
            dutch.day_figures(person.last),
        )
        tail = (
            dutch.hours(person.minutes),
            "" if person.hundredths is None else points(person.hundredths),
            "" if person.lost is None else points(person.lost),
        )
        for cells in [_cells(meeting) for meeting in person.meetings] or [("",) * 12]:
            yield (*who, *cells, *tail)


def _cells(meeting: ListedMeeting) -> tuple[str, ...]:
    notes = texts("register_list")["not_counted"]
    return (
        dutch.day_figures(meeting.day),
        dutch.clock(meeting.start),
        dutch.clock(meeting.end),
        str(meeting.minutes),
        str(meeting.counted),
        dutch.hours(meeting.counted),
        meeting.form,
        guarded(meeting.group),
        guarded(meeting.leader),
        guarded(meeting.certificate),
        notes.get(meeting.note, ""),
        "" if meeting.hundredths is None else points(meeting.hundredths),
    )
