"""Profiles of the practice: adapting, making, changing, sharing and taking over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.own import OwnProfile, OwnProfileKind
from intervisie_desktop.domain.profile_difference import ProfileDifference, difference
from intervisie_desktop.domain.profile_editing import new_profile, problems_of
from intervisie_desktop.domain.profile_reader import ProfileError
from intervisie_desktop.domain.profile_writer import slug, write_profile
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.profiles import IN_USE, ProfilesService, read_text, shipped
from intervisie_desktop.storage.store import Store, Work

_MOST = 1024 * 1024
"""Bytes that a shared profile may be; the largest that ships is a hundredth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCard:
    """A profile with what the practice knows of it.

    `kind` is None for one that ships as it is; `groups` are (id, name) of those judged by it;
    `readable` is False for an own one this program cannot read, of which only the key is known.
    """

    profile: RuleProfile
    kind: OwnProfileKind | None = None
    based_on: str = ""
    groups: tuple[tuple[str, str], ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProfile:
    """A profile as a file to hand on: a name without extension, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePreview:
    """A profile out of a file, held against the one with its key; `present` None when new."""

    profile: RuleProfile
    present: RuleProfile | None
    difference: ProfileDifference


class OwnProfilesService:
    """What a practice does with rule profiles; every change is one step of undo."""

    def __init__(self, store: Store, clock: Clock, profiles: ProfilesService) -> None:
        self._store = store
        self._clock = clock
        self._profiles = profiles

    def cards(self) -> tuple[ProfileCard, ...]:
        """Every profile by name, with its groups; archived groups are left out."""
        known = self._profiles.all()
        with self._store.reading() as read:
            own = {one.id: one for one in read.own_profiles.all()}
            groups = read.groups.where(archived=False)
        users: dict[str, list[tuple[str, str]]] = {}
        for group in groups:
            for key in group.profiles:
                users.setdefault(key, []).append((group.id, group.name))
        cards = [
            ProfileCard(
                profile=profile,
                kind=own[key].kind if key in own else None,
                based_on=own[key].based_on if key in own else "",
                groups=tuple(users.get(key, ())),
                readable=key not in own or not _is_unread(own[key], profile),
            )
            for key, profile in known.items()
        ]
        today = self._clock.today()
        cards += [
            ProfileCard(
                profile=replace(new_profile(key, key, today), enabled=False),
                kind=one.kind,
                groups=tuple(users.get(key, ())),
                readable=False,
            )
            for key, one in own.items()
            if key not in known
        ]
        return tuple(sorted(cards, key=lambda card: card.profile.name.casefold()))

    def card(self, key: str) -> ProfileCard:
        """One of them; Refusal("profile_unknown")."""
        for card in self.cards():
            if card.profile.key == key:
                return card
        raise Refusal("profile_unknown", key=key)

    def put_to_use(self, key: str, *, on: bool) -> Outcome[None]:
        """Offers a profile for groups, or no longer; those that use it keep it.

        Refusal("profile_unknown").
        """
        profile = self._known(key)
        if profile.enabled is on:
            return Outcome(None)
        act = "profile_in_use" if on else "profile_out_of_use"
        with self._store.work(act, name=profile.name) as work:
            chosen = cast("dict[str, bool]", work.settings.get(IN_USE, {}))
            work.settings.set(IN_USE, {**chosen, key: on})
        return work.outcome(None)

    def copy_and_adapt(self, key: str) -> Outcome[RuleProfile]:
        """A copy of a shipped profile that stands in its place and may be changed.

        Refusal("profile_unknown"), ("profile_own_already") for one that is the practice's own.
        """
        profile = self._known(key)
        with self._store.reading() as read:
            if read.own_profiles.find(key) is not None:
                raise Refusal("profile_own_already", name=profile.name)
        own = self._record(profile, OwnProfileKind.ADAPTED, based_on=key)
        with self._store.work("profile_adapted", name=profile.name) as work:
            work.own_profiles.add(own)
        return work.outcome(replace(profile, adapted=True))

    def make_own(self, name: str, based_on: str = "") -> Outcome[RuleProfile]:
        """A profile of one's own under a new key, empty or asking what another asks.

        Refusal("profile_name_missing"), ("profile_unknown").
        """
        words = " ".join(name.split())
        if not words:
            raise Refusal("profile_name_missing")
        key = self._free_key(words)
        made = new_profile(key, words, self._clock.today())
        if based_on:
            source = self._known(based_on)
            made = replace(source, key=key, name=words, short_name=made.short_name,
                           enabled=True, template=False, adapted=False)  # fmt: skip
        own = self._record(made, OwnProfileKind.OWN, based_on=based_on)
        with self._store.work("profile_made", name=words) as work:
            work.own_profiles.add(own)
        return work.outcome(made)

    def save(self, profile: RuleProfile) -> Outcome[RuleProfile]:
        """Keeps a changed profile of the practice.

        Refusal("profile_wrong") while `problems_of` finds something, ("profile_shipped") for one
        that was not copied first. Nothing is written then.
        """
        problems = problems_of(profile)
        if problems:
            raise Refusal("profile_wrong", codes=[problem.code for problem in problems])
        with self._store.reading() as read:
            own = read.own_profiles.find(profile.key)
        if own is None:
            raise Refusal("profile_shipped", name=profile.name)
        changed = self._record(profile, own.kind, based_on=own.based_on)
        if replace(changed, changed_on=own.changed_on) == own:
            return Outcome(profile)
        with self._store.work("profile_changed", name=profile.name) as work:
            work.own_profiles.save(changed)
        return work.outcome(profile)

    def remove(self, key: str) -> Outcome[None]:
        """Removes a profile of the practice; an adapted one gives way to the shipped one again.

        Refusal("profile_shipped"), ("profile_used") while a group uses it (also an archived one)
        or new groups begin with it.
        """
        profile = self._profiles.all().get(key)
        name = profile.name if profile else key
        with self._store.reading() as read:
            if read.own_profiles.find(key) is None:
                raise Refusal("profile_shipped", name=name)
            users = [group.name for group in read.groups.all() if key in group.profiles]
            first = read.practice.get().default_profile == key
        back = key in shipped()
        if not back and (users or first):
            raise Refusal("profile_used", name=name, groups=users)
        act = "profile_restored" if back else "profile_removed"
        with self._store.work(act, name=name) as work:
            work.own_profiles.remove(key)
            if not back:
                _forget_use(work, key)
        return work.outcome(None)

    def share(self, key: str) -> SharedProfile:
        """A profile as a file, with all its editions and sources; Refusal("profile_unknown")."""
        profile = self._known(key)
        return SharedProfile(name=f"Regelprofiel {profile.name}", data=write_profile(
            replace(profile, adapted=False)).encode())  # fmt: skip

    def read_shared(self, data: bytes) -> ProfilePreview:
        """The profile in a file and what differs from the one here; nothing is stored.

        Refusal("profile_file") with `reason` (a code of the reader or of `problems_of`, or
        too_large) and `what`.
        """
        if len(data) > _MOST:
            raise Refusal("profile_file", reason="too_large", what="")
        try:
            profile = read_text(data.decode("utf-8-sig"))
        except ProfileError as error:
            raise Refusal("profile_file", reason=error.code, what=error.what) from error
        except UnicodeDecodeError as error:
            raise Refusal("profile_file", reason="unreadable", what="") from error
        problems = problems_of(profile)
        if problems:
            raise Refusal("profile_file", reason=problems[0].code, what=problems[0].field)
        present = self._profiles.all().get(profile.key)
        blank = replace(profile, editions=())
        return ProfilePreview(
            profile=profile, present=present, difference=difference(present or blank, profile)
        )

    def take_over(self, preview: ProfilePreview) -> Outcome[RuleProfile]:
        """Keeps the profile of a file; in the place of the one with its key, if there is one."""
        profile = preview.profile
        with self._store.reading() as read:
            own = read.own_profiles.find(profile.key)
        kind = own.kind if own else OwnProfileKind.IMPORTED
        if own is None and profile.key in shipped():
            kind = OwnProfileKind.ADAPTED
        record = self._record(profile, kind, based_on=own.based_on if own else "")
        with self._store.work("profile_imported", name=profile.name) as work:
            (work.own_profiles.save if own else work.own_profiles.add)(record)
        return work.outcome(profile)

    def _record(self, profile: RuleProfile, kind: OwnProfileKind, based_on: str) -> OwnProfile:
        return OwnProfile(
            id=profile.key,
            text=write_profile(profile),
            kind=kind,
            based_on=based_on,
            changed_on=self._clock.today(),
        )

    def _known(self, key: str) -> RuleProfile:
        profile = self._profiles.all().get(key)
        if profile is None:
            raise Refusal("profile_unknown", key=key)
        return profile

    def _free_key(self, name: str) -> str:
        base = slug(name) or "eigen_profiel"
        with self._store.reading() as read:
            taken = {one.id for one in read.own_profiles.all()} | set(self._profiles.all())
        number, key = 1, base
        while key in taken:
            number += 1
            key = f"{base}_{number}"
        return key


def _is_unread(own: OwnProfile, shown: RuleProfile) -> bool:
    """The shipped one is shown because the adapted one could not be read."""
    return own.kind is OwnProfileKind.ADAPTED and not shown.adapted


def _forget_use(work: Work, key: str) -> None:
    chosen = cast("dict[str, bool]", work.settings.get(IN_USE, {}))
    if key in chosen:
        work.settings.set(IN_USE, {one: on for one, on in chosen.items() if one != key})
