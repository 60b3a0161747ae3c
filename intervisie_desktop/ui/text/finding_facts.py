"""The figures of a finding as Dutch words, for the sentences about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.invoice_findings import PROFILE
from intervisie_desktop.ui.text import counts


class Names(Protocol):
    """Who and what the ids in a finding are."""

    def participant(self, participant_id: str) -> str:
        """A participant's name as it is said: "Femke Zonnedauw"."""

    def facilitator(self, facilitator_id: str) -> str:
        """A facilitator's name."""

    def group(self, group_id: str) -> tuple[str, str]:
        """A group's name and its two-letter code."""

    def client(self, client_id: str) -> str:
        """The name of an opdrachtgever."""

    def session_day(self, session_id: str) -> date | None:
        """The day of a session, when it is still there."""

    def profile(self, key: str) -> str:
        """The short name of a rule profile."""


def profile_word(names: Names, key: str) -> str:
    """The rule profile of a finding; what is about invoices belongs to none."""
    return "Facturen" if key == PROFILE else names.profile(key)


class Facts:
    """A finding with the words for its figures."""

    def __init__(self, finding: Finding, names: Names) -> None:
        self.finding = finding
        self.names = names

    def number(self, name: str) -> int:
        """A figure that is a whole number; 0 when it is not there."""
        value = self.finding.figures.get(name, 0)
        return value if isinstance(value, int) else 0

    def text(self, name: str) -> str:
        """A figure that is a word."""
        return str(self.finding.figures.get(name, ""))

    def items(self, name: str) -> list[str]:
        """A figure that is a list."""
        value = self.finding.figures.get(name)
        return [str(item) for item in value] if isinstance(value, list) else []

    def hours(self, name: str) -> str:
        """Minutes as "2,5"."""
        return counts.hours(self.number(name))

    def hours_word(self, name: str) -> str:
        """Minutes as "2,5 uur", or "8 uur" when they are whole hours."""
        minutes = self.number(name)
        return f"{minutes // 60} uur" if minutes % 60 == 0 else counts.hours_word(minutes)

    def lack(self, name: str) -> str:
        """What is lacking, never made smaller: "2 minuten", 185 minutes as "3,1 uur"."""
        minutes = self.number(name)
        if minutes < 60:
            return counts.telwoord(minutes, "minuut", "minuten")
        return f"{counts.decimal(-(-minutes // 6))} uur"

    def day(self, name: str) -> str:
        """An ISO day as "31 december 2026"."""
        return counts.day_long(date.fromisoformat(self.text(name)))

    @property
    def who(self) -> str:
        """The participant it is about."""
        participant_id = self.finding.subject.participant
        return self.names.participant(participant_id) if participant_id else "De deelnemer"

    @property
    def leader(self) -> str:
        """The facilitator it is about."""
        found = self.finding.subject.facilitator or self.text("facilitator")
        return self.names.facilitator(found) if found else "De gespreksleider"

    @property
    def people(self) -> int:
        """How many participants the figures name."""
        return len(self.items("participants"))

    def named(self, most: int = 3) -> str:
        """The participants in the figures by name, or how many they are."""
        found = self.items("participants")
        if len(found) > most:
            return counts.telwoord(len(found), "deelnemer", "deelnemers")
        return counts.join([self.names.participant(p) for p in found])


class Words(NamedTuple):
    """The sentences of one finding: what is the matter, the evidence, what to do."""

    title: str
    evidence: str
    remedy: str


Sentences = dict[str, Callable[[Facts], Words]]
"""The sentences per rule code."""


def people(n: int) -> str:
    """How many participants: "1 deelnemer", "6 deelnemers"."""
    return counts.telwoord(n, "deelnemer", "deelnemers")
