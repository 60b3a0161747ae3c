"""A small practice in a real file, and a way to see all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

import pytest

from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.people import Participant, PersonName
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.agenda import AgendaService
from intervisie_desktop.services.agreements import AgreementsService
from intervisie_desktop.services.attendance import AttendanceService
from intervisie_desktop.services.clients import ClientsService
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.holding import HoldingService
from intervisie_desktop.services.journal import JournalService
from intervisie_desktop.services.people import PeopleService
from intervisie_desktop.services.practice import PracticeService
from intervisie_desktop.services.sessions import SessionsService
from intervisie_desktop.services.undo import UndoService
from intervisie_desktop.storage.store import Store

TODAY = date(2026, 10, 13)
NOT_DATA = {"journal", "number_series", "alembic_version", "sqlite_sequence"}


@dataclass
class House:
    """All services over one real store, at a fixed moment."""

    store: Store
    clock: FixedClock = field(default_factory=lambda: FixedClock(datetime(2026, 10, 13, 8, 55)))
    ids: SeededIds = field(default_factory=SeededIds)

    def __post_init__(self):
        parts = (self.store, self.clock, self.ids)
        self.agenda = AgendaService(*parts)
        self.agreements = AgreementsService(*parts)
        self.attendance = AttendanceService(*parts)
        self.clients = ClientsService(*parts)
        self.groups = GroupsService(*parts)
        self.holding = HoldingService(*parts)
        self.people = PeopleService(*parts)
        self.practice = PracticeService(*parts)
        self.sessions = SessionsService(*parts)
        self.undo = UndoService(self.store)
        self.journal = JournalService(self.store)

    def dump(self):
        """Every row of every table with data."""
        with self.store.reading() as read:
            run = read.connection.exec_driver_sql
            names = run("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
            return {
                name: sorted(map(repr, run(f'SELECT * FROM "{name}"').fetchall()))
                for name in names
                if name not in NOT_DATA
            }

    def person(self, given="Noor", surname="Appelvink", **more):
        """A participant that is stored."""
        name = PersonName(given=given, surname=surname)
        return self.people.add(Participant(id="", name=name, **more)).value

    def group(self, *people, name="Ochtendgroep Utrecht", since=date(2026, 1, 1), **more):
        """A group that is stored, with members."""
        more = {"mode": Mode.ONLINE, "facilitator_id": "marit", **more}
        group = self.groups.add(Group(id="", name=name, **more)).value
        if people:
            self.groups.join(group.id, tuple(person.id for person in people), since)
        return group

    def session(self, group, day=TODAY, start=600, end=750):
        """A session that is planned."""
        return self.sessions.plan(self.sessions.draft(group.id, day, start, end)).value

    def held(self, group, day=TODAY, **more):
        """A session that took place."""
        return self.holding.hold(self.session(group, day, **more).id).value

    def at(self, session):
        """The roster of a session by name."""
        return {x.name.split()[0]: x.attendance for x in self.sessions.card(session.id).roster}


@pytest.fixture(scope="session")
def blank(tmp_path_factory):
    """A file with only the practice and its facilitator."""
    path = tmp_path_factory.mktemp("blank") / "leeg.intervisie"
    store = Store.create(path, bytes(32))
    with store.work("practice_made", final=True) as work:
        work.facilitators.add(Facilitator(id="marit", name="Marit Papierwilg"))
        work.practice.save(Practice(name="Praktijk Papierwilg", facilitator_id="marit"))
    store.close()
    return path


@pytest.fixture
def house(blank, tmp_path):
    """A practice of its own for each test."""
    path = tmp_path / "praktijk.intervisie"
    path.write_bytes(blank.read_bytes())
    store = Store.open(path, bytes(32))
    yield House(store)
    store.close()


@pytest.fixture
def refused():
    """The code of the refusal that a call ends in."""

    def code_of(call, *args, **kwargs):
        from intervisie_desktop.domain.errors import Refusal

        with pytest.raises(Refusal) as refusal:
            call(*args, **kwargs)
        return refusal.value.code

    return code_of


@pytest.fixture
def undone(house):
    """Runs an act and checks that undo gives back every row, and redo what it made."""

    def run(call, *args, **kwargs):
        before = house.dump()
        outcome = call(*args, **kwargs)
        after = house.dump()
        assert outcome.changes
        assert after != before
        house.undo.undo()
        assert house.dump() == before
        house.undo.redo()
        assert house.dump() == after
        return outcome

    return run
