"""The settings of this machine: window, theme, last practice; no data of the practice."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.host.files import atomic_write

THEMES = ("system", "light", "dark")
FINDINGS_BY = ("severity", "subject", "profile")
SMALLEST_TEXT, LARGEST_TEXT = 90, 140
MOST_RECENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineSettings:
    """How the program looks and behaves on this machine.

    `text_scale` is a percentage from 90 to 140, `auto_lock_minutes` is 0 for never, widths are
    in device-independent pixels, `window_geometry` and `window_state` are base64.
    """

    theme: str = "system"
    text_scale: int = 100
    reduce_motion: bool = False
    auto_lock_minutes: int = 10
    lock_on_minimise: bool = False
    last_practice: str = ""
    recent_practices: tuple[str, ...] = ()
    window_geometry: str = ""
    window_state: str = ""
    last_place: str = ""
    dock_folded: bool = False
    dock_width: int = 320
    rail_folded: bool = False
    last_output_folder: str = ""
    printer: str = ""
    findings_by: str = "severity"

    def with_practice(self, path: str) -> MachineSettings:
        """With this practice as the last one, and first of the recent ones."""
        others = (other for other in self.recent_practices if other != path)
        recent = (path, *others)[:MOST_RECENT]
        return replace(self, last_practice=path, recent_practices=recent)


def load(path: Path) -> MachineSettings:
    """The settings in this file; what is missing or makes no sense has its default."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return MachineSettings()
    known = {field.name: field.default for field in fields(MachineSettings)}
    kept: dict[str, Any] = {}
    for name, value in content.items():
        if name in known and _fits(name, value, known[name]):
            kept[name] = tuple(value) if isinstance(value, list) else value
    return MachineSettings(**kept)


def save(path: Path, settings: MachineSettings) -> None:
    """Writes the settings; a machine that cannot keep them goes on without."""
    lines = [
        f"{field.name} = {_toml(getattr(settings, field.name))}"
        for field in fields(MachineSettings)
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, ("\n".join(lines) + "\n").encode(errors="replace"))
    except (OSError, Trouble):
        return


def _fits(name: str, value: object, default: object) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if type(value) is not type(default):
        return False
    check = _RANGES.get(name)
    return check is None or check(value)


_RANGES: dict[str, Callable[[Any], bool]] = {
    "theme": THEMES.__contains__,
    "findings_by": FINDINGS_BY.__contains__,
    "text_scale": range(SMALLEST_TEXT, LARGEST_TEXT + 1).__contains__,
    "auto_lock_minutes": range(24 * 60 + 1).__contains__,
    "dock_width": range(120, 4000).__contains__,
}


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    # A JSON string is a TOML basic string, but for surrogate pairs (so no ASCII) and DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
