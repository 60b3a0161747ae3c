"""The columns of the page Inhalen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.people import folded
from intervisie_desktop.ui.widgets.columns import Align, Column, Look


@dataclass(frozen=True, slots=True)
class RiskLine:
    """Someone who may fall short; `missing` are minutes, to sort by."""

    id: str
    name: str
    need: str
    missing: int
    chip: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A session to catch up at."""

    id: str
    day: date
    when: str
    code: str
    colour: int
    group: str
    hours: str
    after: tuple[str, str, str]
    size: str
    heed: tuple[str, str, str]


def _name(line: RiskLine) -> str:
    return line.name


def _sort_name(line: RiskLine) -> str:
    return folded(line.name)


def _need(line: RiskLine) -> str:
    return line.need


def _missing(line: RiskLine) -> int:
    return line.missing


def _state(line: RiskLine) -> tuple[str, str, str]:
    return line.chip


def _state_word(line: RiskLine) -> str:
    return line.chip[0]


RISKS: tuple[Column[RiskLine], ...] = (
    Column("Deelnemer", _name, sort=_sort_name, look=Look.STRONG, tip=_name),
    Column("Nodig", _need, sort=_missing, align=Align.RIGHT, width=66),
    Column("Stand", _state_word, chip=_state, width=118),
)


def _when(line: PlaceLine) -> str:
    return line.when


def _day(line: PlaceLine) -> date:
    return line.day


def _group(line: PlaceLine) -> str:
    return line.group


def _tag(line: PlaceLine) -> tuple[str, int]:
    return (line.code, line.colour)


def _hours(line: PlaceLine) -> str:
    return line.hours


def _after(line: PlaceLine) -> tuple[str, str, str]:
    return line.after


def _after_word(line: PlaceLine) -> str:
    return line.after[0]


def _size(line: PlaceLine) -> str:
    return line.size


def _heed(line: PlaceLine) -> tuple[str, str, str]:
    return line.heed


def _heed_word(line: PlaceLine) -> str:
    return line.heed[0]


PLACES: tuple[Column[PlaceLine], ...] = (
    Column("Groep", _group, tag=_tag, width=58, tip=_group),
    Column("Wanneer", _when, sort=_day, look=Look.STRONG),
    Column("Uren", _hours, align=Align.RIGHT, width=56),
    Column("Wordt", _after_word, chip=_after, width=112),
    Column("Grootte", _size, width=90, look=Look.META),
    Column("Let op", _heed_word, chip=_heed, width=118),
)
