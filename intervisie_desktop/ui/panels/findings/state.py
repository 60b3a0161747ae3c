"""What the Controle panel shows, every word ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass


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
class CardState:
    """One card; `fix` is (words, sign) or None, `why` explains and is empty until asked for.

    `several` is what it stands for (`people` or `sessions`) and how many; `lines` when opened.
    """

    key: str
    severity: str
    word: str
    context: str
    title: str
    evidence: str
    source: str
    detail: str
    fix: tuple[str, str] | None = None
    bar: BarState | None = None
    several: tuple[str, int] | None = None
    lines: tuple[LineState, ...] = ()
    opened: bool = False
    why: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """Everything a card says, in one breath."""
        parts = (f"{self.word}, {self.context}", self.title, self.evidence, f"bron {self.source}")
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class SectionState:
    """The cards of one severity under their heading."""

    severity: str
    word: str
    cards: tuple[CardState, ...]


@dataclass(frozen=True, slots=True)
class ChipState:
    """How many there are of a severity; pressed, only pressed ones are shown."""

    severity: str
    text: str
    on: bool


@dataclass(frozen=True, slots=True)
class ExceptionState:
    """A finding the user chose to live with."""

    id: str
    context: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class PanelState:
    """The whole panel; `others` are the words of the button for other years, or empty."""

    page_word: str
    everything: bool
    chips: tuple[ChipState, ...] = ()
    sections: tuple[SectionState, ...] = ()
    exceptions: tuple[ExceptionState, ...] = ()
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
