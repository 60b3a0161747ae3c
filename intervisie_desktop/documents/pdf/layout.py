"""What papers are built of: headings, paragraphs, tables, ticked lists, letterhead, signature.

A `Sheet` keeps where we are on the paper (`y`, in mm from the top) and starts a new page, with
its running head, when something does not fit. Texts of templates may hold `**bold**` and
`{field}`; what is filled in is never read as either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

from intervisie_desktop.documents.pdf.fonts import Role
from intervisie_desktop.documents.pdf.images import picture
from intervisie_desktop.documents.pdf.page import MM, Paper
from intervisie_desktop.documents.pdf.shaping import (
    Line,
    Span,
    Style,
    balanced,
    shape,
    tidy,
    width,
    wrapped,
)

INK, META, RULE, ACCENT = "#1C2430", "#565C68", "#D9D4C8", "#1E4A78"

BODY = Style(Role.TEXT, 9.75, 15.5, INK)
CELL = Style(Role.TEXT, 9.4, 13.5, INK)
FIGURES = replace(CELL, tabular=True)
SMALL = Style(Role.TEXT, 9, 13, META)
TINY = Style(Role.TEXT, 8.25, 11.5, META)
HEAD = Style(Role.BOLD, 8, 11.5, META)
H2 = Style(Role.SERIF_BOLD, 12, 17, INK)

TICK_INDENT, TICK_GAP = 5.8, 1.3
TICK_BOX = 4.2
"""The side of a box to put a cross in, in mm."""

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
"""How a line stands in its column: the share of the free room that goes before it."""


def bold(style: Style) -> Style:
    """The same style, bold."""
    heavy = Role.SERIF_BOLD if style.role is Role.SERIF else Role.BOLD
    return replace(style, role=heavy)


def filled(template: str, style: Style, **values: str) -> tuple[Span, ...]:
    """A text of a template as spans: `**bold**` made bold and `{field}` filled in."""
    spans = []
    for place, part in enumerate(template.split("**")):
        text = re.sub(r"\{(\w+)\}", lambda m: tidy(values[m[1]]), part)
        if text:
            spans.append(Span(text, bold(style) if place % 2 else style))
    return tuple(spans)


def plain(text: str, style: Style) -> tuple[Span, ...]:
    """Text of a user as one span, exactly as typed."""
    return (Span(tidy(text), style),)


def label(text: str, style: Style) -> tuple[Span, ...]:
    """A label before a value, ended by a blank that is read and copied but never broken at."""
    return (Span(f"{tidy(text)}\u00a0", style),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its head, width in mm and how its cells stand."""

    head: str
    width: float
    align: float = LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: paragraphs, each a tuple of spans; `span` columns wide.

    `box` draws an empty square of that side (mm) in the middle, for a cross by hand. With `top`
    it begins that far (mm) under the top of its row, as the others do, instead of in the middle.
    """

    texts: tuple[tuple[Span, ...], ...]
    span: int = 1
    head: bool = False
    box: float = 0.0
    top: float = 0.0


def cell(text: str, style: Style = CELL, note: str = "") -> Cell:
    """A cell with a text and, under it, a note in small print."""
    texts = [plain(text, style)]
    if note:
        texts.append(plain(note, TINY))
    return Cell(texts=tuple(texts))


Carry = Callable[[int, bool], Sequence[Cell]]
"""The row that carries a sum over a break before row n: False under it, True above the rest."""

CARRY_HEIGHT = 7.6


class Sheet:
    """A paper that fills itself from top to bottom; `bottom` is where a page ends."""

    def __init__(self, paper: Paper, *, margin: float, top: float, bottom: float,
                 on_page: Callable[[Sheet], None]) -> None:  # fmt: skip
        self.paper = paper
        self.left, self.right = margin, paper.width - margin
        self.top, self.bottom = top, bottom
        self.y = top
        self._on_page = on_page

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    def new_page(self) -> None:
        """Start a page and draw what stands on every page."""
        self.paper.new_page()
        self.y = self.top
        self._on_page(self)

    def ensure(self, height: float) -> bool:
        """Start a page when this height does not fit any more; True when it did."""
        if self.y + height <= self.bottom + 0.01:
            return False
        self.new_page()
        return True

    def set_line(self, line: Line, x: float, baseline: float) -> None:
        """Put one line of spans on the paper."""
        for span in line.spans:
            style = span.style
            runs = shape(span.text, style.role, style.tabular)
            self.paper.show(x, baseline, runs, style.size, style.colour)
            x += width(span.text, style)

    def text(self, spans: Sequence[Span], x: float, y: float, room: float,
             align: float = LEFT) -> float:  # fmt: skip
        """Set spans in a column whose top is `y`; where the text ends."""
        for line in wrapped(spans, room) if align == LEFT else balanced(spans, room):
            leading = _leading(line, spans)
            self.set_line(line, x + (room - line.width) * align, y + _drop(leading, line, spans))
            y += leading
        return y

    def paragraph(self, spans: Sequence[Span], *, kind: str = "P", align: float = LEFT,
                  x: float | None = None, room: float | None = None,
                  after: float = 0.0) -> None:  # fmt: skip
        """A paragraph or heading over the full width, or in a column; `after` in mm."""
        x = self.left if x is None else x
        room = self.room if room is None else room
        lines = balanced(spans, room) if align == CENTRE else wrapped(spans, room)
        with self.paper.element(kind):
            for line in lines:
                leading = _leading(line, spans)
                self.ensure(leading)
                drop = _drop(leading, line, spans)
                self.set_line(line, x + (room - line.width) * align, self.y + drop)
                self.y += leading
        self.y += after

    def one_line(self, text: str, style: Style, x: float, baseline: float, *, kind: str = "P",
                 align: float = LEFT) -> None:  # fmt: skip
        """One unbroken line as an element of its own; `x` is its left, middle or right."""
        wide = width(text, style)
        with self.paper.element(kind):
            self.set_line(Line((Span(text, style),), wide), x - wide * align, baseline)

    def card(self, x: float, y: float, width: float, height: float, *, fill: str, edge: str,
             corner: float = 1.4) -> None:  # fmt: skip
        """A box with rounded corners behind what is set on it."""
        points = []
        for turn, (cx, cy) in enumerate(
            ((x + width - corner, y + corner), (x + width - corner, y + height - corner),
             (x + corner, y + height - corner), (x + corner, y + corner))
        ):  # fmt: skip
            for step in range(7):
                angle = (turn - 1 + step / 6) * pi / 2
                points.append((cx + corner * cos(angle), cy + corner * sin(angle)))
        with self.paper.artifact():
            self.paper.shape(points, fill=fill, edge=edge, width=0.2)

    def rule(self, y: float, colour: str = RULE, thickness: float = 0.2) -> None:
        """A hairline from margin to margin."""
        with self.paper.artifact():
            self.paper.line(self.left, y, self.right, y, thickness, colour)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *,
              row_height: float, foot: Sequence[Cell] = (), grid: bool = False,
              carry: Carry | None = None, follows: float = 0.0) -> None:  # fmt: skip
        """A table with a head that returns on every page, hairlines, and a last row in bold.

        `grid` adds upright lines, for a table that is filled in by hand. `carry` gives what
        stands under and above a break of the page, `follows` (mm) stays with the last row.
        """
        after = follows + (row_height if foot else 0.0)
        with self.paper.element("Table"):
            self.ensure(8.0 + row_height)
            self._table_head(columns, spoken=True)
            for place, row in enumerate(rows):
                last = place == len(rows) - 1
                need = _row_height(columns, row, row_height)
                spare = after if last else CARRY_HEIGHT if carry else 0.0
                if self.y + need + spare > self.bottom + 0.01:
                    self._turn(columns, place, carry)
                top = self.y
                self._table_row(columns, row, row_height)
                self.rule(self.y)
                if grid:
                    self._uprights(columns, top)
            if foot:
                self.y += 0.4
                self._table_row(columns, foot, row_height)

    def _turn(self, columns: Sequence[Column], place: int, carry: Carry | None) -> None:
        """A new page within a table; what is carried over is not read aloud twice."""
        carried = carry if place else None
        with self.paper.artifact("Pagination"):
            if carried:
                self._carried_row(columns, carried(place, False))
            self.new_page()
            self._table_head(columns, spoken=False)
            if carried:
                self._carried_row(columns, carried(place, True))
                self.rule(self.y)

    def _table_head(self, columns: Sequence[Column], *, spoken: bool) -> None:
        heads = [wrapped(plain(c.head, HEAD), c.width - _gap(c)) for c in columns]
        tallest = max(len(lines) for lines in heads)
        step = HEAD.leading / MM
        bottom = self.y + tallest * step + 2.3

        def put(column: Column, lines: list[Line], x: float) -> None:
            baseline = bottom - 3.0 - (len(lines) - 1) * step
            for line in lines:
                self.set_line(line, x + _free(column, line), baseline)
                baseline += step

        x = self.left
        if spoken:
            with self.paper.element("TR"):
                for column, lines in zip(columns, heads, strict=True):
                    with self.paper.element("TH", attributes="<< /O /Table /Scope /Column >>"):
                        put(column, lines, x)
                    x += column.width
        else:
            for column, lines in zip(columns, heads, strict=True):
                put(column, lines, x)
                x += column.width
        self.rule(bottom, INK, 0.25)
        self.y = bottom

    def _table_row(self, columns: Sequence[Column], row: Sequence[Cell], least: float) -> None:
        height = _row_height(columns, row, least)
        with self.paper.element("TR"):
            for covered, item, x in self._cells(columns, row):
                extra = f" /ColSpan {item.span}" if item.span > 1 else ""
                scope = " /Scope /Row" if item.head else ""
                attributes = f"<< /O /Table{extra}{scope} >>" if extra or scope else ""
                with self.paper.element("TH" if item.head else "TD", attributes=attributes):
                    self._cell(covered, item, x, height)
        self.y += height

    def _carried_row(self, columns: Sequence[Column], row: Sequence[Cell]) -> None:
        for covered, item, x in self._cells(columns, row):
            self._cell(covered, item, x, CARRY_HEIGHT)
        self.y += CARRY_HEIGHT

    def _cells(
        self, columns: Sequence[Column], row: Sequence[Cell]
    ) -> Iterator[tuple[Sequence[Column], Cell, float]]:
        """Each cell with the columns it covers and where it begins."""
        x, place = self.left, 0
        for item in row:
            covered = columns[place : place + item.span]
            yield covered, item, x
            x += sum(c.width for c in covered)
            place += item.span

    def _uprights(self, columns: Sequence[Column], top: float) -> None:
        x = self.left
        with self.paper.artifact():
            for column in columns[:-1]:
                x += column.width
                self.paper.line(x - 1.8, top, x - 1.8, self.y, 0.2, RULE)

    def _cell(self, covered: Sequence[Column], item: Cell, x: float, height: float) -> None:
        room = sum(c.width for c in covered) - _gap(covered[-1])
        column = replace(covered[0], width=room + _gap(covered[-1]))
        if item.box:
            left = x + (column.width - item.box) / 2
            with self.paper.artifact():
                top = self.y + (height - item.box) / 2
                self.paper.box(left, top, item.box, item.box, edge=META)
        y = self.y + (item.top or (height - _cell_height(item, room)) / 2)
        for spans in item.texts:
            for line in wrapped(spans, room):
                leading = _leading(line, spans)
                self.set_line(line, x + _free(column, line), y + _drop(leading, line, spans))
                y += leading

    def ticked(self, texts: Sequence[str], style: Style) -> None:
        """A list of statements, each behind a tick."""
        lead = style.leading / MM
        with self.paper.element("L"):
            for text in texts:
                lines = wrapped(plain(text, style), self.room - TICK_INDENT)
                self.ensure(len(lines) * lead)
                with self.paper.element("LI"), self.paper.element("LBody"):
                    with self.paper.artifact():
                        self._tick(self.left, self.y + lead * 0.5, style.colour)
                    for line in lines:
                        drop = _drop(lead, line, line.spans)
                        self.set_line(line, self.left + TICK_INDENT, self.y + drop)
                        self.y += lead
                self.y += TICK_GAP

    def _tick(self, x: float, middle: float, colour: str) -> None:
        points = [(x, middle + 0.1), (x + 0.9, middle + 1.0), (x + 2.9, middle - 1.0)]
        self.paper.shape(points, edge=colour, width=0.3, closed=False)

    def figure(self, data: bytes, x: float, y: float, width: float, height: float, *, alt: str,
               align: float = LEFT, down: float = 0.0) -> float:  # fmt: skip
        """A picture within a box, its proportions kept; its width. `down` as `align`, vertical."""
        image = picture(data)
        scale = min(width / image.width, height / image.height)
        wide, high = image.width * scale, image.height * scale
        left, top = x + (width - wide) * align, y + (height - high) * down
        with self.paper.element("Figure", alt=alt, attributes=self.box(left, top, wide, high)):
            self.paper.picture(data, left, top, wide, high)
        return wide

    def box(self, x: float, y: float, width: float, height: float) -> str:
        """Where a figure stands, as an attribute for its element."""
        low = (self.paper.height - y - height) * MM
        return (
            f"<< /O /Layout /Placement /Block /BBox [{x * MM:.2f} {low:.2f}"
            f" {(x + width) * MM:.2f} {low + height * MM:.2f}] >>"
        )


def lighter(colour: str, share: float) -> str:
    """The colour mixed with this share of white."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)


