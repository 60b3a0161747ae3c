"""The invitation (uitnodiging) to one session: when, where, what to prepare and what is agreed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import CELL, H2, SMALL, Sheet, height_of, label, plain
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import PANEL_PADDING, Section, panel, prose, section
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import finished, stationery, title

_LABEL = 24.0
_DAY = replace(H2, size=14, leading=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFacts:
    """Everything on an invitation; times are minutes since local midnight.

    `heading` is the title, `to` the one person it is for, or empty. `link` is shown as it is:
    paper cannot be clicked.
    """

    practice: PracticeFacts
    issued_on: date
    heading: str
    to: str = ""
    group: str
    day: date
    start: int
    end: int
    breaks: tuple[tuple[int, int], ...] = ()
    place: str = ""
    platform: str = ""
    link: str = ""
    method: str = ""
    leader: str
    leader_line: str = ""
    deadline: date | None = None
    opening: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def render(facts: InvitationFacts) -> bytes:
    """The invitation as PDF/A-3A and PDF/UA-1."""
    words = texts("invitation")
    day = dutch.day(facts.day)
    about = About(
        title=f"{tidy(facts.heading)} {tidy(facts.group)}, {day}",
        author=tidy(facts.practice.name),
        subject=tidy(facts.heading),
        issued_on=facts.issued_on,
    )
    sheet = stationery(about, facts.practice)
    under = words["to"].format(name=facts.to) if facts.to else facts.group
    title(sheet, facts.heading, facts.practice, under=under)
    _occasion(sheet, facts)
    for text in facts.opening:
        prose(sheet, text)
    for part in facts.sections:
        section(sheet, part)
    return finished(sheet, words["foot"].format(group=tidy(facts.group), day=day))


def _occasion(sheet: Sheet, facts: InvitationFacts) -> None:
    """The day in large type with all that belongs to it, on a tinted ground."""
    rows = [(name, text) for name, text in _rows(facts) if tidy(text)]
    link = texts("invitation")["labels"]["link"]
    inner = sheet.room - 2 * PANEL_PADDING - 2.0
    columns = [rows[: -(-len(rows) // 2)], rows[-(-len(rows) // 2) :]]
    wide = inner / 2
    room = wide - _LABEL - 4
    heights = [sum(height_of(plain(text, CELL), room) for _, text in column) for column in columns]
    head = height_of(plain(_day(facts), _DAY), inner)
    last = height_of(plain(facts.link, CELL), inner - _LABEL) if tidy(facts.link) else 0.0
    height = head + max(heights) + last + 2 * PANEL_PADDING + 1.5
    panel(sheet, sheet.y, height, facts.practice.accent)
    x, top = sheet.left + PANEL_PADDING + 2.0, sheet.y + PANEL_PADDING
    with sheet.paper.element("P"):
        y = sheet.text(plain(_day(facts), _DAY), x, top, inner) + 1.5
    for place, column in enumerate(columns):
        _column(sheet, column, x + place * wide, y, room)
    if tidy(facts.link):
        _column(sheet, [(link, facts.link)], x, y + max(heights), inner - _LABEL)
    sheet.y += height + 4.0


def _column(sheet: Sheet, rows: list[tuple[str, str]], x: float, y: float, room: float) -> None:
    for name, text in rows:
        with sheet.paper.element("P"):
            sheet.text(label(name, replace(SMALL, leading=CELL.leading)), x, y, _LABEL)
            y = sheet.text(plain(text, CELL), x + _LABEL, y, room)


def _day(facts: InvitationFacts) -> str:
    shown = dutch.weekday_and_day(facts.day)
    return shown[0].upper() + shown[1:]


def _rows(facts: InvitationFacts) -> list[tuple[str, str]]:
    words = texts("invitation")
    labels = words["labels"]
    hours = dutch.hours(facts.end - facts.start)
    deadline = facts.deadline and labels["before"].format(day=dutch.day(facts.deadline))
    leader = ", ".join(part for part in (facts.leader, facts.leader_line) if part)
    return [
        (labels["time"], words["hours"].format(
            span=dutch.span(facts.start, facts.end), hours=hours)),
        (labels["pause"], ", ".join(dutch.span(*pause) for pause in facts.breaks)),
        (labels["place"], facts.place),
        (labels["platform"], facts.platform),
        (labels["method"], facts.method),
        (labels["leader"], leader),
        (labels["deadline"], deadline or ""),
    ]  # fmt: skip
