"""What the rules say of one paper, in the words of the certificates service."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.findings import Finding, FindingSubject, Severity
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import YearStanding
from intervisie_desktop.domain.verdicts import verdict_session, verdict_year
from intervisie_desktop.services.certification.judging import CountedSession, Judged

NOTHING = Judged(sessions=(), minutes=0, required=None, edition=None, override_allowed=False)


class JudgedPapers:
    """Papers as seen from one day; only closed sessions are proof."""

    def __init__(
        self, turn: AbstractContextManager[object] | threading.RLock, judge: Callable[[], Judge]
    ) -> None:
        self._turn = turn
        with turn:
            self._judge = judge()

    def year(self, participant_id: str, year: int, profile: str) -> Judged:
        """A year of someone under a profile, over all groups with that profile."""
        with self._turn:
            return _year(self._judge, participant_id, year, profile)

    def session(self, participant_id: str, session_id: str, profile: str) -> Judged:
        """Someone at one session."""
        with self._turn:
            return _session(self._judge, participant_id, session_id, profile)


def _year(judge: Judge, participant_id: str, year: int, profile: str) -> Judged:
    standing = judge.standing(participant_id, profile, year)
    rules = judge.profiles.get(profile)
    edition = rules.edition_of_year(year) if rules else None
    if standing is None or edition is None:
        return NOTHING
    verdict = verdict_year(judge, participant_id, year, profile)
    proven = _proven(judge, standing)
    minutes = sum(session.minutes for session in proven)
    required = standing.target or None
    short = required is not None and minutes < required
    findings = verdict.findings
    if short and not any(f.code == "U04" and f.severity is Severity.ERROR for f in findings):
        findings = (*findings, _short(standing, edition, minutes))
    return Judged(
        sessions=proven,
        minutes=minutes,
        required=required,
        edition=standing.edition,
        findings=findings,
        override_allowed=verdict.override_allowed or _may_pass(edition, findings),
        points=standing.points if edition.points else None,
        points_cap=_cap(edition),
        running_until=_last_coming(judge, standing) if short else None,
        forecast=standing.forecast,
        shortest=edition.day_min.value if edition.day_min else None,
        longest=edition.day_max.value if edition.day_max else None,
    )


def _session(judge: Judge, participant_id: str, session_id: str, profile: str) -> Judged:
    view = judge.session_views(session_id).get(profile)
    if view is None:
        return NOTHING
    edition, session = view.edition, view.session
    verdict = verdict_session(judge, participant_id, session_id, profile)
    closed = session.state is SessionState.CLOSED
    minutes = verdict.minutes if closed else 0
    counted = CountedSession(session_id=session_id, minutes=minutes, group_size=view.counted)
    points = edition.points.value if edition.points else None
    return Judged(
        sessions=(counted,) if minutes else (),
        minutes=minutes,
        required=None,
        edition=edition.valid.start,
        findings=verdict.findings,
        override_allowed=verdict.override_allowed,
        points=minutes // points.per_minutes if points else None,
        points_cap=_cap(edition),
        shortest=edition.day_min.value if edition.day_min else None,
        longest=edition.day_max.value if edition.day_max else None,
    )


def _proven(judge: Judge, standing: YearStanding) -> tuple[CountedSession, ...]:
    """The sessions that count and are closed, in order of day."""
    found = []
    for one in sorted(standing.sessions, key=lambda session: (session.day, session.session_id)):
        session = judge.book.find(Session, one.session_id)
        if not one.counted or session is None or session.state is not SessionState.CLOSED:
            continue
        view = judge.session_views(one.session_id).get(one.profile)
        size = view.counted if view else 0
        found.append(
            CountedSession(session_id=one.session_id, minutes=one.counted, group_size=size)
        )
    return tuple(found)


def _last_coming(judge: Judge, standing: YearStanding) -> date | None:
    """The last session of the year that is planned, or held and still to be closed."""
    open_ones = (*standing.coming, *(s.session_id for s in standing.sessions if s.counted))
    sessions = (judge.book.find(Session, session_id) for session_id in open_ones)
    days = [s.day for s in sessions if s is not None and s.state is not SessionState.CLOSED]
    return max(days, default=None)


def _short(standing: YearStanding, edition: Edition, minutes: int) -> Finding:
    """U04: the closed sessions do not come to what the year asks, whatever is still to come."""
    source = edition.year_min.source if edition.year_min else edition.source
    return Finding(
        code="U04",
        severity=Severity.ERROR,
        profile=standing.profile,
        edition=standing.edition,
        subject=FindingSubject(
            kind="year",
            id=standing.participant_id,
            participant=standing.participant_id,
            group=standing.group_id,
            year=standing.year,
        ),
        source=source,
        figures={
            "minutes": minutes,
            "required": standing.target,
            "forecast": standing.forecast,
            "missing": standing.target - minutes,
        },
    )


def _may_pass(edition: Edition, findings: tuple[Finding, ...]) -> bool:
    """Whether the profile lets every error among these pass with a reason."""
    allowed = set(edition.override_codes.value) if edition.override_codes else set()
    errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    return bool(errors) and errors <= allowed


def _cap(edition: Edition) -> int:
    return (edition.points.value.year_max or 0) if edition.points else 0
