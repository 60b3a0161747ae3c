"""Everything the Controle panel shows, gathered in one go so that a worker can do it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.rules import Level, in_force
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.compliance import ComplianceService, FindingScope, JudgedFinding
from intervisie_desktop.services.resolving import ResolvingService, Solved
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

__all__ = ["Check", "ControlService", "FindingScope", "JudgedFinding", "KnownNames"]

GONE = "onbekend"
"""Said for a record that went between judging and naming; the next check follows at once."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the ids in a set of findings stand for; the `Names` of `ui/text/findings.py`."""

    participants: Mapping[str, str]
    facilitators: Mapping[str, str]
    groups: Mapping[str, Group]
    days: Mapping[str, date]
    profiles: Mapping[str, str]
    clients: Mapping[str, str] = field(default_factory=dict)

    def participant(self, participant_id: str) -> str:
        """A participant's name as it is said."""
        return self.participants.get(participant_id, GONE)

    def facilitator(self, facilitator_id: str) -> str:
        """A facilitator's name."""
        return self.facilitators.get(facilitator_id, GONE)

    def group(self, group_id: str) -> tuple[str, str]:
        """A group's name and its two-letter code."""
        group = self.groups.get(group_id)
        return (group.name, group.code) if group else (GONE, "")

    def client(self, client_id: str) -> str:
        """The name of an opdrachtgever."""
        return self.clients.get(client_id, GONE)

    def session_day(self, session_id: str) -> date | None:
        """The day of a session, when it is still there."""
        return self.days.get(session_id)

    def profile(self, key: str) -> str:
        """The short name of a rule profile."""
        return self.profiles.get(key, key)


@dataclass(frozen=True, slots=True)
class Check:
    """The findings of the whole practice and the keys of those in a scope.

    `rules` is how many rules were looked at, `at` the local time of looking. `mine` are the keys
    of what the main facilitator leads, or None where there is only one facilitator. `solved` is
    what was solved of late, newest first.
    """

    findings: tuple[JudgedFinding, ...]
    within: frozenset[str]
    names: KnownNames
    rules: int
    at: datetime
    mine: frozenset[str] | None = None
    solved: tuple[Solved, ...] = ()


class ControlService:
    """Checks the practice and names what was found; any thread may ask."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        compliance: ComplianceService,
        resolving: ResolvingService,
    ) -> None:
        self._store = store
        self._clock = clock
        self._compliance = compliance
        self._resolving = resolving

    def check(self, scope: FindingScope) -> Check:
        """All findings of today, which of them lie in this scope, and every name they need.

        What was solved since the last check is written into the history on the way.
        """
        self._resolving.settle()
        solved = self._resolving.recent()
        findings = self._compliance.findings()
        narrowed = scope != FindingScope()
        inside = self._compliance.findings(scope) if narrowed else findings
        with self._store.reading() as read:
            groups = read.groups.all()
            found = [judged.finding for judged in findings]
            every = [*found, *(one.finding for one in solved)]
            names = self._names(read, every, groups)
            mine = _mine(read, found, groups)
        return Check(
            findings=findings,
            within=frozenset(judged.finding.key for judged in inside),
            names=names,
            rules=self._rules(groups),
            at=self._clock.now(),
            mine=mine,
            solved=solved,
        )

    def _names(
        self, read: Reading, findings: Iterable[Finding], groups: Iterable[Group]
    ) -> KnownNames:
        people: set[str] = set()
        sessions: set[str] = set()
        clients: set[str] = set()
        for finding in findings:
            clients |= {str(finding.figures["client"])} if "client" in finding.figures else set()
            people |= _people_in(finding)
            sessions |= _sessions_in(finding)
        profiles = self._compliance.profiles()
        return KnownNames(
            participants={p.id: p.name.plain for p in read.participants.where(id=sorted(people))},
            facilitators={f.id: f.name for f in read.facilitators.all()},
            groups={group.id: group for group in groups},
            days={s.id: s.day for s in read.sessions.where(id=sorted(sessions))},
            profiles={key: profile.short_name for key, profile in profiles.items()},
            clients={c.id: c.name for c in read.clients.where(id=sorted(clients))},
        )

    def _rules(self, groups: Iterable[Group]) -> int:
        """How many rules bear on the groups that still meet, each counted once per profile."""
        used = {key for group in groups if not group.archived for key in group.profiles}
        profiles = self._compliance.profiles()
        today = self._clock.today()
        return sum(_rules_of(profiles[key], today) for key in used if key in profiles)


def _mine(
    read: Reading, findings: Iterable[Finding], groups: Iterable[Group]
) -> frozenset[str] | None:
    """The findings about what the main facilitator leads; None where nobody else leads."""
    if read.facilitators.count() < 2:
        return None
    main = read.practice.get().facilitator_id
    led = {group.id: (group.facilitator_id or main) for group in groups}
    own = {session.id: session.facilitator_id for session in read.sessions.all()}

    def leads(finding: Finding) -> bool:
        subject = finding.subject
        leader = subject.facilitator or own.get(subject.session or "")
        return (leader or led.get(subject.group or "", main)) == main

    return frozenset(finding.key for finding in findings if leads(finding))


def _rules_of(profile: RuleProfile, day: date) -> int:
    edition = profile.edition_on(day)
    if edition is None:
        return 0
    return len({rule.code for level in Level for rule in in_force(level, edition)})


def _people_in(finding: Finding) -> set[str]:
    found = {finding.subject.participant} if finding.subject.participant else set()
    listed = [finding.figures.get("participants")]
    listed += [facts.get("not_counting") for _, facts in finding.trace]
    for people in listed:
        if isinstance(people, list | tuple):
            found |= {str(person) for person in people}
    return found


def _sessions_in(finding: Finding) -> set[str]:
    found = {finding.subject.session} if finding.subject.session else set()
    facts = [finding.figures, *(facts for _, facts in finding.trace)]
    return found | {str(one["session"]) for one in facts if "session" in one}
