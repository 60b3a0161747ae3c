"""Findings (bevindingen): what a rule noticed, with figures, source and whom it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """ERROR: not met or out of reach; WARNING: evidence missing or uncertain; TIP: advice."""

    ERROR = "error"
    WARNING = "warning"
    TIP = "tip"


class Certainty(StrEnum):
    """How sure a number is: from a seed text, from a source, or an assumption."""

    SEED = "seed"
    SOURCE = "source"
    ASSUMPTION = "assumption"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is written, and when someone last looked."""

    title: str
    article: str = ""
    certainty: Certainty = Certainty.ASSUMPTION
    address: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSubject:
    """What a finding is about.

    `kind` is session, attendance, year, group, practice, text, invoice or client.
    """

    kind: str
    id: str
    session: str | None = None
    participant: str | None = None
    group: str | None = None
    facilitator: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One breach or hint; the Dutch sentence is made of `code` and `figures` upstairs.

    `figures` holds plain numbers and strings (minutes, counts, ISO days); `trace` explains how
    they came about, as (step code, facts) pairs. `aspect` tells findings of one code about one
    subject apart. `day` is what they are put in order by.
    """

    code: str
    severity: Severity
    profile: str
    edition: date | None
    subject: FindingSubject
    source: Source
    figures: dict[str, object] = field(default_factory=dict)
    trace: tuple[tuple[str, dict[str, object]], ...] = ()
    aspect: str = ""
    day: date | None = None

    @property
    def key(self) -> str:
        """Stays the same as long as it is the same finding; exceptions refer to it."""
        s = self.subject
        parts = [self.code, self.profile, s.kind, s.id, s.participant or "", str(s.year or "")]
        parts += [self.aspect] if self.aspect else []
        return "|".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingException:
    """A finding the user chose to live with (uitzondering), with the reason; kept and shown."""

    id: str
    finding_key: str
    code: str
    reason: str
    made_on: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedFinding:
    """A finding that is no more, and the act after which it was gone; only ever added to."""

    id: str
    finding_key: str
    code: str
    severity: Severity
    profile: str
    subject: FindingSubject
    figures: dict[str, object] = field(default_factory=dict)
    first_seen: date | None = None
    resolved_on: date
    act: str = ""
