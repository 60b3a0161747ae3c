"""An invented practice with a few meetings behind it, and the service under test."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.groups import Group, Membership, Mode
from intervisie_desktop.domain.people import Participant, PersonName, Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host import signing
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.certification.values import Choice, PaperOptions, Wanted
from intervisie_desktop.storage.store import Store

KEY = bytes(range(32))
SIGNING = bytes(range(32, 64))
PEOPLE = (
    ("p1", PersonName(given="Merel", surname="Ganzerik", title_before="mr.")),
    ("p2", PersonName(given="Ruben", prefix="van den", surname="Vuurdoorn")),
    ("p3", PersonName(given="Tess", surname="Wolkendek")),
    ("p4", PersonName(given="Stijn", surname="Berkenblad")),
)
DAYS = (date(2026, 2, 10), date(2026, 4, 23), date(2026, 6, 16), date(2026, 10, 6))


def a_practice(**changes):
    return replace(
        Practice(
            name="Praktijk Papierwilg",
            tagline="Begeleiding van intervisie",
            address=Address(city="Voorbeeldstad"),
            email="marit@papierwilg.example",
            facilitator_id="f1",
            public_key=signing.public_key(SIGNING).hex(),
        ),
        **changes,
    )


def a_session(index, day, **changes):
    return replace(
        Session(
            id=f"s{index}",
            group_id="g1",
            day=day,
            start=600,
            end=720 if index in {2, 3} else 750,
            state=SessionState.CLOSED,
            mode=Mode.ONLINE,
            facilitator_id="f1",
            description="Verdeling werk en privé." if index == 1 else "Urendruk.",
            confidentiality_on=day,
            confidentiality_at=598,
            list_signed=True,
        ),
        **changes,
    )


def an_attendance(session, person, **changes):
    return replace(
        Attendance(
            id=f"a-{session.id}-{person}",
            session_id=session.id,
            participant_id=person,
            state=AttendanceState.PRESENT,
            intervals=(Interval(session.start, session.end),),
            contribution=True,
            confidentiality=True,
            closed_room=True,
            identity_checked=True,
            online_agreed=True,
            presence_checked=True,
        ),
        **changes,
    )


def fill(store, **practice):
    """Four people; Stijn missed the last meeting and has 6,5 uur."""
    with store.work("start") as work:
        work.facilitators.add(Facilitator(id="f1", name="Marit Papierwilg", academic=True))
        work.practice.save(a_practice(**practice))
        work.secrets.set("signing_key", SIGNING)
        work.designations.add(
            Designation(
                id="d1",
                facilitator_id="f1",
                register="NOvA",
                period=Period(date(2024, 3, 1), date(2029, 2, 28)),
            )
        )
        work.groups.add(
            Group(
                id="g1", name="Arbeidsrecht Online", code="AO", profiles=("nova_intervisie",),
                mode=Mode.ONLINE, facilitator_id="f1",
            )
        )  # fmt: skip
        for person, name in PEOPLE:
            email = "" if person == "p3" else f"{name.given.lower()}@voorbeeld.example"
            work.participants.add(
                Participant(id=person, name=name, email=email, profession="advocaat")
            )
            work.registrations.add(
                Registration(
                    id=f"r{person}",
                    participant_id=person,
                    register="BAR",
                    number=f"A{person[1:]}0123",
                    unconditional_since=date(2015, 1, 1),
                )
            )
            work.memberships.add(Membership(id=f"m{person}", group_id="g1", participant_id=person))
        for index, day in enumerate(DAYS, 1):
            session = a_session(index, day)
            work.sessions.add(session)
            for person, _ in PEOPLE:
                if (person, index) != ("p4", 4):
                    work.attendances.add(an_attendance(session, person))


class House:
    """A store in a folder, a clock that stands still, and the service over both."""

    def __init__(self, path, moment=datetime(2026, 10, 13, 9, 0), documents=None, **practice):
        self.path = path
        self.clock = FixedClock(moment)
        self.store = Store.create(path, KEY)
        fill(self.store, **practice)
        self.service = CertificatesService(self.store, self.clock, SeededIds(), documents=documents)

    def candidate(self, person="p1", **wanted):
        groups = self.service.candidates(
            Wanted(**{"year": 2026, "participant_id": person} | wanted)
        )
        return groups[0].candidates[0]

    def key(self, person="p1", **wanted):
        return self.candidate(person, **wanted).key

    def issue(self, *people, reason="", options=None, **wanted):
        choices = [Choice(key=self.key(person, **wanted), reason=reason) for person in people]
        return self.service.issue(choices, options or PaperOptions()).value

    def numbers(self):
        return [line.number for line in reversed(self.service.register())]

    def next_day(self, days=1):
        self.clock.moment += timedelta(days=days)