def height_of(spans: Sequence[Span], room: float) -> float:
    """How high a paragraph becomes in a column."""
    return sum(_leading(line, spans) for line in wrapped(spans, room))


def _leading(line: Line, spans: Sequence[Span]) -> float:
    styles = [s.style for s in line.spans or spans]
    return max((s.leading for s in styles), default=0.0) / MM


def _drop(leading: float, line: Line, spans: Sequence[Span]) -> float:
    """From the top of a line to its baseline."""
    size = max((s.style.size for s in line.spans or spans), default=0.0) / MM
    return (leading - size) / 2 + size * 0.83


def _gap(column: Column) -> float:
    return 0.0 if column.align == RIGHT else 3.0


def _free(column: Column, line: Line) -> float:
    return (column.width - line.width) * column.align


def _cell_height(item: Cell, room: float) -> float:
    return sum(height_of(spans, room) for spans in item.texts)


def _row_height(columns: Sequence[Column], row: Sequence[Cell], least: float) -> float:
    tallest, place = 0.0, 0
    for item in row:
        covered = columns[place : place + item.span]
        room = sum(c.width for c in covered) - _gap(covered[-1])
        tallest = max(tallest, _cell_height(item, room) + (2 * item.top or 2.6))
        place += item.span
    return max(least, tallest)
