"""What the palette finds: participants, groups, clients, sessions, certificates and findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.people import folded
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.compliance import ComplianceService, FindingNames
from intervisie_desktop.storage.reads.search import (
    FoundCertificate,
    FoundClient,
    FoundGroup,
    FoundPerson,
    FoundSession,
    find_certificates,
    find_clients,
    find_groups,
    find_people,
    find_sessions,
)
from intervisie_desktop.storage.store import Store

__all__ = [
    "Found",
    "FoundCertificate",
    "FoundClient",
    "FoundGroup",
    "FoundPerson",
    "FoundSession",
    "SearchService",
]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, a few of each kind, the nearest first."""

    people: Sequence[FoundPerson] = ()
    groups: Sequence[FoundGroup] = ()
    clients: Sequence[FoundClient] = ()
    sessions: Sequence[FoundSession] = ()
    certificates: Sequence[FoundCertificate] = ()
    findings: Sequence[Finding] = ()


class SearchService:
    """Finds records by words; case and accents do not matter, every word must occur."""

    def __init__(self, store: Store, clock: Clock, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._compliance = compliance

    def people(self, text: str, limit: int) -> Sequence[FoundPerson]:
        """Participants whose name, e-mail or profession has these words."""
        with self._store.reading() as read:
            return find_people(read, _words(text), limit)

    def groups(self, text: str, limit: int) -> Sequence[FoundGroup]:
        """Groups whose name or code has these words."""
        with self._store.reading() as read:
            return find_groups(read, _words(text), limit)

    def everything(self, text: str, limit: int) -> Found:
        """Records of every kind; nothing for an empty text."""
        words = _words(text)
        if not words:
            return Found()
        today = self._clock.today()
        with self._store.reading() as read:
            return Found(
                people=find_people(read, words, limit),
                groups=find_groups(read, words, limit),
                clients=find_clients(read, words, limit),
                sessions=find_sessions(read, words, today, limit),
                certificates=find_certificates(read, words, limit),
            )

    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that stand open, gravest first."""
        judged = self._compliance.findings()
        return tuple(one.finding for one in judged if not one.ignored)

    def names(self) -> FindingNames:
        """The names behind the ids in findings."""
        return self._compliance.names()

    def today(self) -> date:
        """The day of today."""
        return self._clock.today()


def _words(text: str) -> tuple[str, ...]:
    return tuple(folded(text).split())
