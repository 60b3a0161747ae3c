"""Supposing: what a practice that might be would come to, beside the one that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intervisie_desktop.domain.bookkeeping import Slot
from intervisie_desktop.domain.casebook import Casebook, Touched
from intervisie_desktop.domain.compliance import FindingDelta, Judge, in_order, people_reached
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.standing import YearStanding


@dataclass(frozen=True, slots=True)
class StandingShift:
    """How a year of someone stands now, and how it would; None where they have no part in it."""

    participant_id: str
    profile: str
    year: int
    before: YearStanding | None
    after: YearStanding | None

    @property
    def matters(self) -> bool:
        """True when hours, what is due or the state would be others."""
        return _figures(self.before) != _figures(self.after)


@dataclass(frozen=True, slots=True)
class Supposition:
    """The difference a change would make: findings, and the years of people.

    `changed` are findings that stay with other figures or another severity: as they are and as
    they would be. `book` is the practice as it would be.
    """

    book: Casebook
    appeared: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    changed: tuple[tuple[Finding, Finding], ...] = ()
    shifts: tuple[StandingShift, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.appeared or self.gone or self.changed or self.shifts)


def suppose(judge: Judge, book: Casebook, touched: Touched) -> Supposition:
    """What this other casebook would change; the judge ends as it began.

    It takes as long as judging one change.
    """
    people = people_reached(judge.book, book, touched)
    before = {person: judge.standings(person) for person in people}
    with judge.for_a_while():
        delta = judge.after(book, touched)
        after = {person: judge.standings(person) for person in people}
    appeared, gone, changed = _sorted_out(delta)
    return Supposition(book, appeared, gone, changed, tuple(_shifts(before, after)))


def _sorted_out(
    delta: FindingDelta,
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[tuple[Finding, Finding], ...]]:
    """New ones, those that go, and those that only change."""
    old = {finding.key: finding for finding in delta.gone}
    new = {finding.key: finding for finding in delta.appeared}
    return (
        in_order(finding for key, finding in new.items() if key not in old),
        in_order(finding for key, finding in old.items() if key not in new),
        tuple((old[f.key], f) for f in delta.appeared if f.key in old),
    )


def _shifts(
    before: Mapping[str, Mapping[Slot, YearStanding]],
    after: Mapping[str, Mapping[Slot, YearStanding]],
) -> Iterable[StandingShift]:
    for person in sorted(before):
        old, new = before[person], after[person]
        for profile, year in sorted(old.keys() | new.keys(), key=lambda slot: (slot[1], slot[0])):
            slot = (profile, year)
            shift = StandingShift(person, profile, year, old.get(slot), new.get(slot))
            if shift.matters:
                yield shift


def _figures(standing: YearStanding | None) -> tuple[object, ...]:
    if standing is None:
        return ()
    return standing.made, standing.planned, standing.target, standing.state
