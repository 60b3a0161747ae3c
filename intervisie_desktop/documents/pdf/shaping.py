"""From text to shaped runs: the right face per character, the right order, and lines that fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import uharfbuzz as hb

from intervisie_desktop.documents.pdf.fonts import (
    PLACEHOLDER,
    Face,
    Role,
    Run,
    candidates,
    face,
    face_for,
    invisible,
)
from intervisie_desktop.documents.pdf.page import MM, visual_runs

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]"
)
_SPACES = re.compile("[\t\n\r\x0b\x0c \u2028\u2029]+")
_SAME_GLYPH = str.maketrans({"\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks: face, size and line height in points, colour."""

    role: Role
    size: float
    leading: float
    colour: str
    tabular: bool = False

    def resized(self, size: float) -> Style:
        """The same at another size, the line height in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """Spans that stand beside each other; `width` in millimetres."""

    spans: tuple[Span, ...]
    width: float


def tidy(text: str) -> str:
    """The text in composed form, with single blanks and without control characters."""
    composed = unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip()
    return "".join(c for c in composed if unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"})


@lru_cache(maxsize=4096)
def shape(text: str, role: Role, tabular: bool = False) -> tuple[Run, ...]:
    """The runs that draw a line of text, from left to right."""
    pieces = visual_runs(text) if _RIGHT_TO_LEFT.search(text) else [(0, text, False)]
    runs: list[Run] = []
    for first, piece, backwards in pieces:
        start, parts = first, []
        for part, chosen, known in _by_face(piece, role):
            parts.append(_shaped(part, chosen, tabular, backwards, known, start))
            start += len(part)
        runs += reversed(parts) if backwards else parts
    return tuple(runs)


def width(text: str, style: Style) -> float:
    """How wide the text is, in millimetres."""
    units = sum(run.width for run in shape(text, style.role, style.tabular))
    return units * style.size / 1000 / MM


def fitted(text: str, style: Style, room: float, smallest: float) -> Style:
    """The style, made smaller until the text fits in `room` mm, but not below `smallest` pt."""
    needed = width(text, style)
    if needed <= room:
        return style
    return style.resized(max(smallest, int(style.size * room / needed * 4) / 4))


def wrapped(spans: Sequence[Span], room: float) -> list[Line]:
    """The spans in lines of at most `room` mm, broken at blanks, or within a word if need be."""
    lines: list[Line] = []
    current: list[Span] = []
    used = 0.0
    for word in _words(spans, room):
        full = sum(width(part.text, part.style) for part in word)
        last = word[-1]
        bare = full - width(last.text, last.style) + width(last.text.rstrip(" "), last.style)
        if current and used + bare > room + 0.01:
            lines.append(_line(current))
            current, used = [], 0.0
        current += word
        used += full
    return [*lines, _line(current, last=True)]


def balanced(spans: Sequence[Span], room: float) -> list[Line]:
    """The spans in as few lines as `room` mm allows, all about as long; for centred text."""
    lines = wrapped(spans, room)
    narrow, wide = room / len(lines), room
    for _ in range(8 if len(lines) > 1 else 0):
        middle = (narrow + wide) / 2
        tried = wrapped(spans, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            lines, wide = tried, middle
    return lines


def _line(parts: list[Span], *, last: bool = False) -> Line:
    """Parts of one style joined; the blank at the end is kept for who copies, not measured."""
    joined: list[Span] = []
    for part in parts:
        if joined and joined[-1].style == part.style:
            joined[-1] = Span(joined[-1].text + part.text, part.style)
        else:
            joined.append(part)
    if not joined:
        return Line((), 0.0)
    end = joined[-1]
    bare = Span(end.text.rstrip(" "), end.style)
    wide = sum(width(s.text, s.style) for s in (*joined[:-1], bare))
    return Line((*joined[:-1], bare if last else end), wide)


def _words(spans: Sequence[Span], room: float) -> Iterator[list[Span]]:
    """Words with the blank behind them; a word may run on from one span into the next."""
    word: list[Span] = []
    for span in spans:
        for text in re.findall(r"[^ ]+ *| +", span.text):
            last = text
            if width(text.rstrip(" "), span.style) > room:
                if word:
                    yield word
                *pieces, last = _broken(text, span.style, room)
                yield from ([Span(piece, span.style)] for piece in pieces)
                word = []
            word.append(Span(last, span.style))
            if last.endswith(" "):
                yield word
                word = []
    if word:
        yield word


def _broken(text: str, style: Style, room: float) -> Iterator[str]:
    """A word that is too long for any line, in pieces that do fit."""
    letters: list[str] = []
    for character in text:
        if letters and _joins(character):
            letters[-1] += character
        else:
            letters.append(character)
    piece = ""
    for letter in letters:
        if piece and width((piece + letter).rstrip(" "), style) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _joins(character: str) -> bool:
    """True for what cannot begin a piece: an accent, a joiner."""
    return unicodedata.combining(character) > 0 or invisible(character)


def _by_face(text: str, role: Role) -> Iterator[tuple[str, Face, bool]]:
    """The text in pieces that one face can draw; accents and joiners stay with their letter.

    A character that no face has makes a piece of its own: (text, face, False).
    """
    start, current, known = 0, candidates(role)[0], True
    for place, character in enumerate(text):
        if current.has(character) and known:
            continue
        if place and known and _joins(character):
            continue
        chosen = face_for(character, role)
        if place > start:
            yield text[start:place], current, known
        start, known = place, chosen is not None or invisible(character)
        current = chosen or (current if invisible(character) else face(Role.TEXT))
    if start < len(text):
        yield text[start:], current, known


def _shaped(
    text: str, chosen: Face, tabular: bool, backwards: bool, known: bool, start: int
) -> Run:
    drawn = text if known else PLACEHOLDER * len(text)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(drawn)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.language = "nl"
    hb.shape(chosen.font, buffer, {"tnum": True} if tabular else {})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    glyphs, plain = _text_behind(drawn, [(i.codepoint, i.cluster) for i in infos])
    spoken = None if plain and known and not backwards else text
    moves = [(p.x_advance, p.x_offset, p.y_offset) for p in positions]
    show, advance = _operators(chosen, [g for g, _ in glyphs], moves)
    return Run(chosen, show, advance, tuple(glyphs), text, spoken, start)


def _text_behind(text: str, infos: list[tuple[int, int]]) -> tuple[list[tuple[int, str]], bool]:
    """Every glyph with its text; False when that alone does not give the text back."""
    starts = sorted({cluster for _, cluster in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    result: list[tuple[int, str]] = []
    plain = True
    for glyph, cluster in infos:
        behind = text[cluster : ends[cluster]].translate(_SAME_GLYPH)
        plain = plain and cluster not in seen
        seen.add(cluster)
        result.append((glyph, behind))
    return result, plain


def _operators(
    chosen: Face, glyphs: list[int], moves: list[tuple[int, int, int]]
) -> tuple[str, float]:
    """What places these glyphs at size 1, and their advance in thousandths.

    A step that differs from the width of the glyph (kerning, an accent) is a number in the
    array; an accent that is moved up or down needs a rise before it.
    """
    unit = chosen.unit
    done: list[str] = []
    array: list[str] = []
    row = ""
    owed = advance = 0.0
    rise = 0
    for glyph, (step, aside, up) in zip(glyphs, moves, strict=True):
        before = round(owed + aside * unit)
        if row and (before or up != rise):
            array.append(f"<{row}>")
            row = ""
        if up != rise:
            done += [f"[{' '.join(array)}] TJ"] if array else []
            done.append(f"{up * unit / 1000:.4f} Ts")
            array, rise = [], up
        if before:
            array.append(str(-before))
        row += f"{glyph:04X}"
        owed += step * unit - chosen.width(glyph) - before
        advance += step * unit
    done.append(f"[{' '.join([*array, f'<{row}>'])}] TJ")
    return " ".join([*done, "0 Ts"] if rise else done), advance
