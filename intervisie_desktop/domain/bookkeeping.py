"""Makes year standings from a casebook and what the sessions in it came to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from intervisie_desktop.domain.attendance import (
    Attendance,
    AttendanceState,
    Interval,
    total_minutes,
)
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.groups import Group, MemberRole, Membership
from intervisie_desktop.domain.people import Absence, Registration
from intervisie_desktop.domain.periods import calendar_year
from intervisie_desktop.domain.pro_rata import Reduction, reduction
from intervisie_desktop.domain.profiles import Edition, RuleProfile, mentions
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import (
    CountedSession,
    NotCounted,
    Outlook,
    StandingState,
    YearStanding,
    state_of,
)
from intervisie_desktop.domain.views import Presence, SessionView

_AWAY = (AttendanceState.ABSENT, AttendanceState.EXCUSED)
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


class _Entry(NamedTuple):
    """Someone's part in one session under one profile."""

    view: SessionView
    attendance: Attendance | None


class _Year:
    """Everything of one person that bears on one slot."""

    __slots__ = ("entries", "memberships")

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.memberships: list[Membership] = []


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
                before = found.get((slot[0], slot[1] - 1))
                found[slot] = self._standing(participant_id, slot, edition, slots, before)
        if len({key for key, _ in found}) > 1:
            found = {slot: self._with_others(slot, found) for slot in found}
        return found

    def _collect(self, participant_id: str) -> dict[Slot, _Year]:
        book = self._book
        slots: defaultdict[Slot, _Year] = defaultdict(_Year)
        sessions, seen, views = book.rows(Session), set[str](), self._sessions.views
        for attendance in book.having(Attendance, participant_id=participant_id):
            session = sessions.get(attendance.session_id)
            if session is None:
                continue
            seen.add(session.id)
            year = session.day.year
            for key, view in views(session.id).items():
                slots[key, year].entries.append(_Entry(view, attendance))
        for membership in book.having(Membership, participant_id=participant_id):
            self._collect_membership(membership, slots, seen)
        return slots

    def _collect_membership(
        self, membership: Membership, slots: defaultdict[Slot, _Year], seen: set[str]
    ) -> None:
        group = self._book.find(Group, membership.group_id)
        if group is None:
            return
        this_year, period = self._book.today.year, membership.period
        years = dict(self._sessions.of_group(group.id))
        if not group.archived and self._book.today in period:
            years.setdefault(this_year, ())
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
                        slots[key, year].entries.append(_Entry(view, None))

    def _standing(
        self,
        participant_id: str,
        slot: Slot,
        edition: Edition,
        slots: Mapping[Slot, _Year],
        before: YearStanding | None,
    ) -> YearStanding:
        key, year = slot
        own = slots[slot]
        tally = _Tally(participant_id, edition, past=year < self._book.today.year)
        tally.add(own.entries)
        joined = [slot, *((other, year) for other in _combined(edition) if (other, year) in slots)]
        for other in joined[1:]:
            tally.add(slots[other].entries)
        made, forecast, counted = tally.totals()
        norm = edition.year_min.value if edition.year_min else 0
        bound = not norm or self._bound(participant_id, edition, year, own.memberships)
        reduced = self._reduced(participant_id, edition, year) if norm else Reduction()
        carried = self._carried(edition, before)
        target = max(0, norm - reduced.minutes - carried) if bound else 0
        offered = sum([self._offered(one, slots[one].memberships) for one in joined])
        outlook = Outlook(
            made, forecast, max(offered, forecast), target,
            edition.tight_margin.value if edition.tight_margin else 0,
            edition.day_max.value if edition.day_max else None,
        )  # fmt: skip
        members = [m for m in own.memberships if m.role is not MemberRole.GUEST]
        last_day = min(self._book.today, date(year, 12, 31))
        return YearStanding(
            participant_id=participant_id,
            profile=key,
            year=year,
            edition=edition.valid.start,
            made=made,
            planned=forecast - made,
            offered=offered,
            norm=norm,
            target=target,
            state=state_of(outlook, year, self._book.today),
            sessions=counted,
            coming=tuple(tally.coming),
            reduced=reduced,
            carried=carried,
            bound=bound,
            belongs=bool(members),
            stays=any(last_day in m.period for m in members),
            group_id=_leading_group(members, counted),
            points=_points(edition, counted, key),
            day_excess=tuple(tally.excess),
        )

    def _offered(self, slot: Slot, members: Iterable[Membership]) -> int:
        return sum([self._sessions.offered(g, slot) for g in {m.group_id for m in members}])

    def _bound(
        self, participant_id: str, edition: Edition, year: int, members: Iterable[Membership]
    ) -> bool:
        """Bound from the year after unconditional registration (rules.md N14)."""
        if not (edition.bound_from_next_year and edition.bound_from_next_year.value):
            return True
        registers = edition.registers.value if edition.registers else ()
        since = [
            r.unconditional_since
            for r in self._book.having(Registration, participant_id=participant_id)
            if r.unconditional_since is not None and mentions(r.register, registers)
        ]
        if since:
            return year > min(since).year
        roles = {m.role for m in members}
        if roles == {MemberRole.TRAINEE}:
            return False
        day = min(self._book.today, date(year, 12, 31))
        function = self._book.function_on(participant_id, day)
        trainee = edition.functions_not_counting.value if edition.functions_not_counting else ()
        return not (function and mentions(function, trainee))

    def _reduced(self, participant_id: str, edition: Edition, year: int) -> Reduction:
        absences = self._book.having(Absence, participant_id=participant_id)
        if not absences or edition.pro_rata is None:
            return Reduction()
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
            standing = replace(standing, state=fine[0].state, through=fine[0].profile)
        apart = [other for other in others if other.profile not in _combined(edition)]
        # What falls short is said once, of the form someone does most of.
        most = max((other.forecast, other.profile) for other in others)
        return replace(
            standing,
            elsewhere=sum(other.made for other in apart),
            secondary=most > (standing.forecast, key),
        )


