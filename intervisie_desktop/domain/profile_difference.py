"""What differs between two versions of a rule profile, and what that means for a practice."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.compliance import Judge, in_order
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.profiles import Edition, Norm, RuleProfile
from intervisie_desktop.domain.standing import StandingState, YearStanding


class DifferenceKind(StrEnum):
    """What happened to a norm or an edition from one version to the next."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NormDifference:
    """A norm that differs in an edition, which `start` names (None: from the beginning)."""

    start: date | None
    name: str
    kind: DifferenceKind
    before: Norm[Any] | None = None
    after: Norm[Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileDifference:
    """How one version of a profile differs from another."""

    words: tuple[str, ...] = ()
    editions: tuple[tuple[DifferenceKind, Edition], ...] = ()
    norms: tuple[NormDifference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.editions or self.norms)


def difference(before: RuleProfile, after: RuleProfile) -> ProfileDifference:
    """What differs: fields about the profile by name, editions by first day, and their norms.

    A new edition is held against the one before it, so that its norms tell what is new in it.
    """
    told = ("name", "short_name", "about", "themes", "preparation_questions")
    old = {edition.valid.start: edition for edition in before.editions}
    new = {edition.valid.start: edition for edition in after.editions}
    editions: list[tuple[DifferenceKind, Edition]] = []
    norms: list[NormDifference] = []
    last: Edition | None = None
    for start, edition in new.items():
        if start not in old:
            editions.append((DifferenceKind.ADDED, edition))
        elif old[start].valid != edition.valid:
            editions.append((DifferenceKind.CHANGED, edition))
        norms += norms_between(old.get(start) or last, edition, start)
        last = edition
    editions += [(DifferenceKind.REMOVED, old[start]) for start in old if start not in new]
    return ProfileDifference(
        words=tuple(name for name in told if getattr(before, name) != getattr(after, name)),
        editions=tuple(editions),
        norms=tuple(norms),
    )


def norms_between(
    before: Edition | None, after: Edition, start: date | None = None
) -> list[NormDifference]:
    """The norms that differ between two editions, in the order of a page."""
    old = before.norms() if before else {}
    new = after.norms()
    found: list[NormDifference] = []
    for name in (f.name for f in fields(Edition)):
        one, other = old.get(name), new.get(name)
        if one == other:
            continue
        kind = (
            DifferenceKind.ADDED
            if one is None
            else DifferenceKind.REMOVED
            if other is None
            else DifferenceKind.CHANGED
        )
        found.append(NormDifference(start=start, name=name, kind=kind, before=one, after=other))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingChange:
    """A year of someone that stands otherwise under other rules; minutes due and its state."""

    participant_id: str
    profile: str
    year: int
    due_before: int | None
    due_after: int | None
    state_before: StandingState | None
    state_after: StandingState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileEffect:
    """What other rules would mean: findings that come, go or weigh otherwise, and years."""

    appeared: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    changed: tuple[tuple[Finding, Finding], ...] = ()
    standings: tuple[StandingChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.appeared or self.gone or self.changed or self.standings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that differs, as it would be or was last."""
        return (*self.appeared, *(after for _, after in self.changed), *self.gone)

    @property
    def people(self) -> frozenset[str]:
        """The participants it touches."""
        told = {finding.subject.participant for finding in self.findings}
        return frozenset({p for p in told if p} | {one.participant_id for one in self.standings})

    @property
    def groups(self) -> frozenset[str]:
        """The groups it touches."""
        return frozenset(f.subject.group for f in self.findings if f.subject.group)


def effect(now: Judge, other: Judge) -> ProfileEffect:
    """What the other judge finds otherwise in the same practice on the same day."""
    old = {finding.key: finding for finding in now.all_findings()}
    new = {finding.key: finding for finding in other.all_findings()}
    both = [(old[key], new[key]) for key in old.keys() & new.keys()]
    changed = [(a, b) for a, b in both if (a.severity, a.figures) != (b.severity, b.figures)]
    order = {finding.key: n for n, finding in enumerate(in_order(new.values()))}
    return ProfileEffect(
        appeared=in_order(new[key] for key in new.keys() - old.keys()),
        gone=in_order(old[key] for key in old.keys() - new.keys()),
        changed=tuple(sorted(changed, key=lambda pair: order[pair[1].key])),
        standings=tuple(_standing_changes(now, other)),
    )


def _standing_changes(now: Judge, other: Judge) -> list[StandingChange]:
    found: list[StandingChange] = []
    for person in now.book.rows(Participant):
        old, new = now.standings(person), other.standings(person)
        for slot in sorted({*old, *new}, key=lambda slot: (-slot[1], slot[0])):
            one, two = old.get(slot), new.get(slot)
            if _told(one) != _told(two):
                found.append(
                    StandingChange(
                        participant_id=person,
                        profile=slot[0],
                        year=slot[1],
                        due_before=one.target if one else None,
                        due_after=two.target if two else None,
                        state_before=one.state if one else None,
                        state_after=two.state if two else None,
                    )
                )
    return found


def _told(standing: YearStanding | None) -> tuple[object, ...] | None:
    return None if standing is None else (standing.target, standing.state, standing.made)
