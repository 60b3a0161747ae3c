"""What an import would do, row by row; nothing is written before it is applied."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from intervisie_desktop.documents.reading.table import Note
from intervisie_desktop.domain.duplicates import Resemblance
from intervisie_desktop.services.importing.drafts import ImportKind
from intervisie_desktop.services.importing.mapping import Mapping

Entry = TypeVar("Entry")


class RowState(StrEnum):
    """What a row is: new, perhaps known already, or not to be read."""

    NEW = "new"
    DUPLICATE = "duplicate"
    PROBLEM = "problem"


class Handling(StrEnum):
    """What is done with a row; MERGE fills in what the known one lacks."""

    ADD = "add"
    MERGE = "merge"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem of a row, or something to look at; words are made upstairs."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Whom a row may be: someone in the practice, or (with `row`) an earlier row of the file."""

    target: str
    name: str
    reason: Resemblance
    score: int
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be done with a row; `target` is that of a proposal, for MERGE."""

    handling: Handling
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow(Generic[Entry]):
    """One row: `number` as in the file, `key` unique in the preview, `usual` without a choice."""

    key: str
    number: int
    label: str
    entry: Entry
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Remark, ...] = ()
    attentions: tuple[Remark, ...] = ()
    usual: Choice = Choice(handling=Handling.ADD)

    @property
    def state(self) -> RowState:
        """What this row is."""
        if self.problems:
            return RowState.PROBLEM
        known = self.proposals or self.usual.handling is Handling.SKIP
        return RowState.DUPLICATE if known else RowState.NEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview(Generic[Entry]):
    """What would be made; `made` counts sessions, attendances, busy times or a whole practice."""

    name: str
    kind: ImportKind
    mapping: Mapping
    rows: tuple[PreviewRow[Entry], ...] = ()
    new_groups: tuple[str, ...] = ()
    new_clients: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    made: dict[str, int] = field(default_factory=dict)
    content: object = None

    @property
    def counts(self) -> dict[RowState, int]:
        """How many rows are in each state."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in RowState}

    @property
    def problems(self) -> tuple[PreviewRow[Entry], ...]:
        """The rows that cannot be read as they stand."""
        return tuple(row for row in self.rows if row.state is RowState.PROBLEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the user chose: by the key of a row, where it differs from the usual."""

    choices: dict[str, Choice] = field(default_factory=dict)
    leave_out_problems: bool = False

    def on(self, row: PreviewRow[Entry]) -> Choice:
        """What is to be done with this row; one with a problem can only be left out."""
        if row.problems:
            return Choice(handling=Handling.SKIP)
        return self.choices.get(row.key, row.usual)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """How many of each were added, how many rows were merged with known ones or left out."""

    participants: int = 0
    clients: int = 0
    contacts: int = 0
    groups: int = 0
    memberships: int = 0
    sessions: int = 0
    attendances: int = 0
    busy: int = 0
    certificates: int = 0
    merged: int = 0
    skipped: int = 0
