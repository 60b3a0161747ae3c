"""Groups (groepen) and who belongs to them from when to when."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from string import ascii_uppercase

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Group, MemberRole, Membership
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.joint import Door
from intervisie_desktop.storage.reads.groups import (
    GroupCard,
    GroupRow,
    GroupSize,
    GroupYear,
    Member,
    group_card,
    group_rows,
    group_size,
    group_year,
    members_in_year,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work

__all__ = [
    "COLOURS",
    "GroupCard",
    "GroupRow",
    "GroupSize",
    "GroupYear",
    "GroupsService",
    "Member",
]

COLOURS = 5
_SMALL_WORDS = {"de", "het", "een", "en", "van", "voor", "in", "te", "der", "den"}
_DAY = timedelta(days=1)


class GroupsService:
    """Groups with their dated memberships."""

    def __init__(self, store: Door, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def rows(self, *, archived: bool = False) -> tuple[GroupRow, ...]:
        """The groups for a list, by name, with size and next date; the archived ones apart."""
        with self._store.reading() as read:
            return group_rows(read, self._clock.today(), archived=archived)

    def card(self, group_id: str) -> GroupCard:
        """A group with its members by name; Refusal("gone")."""
        with self._store.reading() as read:
            return group_card(read, group_id)

    def year(self, group_id: str, year: int) -> GroupYear:
        """Who was at which session of a year: the matrix of a group; Refusal("gone")."""
        with self._store.reading() as read:
            return group_year(read, group_id, year)

    def members_in_year(self, year: int) -> dict[str, frozenset[str]]:
        """Who belonged to each group at some time of a calendar year, by group id."""
        with self._store.reading() as read:
            return members_in_year(read, year)

    def size(self, group_id: str) -> GroupSize:
        """How many belong to the group today, per role, for the badge against the profile."""
        with self._store.reading() as read:
            return group_size(read, group_id, self._clock.today())

    def suggest_code(self, name: str) -> str:
        """Two letters from the name that no group has yet; "" when all are taken."""
        with self._store.reading() as read:
            return _free_code(read, name)

    def suggest_colour(self) -> int:
        """The identity colour that the fewest current groups have."""
        with self._store.reading() as read:
            return _rarest_colour(read)

    def draft(self, name: str = "") -> Group:
        """A group that is not stored yet, with what the practice usually chooses."""
        with self._store.reading() as read:
            practice = read.practice.get()
            return Group(
                id="",
                name=name,
                code=_free_code(read, name),
                colour=_rarest_colour(read),
                profiles=(practice.default_profile,),
                facilitator_id=practice.facilitator_id,
            )

    def add(self, group: Group) -> Outcome[Group]:
        """Adds a group under a new id; a blank code gets a suggestion.

        Refusal("name_missing"), ("group_code_form"), ("group_code_taken"),
        ("group_without_profile").
        """
        name = _tidy(group.name)
        with self._store.work("group_added", group=name) as work:
            code = group.code.strip().upper() or _free_code(work, name)
            added = replace(group, id=self._ids.new("g"), name=name, code=code)
            _check(work, added)
            work.groups.add(added)
        return work.outcome(added)

    def change(self, group: Group) -> Outcome[Group]:
        """Saves a group; the refusals of `add`, and ("gone")."""
        changed = replace(group, name=_tidy(group.name), code=group.code.strip().upper())
        with self._store.work("group_changed", group=changed.name) as work:
            _check(work, changed)
            work.groups.save(changed)
        return work.outcome(changed)

    def archive(self, group_id: str) -> Outcome[Group]:
        """Puts a group away; Refusal("group_has_plans") while a session is still planned."""
        group = replace(self._group(group_id), archived=True)
        with self._store.work("group_archived", group=group.name) as work:
            planned = work.sessions.count(group_id=group_id, state=SessionState.PLANNED)
            if planned:
                raise Refusal("group_has_plans", group=group.name, count=planned)
            work.groups.save(group)
        return work.outcome(group)

    def restore(self, group_id: str) -> Outcome[Group]:
        """Brings an archived group back, with another code when its own is in use again."""
        group = replace(self._group(group_id), archived=False)
        with self._store.work("group_restored", group=group.name) as work:
            taken = {g.code for g in work.groups.where(archived=False)}
            if group.code in taken:
                group = replace(group, code=_free_code(work, group.name))
            work.groups.save(group)
        return work.outcome(group)

    def remove(self, group_id: str) -> Outcome[None]:
        """Removes a group that never met, plans included; Refusal("group_has_history")."""
        group = self._group(group_id)
        past = [SessionState.HELD, SessionState.CLOSED]
        with self._store.work("group_removed", group=group.name) as work:
            held = work.sessions.count(group_id=group_id, state=past)
            if held or work.certificates.count(group_id=group_id):
                raise Refusal("group_has_history", group=group.name, count=held)
            work.groups.remove(group_id)
        return work.outcome(None)

    def join(
        self,
        group_id: str,
        participant_ids: tuple[str, ...],
        since: date,
        role: MemberRole = MemberRole.MEMBER,
    ) -> Outcome[tuple[Membership, ...]]:
        """Lets people belong to a group from a day on, in one step.

        Refusal("gone"), ("already_member") when one of them already does on or after that day.
        """
        return self.welcome(group_id, participant_ids, (), since, role)

    def welcome(
        self,
        group_id: str,
        participant_ids: tuple[str, ...],
        newcomers: tuple[Participant, ...],
        since: date,
        role: MemberRole = MemberRole.MEMBER,
    ) -> Outcome[tuple[Membership, ...]]:
        """Lets known people and new ones belong to a group from a day on, in one step.

        Newcomers get a new id. The refusals of `join`, and ("name_missing").
        """
        group = self._group(group_id)
        people = tuple(replace(person, id=self._ids.new("p")) for person in newcomers)
        if not all(person.name.plain for person in people):
            raise Refusal("name_missing")
        everyone = dict.fromkeys((*participant_ids, *(person.id for person in people)))
        added = tuple(
            Membership(
                id=self._ids.new("m"),
                group_id=group_id,
                participant_id=participant_id,
                role=role,
                period=Period(start=since),
            )
            for participant_id in everyone
        )
        with self._store.work("members_joined", group=group.name, count=len(added)) as work:
            work.participants.add_all(people)
            for membership in added:
                _check_membership(work, membership)
            work.memberships.add_all(added)
        return work.outcome(added)

    def leave(self, membership_id: str, last_day: date) -> Outcome[Membership]:
        """Ends a membership; Refusal("leave_before_join") before it began."""
        with self._store.reading() as read:
            membership = read.memberships.get(membership_id)
            group, name = _names(read, membership)
        start = membership.period.start
        if start is not None and last_day < start:
            raise Refusal("leave_before_join", name=name, since=start.isoformat())
        left = replace(membership, period=Period(start, last_day))
        with self._store.work("member_left", group=group, name=name) as work:
            _check_membership(work, left)
            work.memberships.save(left)
        return work.outcome(left)

    def change_role(self, membership_id: str, role: MemberRole, since: date) -> Outcome[Membership]:
        """Another role from a day on; what was before that day stays as it was.

        Refusal("role_outside_membership") when the day is not in the membership.
        """
        with self._store.reading() as read:
            old = read.memberships.get(membership_id)
            group, name = _names(read, old)
        if since not in old.period:
            raise Refusal("role_outside_membership", name=name)
        with self._store.work("member_role_changed", group=group, name=name) as work:
            if old.period.start == since:
                changed = work.memberships.save(replace(old, role=role))
            else:
                before = Period(old.period.start, since - _DAY)
                work.memberships.save(replace(old, period=before))
                after = Period(since, old.period.end)
                changed = replace(old, id=self._ids.new("m"), role=role, period=after)
                work.memberships.add(changed)
        return work.outcome(changed)

    def change_membership(self, membership: Membership) -> Outcome[Membership]:
        """Corrects the period or role of a membership; Refusal("gone"), ("already_member")."""
        with self._store.reading() as read:
            group, name = _names(read, membership)
        with self._store.work("membership_changed", group=group, name=name) as work:
            _check_membership(work, membership)
            work.memberships.save(membership)
        return work.outcome(membership)

    def remove_membership(self, membership_id: str) -> Outcome[None]:
        """Takes back a membership that was a mistake."""
        with self._store.reading() as read:
            group, name = _names(read, read.memberships.get(membership_id))
        with self._store.work("membership_removed", group=group, name=name) as work:
            work.memberships.remove(membership_id)
        return work.outcome(None)

    def _group(self, group_id: str) -> Group:
        with self._store.reading() as read:
            return read.groups.get(group_id)


def _check(work: Work, group: Group) -> None:
    if not group.name:
        raise Refusal("name_missing")
    if not group.profiles:
        raise Refusal("group_without_profile")
    if len(group.code) != 2 or not group.code.isalnum():
        raise Refusal("group_code_form", tag=group.code)
    for other in work.groups.where(archived=False, code=group.code):
        if other.id != group.id:
            raise Refusal("group_code_taken", tag=group.code, group=other.name)


def _check_membership(work: Work, membership: Membership) -> None:
    """Nobody belongs to a group twice on the same day."""
    others = work.memberships.where(
        group_id=membership.group_id, participant_id=membership.participant_id
    )
    for other in others:
        if other.id != membership.id and other.period.overlaps(membership.period):
            group, name = _names(work, membership)
            raise Refusal("already_member", group=group, name=name)


def _names(read: Reading, membership: Membership) -> tuple[str, str]:
    """The names of group and participant; Refusal("gone")."""
    person = read.participants.get(membership.participant_id)
    return read.groups.get(membership.group_id).name, person.name.plain


def _free_code(read: Reading, name: str) -> str:
    taken = {group.code for group in read.groups.where(archived=False)}
    return next((code for code in _codes(name) if code not in taken), "")


def _codes(name: str) -> Iterator[str]:
    """Codes for a name, the most telling first: initials, first letters, then any."""
    words = [_letters(word) for word in name.split()]
    telling = [w for w in words if w and w.casefold() not in _SMALL_WORDS] or [
        w for w in words if w
    ]
    initials = "".join(word[0] for word in telling)
    letters = "".join(telling)
    if len(initials) >= 2:
        yield initials[:2]
        yield from (initials[0] + other for other in initials[2:])
    yield from (letters[0] + other for other in letters[1:])
    yield from ("".join(pair) for pair in product(ascii_uppercase, repeat=2))


def _letters(word: str) -> str:
    """The plain capitals and figures of a word: "Één" gives "EEN"."""
    bare = unicodedata.normalize("NFKD", word).upper()
    return "".join(c for c in bare if c.isascii() and c.isalnum())


def _rarest_colour(read: Reading) -> int:
    used = Counter(group.colour for group in read.groups.where(archived=False))
    return min(range(COLOURS), key=lambda colour: (used[colour], colour))


def _tidy(text: str) -> str:
    return " ".join(text.split())
