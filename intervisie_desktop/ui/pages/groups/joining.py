"""What the tab Deelnemers shows and does: dated membership, and letting people in; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from intervisie_desktop.domain.duplicates import Identity, PeopleIndex
from intervisie_desktop.domain.groups import MemberRole
from intervisie_desktop.domain.naming import parse_name
from intervisie_desktop.domain.people import Participant, folded
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.services.composing import ComposingService
from intervisie_desktop.services.groups import GroupsService, Member
from intervisie_desktop.services.people import PeopleService, PersonRow
from intervisie_desktop.ui.pages.groups.composition import CompositionState, composition_state
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.text import counts, labels

NEW, SKIP = "new", "skip"
_ADDRESS = re.compile(r"[<(]?([^\s,;<>()]+@[^\s,;<>()]+)[>)]?")
_MOST_LINES = 60
_WORTH_SAYING = 40
_SURE = 85


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One membership in the table."""

    id: str
    participant_id: str
    name: str
    role: str
    period: str
    over: bool
    start: date | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One typed line: whom it may be, and what is chosen until the user says otherwise."""

    text: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class MembersState:
    """The table, and the membership that is open for correction."""

    lines: tuple[MemberLine, ...] = ()
    open_id: str = ""
    name: str = ""
    values: dict[str, Any] | None = None


class MembersView(Protocol):
    """What the presenter asks of the tab."""

    def show_state(self, state: MembersState) -> None:
        """Show the table and the open membership."""

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Show whom the typed lines may be."""

    def show_composition(self, state: CompositionState) -> None:
        """Show what the group is made of, or would be."""

    def clear_typed(self) -> None:
        """Empty the field for names."""


