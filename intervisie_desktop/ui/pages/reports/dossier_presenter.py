"""The section Dossiers: whom, over which days, and the file on paper or as a zip; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.services.audit_file import AuditFileService, DossierKind, DossierScope
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.people import PeopleService
from intervisie_desktop.services.writing import write_file
from intervisie_desktop.ui.shell.desk import Desk, FileQuestion, Progress, Scope
from intervisie_desktop.ui.shell.paper import PaperPrinter
from intervisie_desktop.ui.text import counts, refusals
from intervisie_desktop.ui.text.dossier import say
from intervisie_desktop.ui.widgets.columns import Column, Look

KINDS = ((DossierKind.PARTICIPANT.value, "Deelnemer"), (DossierKind.GROUP.value, "Groep"))
TITLE = "Auditdossier"
INSIDE = {
    DossierKind.PARTICIPANT: "In de zip staan ook de afgegeven bewijzen en de overeenkomst, "
    "zonder namen van andere deelnemers.",
    DossierKind.GROUP: "In de zip staan ook de afgegeven bewijzen, de presentielijsten en de "
    "overeenkomst.",
}
_EMPTY = {
    DossierKind.PARTICIPANT: (
        "Nog geen deelnemers",
        "Voeg deelnemers toe en leg bijeenkomsten vast; daarna maakt u hier een dossier.",
    ),
    DossierKind.GROUP: (
        "Nog geen groepen",
        "Maak een groep en leg bijeenkomsten vast; daarna maakt u hier een dossier.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectLine:
    """A participant or group to make a file of."""

    id: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierState:
    """Everything in the section but the paper itself; `year` is what one press goes back to."""

    subtitle: str
    kind: str
    lines: tuple[SubjectLine, ...]
    chosen: str
    title: str
    first: date
    last: date
    year: str
    whole_year: bool
    inside: str
    problem: str
    ready: bool
    empty: tuple[str, str]


def _name(line: SubjectLine) -> str:
    return line.name


def _about(line: SubjectLine) -> str:
    return line.about


SUBJECTS: tuple[Column[SubjectLine], ...] = (
    Column("Naam", _name, look=Look.STRONG),
    Column("", _about, width=122, look=Look.META),
)


class DossierView(Protocol):
    """What the presenter asks of the section."""

    def show_state(self, state: DossierState) -> None:
        """Show everything but the paper."""

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show the paper, or none."""


