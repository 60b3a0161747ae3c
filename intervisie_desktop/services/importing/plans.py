"""A plain list of sessions: one row is one session, of a group by its name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents.reading.table import Row
from intervisie_desktop.documents.reading.values import (
    parse_clock,
    parse_clocks,
    parse_day,
    parse_minutes,
    parse_moment,
)
from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.importing.cells import LONGEST_CELL, Cells
from intervisie_desktop.services.importing.columns import Field, heading_key
from intervisie_desktop.services.importing.drafts import Draft
from intervisie_desktop.services.importing.known import Places, names_to_make
from intervisie_desktop.services.importing.mapping import Mapping
from intervisie_desktop.services.importing.preview import (
    Choice,
    Decisions,
    Handling,
    ImportSummary,
    Preview,
    PreviewRow,
    Remark,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work

_MIDNIGHT = 24 * 60
_BARE_HOURS = 12
"""A duration without a unit up to here is hours, above it minutes."""
_WEB = ("http://", "https://")
_MODES = {
    word: mode
    for mode, words in {
        Mode.ONLINE: "online, digitaal, video, videobellen, teams, zoom, op afstand, webinar",
        Mode.HYBRID: "hybride, hybrid, gemengd",
        Mode.ON_LOCATION: "op locatie, locatie, fysiek, live, kantoor, op kantoor, in persoon",
    }.items()
    for word in words.split(", ")
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEntry:
    """What one row says of a session; `mode` is None where the row leaves it to the group."""

    group: str = ""
    day: date | None = None
    start: int = 0
    end: int = 0
    place: str = ""
    link: str = ""
    mode: Mode | None = None


class _Calendar:
    """When each group meets already: in the practice, and by the rows read so far."""

    def __init__(self, read: Reading) -> None:
        names = {group.id: folded(group.name) for group in read.groups.all()}
        self._taken: defaultdict[tuple[str, date], list[Interval]] = defaultdict(list)
        for session in read.sessions.all():
            if session.state is not SessionState.CANCELLED:
                self._taken[names[session.group_id], session.day].append(session.interval)

    def taken(self, entry: SessionEntry) -> Interval | None:
        """The session of the same group at that time, if there is one."""
        if entry.day is None:
            return None
        there = self._taken[folded(entry.group), entry.day]
        return next((i for i in there if i.start < entry.end and entry.start < i.end), None)

    def remember(self, entry: SessionEntry) -> None:
        """Later rows may be this session again."""
        if entry.day is not None:
            interval = Interval(entry.start, entry.end)
            self._taken[folded(entry.group), entry.day].append(interval)


def preview_plan(
    read: Reading, draft: Draft, mapping: Mapping, today: date
) -> Preview[SessionEntry]:
    """What the list would plan; days before `today` only when the mapping takes the past."""
    table = draft.tables[mapping.table]
    fields = mapping.columns or draft.columns_of(mapping.table, mapping.kind)
    calendar = _Calendar(read)
    rows = [_preview_row(calendar, row, fields, mapping, today) for row in table.rows]
    good = (row.entry.group for row in rows if not row.problems)
    return Preview(
        name=draft.name,
        kind=mapping.kind,
        mapping=mapping,
        rows=tuple(rows),
        new_groups=names_to_make(good, (group.name for group in read.groups.all())),
        notes=table.notes,
    )


def apply_plan(
    work: Work, preview: Preview[SessionEntry], decisions: Decisions, ids: Ids, today: date
) -> ImportSummary:
    """Plans the sessions as decided; one of an earlier day was held, with nobody present yet."""
    places = Places(work, ids, preview.mapping.profile)
    leader = work.practice.get().facilitator_id
    entries = [row.entry for row in preview.rows if decisions.on(row).handling is not Handling.SKIP]
    for entry in entries:
        work.sessions.add(_session(entry, places.group(entry.group), leader, ids, today))
    return ImportSummary(
        sessions=len(entries),
        skipped=len(preview.rows) - len(entries),
        groups=places.groups_made,
    )


def _session(
    entry: SessionEntry, group: Group, leader: str | None, ids: Ids, today: date
) -> Session:
    day = entry.day or today
    mode = entry.mode or group.mode
    return Session(
        id=ids.new("s"),
        group_id=group.id,
        day=day,
        start=entry.start,
        end=entry.end,
        state=SessionState.HELD if day < today else SessionState.PLANNED,
        mode=mode,
        place=entry.place or ("" if mode is Mode.ONLINE else group.place),
        link=entry.link or ("" if mode is Mode.ON_LOCATION else group.link),
        facilitator_id=group.facilitator_id or leader,
        method=group.method,
    )


def _preview_row(
    calendar: _Calendar,
    row: Row,
    fields: tuple[Field | None, ...],
    mapping: Mapping,
    today: date,
) -> PreviewRow[SessionEntry]:
    entry, problems, attentions = _Reader(Cells(row, fields), mapping, today).read()
    if any(len(cell) > LONGEST_CELL for cell in row.cells):
        problems.append(Remark("too_long", {"limit": LONGEST_CELL}))
    usual = Choice(handling=Handling.ADD)
    if not problems and (taken := calendar.taken(entry)):
        attentions.append(Remark("session_there", {"start": taken.start, "end": taken.end}))
        usual = Choice(handling=Handling.SKIP)
    elif not problems:
        calendar.remember(entry)
    return PreviewRow(
        key=str(row.number),
        number=row.number,
        label=entry.group or " ".join(filter(None, row.cells))[:60],
        entry=entry,
        problems=tuple(problems),
        attentions=tuple(attentions),
        usual=usual,
    )


class _Reader:
    """Reads one row, and keeps what is wrong with it and what was supposed."""

    def __init__(self, cells: Cells, mapping: Mapping, today: date) -> None:
        self._cells = cells
        self._mapping = mapping
        self._today = today
        self._problems: list[Remark] = []
        self._attentions: list[Remark] = []

    def read(self) -> tuple[SessionEntry, list[Remark], list[Remark]]:
        """The entry, its problems, and what to look at."""
        group = self._cells[Field.GROUP] or self._mapping.group
        if not group:
            self._problems.append(Remark("no_group"))
        day, start_of_day = self._day()
        start, end = self._times(start_of_day)
        place, link = self._cells[Field.PLACE], self._cells[Field.LINK]
        if not link and place.lower().startswith(_WEB):
            place, link = "", place
        entry = SessionEntry(
            group=group,
            day=day,
            start=start,
            end=end,
            place=place,
            link=link,
            mode=self._mode(place, link),
        )
        return entry, self._problems, self._attentions

    def _day(self) -> tuple[date | None, int | None]:
        """The day, and the time when it stands in the same cell."""
        text = self._cells[Field.DAY]
        day, start = parse_day(text), None
        if day is None and (moment := parse_moment(text)):
            day, start = moment
        if not text:
            self._problems.append(Remark("no_day"))
        elif day is None:
            self._problems.append(Remark("bad_day", {"text": text}))
        elif day < self._today and not self._mapping.past:
            self._problems.append(Remark("day_past", {"day": day}))
        return day, start

    def _times(self, start: int | None) -> tuple[int, int]:
        """Start and end in minutes; both 0 where they cannot be read."""
        text = self._cells[Field.START]
        both = parse_clocks(text)
        end = both[1] if both else self._clock(Field.END)
        if both:
            start = both[0]
        elif text:
            start = self._clock(Field.START)
        elif start is None:
            self._problems.append(Remark("no_start"))
        if start is None:
            return 0, 0
        if end is None:
            end = start + self._length()
        if not start < end <= _MIDNIGHT and not self._problems:
            self._problems.append(Remark("end_before_start", {"start": start, "end": end}))
        return start, end

    def _clock(self, field: Field) -> int | None:
        text = self._cells[field]
        minutes = parse_clock(text) if text else None
        if text and minutes is None:
            self._problems.append(Remark("bad_clock", {"text": text}))
        return minutes

    def _length(self) -> int:
        """Minutes from the column with durations, else what the mapping supposes."""
        text = self._cells[Field.DURATION]
        if text:
            bare = int(text) if text.isdecimal() and len(text) < 4 else 0
            minutes = bare if bare > _BARE_HOURS else parse_minutes(text)
            if not minutes:
                self._problems.append(Remark("bad_duration", {"text": text}))
            return minutes or self._mapping.lasts
        if not self._cells[Field.END]:
            self._attentions.append(Remark("end_supposed", {"minutes": self._mapping.lasts}))
        return self._mapping.lasts

    def _mode(self, place: str, link: str) -> Mode | None:
        text = self._cells[Field.MODE]
        if not text:
            return Mode.ONLINE if link and not place else None
        mode = _MODES.get(heading_key(text))
        if mode is None:
            self._problems.append(Remark("bad_mode", {"text": text}))
        return mode
