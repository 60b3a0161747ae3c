"""Makes year standings from a casebook and what the sessions in it came to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, Protocol

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.groups import Group, MemberRole, Membership
from intervisie_desktop.domain.people import Absence, Registration
from intervisie_desktop.domain.periods import calendar_year, months_before
from intervisie_desktop.domain.pro_rata import Reduction, reduction
from intervisie_desktop.domain.profiles import Edition, RuleProfile, mentions
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import (
    CountedSession,
    Meetings,
    Outlook,
    Room,
    StandingState,
    YearStanding,
    last_safe_day,
    state_of,
)
from intervisie_desktop.domain.tally import Entry, Tally
from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.domain.year_points import hundredths_of, shared_points

_FINE = (StandingState.ACHIEVED, StandingState.ON_COURSE, StandingState.TIGHT)

_whole_year = lru_cache(calendar_year)

Slot = tuple[str, int]
"""A profile key and a calendar year."""


class Sessions(Protocol):
    """What the bookkeeper asks about sessions; the judge keeps the answers."""

    def views(self, session_id: str) -> Mapping[str, SessionView]:
        """The views of a session by profile key; none for a session that was cancelled."""

    def of_group(self, group_id: str) -> Mapping[int, tuple[Session, ...]]:
        """The sessions of a group that were not cancelled, by year."""

    def offered(self, group_id: str, slot: Slot) -> int:
        """Minutes a group offers in a year to whoever always comes."""


class _Year:
    """Everything of one person that bears on one slot."""

    __slots__ = ("entries", "memberships")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.memberships: list[Membership] = []


class _Due(NamedTuple):
    """What is due in a year, in minutes, and how that came about."""

    norm: int = 0
    bound: bool = True
    reduced: Reduction = Reduction()
    carried: int = 0
    deficit: int = 0

    @property
    def target(self) -> int:
        """What someone has to make."""
        if not self.bound:
            return 0
        return max(0, self.norm - self.reduced.minutes - self.carried) + self.deficit


_NOTHING_OFF = Reduction()
_NOTHING_DUE = _Due()
_NO_MEETINGS = Meetings()


class Bookkeeper:
    """Year standings of people, from a casebook and the sessions of the judge."""

    def __init__(
        self,
        book: Casebook,
        profiles: Mapping[str, RuleProfile],
        sessions: Sessions,
        edition_of: Callable[[Slot], Edition | None],
    ) -> None:
        self._book = book
        self._profiles = profiles
        self._sessions = sessions
        self._edition_of = edition_of

    def standings(self, participant_id: str) -> dict[Slot, YearStanding]:
        """Every profile and year of someone, years in order."""
        slots = self._collect(participant_id)
        found: dict[Slot, YearStanding] = {}
        for slot in sorted(slots, key=lambda slot: slot[1]):
            edition = self._edition_of(slot)
            if edition is not None:
                found[slot] = self._standing(participant_id, slot, edition, slots, found)
        if len({key for key, _ in found}) > 1:
            found = {slot: self._with_others(slot, found) for slot in found}
        return found

    def _collect(self, participant_id: str) -> dict[Slot, _Year]:
        book = self._book
        slots: defaultdict[Slot, _Year] = defaultdict(_Year)
        views = self._sessions.views
        attended = book.of(Attendance, "participant_id", participant_id)
        for attendance in attended:
            for key, view in views(attendance.session_id).items():
                slots[key, view.year].entries.append((view, attendance))
        seen = {attendance.session_id for attendance in attended}
        for membership in book.of(Membership, "participant_id", participant_id):
            self._collect_membership(membership, slots, seen)
        return slots

    def _collect_membership(
        self, membership: Membership, slots: defaultdict[Slot, _Year], seen: set[str]
    ) -> None:
        group = self._book.find(Group, membership.group_id)
        if group is None:
            return
        this_year, period = self._book.today.year, membership.period
        years: Mapping[int, tuple[Session, ...]] = self._sessions.of_group(group.id)
        if not group.archived and self._book.today in period and this_year not in years:
            years = {**years, this_year: ()}
        keys = [key for key in dict.fromkeys(group.profiles) if key in self._profiles]
        for year, sessions in years.items():
            if not period.overlaps(_whole_year(year)):
                continue
            for key in keys:
                slots[key, year].memberships.append(membership)
            if year < this_year:
                continue
            for session in sessions:
                planned = session.state is SessionState.PLANNED and session.day in period
                if planned and session.id not in seen:
                    seen.add(session.id)
                    for key, view in self._sessions.views(session.id).items():
                        slots[key, year].entries.append((view, None))

    def _standing(
        self,
        participant_id: str,
        slot: Slot,
        edition: Edition,
        slots: Mapping[Slot, _Year],
        found: Mapping[Slot, YearStanding],
    ) -> YearStanding:
        key, year = slot
        own, today = slots[slot], self._book.today
        tally = Tally(participant_id, edition, past=year < today.year)
        tally.add(own.entries)
        joined = [(other, year) for other in _combined(edition) if (other, year) in slots]
        for other in joined:
            tally.add_others(slots[other].entries)
        made, forecast, counted = tally.totals()
        due = self._due(participant_id, slot, edition, own.memberships, found)
        target, last = due.target, date(year, 12, 31)
        offered = self._offered(slot, own.memberships)
        for other in joined:
            offered += self._offered(other, slots[other].memberships)
        safe = None
        if forecast < target and year >= today.year:
            safe = last_safe_day(target - forecast, _room(edition, tally, year, today))
        margin = edition.tight_margin.value if edition.tight_margin else 0
        outlook = Outlook(
            made, forecast, max(offered, forecast), target, margin, reachable=safe is not None
        )
        members = [m for m in own.memberships if m.role is not MemberRole.GUEST]
        last_day = last if last < today else today
        return YearStanding(
            participant_id=participant_id,
            profile=key,
            year=year,
            edition=edition.valid.start,
            made=made,
            planned=forecast - made,
            offered=offered,
            norm=due.norm,
            target=target,
            state=state_of(outlook, last, today),
            sessions=counted,
            coming=tuple(tally.coming),
            reduced=due.reduced,
            carried=due.carried,
            deficit=due.deficit,
            bound=due.bound,
            belongs=bool(members),
            stays=bool([m for m in members if last_day in m.period]),
            group_id=_leading_group(members, counted),
            hundredths=hundredths_of(edition, counted, key),
            day_excess=tuple(tally.excess),
            split=tuple(tally.split),
            last_safe_day=safe,
            meetings=self._meetings(slot, edition, tally, counted, own, found)
            if edition.sessions_per_year or edition.missed_max
            else _NO_MEETINGS,
        )

    def _due(
        self,
        participant_id: str,
        slot: Slot,
        edition: Edition,
        members: Iterable[Membership],
        found: Mapping[Slot, YearStanding],
    ) -> _Due:
        if edition.year_min is None:
            return _NOTHING_DUE
        key, year = slot
        before = found.get((key, year - 1))
        lacking = edition.deficit_made_up is not None and edition.deficit_made_up.value
        return _Due(
            norm=edition.year_min.value,
            bound=self._bound(participant_id, edition, year, members),
            reduced=self._reduced(participant_id, edition, year),
            carried=self._carried(edition, before),
            deficit=max(0, before.target - before.made) if before and lacking else 0,
        )

    def _meetings(
        self,
        slot: Slot,
        edition: Edition,
        tally: Tally,
        counted: tuple[CountedSession, ...],
        own: _Year,
        found: Mapping[Slot, YearStanding],
    ) -> Meetings:
        key, year = slot
        today, last = self._book.today, date(year, 12, 31)
        norm = edition.sessions_per_year.value if edition.sessions_per_year else 0
        there = [s for s in counted if s.counted]
        after = date(year - 1, 12, 31)
        if edition.sessions_months is not None:
            until = min(today, last)
            after = months_before(until, edition.sessions_months.value)
            earlier = [found[key, y] for y in range(after.year, year) if (key, y) in found]
            there += [s for standing in earlier for s in standing.sessions if s.counted]
            there = [s for s in there if after < s.day <= until]
        made = len(there)
        if edition.same_group is not None and edition.same_group.value:
            made = max(Counter(s.group_id for s in there).values(), default=0)
        planned = tally.coming_counts
        offered = self._held_or_planned(slot, own.memberships)
        outlook = Outlook(made, made + planned, max(offered, made + planned), norm)
        who = tally.who
        return Meetings(
            norm=norm,
            made=made,
            planned=planned,
            missed=self._missed(who, slot, own.memberships) if edition.missed_max else 0,
            whole=min((_beginning(m) for m in own.memberships), default=date.min)
            <= after + timedelta(days=1),
            state=state_of(outlook, last, today),
        )

    def _held_or_planned(self, slot: Slot, members: Iterable[Membership]) -> int:
        """How many sessions that count the own groups hold and plan this year."""
        return sum(
            1
            for group_id in {m.group_id for m in members}
            for view in self._of_year(group_id, slot)
            if view.whole.counted
        )

    def _missed(self, who: str, slot: Slot, members: Iterable[Membership]) -> int:
        """Sessions that were held while someone belonged to the group, and they were not there."""
        missed = {
            view.session.id
            for membership in members
            for view in self._of_year(membership.group_id, slot)
            if view.taken_place
            and view.session.day in membership.period
            and who not in view.by_participant
        }
        return len(missed)

    def _of_year(self, group_id: str, slot: Slot) -> Iterator[SessionView]:
        for session in self._sessions.of_group(group_id).get(slot[1], ()):
            view = self._sessions.views(session.id).get(slot[0])
            if view is not None:
                yield view

    def _offered(self, slot: Slot, members: Iterable[Membership]) -> int:
        offered = self._sessions.offered
        return sum([offered(group, slot) for group in {m.group_id for m in members}])

    def _bound(
        self, participant_id: str, edition: Edition, year: int, members: Iterable[Membership]
    ) -> bool:
        """Bound from the year after unconditional registration (rules.md N14)."""
        if not (edition.bound_from_next_year and edition.bound_from_next_year.value):
            return True
        registers = edition.registers.value if edition.registers else ()
        since = [
            r.unconditional_since.year
            for r in self._book.of(Registration, "participant_id", participant_id)
            if r.unconditional_since is not None and mentions(r.register, registers)
        ]
        if since:
            return year > min(since)
        roles = {m.role for m in members}
        if roles == {MemberRole.TRAINEE}:
            return False
        day = min(self._book.today, date(year, 12, 31))
        function = self._book.function_on(participant_id, day)
        trainee = edition.functions_not_counting.value if edition.functions_not_counting else ()
        return not (function and mentions(function, trainee))

    def _reduced(self, participant_id: str, edition: Edition, year: int) -> Reduction:
        absences = self._book.of(Absence, "participant_id", participant_id)
        if not absences or edition.pro_rata is None:
            return _NOTHING_OFF
        return reduction(absences, year, edition.pro_rata.value, self._book.today)

    @staticmethod
    def _carried(edition: Edition, before: YearStanding | None) -> int:
        if edition.carry_over_max is None or before is None:
            return 0
        return min(edition.carry_over_max.value, before.surplus)

    def _with_others(self, slot: Slot, found: Mapping[Slot, YearStanding]) -> YearStanding:
        """Forms may stand for one another: who completes one of them does the duty."""
        key, year = slot
        standing, edition = found[slot], self._edition_of(slot)
        names = edition.alternatives.value if edition and edition.alternatives else ()
        others = [found[name, year] for name in names if (name, year) in found]
        if not others:
            return standing
        fine = [other for other in others if other.state in _FINE]
        if fine and standing.state not in _FINE and standing.target:
            standing = standing._replace(state=fine[0].state, through=fine[0].profile)
        standing = standing._replace(hundredths=shared_points(standing, edition, found))
        apart = [other for other in others if other.profile not in _combined(edition)]
        # What falls short is said once, of the form someone does most of.
        most = max((other.forecast, other.profile) for other in others)
        return standing._replace(
            elsewhere=sum(other.made for other in apart),
            secondary=most > (standing.forecast, key),
        )


def _combined(edition: Edition | None) -> tuple[str, ...]:
    return edition.combines_with.value if edition and edition.combines_with else ()


def _room(edition: Edition, tally: Tally, year: int, today: date) -> Room:
    """What still fits on the days of a year that are left."""
    most = edition.day_max.value if edition.day_max else None
    least = edition.day_min.value if edition.day_min else 1
    first = max(today, date(year, 1, 1))
    return Room(first, date(year, 12, 31), most, least, tally.day_minutes())


def _leading_group(members: list[Membership], counted: tuple[CountedSession, ...]) -> str | None:
    """The group that belongs most to this year: of the last membership, else the last session."""
    if len(members) == 1:
        return members[0].group_id
    if members:
        return max(reversed(members), key=_beginning).group_id
    return counted[-1].group_id if counted else None


def _beginning(membership: Membership) -> date:
    return membership.period.start or date.min
