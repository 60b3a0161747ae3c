"""The section Evaluaties: what the forms of a group say over a year; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from intervisie_desktop.services.evaluations import ENOUGH, EvaluationsService, EvaluationTotals
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.writing import safe_name, write_file
from intervisie_desktop.ui.shell.desk import Desk, Destination, FileQuestion, Place, Progress
from intervisie_desktop.ui.shell.paper import PaperPrinter
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import evaluations as words
from intervisie_desktop.ui.widgets.columns import Align, Column, Look

EMPTY = (
    "Nog geen evaluaties in dit jaar",
    "Neem na een bijeenkomst de formulieren over; de uitkomsten staan daarna hier.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group with how many forms came back and of how many sessions."""

    id: str
    name: str
    code: str
    colour: int
    sessions: int
    forms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """A statement with what was said together."""

    id: str
    text: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationsState:
    """Everything in the section; `note` says why there are no figures."""

    subtitle: str
    groups: tuple[GroupLine, ...]
    group_id: str
    title: str
    side: str
    items: tuple[ItemLine, ...]
    note: str
    can_print: bool


def _name(line: GroupLine) -> str:
    return line.name


def _code(line: GroupLine) -> str:
    return line.code


def _tag(line: GroupLine) -> tuple[str, int]:
    return line.code, line.colour


def _sessions(line: GroupLine) -> str:
    return str(line.sessions)


def _session_count(line: GroupLine) -> int:
    return line.sessions


def _forms(line: GroupLine) -> str:
    return str(line.forms)


def _form_count(line: GroupLine) -> int:
    return line.forms


def _text(line: ItemLine) -> str:
    return line.text


def _figure(line: ItemLine) -> str:
    return line.figure


GROUPS: tuple[Column[GroupLine], ...] = (
    Column("Groep", _name, look=Look.STRONG),
    Column("", _code, width=58, look=Look.TAG, tag=_tag),
    Column("Bijeenkomsten", _sessions, _session_count, Align.RIGHT, 112),
    Column("Formulieren", _forms, _form_count, Align.RIGHT, 98),
)
ITEMS: tuple[Column[ItemLine], ...] = (
    Column("Uitspraak", _text, tip=_text),
    Column("Samen", _figure, width=84, align=Align.RIGHT, look=Look.STRONG),
)


class EvaluationsView(Protocol):
    """What the presenter asks of the section."""

    def show_state(self, state: EvaluationsState) -> None:
        """Show everything."""


class EvaluationsPresenter:
    """Keeps which group is open."""

    def __init__(
        self,
        evaluations: EvaluationsService,
        groups: GroupsService,
        view: EvaluationsView,
        desk: Desk,
        printer: PaperPrinter,
    ) -> None:
        self._evaluations = evaluations
        self._groups = groups
        self._view = view
        self._desk = desk
        self._print = printer
        self._open = ""

    def open(self, group_id: str) -> None:
        """Come here, maybe for one group."""
        self._open = group_id or self._open
        self.refresh()

    def select(self, group_id: str) -> None:
        """A group in the list."""
        if group_id and group_id != self._open:
            self._open = group_id
            self.refresh()

    def open_group(self, group_id: str) -> None:
        """To the page of a group."""
        self._desk.go(Destination(Place.GROUPS, group_id))

    def open_id(self) -> str:
        """Which group is open."""
        return self._open

    def refresh(self) -> None:
        """Read again."""
        year = self._desk.year()
        there = self._evaluations.groups_in(year)
        rows = (*self._groups.rows(), *self._groups.rows(archived=True))
        found = {
            row.id: self._evaluations.of_group(row.id, year) for row in rows if row.id in there
        }
        lines = [
            GroupLine(
                id=row.id,
                name=row.name,
                code=row.code,
                colour=row.colour,
                sessions=len(found[row.id].days),
                forms=found[row.id].all_forms,
            )
            for row in rows
            if row.id in found
        ]
        if self._open not in found:
            self._open = next(iter(found), "")
        self._view.show_state(_state(tuple(lines), self._open, found.get(self._open)))

    # Out

    def save(self) -> None:
        """The outcome as PDF, where the user says."""
        group_id, year = self._open, self._desk.year()
        if not group_id:
            return
        name = self._groups.card(group_id).group.name
        title = f"Evaluaties {year}"
        question = FileQuestion(
            f"{title} opslaan", ("PDF-bestand (*.pdf)",), f"{safe_name(f'{title} {name}')}.pdf"
        )

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, self._evaluations.paper_of_group(group_id, year))

            self._desk.run(write, self._written, title)

        self._desk.choose_target(question, chosen)

    def print(self) -> None:
        """The outcome through the print dialog of the system."""
        group_id, year = self._open, self._desk.year()
        if group_id:
            self._print(
                f"Evaluaties {year}", lambda: self._evaluations.paper_of_group(group_id, year)
            )

    def _written(self, path: Path) -> None:
        self._desk.tell(f"Opgeslagen als {path.name}.")


def _state(
    lines: tuple[GroupLine, ...], group_id: str, totals: EvaluationTotals | None
) -> EvaluationsState:
    enough = totals is not None and totals.all_forms >= ENOUGH
    rows = totals.rows if totals else ()
    days = counts.telwoord(len(totals.days), "bijeenkomst", "bijeenkomsten") if totals else ""
    return EvaluationsState(
        subtitle=_subtitle(lines),
        groups=lines,
        group_id=group_id,
        title=totals.group if totals else "",
        side=f"{words.forms(totals.all_forms)}, {days}" if totals else "",
        items=tuple(
            ItemLine(
                id=row.item.key,
                text=row.item.text,
                figure=words.figure(row.figures[-1], yes_no=row.item.yes_no),
            )
            for row in rows
        ),
        note="" if enough or totals is None else words.too_few(ENOUGH),
        can_print=enough,
    )


def _subtitle(lines: tuple[GroupLine, ...]) -> str:
    if not lines:
        return "Nog geen formulieren"
    forms = words.forms(sum(line.forms for line in lines))
    return f"{forms} uit {counts.telwoord(len(lines), 'groep', 'groepen')}"
