"""An invented practice with two payers and two meetings behind it, and the services of money."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.clients import Address, Client
from intervisie_desktop.domain.groups import Group, Membership, Mode
from intervisie_desktop.domain.invoices import InvoiceLine, InvoiceSettings
from intervisie_desktop.domain.people import Employment, Participant, PersonName
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.domain.rates import Rate, RateKind
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.storage.store import Store

KEY = bytes(range(32))
DAYS = (date(2026, 9, 10), date(2026, 10, 6))
WORK = {"noor": "appelvink", "bram": "appelvink", "tess": "wolkendek"}
NAMES = {"noor": ("Noor", "Appelvink"), "bram": ("Bram", "Regenwilg"), "tess": ("Tess", "Zeewind")}


def a_client(key, name, **changes):
    home = Address(lines="Vogelplein 12", postcode="3511 AB", city="Utrecht")
    fields = {
        "kvk_number": "12345678",
        "reference": "Intervisie 2026",
        "attention": "administratie",
    }
    return Client(**{"id": key, "name": name, "address": home, **fields, **changes})


def a_practice():
    return Practice(
        name="Praktijk Papierwilg",
        address=Address(lines="Kade 1", postcode="3512 CD", city="Utrecht"),
        email="marit@papierwilg.example",
        kvk_number="87654321",
        vat_number="NL000099998B57",
        iban="NL91 ABNA 0417 1643 00",
        facilitator_id="f1",
    )


def fill(store):
    """Noor and Bram of one office, Tess of another; two meetings, Bram missed the second."""
    with store.work("start") as work:
        work.facilitators.add(Facilitator(id="f1", name="Marit Papierwilg"))
        work.practice.save(a_practice())
        work.clients.add(a_client("appelvink", "Maatschap Appelvink"))
        work.clients.add(a_client("wolkendek", "Wolkendek Arbeidsrecht", kvk_number="11223344"))
        work.groups.add(Group(id="g1", name="Ochtendgroep Utrecht", mode=Mode.ONLINE))
        for person, (given, surname) in NAMES.items():
            name = PersonName(given=given, surname=surname)
            work.participants.add(Participant(id=person, name=name))
            work.employments.add(
                Employment(
                    id=f"e-{person}", participant_id=person, employer="", client_id=WORK[person]
                )
            )
            work.memberships.add(Membership(id=f"m-{person}", group_id="g1", participant_id=person))
        for index, day in enumerate(DAYS, 1):
            work.sessions.add(
                Session(
                    id=f"s{index}", group_id="g1", day=day, start=600, end=750, mode=Mode.ONLINE,
                    state=SessionState.CLOSED,
                )
            )  # fmt: skip
            work.attendances.add_all(
                Attendance(
                    id=f"a{index}-{person}",
                    session_id=f"s{index}",
                    participant_id=person,
                    state=AttendanceState.PRESENT,
                    intervals=(Interval(600, 750),),
                )
                for person in NAMES
                if (index, person) != (2, "bram")
            )
        work.rates.add(Rate(id="t1", kind=RateKind.PARTICIPANT_SESSION, amount=16_500))


class House:
    """The services over one real file at a fixed moment."""

    def __init__(self, path, moment=datetime(2026, 10, 13, 9, 0)):
        self.path = path
        self.clock = FixedClock(moment)
        self.ids = SeededIds()
        self.open(Store.create(path, KEY))
        fill(self.store)

    def open(self, store):
        self.store = store
        self.services = Services(store, self.clock, self.ids)
        s = self.services
        self.billing, self.concepts, self.invoices = s.billing, s.concepts, s.invoices
        self.payments, self.quotes, self.rates = s.payments, s.quotes, s.rates

    def settings(self, **changes):
        self.rates.keep_settings(replace(InvoiceSettings(), **changes))

    def concept(self, client="appelvink", *prices, category=VatCategory.STANDARD, **line):
        """A concept with free lines."""
        invoice = self.concepts.new(client).value
        for price in prices or (50_000,):
            fields = {"served_on": date(2026, 10, 6), "description": "Intervisie", **line}
            self.concepts.put_line(
                InvoiceLine(
                    id="", invoice_id=invoice.id, position=0, unit_price=price,
                    category=category, rate=0, **fields,
                )
            )  # fmt: skip
        return invoice.id

    def issued(self, *prices, client="appelvink", **line):
        """An issued invoice."""
        invoice_id = self.concept(client, *prices, **line)
        self.final(invoice_id)
        return invoice_id

    def final(self, *invoice_ids):
        done = self.invoices.finalise(invoice_ids).value
        assert not done.refused, done.refused
        return [one.number for one in done.made]

    def numbers(self):
        with self.store.reading() as read:
            return [one.number for one in read.issued_invoices.all()]

    def next_day(self, days=1):
        self.clock.moment += timedelta(days=days)
