"""What audit files are asked for with: whom, over which days, and the words of findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from intervisie_desktop.domain.findings import Finding


class DossierKind(StrEnum):
    """About one participant, or about a group."""

    PARTICIPANT = "participant"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierScope:
    """Whom an audit file is about, from a day up to and including another."""

    kind: DossierKind
    id: str
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def years(self) -> range:
        """The calendar years it touches."""
        return range(self.first.year, self.last.year + 1)

    @property
    def of_group(self) -> bool:
        """Whether it is about a group."""
        return self.kind is DossierKind.GROUP


class Worded(NamedTuple):
    """A finding in words: what, the evidence, when or where, the norm and its source."""

    title: str
    evidence: str
    context: str
    norm: str
    source: str


class Names(Protocol):
    """Who and what the ids in a finding are."""

    def participant(self, participant_id: str) -> str:
        """A participant's name."""

    def facilitator(self, facilitator_id: str) -> str:
        """A facilitator's name."""

    def group(self, group_id: str) -> tuple[str, str]:
        """A group's name and its code."""

    def client(self, client_id: str) -> str:
        """The name of an opdrachtgever."""

    def session_day(self, session_id: str) -> date | None:
        """The day of a session."""

    def profile(self, key: str) -> str:
        """The short name of a rule profile."""


class FindingWords(Protocol):
    """Puts a finding into words; the screen has them."""

    def __call__(self, finding: Finding, names: Names) -> Worded:
        """The words of a finding."""
