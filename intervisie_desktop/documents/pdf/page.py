"""Paper with tags: all that is ever put into a PDF; `engine.py` writes the file of it.

A `Paper` is a document of A4 pages, measured in millimetres from the top left. What is drawn
inside `with paper.element("P"):` belongs to that element of the structure tree; everything else
is an artifact, so nothing can stay untagged. The file is PDF/A-3A and PDF/UA-1 at once and its
bytes follow from what was drawn and `About`, not from a clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache

from intervisie_desktop.documents.characters import clean
from intervisie_desktop.documents.pdf.fonts import Face, Run
from intervisie_desktop.documents.pdf.images import picture
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.structure import Element, Structure

MM = 72 / 25.4
"""Points in a millimetre."""

Colour = str
"""A colour as `#RRGGBB`."""


class Paper:
    """A document that is being drawn; `width` and `height` of a page are in millimetres."""

    def __init__(self, about: About, *, landscape: bool = False) -> None:
        self.about = about
        self.width, self.height = (297.0, 210.0) if landscape else (210.0, 297.0)
        self.structure = Structure()
        self.font_numbers: dict[Face, int] = {}
        self.used_glyphs: dict[Face, dict[int, str]] = {}
        self.picture_numbers: dict[bytes, int] = {}
        self._landscape = landscape
        self._pages: list[list[str]] = []
        self._page = -1
        self._open = self.structure.root
        self._artifact = ""
        self._marked: Element | str | None = None
        self._attachments: list[tuple[bytes, str, str, str, datetime]] = []

    @property
    def page_count(self) -> int:
        """How many pages there are so far."""
        return len(self._pages)

    def new_page(self) -> None:
        """Start a page; an open element goes on there."""
        self._close_mark()
        self._pages.append([])
        self._page = len(self._pages) - 1

    def turn_to(self, page: int) -> None:
        """Draw on an earlier page (from 0), such as a page number once there is a total."""
        self._close_mark()
        self._page = page

    @contextmanager
    def element(self, kind: str, *, alt: str = "", attributes: str = "") -> Iterator[Element]:
        """What is drawn inside belongs to a new element, such as H1, P, TD or Figure."""
        parent = self._open
        self._open = Element(kind, parent, clean(alt), attributes)
        parent.parts.append(self._open)
        try:
            yield self._open
        finally:
            self._close_mark()
            self._open = parent

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to an element that was made earlier."""
        before, self._open = self._open, element
        try:
            yield
        finally:
            self._close_mark()
            self._open = before

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is not read aloud: lines, frames, running heads ("Pagination")."""
        before, self._artifact = self._artifact, kind
        try:
            yield
        finally:
            self._close_mark()
            self._artifact = before

    def show(self, x: float, y: float, runs: Sequence[Run], size: float, colour: Colour) -> None:
        """Set shaped text from `x` on the baseline `y`; `size` in points.

        Runs stand as they are seen and are written in the order in which they are read.
        """
        places = []
        for run in runs:
            places.append((run.start, x, run))
            x += run.width * size / 1000 / MM
        for _, left, run in sorted(places, key=lambda place: place[0]):
            self._mark()
            spoken = run.spoken if self._fits(run) else run.spoken or run.text
            text = (
                f"BT {_fill(colour)} /F{self._font_number(run.face)} 1 Tf"
                f" {size:g} 0 0 {size:g} {self._at(left, y)} Tm {run.show} ET"
            )
            if spoken is not None and not self._artifact:
                text = f"/Span << /ActualText {pdf_string(spoken)} >> BDC {text} EMC"
            self._put(text)

    def line(self, x: float, y: float, to_x: float, to_y: float, width: float,
             colour: Colour) -> None:  # fmt: skip
        """Draw a straight line; `width` in millimetres."""
        self._mark()
        self._put(f"{_stroke(colour)} {_n(width * MM)} w {self._at(x, y)} m"
                  f" {self._at(to_x, to_y)} l S")  # fmt: skip

    def shape(self, points: Sequence[tuple[float, float]], *, fill: Colour = "",
              edge: Colour = "", width: float = 0.2, closed: bool = True) -> None:  # fmt: skip
        """Draw a shape through these points, filled, outlined or both."""
        self._mark()
        way = " ".join(
            f"{self._at(*point)} {'l' if place else 'm'}" for place, point in enumerate(points)
        )
        parts = [_fill(fill)] if fill else []
        parts += [_stroke(edge), f"{_n(width * MM)} w 1 j 1 J"] if edge else []
        operator = ("B" if edge else "f") if fill else "S"
        self._put(" ".join(["q", *parts, way, "h" if closed else "", operator, "Q"]))

    def box(self, x: float, y: float, width: float, height: float, *, fill: Colour = "",
            edge: Colour = "", line: float = 0.2) -> None:  # fmt: skip
        """Draw a rectangle from its top left."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, fill=fill, edge=edge, width=line)

    def squares(self, x: float, y: float, side: float, rows: Sequence[bytes | bytearray],
                colour: Colour) -> None:  # fmt: skip
        """Draw a square of dark and light modules, such as a QR code, as one filled path."""
        self._mark()
        step = side / len(rows) * MM
        left, top = x * MM, (self.height - y) * MM
        parts = [
            f"{_n(left + start * step)} {_n(top - (down + 1) * step)}"
            f" {_n(length * step)} {_n(step)} re"
            for down, row in enumerate(rows)
            for start, length in _stretches(row)
        ]
        self._put(f"{_fill(colour)} {' '.join(parts)} f")

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Place a PNG or JPEG, stretched to this size; UnreadablePictureError if it is neither."""
        picture(data)
        self._mark()
        number = self.picture_numbers.setdefault(data, len(self.picture_numbers) + 1)
        bottom = (self.height - y - height) * MM
        self._put(f"q {_n(width * MM)} 0 0 {_n(height * MM)} {_n(x * MM)} {_n(bottom)} cm"
                  f" /I{number} Do Q")  # fmt: skip

    def attach(self, data: bytes, name: str, mime: str, relationship: str) -> None:
        """Put a file into the PDF; `relationship` as PDF/A-3 names it, such as "Alternative"."""
        self._attachments.append((data, name, mime, relationship, self.about.moment))

    def page_bytes(self, page: int) -> bytes:
        """The drawing operators of a page (from 0)."""
        return "\n".join(self._pages[page]).encode("latin-1")

    def to_bytes(self) -> bytes:
        """The finished file; the paper cannot be drawn on after this."""
        self._close_mark()
        from intervisie_desktop.documents.pdf import engine  # noqa: PLC0415  (see its docstring)

        return engine.written(self, self._attachments, landscape=self._landscape)

    def _put(self, operators: str) -> None:
        self._pages[self._page].append(operators)

    def _mark(self) -> None:
        owner: Element | str = self._artifact or self._open
        if owner is self.structure.root:
            owner = "Layout"
        if owner == self._marked:
            return
        self._close_mark()
        self._marked = owner
        if isinstance(owner, str):
            self._put(f"/Artifact << /Type /{owner} >> BDC")
        else:
            number = self.structure.mark(owner, self._page)
            self._put(f"/{owner.kind} << /MCID {number} >> BDC")

    def _close_mark(self) -> None:
        if self._marked is not None:
            self._put("EMC")
            self._marked = None

    def _font_number(self, face: Face) -> int:
        return self.font_numbers.setdefault(face, len(self.font_numbers) + 1)

    def _fits(self, run: Run) -> bool:
        """Note the glyphs of a run; False when one already stands for other text."""
        used = self.used_glyphs.setdefault(run.face, {})
        fits = True
        for glyph, text in run.glyphs:
            fits = used.setdefault(glyph, text) == text and fits
        return fits

    def _at(self, x: float, y: float) -> str:
        return f"{_n(x * MM)} {_n((self.height - y) * MM)}"


def visual_runs(text: str) -> list[tuple[int, str, bool]]:
    """The pieces of a line from left to right.

    Each has the place where it begins in the text, its text in reading order, and True when that
    runs from right to left.
    """
    if text.isascii():
        return [(0, text, False)] if text else []
    from intervisie_desktop.documents.pdf import engine  # noqa: PLC0415  (see its docstring)

    pieces: list[tuple[list[int], int]] = []
    for level, place in engine.levels(text):
        if pieces and pieces[-1][1] == level:
            pieces[-1][0].append(place)
        else:
            pieces.append(([place], level))
    return [
        (min(places), "".join(text[i] for i in sorted(places)), level % 2 == 1)
        for places, level in pieces
    ]


def _stretches(row: bytes | bytearray) -> Iterator[tuple[int, int]]:
    start = None
    for place, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


@cache
def _rgb(colour: Colour) -> str:
    return " ".join(_n(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


def _fill(colour: Colour) -> str:
    return f"{_rgb(colour)} rg"


def _stroke(colour: Colour) -> str:
    return f"{_rgb(colour)} RG"


def pdf_string(text: str) -> str:
    """A PDF string object: UTF-16 behind a byte order mark where it is more than ASCII."""
    if text.isascii():
        for sign in "\\()":
            text = text.replace(sign, f"\\{sign}")
        return f"({text})".replace("\r", "\\r").replace("\n", "\\n")
    marked = b"\xfe\xff" + text.encode("utf-16-be")
    return f"<{marked.hex().upper()}>"
