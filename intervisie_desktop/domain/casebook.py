"""The casebook: everything a judgement needs of a practice, in memory and with indexes.

A casebook never changes; `updated` and `apply` give a new one that shares what stayed the same,
so that a what-if costs little and another thread may go on reading the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from intervisie_desktop.domain import layers
from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.changes import ChangeSet, Subject
from intervisie_desktop.domain.groups import Agreement, AgreementSignature, Group, Membership
from intervisie_desktop.domain.methods import Method
from intervisie_desktop.domain.people import (
    Absence,
    Employment,
    Participant,
    Registration,
    Relation,
    folded,
)
from intervisie_desktop.domain.practice import Designation, Facilitator, OwnHours
from intervisie_desktop.domain.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """What judging needs of a certificate; one that was withdrawn or replaced is not `valid`."""

    id: str
    kind: CertificateKind
    participant_id: str
    session_id: str | None = None
    covers_year: int = 0
    profile: str = ""
    valid: bool = True


Record = TypeVar("Record")

_INDEXES: dict[type, tuple[str, ...]] = {
    Participant: ("called", "surname_end", "field_of_law"),
    Employment: ("participant_id",),
    Registration: ("participant_id",),
    Relation: ("first_id", "second_id"),
    Absence: ("participant_id",),
    Group: (),
    Membership: ("group_id", "participant_id"),
    Agreement: ("group_id",),
    AgreementSignature: ("agreement_id",),
    Session: ("group_id",),
    Attendance: ("session_id", "participant_id"),
    Facilitator: (),
    Designation: ("facilitator_id",),
    OwnHours: ("facilitator_id",),
    IssuedPaper: ("session_id", "participant_id"),
    Method: ("called",),
}

# Which records an owner in the change log stands for, by the attribute that names the owner.
_OWNED: dict[Subject, tuple[tuple[type, str], ...]] = {
    Subject.PARTICIPANT: (
        (Participant, "id"),
        (Employment, "participant_id"),
        (Registration, "participant_id"),
        (Relation, "first_id"),
    ),
    Subject.ABSENCE: ((Absence, "id"),),
    Subject.GROUP: ((Group, "id"), (Membership, "group_id")),
    Subject.AGREEMENT: ((Agreement, "id"), (AgreementSignature, "agreement_id")),
    Subject.SESSION: ((Session, "id"),),
    Subject.ATTENDANCE: ((Attendance, "id"),),
    Subject.FACILITATOR: (
        (Facilitator, "id"),
        (Designation, "facilitator_id"),
        (OwnHours, "facilitator_id"),
    ),
    Subject.METHOD: ((Method, "id"),),
    Subject.CERTIFICATE: ((IssuedPaper, "id"),),
}

Lookup = Callable[[Subject, str], Iterable[object]]
"""Gives all records an owner now stands for; nothing when it is gone."""


_Index = Mapping[str, tuple[Any, ...]]


class _Table:
    """Records of one kind by id, and by each attribute they are looked up by."""

    __slots__ = ("by", "rows")

    def __init__(self, rows: Mapping[str, Any], indexes: dict[str, _Index]) -> None:
        self.rows = rows
        self.by = indexes

    @classmethod
    def of(cls, kind: type, records: Iterable[Any]) -> _Table:
        rows = {record.id: record for record in records}
        indexes: dict[str, _Index] = {}
        for name in _INDEXES[kind]:
            lists: dict[str, list[Any]] = {}
            for record in rows.values():
                key = getattr(record, name)
                if key is not None:
                    lists.setdefault(key, []).append(record)
            indexes[name] = {key: tuple(found) for key, found in lists.items()}
        return cls(rows, indexes)

    def changed(self, put: Iterable[Any], drop: Iterable[str]) -> _Table:
        """A new table that shares all that stays the same with this one."""
        news: dict[str, Any] = dict.fromkeys(drop)
        news |= {record.id: record for record in put}
        olds = {key: self.rows.get(key) for key in news}
        indexes = {
            name: layers.changed(index, _moved(index, name, olds, news))
            for name, index in self.by.items()
        }
        return _Table(layers.changed(self.rows, news), indexes)


def _moved(
    index: _Index, name: str, olds: Mapping[str, Any], news: Mapping[str, Any]
) -> dict[str, tuple[Any, ...] | None]:
    """The entries of an index that differ; who stays under the same key keeps its place."""
    entries: dict[str, list[Any]] = {}
    for key, new in news.items():
        old = olds[key]
        before: str | None = getattr(old, name) if old is not None else None
        after: str | None = getattr(new, name) if new is not None else None
        for place in (before, after):
            if place is not None and place not in entries:
                entries[place] = list(index.get(place, ()))
        if before is not None and before == after:
            here = entries[before]
            here[:] = [new if other is old else other for other in here]
            continue
        if before is not None:
            entries[before][:] = [other for other in entries[before] if other is not old]
        if after is not None:
            entries[after].append(new)
    return {key: tuple(found) or None for key, found in entries.items()}


class Touched(NamedTuple):
    """Whom and what a change may matter to, before it is worked out further.

    `people` and `groups` reach their sessions as well; `years` are people of whom only the year
    standing may differ, `practice` facilitators of whom only the own duty may. `facilitators`
    and `methods` reach everything.
    """

    sessions: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    facilitators: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    practice: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()

    @property
    def reaches_practice(self) -> bool:
        """Whether what is said of the practice as a whole may differ."""
        return bool(self.people or self.groups or self.practice)


def _key(record: object) -> tuple[type, str]:
    return type(record), str(getattr(record, "id"))  # noqa: B009  (every record has one)


class Casebook:
    """All records of a practice as they stand on one day (`today`)."""

    def __init__(self, today: date, records: Iterable[object] = ()) -> None:
        sorted_out: dict[type, list[object]] = {kind: [] for kind in _INDEXES}
        for record in records:
            sorted_out[type(record)].append(record)
        self.today = today
        self._tables = {kind: _Table.of(kind, found) for kind, found in sorted_out.items()}

    def on(self, today: date) -> Casebook:
        """The same records seen from another day."""
        return self._with(today, self._tables)

    def updated(
        self, put: Iterable[object] = (), drop: Iterable[tuple[type, str]] = ()
    ) -> Casebook:
        """A new casebook in which these records are added or replaced, and those are gone."""
        puts: dict[type, list[object]] = {}
        drops: dict[type, list[str]] = {}
        for record in put:
            puts.setdefault(type(record), []).append(record)
        for kind, record_id in drop:
            drops.setdefault(kind, []).append(record_id)
        tables = dict(self._tables)
        for kind in puts.keys() | drops.keys():
            tables[kind] = tables[kind].changed(puts.get(kind, ()), drops.get(kind, ()))
        return self._with(self.today, tables)

    def apply(self, changes: ChangeSet, lookup: Lookup) -> tuple[Casebook, Touched]:
        """A new casebook after what the change log says, and what it touched."""
        put: list[object] = []
        drop: list[tuple[type, str]] = []
        for change in changes.changes:
            old = self._owned(change.subject, change.id)
            new = tuple(lookup(change.subject, change.id)) if change.subject in _OWNED else ()
            kept = {_key(record) for record in new}
            put += [record for record in new if self._differs(record)]
            drop += [key for key in map(_key, old) if key not in kept]
        book = self.updated(put, drop)
        gone = [self._tables[kind].rows[record_id] for kind, record_id in drop]
        keys = [_key(record) for record in put]
        before = [self._tables[kind].rows.get(record_id) for kind, record_id in keys]
        known = [record for record in before if record is not None]
        return book, touched(book, [*put, *gone, *known])

    def all(self, kind: type[Record]) -> tuple[Record, ...]:
        """Every record of a kind."""
        return tuple(self._tables[kind].rows.values())

    def find(self, kind: type[Record], record_id: str | None) -> Record | None:
        """One record, or None."""
        return self._tables[kind].rows.get(record_id) if record_id is not None else None

    def rows(self, kind: type[Record]) -> Mapping[str, Record]:
        """The records of a kind by id; not to be changed."""
        return self._tables[kind].rows

    def having(self, kind: type[Record], **attribute: str) -> tuple[Record, ...]:
        """The records of a kind with this value for an indexed attribute."""
        [(name, value)] = attribute.items()
        return self._tables[kind].by[name].get(value, ())

    def of(self, kind: type[Record], attribute: str, value: str) -> tuple[Record, ...]:
        """The same as `having`, for where it is asked tens of thousands of times."""
        return self._tables[kind].by[attribute].get(value, ())

    def index(self, kind: type[Record], attribute: str) -> Mapping[str, tuple[Record, ...]]:
        """A whole index, for going through many at once; not to be changed."""
        return self._tables[kind].by[attribute]

    def facilitator_of(self, session: Session) -> Facilitator | None:
        """Who leads a session: its own facilitator, else that of its group."""
        found = self.find(Facilitator, session.facilitator_id)
        if found is not None or session.facilitator_id is not None:
            return found
        group = self.find(Group, session.group_id)
        return self.find(Facilitator, group.facilitator_id) if group else None

    def method_named(self, name: str) -> Method | None:
        """The method that goes by this name or key; None for words of one's own."""
        if not name:
            return None
        return next(iter(self.having(Method, called=folded(name))), None) or self.find(Method, name)

    def function_on(self, participant_id: str, day: date) -> str:
        """As what someone works on a day; several functions one after the other."""
        found = self._tables[Employment].by["participant_id"].get(participant_id)
        if not found:
            return ""
        return " / ".join([e.function for e in found if e.function and day in e.period])

    def _differs(self, record: object) -> bool:
        """What an owner stands for is looked up whole; most of it stayed as it was."""
        kind, record_id = _key(record)
        return bool(self._tables[kind].rows.get(record_id) != record)

    def _owned(self, subject: Subject, owner: str) -> list[Any]:
        found: list[Any] = []
        for kind, attribute in _OWNED.get(subject, ()):
            table = self._tables[kind]
            if attribute == "id":
                found += [table.rows[owner]] if owner in table.rows else []
            else:
                found += table.by[attribute].get(owner, ())
        return found

    def _with(self, today: date, tables: dict[type, _Table]) -> Casebook:
        book = Casebook(today)
        book._tables = tables
        return book


