"""Which cards are shown and under which headings; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.invoice_findings import PROFILE
from intervisie_desktop.domain.people import folded
from intervisie_desktop.services.control import KnownNames
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.text.finding_facts import profile_word

K = TypeVar("K")


class Grouping(StrEnum):
    """What stands together: the same gravity, the same kind of subject or the same profile."""

    SEVERITY = "severity"
    SUBJECT = "subject"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What may be shown; everything narrows, without anything all of it is."""

    severities: frozenset[Severity] = frozenset()
    profile: str = ""
    family: str = ""
    text: str = ""
    mine: frozenset[str] | None = None

    @property
    def narrowed(self) -> int:
        """How many of the choices behind the filter button leave something out."""
        return sum((bool(self.profile), bool(self.family), self.mine is not None))

    def right_severity(self, pile: Pile) -> bool:
        """Whether its gravity is one that may be shown."""
        return not self.severities or pile.finding.severity in self.severities

    def fits_but_severity(self, pile: Pile, said: Callable[[Pile], str]) -> bool:
        """Whether a card may be shown, whatever its gravity; `said` is only asked for a text.

        It gives the folded words of a card.
        """
        finding = pile.finding
        if self.profile and finding.profile != self.profile:
            return False
        if self.family and not finding.code.startswith(self.family):
            return False
        if self.mine is not None and not any(m.key in self.mine for m in pile.members):
            return False
        words = folded(self.text).split()
        if not words:
            return True
        there = said(pile)
        return all(word in there for word in words)


@dataclass(frozen=True, slots=True)
class Heap:
    """The piles under one heading."""

    key: str
    word: str
    piles: tuple[Pile, ...]
    look: tuple[str, str] = ("", "ink-2")


def heaps(piles: Iterable[Pile], grouping: Grouping, names: KnownNames) -> tuple[Heap, ...]:
    """The piles under their headings; within a heading gravest first, or by subject."""
    if grouping is Grouping.SUBJECT:
        return _by_subject(piles)
    if grouping is Grouping.PROFILE:
        return _by_profile(piles, names)
    return tuple(
        Heap(severity.value, words.SECTIONS[severity], found, words.LOOKS[severity])
        for severity, found in _parted(piles, tuple(Severity), lambda p: p.finding.severity)
    )


def kind_of(finding: Finding) -> str:
    """session, person, year, group, invoice or practice: what a heading of subjects names."""
    subject = finding.subject
    if finding.profile == PROFILE:
        return "invoice"
    if subject.kind == "attendance" or (subject.session and subject.participant):
        return "person"
    if subject.session:
        return "session"
    if subject.kind == "year" or (subject.kind == "group" and finding.aspect == "gathered"):
        return "year"
    return "group" if subject.kind == "group" else "practice"


def profiles_in(findings: Iterable[Finding], names: KnownNames) -> tuple[tuple[str, str], ...]:
    """The profiles that found something, by name."""
    keys = {finding.profile for finding in findings}
    return tuple(sorted(((key, profile_word(names, key)) for key in keys), key=lambda one: one[1]))


def families_in(findings: Iterable[Finding]) -> tuple[tuple[str, str], ...]:
    """The families of rules that found something, in the order of the catalogue."""
    found = {finding.code[:1] for finding in findings}
    return tuple((key, word) for key, word in words.FAMILIES.items() if key in found)


def year_of(finding: Finding, default: int) -> int:
    """The year a finding belongs to; what is about today belongs to the year of today."""
    if finding.subject.year is not None:
        return finding.subject.year
    return finding.day.year if finding.day is not None else default


def counted(found: Iterable[Pile]) -> tuple[tuple[Severity, int], ...]:
    """How many cards there are of each gravity."""
    severities = [pile.finding.severity for pile in found]
    return tuple((severity, severities.count(severity)) for severity in Severity)


def _by_subject(piles: Iterable[Pile]) -> tuple[Heap, ...]:
    parted = _parted(piles, tuple(words.SUBJECTS), lambda pile: kind_of(pile.finding))
    return tuple(
        Heap(kind, words.SUBJECTS[kind][0], tuple(sorted(found, key=_place)),
             (words.SUBJECTS[kind][1], "ink-2"))
        for kind, found in parted
    )  # fmt: skip


def _place(pile: Pile) -> tuple[str, date, str, str]:
    """What is about the same session, person or group stands together, by day."""
    subject = pile.finding.subject
    day = pile.finding.day or date.min
    return subject.group or "", day, subject.session or subject.id, subject.participant or ""


def _by_profile(piles: Iterable[Pile], names: KnownNames) -> tuple[Heap, ...]:
    piles = tuple(piles)
    known = profiles_in((pile.finding for pile in piles), names)
    order = tuple(key for key, _ in known)
    spoken: Mapping[str, str] = dict(known)
    parted = _parted(piles, order, lambda pile: pile.finding.profile)
    return tuple(Heap(key, spoken[key].upper(), found, ("scale", "ink-2")) for key, found in parted)


def _parted(
    piles: Iterable[Pile], order: Sequence[K], key_of: Callable[[Pile], K]
) -> tuple[tuple[K, tuple[Pile, ...]], ...]:
    found: dict[K, list[Pile]] = {}
    for pile in piles:
        found.setdefault(key_of(pile), []).append(pile)
    return tuple((key, tuple(found[key])) for key in order if key in found)
