"""What is held of an import as the state the page shows; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from intervisie_desktop.services.importing import (
    Decisions,
    Draft,
    Field,
    ImportKind,
    ImportSummary,
    Mapping,
    Preview,
)
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.ui.pages.importing import rows, words
from intervisie_desktop.ui.pages.importing.state import ColumnShown, ImportingState, Result, Step
from intervisie_desktop.ui.text import counts

COLUMN_KINDS = frozenset({ImportKind.PARTICIPANTS, ImportKind.CONTACTS, ImportKind.SESSIONS})
_SAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything the presenter holds of one import."""

    step: Step
    part: str
    busy: str
    draft: Draft | None
    mapping: Mapping | None
    columns: tuple[Field | None, ...]
    preview: Preview[Any] | None
    decisions: Decisions
    summary: ImportSummary | None
    filter: str
    row: str


def state_of(held: Held, profiles: ProfilesService) -> ImportingState:
    """Everything in words."""
    state = ImportingState(
        step=held.step,
        title=words.TITLE if held.draft else words.TITLES.get(held.part, words.TITLE),
        busy=f"{held.busy}…" if held.busy else "",
    )
    if held.draft is not None and held.mapping is not None:
        state = _with_file(state, held.draft, held.mapping, held.columns)
        state = replace(
            state,
            profiles=(
                ("", "Zoals in de instellingen"),
                *((one.key, one.short_name) for one in profiles.enabled()),
            ),
        )
    if held.preview is not None and held.step >= Step.REVIEW:
        state = _with_rows(state, held, held.preview)
    return state


def _with_file(
    state: ImportingState, draft: Draft, mapping: Mapping, fields: tuple[Field | None, ...]
) -> ImportingState:
    tables = tuple((str(n), one.name or f"Blad {n + 1}") for n, one in enumerate(draft.tables))
    is_list = mapping.kind in COLUMN_KINDS
    return replace(
        state,
        subtitle=f"{draft.name}, {words.kind_word(mapping.kind).lower()}",
        file=draft.name,
        kind=mapping.kind.value,
        kinds=tuple((kind.value, words.kind_word(kind)) for kind in draft.kinds),
        table=str(mapping.table),
        tables=tables if is_list and len(tables) > 1 else (),
        notes=words.notes(draft.notes),
        columns=_columns(draft, mapping, fields) if is_list else (),
        is_plan=mapping.kind is ImportKind.SESSIONS,
        is_sheet=mapping.kind is ImportKind.YEAR_SHEET,
        values={
            "group": mapping.group,
            "profile": mapping.profile,
            "clients": mapping.clients,
            "past": mapping.past,
            "starts_at": mapping.starts_at,
            "lasts": mapping.lasts,
            "blank": mapping.blank.value,
            "remark": mapping.remark,
        },
    )


def _columns(
    draft: Draft, mapping: Mapping, fields: tuple[Field | None, ...]
) -> tuple[ColumnShown, ...]:
    table = draft.tables[mapping.table]
    found = []
    for place, field in enumerate(fields):
        heading = table.headings[place] if place < len(table.headings) else ""
        cells = dict.fromkeys(row.cell(place) for row in table.rows if row.cell(place))
        samples = ", ".join(list(cells)[:_SAMPLES])
        value = field.value if field else ""
        found.append(ColumnShown(place, heading or f"Kolom {place + 1}", samples, value))
    return tuple(found)


def _with_rows(state: ImportingState, held: Held, preview: Preview[Any]) -> ImportingState:
    decisions = held.decisions
    visible = [row for row in preview.rows if held.filter in {"", row.state.value}]
    row = next((one for one in preview.rows if one.key == held.row), None)
    problems = len(preview.problems)
    left_out = counts.telwoord(problems, "rij", "rijen")
    return replace(
        state,
        notes=words.notes(preview.notes),
        rows=tuple(rows.shown(one, decisions) for one in visible),
        has_rows=bool(preview.rows),
        filters=words.counted_filters(preview),
        filter=held.filter,
        picked=rows.picked(row, decisions) if row else None,
        summary=rows.summary(preview, decisions) or ("Er komt niets bij.",),
        left_out=f"{left_out} met een probleem overslaan" if problems else "",
        leave_out=decisions.leave_out_problems,
        result=_result(preview, held.summary),
    )


def _result(preview: Preview[Any], summary: ImportSummary | None) -> Result | None:
    if summary is None:
        return None
    lines = words.result_lines(summary) or ("Er is niets bijgekomen.",)
    return Result(f"{preview.name} is overgenomen", lines, words.OPEN_PLACE[preview.kind][1])
