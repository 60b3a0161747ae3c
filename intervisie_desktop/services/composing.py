"""Composing a group: size, ties and spread of those who belong and those who may join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.groups import Group, MemberRole, Membership
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.profiles import Edition, WorkRelation, mentions
from intervisie_desktop.domain.relations import Tie, ties_in, workplaces
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.finding_names import FindingNames

__all__ = ["Tie", "WorkRelation"]

_WEIGHT = {verdict: weight for weight, verdict in enumerate(WorkRelation)}


@dataclass(frozen=True, slots=True)
class PairTies:
    """What ties two people, as each profile of the group sees it: (profile key, tie)."""

    ties: tuple[tuple[str, Tie], ...]

    @property
    def heaviest(self) -> Tie:
        """The tie under the strictest profile."""
        return max((tie for _, tie in self.ties), key=lambda tie: _WEIGHT[tie.verdict])


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A group on a day, with those who may join.

    `size` counts who counts under the leading profile; `least` to `most` is what all profiles
    allow and `advised` what they advise. `pairs` are those of the newcomers, or all when there
    are none, the gravest first. `barred` holds (participant, function) a profile keeps out,
    `spread` the people of each organisation and `unknown` how many work nowhere that is known.
    """

    size: int
    least: int | None
    most: int | None
    advised: int | None
    pairs: tuple[PairTies, ...]
    barred: tuple[tuple[str, str], ...]
    spread: Mapping[str, int]
    unknown: int
    names: FindingNames


class ComposingService:
    """Says what a group would be, before anybody joins."""

    def __init__(self, compliance: ComplianceService) -> None:
        self._compliance = compliance

    def composition(
        self,
        group_id: str,
        day: date,
        newcomers: Sequence[str] = (),
        *,
        unknown: int = 0,
        role: MemberRole = MemberRole.MEMBER,
    ) -> Composition:
        """The group on a day with these people; `unknown` more have no record yet."""
        book = self._compliance.casebook()
        group = book.find(Group, group_id)
        editions = dict(self._editions(group, day)) if group else {}
        roles = {
            m.participant_id: m.role
            for m in book.having(Membership, group_id=group_id)
            if day in m.period
        }
        fresh = [person for person in newcomers if person not in roles]
        everyone = {**roles, **dict.fromkeys(fresh, role)}
        leading = next(iter(editions.values()), None)
        counting = sum(_counts(book, who, what, day, leading) for who, what in everyone.items())
        mores = unknown if role is MemberRole.MEMBER or not _asks_members(leading) else 0
        work = workplaces(book, everyone, day)
        employed = {person for people in work.values() for person in people}
        return Composition(
            size=counting + mores,
            least=max((e.group_min.value for e in editions.values() if e.group_min), default=None),
            most=min((e.group_max.value for e in editions.values() if e.group_max), default=None),
            advised=min(
                (e.group_advised_max.value for e in editions.values() if e.group_advised_max),
                default=None,
            ),
            pairs=_pairs(book, editions, everyone, day, group_id, set(fresh)),
            barred=tuple(_barred(book, editions.values(), fresh or list(everyone), day)),
            spread={name: len(people) for name, people in work.items()},
            unknown=len(everyone) - len(employed) + unknown,
            names=FindingNames(book, self._compliance.profiles()),
        )

    def _editions(self, group: Group, day: date) -> Iterator[tuple[str, Edition]]:
        for key in group.profiles:
            profile = self._compliance.profiles().get(key)
            edition = profile.edition_on(day) if profile else None
            if edition is not None:
                yield key, edition


def _asks_members(edition: Edition | None) -> bool:
    return edition is not None and edition.functions_not_counting is not None


def _counts(book: Casebook, who: str, role: MemberRole, day: date, edition: Edition | None) -> bool:
    """Whether someone counts for the size of the group under an edition."""
    if edition is None:
        return True
    if role is not MemberRole.MEMBER and edition.functions_not_counting is not None:
        return False
    person = book.find(Participant, who)
    return edition.counts_in_group(person.profession if person else "", book.function_on(who, day))


def _pairs(
    book: Casebook,
    editions: Mapping[str, Edition],
    everyone: Mapping[str, MemberRole],
    day: date,
    group_id: str,
    fresh: set[str],
) -> tuple[PairTies, ...]:
    found: dict[tuple[str, str], list[tuple[str, Tie]]] = {}
    for key, edition in editions.items():
        for tie in ties_in(book, everyone, day, edition, group_id):
            if not fresh or fresh & set(tie.people):
                found.setdefault(tie.people, []).append((key, tie))
    pairs = [PairTies(tuple(ties)) for ties in found.values()]
    return tuple(sorted(pairs, key=lambda pair: -_WEIGHT[pair.heaviest.verdict]))


def _barred(
    book: Casebook, editions: Iterable[Edition], people: Sequence[str], day: date
) -> Iterator[tuple[str, str]]:
    """Who has a function that a profile keeps out of the group."""
    norms = [e.excluded_functions for e in editions if e.excluded_functions]
    for person in people:
        function = book.function_on(person, day)
        if function and any(mentions(function, norm.value) for norm in norms):
            yield person, function
