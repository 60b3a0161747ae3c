"""Who may be the same person: at typing and at import, with a score and the reason why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from intervisie_desktop.domain.emails import email_key
from intervisie_desktop.domain.people import PersonName, folded


class Resemblance(StrEnum):
    """Why two people may be one, the surest first."""

    SAME_NUMBER = "same_number"
    SAME_EMAIL = "same_email"
    SAME_NAME_AND_EMPLOYER = "same_name_and_employer"
    SAME_NAME = "same_name"
    SAME_INITIALS_AND_EMPLOYER = "same_initials_and_employer"
    SAME_INITIALS = "same_initials"
    SIMILAR_NAME = "similar_name"


_SCORES = {
    Resemblance.SAME_NUMBER: 100,
    Resemblance.SAME_EMAIL: 95,
    Resemblance.SAME_NAME_AND_EMPLOYER: 90,
    Resemblance.SAME_INITIALS_AND_EMPLOYER: 85,
    Resemblance.SAME_NAME: 75,
    Resemblance.SAME_INITIALS: 60,
    Resemblance.SIMILAR_NAME: 50,
}

SURE = 85
"""From this score on the same person is the likelier reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells someone apart; `numbers` are (register, number), `employers` are names."""

    id: str
    name: PersonName
    email: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    employers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """Someone who may be the same person; `score` is 0-100."""

    id: str
    score: int
    reason: Resemblance


class PeopleIndex:
    """Known people, arranged so that one question does not read through all of them."""

    def __init__(self, known: Iterable[Identity] = ()) -> None:
        self._known: dict[str, Identity] = {}
        self._by_key: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for identity in known:
            self.add(identity)

    def add(self, identity: Identity) -> None:
        """From now on this person is known too."""
        self._known[identity.id] = identity
        for key in _keys(identity):
            self._by_key[key].append(identity.id)

    def like(self, candidate: Identity) -> tuple[Likeness, ...]:
        """Those who may be the candidate, the likeliest first; never the candidate itself."""
        ids = {known for key in _keys(candidate) for known in self._by_key.get(key, ())}
        found = (resemblance(candidate, self._known[i]) for i in ids if i != candidate.id)
        return tuple(sorted((like for like in found if like), key=lambda it: (-it.score, it.id)))


def resemblance(candidate: Identity, known: Identity) -> Likeness | None:
    """How much the two are alike, or None when nothing points to it.

    Two different numbers in one register tell people apart, whatever their names are.
    """
    reason = _by_particulars(candidate, known)
    if reason is None and not _told_apart(candidate, known):
        reason = _by_name(candidate, known)
    return Likeness(known.id, _SCORES[reason], reason) if reason else None


def within_edits(first: str, second: str, limit: int = 1) -> bool:
    """True when at most `limit` letters are added, left out, changed or swapped with the next."""
    if abs(len(first) - len(second)) > limit:
        return False
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return False
    return row[-1] <= limit


def _by_particulars(candidate: Identity, known: Identity) -> Resemblance | None:
    if _numbers(candidate) & _numbers(known):
        return Resemblance.SAME_NUMBER
    if candidate.email and email_key(candidate.email) == email_key(known.email):
        return Resemblance.SAME_EMAIL
    return None


def _told_apart(candidate: Identity, known: Identity) -> bool:
    registers = {register for register, _ in _numbers(candidate)}
    return any(register in registers for register, _ in _numbers(known))


def _by_name(candidate: Identity, known: Identity) -> Resemblance | None:
    ours, theirs = _surname(candidate.name), _surname(known.name)
    together = bool(_employers(candidate) & _employers(known))
    if ours == theirs:
        if _given(candidate.name) == _given(known.name):
            return Resemblance.SAME_NAME_AND_EMPLOYER if together else Resemblance.SAME_NAME
        if _initials_fit(candidate.name, known.name):
            if together:
                return Resemblance.SAME_INITIALS_AND_EMPLOYER
            return Resemblance.SAME_INITIALS
    if _similar(candidate.name, known.name, ours, theirs):
        return Resemblance.SIMILAR_NAME
    return None


def _similar(candidate: PersonName, known: PersonName, ours: str, theirs: str) -> bool:
    """A slip of the pen in the surname or in the given name, not in both."""
    given, other = _given(candidate), _given(known)
    if ours == theirs:
        return min(len(given), len(other)) >= 4 and within_edits(given, other)
    return (
        min(len(ours), len(theirs)) >= 4
        and within_edits(ours, theirs)
        and (given == other or _initials_fit(candidate, known))
    )


def _initials_fit(first: PersonName, second: PersonName) -> bool:
    """One of them has initials only, and they agree with the other as far as both go."""
    if first.given and second.given:
        return False
    a, b = _initials(first), _initials(second)
    return bool(a) and bool(b) and (a.startswith(b) or b.startswith(a))


def _initials(name: PersonName) -> str:
    if name.initials:
        return "".join(c for c in folded(name.initials) if c.isalpha())
    return "".join(word[0] for word in folded(name.given).replace("-", " ").split())


def _given(name: PersonName) -> str:
    return folded(name.given or name.initials).replace(".", "").replace(" ", "")


def _surname(name: PersonName) -> str:
    return "".join(c for c in folded(f"{name.prefix}{name.surname}") if c.isalnum())


def _numbers(identity: Identity) -> frozenset[tuple[str, str]]:
    return frozenset(
        (folded(register), folded(number).replace(" ", ""))
        for register, number in identity.numbers
        if number
    )


def _employers(identity: Identity) -> frozenset[str]:
    return frozenset(folded(name) for name in identity.employers if name)


def _keys(identity: Identity) -> Iterator[tuple[str, ...]]:
    """The shelves on which someone is found; a surname also with each of its letters left out."""
    yield from (("number", *number) for number in _numbers(identity))
    if identity.email:
        yield ("email", email_key(identity.email))
    surname = _surname(identity.name)
    yield ("surname", surname)
    for place in range(len(surname)):
        yield ("surname", surname[:place] + surname[place + 1 :])
