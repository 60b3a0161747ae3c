"""The judge: every finding of a practice, kept up to date change by change."""

from __future__ import annotations

import gc
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.bookkeeping import Bookkeeper, Slot
from intervisie_desktop.domain.casebook import Casebook, Touched
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.groups import Group, Membership
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.profiles import Edition, RuleProfile, gravity
from intervisie_desktop.domain.rules import Level, Rule, in_force
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import YearStanding
from intervisie_desktop.domain.views import GroupView, PracticeView, SessionView, YearView

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


def _place(finding: Finding) -> tuple[int, date, str, str]:
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


class _SessionShelf:
    """What sessions came to, worked out once and kept until something touches them."""

    def __init__(self, book: Casebook, profiles: Mapping[str, RuleProfile]) -> None:
        self.book = book
        self._profiles = profiles
        self._views: dict[str, dict[str, SessionView]] = {}
        self._of_group: dict[str, dict[int, tuple[Session, ...]]] = {}
        self._offered: dict[tuple[str, Slot], int] = {}

    def turn_to(self, book: Casebook, sessions: Iterable[str], groups: Iterable[str]) -> None:
        """Goes on with a newer book; what is named is worked out again when asked for."""
        self.book = book
        for view in (view for views in self._views.values() for view in views.values()):
            view.book = book
        for session_id in sessions:
            self._views.pop(session_id, None)
        stale = set(groups)
        for group_id in stale:
            self._of_group.pop(group_id, None)
        for key in [key for key in self._offered if key[0] in stale]:
            del self._offered[key]

    def views(self, session_id: str) -> Mapping[str, SessionView]:
        """The views of a session by profile key; none for a session that was cancelled."""
        known = self._views.get(session_id)
        if known is None:
            known = self._views[session_id] = dict(self._look_at(session_id))
        return known

    def of_group(self, group_id: str) -> Mapping[int, tuple[Session, ...]]:
        """The sessions of a group that were not cancelled, by year."""
        known = self._of_group.get(group_id)
        if known is None:
            years: dict[int, list[Session]] = {}
            for session in self.book.having(Session, group_id=group_id):
                if session.state is not SessionState.CANCELLED:
                    years.setdefault(session.day.year, []).append(session)
            known = {year: tuple(found) for year, found in years.items()}
            self._of_group[group_id] = known
        return known

    def offered(self, group_id: str, slot: Slot) -> int:
        """Minutes a group offers in a year to whoever always comes."""
        known = self._offered.get((group_id, slot))
        if known is None:
            views = (
                self.views(s.id).get(slot[0]) for s in self.of_group(group_id).get(slot[1], ())
            )
            known = sum(view.whole.counted for view in views if view is not None)
            self._offered[group_id, slot] = known
        return known

    def _look_at(self, session_id: str) -> Iterator[tuple[str, SessionView]]:
        session = self.book.find(Session, session_id)
        if session is None or session.state is SessionState.CANCELLED:
            return
        group = self.book.find(Group, session.group_id)
        for key in group.profiles if group else ():
            profile = self._profiles.get(key)
            edition = profile.edition_on(session.day) if profile else None
            if group and profile and edition:
                yield key, SessionView(self.book, session, group, profile, edition)


class Judge:
    """All findings of a practice under its profiles, whole or after one change."""

    def __init__(self, profiles: Mapping[str, RuleProfile], book: Casebook) -> None:
        self._profiles = profiles
        self._shelf = _SessionShelf(book, profiles)
        self._found: dict[Unit, tuple[Finding, ...]] | None = None
        self._sorted: list[Finding] | None = None
        self._standings: dict[str, dict[Slot, YearStanding]] = {}
        self._last: dict[str, Slot] = {}
        self._in_force: dict[tuple[int, int], tuple[Rule, ...]] = {}
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
            every = (finding for found in self._all().values() for finding in found)
            self._sorted = list(in_order(every))
        return tuple(self._sorted)

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

    def session_views(self, session_id: str) -> Mapping[str, SessionView]:
        """What a session came to, by profile key; none when it was cancelled."""
        return self._shelf.views(session_id)

    def after(self, book: Casebook, touched: Touched) -> FindingDelta:
        """Judges again what a change may matter to, and tells what came of it."""
        if touched.facilitators or self._found is None:
            return self._anew(book)
        old, new = _Reach(self.book, touched), _Reach(book, touched)
        sessions, groups = old.sessions | new.sessions, old.groups | new.groups
        people = old.people | new.people
        self._shelf.turn_to(book, sessions, groups)
        for person in people:
            self._standings.pop(person, None)
        units = [(Level.SESSION, key) for key in sessions]
        units += [(Level.GROUP, key) for key in groups]
        units += [(Level.YEAR, key) for key in people]
        units.append(_PRACTICE)
        before = {unit: self._found.get(unit, ()) for unit in units}
        for unit in units:
            self._found[unit] = tuple(self._judge(unit))
        after = {unit: self._found[unit] for unit in units}
        self._sort_in(before, after)
        return _difference(before, after)

    def _sort_in(
        self, before: Mapping[Unit, tuple[Finding, ...]], after: Mapping[Unit, tuple[Finding, ...]]
    ) -> None:
        """Keep the order of all findings: sorting thousands anew is longer work than judging."""
        if self._sorted is None:
            return
        gone = {id(finding) for found in before.values() for finding in found}
        self._sorted = [finding for finding in self._sorted if id(finding) not in gone]
        for found in after.values():
            for finding in found:
                insort(self._sorted, finding, key=_place)

    def _anew(self, book: Casebook) -> FindingDelta:
        before = self._all() if self._found is not None else {}
        self._shelf = _SessionShelf(book, self._profiles)
        self._standings, self._found, self._last = {}, None, {}
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

    def _judge(self, unit: Unit) -> Iterator[Finding]:
        level, key = unit
        for view in self._views_of(level, key):
            for rule in self._rules(level, view.edition):
                yield from rule.check(view)

    def _rules(self, level: Level, edition: Edition) -> tuple[Rule, ...]:
        # By identity: comparing editions field by field would cost more than judging.
        key = (id(level), id(edition))
        known = self._in_force.get(key)
        if known is None:
            known = self._in_force[key] = in_force(level, edition)
        return known

    def _views_of(
        self, level: Level, key: str
    ) -> Iterable[SessionView | YearView | GroupView | PracticeView]:
        if level is Level.SESSION:
            return self._shelf.views(key).values()
        if level is Level.YEAR:
            return self._year_views(key)
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
                yield PracticeView(self.book, profile, edition, self._last)


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
