"""The self-assessment (zelfbeoordeling): skills scored at the begin and the end of a series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CELL,
    CENTRE,
    META,
    TICK_BOX,
    Cell,
    Column,
    Sheet,
    bold,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import LINE_HEIGHT, lines_to_write, prose
from intervisie_desktop.documents.pdf.shaping import tidy, width
from intervisie_desktop.documents.pdf.stationery import finished, pairs, stationery, title

SCORES = 5
SCORE_WIDTH, ROW_HEIGHT = 13.0, 7.3
OPEN_LINES = 1
_LABEL = bold(replace(BODY, size=10.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessmentFacts:
    """Everything on the form; it is of whoever fills it in and never comes back.

    `goal` is asked at the begin of a series, `result` at its end; empty ones are left out.
    """

    practice: PracticeFacts
    issued_on: date
    group: str
    leader: str
    explanation: str
    skills: tuple[str, ...]
    goal: str = ""
    result: str = ""


def render(facts: SelfAssessmentFacts) -> bytes:
    """The form as PDF/A-3A and PDF/UA-1."""
    words = texts("self_assessment")
    about = About(title=f"{words['title']} {tidy(facts.group)}", author=tidy(facts.practice.name),
                  subject=words["title"], issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice)
    labels = words["labels"]
    pairs(sheet, [(labels["group"], facts.group), (labels["leader"], facts.leader)],
          label_width=26.0, columns=2)  # fmt: skip
    prose(sheet, facts.explanation)
    for moment, question in ((words["begin"], facts.goal), (words["end"], facts.result)):
        _moment(sheet, moment, facts.skills, question)
    return finished(sheet, words["foot"].format(group=tidy(facts.group)))


def _moment(sheet: Sheet, moment: str, skills: tuple[str, ...], question: str) -> None:
    """The skills at one moment, with room for its day, and the question of that moment."""
    sheet.y += 2.4
    sheet.ensure(16.0 + len(skills) * ROW_HEIGHT + (2 * LINE_HEIGHT if question else 0.0))
    start = sheet.left + width(moment, _LABEL) + 2
    with sheet.paper.artifact():
        sheet.paper.line(start, sheet.y + 4.8, start + 40.0, sheet.y + 4.8, 0.2, META)
    sheet.paragraph(plain(moment, _LABEL), kind="H2", after=0.4)
    columns = [
        Column(head=texts("self_assessment")["head"], width=sheet.room - SCORES * SCORE_WIDTH),
        *(Column(head=str(n), width=SCORE_WIDTH, align=CENTRE) for n in range(1, SCORES + 1)),
    ]
    empty = Cell(texts=(), box=TICK_BOX)
    rows = [[Cell(texts=(plain(skill, CELL),), head=True), *[empty] * SCORES] for skill in skills]
    sheet.table(columns, rows, row_height=ROW_HEIGHT)
    if tidy(question):
        sheet.y += 2.6
        sheet.paragraph(plain(question, bold(CELL)), after=0.0)
        lines_to_write(sheet, OPEN_LINES)