def touched(book: Casebook, records: Iterable[object]) -> Touched:
    """What these records, old or new, may matter to."""
    found: dict[str, set[str]] = {name: set() for name in Touched._fields}
    for record in records:
        for name, key in _reach(book, record):
            found[name].add(key)
    return Touched(**{name: frozenset(keys) for name, keys in found.items()})


def _reach(book: Casebook, record: object) -> Iterable[tuple[str, str]]:
    """Pairs of a field of Touched and an id."""
    if isinstance(record, IssuedPaper):
        person = record.participant_id
        if record.session_id:
            return (("sessions", record.session_id), ("years", person))
        return (("people", person),)
    if isinstance(record, AgreementSignature):
        agreement = book.find(Agreement, record.agreement_id)
        return (("groups", agreement.group_id),) if agreement else ()
    attributes = _REACH[type(record)]
    return tuple((name, getattr(record, attribute)) for name, attribute in attributes)


_REACH: dict[type, tuple[tuple[str, str], ...]] = {
    Session: (("sessions", "id"),),
    Attendance: (("sessions", "session_id"),),
    Absence: (("years", "participant_id"),),
    Participant: (("people", "id"),),
    Employment: (("people", "participant_id"),),
    Registration: (("people", "participant_id"),),
    Relation: (("people", "first_id"), ("people", "second_id")),
    Group: (("groups", "id"),),
    Membership: (("groups", "group_id"), ("people", "participant_id")),
    Agreement: (("groups", "group_id"),),
    Facilitator: (("facilitators", "id"),),
    Designation: (("facilitators", "facilitator_id"),),
    OwnHours: (("practice", "facilitator_id"),),
    Method: (("methods", "id"),),
}
