"""What papers hear from the rules: a judge over just the records a paper depends on.

The judge is built from the same reading that the paper is made of, so that inside the act of
issuing it sees exactly what is stored at that moment, and nothing that is still on its way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.profiles import Edition, RuleProfile
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.verdicts import (
    Obstacle,
    Verdict,
    VerdictState,
    verdict_session,
    verdict_year,
)
from intervisie_desktop.services.certification.values import Wanted
from intervisie_desktop.storage.reads.certificates import sessions_in
from intervisie_desktop.storage.records.collections import Reading

Profiles = Mapping[str, RuleProfile]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSession:
    """A session that counts for someone: `minutes` counted, `group_size` counted present."""

    session_id: str
    minutes: int
    group_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the rules of a profile say about one paper.

    `required` is what is due this year in minutes, None where nothing is or the paper is of one
    session. `running_until` is the last session still planned, `open_session` the first that
    counts but was not closed. `edition` is that of the day or the year.
    """

    state: VerdictState
    sessions: tuple[CountedSession, ...] = ()
    minutes: int = 0
    required: int | None = None
    edition: Edition | None = None
    findings: tuple[Finding, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    override_allowed: bool = False
    points: int | None = None
    running_until: date | None = None
    forecast: int = 0
    open_session: str = ""

    @property
    def edition_day(self) -> date | None:
        """The first day of the edition, by which it is known."""
        return self.edition.valid.start if self.edition else None


class PaperJudge(Protocol):
    """Judges whether a paper may be made; built for one reading."""

    def year(self, participant_id: str, year: int, profile: str) -> Judged:
        """A year of someone under a profile, over all groups with that profile."""

    def session(self, participant_id: str, session_id: str, profile: str) -> Judged:
        """Someone at one session."""


class JudgeSource(Protocol):
    """Gives a judge over what a reading shows, as of a day, for the papers that are wanted."""

    def judge(self, reading: Reading, on: date, wanted: Wanted) -> PaperJudge:
        """The judge; it may remember what it read."""


class ProfileJudges:
    """Judges by rule profiles; `profiles` gives those that hold for the practice of a reading."""

    def __init__(self, profiles: Callable[[Reading], Profiles]) -> None:
        self._profiles = profiles

    def judge(self, reading: Reading, on: date, wanted: Wanted) -> PaperJudge:
        """A judge over the sessions that matter for these papers and who was there."""
        profiles = self._profiles(reading)
        return RulesOnPapers(Judge(profiles, casebook_for(reading, on, wanted)))


class RulesOnPapers:
    """The verdicts of one judge, with what a paper says besides."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def year(self, participant_id: str, year: int, profile: str) -> Judged:
        """The verdict on the year with the sessions that count for it."""
        verdict = verdict_year(self._judge, participant_id, year, profile)
        standing = verdict.standing
        if standing is None:
            return _judged(verdict, None)
        known = self._judge.profiles.get(profile)
        edition = known.edition_of_year(year) if known else None
        counted = [
            CountedSession(
                session_id=one.session_id,
                minutes=one.counted,
                group_size=self._size(one.session_id, profile),
            )
            for one in standing.sessions
            if one.counted
        ]
        days = [s.day for s in self._sessions(standing.coming)]
        return _judged(
            verdict,
            edition,
            sessions=tuple(counted),
            required=standing.target or None,
            points=standing.points if edition and edition.points else None,
            running_until=max(days, default=None) if _runs(verdict) else None,
            forecast=standing.forecast,
            open_session=self._first_open(one.session_id for one in counted),
        )

    def session(self, participant_id: str, session_id: str, profile: str) -> Judged:
        """The verdict on one session."""
        verdict = verdict_session(self._judge, participant_id, session_id, profile)
        view = self._judge.session_views(session_id).get(profile)
        if view is None:
            return _judged(verdict, None)
        counted: tuple[CountedSession, ...] = ()
        if verdict.minutes:
            counted = (
                CountedSession(
                    session_id=session_id, minutes=verdict.minutes, group_size=view.counted
                ),
            )
        rule = view.edition.points
        return _judged(
            verdict,
            view.edition,
            sessions=counted,
            points=verdict.minutes // rule.value.per_minutes if rule else None,
            open_session=self._first_open([session_id]),
        )

    def _size(self, session_id: str, profile: str) -> int:
        view = self._judge.session_views(session_id).get(profile)
        return view.counted if view else 0

    def _sessions(self, ids: Iterable[str]) -> list[Session]:
        found = (self._judge.book.find(Session, one) for one in ids)
        return [one for one in found if one is not None]

    def _first_open(self, ids: Iterable[str]) -> str:
        still = [one for one in self._sessions(ids) if one.state is not SessionState.CLOSED]
        return min(still, key=lambda one: one.day).id if still else ""


def casebook_for(reading: Reading, on: date, wanted: Wanted) -> Casebook:
    """What these papers depend on: their sessions, who was there, who belongs to the groups.

    For one person the sessions of all years count, since hours may carry over.
    """
    sessions = _sessions(reading, wanted)
    ids, groups = {one.id for one in sessions}, {one.group_id for one in sessions}
    attendances = reading.attendances.where(session_id=ids)
    memberships = reading.memberships.where(group_id=groups)
    people = {one.participant_id for one in attendances}
    people |= {one.participant_id for one in memberships}
    agreements = reading.agreements.where(group_id=groups)
    records: tuple[Iterable[object], ...] = (
        sessions,
        attendances,
        memberships,
        agreements,
        reading.agreement_signatures.where(agreement_id={one.id for one in agreements}),
        reading.groups.where(id=groups),
        reading.participants.where(id=people),
        reading.employments.where(participant_id=people),
        reading.registrations.where(participant_id=people),
        reading.absences.where(participant_id=people),
        reading.relations.where(first_id=people),
        reading.facilitators.all(),
        reading.designations.all(),
    )
    return Casebook(on, (record for kind in records for record in kind))


def _sessions(reading: Reading, wanted: Wanted) -> list[Session]:
    """One session, those of a year, or all of one person; cancelled ones never count."""
    if wanted.session_id is not None:
        mine = reading.sessions.get(wanted.session_id)
        same_day = reading.sessions.where(group_id=mine.group_id, day=mine.day)
        return _not_cancelled([mine, *(one for one in same_day if one.id != mine.id)])
    if wanted.participant_id is None:
        return _not_cancelled(reading.sessions.where(id=sessions_in(reading, wanted.year)))
    person = wanted.participant_id
    attended: list[Attendance] = reading.attendances.where(participant_id=person)
    groups = {one.group_id for one in reading.memberships.where(participant_id=person)}
    own = reading.sessions.where(id={one.session_id for one in attended})
    return _not_cancelled({one.id: one for one in (
        *own, *reading.sessions.where(group_id=groups)
    )}.values())  # fmt: skip


def _not_cancelled(sessions: Iterable[Session]) -> list[Session]:
    return [one for one in sessions if one.state is not SessionState.CANCELLED]


def _runs(verdict: Verdict) -> bool:
    return Obstacle.YEAR_RUNNING in verdict.obstacles


def _judged(
    verdict: Verdict,
    edition: Edition | None,
    *,
    sessions: tuple[CountedSession, ...] = (),
    required: int | None = None,
    points: int | None = None,
    running_until: date | None = None,
    forecast: int = 0,
    open_session: str = "",
) -> Judged:
    return Judged(
        state=verdict.state,
        sessions=sessions,
        minutes=verdict.minutes,
        required=required,
        edition=edition,
        findings=verdict.findings,
        obstacles=verdict.obstacles,
        override_allowed=verdict.override_allowed,
        points=points,
        running_until=running_until,
        forecast=forecast,
        open_session=open_session,
    )
