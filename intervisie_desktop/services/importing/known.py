"""What the practice knows already: people to compare with, groups and clients by name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.duplicates import SURE, Identity, PeopleIndex
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.people import folded
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.importing.preview import Choice, Handling, Proposal
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work

COLOURS = 5


class KnownPeople:
    """Everyone in the practice, and the rows of the file that were read so far."""

    def __init__(self, read: Reading) -> None:
        numbers: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        employers: defaultdict[str, list[str]] = defaultdict(list)
        for registration in read.registrations.all():
            numbers[registration.participant_id].append(
                (registration.register, registration.number)
            )
        for employment in read.employments.all():
            employers[employment.participant_id].append(employment.employer)
        self._names: dict[str, str] = {}
        self._rows: dict[str, int] = {}
        self._index = PeopleIndex()
        for person in read.participants.all():
            self._names[person.id] = person.name.formal
            self._index.add(
                Identity(
                    id=person.id,
                    name=person.name,
                    email=person.email,
                    numbers=tuple(numbers[person.id]),
                    employers=tuple(employers[person.id]),
                )
            )

    def proposals(self, identity: Identity) -> tuple[Proposal, ...]:
        """Whom the row may be, the likeliest first; of two equally likely, the known one first."""
        found = self._index.like(identity)
        made = [
            Proposal(
                target=like.id,
                name=self._names[like.id],
                reason=like.reason,
                score=like.score,
                row=self._rows.get(like.id, 0),
            )
            for like in found
        ]
        return tuple(sorted(made, key=lambda one: (-one.score, one.row)))

    def remember(self, identity: Identity, row: int) -> None:
        """Later rows may be this one again."""
        self._names[identity.id] = identity.name.formal
        self._rows[identity.id] = row
        self._index.add(identity)


def usual_choice(proposals: tuple[Proposal, ...]) -> Choice:
    """Merge with somebody who is surely the same, add otherwise."""
    if proposals and proposals[0].score >= SURE:
        return Choice(handling=Handling.MERGE, target=proposals[0].target)
    return Choice(handling=Handling.ADD)


def names_to_make(wanted: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """The names that do not exist yet, each once, as first written."""
    known = {folded(name) for name in there}
    made: dict[str, str] = {}
    for name in wanted:
        if name and folded(name) not in known:
            made.setdefault(folded(name), name)
    return tuple(made.values())


class Places:
    """Groups and clients by name, made in this act when they are not there yet."""

    def __init__(self, work: Work, ids: Ids, profile: str) -> None:
        self._work = work
        self._ids = ids
        self._practice = work.practice.get()
        self._profile = profile or self._practice.default_profile
        self._groups = {folded(group.name): group for group in work.groups.all()}
        self._clients = {folded(client.name): client for client in work.clients.all()}
        self.groups_made = 0
        self.clients_made = 0

    def group(self, name: str) -> Group:
        """The group of this name."""
        if folded(name) not in self._groups:
            groups = self._groups.values()
            group = Group(
                id=self._ids.new("g"),
                name=name,
                code=free_code(name, {group.code for group in groups}),
                colour=rarest_colour(group.colour for group in groups if not group.archived),
                profiles=(self._profile,),
                facilitator_id=self._practice.facilitator_id,
            )
            self._groups[folded(name)] = self._work.groups.add(group)
            self.groups_made += 1
        return self._groups[folded(name)]

    def find_client(self, name: str) -> Client | None:
        """The client of this name, when there is one."""
        return self._clients.get(folded(name))

    def client(self, name: str, **details: object) -> Client:
        """The client of this name; a new one gets the details."""
        found = self.find_client(name)
        if found is None:
            found = Client(id=self._ids.new("o"), name=name, **details)  # type: ignore[arg-type]
            self._clients[folded(name)] = self._work.clients.add(found)
            self.clients_made += 1
        return found


def free_code(name: str, taken: set[str]) -> str:
    """Two letters for a group that no other has: of its words, else of its letters."""
    return next((code for code in _codes(name) if code not in taken), "")


def rarest_colour(used: Iterable[int]) -> int:
    """The identity colour that the fewest groups have."""
    counts = Counter(used)
    return min(range(COLOURS), key=lambda colour: (counts[colour], colour))


def _codes(name: str) -> Iterator[str]:
    words = [
        "".join(c for c in word if c.isascii() and c.isalpha()) for word in folded(name).split()
    ]
    words = [word.upper() for word in words if word]
    if not words:
        return
    yield from (words[0][0] + word[0] for word in words[1:])
    yield from (words[0][0] + letter for word in words for letter in word[1:])
    yield from (words[0][0] + letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789")
