"""What is billable: whose rate, who pays, what an absence costs, by when, and why not yet."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.billing import (
    _ZONE,
    BillableKind,
    BillingBook,
    HeldReason,
    billables,
    renamed_key,
)
from intervisie_desktop.domain.cancellation import CancellationStep, CancellationTerms
from intervisie_desktop.domain.clients import Address, Client
from intervisie_desktop.domain.groups import Group, MemberRole, Membership, Mode
from intervisie_desktop.domain.people import Employment, Participant, PersonName
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Product, Rate, RateKind, RateQuestion, rate_for
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.law import vat_regime

DAY = date(2026, 1, 28)
TODAY = date(2026, 3, 1)
HOME = Address(lines="Kade 1", postcode="1234 AB", city="Breda")
PER_SESSION = Rate(id="t1", kind=RateKind.PARTICIPANT_SESSION, amount=16_500)
TERMS = CancellationTerms(
    id="v1",
    steps=(CancellationStep(days=30), CancellationStep(days=14, amount=3_500)),
)


def someone(key, **more):
    return Participant(id=key, name=PersonName(given=key.title(), surname="Appelvink"), **more)


def there(person, state=AttendanceState.PRESENT, **more):
    return Attendance(id=f"a-{person}", session_id="s", participant_id=person, state=state, **more)


def session(**more):
    fields = {"id": "s", "group_id": "g", "day": DAY, "start": 600, "end": 750}
    return Session(**{**fields, "state": SessionState.CLOSED, **more})


def book(*attendances, rates=(PER_SESSION,), one=None, group=None, **more):
    group = group or Group(id="g", name="Ochtendgroep")
    work = {"noor": "kantoor", "bram": "kantoor", "isa": "maatschap"}
    fields = {
        "sessions": (one or session(),),
        "groups": {"g": group},
        "people": {key: someone(key) for key in ("noor", "bram", "isa", "los")},
        "clients": {
            "kantoor": Client(id="kantoor", name="Kantoor", address=HOME),
            "maatschap": Client(id="maatschap", name="Maatschap", address=HOME),
        },
        "employments": {
            key: (Employment(id=key, participant_id=key, employer="", client_id=client),)
            for key, client in work.items()
        },
        "attendances": {"s": attendances or (there("noor"),)},
        "rates": rates,
        "regime": vat_regime(),
        "today": TODAY,
    }
    return BillingBook(**{**fields, **more})


def made(one, until=TODAY):
    return billables(one, until)


def test_the_employer_pays_for_its_people_by_the_fifteenth_of_the_next_month():
    found = made(book(there("noor"), there("bram"), there("isa")))

    assert sorted((b.client_id, b.unit_price, b.rate) for b in found) == [
        ("kantoor", 16_500, 2_100), ("kantoor", 16_500, 2_100), ("maatschap", 16_500, 2_100)
    ]  # fmt: skip
    assert {b.deadline for b in found} == {date(2026, 2, 15)}
    assert {b.name for b in found} >= {"N. Appelvink"}


def test_who_works_elsewhere_by_then_is_paid_for_by_the_employer_of_that_day():
    moved = (
        Employment(id="1", participant_id="noor", employer="", client_id="kantoor",
                   period=Period(None, date(2026, 1, 27))),
        Employment(id="2", participant_id="noor", employer="", client_id="maatschap",
                   period=Period(date(2026, 1, 28))),
    )  # fmt: skip

    assert made(book(employments={"noor": moved}))[0].client_id == "maatschap"


def test_a_payer_of_ones_own_goes_before_the_group_and_the_employer():
    people = {"noor": someone("noor", payer_id="maatschap"), "bram": someone("bram")}
    group = Group(id="g", name="In huis", client_id="kantoor")

    found = made(book(there("noor"), there("bram"), people=people, group=group))

    assert {b.participant_id: b.client_id for b in found} == {
        "noor": "maatschap", "bram": "kantoor"
    }  # fmt: skip


def test_what_is_settled_is_not_billable_again():
    key = made(book())[0].key

    assert made(book(settled=frozenset({key}))) == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"rates": (replace(PER_SESSION, product=Product.TRAINING),)}, HeldReason.NO_RATE),
        ({"employments": {}}, HeldReason.NO_PAYER),
        ({"one": session(state=SessionState.HELD)}, HeldReason.NOT_CLOSED),
        ({"one": session(state=SessionState.PLANNED)}, HeldReason.NOT_HELD),
        ({"clients": {"kantoor": Client(id="kantoor", name="K")}}, HeldReason.CLIENT_INCOMPLETE),
    ],
)
def test_why_something_is_held_back(change, reason):
    assert [b.held for b in made(book(**change))] == [reason]


def test_nothing_is_asked_of_days_before_there_were_rates():
    later = replace(PER_SESSION, period=Period(date(2026, 2, 1)))

    assert made(book(rates=(later,))) == ()


def test_a_session_still_to_come_is_not_billable():
    assert made(book(one=session(state=SessionState.PLANNED, day=date(2026, 3, 2))), date.max) == ()


@pytest.mark.parametrize(
    ("notice", "price"),
    [
        (datetime(2025, 12, 29, 10), 0),
        (datetime(2025, 12, 29, 10, 1), 3_500),
        (datetime(2026, 1, 14, 10), 3_500),
        (datetime(2026, 1, 14, 10, 1), 16_500),
        (datetime(2026, 1, 28, 12), 16_500),
    ],
)
def test_what_an_absence_costs_counts_from_the_moment_of_the_notice(notice, price):
    away = there("noor", AttendanceState.EXCUSED, notified_at=notice.replace(tzinfo=_ZONE))

    found = made(book(away, terms=(TERMS,)))

    assert [(b.unit_price, b.kind) for b in found] == (
        [(price, BillableKind.LATE_NOTICE)] if price else []
    )


def test_a_notice_without_its_moment_waits_for_it():
    found = made(book(there("noor", AttendanceState.EXCUSED), terms=(TERMS,)))

    assert found[0].held is HeldReason.NOTICE_UNKNOWN


def test_without_terms_notice_is_free_and_a_no_show_is_not():
    found = made(
        book(there("noor", AttendanceState.EXCUSED), there("bram", AttendanceState.ABSENT))
    )

    assert [(b.participant_id, b.kind) for b in found] == [("bram", BillableKind.NO_SHOW)]


def test_a_price_per_year_is_billed_once_per_member_at_the_first_session():
    year = Rate(id="t", kind=RateKind.PARTICIPANT_YEAR, amount=30_000)
    members = tuple(
        Membership(id=key, group_id="g", participant_id=key, role=role, period=period)
        for key, role, period in [
            ("noor", MemberRole.MEMBER, Period()),
            ("bram", MemberRole.GUEST, Period()),
            ("isa", MemberRole.MEMBER, Period(date(2026, 2, 10))),
        ]
    )
    two = (session(), session(id="s2", day=date(2026, 2, 20)))

    found = made(book(rates=(year,), sessions=two, memberships={"g": members}))

    assert [(b.key, b.served_on) for b in found] == [
        ("py:2026:g:noor", DAY), ("py:2026:g:isa", date(2026, 2, 10))
    ]  # fmt: skip


def test_a_part_of_the_day_is_at_most_four_hours():
    part = Rate(id="t", kind=RateKind.DAYPART, amount=50_000, group_id="g")
    group = Group(id="g", name="In huis", client_id="kantoor")

    def quantity(end):
        return made(book(rates=(part,), one=session(end=end), group=group))[0].quantity

    assert [quantity(840), quantity(841)] == [1_000, 2_000]


def test_travel_is_for_the_client_of_a_group_that_meets_on_location():
    group = Group(id="g", name="In huis", client_id="kantoor")
    fixed = Rate(id="f", kind=RateKind.GROUP_SESSION, amount=80_000)
    travel = Rate(id="r", kind=RateKind.TRAVEL_KM, amount=23, quantity=84_000)

    found = made(book(rates=(fixed, travel), group=group))
    online = made(book(rates=(fixed, travel), group=group, one=session(mode=Mode.ONLINE)))

    assert {b.kind for b in found} == {BillableKind.SESSION, BillableKind.TRAVEL}
    assert {b.kind for b in online} == {BillableKind.SESSION}


@pytest.mark.parametrize(("by_client", "prices"), [(True, [3_500]), (False, [])])
def test_only_the_client_pays_for_cancelling_a_session(by_client, prices):
    group = Group(id="g", name="In huis", client_id="kantoor")
    rate = Rate(id="f", kind=RateKind.GROUP_SESSION, amount=80_000)
    off = session(
        state=SessionState.CANCELLED,
        cancelled_by_client=by_client,
        cancelled_at=datetime(2026, 1, 10, tzinfo=_ZONE),
    )

    found = made(book(rates=(rate,), group=group, one=off, terms=(TERMS,)))

    assert [b.unit_price for b in found] == prices


def test_the_closest_rate_holds():
    rates = (
        PER_SESSION,
        replace(PER_SESSION, id="t2", client_id="kantoor", amount=2),
        replace(PER_SESSION, id="t3", group_id="g", amount=3),
        replace(PER_SESSION, id="t4", participant_id="noor", amount=4),
        replace(PER_SESSION, id="t5", participant_id="noor", amount=5, period=Period(TODAY)),
    )

    def amount(person, group, client):
        question = RateQuestion(
            on=DAY, product=Product.INTERVISIE, group_id=group, client_id=client,
            participant_id=person,
        )  # fmt: skip
        return rate_for(rates, question).amount

    assert [
        amount("noor", "g", "kantoor"), amount("bram", "g", "kantoor"),
        amount("bram", "g2", "kantoor"), amount("bram", "g2", None),
    ] == [4, 3, 2, 16_500]  # fmt: skip


def test_two_rates_for_the_same_on_the_same_day_clash():
    later = replace(PER_SESSION, id="t2", period=Period(DAY))
    ended = replace(PER_SESSION, period=Period(None, date(2026, 1, 27)))

    assert PER_SESSION.clashes(later)
    assert not ended.clashes(later)
    assert not PER_SESSION.clashes(replace(later, group_id="g"))
    assert not PER_SESSION.clashes(replace(later, kind=RateKind.TRAVEL))


def test_a_key_follows_a_participant_that_was_merged():
    assert renamed_key("ps:s:p2", "p2", "p1") == "ps:s:p1"
    assert renamed_key("ps:s:p22", "p2", "p1") == "ps:s:p22"


def test_an_exempt_rate_bills_without_btw():
    rate = replace(PER_SESSION, category=VatCategory.EDUCATION)

    assert made(book(rates=(rate,)))[0].rate == 0