class DossierPresenter:
    """Keeps whom it is about and over which days; makes the paper away from the window."""

    def __init__(
        self,
        files: AuditFileService,
        people: PeopleService,
        groups: GroupsService,
        view: DossierView,
        desk: Desk,
        printer: PaperPrinter,
    ) -> None:
        self._files = files
        self._people = people
        self._groups = groups
        self._view = view
        self._desk = desk
        self._print = printer
        self._kind = DossierKind.PARTICIPANT
        self._chosen = {DossierKind.PARTICIPANT: "", DossierKind.GROUP: ""}
        self._lines: tuple[SubjectLine, ...] = ()
        self._year = 0
        self._first, self._last = date.min, date.max
        self._pdf: bytes | None = None
        self._problem = ""
        self._asked = 0

    def open(self, part: str, record_id: str) -> None:
        """Come here, for a "participant" or a "group" with this id."""
        if part in set(DossierKind):
            self._kind = DossierKind(part)
        if record_id:
            self._chosen[self._kind] = record_id
        self.refresh()

    def refresh(self) -> None:
        """Read and make again; another working year is another period."""
        if self._year != self._desk.year():
            self._to_year()
        lines = self._lines = self._read()
        if self._chosen[self._kind] not in {line.id for line in lines}:
            self._chosen[self._kind] = lines[0].id if lines else ""
        self._make()

    def choose_kind(self, kind: str) -> None:
        """Participants, or groups."""
        self._kind = DossierKind(kind)
        self.refresh()

    def select(self, record_id: str) -> None:
        """Another participant or group."""
        if record_id and record_id != self._chosen[self._kind]:
            self._chosen[self._kind] = record_id
            self._make()

    def choose_first(self, day: date | None) -> None:
        """From another day."""
        if day is not None:
            self._first = day
            self._make()

    def choose_last(self, day: date | None) -> None:
        """Up to and including another day."""
        if day is not None:
            self._last = day
            self._make()

    def whole_year(self) -> None:
        """The working year again."""
        self._to_year()
        self._make()

    def scope(self) -> Scope:
        """What the dock shows: this participant or group."""
        chosen = self._chosen[self._kind]
        if not chosen:
            return Scope()
        if self._kind is DossierKind.GROUP:
            return Scope(group_id=chosen, word="Deze groep")
        return Scope(participant_id=chosen, word="Deze deelnemer")

    # Out

    def save_pdf(self) -> None:
        """The paper, where the user says."""
        scope = self._scope_now()
        if scope is not None:
            make = partial(self._files.pdf, scope, say)
            self._save(scope, "pdf", "PDF-bestand (*.pdf)", make)

    def save_zip(self) -> None:
        """The paper with the proof behind it, where the user says."""
        scope = self._scope_now()
        if scope is not None:
            make = partial(self._files.zip, scope, say)
            self._save(scope, "zip", "Zip-bestand (*.zip)", make)

    def print(self) -> None:
        """The paper through the print dialog of the system."""
        scope = self._scope_now()
        if scope is not None:
            self._print(TITLE, partial(self._files.pdf, scope, say))

    # Private

    def _save(self, scope: DossierScope, ending: str, kind: str, make: Callable[[], bytes]) -> None:
        name = f"{self._files.file_name(scope)}.{ending}"

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, make())

            self._desk.run(write, self._written, f"{TITLE} maken")

        self._desk.choose_target(FileQuestion(f"{TITLE} opslaan", (kind,), name), chosen)

    def _written(self, path: Path) -> None:
        self._desk.tell(f"Opgeslagen als {path.name}.")

    def _to_year(self) -> None:
        self._year = self._desk.year()
        self._first, self._last = date(self._year, 1, 1), date(self._year, 12, 31)

    def _scope_now(self) -> DossierScope | None:
        """What is asked for, when a paper of it could be made."""
        chosen = self._chosen[self._kind]
        if not chosen or self._pdf is None:
            return None
        return DossierScope(kind=self._kind, id=chosen, first=self._first, last=self._last)

    def _make(self) -> None:
        """Make the paper away from the window; an answer that is late is left."""
        self._asked += 1
        asked, chosen = self._asked, self._chosen[self._kind]
        self._pdf, self._problem = None, ""
        self._show()
        if not chosen:
            self._view.show_pdf(None)
            return
        scope = DossierScope(kind=self._kind, id=chosen, first=self._first, last=self._last)

        def make(_progress: Progress) -> bytes:
            return self._files.pdf(scope, say)

        def made(pdf: bytes) -> None:
            if asked == self._asked:
                self._take(pdf, "")

        def failed(error: Exception) -> None:
            if not isinstance(error, Refusal | Trouble):
                raise error
            if asked == self._asked:
                self._take(None, refusals.say(error))

        self._desk.run(make, made, f"{TITLE} maken", failed)

    def _take(self, pdf: bytes | None, problem: str) -> None:
        self._pdf, self._problem = pdf, problem
        self._show()
        self._view.show_pdf(pdf)

    def _show(self) -> None:
        lines, chosen = self._lines, self._chosen[self._kind]
        name = next((line.name for line in lines if line.id == chosen), "")
        year = (date(self._year, 1, 1), date(self._year, 12, 31))
        self._view.show_state(
            DossierState(
                subtitle="Wat is vastgelegd, met de bewijzen en de normen erbij",
                kind=self._kind.value,
                lines=lines,
                chosen=chosen,
                title=name,
                first=self._first,
                last=self._last,
                year=f"Heel {self._year}",
                whole_year=(self._first, self._last) == year,
                inside=INSIDE[self._kind],
                problem=self._problem,
                ready=self._pdf is not None,
                empty=_EMPTY[self._kind],
            )
        )

    def _read(self) -> tuple[SubjectLine, ...]:
        """Those of now, then the archived ones."""
        if self._kind is DossierKind.GROUP:
            now, gone = self._groups.rows(), self._groups.rows(archived=True)
            size = partial(counts.telwoord, singular="deelnemer", plural="deelnemers")
            return (
                *(SubjectLine(id=g.id, name=g.name, about=size(g.members)) for g in now),
                *(SubjectLine(id=g.id, name=g.name, about="archief") for g in gone),
            )
        people, past = self._people.rows(), self._people.rows(archived=True)
        return (
            *(SubjectLine(id=p.id, name=p.listed) for p in people),
            *(SubjectLine(id=p.id, name=p.listed, about="archief") for p in past),
        )
