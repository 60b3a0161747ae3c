"""The rule profiles that ship and those of the practice, read from their data."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from intervisie_desktop.domain.changes import ChangeSet, Subject
from intervisie_desktop.domain.own import OwnProfile, OwnProfileKind
from intervisie_desktop.domain.profile_reader import ProfileError, read_profile
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.host.resources import resources
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

Profiles = Mapping[str, RuleProfile]
IN_USE = "profiles_in_use"
"""Setting: profile key → whether it is offered for groups, where that differs from its file."""

_LOG = logging.getLogger(__name__)


def read_text(text: str) -> RuleProfile:
    """The profile in the text of a data file; raises ProfileError for a text that is not one."""
    try:
        return read_profile(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProfileError(str(error)) from error


def read_texts(texts: Iterable[str]) -> dict[str, RuleProfile]:
    """Profiles by key, in the given order; raises ProfileError for a text that is not one."""
    profiles: dict[str, RuleProfile] = {}
    for text in texts:
        profile = read_text(text)
        if profile.key in profiles:
            raise ProfileError(f"{profile.key}: twice")
        profiles[profile.key] = profile
    return profiles


def read_folder(folder: Path) -> dict[str, RuleProfile]:
    """Profiles by key from every .toml file in the folder, in order of file name."""
    paths = sorted(folder.glob("*.toml"))
    return read_texts(path.read_text(encoding="utf-8") for path in paths)


@cache
def shipped() -> Profiles:
    """The profiles that come with the program; read once."""
    return read_folder(resources() / "profiles")


def profiles_of(read: Reading) -> dict[str, RuleProfile]:
    """The profiles that hold in a practice: an adapted one stands in the place of the shipped.

    One of its own that this program cannot read is left out, and so a group that uses it is
    not judged by it.
    """
    found = dict(shipped())
    for own in read.own_profiles.all():
        profile = read_own(own)
        if profile is not None:
            found[own.id] = profile
    chosen = cast("dict[str, bool]", read.settings.get(IN_USE, {}))
    for key, on in chosen.items():
        if key in found:
            found[key] = replace(found[key], enabled=bool(on))
    return found


def read_own(own: OwnProfile) -> RuleProfile | None:
    """A profile of the practice; None when its text is not readable here."""
    profile = _parsed(own.text)
    if profile is None:
        return None
    return replace(profile, key=own.id, adapted=own.kind is OwnProfileKind.ADAPTED)


@lru_cache(maxsize=64)
def _parsed(text: str) -> RuleProfile | None:
    try:
        return read_text(text)
    except ProfileError as error:
        # A file of a newer program may hold fields that are not known here.
        _LOG.warning("own profile left out: %s", error)
        return None


class ProfilesService:
    """The rule profiles of a practice; without a store those that come with the program."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._profiles: Profiles | None = None
        if store is not None:
            store.listen(self._note)

    def all(self) -> Profiles:
        """Every profile by key."""
        found = self._profiles
        if found is None:
            found = self._profiles = self._read()
        return found

    def enabled(self) -> tuple[RuleProfile, ...]:
        """The profiles in use for groups, by name; a template only once it was put to use."""
        ready = (p for p in self.all().values() if p.enabled)
        return tuple(sorted(ready, key=lambda profile: profile.name.casefold()))

    def _read(self) -> Profiles:
        if self._store is None:
            return shipped()
        with self._store.reading() as read:
            return profiles_of(read)

    def _note(self, changes: ChangeSet) -> None:
        if Subject.PROFILE in changes.subjects or IN_USE in changes.ids(Subject.SETTING):
            self._profiles = None
