"""Busy times from a calendar file; a newer file of the same name takes the place of the older."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from intervisie_desktop.documents.reading.ics_busy import BusyCalendar, read_busy
from intervisie_desktop.documents.reading.table import Note
from intervisie_desktop.domain.agenda import BusyTime
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.importing.drafts import Draft
from intervisie_desktop.services.importing.mapping import Mapping
from intervisie_desktop.services.importing.preview import ImportSummary, Preview
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work

_BACK = timedelta(days=366)
_AHEAD = timedelta(days=2 * 366)


def preview_busy(read: Reading, draft: Draft, mapping: Mapping, today: date) -> Preview[None]:
    """The taken times, repeats worked out from a year back to two years ahead of `today`."""
    calendar = read_busy(
        draft.calendar, mapping.first or today - _BACK, mapping.last or today + _AHEAD
    )
    notes = [Note("titles_not_kept")]
    if calendar.skipped:
        notes.append(Note("events_skipped", {"count": calendar.skipped}))
    older = read.busy_times.count(source=draft.name)
    if older:
        notes.append(Note("busy_replaced", {"count": older}))
    return Preview(
        name=draft.name,
        kind=mapping.kind,
        mapping=mapping,
        notes=tuple(notes),
        made={"busy": len(calendar.taken)},
        content=calendar,
    )


def busy_period(preview: Preview[Any]) -> tuple[date, date] | None:
    """The first and last day on which the previewed times begin; None when there are none."""
    calendar = preview.content
    if not isinstance(calendar, BusyCalendar) or not calendar.taken:
        return None
    days = [taken.start.date() for taken in calendar.taken]
    return min(days), max(days)


def apply_busy(work: Work, preview: Preview[None], ids: Ids) -> ImportSummary:
    """Puts the taken times in the place of those that came from a file of this name before."""
    calendar = preview.content
    taken = calendar.taken if isinstance(calendar, BusyCalendar) else ()
    work.busy_times.remove_where(source=preview.name)
    work.busy_times.add_all(
        BusyTime(
            id=ids.new("b"),
            source=preview.name,
            start=one.start,
            end=one.end,
            all_day=one.all_day,
        )
        for one in taken
    )
    return ImportSummary(busy=len(taken))
