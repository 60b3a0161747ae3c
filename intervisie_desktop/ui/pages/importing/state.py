"""What the page Importeren shows, ready in Dutch; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Protocol


class Step(IntEnum):
    """Where one is on the way in."""

    FILE = 0
    COLUMNS = 1
    REVIEW = 2
    DONE = 3


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of the file: its heading, what stands in it, and what it is taken to mean."""

    place: int
    heading: str
    samples: str
    field: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row of the preview; `finding` says why, `action` what is done with it."""

    id: str
    number: int
    name: str
    details: str
    finding: str
    sign: tuple[str, str]
    action: str
    action_token: str


@dataclass(frozen=True, slots=True)
class RowPicked:
    """The row in front: what is read of it and what can be done with it (none for a problem)."""

    title: str
    lines: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    title: str
    lines: tuple[str, ...]
    open_word: str


@dataclass(frozen=True, slots=True)
class ImportingState:
    """Everything the page shows."""

    step: Step = Step.FILE
    title: str = ""
    subtitle: str = ""
    busy: str = ""
    file: str = ""
    kind: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    table: str = ""
    tables: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[ColumnShown, ...] = ()
    is_plan: bool = False
    is_sheet: bool = False
    profiles: tuple[tuple[str, str], ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    rows: tuple[RowShown, ...] = ()
    has_rows: bool = False
    filters: tuple[tuple[str, str], ...] = ()
    filter: str = ""
    picked: RowPicked | None = None
    summary: tuple[str, ...] = ()
    left_out: str = ""
    leave_out: bool = False
    result: Result | None = None


class ImportingView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: ImportingState) -> None:
        """Show everything."""

    def focus_step(self) -> None:
        """Put the focus where the work of this step begins."""

    def focus_left_out(self) -> None:
        """Put the focus on the box that leaves rows with a problem out."""
