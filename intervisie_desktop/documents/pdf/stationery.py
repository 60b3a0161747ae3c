"""The plain paper of the practice: coloured edge, head, title, facts in pairs, page numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from intervisie_desktop.documents.pdf.fonts import Role
from intervisie_desktop.documents.pdf.layout import (
    CELL,
    H2,
    INK,
    RIGHT,
    SMALL,
    TINY,
    Sheet,
    bold,
    filled,
    label,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts, head_lines, practice_head
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.page import Paper
from intervisie_desktop.documents.pdf.shaping import Span, Style, tidy

MARGIN, TOP, FOOT = 17.0, 27.0, 19.0
TITLE = Style(Role.SERIF_BOLD, 29, 36, INK)
LABEL = replace(SMALL, size=9.4, leading=15)
VALUE = replace(CELL, leading=15)
EDGE = 1.7
FOOT_GAP = 17.0
"""What a line at the foot leaves for the number of the page, in mm."""


def stationery(about: About, practice: PracticeFacts, *, landscape: bool = False) -> Sheet:
    """A sheet with the head of the practice; `y` is where the title goes."""
    paper = Paper(about, landscape=landscape)
    sheet = Sheet(paper, margin=MARGIN, top=TOP, bottom=paper.height - FOOT,
                  on_page=_page(about, practice))  # fmt: skip
    sheet.new_page()
    alt = texts("stationery")["logo_alt"].format(name=practice.name)
    lines = [plain(text, SMALL) for text in practice.lines]
    practice_head(sheet, practice, 15.0, sheet.room - (72 if lines else 0), alt)
    if lines:
        head_lines(sheet, lines, 15.0, 68)
    sheet.y = 41.0 if landscape else 45.0
    return sheet


def _page(about: About, practice: PracticeFacts) -> Callable[[Sheet], None]:
    """What stands on every page: the edge, and from the second on which paper it is."""

    def draw(sheet: Sheet) -> None:
        with sheet.paper.artifact():
            sheet.paper.box(0, 0, sheet.paper.width, EDGE, fill=practice.accent)
        if sheet.paper.page_count > 1:
            with sheet.paper.artifact("Pagination"):
                sheet.text(plain(practice.name, bold(SMALL)), sheet.left, 14, sheet.room / 2 - 4)
                middle = sheet.left + sheet.room / 2
                sheet.text(plain(about.title, SMALL), middle, 14, sheet.room / 2, RIGHT)

    return draw


def title(sheet: Sheet, text: str, practice: PracticeFacts, *, under: str = "") -> None:
    """The title of a paper, and a line under it."""
    style = replace(TITLE, colour=practice.accent)
    sheet.paragraph(plain(text, style), kind="H1", after=0.6)
    if under:
        sheet.paragraph(plain(under, replace(CELL, size=11, leading=16)), after=0.6)
    sheet.y += 3.0


def heading(sheet: Sheet, text: str, *, follows: float = 12.0) -> None:
    """A heading that stays with what follows it (mm)."""
    sheet.y += 3.6
    sheet.ensure(8.0 + follows)
    sheet.paragraph(plain(text, H2), kind="H2", after=1.4)


def label_of(text: str) -> tuple[Span, ...]:
    """A label before its value; the blank behind it keeps the two apart when read aloud."""
    return (Span(f"{tidy(text)}\u00a0", LABEL),)


def pairs(sheet: Sheet, facts: Sequence[tuple[str, str]], *, label_width: float = 34.0,
          columns: int = 1) -> None:  # fmt: skip
    """Labels with their values, in one or more columns; empty values are left out."""
    present = [(name, text) for name, text in facts if tidy(text)]
    per_column = -(-len(present) // columns)
    wide = sheet.room / columns
    top, lowest = sheet.y, sheet.y
    for place in range(columns):
        y, x = top, sheet.left + place * wide
        for name, text in present[place * per_column : (place + 1) * per_column]:
            with sheet.paper.element("P"):
                spans = plain(text, VALUE)
                sheet.text(label(name, LABEL), x, y, label_width)
                y = sheet.text(spans, x + label_width, y, wide - label_width - 4)
        lowest = max(lowest, y)
    sheet.y = lowest + 3.0


def finished(sheet: Sheet, foot: str = "") -> bytes:
    """The paper as bytes, with a line at the foot of every page and its number."""
    words = texts("stationery")
    pages = sheet.paper.page_count
    for page in range(pages):
        sheet.paper.turn_to(page)
        y = sheet.paper.height - 13.5
        with sheet.paper.artifact("Pagination"):
            sheet.rule(y)
            number = filled(words["page"], TINY, page=str(page + 1), pages=str(pages))
            sheet.text(number, sheet.left, y + 1.8, sheet.room, RIGHT)
            if foot:
                sheet.text(plain(foot, TINY), sheet.left, y + 1.8, sheet.room - FOOT_GAP)
    return sheet.paper.to_bytes()
