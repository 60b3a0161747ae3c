"""What papers need to hear from the rules, and the port through which they hear it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSession:
    """A session that counts for someone: `minutes` counted, `group_size` counted present."""

    session_id: str
    minutes: int
    group_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the rules of a profile say about one paper.

    `required` is the yearly duty in minutes after pro rata, None where there is none or the paper
    is of one session. `running_until` is the last session still planned in the year, with the
    `forecast` minutes it leads to. `points` is None where the profile gives none.
    `shortest` and `longest` are minutes a session must last, None where the profile asks nothing.
    """

    sessions: tuple[CountedSession, ...]
    minutes: int
    required: int | None
    edition: date | None
    findings: tuple[Finding, ...] = ()
    override_allowed: bool = True
    points: int | None = None
    points_cap: int = 0
    running_until: date | None = None
    forecast: int = 0
    shortest: int | None = None
    longest: int | None = None


class PaperJudge(Protocol):
    """Judges whether a paper may be made; built for one reading, so that it may remember."""

    def year(self, participant_id: str, year: int, profile: str) -> Judged:
        """A year of someone under a profile, over all groups with that profile."""

    def session(self, participant_id: str, session_id: str, profile: str) -> Judged:
        """Someone at one session."""


class JudgeSource(Protocol):
    """Gives a judge for a reading on a day."""

    def judge(self, reading: Reading, on: date) -> PaperJudge:
        """The judge over what this reading shows, as of a day."""
