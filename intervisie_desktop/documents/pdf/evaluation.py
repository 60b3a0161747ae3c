"""The evaluation form (evaluatieformulier): blank, to be filled in by hand and without a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    CELL,
    CENTRE,
    TICK_BOX,
    Cell,
    Column,
    Sheet,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import question
from intervisie_desktop.documents.pdf.shaping import Style, tidy
from intervisie_desktop.documents.pdf.stationery import (
    finished,
    pairs,
    stationery,
    title,
)

SCORES = 5
ROW_HEIGHT, DENSE_HEIGHT = 8.2, 6.4
MANY = 10
"""More statements than this stand closer together, so that the form stays one page."""
SCORE_WIDTH, ANSWER_WIDTH = 13.0, 16.0
DENSE = replace(CELL, size=9.0, leading=12.0)
OPEN_LINES = 2
EMPTY_BOX = Cell(texts=(), box=TICK_BOX)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationFacts:
    """Everything on an evaluation form; there is no place for the name of who fills it in.

    `statements` are scored from 1 to 5, `answers` by yes or no, `questions` have lines.
    """

    practice: PracticeFacts
    issued_on: date
    group: str
    day: date
    leader: str
    method: str = ""
    explanation: str
    statements: tuple[str, ...]
    answers: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def render(facts: EvaluationFacts) -> bytes:
    """The form as PDF/A-3A and PDF/UA-1, on one page."""
    words = texts("evaluation")
    about = About(
        title=f"{words['title']} {tidy(facts.group)}, {dutch.day(facts.day)}",
        author=tidy(facts.practice.name),
        subject=words["title"],
        issued_on=facts.issued_on,
    )
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice)
    _about_session(sheet, facts, words["labels"])
    sheet.paragraph(plain(facts.explanation, CELL), after=2.0)
    if facts.statements:
        _scores(sheet, words["scores"], facts.statements)
        sheet.y += 4.0
    if facts.answers:
        _answers(sheet, words["answers"], facts.answers)
    for text in facts.questions:
        question(sheet, text, OPEN_LINES)
    return finished(sheet, words["foot"])


def _about_session(sheet: Sheet, facts: EvaluationFacts, labels: Mapping[str, str]) -> None:
    pairs(
        sheet,
        [
            (labels["group"], facts.group),
            (labels["day"], dutch.weekday_and_day(facts.day)),
            (labels["leader"], facts.leader),
            (labels["method"], facts.method),
        ],
        label_width=26.0,
        columns=2,
    )


def _scores(sheet: Sheet, words: Mapping[str, str], statements: Sequence[str]) -> None:
    """A statement a row, with a box for each score."""
    boxes = [Column(head=str(score), width=SCORE_WIDTH, align=CENTRE)
             for score in range(1, SCORES + 1)]  # fmt: skip
    first = Column(head=words["head"], width=sheet.room - SCORES * SCORE_WIDTH)
    many = len(statements) > MANY
    height, style = (DENSE_HEIGHT, DENSE) if many else (ROW_HEIGHT, CELL)
    rows = [_row(text, SCORES, style) for text in statements]
    sheet.table([first, *boxes], rows, row_height=height)


def _answers(sheet: Sheet, words: Mapping[str, str], questions: Sequence[str]) -> None:
    """Questions to be answered with yes or no."""
    columns = [
        Column(head=words["head"], width=sheet.room - 2 * ANSWER_WIDTH),
        Column(head=words["yes"], width=ANSWER_WIDTH, align=CENTRE),
        Column(head=words["no"], width=ANSWER_WIDTH, align=CENTRE),
    ]
    sheet.table(columns, [_row(text, 2, DENSE) for text in questions], row_height=DENSE_HEIGHT)


def _row(text: str, boxes: int, style: Style) -> list[Cell]:
    return [Cell(texts=(plain(text, style),), head=True), *[EMPTY_BOX] * boxes]
