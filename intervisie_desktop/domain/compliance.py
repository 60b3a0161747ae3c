"""The judge: every finding of a practice, kept up to date change by change."""

from __future__ import annotations

import gc
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.bookkeeping import Bookkeeper, Slot
from intervisie_desktop.domain.casebook import Casebook, Touched
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.groups import Group, Membership
from intervisie_desktop.domain.own_duty import DesignationTerm, OwnDuty, own_duty, terms_of
from intervisie_desktop.domain.people import Participant, bare_name
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.domain.profiles import Edition, RuleProfile, gravity
from intervisie_desktop.domain.registration_periods import periods_of
from intervisie_desktop.domain.rules import Level, Rule, in_force
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.shelf import SessionShelf
from intervisie_desktop.domain.standing import PeriodStanding, YearStanding
from intervisie_desktop.domain.views import (
    GroupView,
    Moment,
    PeriodView,
    PracticeView,
    SessionView,
    YearView,
)

Unit = tuple[Level, str]
"""What is judged in one go: a session, the years of a person, a group, the practice."""

_PRACTICE: Unit = (Level.PRACTICE, "")


@dataclass(frozen=True, slots=True)
class FindingDelta:
    """What a change did to the findings; one whose figures differ stands in both."""

    appeared: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors, warnings, tips; within each by day, code and key, always the same way."""
    return tuple(sorted(findings, key=_place))


_Place = tuple[int, date, str, str]


def _by_place(placed: tuple[_Place, Finding]) -> _Place:
    return placed[0]


def _place(finding: Finding) -> _Place:
    day = finding.day or date.min
    return gravity(finding.severity), day, finding.code, finding.key


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without looking for circular garbage: judging makes none, and looking takes as long again.

    What is there afterwards lives as long as the practice is open, so the collector leaves it
    alone from then on; going through it made the window wait a tenth of a second now and then.
    Who closes a practice calls `gc.unfreeze()`.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


class Judge:
    """All findings of a practice under its profiles, whole or after one change."""

    def __init__(self, profiles: Mapping[str, RuleProfile], book: Casebook) -> None:
        self._profiles = profiles
        self._shelf = SessionShelf(book, profiles)
        self._found: dict[Unit, tuple[Finding, ...]] | None = None
        self._sorted: list[tuple[_Place, Finding]] | None = None
        self._standings: dict[str, dict[Slot, YearStanding]] = {}
        self._last: dict[str, Slot] = {}
        self._periods: dict[str, tuple[PeriodStanding, ...]] = {}
        self._in_force: dict[tuple[int, int, int], tuple[Rule, ...]] = {}
        self._with_periods: dict[str, bool] = {}
        self._year_editions: dict[Slot, Edition | None] = {}

    @property
    def book(self) -> Casebook:
        """The casebook that is judged."""
        return self._shelf.book

    @property
    def profiles(self) -> Mapping[str, RuleProfile]:
        """The profiles it is judged by."""
        return self._profiles

    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding, gravest first."""
        if self._sorted is None:
            every = ((_place(f), f) for found in self._all().values() for f in found)
            self._sorted = sorted(every, key=_by_place)
        return tuple([finding for _, finding in self._sorted])

    def findings_of(self, level: Level, subject_id: str = "") -> tuple[Finding, ...]:
        """The findings of one session, group or practice, or of the years of one person."""
        return in_order(self._all().get((level, subject_id), ()))

    def standings(self, participant_id: str) -> Mapping[Slot, YearStanding]:
        """The years of someone by (profile key, year)."""
        known = self._standings.get(participant_id)
        if known is None:
            keeper = Bookkeeper(self.book, self._profiles, self._shelf, self._edition_of)
            known = self._standings[participant_id] = keeper.standings(participant_id)
            self._last.pop(participant_id, None)
            if known:
                self._last[participant_id] = max(known, key=lambda slot: slot[1])
        return known

    def standing(self, participant_id: str, profile: str, year: int) -> YearStanding | None:
        """How someone's year stands, or None when they had no part in it."""
        return self.standings(participant_id).get((profile, year))

    def periods(self, participant_id: str) -> tuple[PeriodStanding, ...]:
        """The registration periods of someone under every profile that has them, oldest first."""
        known = self._periods.get(participant_id)
        if known is None:
            standings = self.standings(participant_id)
            keys = dict.fromkeys(key for key, _ in standings)
            known = tuple(
                period
                for key in keys
                if self._has_periods(key)
                for period in periods_of(
                    self.book, participant_id, self._profiles[key], standings, self._shelf.planned
                )
            )
            self._periods[participant_id] = known
        return known

    def own_duties(self, facilitator_id: str, year: int) -> tuple[OwnDuty, ...]:
        """A facilitator's own duty of a year, under each profile that is in use and has one."""
        leader = self.book.find(Facilitator, facilitator_id)
        found = (
            own_duty(self.book, leader, self._profiles[key], edition, year, self.standing)
            for key, edition in self._in_use(year)
            if leader is not None
        )
        return tuple(duty for duty in found if duty is not None)

    def designation_terms(self, facilitator_id: str) -> tuple[DesignationTerm, ...]:
        """A facilitator's designations, under each profile that is in use and asks for them."""
        return tuple(
            term
            for key, edition in self._in_use(self.book.today.year)
            for term in terms_of(self.book, facilitator_id, self._profiles[key], edition)
        )

    def _in_use(self, year: int) -> Iterator[tuple[str, Edition]]:
        """The profiles of the groups, with the edition of a year."""
        for key in sorted({key for group in self.book.all(Group) for key in group.profiles}):
            edition = self._edition_of((key, year)) if key in self._profiles else None
            if edition is not None:
                yield key, edition

    def session_views(self, session_id: str) -> Mapping[str, SessionView]:
        """What a session came to, by profile key; none when it was cancelled."""
        return self._shelf.views(session_id)

    @contextmanager
    def for_a_while(self) -> Iterator[None]:
        """What is judged within is forgotten at the end: the judge stands where it stood.

        Copying what is known costs less than judging one change back.
        """
        self._all()
        shelf, back = self._shelf, self._shelf.kept()
        known = (dict(self._all()), list(self._sorted) if self._sorted is not None else None)
        people = dict(self._standings), dict(self._periods), dict(self._last)
        try:
            yield
        finally:
            self._shelf = shelf
            back()
            self._found, self._sorted = known
            self._standings, self._periods, self._last = people

    def after(self, book: Casebook, touched: Touched) -> FindingDelta:
        """Judges again what a change may matter to, and tells what came of it."""
        everything = touched.facilitators or touched.methods
        if everything or self._found is None or self._one_leads(book, touched.people):
            return self._anew(book)
        old, new = _Reach(self.book, touched), _Reach(book, touched)
        sessions, groups = old.sessions | new.sessions, old.groups | new.groups
        people = old.people | new.people
        lasted = {person: self._last.get(person) for person in people}
        self._shelf.turn_to(book, sessions, groups)
        for person in people:
            self._standings.pop(person, None)
            self._periods.pop(person, None)
            self._last.pop(person, None)
        units = [(Level.SESSION, key) for key in sessions]
        units += [(Level.GROUP, key) for key in groups]
        units += [(Level.YEAR, key) for key in people]
        before = self._judge_again(units)
        moved = any(self._last.get(person) != last for person, last in lasted.items())
        if touched.reaches_practice or moved or self._one_leads(book, people):
            units.append(_PRACTICE)
            before |= self._judge_again([_PRACTICE])
        after = {unit: self._found.get(unit, ()) for unit in units}
        self._sort_in(before, after)
        return _difference(before, after)

    def _one_leads(self, book: Casebook, people: Iterable[str]) -> bool:
        """Whether one of them is, or was, a facilitator herself: her own duty is at stake."""
        leaders = {bare_name(leader.name) for leader in book.all(Facilitator)}
        known = (there.find(Participant, p) for p in people for there in (self.book, book))
        return any(person is not None and person.called in leaders for person in known)

    def _judge_again(self, units: Iterable[Unit]) -> dict[Unit, tuple[Finding, ...]]:
        """Puts what is found now in place of what was, and gives back what was."""
        known = self._all()
        before: dict[Unit, tuple[Finding, ...]] = {}
        for unit in units:
            before[unit] = known.get(unit, ())
            known[unit] = tuple(self._judge(unit))
        return before

    def _sort_in(
        self, before: Mapping[Unit, tuple[Finding, ...]], after: Mapping[Unit, tuple[Finding, ...]]
    ) -> None:
        """Keep the order of all findings: sorting thousands anew is longer work than judging."""
        if self._sorted is None:
            return
        for found in before.values():
            for finding in found:
                index = bisect_left(self._sorted, _place(finding), key=_by_place)
                while self._sorted[index][1] is not finding:
                    index += 1
                del self._sorted[index]
        for found in after.values():
            for finding in found:
                insort(self._sorted, (_place(finding), finding), key=_by_place)

    def _anew(self, book: Casebook) -> FindingDelta:
        before = self._all() if self._found is not None else {}
        self._shelf = SessionShelf(book, self._profiles)
        self._standings, self._periods, self._found, self._last = {}, {}, None, {}
        self._sorted = None
        return _difference(before, self._all())

    def _all(self) -> dict[Unit, tuple[Finding, ...]]:
        if self._found is None:
            book = self.book
            units: list[Unit] = [(Level.SESSION, key) for key in book.rows(Session)]
            units += [(Level.GROUP, key) for key in book.rows(Group)]
            units += [(Level.YEAR, key) for key in book.rows(Participant)]
            # Last, for it goes by what came of the people.
            units.append(_PRACTICE)
            with undisturbed():
                self._found = {unit: tuple(self._judge(unit)) for unit in units}
        return self._found

    def _judge(self, unit: Unit) -> list[Finding]:
        level, key = unit
        found: list[Finding] = []
        for view in self.views_of(level, key):
            for rule in self._rules(level, view.edition, view.moment):
                found += rule.check(view)
        return found

    def _rules(self, level: Level, edition: Edition, moment: Moment) -> tuple[Rule, ...]:
        # By identity: comparing editions field by field would cost more than judging.
        key = (id(level), id(edition), id(moment))
        known = self._in_force.get(key)
        if known is None:
            known = self._in_force[key] = in_force(level, edition, moment)
        return known

    def views_of(
        self, level: Level, key: str
    ) -> Iterable[SessionView | YearView | PeriodView | GroupView | PracticeView]:
        """What the rules of a level look at: a session, someone's years, a group, the practice."""
        if level is Level.SESSION:
            return self._shelf.views(key).values()
        if level is Level.YEAR:
            return chain(self._year_views(key), self._period_views(key))
        if level is Level.GROUP:
            return self._group_views(key)
        return self._practice_views()

    def _year_views(self, participant_id: str) -> Iterator[YearView]:
        standings = self.standings(participant_id)
        earlier: dict[str, tuple[YearStanding, ...]] = {}
        for slot, standing in standings.items():
            key, year = slot
            edition = self._edition_of(slot)
            if year <= self.book.today.year and edition is not None:
                history = earlier.get(key, ())
                yield YearView(self.book, self._profiles[key], edition, standing, history)
                earlier[key] = (*history, standing)

    def _period_views(self, participant_id: str) -> Iterator[PeriodView]:
        for period in self.periods(participant_id):
            profile = self._profiles[period.profile]
            edition = profile.edition_on(min(period.end, self.book.today))
            if edition is not None:
                yield PeriodView(self.book, profile, edition, period)

    def _has_periods(self, key: str) -> bool:
        known = self._with_periods.get(key)
        if known is None:
            editions = self._profiles[key].editions
            known = any(edition.period_years is not None for edition in editions)
            self._with_periods[key] = known
        return known

    def _edition_of(self, slot: Slot) -> Edition | None:
        if slot not in self._year_editions:
            self._year_editions[slot] = self._profiles[slot[0]].edition_of_year(slot[1])
        return self._year_editions[slot]

    def _group_views(self, group_id: str) -> Iterator[GroupView]:
        group = self.book.find(Group, group_id)
        if group is None or group.archived:
            return
        for key in group.profiles:
            profile = self._profiles.get(key)
            edition = profile.edition_on(self.book.today) if profile else None
            if profile and edition:
                yield GroupView(self.book, group, profile, edition)

    def _practice_views(self) -> Iterator[PracticeView]:
        used = {key for group in self.book.all(Group) for key in group.profiles}
        for key in sorted(used):
            profile = self._profiles.get(key)
            edition = profile.edition_on(self.book.today) if profile else None
            if profile and edition:
                yield PracticeView(self.book, profile, edition, self._last, self.standing)


