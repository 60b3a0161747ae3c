"""What the rules say of the practice: findings, exceptions to them, and year standings.

The judge lives in memory. Every act that is stored is noted here at once, and worked out when
somebody asks, so asking from a worker keeps the window free; any thread may ask.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from intervisie_desktop.domain.casebook import Casebook, Lookup, Touched, touched
from intervisie_desktop.domain.changes import Change, ChangeSet, Outcome, Subject
from intervisie_desktop.domain.compliance import Judge, undisturbed
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Finding, FindingException, Severity
from intervisie_desktop.domain.groups import Membership
from intervisie_desktop.domain.own_duty import DesignationTerm, OwnDuty, own_duty
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.domain.profile_difference import ProfileEffect, effect
from intervisie_desktop.domain.profiles import RuleProfile, gravity
from intervisie_desktop.domain.standing import PeriodStanding, StandingState, YearStanding
from intervisie_desktop.domain.supposing import Supposition, suppose
from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.casebook import casebook_of, records_of
from intervisie_desktop.services.finding_names import FindingNames
from intervisie_desktop.services.invoice_findings import InvoiceFindings
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.storage.store import Store

__all__ = [
    "ComplianceService",
    "FindingCounts",
    "FindingNames",
    "FindingScope",
    "JudgedFinding",
    "StandingState",
    "YearStanding",
]

ByKey = Mapping[str, FindingException]

MANY = 400
"""After so many changes at once (an import) judging anew is quicker than one by one."""


@dataclass(frozen=True, slots=True)
class FindingScope:
    """Which findings; everything narrows. Without anything: all of them."""

    group_id: str | None = None
    session_id: str | None = None
    participant_id: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding, and the exception the user made for it; `expired` is one that ran out."""

    finding: Finding
    exception: FindingException | None = None
    expired: FindingException | None = None

    @property
    def ignored(self) -> bool:
        """True when an exception stands for it."""
        return self.exception is not None


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """How many stand open, exceptions left out."""

    errors: int = 0
    warnings: int = 0
    tips: int = 0


