"""The method (werkwijze) of a session on one sheet: its phases in order, with their minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CELL,
    FIGURES,
    RIGHT,
    TINY,
    Cell,
    Column,
    Sheet,
    bold,
    cell,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import prose
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import finished, stationery, title

ROW_HEIGHT = 11.0
_MINUTES, _WHO = 22.0, 42.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPhase:
    """One phase: its minutes, who has the floor and what is meant; `listens` of the contributor."""

    name: str
    minutes: int
    who: str = ""
    hint: str = ""
    listens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodSheetFacts:
    """Everything on the sheet; `note` is a remark under it, such as a source."""

    practice: PracticeFacts
    issued_on: date
    group: str
    method: str
    about: str = ""
    phases: tuple[SheetPhase, ...]
    note: str = ""

    @property
    def minutes(self) -> int:
        """All phases together."""
        return sum(phase.minutes for phase in self.phases)


def render(facts: MethodSheetFacts) -> bytes:
    """The sheet as PDF/A-3A and PDF/UA-1."""
    words = texts("method_sheet")
    under = words["under"].format(minutes=facts.minutes)
    about = About(title=f"{tidy(facts.method)}, {tidy(facts.group)}",
                  author=tidy(facts.practice.name), subject=under,
                  issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, facts.method, facts.practice, under=under)
    prose(sheet, facts.about, BODY, after=3.0)
    _phases(sheet, facts)
    if facts.note:
        sheet.y += 4.0
        prose(sheet, facts.note, TINY)
    foot = words["foot"].format(method=tidy(facts.method), group=tidy(facts.group))
    return finished(sheet, foot)


def _phases(sheet: Sheet, facts: MethodSheetFacts) -> None:
    heads = texts("method_sheet")["table"]
    who = _WHO if any(phase.who for phase in facts.phases) else 0.0
    columns = [
        Column(head=heads["phase"], width=sheet.room - _MINUTES - who),
        *([Column(head=heads["who"], width=who)] if who else []),
        Column(head=heads["minutes"], width=_MINUTES, align=RIGHT),
    ]
    rows = [
        [_named(number, phase), *([cell(phase.who)] if who else []),
         cell(str(phase.minutes), FIGURES)]
        for number, phase in enumerate(facts.phases, start=1)
    ]  # fmt: skip
    total = [
        Cell(texts=(plain(texts("method_sheet")["total"], bold(CELL)),), span=2 if who else 1),
        Cell(texts=(plain(str(facts.minutes), bold(FIGURES)),)),
    ]
    sheet.table(columns, rows, row_height=ROW_HEIGHT, foot=total)


def _named(number: int, phase: SheetPhase) -> Cell:
    """The phase behind its number, with what is meant under it."""
    listens = texts("method_sheet")["listens"] if phase.listens else ""
    under = " ".join(part for part in (phase.hint.strip(), listens) if part)
    lines = [plain(f"{number}. {phase.name}", bold(CELL))]
    if under:
        lines.append(plain(under, CELL))
    return Cell(texts=tuple(lines), head=True)