class _Tally:
    """Adds up the days of a year."""

    def __init__(self, participant_id: str, edition: Edition, *, past: bool) -> None:
        self._who = participant_id
        self._edition = edition
        self._past = past
        self._days: dict[date, list[CountedSession]] = {}
        self._parts: dict[str, Presence] = {}
        self._planned: dict[date, list[int]] = {}
        self._seen: set[str] = set()
        self.coming: list[str] = []
        self.excess: list[tuple[str, int]] = []

    def add(self, entries: Iterable[_Entry]) -> None:
        """Takes in someone's part in sessions; a session under two profiles counts once."""
        for view, attendance in entries:
            session = view.session
            if session.id in self._seen:
                continue
            self._seen.add(session.id)
            if view.taken_place:
                presence = view.by_participant.get(self._who)
                if presence is not None:
                    self._parts[session.id] = presence
                    entry = _counted(view, presence)
                    self._days.setdefault(session.day, []).append(entry)
            elif not self._past and (attendance is None or attendance.state not in _AWAY):
                self._planned.setdefault(session.day, []).append(view.whole.counted)
                self.coming.append(session.id)

    def totals(self) -> tuple[int, int, tuple[CountedSession, ...]]:
        """Made, forecast, and the sessions in order of day."""
        made, counted = 0, list[CountedSession]()
        most = self._edition.day_max.value if self._edition.day_max else None
        by_day: dict[date, int] = {}
        for day in sorted(self._days):
            sessions = self._days[day]
            if len(sessions) > 1 or (most and sessions[0].minutes > most):
                sessions = self._whole_day(sessions, most)
            counted += sessions
            by_day[day] = sum(session.counted for session in sessions)
            made += by_day[day]
        forecast = made
        for day, planned in self._planned.items():
            already, more = by_day.get(day, 0), sum(planned)
            forecast += min(more, max(0, most - already)) if most else more
        return made, forecast, tuple(counted)

    def _whole_day(self, sessions: list[CountedSession], most: int | None) -> list[CountedSession]:
        """The sessions of one day: overlap counts once, and no day is more than its most."""
        result: list[CountedSession] = []
        spans: list[Interval] = []
        total, over = 0, 0
        for session in sorted(sessions, key=lambda s: self._parts[s.session_id].measure.blocks):
            here = self._parts[session.session_id].measure
            if not session.counted:
                result.append(session)
                continue
            before = total_minutes(spans)
            spans += here.blocks
            new = min(session.counted, total_minutes(spans) - before)
            allowed = min(new, most - total) if most else new
            # What the session itself had above the most of a day was cut off when measuring.
            over = here.stretch - session.counted + new - allowed if most else 0
            total += allowed
            if most and over > 0:
                self.excess.append((session.session_id, over))
            less = allowed < session.counted or over > 0
            why = NotCounted.DAY_MAX if less else session.why
            result.append(session._replace(counted=allowed, why=why))
        return result


def _combined(edition: Edition | None) -> tuple[str, ...]:
    return edition.combines_with.value if edition and edition.combines_with else ()


def _counted(view: SessionView, presence: Presence) -> CountedSession:
    counted, why = presence.measure.counted, NotCounted.NOTHING
    if not view.valid:
        why = NotCounted.NOT_ONLINE if view.sized_well else NotCounted.GROUP_SIZE
        counted = 0
    elif not counted:
        why = NotCounted.TOO_SHORT
    return CountedSession(
        view.session.id, view.session.group_id, view.session.day, view.profile.key,
        presence.measure.gross, counted, why, presence.attendance.contribution,
    )  # fmt: skip


def _leading_group(
    members: Iterable[Membership], counted: tuple[CountedSession, ...]
) -> str | None:
    """The group that belongs most to this year: of the last membership, else the last session."""
    found = sorted(members, key=lambda m: m.period.start or date.min)
    if found:
        return found[-1].group_id
    return counted[-1].group_id if counted else None


def _points(edition: Edition, counted: tuple[CountedSession, ...], key: str) -> int:
    """Whole points per session, cut off at the most of a year (the careful reading of P01)."""
    if edition.points is None:
        return 0
    rule = edition.points.value
    points = sum(s.counted // rule.per_minutes for s in counted if s.profile == key)
    return points if rule.year_max is None else min(points, rule.year_max)
