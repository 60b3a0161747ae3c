"""What was solved: findings that an act made vanish, kept with the day and the act.

Compared at every check, on the worker: what stood at the check before and stands no more is solved
by the newest act in between (a check follows every act, so there is seldom more than one). A row
is written in a quiet act of its own, so that undo and the Logboek do not know of it. Decided:

- Undoing an act is no solving. What an undo brings back loses its newest row; what it makes
  vanish gets none. Doing an act again writes the row again, under that act.
- What is gone because its record is gone, was cancelled or put away, is not solved.
- What vanishes because another day begins, was not done by anyone and is not told.
- The same finding solved twice on one day is told once, by the later act.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from intervisie_desktop.domain.findings import Finding, ResolvedFinding, Source
from intervisie_desktop.domain.journal import JournalEntry
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

KEPT_IN_VIEW = 90
"""Days back that are shown."""

MOST_ACTS = 50
"""Acts between two checks that are looked at."""

_ACT = "act_facts"
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Solved:
    """A finding that was solved, on which day, by which act with which facts."""

    finding: Finding
    on: date
    act: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Stand:
    """The findings at a moment, and the newest line of the Logboek then."""

    findings: Mapping[str, Finding]
    line: int
    acts: tuple[JournalEntry, ...] = ()


class ResolvingService:
    """Writes and reads the history of solved findings; any thread may ask."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._compliance = compliance
        self._turn = threading.Lock()
        self._before: _Stand | None = None
        self._seen: dict[str, date] = {}

    def settle(self) -> None:
        """Compare with the last time and write down what was solved since."""
        with self._turn:
            before, now = self._before, self._stand()
            self._before = now
            if before is None:
                return
            fresh = [key for key in now.findings if key not in before.findings]
            gone = [found for key, found in before.findings.items() if key not in now.findings]
            today = self._clock.today()
            first_seen = {found.key: self._seen.pop(found.key, None) for found in gone}
            self._seen.update(dict.fromkeys(fresh, today))
            if not now.acts or not (fresh or gone):
                return
            cause = _cause(now.acts)
            undone = any(entry.act == "undo" for entry in now.acts)
            rows = [self._row(f, cause, first_seen[f.key]) for f in self._solved(gone, cause)]
            self._write(rows, fresh if undone else ())

    def recent(self) -> tuple[Solved, ...]:
        """What was solved in the last 90 days, newest first."""
        today = self._clock.today()
        days = [today - timedelta(days=back) for back in range(KEPT_IN_VIEW + 1)]
        with self._store.reading() as read:
            rows = read.resolved_findings.where(resolved_on=days)
        rows.sort(key=lambda row: row.resolved_on, reverse=True)
        return tuple(_solved(row) for row in rows)

    def every(self) -> tuple[Solved, ...]:
        """All that was ever solved, newest first."""
        with self._store.reading() as read:
            rows = read.resolved_findings.all()
        rows.sort(key=lambda row: row.resolved_on, reverse=True)
        return tuple(_solved(row) for row in rows)

    def _stand(self) -> _Stand:
        """The findings with the acts that led to them since the last time."""
        since = self._before.line if self._before else 0
        for _ in range(_TRIES):
            line = self._newest()
            findings = self._compliance.every()
            if line == self._newest():
                break
        with self._store.reading() as read:
            entries = read.journal(MOST_ACTS)
        acts = tuple(one for one in entries if since < one.id <= line and one.touched)
        return _Stand(findings, line, acts)

    def _newest(self) -> int:
        with self._store.reading() as read:
            return next((entry.id for entry in read.journal(1)), 0)

    def _solved(self, gone: Iterable[Finding], cause: JournalEntry) -> list[Finding]:
        if cause.act == "undo":
            return []
        with self._store.reading() as read:
            return [finding for finding in gone if _stands(read, finding)]

    def _row(
        self, finding: Finding, cause: JournalEntry, first_seen: date | None
    ) -> ResolvedFinding:
        redone = cause.act == "redo"
        figures = {**finding.figures, _ACT: dict(cause.facts)}
        if finding.subject.session and finding.day is not None:
            figures["day"] = finding.day.isoformat()
        return ResolvedFinding(
            id=self._ids.new("h"),
            finding_key=finding.key,
            code=finding.code,
            severity=finding.severity,
            profile=finding.profile,
            subject=finding.subject,
            figures=figures,
            first_seen=first_seen,
            resolved_on=self._clock.today(),
            act=str(cause.facts.get("act", "")) if redone else cause.act,
        )

    def _write(self, rows: list[ResolvedFinding], returned: Iterable[str]) -> None:
        today = self._clock.today()
        with self._store.reading() as read:
            back = [_newest_of(read.resolved_findings.where(finding_key=k)) for k in returned]
            twice = [
                row.id
                for one in rows
                for row in read.resolved_findings.where(
                    finding_key=one.finding_key, resolved_on=today
                )
            ]
        dropped = [*(row_id for row_id in back if row_id), *twice]
        if not rows and not dropped:
            return
        with self._store.work("findings_resolved", quiet=True) as work:
            for row_id in dropped:
                work.resolved_findings.remove(row_id)
            work.resolved_findings.add_all(rows)


def _cause(acts: tuple[JournalEntry, ...]) -> JournalEntry:
    """The newest act that was not an undo, else the undo."""
    return next((entry for entry in acts if entry.act != "undo"), acts[0])


def _stands(read: Reading, finding: Finding) -> bool:
    """Whether what a finding was about is still there and still judged."""
    subject = finding.subject
    if subject.session is not None:
        session = read.sessions.find(subject.session)
        if session is None or session.state is SessionState.CANCELLED:
            return False
    if subject.group is not None:
        group = read.groups.find(subject.group)
        if group is None or group.archived or finding.profile not in group.profiles:
            return False
    if subject.kind == "invoice" and read.invoices.find(subject.id) is None:
        return False
    if subject.kind == "client" and read.clients.find(subject.id) is None:
        return False
    if subject.kind == "attendance" and read.attendances.find(subject.id) is None:
        return False
    return subject.participant is None or read.participants.find(subject.participant) is not None


def _newest_of(rows: list[ResolvedFinding]) -> str:
    newest = max(rows, key=lambda row: row.resolved_on, default=None)
    return newest.id if newest else ""


def _solved(row: ResolvedFinding) -> Solved:
    figures = {name: value for name, value in row.figures.items() if name != _ACT}
    facts = row.figures.get(_ACT)
    parts = row.finding_key.split("|", 6)
    finding = Finding(
        code=row.code,
        severity=row.severity,
        profile=row.profile,
        edition=None,
        subject=row.subject,
        source=Source(""),
        figures=figures,
        aspect=parts[6] if len(parts) > 6 else "",
    )
    return Solved(finding, row.resolved_on, row.act, facts if isinstance(facts, dict) else {})
