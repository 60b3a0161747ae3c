"""What views have in common: moments, breaches, and binding a finding to what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from intervisie_desktop.domain.findings import Finding, FindingSubject, Severity
from intervisie_desktop.domain.profiles import Edition, Norm, RuleProfile, milder
from intervisie_desktop.domain.sessions import SessionState

Trace = tuple[tuple[str, dict[str, object]], ...]
# Tuples: looking for an enum member in a set costs more, for it is hashed in Python.
TAKEN_PLACE = (SessionState.HELD, SessionState.CLOSED)


class Moment(StrEnum):
    """Where a session is: still to COME or HELD; PAST is a plan nothing came of.

    And where a year is. PERIOD is for a registration period, ANY for what has no time of its own.
    """

    COMING = "coming"
    COMING_ONLINE = "coming_online"
    HELD = "held"
    HELD_ONLINE = "held_online"
    PAST = "past"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    LONG_AGO = "long_ago"
    PERIOD = "period"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Breach:
    """The gravity and place of a finding, before it is bound to a profile and an edition."""

    severity: Severity
    at_most: Severity = Severity.ERROR
    aspect: str = ""
    trace: Trace = ()


class Bound(Protocol):
    """A view: whatever is looked at under one edition of one profile."""

    @property
    def profile(self) -> RuleProfile:
        """The profile."""

    @property
    def edition(self) -> Edition:
        """Its edition of the day or the year."""


def bound(
    view: Bound,
    code: str,
    norm: Norm[object],
    breach: Breach,
    subject: FindingSubject,
    day: date | None,
    figures: dict[str, object],
) -> Finding:
    """The finding with profile, edition and source; never graver than its source carries."""
    return Finding(
        code=code,
        severity=milder(norm.gravest(breach.severity), breach.at_most),
        profile=view.profile.key,
        edition=view.edition.valid.start,
        subject=subject,
        source=norm.source,
        figures=figures,
        trace=breach.trace,
        aspect=breach.aspect,
        day=day,
    )
