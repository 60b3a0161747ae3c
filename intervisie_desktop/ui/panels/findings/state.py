"""What the Controle panel shows, every word ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from intervisie_desktop.ui.widgets.fields import Field


@dataclass(frozen=True, slots=True)
class BarState:
    """Minutes for the hour bar of a year."""

    made: int
    planned: int
    target: int


@dataclass(frozen=True, slots=True)
class LineState:
    """One of the findings behind a card that stands for several."""

    key: str
    title: str
    evidence: str


@dataclass(frozen=True, slots=True)
class FixState:
    """Something that can be done about a card."""

    code: str
    label: str
    sign: str


@dataclass(frozen=True, slots=True)
class WhyState:
    """How a finding came about, what to do, and its source as (what, words)."""

    steps: tuple[str, ...]
    remedy: str
    source: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it as lines of text."""
        source = tuple(f"{what}: {words}" for what, words in self.source)
        return tuple(line for line in (*self.steps, self.remedy, *source) if line)


@dataclass(frozen=True, slots=True)
class CardState:
    """One card; `fixes` the best first, `why` explains and is None until asked for.

    `several` is what it stands for (`people` or `sessions`) and how many; `lines` when opened.
    `note` says that an exception for it ran out; `picked` that it is chosen with others.
    """

    key: str
    severity: str
    word: str
    context: str
    title: str
    evidence: str
    source: str
    detail: str
    fixes: tuple[FixState, ...] = ()
    bar: BarState | None = None
    several: tuple[str, int] | None = None
    lines: tuple[LineState, ...] = ()
    opened: bool = False
    why: WhyState | None = None
    note: str = ""
    picked: bool = False

    @property
    def fix(self) -> FixState | None:
        """The best thing to do about it."""
        return self.fixes[0] if self.fixes else None

    @property
    def spoken(self) -> str:
        """Everything a card says, in one breath."""
        parts = (
            "gekozen" if self.picked else "",
            f"{self.word}, {self.context}",
            self.title,
            self.evidence,
            self.note,
            f"bron {self.source}",
        )
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class SectionState:
    """Cards that belong together under their heading; `look` is (sign, colour)."""

    key: str
    word: str
    cards: tuple[CardState, ...]
    look: tuple[str, str] = ("", "ink-2")


@dataclass(frozen=True, slots=True)
class ChipState:
    """How many there are of a severity; pressed, only pressed ones are shown."""

    severity: str
    text: str
    on: bool


@dataclass(frozen=True, slots=True)
class FilterState:
    """How the cards are ordered and what is left out; options are (value, word).

    `on` says how many things are left out, for the button that opens the filter.
    """

    grouping: str = "severity"
    text: str = ""
    profile: str = ""
    family: str = ""
    mine: bool = False
    profiles: tuple[tuple[str, str], ...] = ()
    families: tuple[tuple[str, str], ...] = ()
    can_be_mine: bool = False
    on: int = 0


@dataclass(frozen=True, slots=True)
class AskState:
    """A short form below the card with this key; without a key it is about all chosen ones.

    `other` is a second thing that can be done with what was filled in.
    """

    key: str
    title: str
    fields: tuple[Field, ...]
    values: dict[str, Any] = field(hash=False)
    yes: str = ""
    note: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class ExceptionState:
    """A finding the user chose to live with; `terms` says since when and until when."""

    id: str
    context: str
    title: str
    reason: str
    terms: str


@dataclass(frozen=True, slots=True)
class ResolvedState:
    """Something that was solved, and by which act."""

    context: str
    title: str
    act: str


@dataclass(frozen=True, slots=True)
class ResolvedDayState:
    """What was solved on one day."""

    title: str
    rows: tuple[ResolvedState, ...]


@dataclass(frozen=True, slots=True)
class PanelState:
    """The whole panel; `others` are the words of the button for other years, or empty.

    `picked` says how many findings are chosen, in words; `asking` is the form that is open.
    """

    page_word: str
    everything: bool
    chips: tuple[ChipState, ...] = ()
    filter: FilterState = FilterState()
    sections: tuple[SectionState, ...] = ()
    exceptions: tuple[ExceptionState, ...] = ()
    resolved: tuple[ResolvedDayState, ...] = ()
    picked: str = ""
    asking: AskState | None = None
    others: str = ""
    nothing: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The cards in order."""
        return tuple(card.key for section in self.sections for card in section.cards)

    def card(self, key: str) -> CardState | None:
        """The card with this key."""
        cards = (card for section in self.sections for card in section.cards)
        return next((card for card in cards if card.key == key), None)
