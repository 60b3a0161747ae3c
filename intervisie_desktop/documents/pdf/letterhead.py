"""The head of every paper: the mark and name of the practice; and how a paper is signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intervisie_desktop.documents.pdf.fonts import Role
from intervisie_desktop.documents.pdf.layout import (
    ACCENT,
    BODY,
    INK,
    RIGHT,
    SMALL,
    TINY,
    Sheet,
    bold,
    plain,
)
from intervisie_desktop.documents.pdf.page import MM
from intervisie_desktop.documents.pdf.shaping import Span, Style, fitted, tidy, wrapped

NAME = Style(Role.SERIF_BOLD, 15.2, 19.5, INK)
LOGO_HEIGHT, LOGO_WIDTH = 15.0, 42.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeFacts:
    """The practice as papers show it; `logo` a PNG or JPEG, `lines` address and registers."""

    name: str
    tagline: str = ""
    logo: bytes | None = None
    accent: str = ACCENT
    lines: tuple[str, ...] = ()


def practice_head(sheet: Sheet, practice: PracticeFacts, top: float, room: float, alt: str) -> None:
    """The mark with the name and the line under it, within `room` mm from the left margin."""
    x = sheet.left
    if practice.logo:
        wide = sheet.figure(practice.logo, x, top, LOGO_WIDTH, LOGO_HEIGHT, alt=alt, down=0.5)
        x += wide + 4.0
    room -= x - sheet.left
    style = fitted(tidy(practice.name), NAME, room, 11)
    lines = wrapped(plain(practice.name, style), room)
    height = len(lines) * style.leading + (SMALL.leading if practice.tagline else 0)
    y = top + max(0.0, (LOGO_HEIGHT - height / MM) / 2)
    with sheet.paper.element("P"):
        y = sheet.text(plain(practice.name, style), x, y, room)
    if practice.tagline:
        with sheet.paper.element("P"):
            sheet.text(plain(practice.tagline, SMALL), x, y, room)


def head_lines(sheet: Sheet, lines: Sequence[tuple[Span, ...]], top: float, room: float) -> None:
    """Lines at the right of the head, such as the number or the address."""
    height = sum(spans[0].style.leading for spans in lines) / MM
    y = top + max(0.0, (LOGO_HEIGHT - height) / 2)
    for spans in lines:
        with sheet.paper.element("P"):
            y = sheet.text(spans, sheet.right - room, y, room, RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs: name, the lines under it, and an image of the signature if there is one."""

    name: str
    lines: tuple[str, ...] = ()
    signature: bytes | None = None


def signature_height(signer: Signer, room: float) -> float:
    """How high the place for a signature is, in mm."""
    lines = sum(len(wrapped(plain(text, TINY), room)) for text in signer.lines)
    names = len(wrapped(plain(signer.name, bold(BODY)), room))
    return 15.5 + 1.6 + (names * BODY.leading + lines * TINY.leading) / MM


def signature_place(
    sheet: Sheet, signer: Signer, x: float, y: float, room: float, alt: str
) -> None:
    """A signature or room for one, a line, and the name with what it stands for."""
    if signer.signature:
        sheet.figure(signer.signature, x + 1, y, room - 2, 14.0, alt=alt, down=1.0)
    with sheet.paper.artifact():
        sheet.paper.line(x, y + 15.5, x + room, y + 15.5, 0.25, INK)
    y += 17.1
    with sheet.paper.element("P"):
        y = sheet.text(plain(signer.name, bold(BODY)), x, y, room)
    for text in signer.lines:
        with sheet.paper.element("P"):
            y = sheet.text(plain(text, TINY), x, y, room)
