"""Prompt cards (vraagkaarten): eight on a sheet of A4, with lines to cut along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf.layout import BODY, H2, META, Sheet, height_of, plain
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.page import Paper
from intervisie_desktop.documents.pdf.pieces import dashed
from intervisie_desktop.documents.pdf.shaping import Style, fitted, tidy

ACROSS, DOWN = 2, 4
MARGIN, TOP = 8.0, 13.0
PADDING = 7.5
_TITLE = replace(BODY, size=7.5, leading=10, colour=META)
_HEAD = replace(H2, size=16, leading=22)
_POINT = replace(BODY, size=11.5, leading=16.2)
_STEP = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptCard:
    """One card: what it is about, and a few lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptCardsFacts:
    """Everything on the sheets; the cards follow each other row by row."""

    practice: PracticeFacts
    issued_on: date
    cards: tuple[PromptCard, ...]


def render(facts: PromptCardsFacts) -> bytes:
    """The sheets as PDF/A-3A and PDF/UA-1."""
    name = texts("prompt_cards")["title"]
    about = About(title=name, author=tidy(facts.practice.name), subject=name,
                  issued_on=facts.issued_on)  # fmt: skip
    paper = Paper(about)
    sheet = Sheet(paper, margin=MARGIN, top=TOP, bottom=paper.height - MARGIN, on_page=_cut_lines)
    sheet.new_page()
    baseline = 9.0
    sheet.one_line(f"{name}  ·  {tidy(facts.practice.name)}", _TITLE, MARGIN, baseline, kind="H1")
    wide = sheet.room / ACROSS
    high = (sheet.bottom - TOP) / DOWN
    for place, card in enumerate(facts.cards):
        at = place % (ACROSS * DOWN)
        if place and at == 0:
            sheet.new_page()
        x, y = MARGIN + at % ACROSS * wide, TOP + at // ACROSS * high
        _card(sheet, card, (x, y, wide, high), facts.practice.accent)
    return paper.to_bytes()


def _cut_lines(sheet: Sheet) -> None:
    """Where to cut: round about and between the cards."""
    wide, high = sheet.room / ACROSS, (sheet.bottom - TOP) / DOWN
    for column in range(ACROSS + 1):
        x = MARGIN + column * wide
        dashed(sheet, x, TOP, x, sheet.bottom)
    for row in range(DOWN + 1):
        y = TOP + row * high
        dashed(sheet, MARGIN, y, sheet.right, y)


def _card(sheet: Sheet, card: PromptCard, place: tuple[float, float, float, float],
          accent: str) -> None:  # fmt: skip
    x, y, wide, high = place
    room = wide - 2 * PADDING
    with sheet.paper.artifact():
        sheet.paper.box(x + PADDING, y + PADDING, 9.0, 1.1, fill=accent)
    top = y + PADDING + 3.4
    head = fitted(tidy(card.heading), replace(_HEAD, colour=accent), room, 9)
    with sheet.paper.element("H2"):
        top = sheet.text(plain(card.heading, head), x + PADDING, top, room) + 1.6
    style = _fitting(card.lines, room, y + high - PADDING - top)
    with sheet.paper.element("L"):
        for line in card.lines:
            with sheet.paper.element("LI"), sheet.paper.element("LBody"):
                top = sheet.text(plain(line, style), x + PADDING, top, room) + _STEP


def _fitting(lines: tuple[str, ...], room: float, height: float) -> Style:
    """The largest type in which the lines stay on the card."""
    style = _POINT
    while style.size > 6 and _height(lines, style, room) > height:
        style = replace(style, size=style.size - 0.5, leading=style.leading - 0.7)
    return style


def _height(lines: tuple[str, ...], style: Style, room: float) -> float:
    return sum(height_of(plain(line, style), room) + _STEP for line in lines)
