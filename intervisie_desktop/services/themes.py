"""The neutral themes one can pick for what was brought in: a word, never content."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from intervisie_desktop.host.resources import resources


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """Themes that belong together, under a theme of their own."""

    name: str
    themes: tuple[str, ...]


def theme_groups(first: tuple[str, ...] = ()) -> tuple[ThemeGroup, ...]:
    """The themes to choose from: `first` (those of a profile), then the rest of the list.

    A theme that stands in both keeps what falls under it.
    """
    known = {group.name: group for group in _listed()}
    leading = [known.pop(name, ThemeGroup(name, ())) for name in first]
    return (*leading, *known.values())


@cache
def _listed() -> tuple[ThemeGroup, ...]:
    place = resources() / "templates" / "themes.toml"
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    return tuple(ThemeGroup(group["name"], tuple(group["themes"])) for group in data["group"])
