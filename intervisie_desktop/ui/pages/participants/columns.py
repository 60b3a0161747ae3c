"""The columns of the page Deelnemers."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.people import folded
from intervisie_desktop.ui.widgets.columns import Column, Look


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A participant in the list; `state` is (word, tone, icon) of the least favourable year."""

    id: str
    listed: str
    employer: str
    groups: tuple[tuple[str, str, int], ...]
    state: tuple[str, str, str]


def _listed(row: PersonLine) -> str:
    return row.listed


def _sort_listed(row: PersonLine) -> str:
    return folded(row.listed)


def _employer(row: PersonLine) -> str:
    return row.employer


def _groups(row: PersonLine) -> str:
    return ", ".join(name for _code, name, _colour in row.groups)


def _tag(row: PersonLine) -> tuple[str, int]:
    if not row.groups:
        return ("", 0)
    code, _name, colour = row.groups[0]
    return (code, colour)


def _state(row: PersonLine) -> tuple[str, str, str]:
    return row.state


def _state_word(row: PersonLine) -> str:
    return row.state[0]


COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("Naam", _listed, sort=_sort_listed, look=Look.STRONG),
    Column("Kantoor", _employer, width=96, look=Look.META),
    Column("Groep", _groups, tag=_tag, width=56, tip=_groups),
    Column("Dit jaar", _state_word, chip=_state, width=106),
)
