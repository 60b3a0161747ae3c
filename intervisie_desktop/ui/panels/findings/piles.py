"""Findings that are one job together: people of a group, or sessions of a group; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.gathering import gathered

ENOUGH = 3
"""From so many alike sessions of one group on, they are shown as one."""


@dataclass(frozen=True, slots=True)
class Pile:
    """What one card is about: its finding, and the findings it stands for (itself, or several)."""

    finding: Finding
    members: tuple[Finding, ...]
    key: str

    @property
    def several(self) -> bool:
        """True when it stands for more than one."""
        return len(self.members) > 1

    @property
    def of_sessions(self) -> bool:
        """True when it stands for several sessions, False for people or a single finding."""
        return self.several and "gathered" not in self.finding.figures


def piles(findings: Iterable[Finding]) -> tuple[Pile, ...]:
    """The findings in their order, alike ones together where the first of them stood."""
    findings = tuple(findings)
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        alike.setdefault(_kind(one), []).append(one)
    people = [_of_people(found, alike) for found in gathered(findings)]
    heaps: dict[tuple[object, ...], list[Pile]] = {}
    for pile in people:
        heaps.setdefault(_heap(pile), []).append(pile)
    result: list[Pile] = []
    for heap in heaps.values():
        result += [_of_sessions(heap)] if len(heap) >= ENOUGH else heap
    return tuple(result)


def _kind(finding: Finding) -> tuple[object, ...]:
    """What findings share that can be one job for several people."""
    subject = finding.subject
    return finding.code, finding.profile, subject.year, finding.severity, subject.group


def _of_people(found: Finding, alike: Mapping[tuple[object, ...], Sequence[Finding]]) -> Pile:
    if "gathered" not in found.figures:
        return Pile(found, (found,), found.key)
    people = found.figures.get("participants")
    listed = set(people) if isinstance(people, list | tuple) else set()
    members = tuple(
        one
        for one in alike.get(_kind(found), ())
        if one.subject.participant in listed and one.aspect != found.aspect
    )
    return Pile(found, members, found.key)


def _heap(pile: Pile) -> tuple[object, ...]:
    finding = pile.finding
    if pile.several or finding.subject.session is None:
        return (pile.key,)
    year = finding.day.year if finding.day else None
    group = finding.subject.group
    return (finding.code, finding.profile, finding.severity, finding.aspect, group, year)


def _of_sessions(heap: list[Pile]) -> Pile:
    first = heap[0].finding
    members = tuple(pile.finding for pile in heap)
    # Its own key, so that what is open or chosen stays so while sessions come and go.
    return Pile(first, members, "|".join(["pile", *map(str, _heap(heap[0]))]))
