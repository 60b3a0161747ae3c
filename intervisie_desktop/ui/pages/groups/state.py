"""What the page Groepen shows, with all words ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from intervisie_desktop.ui.pages.groups.forecast import ForecastLine
from intervisie_desktop.ui.widgets.side_line import SideLine


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the open group."""

    title: str
    subtitle: str
    code: str
    colour: int
    profile: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """The tab Overzicht: key numbers, values of the form and the badge of its size."""

    numbers: tuple[tuple[str, str], ...]
    values: dict[str, Any]
    options: dict[str, tuple[tuple[str, str], ...]]
    size: tuple[str, str, str]
    archived: bool
    advice: str = ""
    forecast: tuple[ForecastLine, ...] = ()
    forecast_title: str = ""
    margin: str = ""


@dataclass(frozen=True, slots=True)
class GroupsState:
    """List, head and the part that is open."""

    lines: tuple[SideLine, ...] = ()
    open_id: str = ""
    archive_word: str = ""
    archive: bool = False
    head: Head | None = None
    part: str = "overview"
    empty: tuple[str, str] = field(default=("", ""))
