"""What a presenter may ask of the window around it; no Qt, so presenters test without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.ui.widgets.fields import Field

T = TypeVar("T")


class Place(StrEnum):
    """The pages one can go to; a place without a page is not shown."""

    TODAY = "today"
    AGENDA = "agenda"
    GROUPS = "groups"
    PARTICIPANTS = "participants"
    CLIENTS = "clients"
    SESSIONS = "sessions"
    CERTIFICATES = "certificates"
    INVOICES = "invoices"
    REPORTS = "reports"
    PROFILES = "profiles"
    SETTINGS = "settings"
    IMPORTING = "importing"
    VERIFY = "verify"
    PAPERS = "papers"
    WHAT_IF = "what_if"
    CATCH_UP = "catch_up"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to go: a page, a record on it, a part of that record (a tab) and a year."""

    place: Place
    id: str = ""
    part: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What the Controle dock shows beside a page; `word` names it ("Deze pagina")."""

    group_id: str | None = None
    session_id: str | None = None
    participant_id: str | None = None
    year: int | None = None
    word: str = "Deze pagina"


@dataclass(frozen=True, slots=True)
class Question:
    """A question before a step that cannot be taken back: what, what it means, the verb."""

    title: str
    text: str
    yes: str
    no: str = "Annuleren"
    danger: bool = False
    label: str = "Reden"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """A few fields before a step: what, what it means, the fields with their values, the verb.

    A `Choice` among the fields gets its options from `options` by the name of the field.
    """

    title: str
    text: str = ""
    fields: Sequence[Field]
    values: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    yes: str
    no: str = "Annuleren"


@dataclass(frozen=True, slots=True)
class FileQuestion:
    """Which file: a title, the kinds ("CSV-bestand (*.csv)") and a proposal for its name."""

    title: str
    kinds: tuple[str, ...] = ()
    name: str = ""


class Progress(Protocol):
    """How a job tells how far it is, and hears that it is no longer wanted."""

    @property
    def cancelled(self) -> bool:
        """True once the user pressed Annuleren; leave between two items."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """So many of so many are done."""


Job = Callable[[Progress], T]


class TaskRunner(Protocol):
    """Runs one job after another away from the window; answers arrive on the window's side."""

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        label: str,
    ) -> None:
        """Start or queue a job; `label` names it when it takes longer than a moment."""

    def cancel(self) -> None:
        """Ask the running job to stop between two items."""


class Clock(Protocol):
    """The day and time of now, local."""

    def today(self) -> date:
        """The day of today."""

    def now(self) -> datetime:
        """The local time of now."""


class UndoPort(Protocol):
    """The history of acts, as storage keeps it."""

    def undo(self) -> Outcome[Any]:
        """Take the last act back."""

    def redo(self) -> Outcome[Any]:
        """Do the act again that was last taken back."""

    def undo_label(self) -> tuple[str, dict[str, object]] | None:
        """Code and facts of the act that undo would take back."""

    def redo_label(self) -> tuple[str, dict[str, object]] | None:
        """Code and facts of the act that redo would do again."""


class WindowMemory(Protocol):
    """What this machine remembers of the window: short strings by key."""

    def load(self, key: str) -> str:
        """The remembered string, or an empty one."""

    def save(self, key: str, value: str) -> None:
        """Remember it."""


class Desk(Protocol):
    """The window, as a presenter sees it."""

    def go(self, destination: Destination) -> None:
        """Open a page at a record."""

    def back(self) -> None:
        """Return to where one was before."""

    def perform(self, act: Callable[[], Outcome[T]]) -> T | None:
        """Do an act: tell every page, offer undo; a refusal becomes a sentence and None."""

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        label: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do long work away from the window; a refusal becomes a sentence unless `failed`."""

    def announce(self, outcome: Outcome[Any]) -> None:
        """Tell every page what a job changed, and offer undo."""

    def tell(self, sentence: str) -> None:
        """Say something in a toast."""

    def refuse(self, sentence: str) -> None:
        """Say on the page why something cannot be; stays until closed or the next act."""

    def confirm(self, question: Question, then: Callable[[], None]) -> None:
        """Ask before a final step; `then` only on yes."""

    def ask_reason(self, question: Question, then: Callable[[str], None]) -> None:
        """Ask for a reason; `then` gets it, never empty."""

    def ask_form(self, question: FormQuestion, then: Callable[[dict[str, Any]], None]) -> None:
        """Let some fields be filled in; `then` gets the values, all of them good."""

    def choose_file(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to read."""

    def choose_files(self, question: FileQuestion, then: Callable[[Sequence[Path]], None]) -> None:
        """Let the user pick one or more files to read."""

    def choose_target(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to write."""

    def choose_folder(self, title: str, then: Callable[[Path], None]) -> None:
        """Let the user pick a folder."""

    def show_in_folder(self, path: Path) -> None:
        """Open a folder or file with the program the system has for it."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def today(self) -> date:
        """The day of today."""

    def now(self) -> datetime:
        """The local time of now."""

    def year(self) -> int:
        """The working year that filters every page (Werkjaar)."""

    def set_year(self, year: int) -> None:
        """Choose another working year."""