class _Reach:
    """How far a change reaches in one book: sessions, groups and people to judge again."""

    def __init__(self, book: Casebook, touched: Touched) -> None:
        self.sessions = set(touched.sessions)
        self.groups = set(touched.groups)
        self.people = set(touched.people | touched.years)
        for person in touched.people:
            self._spread_person(book, person)
        for group_id in touched.groups:
            self.sessions |= {s.id for s in book.having(Session, group_id=group_id)}
        for session_id in tuple(self.sessions):
            self.people |= {
                a.participant_id for a in book.having(Attendance, session_id=session_id)
            }
        for session_id in touched.sessions:
            session = book.find(Session, session_id)
            self.groups |= {session.group_id} if session else set()
        for group_id in self.groups:
            self.people |= {m.participant_id for m in book.having(Membership, group_id=group_id)}

    def _spread_person(self, book: Casebook, person: str) -> None:
        """Their role or work may decide whether sessions count, and what may be planned."""
        for attendance in book.having(Attendance, participant_id=person):
            self.sessions.add(attendance.session_id)
        for membership in book.having(Membership, participant_id=person):
            self.groups.add(membership.group_id)
            for session in book.having(Session, group_id=membership.group_id):
                if session.state is SessionState.PLANNED:
                    self.sessions.add(session.id)


def people_reached(before: Casebook, after: Casebook, touched: Touched) -> frozenset[str]:
    """Whose years a change may matter to, as it was or as it is."""
    return frozenset(_Reach(before, touched).people | _Reach(after, touched).people)


def _difference(
    before: Mapping[Unit, tuple[Finding, ...]], after: Mapping[Unit, tuple[Finding, ...]]
) -> FindingDelta:
    old = {finding.key: finding for found in before.values() for finding in found}
    new = {finding.key: finding for found in after.values() for finding in found}
    return FindingDelta(
        appeared=in_order(f for key, f in new.items() if old.get(key) != f),
        gone=in_order(f for key, f in old.items() if new.get(key) != f),
    )
