"""Less is due in a year in which practice stood still for long (Voda art. 4.7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from intervisie_desktop.domain.people import Absence, AbsenceKind
from intervisie_desktop.domain.periods import calendar_year
from intervisie_desktop.domain.profiles import Answer, ProRata


@dataclass(frozen=True, slots=True)
class Reduction:
    """How much less is due, from how many whole months; what is `doubtful` needs a look.

    Doubtful is an absence of exactly the least length (the texts differ) and a block of months
    that is not whole (nothing says how it counts; it is left out), as long as the profile does not
    answer these questions itself.
    """

    minutes: int = 0
    months: int = 0
    doubtful: bool = False


def reduction(absences: Iterable[Absence], year: int, rule: ProRata, today: date) -> Reduction:
    """What is taken off the norm of this year; an absence without end counts up to today."""
    months, doubtful = 0, False
    whole = calendar_year(year)
    for absence in absences:
        least = _least_months(absence.kind, rule)
        start, end = absence.period.start, absence.period.end or today
        if least is None or start is None or end < start:
            continue
        just = _exactly(start, end, least)
        if whole_months(start, end) < least or (just and rule.exactly is Answer.NO):
            continue
        first, last = max(start, whole.start or start), min(end, whole.end or end)
        if last < first:
            continue
        here = whole_months(first, last)
        months += here
        rest = here % rule.per_months or _months_end(first, here) <= last
        doubtful = doubtful or bool(rest and rule.partial is Answer.UNKNOWN)
        doubtful = doubtful or (just and rule.exactly is Answer.UNKNOWN)
    if rule.partial is Answer.YES:
        return Reduction(months * rule.minutes_off // rule.per_months, months, doubtful)
    return Reduction(months // rule.per_months * rule.minutes_off, months, doubtful)


def whole_months(start: date, end: date) -> int:
    """Whole months from one day up to and including another: 1 January to 31 March is 3."""
    after = end + timedelta(days=1) if end < date.max else end
    months = (after.year - start.year) * 12 + after.month - start.month
    if after.day < start.day:
        months -= 1
    return max(months, 0)


def _exactly(start: date, end: date, least: int) -> bool:
    return whole_months(start, end) == least and whole_months(start, end - timedelta(1)) < least


def _months_end(start: date, months: int) -> date:
    """The day after so many whole months from `start`."""
    years, month = divmod(start.month - 1 + months, 12)
    day = min(start.day, 28)
    return date(start.year + years, month + 1, day)


def _least_months(kind: AbsenceKind, rule: ProRata) -> int | None:
    return {
        AbsenceKind.ILLNESS: rule.illness_months,
        AbsenceKind.PREGNANCY: rule.pregnancy_months,
    }.get(kind)
