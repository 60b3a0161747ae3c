"""A year sheet kept by hand: its group, people, meetings and hours, marked as taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.reading.table import Note
from intervisie_desktop.documents.reading.year_sheet import (
    CellMeaning,
    SheetCell,
    SheetPerson,
    YearSheet,
    is_year_sheet,
    year_sheet_of,
)
from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.naming import parse_name
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.importing.drafts import Draft
from intervisie_desktop.services.importing.known import (
    KnownPeople,
    Places,
    names_to_make,
    usual_choice,
)
from intervisie_desktop.services.importing.mapping import Blank, Mapping
from intervisie_desktop.services.importing.people import (
    PeopleTaker,
    PersonEntry,
    name_attentions,
    row_target,
)
from intervisie_desktop.services.importing.preview import (
    Decisions,
    ImportSummary,
    Preview,
    PreviewRow,
    Remark,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work

_MIDNIGHT = 24 * 60
_STATES = {
    CellMeaning.HOURS: AttendanceState.PRESENT,
    CellMeaning.PRESENT: AttendanceState.PRESENT,
    CellMeaning.EXCUSED: AttendanceState.EXCUSED,
    CellMeaning.ABSENT: AttendanceState.ABSENT,
    CellMeaning.UNCLEAR: AttendanceState.EXPECTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """One row of a sheet: who, and what the cells say; `sheet` is its place in the preview."""

    person: PersonEntry
    cells: tuple[SheetCell, ...]
    sheet: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContent:
    """A sheet as it would be taken in; `taken` days have a session of the group already."""

    sheet: YearSheet
    group: str
    taken: frozenset[date] = frozenset()

    def days(self) -> Iterator[tuple[int, date]]:
        """The days that become sessions, with their place in the sheet; a day counts once."""
        seen = set(self.taken)
        for place, day in enumerate(self.sheet.days):
            if day not in seen:
                seen.add(day)
                yield place, day


def preview_sheets(read: Reading, draft: Draft, mapping: Mapping) -> Preview[SheetEntry]:
    """What the year sheets of the file would bring in: all of them, each its own group."""
    contents = [_content(read, table_sheet, mapping, draft) for table_sheet in _sheets(draft)]
    known = KnownPeople(read)
    rows = [
        _preview_row(known, content, place, person, mapping)
        for place, content in enumerate(contents)
        for person in content.sheet.people
    ]
    days = sum(1 for content in contents for _ in content.days())
    return Preview(
        name=draft.name,
        kind=mapping.kind,
        mapping=mapping,
        rows=tuple(rows),
        new_groups=names_to_make(
            (content.group for content in contents), (group.name for group in read.groups.all())
        ),
        notes=(*draft.notes, *_notes(read, contents)),
        made={"sessions": days, "attendances": _attendances(contents, rows, mapping)},
        content=tuple(contents),
    )


def apply_sheets(
    work: Work, preview: Preview[SheetEntry], decisions: Decisions, ids: Ids, today: date
) -> ImportSummary:
    """Takes people, sessions and hours in as decided."""
    places = Places(work, ids, preview.mapping.profile)
    taker = PeopleTaker(work, places, ids, today)
    present: dict[int, list[tuple[str, SheetEntry]]] = {}
    for row in preview.rows:
        person = taker.take(row.key, row.entry.person, decisions.on(row))
        if person is not None:
            present.setdefault(row.entry.sheet, []).append((person, row.entry))
    sessions = attendances = 0
    contents = preview.content if isinstance(preview.content, tuple) else ()
    for place, content in enumerate(contents):
        made = _Meetings(work, places, ids, content, preview.mapping)
        for column, day in content.days():
            sessions += 1
            attendances += made.hold(column, day, present.get(place, []))
    return taker.summary(sessions=sessions, attendances=attendances)


class _Meetings:
    """The sessions of one sheet; hours become an interval from the supposed start."""

    def __init__(
        self, work: Work, places: Places, ids: Ids, content: SheetContent, mapping: Mapping
    ) -> None:
        self._work = work
        self._ids = ids
        self._mapping = mapping
        self._sheet = content.sheet
        self._group = places.group(content.group)
        self._facilitator = self._leader(self._group)

    def hold(self, column: int, day: date, people: list[tuple[str, SheetEntry]]) -> int:
        """Makes the session of one day; says how many attendances it has."""
        longest = max((entry.cells[column].minutes for _, entry in people), default=0)
        session = self._work.sessions.add(
            Session(
                id=self._ids.new("s"),
                group_id=self._group.id,
                day=day,
                start=self._mapping.starts_at,
                end=self._mapping.starts_at + (longest or self._mapping.lasts),
                state=SessionState.HELD,
                mode=self._group.mode,
                place=self._group.place,
                link=self._group.link,
                facilitator_id=self._facilitator,
                method=self._group.method,
            )
        )
        made: dict[str, Attendance] = {}
        for person, entry in people:
            if person not in made:
                made[person] = self._attendance(session, person, entry.cells[column])
        self._work.attendances.add_all(made.values())
        return len(made)

    def _attendance(self, session: Session, person: str, cell: SheetCell) -> Attendance:
        state = _state(cell, self._mapping)
        intervals: tuple[Interval, ...] = ()
        if state is AttendanceState.PRESENT:
            end = session.start + cell.minutes if cell.minutes else session.end
            intervals = (Interval(session.start, end),)
        return Attendance(
            id=self._ids.new("a"),
            session_id=session.id,
            participant_id=person,
            state=state,
            intervals=intervals,
            taken_over=True,
            remark=self._mapping.remark,
        )

    def _leader(self, group: Group) -> str | None:
        """Who led by the sheet; another name than one we know is nobody we may put in its place."""
        named = folded(self._sheet.facilitator)
        if not named:
            return group.facilitator_id
        found = (one.id for one in self._work.facilitators.all() if named in folded(one.name))
        return next(found, None)


def _state(cell: SheetCell, mapping: Mapping) -> AttendanceState:
    if cell.meaning is CellMeaning.BLANK:
        absent = mapping.blank is Blank.ABSENT
        return AttendanceState.ABSENT if absent else AttendanceState.EXPECTED
    return _STATES[cell.meaning]


def _sheets(draft: Draft) -> list[YearSheet]:
    return [year_sheet_of(table) for table in draft.tables if is_year_sheet(table)]


def _content(read: Reading, sheet: YearSheet, mapping: Mapping, draft: Draft) -> SheetContent:
    groups = {folded(group.name): group for group in read.groups.all()}
    named = folded(sheet.title)
    in_title = next((g.name for key, g in groups.items() if key and key in named), "")
    name = mapping.group or in_title or sheet.group or draft.name.rpartition(".")[0]
    group = groups.get(folded(name))
    sessions = read.sessions.where(group_id=group.id) if group else []
    return SheetContent(
        sheet=sheet, group=name, taken=frozenset(session.day for session in sessions)
    )


def _preview_row(
    known: KnownPeople, content: SheetContent, place: int, person: SheetPerson, mapping: Mapping
) -> PreviewRow[SheetEntry]:
    name = parse_name(person.name)
    since = min(content.sheet.days)
    entry = PersonEntry(
        name=name, employer=person.employer, group=content.group, member=Period(since, None)
    )
    key = f"{place + 1}!{person.number}" if place else str(person.number)
    identity = entry.identity(row_target(key))
    problems = []
    longest = max((cell.minutes for cell in person.cells), default=0)
    if mapping.starts_at + longest > _MIDNIGHT:
        problems.append(Remark("too_many_hours", {"minutes": longest}))
    if not any(c.isalpha() for c in name.plain):
        problems.append(Remark("no_name"))
    proposals = () if problems else known.proposals(identity)
    if not problems:
        known.remember(identity, person.number)
    unclear = [
        Remark("cell_unclear", {"day": day, "text": cell.text})
        for day, cell in zip(content.sheet.days, person.cells, strict=True)
        if cell.meaning is CellMeaning.UNCLEAR
    ]
    return PreviewRow(
        key=key,
        number=person.number,
        label=name.formal or person.name,
        entry=SheetEntry(person=entry, cells=person.cells, sheet=place),
        proposals=proposals,
        problems=tuple(problems),
        attentions=(*name_attentions(name), *unclear),
        usual=usual_choice(proposals),
    )


def _notes(read: Reading, contents: list[SheetContent]) -> Iterator[Note]:
    leaders = [folded(one.name) for one in read.facilitators.all()]
    yield Note("times_supposed")
    for content in contents:
        leader = folded(content.sheet.facilitator)
        if leader and not any(leader in one for one in leaders):
            yield Note("facilitator_unknown", {"name": content.sheet.facilitator})
        for day in sorted(set(content.sheet.days) & content.taken):
            yield Note("day_taken", {"day": day, "group": content.group})


def _attendances(
    contents: list[SheetContent], rows: list[PreviewRow[SheetEntry]], mapping: Mapping
) -> int:
    if mapping.starts_at + mapping.lasts > _MIDNIGHT:
        raise Refusal("import_map_value", key="starts_at")
    good = [row.entry.sheet for row in rows if not row.problems]
    return sum(
        good.count(place) * sum(1 for _ in content.days()) for place, content in enumerate(contents)
    )
