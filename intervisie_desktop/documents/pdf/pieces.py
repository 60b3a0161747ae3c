"""Pieces that papers of plain text share: paragraphs, lists behind a mark, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from intervisie_desktop.documents.pdf.layout import (
    BODY,
    META,
    Sheet,
    bold,
    height_of,
    lighter,
    plain,
)
from intervisie_desktop.documents.pdf.page import MM
from intervisie_desktop.documents.pdf.shaping import Style, tidy, wrapped
from intervisie_desktop.documents.pdf.stationery import heading

TEXT = replace(BODY, size=9.5, leading=14)
INDENT, GAP, BOX = 6.4, 1.1, 3.4
LINE_HEIGHT = 8.6
PANEL_PADDING = 3.6
_NUMBERED = "<< /O /List /ListNumbering /Decimal >>"


class Mark(Enum):
    """What stands before a point of a list: a dot, a box to tick by hand, or a number."""

    DOT = auto()
    BOX = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with text before and after a list of points; empty parts are left out."""

    heading: str
    before: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    mark: Mark = Mark.DOT
    after: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing under the heading."""
        return not any(tidy(text) for text in (*self.before, *self.points, *self.after))


def section(sheet: Sheet, part: Section, style: Style = TEXT) -> None:
    """A section on the paper; nothing at all of an empty one."""
    if part.is_empty:
        return
    first = next(text for text in (*part.before, *part.points, *part.after) if tidy(text))
    heading(sheet, part.heading, follows=min(30.0, height_of(plain(first, style), sheet.room)))
    for text in part.before:
        prose(sheet, text, style)
    listed(sheet, part.points, part.mark, style)
    for text in part.after:
        prose(sheet, text, style)


def prose(sheet: Sheet, text: str, style: Style = TEXT, *, after: float = 1.6) -> None:
    """Paragraphs, parted by an empty line; `after` in mm."""
    for paragraph in text.split("\n\n"):
        if tidy(paragraph):
            sheet.paragraph(plain(" ".join(paragraph.split()), style), after=after)


def listed(sheet: Sheet, texts: Sequence[str], mark: Mark, style: Style = TEXT, *,
           x: float | None = None, room: float | None = None) -> None:  # fmt: skip
    """A list, each point behind its mark, over the full width or in a column."""
    there = [text for text in texts if tidy(text)]
    if not there:
        return
    x = sheet.left if x is None else x
    room = sheet.room if room is None else room
    lead = style.leading / MM
    attributes = _NUMBERED if mark is Mark.NUMBER else ""
    with sheet.paper.element("L", attributes=attributes):
        for number, text in enumerate(there, start=1):
            lines = wrapped(plain(text, style), room - INDENT)
            sheet.ensure(len(lines) * lead)
            with sheet.paper.element("LI"):
                _mark(sheet, mark, number, x, style)
                with sheet.paper.element("LBody"):
                    top = sheet.y
                    sheet.y = sheet.text(plain(text, style), x + INDENT, top, room - INDENT)
            sheet.y += GAP
    sheet.y += 0.6


def _mark(sheet: Sheet, mark: Mark, number: int, x: float, style: Style) -> None:
    middle = sheet.y + style.leading / MM / 2
    if mark is Mark.NUMBER:
        with sheet.paper.element("Lbl"):
            sheet.text(plain(f"{number}.", bold(style)), x, sheet.y, INDENT)
        return
    with sheet.paper.artifact():
        if mark is Mark.BOX:
            sheet.paper.box(x, middle - BOX / 2, BOX, BOX, edge=META)
        else:
            sheet.paper.box(x + 1.6, middle - 0.5, 1.0, 1.0, fill=META)


def lines_to_write(sheet: Sheet, count: int) -> None:
    """Empty lines, all on one page where they fit."""
    sheet.ensure(min(count * LINE_HEIGHT, 60.0))
    for _ in range(count):
        sheet.ensure(LINE_HEIGHT)
        sheet.y += LINE_HEIGHT
        sheet.rule(sheet.y, META)
    sheet.y += 1.0


def question(sheet: Sheet, text: str, count: int) -> None:
    """A question as a heading, with lines to answer on."""
    heading(sheet, text, follows=min(count, 3) * LINE_HEIGHT)
    lines_to_write(sheet, count)


def panel(sheet: Sheet, top: float, height: float, accent: str) -> None:
    """A tinted ground with an edge at its left, behind what is drawn after it."""
    with sheet.paper.artifact():
        sheet.paper.box(sheet.left, top, sheet.room, height, fill=lighter(accent, 0.93))
        sheet.paper.box(sheet.left, top, 1.0, height, fill=accent)


def dashed(sheet: Sheet, x: float, y: float, to_x: float, to_y: float) -> None:
    """A line to cut along; upright or level."""
    length = max(abs(to_x - x), abs(to_y - y))
    step, dash = 3.0, 1.4
    with sheet.paper.artifact():
        for place in range(int(length // step) + 1):
            start, end = place * step, min(place * step + dash, length)
            if x == to_x:
                sheet.paper.line(x, y + start, x, y + end, 0.15, META)
            else:
                sheet.paper.line(x + start, y, x + end, y, 0.15, META)
