"""The outcome of evaluations: averages per statement, session by session and together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf.layout import (
    CELL,
    FIGURES,
    RIGHT,
    Cell,
    Column,
    Sheet,
    bold,
    cell,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import prose
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import finished, stationery, title

ROW_HEIGHT = 8.0
MOST_COLUMNS = 7
_WIDTH = 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsColumn:
    """A session, or all together: its head and how many forms came back."""

    head: str
    forms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsRow:
    """A statement with a figure per column; None where there are too few answers to show one.

    Figures are tenths (43 is 4,3); of a question with yes or no they are percents.
    """

    text: str
    figures: tuple[int | None, ...]
    percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationTotalsFacts:
    """Everything on the paper; the last column is all sessions together."""

    practice: PracticeFacts
    issued_on: date
    group: str
    period: str
    columns: tuple[TotalsColumn, ...]
    rows: tuple[TotalsRow, ...]


def render(facts: EvaluationTotalsFacts) -> bytes:
    """The outcome as PDF/A-3A and PDF/UA-1."""
    words = texts("evaluation_totals")
    of = {"group": tidy(facts.group), "period": tidy(facts.period)}
    about = About(title=f"{words['title']} {of['group']}, {of['period']}",
                  author=tidy(facts.practice.name), subject=words["title"],
                  issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice, under=words["under"].format(**of))
    prose(sheet, words["explanation"], after=3.0)
    for first in range(0, max(1, len(facts.columns) - 1), MOST_COLUMNS):
        last = min(first + MOST_COLUMNS, len(facts.columns) - 1)
        _table(sheet, facts, [*range(first, last), len(facts.columns) - 1])
        sheet.y += 6.0
    return finished(sheet, words["foot"].format(**of))


def _table(sheet: Sheet, facts: EvaluationTotalsFacts, places: Sequence[int]) -> None:
    """The statements with these columns."""
    words = texts("evaluation_totals")
    columns = [
        Column(head=words["statements"], width=sheet.room - _WIDTH * len(places)),
        *(Column(head=facts.columns[p].head, width=_WIDTH, align=RIGHT) for p in places),
    ]
    rows = [_row(row, places) for row in facts.rows]
    forms = [str(facts.columns[p].forms) for p in places]
    foot = [
        Cell(texts=(plain(words["forms"], bold(CELL)),)),
        *(Cell(texts=(plain(text, bold(FIGURES)),)) for text in forms),
    ]
    sheet.table(columns, rows, row_height=ROW_HEIGHT, foot=foot)


def _row(row: TotalsRow, places: Sequence[int]) -> list[Cell]:
    shown = [_figure(row.figures[p], percent=row.percent) for p in places]
    last = Cell(texts=(plain(shown[-1], bold(FIGURES)),))
    return [
        Cell(texts=(plain(row.text, CELL),), head=True),
        *(cell(text, FIGURES) for text in shown[:-1]),
        last,
    ]


def _figure(value: int | None, *, percent: bool) -> str:
    words = texts("evaluation_totals")
    if value is None:
        return str(words["none"])
    if percent:
        return str(words["percent"]).format(percent=value)
    return f"{value // 10},{value % 10}"
