"""What the page Regelprofielen shows, with all words ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from intervisie_desktop.ui.widgets.fields import Field
from intervisie_desktop.ui.widgets.side_line import SideLine

Chip = tuple[str, str, str]
"""Word, tone and sign."""


@dataclass(frozen=True, slots=True)
class NormLine:
    """A norm as one reads it: label, value, how sure it is and where it is written.

    `changed` says that it differs from what is kept.
    """

    name: str
    label: str
    value: str
    sign: str
    token: str
    source: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class SubjectBlock:
    """The norms of one subject; `more` says that others can be added here."""

    title: str
    lines: tuple[NormLine, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A text the rules come from: how sure it is, where it is found, and when it was read."""

    sign: str
    token: str
    certainty: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A norm over all editions: (words, differs from the edition before) for each.

    Without cells it is the heading of a subject.
    """

    label: str
    cells: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """The open profile.

    `main` is (key of what the filled button does, its words, its sign); `draft` says how much is
    changed and not kept, `problems` what keeps it from being kept.
    """

    key: str
    title: str
    subtitle: str
    chips: tuple[Chip, ...]
    about: str
    warning: str
    facts: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    editions: tuple[tuple[str, str], ...]
    edition: str
    blocks: tuple[SubjectBlock, ...]
    sources: tuple[SourceLine, ...]
    heads: tuple[str, ...]
    rows: tuple[CompareRow, ...]
    editable: bool
    main: tuple[str, str, str]
    draft: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfilesState:
    """Everything the page shows; `look` is "read" or "compare"."""

    lines: tuple[SideLine, ...]
    open_id: str
    filter: str
    shown: Shown | None
    look: str
    empty: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of what a step would change; without a sign it heads the lines below it."""

    text: str
    sign: str = ""
    token: str = "ink-2"
    side: str = ""


@dataclass(frozen=True, slots=True)
class SheetState:
    """A step before it is taken: what differs, what that means, and its verb."""

    title: str
    text: str
    lines: tuple[SheetLine, ...]
    yes: str


@dataclass(frozen=True, slots=True)
class EditorState:
    """A form about one norm, edition or profile; `hidden` are the fields not asked now.

    `remove` is the word of a second button that takes it away, empty for none; `problem` is a
    (field, sentence) pair of what was typed and cannot be.
    """

    key: str
    title: str
    text: str
    fields: tuple[Field, ...]
    values: dict[str, Any] = field(hash=False)
    hidden: frozenset[str] = frozenset()
    yes: str = "Toepassen"
    remove: str = ""
    problem: tuple[str, str] = ("", "")
