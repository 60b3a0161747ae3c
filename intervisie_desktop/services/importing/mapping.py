"""What the user may change between draft and preview; also as a file for the command line."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.services.importing.columns import Field, heading_key
from intervisie_desktop.services.importing.drafts import Draft, ImportKind


class Blank(StrEnum):
    """What an empty cell of a year sheet means."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How a draft is to be read.

    `columns` gives the meaning of each column of the table; None takes the guess. `group` is for
    rows that name none, `profile` for new groups (empty: that of the practice), `clients` makes
    clients of employers. Of sessions: `past` takes days that are over too, as held, and `lasts` is
    for rows without end or duration. Of a year sheet: `starts_at` in minutes, `lasts` where there
    are only ticks, what a `blank` is, and a `remark` for all of them. Of busy times: the days
    between which repeats are worked out, None for the usual.
    """

    kind: ImportKind
    table: int = 0
    columns: tuple[Field | None, ...] | None = None
    group: str = ""
    profile: str = ""
    clients: bool = False
    past: bool = False
    starts_at: int = 10 * 60
    lasts: int = 120
    blank: Blank = Blank.ABSENT
    remark: str = ""
    first: date | None = None
    last: date | None = None


def mapping_from_toml(text: str, draft: Draft) -> Mapping:
    """The mapping in a TOML file; Refusal("import_map_…") for what it cannot be.

    Its keys are the fields of `Mapping`, with `starts_at` as "10:00", `sheet` for the name of the
    table, and `columns` as a table from heading to field ("" for none).
    """
    try:
        found: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refusal("import_map_broken") from error
    changes: dict[str, Any] = {}
    for key, value in found.items():
        try:
            changes |= _setting(key, value, draft)
        except (ValueError, TypeError, KeyError) as error:
            raise Refusal("import_map_value", key=key) from error
    mapping = Mapping(**{"kind": draft.kind, **changes})
    if "columns" not in found:
        return mapping
    return replace(mapping, columns=_columns(found["columns"], draft, mapping))


def _setting(key: str, value: Any, draft: Draft) -> dict[str, object]:  # noqa: ANN401  (TOML)
    if key == "columns":
        return {}
    if key == "sheet":
        return {"table": [table.name for table in draft.tables].index(value)}
    if key == "starts_at":
        return {key: _minutes(value)}
    wanted, made = _SETTINGS[key]
    if type(value) is not wanted:
        raise TypeError(key)
    return {key: made(value)}


def _minutes(value: object) -> int:
    moment = time.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(moment, time):
        raise TypeError(value)
    return moment.hour * 60 + moment.minute


def _lasting(value: int) -> int:
    if not 0 < value < 24 * 60:
        raise ValueError(value)
    return value


_SETTINGS: dict[str, tuple[type, Callable[[Any], object]]] = {
    "kind": (str, ImportKind),
    "group": (str, str),
    "profile": (str, str),
    "remark": (str, str),
    "clients": (bool, bool),
    "past": (bool, bool),
    "lasts": (int, _lasting),
    "blank": (str, Blank),
    "first": (date, lambda day: day),
    "last": (date, lambda day: day),
}


def _columns(chosen: dict[str, object], draft: Draft, mapping: Mapping) -> tuple[Field | None, ...]:
    fields = list(draft.columns_of(mapping.table, mapping.kind))
    headings = [heading_key(text) for text in draft.tables[mapping.table].headings]
    for heading, name in chosen.items():
        key = heading_key(heading)
        if key not in headings:
            raise Refusal("import_map_heading", heading=heading)
        if name not in {"", *Field}:
            raise Refusal("import_map_field", field=name)
        fields[headings.index(key)] = Field(str(name)) if name else None
    return tuple(fields)
