"""The sheet with the recovery code: one page to print and put away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.fonts import Role
from intervisie_desktop.documents.pdf.layout import BODY, CELL, INK, RULE, TINY, Sheet, plain
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.shaping import Span, Style, fitted, tidy, width
from intervisie_desktop.documents.pdf.stationery import (
    finished,
    heading,
    pairs,
    stationery,
    title,
)

CODE = Style(Role.BOLD, 19, 26, INK)
PER_ROW, BOX_HEIGHT, GAP = 4, 19.0, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheetFacts:
    """Everything on the sheet; `groups` are the parts of the code, eight of them."""

    practice: PracticeFacts
    made_on: date
    groups: tuple[str, ...]
    file_name: str = ""


def render(facts: RecoverySheetFacts) -> bytes:
    """The sheet as PDF/A-3A and PDF/UA-1; it holds the code in plain text, so print and delete."""
    words = texts("recovery_sheet")
    name = tidy(facts.practice.name)
    about = About(title=f"{words['title']} {words['under'].format(practice=name)}", author=name,
                  subject=words["title"], issued_on=facts.made_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice, under=words["under"].format(practice=name))
    made = (words["made_label"], dutch.day(facts.made_on))
    pairs(sheet, [(words["file_label"], facts.file_name), made])
    heading(sheet, words["code_label"])
    _code(sheet, facts.groups)
    for part in words["part"]:
        heading(sheet, part["heading"])
        sheet.paragraph(plain(part["text"], BODY), room=min(sheet.room, 150.0))
    _place(sheet, words["place_label"])
    return finished(sheet, words["foot"].format(day=dutch.day(facts.made_on)))


def _code(sheet: Sheet, groups: Sequence[str]) -> None:
    """The groups in numbered boxes, four beside each other."""
    wide = (sheet.room - (PER_ROW - 1) * GAP) / PER_ROW
    sheet.y += 1.0
    for start in range(0, len(groups), PER_ROW):
        for place, group in enumerate(groups[start : start + PER_ROW]):
            _box(sheet, start + place + 1, group, sheet.left + place * (wide + GAP), wide)
        sheet.y += BOX_HEIGHT + GAP
    sheet.y += 1.0


def _box(sheet: Sheet, number: int, group: str, x: float, wide: float) -> None:
    with sheet.paper.artifact():
        sheet.paper.box(x, sheet.y, wide, BOX_HEIGHT, edge=RULE, line=0.3)
        sheet.text((Span(str(number), TINY),), x + 2, sheet.y + 1.2, 8)
    style = fitted(group, CODE, wide - 6, 9)
    left = x + (wide - width(group, style)) / 2
    sheet.one_line(group, style, left, sheet.y + BOX_HEIGHT / 2 + 3.4)


def _place(sheet: Sheet, label: str) -> None:
    """A line to write down where the sheet is kept."""
    sheet.y += 12.0
    sheet.one_line(label, CELL, sheet.left, sheet.y)
    start = sheet.left + width(label, CELL) + 3
    with sheet.paper.artifact():
        sheet.paper.line(start, sheet.y + 0.8, sheet.left + 120, sheet.y + 0.8, 0.2, INK)
