"""The rule profiles that ship and those of the practice, read from their data files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from intervisie_desktop.domain.profile_reader import ProfileError, read_profile
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.host.resources import resources

Profiles = Mapping[str, RuleProfile]


def read_texts(texts: Iterable[str]) -> dict[str, RuleProfile]:
    """Profiles by key, in the given order; raises ProfileError for a text that is not one."""
    profiles: dict[str, RuleProfile] = {}
    for text in texts:
        try:
            profile = read_profile(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise ProfileError(str(error)) from error
        if profile.key in profiles:
            raise ProfileError(f"{profile.key}: twice")
        profiles[profile.key] = profile
    return profiles


def read_folder(folder: Path) -> dict[str, RuleProfile]:
    """Profiles by key from every .toml file in the folder, in order of file name."""
    paths = sorted(folder.glob("*.toml"))
    return read_texts(path.read_text(encoding="utf-8") for path in paths)


class ProfilesService:
    """The rule profiles that come with the program; read once, when first asked."""

    def __init__(self) -> None:
        self._profiles: dict[str, RuleProfile] | None = None

    def all(self) -> Profiles:
        """Every profile by key."""
        if self._profiles is None:
            self._profiles = read_folder(resources() / "profiles")
        return self._profiles

    def enabled(self) -> tuple[RuleProfile, ...]:
        """The profiles ready to use for a group, by name; templates are left out."""
        ready = (p for p in self.all().values() if p.enabled and not p.template)
        return tuple(sorted(ready, key=lambda profile: profile.name.casefold()))