class ComplianceService:
    """Findings, exceptions and standings of one open practice."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, profiles: ProfilesService) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._profiles = profiles
        self._turn = threading.RLock()
        self._waiting: list[Change] = []
        self._waiting_turn = threading.Lock()
        self._judge: Judge | None = None
        self._money = InvoiceFindings(store, clock)
        store.listen(self._note)

    # Queries

    def findings(self, scope: FindingScope | None = None) -> tuple[JudgedFinding, ...]:
        """The findings of today in this scope, gravest first, exceptions among them."""
        with self._turn:
            judge = self._now()
            found = _within(judge, scope or FindingScope())
        return _judged(_joined(found, self._of_money(scope)), *self._exceptions())

    def findings_on(
        self, day: date, scope: FindingScope | None = None
    ) -> tuple[JudgedFinding, ...]:
        """The same as seen from another day, with the exceptions that hold then."""
        with self._turn:
            judge = self._on(day)
            found = _within(judge, scope or FindingScope())
        return _judged(_joined(found, self._of_money(scope, day)), *self._exceptions(day))

    def counts(self, scope: FindingScope | None = None) -> FindingCounts:
        """How many findings stand open in this scope."""
        with self._turn:
            found = _within(self._now(), scope or FindingScope())
        made, _ = self._exceptions()
        every = (*found, *self._of_money(scope))
        return _tally(f.severity for f in every if not made or f.key not in made)

    def every(self) -> Mapping[str, Finding]:
        """Every finding of today by key, exceptions among them."""
        with self._turn:
            found = self._now().all_findings()
        return {finding.key: finding for finding in (*found, *self._of_money(None))}

    def standings(self, year: int) -> tuple[YearStanding, ...]:
        """How everyone's calendar year stands, under every profile they fall under."""
        with self._turn:
            judge = self._now()
            return tuple(
                standing
                for person in judge.book.rows(Participant)
                for (_, its_year), standing in judge.standings(person).items()
                if its_year == year
            )

    def standings_of(self, participant_id: str) -> tuple[YearStanding, ...]:
        """All years of one participant, newest first."""
        with self._turn:
            found = self._now().standings(participant_id)
            return tuple(found[key] for key in sorted(found, key=lambda k: (-k[1], k[0])))

    def standing(self, participant_id: str, profile: str, year: int) -> YearStanding | None:
        """How someone's year stands under a profile, or None when they had no part in it."""
        with self._turn:
            return self._now().standing(participant_id, profile, year)

    def periods_of(self, participant_id: str) -> tuple[PeriodStanding, ...]:
        """The registration periods of one participant, the one that runs and the one before it."""
        with self._turn:
            return self._now().periods(participant_id)

    def own_duty(self, facilitator_id: str, profile: str, year: int) -> OwnDuty | None:
        """A facilitator's own year under a profile she chose; None where it asks no hours."""
        with self._turn:
            judge = self._now()
            leader = judge.book.find(Facilitator, facilitator_id)
            chosen = self.profiles().get(profile)
            edition = chosen.edition_of_year(year) if chosen else None
            if leader is None or chosen is None or edition is None:
                return None
            return own_duty(judge.book, leader, chosen, edition, year, judge.standing, chosen=True)

    def own_duties(self, facilitator_id: str, year: int) -> tuple[OwnDuty, ...]:
        """A facilitator's own intervisie of a year, under each profile in use that asks it."""
        with self._turn:
            return self._now().own_duties(facilitator_id, year)

    def designation_terms(self, facilitator_id: str) -> tuple[DesignationTerm, ...]:
        """Until when a facilitator's designations hold, under each profile in use that asks one."""
        with self._turn:
            return self._now().designation_terms(facilitator_id)

    def session_views(self, session_id: str) -> Mapping[str, SessionView]:
        """What a session came to, by profile key; none when it was cancelled."""
        with self._turn:
            return dict(self._now().session_views(session_id))

    def names(self) -> FindingNames:
        """The names behind the ids in findings, as they are now."""
        with self._store.reading() as read:
            clients = {client.id: client.name for client in read.clients.all()}
        with self._turn:
            return FindingNames(self._now().book, self._profiles.all(), clients)

    def profiles(self) -> Mapping[str, RuleProfile]:
        """The rule profiles by key."""
        return self._profiles.all()

    def effect_of(self, profile: RuleProfile) -> ProfileEffect:
        """What would differ today if this profile stood under its key; nothing is kept."""
        with self._turn:
            now = self._now()
            others = {**self._profiles.all(), profile.key: profile}
            return effect(now, Judge(others, now.book))

    # What if

    def suppose(self, changes: ChangeSet, records: Lookup) -> Supposition:
        """What these changes would come to; `records` gives what an owner would stand for.

        Nothing is kept. Findings with an exception are left out.
        """
        with self._turn:
            judge = self._now()
            return self._supposed(judge, *judge.book.apply(changes, records))

    def suppose_records(self, put: Iterable[object]) -> Supposition:
        """The same for records that would be added or replaced."""
        records = tuple(put)
        with self._turn:
            judge = self._now()
            known = [judge.book.find(type(r), str(getattr(r, "id", ""))) for r in records]
            book = judge.book.updated(records)
            reach = touched(book, [*records, *(one for one in known if one is not None)])
            return self._supposed(judge, book, reach)

    def casebook(self) -> Casebook:
        """Everything that is judged, as it is now."""
        with self._turn:
            return self._now().book

    def _supposed(self, judge: Judge, book: Casebook, reach: Touched) -> Supposition:
        found = suppose(judge, book, reach)
        made, _ = self._exceptions()
        return replace(
            found,
            appeared=tuple(f for f in found.appeared if f.key not in made),
            gone=tuple(f for f in found.gone if f.key not in made),
            changed=tuple(pair for pair in found.changed if pair[0].key not in made),
        )

    # Exceptions

    def ignore(
        self, finding_key: str, reason: str, until: date | None = None, *others: str
    ) -> Outcome[tuple[FindingException, ...]]:
        """Exceptions for findings of today, with one reason, for ever or until a day; one step.

        One that stood for a finding before gives way. Refusal("finding_gone") when one of them
        is not there, ("reason_missing"), ("day_in_past").
        """
        if until is not None and until < self._clock.today():
            raise Refusal("day_in_past", day=until.isoformat())
        if not reason.strip():
            raise Refusal("reason_missing")
        known = self.every()
        keys = (finding_key, *others)
        if any(key not in known for key in keys):
            raise Refusal("finding_gone")
        made = tuple(
            FindingException(
                id=self._ids.new("e"),
                finding_key=key,
                code=known[key].code,
                reason=reason.strip(),
                made_on=self._clock.today(),
                until=until,
            )
            for key in keys
        )
        with self._store.work("finding_ignored", code=made[0].code, count=len(made)) as work:
            for exception in made:
                for before in work.exceptions.where(finding_key=exception.finding_key):
                    work.exceptions.remove(before.id)
                work.exceptions.add(exception)
        return work.outcome(made)

    def restore(self, exception_id: str) -> Outcome[None]:
        """Takes an exception away; Refusal("gone")."""
        with self._store.reading() as read:
            exception = read.exceptions.get(exception_id)
        with self._store.work("finding_restored", code=exception.code) as work:
            work.exceptions.remove(exception_id)
        return work.outcome(None)

    # Private

    def _of_money(self, scope: FindingScope | None, day: date | None = None) -> tuple[Finding, ...]:
        """Those about invoices, which belong to no group, session or participant."""
        asked = scope or FindingScope()
        if asked.session_id or asked.group_id or asked.participant_id:
            return ()
        found = self._money.now() if day is None else self._money.on(day)
        return tuple(f for f in found if asked.year is None or f.subject.year in {None, asked.year})

    def _note(self, changes: ChangeSet) -> None:
        with self._waiting_turn:
            self._waiting.extend(changes.changes)

    def _now(self) -> Judge:
        """The judge over what is stored now, as of today; within the turn."""
        with self._waiting_turn:
            waiting, self._waiting = self._waiting, []
        today = self._clock.today()
        judge = self._judge
        if judge is None or len(waiting) > MANY or _touches_profiles(waiting):
            with undisturbed(), self._store.reading() as read:
                self._judge = Judge(self._profiles.all(), casebook_of(read, today))
            return self._judge
        if waiting:
            with self._store.reading() as read:
                changes = ChangeSet(tuple(waiting))
                book, reach = judge.book.apply(changes, partial(records_of, read))
            judge.after(book, reach)
        if judge.book.today != today:
            judge = self._judge = Judge(self._profiles.all(), judge.book.on(today))
        return judge

    def _on(self, day: date) -> Judge:
        """The judge as of a day; that of today is kept."""
        judge = self._now()
        if day == judge.book.today:
            return judge
        return Judge(self._profiles.all(), judge.book.on(day))

    def _exceptions(self, day: date | None = None) -> tuple[ByKey, ByKey]:
        """The exceptions that hold on a day, and those that ran out before it."""
        on = day or self._clock.today()
        with self._store.reading() as read:
            every = read.exceptions.all()
        over = {one.finding_key: one for one in every if one.until and one.until < on}
        holding = {one.finding_key: one for one in every if not (one.until and one.until < on)}
        return holding, over


