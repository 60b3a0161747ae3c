"""Participants from a list: read row by row, compared with who is known, and taken in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from intervisie_desktop.documents.reading.table import Row
from intervisie_desktop.documents.reading.text import has_lost_letters
from intervisie_desktop.documents.reading.values import parse_day
from intervisie_desktop.domain.duplicates import Identity
from intervisie_desktop.domain.emails import is_email
from intervisie_desktop.domain.groups import MemberRole, Membership
from intervisie_desktop.domain.naming import name_of_parts, parse_name
from intervisie_desktop.domain.people import (
    Employment,
    Participant,
    PersonName,
    Registration,
    folded,
)
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.importing.cells import LONGEST_CELL, Cells
from intervisie_desktop.services.importing.columns import Field
from intervisie_desktop.services.importing.drafts import Draft
from intervisie_desktop.services.importing.known import (
    KnownPeople,
    Places,
    names_to_make,
    usual_choice,
)
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

BAR = "BAR"
_LAWYER = "advocaat"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """What one row says of somebody; `numbers` are (register, number)."""

    name: PersonName = PersonName()
    email: str = ""
    phone: str = ""
    profession: str = ""
    field_of_law: str = ""
    employer: str = ""
    function: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    unconditional_since: date | None = None
    group: str = ""
    member: Period = Period()

    @property
    def role(self) -> MemberRole:
        """A trainee (advocaat-stagiair) may join but does not count."""
        return MemberRole.TRAINEE if "stagiair" in folded(self.function) else MemberRole.MEMBER

    def identity(self, key: str) -> Identity:
        """What tells this person apart."""
        return Identity(
            id=key,
            name=self.name,
            email=self.email,
            numbers=self.numbers,
            employers=(self.employer,),
        )


def preview_people(read: Reading, draft: Draft, mapping: Mapping) -> Preview[PersonEntry]:
    """What the list would bring in."""
    table = draft.tables[mapping.table]
    fields = mapping.columns or draft.columns_of(mapping.table, mapping.kind)
    known = KnownPeople(read)
    repaired = {note.facts["row"] for note in table.notes if note.code == "repaired"}
    rows = [_preview_row(known, Cells(row, fields), row, mapping, repaired) for row in table.rows]
    good = [row.entry for row in rows if not row.problems]
    employers = [entry.employer for entry in good] if mapping.clients else []
    return Preview(
        name=draft.name,
        kind=mapping.kind,
        mapping=mapping,
        rows=tuple(rows),
        new_groups=names_to_make((e.group for e in good), (g.name for g in read.groups.all())),
        new_clients=names_to_make(employers, (client.name for client in read.clients.all())),
        notes=table.notes,
    )


def apply_people(
    work: Work, preview: Preview[PersonEntry], decisions: Decisions, ids: Ids, today: date
) -> ImportSummary:
    """Takes the rows in as decided."""
    taker = PeopleTaker(work, Places(work, ids, preview.mapping.profile), ids, today)
    for row in preview.rows:
        taker.take(row.key, row.entry, decisions.on(row), clients=preview.mapping.clients)
    return taker.summary()


class PeopleTaker:
    """Takes people in, one by one, and remembers which row became whom."""

    def __init__(self, work: Work, places: Places, ids: Ids, today: date) -> None:
        self._work = work
        self._places = places
        self._ids = ids
        self._today = today
        self._became: dict[str, str] = {}
        self._added = self._merged = self._skipped = self._joined = 0

    def take(
        self, key: str, entry: PersonEntry, choice: Choice, *, clients: bool = False
    ) -> str | None:
        """The id of the participant that this row became, or None when it was left out.

        MERGE with a row that was itself left out adds the person after all.
        """
        if choice.handling is Handling.SKIP:
            self._skipped += 1
            return None
        target = self._became.get(choice.target, choice.target)
        known = self._work.participants.find(target) if target else None
        if choice.handling is Handling.MERGE and (known or not target.startswith(ROW)):
            person = self._fill_in(self._work.participants.get(target), entry)
            self._merged += 1
        else:
            person = self._add(entry)
            self._added += 1
        self._became[row_target(key)] = person.id
        self._add_details(person, entry, clients=clients)
        return person.id

    def summary(self, **more: int) -> ImportSummary:
        """What was done."""
        return ImportSummary(
            participants=self._added,
            merged=self._merged,
            skipped=self._skipped,
            memberships=self._joined,
            groups=self._places.groups_made,
            clients=self._places.clients_made,
            **more,
        )

    def _add(self, entry: PersonEntry) -> Participant:
        return self._work.participants.add(
            Participant(
                id=self._ids.new("d"),
                name=entry.name,
                email=entry.email,
                phone=entry.phone,
                profession=entry.profession,
                field_of_law=entry.field_of_law,
            )
        )

    def _fill_in(self, person: Participant, entry: PersonEntry) -> Participant:
        """What is known stays; only what is empty is filled."""
        name = replace(
            person.name,
            given=person.name.given or entry.name.given,
            initials=person.name.initials or ("" if person.name.given else entry.name.initials),
            title_before=person.name.title_before or entry.name.title_before,
            title_after=person.name.title_after or entry.name.title_after,
        )
        filled = replace(
            person,
            name=name,
            email=person.email or entry.email,
            phone=person.phone or entry.phone,
            profession=person.profession or entry.profession,
            field_of_law=person.field_of_law or entry.field_of_law,
        )
        return filled if filled == person else self._work.participants.save(filled)

    def _add_details(self, person: Participant, entry: PersonEntry, *, clients: bool) -> None:
        for register, number in entry.numbers:
            self._register(person, register, number, entry.unconditional_since)
        if entry.employer or entry.function:
            self._employ(person, entry, clients=clients)
        if entry.group:
            self._join(person, entry)

    def _register(
        self, person: Participant, register: str, number: str, since: date | None
    ) -> None:
        own = self._work.registrations.where(participant_id=person.id)
        if any(folded(one.register) == folded(register) and one.number == number for one in own):
            return
        self._work.registrations.add(
            Registration(
                id=self._ids.new("r"),
                participant_id=person.id,
                register=register,
                number=number,
                unconditional_since=since if register == BAR else None,
            )
        )

    def _employ(self, person: Participant, entry: PersonEntry, *, clients: bool) -> None:
        own = self._work.employments.where(participant_id=person.id)
        current = [one for one in own if self._today in one.period]
        same = [one for one in current if folded(one.employer) == folded(entry.employer)]
        if same or (current and not entry.employer):
            return
        yesterday = self._today - timedelta(days=1)
        ended = [
            one for one in current if one.period.start is None or one.period.start <= yesterday
        ]
        for one in ended:
            period = Period(one.period.start, yesterday)
            self._work.employments.save(replace(one, period=period))
        client = None
        if entry.employer:
            find = self._places.client if clients else self._places.find_client
            client = find(entry.employer)
        self._work.employments.add(
            Employment(
                id=self._ids.new("e"),
                participant_id=person.id,
                employer=entry.employer,
                client_id=client.id if client else None,
                function=entry.function,
                period=Period(self._today, None) if current else Period(),
            )
        )

    def _join(self, person: Participant, entry: PersonEntry) -> None:
        group = self._places.group(entry.group)
        own = self._work.memberships.where(group_id=group.id, participant_id=person.id)
        if any(one.period.overlaps(entry.member) for one in own):
            return
        self._work.memberships.add(
            Membership(
                id=self._ids.new("m"),
                group_id=group.id,
                participant_id=person.id,
                role=entry.role,
                period=entry.member,
            )
        )
        self._joined += 1


ROW = "row:"
"""How the target of a proposal begins that is another row of the same file."""


def row_target(key: str) -> str:
    """The target that stands for whoever this row becomes."""
    return f"{ROW}{key}"


def _preview_row(
    known: KnownPeople, cells: Cells, row: Row, mapping: Mapping, repaired: set[object]
) -> PreviewRow[PersonEntry]:
    entry, problems = _entry(cells, mapping)
    if any(len(cell) > LONGEST_CELL for cell in row.cells):
        problems.append(Remark("too_long", {"limit": LONGEST_CELL}))
    identity = entry.identity(row_target(str(row.number)))
    proposals = () if problems else known.proposals(identity)
    if not problems:
        known.remember(identity, row.number)
    return PreviewRow(
        key=str(row.number),
        number=row.number,
        label=entry.name.formal or " ".join(filter(None, row.cells))[:60],
        entry=entry,
        proposals=proposals,
        problems=tuple(problems),
        attentions=tuple(name_attentions(entry.name, repaired=row.number in repaired)),
        usual=usual_choice(proposals),
    )


def name_attentions(name: PersonName, *, repaired: bool = False) -> list[Remark]:
    """What to look at in a name: lost letters, repaired letters."""
    found: list[Remark] = []
    if has_lost_letters(name.formal) or "?" in name.formal:
        found.append(Remark("question_mark", {"name": name.formal}))
    if repaired:
        found.append(Remark("repaired"))
    return found


def name_of(cells: Cells) -> PersonName:
    """The name, from one column or from several."""
    surname = cells[Field.SURNAME]
    if not surname:
        whole = parse_name(cells[Field.NAME] or cells[Field.GIVEN])
        before = cells[Field.TITLE] or whole.title_before
        return replace(whole, title_before=before)
    return name_of_parts(
        surname=surname,
        given=cells[Field.GIVEN],
        initials=cells[Field.INITIALS],
        prefix=cells[Field.PREFIX],
        title_before=cells[Field.TITLE],
        title_after=cells[Field.TITLE_AFTER],
    )


def _entry(cells: Cells, mapping: Mapping) -> tuple[PersonEntry, list[Remark]]:
    problems: list[Remark] = []
    name = name_of(cells)
    if not any(c.isalpha() for c in name.plain):
        problems.append(Remark("no_name"))
    email = cells[Field.EMAIL].removeprefix("mailto:")
    if email and not is_email(email):
        problems.append(Remark("bad_email", {"text": email}))
    days = {
        field: _read_day(cells[field], problems)
        for field in (Field.SINCE, Field.UNTIL, Field.UNCONDITIONAL_SINCE)
    }
    since, until = days[Field.SINCE], days[Field.UNTIL]
    if since and until and until < since:
        problems.append(Remark("period_reversed", {"text": cells[Field.UNTIL]}))
        until = None
    numbers = [(BAR, cells[Field.BAR_NUMBER])]
    numbers.append((cells[Field.REGISTER] or "register", cells[Field.REGISTER_NUMBER]))
    entry = PersonEntry(
        name=name,
        email=email,
        phone=cells[Field.PHONE],
        profession=cells[Field.PROFESSION] or (_LAWYER if cells[Field.BAR_NUMBER] else ""),
        field_of_law=cells[Field.FIELD_OF_LAW],
        employer=cells[Field.ORGANISATION],
        function=cells[Field.FUNCTION],
        numbers=tuple((register, number) for register, number in numbers if number),
        unconditional_since=days[Field.UNCONDITIONAL_SINCE],
        group=cells[Field.GROUP] or mapping.group,
        member=Period(since, until),
    )
    return entry, problems


def _read_day(text: str, problems: list[Remark]) -> date | None:
    day = parse_day(text) if text else None
    if text and day is None:
        problems.append(Remark("bad_day", {"text": text}))
    return day
