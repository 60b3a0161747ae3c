"""The secrecy statement (geheimhoudingsverklaring) of one participant, to sign with the leader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf.agreement import TEXT, Clause, set_clause
from intervisie_desktop.documents.pdf.layout import CELL, INK, Sheet, plain
from intervisie_desktop.documents.pdf.letterhead import (
    PracticeFacts,
    Signer,
    signature_height,
    signature_place,
)
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import prose
from intervisie_desktop.documents.pdf.shaping import tidy, width
from intervisie_desktop.documents.pdf.stationery import finished, stationery, title

_GAP = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """Everything on a statement: who declares what, and before whom."""

    practice: PracticeFacts
    issued_on: date
    group: str
    participant: str
    participant_line: str = ""
    leader: str
    leader_line: str = ""
    declaration: str
    clauses: tuple[Clause, ...]
    closing: str = ""


def render(facts: StatementFacts) -> bytes:
    """The statement as PDF/A-3A and PDF/UA-1."""
    words = texts("statement")
    group, name = tidy(facts.group), tidy(facts.participant)
    under = words["under"].format(group=group)
    about = About(title=f"{words['title']} {name}", author=tidy(facts.practice.name),
                  subject=under, issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice, under=under)
    prose(sheet, facts.declaration, TEXT, after=2.6)
    for number, clause in enumerate(facts.clauses, start=1):
        set_clause(sheet, number, clause)
    prose(sheet, facts.closing, TEXT, after=2.6)
    _signing(sheet, facts)
    return finished(sheet, words["foot"].format(name=name, group=group))


def _signing(sheet: Sheet, facts: StatementFacts) -> None:
    """Room for place and day, and the two signatures side by side."""
    words = texts("statement")
    room = (sheet.room - _GAP) / 2
    signers = (
        Signer(name=facts.participant, lines=_lines(facts.participant_line)),
        Signer(name=facts.leader, lines=_lines(facts.leader_line)),
    )
    height = max(signature_height(signer, room) for signer in signers)
    sheet.ensure(height + 16.0)
    sheet.paragraph(plain(words["before"], CELL), after=2.4)
    label = words["labels"]["place"]
    start = sheet.left + width(label, CELL) + 2
    with sheet.paper.artifact():
        sheet.paper.line(start, sheet.y + 4.4, sheet.right, sheet.y + 4.4, 0.2, INK)
    sheet.paragraph(plain(label, CELL), after=4.0)
    alt = texts("stationery")["signature_alt"]
    for place, signer in enumerate(signers):
        x = sheet.left + place * (room + _GAP)
        signature_place(sheet, signer, x, sheet.y, room, alt.format(name=signer.name))
    sheet.y += height


def _lines(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
