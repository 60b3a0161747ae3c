"""Registration periods: what someone made in each term of so many years, and what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from intervisie_desktop.domain.bookkeeping import Slot
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.groups import Group, Membership
from intervisie_desktop.domain.people import Registration
from intervisie_desktop.domain.periods import Period, months_before
from intervisie_desktop.domain.points import capped, earned
from intervisie_desktop.domain.profiles import Edition, RuleProfile, mentions
from intervisie_desktop.domain.standing import (
    CountedSession,
    PeriodStanding,
    Room,
    StandingState,
    YearStanding,
    last_safe_day,
    own_presence,
)

Planned = Callable[[str, str], tuple[date, int]]
"""The day of a session that is planned, and the minutes it counts for under a profile."""


class _Term:
    """One period of someone, while it is added up."""

    def __init__(self, span: Period, edition: Edition, key: str) -> None:
        self.span = span
        self.edition = edition
        self.key = key
        self.sessions: list[CountedSession] = []
        self.coming: dict[date, int] = {}

    def take(self, standing: YearStanding, planned: Planned) -> None:
        """Takes in what of a year lies in the term."""
        self.sessions += [s for s in standing.sessions if s.day in self.span and s.counted]
        for session_id in standing.coming:
            day, minutes = planned(session_id, self.key)
            if minutes and day in self.span:
                self.coming[day] = self.coming.get(day, 0) + minutes

    def minutes(self) -> tuple[int, int, int]:
        """Made, planned, and what was over the most of the term."""
        made, both = Counter[int](), Counter[int]()
        for session in self.sessions:
            made[session.day.year] += session.counted
        both.update(made)
        for day, minutes in self.coming.items():
            both[day.year] += minutes
        most = self.edition.year_max.value if self.edition.year_max else None
        total, forecast = (
            sum(n if most is None else min(n, most) for n in years.values())
            for years in (made, both)
        )
        cap = self.edition.period_max.value if self.edition.period_max else None
        if cap is None:
            return total, forecast - total, 0
        return min(total, cap), min(forecast, cap) - min(total, cap), max(0, total - cap)

    def hundredths(self) -> int:
        """Points, after the most of each year and of the term."""
        if self.edition.points is None:
            return 0
        rule = self.edition.points.value
        years = {session.day.year for session in self.sessions}
        found = sum(
            capped(
                earned(rule, own_presence([s for s in self.sessions if s.day.year == y], self.key)),
                rule.year_max,
            )
            for y in years
        )
        return capped(found, rule.period_max)


def periods_of(
    book: Casebook,
    participant_id: str,
    profile: RuleProfile,
    standings: Mapping[Slot, YearStanding],
    planned: Planned,
) -> Iterator[PeriodStanding]:
    """Every registration period of someone that overlaps with what is known here, oldest first."""
    own = {year: standing for (key, year), standing in standings.items() if key == profile.key}
    if not own:
        return
    for registration in book.having(Registration, participant_id=participant_id):
        since = _there_since(book, participant_id, profile.key, date(min(own), 1, 1))
        for span, edition in _terms(registration, profile, since, book.today):
            term = _Term(span, edition, profile.key)
            for standing in own.values():
                term.take(standing, planned)
            whole = since <= (span.start or date.min)
            yield _standing(book.today, registration, term, whole=whole)


def _terms(
    registration: Registration, profile: RuleProfile, since: date, today: date
) -> Iterator[tuple[Period, Edition]]:
    """The term that runs and the one before it, each by the edition of its end, or of today.

    Older ones were settled when the registration was renewed; of those that ended before someone
    came here nothing is known.
    """
    start = registration.period.start
    until = min(today, registration.period.end or today)
    found: list[tuple[Period, Edition]] = []
    while start is not None and start <= until:
        edition = profile.edition_on(start) or profile.edition_on(today)
        if edition is None or edition.period_years is None or edition.registers is None:
            break
        if not mentions(registration.register, edition.registers.value):
            break
        after = months_before(start, -12 * edition.period_years.value)
        last = after - timedelta(days=1)
        judged = profile.edition_on(min(last, today))
        if last >= since and judged is not None:
            found.append((Period(start, last), judged))
        start = after
    yield from found[-2:]


def _there_since(book: Casebook, participant_id: str, profile: str, otherwise: date) -> date:
    """From when someone belonged to a group under a profile; without a date: always."""
    starts = [otherwise]
    for membership in book.having(Membership, participant_id=participant_id):
        group = book.find(Group, membership.group_id)
        if group is not None and profile in group.profiles:
            starts.append(membership.period.start or date.min)
    return min(starts)


def _standing(
    today: date, registration: Registration, term: _Term, *, whole: bool
) -> PeriodStanding:
    edition, start, end = term.edition, term.span.start or today, term.span.end or today
    made, planned, excess = term.minutes()
    target = edition.period_min.value if edition.period_min else 0
    sessions, coming = len(term.sessions), len(term.coming)
    sessions_target = edition.period_sessions.value if edition.period_sessions else 0
    missing, safe = max(0, target - made - planned), None
    if missing and end >= today:
        least = edition.day_min.value if edition.day_min else 1
        most = edition.day_max.value if edition.day_max else None
        safe = last_safe_day(missing, Room(today, end, most, least, term.coming))
    state = _state(made, planned, target, term.span, today)
    if missing and end >= today and safe is None:
        state = StandingState.UNREACHABLE
    return PeriodStanding(
        participant_id=registration.participant_id,
        profile=term.key,
        registration_id=registration.id,
        register=registration.register,
        start=start,
        end=end,
        made=made,
        planned=planned,
        target=target,
        state=state,
        excess=excess,
        sessions_made=sessions,
        sessions_planned=coming,
        sessions_target=sessions_target,
        sessions_state=_state(sessions, coming, sessions_target, term.span, today),
        hundredths=term.hundredths(),
        whole=whole,
        last_safe_day=safe,
    )


def _state(made: int, planned: int, target: int, span: Period, today: date) -> StandingState:
    """How a term stands; one that still runs is held to its pace up to the end of this year."""
    start, end = span.start or today, span.end or today
    if not target:
        return StandingState.NO_TARGET
    if made >= target:
        return StandingState.ACHIEVED
    if end < today:
        return StandingState.SHORT
    if made + planned >= target:
        return StandingState.ON_COURSE
    passed = (min(end, date(today.year, 12, 31)) - start).days + 1
    keeps_pace = (made + planned) * ((end - start).days + 1) >= target * passed
    return StandingState.ON_COURSE if keeps_pace else StandingState.TO_PLAN
