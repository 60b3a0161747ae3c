"""The objects with which a face goes into a PDF: a subset with widths and the text behind it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping

from intervisie_desktop.documents.pdf.fonts import Face

_SYMBOLIC, _ITALIC, _BOLD = 1 << 2, 1 << 6, 1 << 18

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def font_bodies(
    face: Face, used: Mapping[int, str], first: int
) -> Iterator[tuple[str, bytes | None]]:
    """The objects of a face, numbered from `first`, the one a page refers to last.

    `used` holds the text behind each glyph.
    """
    glyphs = frozenset(used)
    name = f"{_tag(glyphs)}+{face.name}"
    length, data = face.subset(glyphs)
    yield f"<< /Length {len(data)} /Length1 {length} /Filter /FlateDecode >>", data
    cmap = zlib.compress(_to_unicode(used).encode("ascii"), 6)
    yield f"<< /Length {len(cmap)} /Filter /FlateDecode >>", cmap
    yield _descriptor(face, name, first), None
    glyph_font = (
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {first + 2} 0 R /DW {face.width(0)} /W [{_widths(face, glyphs)}] >>"
    )
    yield glyph_font, None
    font = (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
        f" /DescendantFonts [{first + 3} 0 R] /ToUnicode {first + 1} 0 R >>"
    )
    yield font, None


def _descriptor(face: Face, name: str, file: int) -> str:
    flags = _SYMBOLIC | (_ITALIC if face.italic else 0) | (_BOLD if face.bold else 0)
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags}"
        f" /FontBBox [{' '.join(map(str, face.box))}] /ItalicAngle {-12 if face.italic else 0}"
        f" /Ascent {face.ascent} /Descent {face.descent} /CapHeight {face.cap_height}"
        f" /StemV {120 if face.bold else 80} /FontFile2 {file} 0 R >>"
    )


def _tag(glyphs: frozenset[int]) -> str:
    """Six capitals that name a subset, as PDF asks."""
    digest = hashlib.sha256(repr(sorted(glyphs)).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _widths(face: Face, glyphs: frozenset[int]) -> str:
    parts: list[str] = []
    before = -2
    for glyph in sorted(glyphs):
        parts.append(f" {face.width(glyph)}" if glyph == before + 1 else
                     f"{'] ' if parts else ''}{glyph} [{face.width(glyph)}")  # fmt: skip
        before = glyph
    return "".join(parts) + ("]" if parts else "")


def _to_unicode(used: Mapping[int, str]) -> str:
    entries = [
        f"<{glyph:04X}> <{used[glyph].encode('utf-16-be').hex().upper()}>\n"
        for glyph in sorted(used)
    ]
    blocks = "".join(
        f"{len(entries[i : i + 100])} beginbfchar\n{''.join(entries[i : i + 100])}endbfchar\n"
        for i in range(0, len(entries), 100)
    )
    return _CMAP.format(blocks=blocks)
