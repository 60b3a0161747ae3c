"""The foot of a certificate: place, day, signature, and the code to check it with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.certificate_facts import CertificateFacts
from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CENTRE,
    INK,
    RIGHT,
    SMALL,
    TINY,
    Sheet,
    bold,
    filled,
    height_of,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import Signer, signature_height, signature_place
from intervisie_desktop.documents.pdf.qr import modules
from intervisie_desktop.documents.pdf.shaping import Span

Words = Mapping[str, Any]
QR_SIDE = 24.0


def draw_signing(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    """Place, day, signature and code: at the foot of the page, or on a later page below it all."""
    signing = words["signing"]
    height = signing_height(facts, signing)
    sheet.ensure(height)
    y = bottom = sheet.bottom
    if sheet.paper.page_count > 1:
        y = bottom = min(bottom, sheet.y + height + 12.0)
    y -= height - 3.0
    room, signer = _signer(facts, signing)
    with sheet.paper.element("P"):
        y = sheet.text(_place_and_day(facts, signing), sheet.left, y, room) + 1.2
    alt = signing["signature_alt"].format(name=facts.leader)
    signature_place(sheet, signer, sheet.left, y, room, alt)
    _check(sheet, facts, words["check"], bottom - 1.0)


def signing_height(facts: CertificateFacts, signing: Words) -> float:
    """How high the place for the signature is, with air above it."""
    room, signer = _signer(facts, signing)
    own = height_of(_place_and_day(facts, signing), room) + 1.2 + signature_height(signer, room)
    return max(own, QR_SIDE if facts.qr_payload else 0.0) + 3.0


def _signer(facts: CertificateFacts, signing: Words) -> tuple[float, Signer]:
    """How wide the place for the signature is, and who signs."""
    room = 66.0 if facts.qr_payload or facts.control_code else 90.0
    lines = _capacity(facts, signing)
    return room, Signer(name=facts.leader, lines=lines, signature=facts.signature)


def _place_and_day(facts: CertificateFacts, signing: Words) -> tuple[Span, ...]:
    day = dutch.day(facts.issued_on)
    return filled(signing["place_and_day"], SMALL, place=facts.place, day=day)


def _capacity(facts: CertificateFacts, words: Words) -> tuple[str, ...]:
    """The lines under the name of who signs."""
    lines = [facts.leader_line or facts.quality]
    if facts.designation:
        until = facts.designation_until
        template = words["designation_until" if until else "designation"]
        day = dutch.day(until) if until else ""
        lines.append(template.format(designation=facts.designation, day=day))
    return tuple(lines)


def _check(sheet: Sheet, facts: CertificateFacts, words: Words, bottom: float) -> None:
    """The QR code and the control code, for who wants to know whether this paper is genuine."""
    edge = sheet.right
    if facts.qr_payload:
        alt = words["qr_alt"].format(number=facts.number)
        left, top = edge - QR_SIDE, bottom - QR_SIDE
        box = sheet.box(left, top, QR_SIDE, QR_SIDE)
        with sheet.paper.element("Figure", alt=alt, attributes=box):
            sheet.paper.squares(left, top, QR_SIDE, modules(facts.qr_payload), INK)
        edge = left - 3.6
    if facts.control_code:
        where = filled(words["where"], TINY, quality=facts.quality)
        room = 27.0 if facts.qr_payload else 60.0
        code = bold(BODY).resized(9.75)
        y = bottom - height_of(where, room) - 9.6
        for spans in ((Span(words["label"], TINY),), plain(facts.control_code, code)):
            with sheet.paper.element("P"):
                y = sheet.text(spans, edge - 40, y, 40, RIGHT)
        with sheet.paper.element("P"):
            sheet.text(where, edge - room, y, room, RIGHT)


def draw_page_numbers(sheet: Sheet, words: Words) -> None:
    """Which page of how many at the foot, where there is more than one."""
    pages = sheet.paper.page_count
    if pages == 1:
        return
    for page in range(pages):
        sheet.paper.turn_to(page)
        with sheet.paper.artifact("Pagination"):
            number = filled(words["page"], TINY, page=str(page + 1), pages=str(pages))
            sheet.text(number, sheet.left, sheet.bottom + 1.2, sheet.room, CENTRE)
