"""A small practice in a real file, for the page Agenda: two groups that share a participant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.people import Participant, PersonName
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.storage.store import Store

TUESDAY = date(2026, 10, 20)


@dataclass(frozen=True)
class Taken:
    start: datetime
    end: datetime
    all_day: bool = False


@dataclass(frozen=True)
class AgendaHouse:
    services: Services
    care: Group
    crime: Group

    def session(self, group: Group, day: date = TUESDAY, start: int = 570, end: int = 750) -> str:
        sessions = self.services.sessions
        return sessions.plan(sessions.draft(group.id, day, start, end)).value.id

    def stored(self, session_id: str):
        return self.services.sessions.card(session_id).session

    def busy(self, *times: Taken, source: str = "prive.ics") -> None:
        self.services.agenda.import_busy(source, times)


@contextmanager
def agenda_house(folder: Path) -> Iterator[AgendaHouse]:
    store = Store.create(folder / "praktijk.intervisie", bytes(32))
    with store.work("practice_made", final=True) as work:
        work.facilitators.add(Facilitator(id="marit", name="Marit Papierwilg"))
        work.practice.save(Practice(name="Praktijk Papierwilg", facilitator_id="marit"))
    services = Services(store, FixedClock(datetime(2026, 10, 13, 8, 55)), SeededIds())
    person = services.people.add(
        Participant(id="", name=PersonName(given="Noor", surname="Appelvink"))
    ).value
    made = []
    for name, code, colour in (("Toezichthouders Zorg", "TZ", 4), ("Strafrecht Midden", "ST", 3)):
        draft = Group(
            id="",
            name=name,
            code=code,
            colour=colour,
            mode=Mode.ON_LOCATION,
            place="Zaal De Linde",
            facilitator_id="marit",
        )
        group = services.groups.add(draft).value
        services.groups.join(group.id, (person.id,), date(2026, 1, 1))
        made.append(group)
    yield AgendaHouse(services, *made)
    store.close()
