"""The facilitator's own obligations: how long she is designated, and her own intervisie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.people import Participant, bare_name
from intervisie_desktop.domain.periods import Period, months_before
from intervisie_desktop.domain.practice import Designation, Facilitator, OwnHours
from intervisie_desktop.domain.profiles import Edition, RuleProfile, mentions
from intervisie_desktop.domain.standing import (
    Outlook,
    Room,
    StandingState,
    YearStanding,
    last_safe_day,
    state_of,
)

LET_GO = 365
"""Days after which a term that ended is not told any more."""

StandingOf = Callable[[str, str, int], YearStanding | None]
"""The standing of a participant (id, profile key, year)."""


class TermState(StrEnum):
    """How a designation stands today."""

    COMING = "coming"
    VALID = "valid"
    ENDING = "ending"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignationTerm:
    """A designation or registration of a facilitator and until when it holds.

    `period` ends after the years of the edition where no end was typed in; `days` are those left,
    None without an end and below zero once it is over.
    """

    designation: Designation
    profile: str
    period: Period
    state: TermState
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDuty:
    """A facilitator's own intervisie in one year under one profile, in minutes.

    `hours` are what she followed elsewhere, `here` what she made as a participant of this
    practice; `made` is both, `planned` is still to come. A day elsewhere counts from the least to
    the most of the edition; `short_days` were too short. Leading counts for nothing (N15).
    """

    facilitator_id: str
    profile: str
    year: int
    made: int
    here: int
    target: int
    state: StandingState
    planned: int = 0
    hours: tuple[OwnHours, ...] = ()
    short_days: tuple[date, ...] = ()
    last_safe_day: date | None = None

    @property
    def missing(self) -> int:
        """What is still lacking when everything goes as planned."""
        return max(0, self.target - self.made - self.planned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """A designation or registration that ends within a while, or has ended without a next one."""

    designation: Designation
    ends: date
    days: int

    @property
    def over(self) -> bool:
        """True when it does not hold any more."""
        return self.days < 0


def term_of(designation: Designation, edition: Edition) -> Period:
    """How long a designation holds: to its end, or as many years as the edition says."""
    start, years = designation.period.start, edition.designation_years
    if designation.period.end is not None or start is None or years is None:
        return designation.period
    after = months_before(start, -12 * years.value)
    return Period(start, after - timedelta(days=1))


def terms_of(
    book: Casebook, facilitator_id: str, profile: RuleProfile, edition: Edition
) -> tuple[DesignationTerm, ...]:
    """Her designations that this profile asks for, the one that ends last first."""
    asked = _registers_asked(edition)
    found = [
        _term(designation, profile, edition, book.today)
        for designation in book.having(Designation, facilitator_id=facilitator_id)
        if asked and mentions(designation.register, asked)
    ]
    return tuple(sorted(found, key=lambda term: term.period.end or date.max, reverse=True))


def has_own_duty(leader: Facilitator, edition: Edition) -> bool:
    """Whether the yearly duty of the participants is hers as well: she is of their profession."""
    among, asked = edition.professions_counting, edition.leading_is_no_attendance
    if among is None or asked is None or not asked.value or edition.year_min is None:
        return False
    return bool(leader.profession) and mentions(leader.profession, among.value)


def own_duty(
    book: Casebook,
    leader: Facilitator,
    profile: RuleProfile,
    edition: Edition,
    year: int,
    standing: StandingOf,
    *,
    chosen: bool = False,
) -> OwnDuty | None:
    """How her own duty of a year stands under a profile; None when she has none.

    A profile that she chose for herself holds whatever her profession, and so do all her hours.
    """
    if edition.year_min is None or not (chosen or has_own_duty(leader, edition)):
        return None
    every = book.having(OwnHours, facilitator_id=leader.id)
    hours = tuple(one for one in every if one.day.year == year) if chosen else tuple(
        _hours(book, leader, profile, edition, year)
    )  # fmt: skip
    here, planned = 0, 0
    for person in book.having(Participant, called=bare_name(leader.name)):
        found = standing(person.id, profile.key, year)
        here += found.made if found else 0
        planned += found.planned if found else 0
    days = _days(hours)
    least, most = _bounds(edition)
    counted = {day: _counted(minutes, least, most) for day, minutes in days.items()}
    made = here + sum(minutes for day, minutes in counted.items() if day <= book.today)
    planned += sum(minutes for day, minutes in counted.items() if day > book.today)
    target, last = edition.year_min.value, date(year, 12, 31)
    missing, safe = target - made - planned, None
    if missing > 0 and last >= book.today:
        first = max(book.today, date(year, 1, 1))
        safe = last_safe_day(missing, Room(first, last, most, max(least, 1), days))
    outlook = Outlook(made, made + planned, 0, target, reachable=missing <= 0 or safe is not None)
    return OwnDuty(
        facilitator_id=leader.id, profile=profile.key, year=year, made=made, here=here,
        target=target, state=state_of(outlook, last, book.today), planned=planned, hours=hours,
        short_days=tuple(sorted(day for day, minutes in days.items() if minutes < least)),
        last_safe_day=safe,
    )  # fmt: skip


def expiries(terms: Iterable[Designation], today: date, within: int) -> tuple[Expiry, ...]:
    """Per register the last term, when it ends within so many days or ended this last year.

    One that ended longer ago was let go on purpose.
    """
    last: dict[tuple[str, str], Designation] = {}
    for term in terms:
        key = (term.facilitator_id, term.register.strip().casefold())
        known = last.get(key)
        if known is None or _end(term.period) > _end(known.period):
            last[key] = term
    found = [
        Expiry(designation=term, ends=_end(term.period), days=(_end(term.period) - today).days)
        for term in last.values()
    ]
    told = (one for one in found if -LET_GO <= one.days <= within)
    return tuple(sorted(told, key=lambda one: one.ends))


def _days(hours: Iterable[OwnHours]) -> dict[date, int]:
    found: dict[date, int] = {}
    for one in hours:
        found[one.day] = found.get(one.day, 0) + one.minutes
    return found


def _bounds(edition: Edition) -> tuple[int, int | None]:
    least = edition.day_min.value if edition.day_min else 0
    return least, edition.day_max.value if edition.day_max else None


def _counted(minutes: int, least: int, most: int | None) -> int:
    if minutes < least:
        return 0
    return minutes if most is None else min(minutes, most)


def _registers_asked(edition: Edition) -> tuple[str, ...]:
    one = (edition.designation_register.value,) if edition.designation_register else ()
    return one + (edition.designation_registers.value if edition.designation_registers else ())


def _term(
    designation: Designation, profile: RuleProfile, edition: Edition, today: date
) -> DesignationTerm:
    period = term_of(designation, edition)
    days = (period.end - today).days if period.end else None
    warn = edition.designation_warn_days.value if edition.designation_warn_days else 0
    state = TermState.VALID
    if period.start is not None and today < period.start:
        state = TermState.COMING
    elif days is not None and days < 0:
        state = TermState.ENDED
    elif days is not None and days < warn:
        state = TermState.ENDING
    return DesignationTerm(
        designation=designation, profile=profile.key, period=period, state=state, days=days
    )


def _hours(
    book: Casebook, leader: Facilitator, profile: RuleProfile, edition: Edition, year: int
) -> Iterator[OwnHours]:
    """What she followed elsewhere for this register, by its name or that of the profile."""
    registers = edition.registers.value if edition.registers else ()
    names = (*registers, *_registers_asked(edition), profile.short_name, profile.name)
    for one in book.having(OwnHours, facilitator_id=leader.id):
        if one.day.year == year and mentions(one.register, names):
            yield one


def _end(period: Period) -> date:
    return period.end or date.max
