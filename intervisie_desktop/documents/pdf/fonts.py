"""The faces papers are set in, read once per process, and the piece of text set in one of them.

A `Run` is text that is already shaped: glyph numbers and widths, independent of the size. It is
made in `shaping.py` and put on paper in `page.py`.
"""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

from intervisie_desktop.documents.pdf.material import material


class Role(StrEnum):
    """What a piece of text is set in; the value is the name of the font file."""

    TEXT = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    BOLD = "Inter-SemiBold"
    SERIF = "SourceSerif4-Regular"
    SERIF_MEDIUM = "SourceSerif4-Medium"
    SERIF_BOLD = "SourceSerif4-SemiBold"
    SERIF_ITALIC = "SourceSerif4-Italic"


FALLBACKS = ("NotoSansHebrew-Medium", "NotoNaskhArabic-Medium", "NotoSansDevanagari-Medium")
PLACEHOLDER = "□"
"""Stands for a character that no face has."""

_UNUSED_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"name", b"post", b"OS/2", b"cmap", b"gasp")


class Face:
    """One font file: its glyphs, widths and the figures a PDF wants to know about it."""

    def __init__(self, place: Path) -> None:
        self.name = place.stem
        self.face = hb.Face(hb.Blob(place.read_bytes()))
        self.font = hb.Font(self.face)
        self.unit: float = 1000 / self.face.upem
        self.codepoints: frozenset[int] = frozenset(self.face.unicodes)
        extents = self.font.get_font_extents("ltr")
        self.ascent = round(extents.ascender * self.unit)
        self.descent = round(extents.descender * self.unit)
        capital = self.font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)
        self.cap_height = round(capital * self.unit) if capital else self.ascent
        self.italic = "Italic" in self.name
        self.bold = "Bold" in self.name
        self.box = self._bounding_box()

    def _bounding_box(self) -> tuple[int, int, int, int]:
        head = bytes(self.face.reference_table("head").data)
        corners = (int.from_bytes(head[i : i + 2], "big", signed=True) for i in (36, 38, 40, 42))
        left, bottom, right, top = (round(c * self.unit) for c in corners)
        return left, bottom, right, top

    def width(self, glyph: int) -> int:
        """The advance of a glyph in thousandths of the size."""
        advance: int = self.font.get_glyph_h_advance(glyph)
        return round(advance * self.unit)

    def has(self, character: str) -> bool:
        """True when this face can draw the character."""
        return ord(character) in self.codepoints

    @lru_cache(maxsize=512)  # noqa: B019  (faces live as long as the process)
    def subset(self, glyphs: frozenset[int]) -> tuple[int, bytes]:
        """The font file with only these glyphs, under their own numbers: length and deflated."""
        order = hb.SubsetInput()
        order.glyph_set.update(glyphs)
        order.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.RETAIN_GIDS
        )
        dropped = order.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        dropped.update(int.from_bytes(tag, "big") for tag in _UNUSED_TABLES)
        data = bytes(hb.subset(self.face, order).blob.data)
        return len(data), zlib.compress(data, 6)


@cache
def face(name: str) -> Face:
    """A shipped face by the name of its file; read at first use."""
    return Face(material() / "fonts" / f"{name}.ttf")


@cache
def extra_faces() -> tuple[Face, ...]:
    """Faces that were added for more scripts (`packaging/make_fonts.py --extra`)."""
    return tuple(Face(place) for place in sorted((material() / "fonts" / "extra").glob("*.ttf")))


@cache
def candidates(role: Role) -> tuple[Face, ...]:
    """The faces to try for a role, in order."""
    first = (face(role), face(Role.TEXT))
    return (*first, *(face(name) for name in FALLBACKS), *extra_faces())


def invisible(character: str) -> bool:
    """True for marks that steer text and are not seen, such as a joiner or a direction mark."""
    return unicodedata.category(character) in {"Cf", "Cc"} or "\ufe00" <= character <= "\ufe0f"


def face_for(character: str, role: Role) -> Face | None:
    """The first face that has the character, or None."""
    return next((f for f in candidates(role) if f.has(character)), None)


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters that no shipped face can draw, each once, in order of appearance.

    They are printed as a small square; say so before a paper is issued.
    """
    found: dict[str, None] = {}
    for character in unicodedata.normalize("NFC", text):
        seen = not character.isspace() and not invisible(character)
        if seen and face_for(character, Role.TEXT) is None:
            found[character] = None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Run:
    """Shaped text in one face.

    `show` is the operand and operator that draw it, `width` its advance in thousandths of the
    size, `glyphs` the text behind every glyph, `spoken` the text where glyphs alone cannot tell.
    `start` is its place in the text as it is read, which differs from left to right in Hebrew.
    """

    face: Face = field(repr=False)
    show: str
    width: float
    glyphs: tuple[tuple[int, str], ...]
    text: str
    spoken: str | None = None
    start: int = 0
