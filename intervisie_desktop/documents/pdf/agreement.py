"""The agreement of a group (intervisiecontract) with its secrecy, ready to be signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CELL,
    Cell,
    Column,
    Sheet,
    bold,
    cell,
    height_of,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import (
    finished,
    heading,
    pairs,
    stationery,
    title,
)

SIGNATURE_HEIGHT = 13.5
TEXT = replace(BODY, size=9.2, leading=13.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One provision; a blank line in `text` starts a new paragraph."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone who signs; `signed_on` when that is done."""

    name: str
    line: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts:
    """Everything on an agreement; the leader signs last."""

    practice: PracticeFacts
    agreed_on: date
    place: str = ""
    group: str
    frequency: str = ""
    leader: Party
    participants: tuple[Party, ...]
    clauses: tuple[Clause, ...]


def render(facts: AgreementFacts) -> bytes:
    """The agreement as PDF/A-3A and PDF/UA-1."""
    words = texts("agreement")
    group = tidy(facts.group)
    under = words["under"].format(group=group)
    about = About(title=f"{words['title']} {group}", author=tidy(facts.practice.name),
                  subject=under, issued_on=facts.agreed_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice, under=under)
    labels = words["labels"]
    pairs(
        sheet,
        [
            (labels["group"], facts.group),
            (labels["leader"], ", ".join(p for p in (facts.leader.name, facts.leader.line) if p)),
            (labels["frequency"], facts.frequency),
            (labels["place"], facts.place),
            (labels["day"], dutch.day(facts.agreed_on)),
        ],
    )
    for number, clause in enumerate(facts.clauses, start=1):
        set_clause(sheet, number, clause)
    heading(sheet, words["signatures"], follows=3 * SIGNATURE_HEIGHT)
    sheet.paragraph(plain(words["before"], TEXT), after=3.0)
    _signatures(sheet, facts, words["table"])
    return finished(sheet, words["foot"].format(group=group, day=dutch.day(facts.agreed_on)))


def set_clause(sheet: Sheet, number: int, clause: Clause) -> None:
    """One provision behind its number, its heading kept with what follows."""
    paragraphs = [plain(text, TEXT) for text in clause.text.split("\n\n") if tidy(text)]
    first = height_of(paragraphs[0], sheet.room) if paragraphs else 0.0
    sheet.ensure(6.0 + min(first, 30.0))
    sheet.paragraph(plain(f"{number}. {clause.heading}", bold(TEXT)), kind="H2", after=0.3)
    for spans in paragraphs:
        sheet.paragraph(spans, after=1.0)
    sheet.y += 1.0


def _signatures(sheet: Sheet, facts: AgreementFacts, heads: dict[str, str]) -> None:
    columns = [
        Column(head=heads["name"], width=74.0),
        Column(head=heads["day"], width=36.0),
        Column(head=heads["signature"], width=sheet.room - 110.0),
    ]
    rows = [_row(party) for party in (*facts.participants, facts.leader)]
    sheet.table(columns, rows, row_height=SIGNATURE_HEIGHT, grid=True)


def _row(party: Party) -> tuple[Cell, ...]:
    day = dutch.day(party.signed_on) if party.signed_on else ""
    return cell(party.name, note=party.line), cell(day, CELL), cell("")
