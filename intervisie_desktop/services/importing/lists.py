"""A list of people brought in with their names chosen beforehand: the first start does so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.people import folded
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.importing.cells import Cells
from intervisie_desktop.services.importing.columns import Field
from intervisie_desktop.services.importing.drafts import Draft, ImportKind, draft_of
from intervisie_desktop.services.importing.people import name_of
from intervisie_desktop.services.importing.preview import Choice, Decisions, Handling
from intervisie_desktop.services.importing.service import ImportService
from intervisie_desktop.storage.store import Store

__all__ = ["draft_of", "names_of", "take_people"]


def names_of(draft: Draft) -> tuple[str, ...]:
    """The names in a list as they are written, each once; Refusal("no_names") for no list."""
    if ImportKind.PARTICIPANTS not in draft.kinds:
        raise Refusal("no_names")
    fields = draft.columns_of(0)
    names = (name_of(Cells(row, fields)).formal for row in draft.tables[0].rows)
    return tuple(dict.fromkeys(name for name in names if any(c.isalpha() for c in name)))


def take_people(
    store: Store, clock: Clock, ids: Ids, group: str, names: Iterable[str], draft: Draft | None
) -> None:
    """Puts these people in a group; what a list knows of them comes along.

    Whoever of the list is not among the names is left out, and so are groups the list names.
    """
    importing = ImportService(store, clock, ids)
    wanted = tuple(names)
    if draft is not None:
        _take_list(importing, draft, group, wanted)
        listed = {folded(name) for name in names_of(draft)}
        wanted = tuple(name for name in wanted if folded(name) not in listed)
    if wanted:
        lines = importing.read_lines("\n".join(wanted))
        mapping = replace(importing.mapping(lines), kind=ImportKind.PARTICIPANTS, group=group)
        importing.apply(importing.preview(lines, mapping), Decisions(leave_out_problems=True))


def _take_list(importing: ImportService, draft: Draft, group: str, names: tuple[str, ...]) -> None:
    fields = tuple(None if field is Field.GROUP else field for field in draft.columns_of(0))
    mapping = replace(
        importing.mapping(draft), kind=ImportKind.PARTICIPANTS, columns=fields, group=group
    )
    preview = importing.preview(draft, mapping)
    kept = {folded(name) for name in names}
    skip = Choice(handling=Handling.SKIP)
    left_out = {row.key: skip for row in preview.rows if folded(row.entry.name.formal) not in kept}
    importing.apply(preview, Decisions(choices=left_out, leave_out_problems=True))
