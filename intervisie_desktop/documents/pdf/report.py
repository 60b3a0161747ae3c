"""The report (verslag) as a blank form in two layers: the joint part, and the personal part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import CELL, META, Sheet, bold, plain
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import LINE_HEIGHT, Mark, listed, prose, question
from intervisie_desktop.documents.pdf.shaping import tidy, width
from intervisie_desktop.documents.pdf.stationery import (
    finished,
    heading,
    pairs,
    stationery,
    title,
)

_USED_BY_QUESTION, _USED_BY_LENGTH = 14.0, 28.0
_MOST_LINES = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Everything on a blank part of a report.

    A `personal` part has a line for the name of who fills it in and names nobody else; the joint
    part names who was there (`people`, without what they brought in).
    """

    practice: PracticeFacts
    issued_on: date
    personal: bool
    group: str
    day: date
    start: int
    end: int
    form: str
    leader: str
    method: str = ""
    explanation: str
    people: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    length: str = ""


def render(facts: ReportFacts) -> bytes:
    """The form as PDF/A-3A and PDF/UA-1."""
    words = texts("report")
    name = words["personal" if facts.personal else "joint"]
    day = dutch.day(facts.day)
    about = About(title=f"{name} {tidy(facts.group)}, {day}", author=tidy(facts.practice.name),
                  subject=name, issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, name, facts.practice)
    _about_session(sheet, facts)
    prose(sheet, facts.explanation)
    if facts.personal:
        _name(sheet, words["name"])
    elif facts.people:
        heading(sheet, words["people"])
        listed(sheet, facts.people, Mark.DOT, CELL)
    _questions(sheet, facts.questions, _USED_BY_LENGTH if tidy(facts.length) else 0.0)
    if tidy(facts.length):
        heading(sheet, words["length"])
        prose(sheet, facts.length)
    foot = words["foot_personal" if facts.personal else "foot_joint"]
    return finished(sheet, foot.format(group=tidy(facts.group), day=day))


def _about_session(sheet: Sheet, facts: ReportFacts) -> None:
    labels = texts("report")["labels"]
    pairs(
        sheet,
        [
            (labels["group"], facts.group),
            (labels["day"], dutch.weekday_and_day(facts.day)),
            (labels["time"], dutch.span(facts.start, facts.end)),
            (labels["form"], facts.form),
            (labels["leader"], facts.leader),
            (labels["method"], facts.method),
        ],
        label_width=26.0,
        columns=2,
    )


def _name(sheet: Sheet, label: str) -> None:
    """A line for the name of who fills it in."""
    sheet.y += 2.0
    start = sheet.left + width(label, bold(CELL)) + 2
    with sheet.paper.artifact():
        sheet.paper.line(start, sheet.y + 4.4, sheet.left + 100.0, sheet.y + 4.4, 0.2, META)
    sheet.paragraph(plain(label, bold(CELL)), after=1.0)


def _questions(sheet: Sheet, questions: tuple[str, ...], reserved: float) -> None:
    """The questions share what is left of the page but for `reserved`; three lines each or more."""
    there = [text for text in questions if tidy(text)]
    if not there:
        return
    free = (sheet.bottom - sheet.y - reserved) / len(there) - _USED_BY_QUESTION
    count = max(3, min(_MOST_LINES, int(free / LINE_HEIGHT)))
    for text in there:
        question(sheet, text, count)