class MembersPresenter:
    """Lets people in, corrects when they belong, and lets them go."""

    def __init__(
        self,
        groups: GroupsService,
        people: PeopleService,
        composing: ComposingService,
        view: MembersView,
        desk: Desk,
    ) -> None:
        self._groups = groups
        self._composing = composing
        self._people = people
        self._view = view
        self._desk = desk
        self._group_id = ""
        self._open_id = ""
        self._members: tuple[Member, ...] = ()
        self._typed: dict[str, Participant] = {}
        self._known: PeopleIndex | None = None

    def show(self, group_id: str) -> None:
        """Show the memberships of a group."""
        self._group_id = group_id
        self._known = None
        self._members = self._groups.card(group_id).members
        ids = [m.membership.id for m in self._members]
        if self._open_id not in ids:
            self._open_id = ids[0] if ids else ""
        self._show()

    def select(self, membership_id: str) -> None:
        """Open another membership."""
        self._open_id = membership_id
        self._show()

    def change(self, name: str, value: Any) -> None:
        """Correct the begin, the end or the role of the open membership."""
        old = self._open().membership
        if name == "role":
            changed = replace(old, role=MemberRole(value))
        else:
            start = value if name == "start" else old.period.start
            end = value if name == "end" else old.period.end
            if start and end and end < start:
                self._desk.refuse("De laatste dag ligt voor de eerste; kijk de dagen na.")
                self._show()
                return
            changed = replace(old, period=Period(start, end))
        if changed != old:
            self._desk.perform(lambda: self._groups.change_membership(changed))

    def end_today(self) -> None:
        """The open membership ends today."""
        membership_id, today = self._open_id, self._desk.today()
        self._desk.perform(lambda: self._groups.leave(membership_id, today))

    def remove(self) -> None:
        """Take the open membership back, as a mistake."""
        membership_id = self._open_id
        self._desk.perform(lambda: self._groups.remove_membership(membership_id))

    def open_person(self) -> None:
        """Go to the participant of the open membership."""
        self._desk.go(Destination(Place.PARTICIPANTS, self._open().id))

    def typing(self, text: str) -> None:
        """Say of every typed line whom it may be."""
        lines = [" ".join(line.split()) for line in text.splitlines()]
        lines = [line for line in dict.fromkeys(lines) if line][:_MOST_LINES]
        rows = self._people.rows() if lines else ()
        today = self._desk.today()
        now = {m.id for m in self._members if today in m.membership.period}
        self._typed = {line: _person(line) for line in lines}
        self._view.show_proposals(tuple(self._proposal(line, rows, now) for line in lines))

    def compose(self, chosen: dict[str, str], since: date | None, role: str) -> None:
        """Show what the group would be with those who are chosen now."""
        if not self._group_id:
            return
        known = tuple(value for value in chosen.values() if value not in {NEW, SKIP})
        new = sum(1 for value in chosen.values() if value == NEW)
        found = self._composing.composition(
            self._group_id,
            since or self._desk.today(),
            known,
            unknown=new,
            role=MemberRole(role),
        )
        self._view.show_composition(composition_state(found, len(known) + new))

    def add(self, chosen: dict[str, str], since: date | None, role: str) -> None:
        """Let everyone in who was chosen, in one step."""
        known = tuple(value for value in chosen.values() if value not in {NEW, SKIP})
        new = tuple(self._typed[line] for line, value in chosen.items() if value == NEW)
        if not known and not new:
            return
        group_id, first = self._group_id, since or self._desk.today()
        done = self._desk.perform(
            lambda: self._groups.welcome(group_id, known, new, first, MemberRole(role))
        )
        if done is not None:
            self._view.clear_typed()

    def _proposal(self, line: str, rows: tuple[PersonRow, ...], now: set[str]) -> Proposal:
        person = self._typed[line]
        alike = self._alike(person)
        words = folded(person.name.plain or line).split()
        fitting = [row for row in rows if all(w in folded(row.name) for w in words)][:5]
        names = {row.id: row.name for row in rows}
        found = {i: names[i] for i in (*alike, *(row.id for row in fitting)) if i in names}
        members = [who for who in found if who in now]
        choices = [(who, name) for who, name in found.items() if who not in now]
        sure = [who for who, score in alike.items() if score >= _SURE and who in names]
        if person.name.surname:
            whole = folded(person.name.plain)
            sure += [row.id for row in fitting if folded(row.name).endswith(whole)]
        if not person.name.surname and len(choices) == 1:
            sure += [choices[0][0]]
        hint = ""
        chosen = next((who for who in sure if who not in now), NEW)
        if any(who in now for who in sure):
            chosen, hint = SKIP, f"{found[next(w for w in sure if w in now)]} is al lid."
        elif chosen == NEW and any(who in names for who in alike):
            resembling = counts.join([names[who] for who in alike if who in names][:3], "of")
            hint = f"Lijkt op {resembling}. Kies de bestaande deelnemer als dat dezelfde is."
            if all(who in now for who in alike):
                hint = f"Lijkt op {resembling}, die al lid is."
        elif members and chosen == NEW:
            hint = f"{found[members[0]]} is al lid."
        label = person.name.plain or line
        options = (
            *choices,
            (NEW, f"Nieuw: {label}"),
            (SKIP, "Overslaan"),
        )
        return Proposal(line, options, chosen, hint)

    def _alike(self, person: Participant) -> dict[str, int]:
        """Who in the practice may be the one typed, with how sure that is."""
        if self._known is None:
            self._known = self._people.known()
        found = self._known.like(Identity(id="", name=person.name, email=person.email))
        return {one.id: one.score for one in found if one.score >= _WORTH_SAYING}

    def _open(self) -> Member:
        return next(m for m in self._members if m.membership.id == self._open_id)

    def _show(self) -> None:
        today = self._desk.today()
        lines = tuple(_line(member, today) for member in self._members)
        shown = [m for m in self._members if m.membership.id == self._open_id]
        values = None
        if shown:
            membership = shown[0].membership
            values = {
                "start": membership.period.start,
                "end": membership.period.end,
                "role": membership.role.value,
            }
        name = shown[0].name if shown else ""
        self._view.show_state(MembersState(lines, self._open_id, name, values))


def _line(member: Member, today: date) -> MemberLine:
    period = member.membership.period
    return MemberLine(
        id=member.membership.id,
        participant_id=member.id,
        name=member.name,
        role=labels.word(member.membership.role),
        period=_period(period, today),
        over=period.end is not None and period.end < today,
        start=period.start,
    )


def _period(period: Period, today: date) -> str:
    start = counts.day_short(period.start, year=True) if period.start else ""
    end = counts.day_short(period.end, year=True) if period.end else ""
    if not end:
        if not start:
            return "altijd"
        return f"vanaf {start}" if period.start and period.start > today else f"sinds {start}"
    return f"{start} – {end}" if start else f"tot en met {end}"


def _person(line: str) -> Participant:
    """The participant a typed or pasted line stands for: a name, maybe with an address."""
    found = _ADDRESS.search(line)
    rest = line.replace(found[0], "") if found else line
    name = " ".join(rest.replace(";", " ").split()).strip(" ,-")
    return Participant(id="", name=parse_name(name), email=found[1] if found else "")
