"""What the demo is made with: a batch of records to write, and a cast that invents people."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from intervisie_desktop.domain.agenda import BusyTime, FreePeriod
from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.clients import Client, Contact
from intervisie_desktop.domain.groups import Agreement, AgreementSignature, Group, Membership, Mode
from intervisie_desktop.domain.people import Employment, Participant, PersonName, Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.store import Work


@dataclass
class Batch:
    """Records in the making; written all at once, those that others point to first."""

    clients: list[Client] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    designations: list[Designation] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    employments: list[Employment] = field(default_factory=list)
    registrations: list[Registration] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    agreement_signatures: list[AgreementSignature] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)
    busy_times: list[BusyTime] = field(default_factory=list)
    free_periods: list[FreePeriod] = field(default_factory=list)

    def write(self, work: Work) -> None:
        """Adds everything."""
        work.clients.add_all(self.clients)
        work.contacts.add_all(self.contacts)
        work.designations.add_all(self.designations)
        work.participants.add_all(self.participants)
        work.employments.add_all(self.employments)
        work.registrations.add_all(self.registrations)
        work.groups.add_all(self.groups)
        work.memberships.add_all(self.memberships)
        work.agreements.add_all(self.agreements)
        work.agreement_signatures.add_all(self.agreement_signatures)
        work.sessions.add_all(self.sessions)
        work.attendances.add_all(self.attendances)
        work.busy_times.add_all(self.busy_times)
        work.free_periods.add_all(self.free_periods)


class Cast:
    """Invents people and what goes with them, always in the same order for the same seed."""

    def __init__(
        self,
        chance: random.Random,
        ids: Ids,
        today: date,
        data: dict[str, Any],
        batch: Batch,
    ) -> None:
        self.chance = chance
        self.today = today
        self.data = data
        self.words: dict[str, list[str]] = data["words"]
        self.batch = batch
        self._ids = ids
        self._names: set[str] = {name for group in data["group"] for name in group["members"]}
        self._sequence = 0

    def new(self, prefix: str) -> str:
        """A new id."""
        return self._ids.new(prefix)

    def pick(self, words: str) -> str:
        """One of the words of this list."""
        return self.chance.choice(self.words[words])

    def name(self) -> PersonName:
        """A name nobody here has yet."""
        while True:
            name = PersonName(
                given=self.pick("given"),
                prefix=self.pick("prefixes"),
                surname=self.pick("surname_starts") + self.pick("surname_ends"),
            )
            if name.plain not in self._names:
                self._names.add(name.plain)
                return name

    def person(self, name: PersonName, function: str, office: str, since: date) -> Participant:
        """A lawyer with an office and a registration, long enough to be bound by the rules."""
        self._sequence += 1
        mailbox = f"{name.given}.{name.surname}".casefold()
        person = Participant(
            id=self.new("p"),
            name=PersonName(
                given=name.given, prefix=name.prefix, surname=name.surname, title_before="mr."
            ),
            email=f"{''.join(c for c in mailbox if c.isascii())}@post.example",
            profession="advocaat",
        )
        self.batch.participants.append(person)
        self.batch.employments.append(
            Employment(
                id=self.new("e"),
                participant_id=person.id,
                employer=office,
                function=function,
                period=Period(date(since.year - 3, 1, 1)),
            )
        )
        self.batch.registrations.append(
            Registration(
                id=self.new("r"),
                participant_id=person.id,
                register="BAR",
                number=f"V{self._sequence:05}",
                period=Period(date(since.year - 6, 1, 1)),
                unconditional_since=date(since.year - 3, 1, 1),
            )
        )
        return person

    def joins(self, group: Group, person: Participant, period: Period) -> None:
        """The person belongs to the group in this period."""
        self.batch.memberships.append(
            Membership(id=self.new("m"), group_id=group.id, participant_id=person.id, period=period)
        )

    def agrees(self, group: Group, people: list[Participant], day: date) -> None:
        """The group made an agreement that these people and the facilitator signed."""
        agreement = Agreement(
            id=self.new("ag"),
            group_id=group.id,
            agreed_on=day,
            scope="Wat hier wordt gezegd blijft hier, ook tegenover kantoorgenoten.",
        )
        self.batch.agreements.append(agreement)
        for person in people:
            self.batch.agreement_signatures.append(
                AgreementSignature(
                    id=self.new("sig"),
                    agreement_id=agreement.id,
                    signed_on=day,
                    participant_id=person.id,
                )
            )
        self.batch.agreement_signatures.append(
            AgreementSignature(
                id=self.new("sig"),
                agreement_id=agreement.id,
                signed_on=day,
                facilitator_id=group.facilitator_id,
            )
        )

    def present(self, session: Session, person: Participant, *, brought_in: bool) -> Attendance:
        """Somebody who was there from start to end with every check in order."""
        online = session.mode is not Mode.ON_LOCATION
        return Attendance(
            id=self.new("a"),
            session_id=session.id,
            participant_id=person.id,
            state=AttendanceState.PRESENT,
            intervals=(Interval(session.start, session.end),),
            contribution=brought_in,
            theme=self.pick("themes") if brought_in else "",
            action=True,
            prepared=True,
            confidentiality=True,
            closed_room=online,
            identity_checked=online,
            online_agreed=online,
            presence_checked=online,
            safe=True,
        )


def workday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
