"""Verdicts for papers: whether a certificate of a session or a year may be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from intervisie_desktop.domain.compliance import Judge, in_order
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.rules import Level
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import StandingState, YearStanding

_NOT_FOR_PAPERS = frozenset(
    {
        "D01",
        "D04",
        "D05",
        "G11",
        "I03",
        "O03",
        "U05",
        "U08",
        "L03",
        "L05",
        "M01",
        "M02",
        "M04",
        "P01",
    }
)


class VerdictState(StrEnum):
    """READY: make it; ATTENTION: look first; BLOCKED: not, or only with a reason."""

    READY = "ready"
    ATTENTION = "attention"
    BLOCKED = "blocked"


class Obstacle(StrEnum):
    """What stands in the way of a paper besides findings."""

    NOT_CLOSED = "not_closed"
    NOT_PRESENT = "not_present"
    NOTHING_COUNTS = "nothing_counts"
    YEAR_RUNNING = "year_running"
    MORE_PLANNED = "more_planned"


_NEVER = frozenset({Obstacle.NOT_CLOSED, Obstacle.NOT_PRESENT, Obstacle.NOTHING_COUNTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a paper may be made, what was found, and how many minutes it would state.

    `override_allowed` says that it may be made all the same, with a reason.
    """

    state: VerdictState
    findings: tuple[Finding, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    minutes: int = 0
    override_allowed: bool = False
    profile: str = ""
    standing: YearStanding | None = None


def verdict_session(
    judge: Judge, participant_id: str, session_id: str, profile: str | None = None
) -> Verdict:
    """The verdict on a certificate of one session, by default under its leading profile."""
    views = judge.session_views(session_id)
    key = profile or next(iter(views), "")
    session, view = judge.book.find(Session, session_id), views.get(key)
    if session is None or view is None:
        return Verdict(state=VerdictState.BLOCKED, obstacles=(Obstacle.NOT_PRESENT,), profile=key)
    presence = view.by_participant.get(participant_id)
    standing = judge.standing(participant_id, key, session.day.year)
    obstacles = []
    if session.state is not SessionState.CLOSED:
        obstacles.append(Obstacle.NOT_CLOSED)
    if presence is None:
        obstacles.append(Obstacle.NOT_PRESENT)
    minutes = presence.measure.counted if presence and view.valid else 0
    if presence and not minutes:
        obstacles.append(Obstacle.NOTHING_COUNTS)
    found = _of_session(judge, participant_id, session_id, key)
    return _verdict(found, obstacles, view.edition, minutes, key, standing)


def verdict_year(judge: Judge, participant_id: str, year: int, profile: str) -> Verdict:
    """The verdict on a certificate of a calendar year under one profile."""
    standing = judge.standing(participant_id, profile, year)
    edition = judge.profiles[profile].edition_of_year(year) if standing else None
    if standing is None or edition is None:
        blocked = VerdictState.BLOCKED
        return Verdict(state=blocked, obstacles=(Obstacle.NOT_PRESENT,), profile=profile)
    found = [
        finding
        for finding in judge.findings_of(Level.YEAR, participant_id)
        if finding.subject.year == year and finding.profile == profile
    ]
    for session in standing.sessions:
        if session.counted:
            found += _of_session(judge, participant_id, session.session_id, session.profile)
    # What came from a day of the year stands there once, not for each of its sessions.
    unique = tuple({finding.key: finding for finding in found}.values())
    obstacles = _year_obstacles(judge, standing)
    return _verdict(unique, obstacles, edition, standing.made, profile, standing)


def _year_obstacles(judge: Judge, standing: YearStanding) -> list[Obstacle]:
    obstacles = []
    sessions = [judge.book.find(Session, s.session_id) for s in standing.sessions if s.counted]
    if any(s is not None and s.state is not SessionState.CLOSED for s in sessions):
        obstacles.append(Obstacle.NOT_CLOSED)
    if not standing.made:
        obstacles.append(Obstacle.NOTHING_COUNTS)
    if standing.year >= judge.book.today.year:
        done = standing.state in {StandingState.ACHIEVED, StandingState.NO_TARGET}
        if not done and (standing.coming or standing.state is StandingState.TO_PLAN):
            obstacles.append(Obstacle.YEAR_RUNNING)
        elif standing.coming:
            obstacles.append(Obstacle.MORE_PLANNED)
    return obstacles


def _of_session(
    judge: Judge, participant_id: str, session_id: str, profile: str
) -> tuple[Finding, ...]:
    """The findings of a session that concern this participant, and their day above the most."""
    own = [
        finding
        for finding in judge.findings_of(Level.SESSION, session_id)
        if finding.profile == profile and _concerns(finding, participant_id)
    ]
    day = [
        finding
        for finding in judge.findings_of(Level.YEAR, participant_id)
        if finding.profile == profile and finding.figures.get("session") == session_id
    ]
    return (*own, *day)


def _concerns(finding: Finding, participant_id: str) -> bool:
    if finding.subject.participant is not None:
        return finding.subject.participant == participant_id
    people = finding.figures.get("participants")
    return not isinstance(people, list) or not people or participant_id in people


def _verdict(
    findings: Iterable[Finding],
    obstacles: list[Obstacle],
    edition: Edition,
    minutes: int,
    profile: str,
    standing: YearStanding | None,
) -> Verdict:
    kept = in_order(
        finding
        for finding in findings
        if finding.severity is not Severity.TIP and finding.code not in _NOT_FOR_PAPERS
    )
    errors = {finding.code for finding in kept if finding.severity is Severity.ERROR}
    hard = [obstacle for obstacle in obstacles if obstacle is not Obstacle.MORE_PLANNED]
    state = VerdictState.READY
    if errors or hard:
        state = VerdictState.BLOCKED
    elif kept or obstacles:
        state = VerdictState.ATTENTION
    allowed = set(edition.override_codes.value) if edition.override_codes else set()
    passable = errors <= allowed and not _NEVER & set(obstacles)
    return Verdict(
        state=state,
        findings=kept,
        obstacles=tuple(obstacles),
        minutes=minutes,
        override_allowed=state is VerdictState.BLOCKED and passable,
        profile=profile,
        standing=standing,
    )
