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


@cache
def theme_groups() -> tuple[ThemeGroup, ...]:
    """The themes that come with the program, in the order of their list."""
    place = resources() / "templates" / "themes.toml"
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    return tuple(ThemeGroup(group["name"], tuple(group["themes"])) for group in data["group"])
