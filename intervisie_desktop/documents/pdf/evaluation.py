"""The evaluation form (evaluatieformulier): blank, to be filled in by hand and without a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    CELL,
    CENTRE,
    META,
    TICK_BOX,
    Cell,
    Column,
    Sheet,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import (
    finished,
    heading,
    pairs,
    stationery,
    title,
)

SCORES = 5
ROW_HEIGHT, LINE_HEIGHT = 8.2, 8.6
SCORE_WIDTH, ANSWER_WIDTH = 13.0, 16.0
OPEN_LINES = 2
EMPTY_BOX = Cell(texts=(), box=TICK_BOX)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationFacts:
    """Everything on an evaluation form; there is no place for the name of who fills it in.

    `on_location` and `online` say which statements about the surroundings are asked; a hybrid
    session has both.
    """

    practice: PracticeFacts
    issued_on: date
    group: str
    day: date
    leader: str
    method: str = ""
    on_location: bool = True
    online: bool = False


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
    sheet.paragraph(plain(words["explanation"], CELL), after=2.0)
    _scores(sheet, words["scores"], _statements(facts, words["statement"]))
    sheet.y += 4.0
    _answers(sheet, words["answers"])
    for question in words["open"]["questions"]:
        _open_question(sheet, question)
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


def _statements(facts: EvaluationFacts, found: Sequence[Mapping[str, str]]) -> list[str]:
    """The statements that bear on this session."""
    wanted = {""}
    wanted |= {"on_location"} if facts.on_location else set()
    wanted |= {"online"} if facts.online else set()
    return [one["text"] for one in found if one.get("when", "") in wanted]


def _scores(sheet: Sheet, words: Mapping[str, str], statements: Sequence[str]) -> None:
    """A statement a row, with a box for each score."""
    boxes = [Column(head=str(score), width=SCORE_WIDTH, align=CENTRE)
             for score in range(1, SCORES + 1)]  # fmt: skip
    first = Column(head=words["head"], width=sheet.room - SCORES * SCORE_WIDTH)
    rows = [_row(text, SCORES) for text in statements]
    sheet.table([first, *boxes], rows, row_height=ROW_HEIGHT)


def _answers(sheet: Sheet, words: Mapping[str, str]) -> None:
    """Questions to be answered with yes or no."""
    columns = [
        Column(head=words["head"], width=sheet.room - 2 * ANSWER_WIDTH),
        Column(head=words["yes"], width=ANSWER_WIDTH, align=CENTRE),
        Column(head=words["no"], width=ANSWER_WIDTH, align=CENTRE),
    ]
    sheet.table(columns, [_row(text, 2) for text in words["questions"]], row_height=ROW_HEIGHT)


def _row(text: str, boxes: int) -> list[Cell]:
    return [Cell(texts=(plain(text, CELL),), head=True), *[EMPTY_BOX] * boxes]


def _open_question(sheet: Sheet, question: str) -> None:
    """A question with lines to write on."""
    heading(sheet, question, follows=OPEN_LINES * LINE_HEIGHT)
    for _ in range(OPEN_LINES):
        sheet.y += LINE_HEIGHT
        sheet.rule(sheet.y, META)
