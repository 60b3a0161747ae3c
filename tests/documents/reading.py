"""Reads a tagged PDF the way a screen reader does: by its structure tree, not by its looks."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

PAINTING = {b"TJ", b"Tj", b"f", b"S", b"B", b"Do", b"s", b"F", b"b", b"sh"}


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def to_unicode(font) -> dict[int, str]:
    cmap = font["/ToUnicode"].get_data().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", cmap)
    }


def marked_texts(page, reader) -> tuple[dict[int, str], list[str]]:
    """The text of each piece of marked content, and what was painted outside of any mark."""
    fonts = {name: to_unicode(font) for name, font in page["/Resources"]["/Font"].items()}
    texts: dict[int, str] = {}
    marks: list[tuple[int | None, str | None]] = []
    loose: list[str] = []
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            properties = operands[1] if isinstance(operands[1], DictionaryObject) else {}
            number = properties.get("/MCID", marks[-1][0] if marks else None)
            spoken = properties.get("/ActualText")
            marks.append((number, spoken))
            if number is not None:
                texts[number] = texts.get(number, "") + (spoken or "")
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in PAINTING:
            if not marks:
                loose.append(operator.decode())
            elif operator == b"TJ" and marks[-1] != (None, None) and marks[-1][1] is None:
                texts[marks[-1][0]] += "".join(_decoded(part, font) for part in operands[0])
    return texts, loose


def _decoded(part, font: dict[int, str]) -> str:
    if not isinstance(part, bytes | str):
        return ""
    raw = part if isinstance(part, bytes) else part.original_bytes
    codes = [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]
    return "".join(font[code] for code in codes)


def outline(data: bytes) -> str:
    """The structure tree as indented lines: kind, attributes that matter, and text."""
    reader = opened(data)
    pages = {page.indirect_reference.idnum: page for page in reader.pages}
    texts = {number: marked_texts(page, reader)[0] for number, page in pages.items()}
    lines: list[str] = []

    def visit(element, depth: int) -> None:
        kind = element["/S"][1:]
        words, inner = [], []
        kids = element.get("/K", [])
        for item in kids if isinstance(kids, ArrayObject) else [kids]:
            kid = item.get_object()
            if isinstance(kid, int):
                home = element.raw_get("/Pg").idnum
                words.append(texts[home][kid])
            elif "/MCID" in kid:
                words.append(texts[kid.raw_get("/Pg").idnum][kid["/MCID"]])
            else:
                inner.append(kid)
        alt = f" [{element['/Alt']}]" if "/Alt" in element else ""
        text = " ".join("".join(words).split())
        lines.append(f"{'  ' * depth}{kind}{alt}{': ' + text if text else ''}")
        for kid in inner:
            visit(kid, depth + 1)

    visit(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object(), 0)
    return "\n".join(lines) + "\n"


def spoken(data: bytes) -> str:
    """All text in reading order, without the tree."""
    return " ".join(line.split(": ", 1)[1] for line in outline(data).splitlines() if ": " in line)