def counted(findings: Iterable[JudgedFinding]) -> FindingCounts:
    """How many of these stand open, by severity."""
    return _tally(judged.finding.severity for judged in findings if not judged.ignored)


def _tally(severities: Iterable[Severity]) -> FindingCounts:
    tally = Counter(severities)
    return FindingCounts(tally[Severity.ERROR], tally[Severity.WARNING], tally[Severity.TIP])


def _judged(found: Iterable[Finding], made: ByKey, over: ByKey) -> tuple[JudgedFinding, ...]:
    if not made and not over:
        return tuple(map(JudgedFinding, found))
    return tuple(JudgedFinding(f, made.get(f.key), over.get(f.key)) for f in found)


def _joined(found: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Both together, gravest first."""
    if not others:
        return found
    return tuple(sorted((*found, *others), key=lambda finding: gravity(finding.severity)))


def _touches_profiles(changes: Iterable[Change]) -> bool:
    return any(change.subject is Subject.PROFILE for change in changes)


def _within(judge: Judge, scope: FindingScope) -> tuple[Finding, ...]:
    tests: list[Callable[[Finding], bool]] = []
    if scope.session_id is not None:
        tests.append(lambda finding: finding.subject.session == scope.session_id)
    if scope.group_id is not None:
        members = {m.participant_id for m in judge.book.having(Membership, group_id=scope.group_id)}
        tests.append(partial(_of_group, scope.group_id, frozenset(members)))
    if scope.participant_id is not None:
        tests.append(partial(_of_person, scope.participant_id))
    if scope.year is not None:
        tests.append(lambda finding: finding.subject.year in {None, scope.year})
    found = judge.all_findings()
    if not tests:
        return found
    return tuple(finding for finding in found if all(test(finding) for test in tests))


def _of_group(group_id: str, members: frozenset[str], finding: Finding) -> bool:
    """About the group itself, its sessions, or the year of someone who belongs to it."""
    subject = finding.subject
    if subject.group == group_id:
        return True
    return subject.kind == "year" and subject.group is None and subject.participant in members


def _of_person(participant_id: str, finding: Finding) -> bool:
    """About this participant, alone or among others."""
    if finding.subject.participant is not None:
        return finding.subject.participant == participant_id
    people = finding.figures.get("participants")
    return isinstance(people, list | tuple) and participant_id in people
