from dataclasses import replace
from datetime import date, datetime

import pytest

from intervisie_desktop.domain.attendance import AttendanceState, Interval
from intervisie_desktop.domain.certificates import Certificate, CertificateKind
from intervisie_desktop.domain.findings import FindingException
from intervisie_desktop.domain.groups import Agreement
from intervisie_desktop.domain.people import Employment, Registration, Relation, RelationKind
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.services.merging import also_known_as

DAY = date(2026, 4, 16)


@pytest.fixture
def keep(house):
    return house.person("Noor", "Appelvink", email="noor@voorbeeld.example")


@pytest.fixture
def drop(house):
    return house.person("N.", "Appelvink", email="n@voorbeeld.example", profession="advocaat")


def a_certificate(house, person, sequence):
    certificate = Certificate(
        id=f"cert-{sequence}",
        number=f"2026-00{sequence}",
        year=2026,
        sequence=sequence,
        kind=CertificateKind.YEAR,
        participant_id=person.id,
        group_id=None,
        session_id=None,
        covers_year=2026,
        issued_on=DAY,
        issued_at=datetime(2026, 4, 16, 12, 0),
        profile="vrij",
        edition=None,
        minutes=120,
        snapshot="{}",
        sha256="0",
        statement="",
        control_code="",
    )
    with house.store.work("certificate_issued", final=True) as work:
        work.certificates.add(certificate)


def test_everything_moves_in_one_step(house, keep, drop, undone):
    group = house.group(drop)
    session = house.held(group, DAY)
    boss = house.person("Bo")
    for detail in (
        Employment(id="", participant_id=drop.id, employer="Eik"),
        Registration(id="", participant_id=drop.id, register="BAR", number="A1"),
        Relation(id="", first_id=boss.id, second_id=drop.id, kind=RelationKind.MANAGER),
    ):
        house.people.put(detail)
    preview = house.people.merge_preview(keep.id, drop.id)
    assert (preview.memberships, preview.attendances, preview.employments) == (1, 1, 1)
    assert (preview.registrations, preview.relations, preview.refusal) == (1, 1, "")
    merged = undone(house.people.merge, keep.id, drop.id).value
    assert (merged.email, merged.profession) == ("noor@voorbeeld.example", "advocaat")
    card = house.people.card(keep.id)
    assert [w.employer for w in card.employments] == ["Eik"]
    assert [r.number for r in card.registrations] == ["A1"]
    assert [r.first_id for r in card.relations] == [boss.id]
    assert [g.id for _, g in card.memberships] == [group.id]
    assert house.at(session)["Noor"].state is AttendanceState.PRESENT
    assert {row.id for row in house.people.rows()} == {keep.id, boss.id}


def test_memberships_that_touch_become_one(house, keep, drop, undone):
    group = house.group(keep)
    (member,) = house.groups.card(group.id).members
    house.groups.leave(member.membership.id, date(2026, 6, 30))
    house.groups.join(group.id, (drop.id,), date(2026, 7, 1))
    undone(house.people.merge, keep.id, drop.id)
    (merged,) = house.groups.card(group.id).members
    assert merged.membership.period == Period(date(2026, 1, 1), None)


def test_memberships_apart_stay_apart(house, keep, drop):
    group = house.group(keep)
    (member,) = house.groups.card(group.id).members
    house.groups.leave(member.membership.id, date(2026, 3, 1))
    house.groups.join(group.id, (drop.id,), date(2026, 7, 1))
    house.people.merge(keep.id, drop.id)
    assert len(house.groups.card(group.id).members) == 2


def test_two_different_attendances_of_one_session_are_refused(house, keep, drop, refused):
    session = house.held(house.group(keep, drop), DAY)
    house.attendance.set_times(session.id, drop.id, [Interval(600, 700)])
    assert house.people.merge_preview(keep.id, drop.id).clashes == (DAY,)
    before = house.dump()
    assert refused(house.people.merge, keep.id, drop.id) == "merge_attendance_clash"
    assert house.dump() == before


def test_the_attendance_that_says_most_is_kept(house, keep, drop):
    session = house.held(house.group(keep, drop), DAY)
    house.attendance.mark_expected(session.id, keep.id)
    house.people.merge(keep.id, drop.id)
    assert house.at(session)["Noor"].intervals == (session.interval,)


def test_what_both_have_is_kept_once(house, keep, drop, undone):
    group = house.group(keep, drop)
    agreement = house.agreements.add(Agreement(id="", group_id=group.id, agreed_on=DAY)).value
    house.agreements.sign(agreement.id, (keep.id, drop.id), DAY)
    for person in (keep, drop):
        house.people.put(Registration(id="", participant_id=person.id, register="BAR", number="A1"))
        house.people.put(Employment(id="", participant_id=person.id, employer="Eik"))
    tie = Relation(id="", first_id=keep.id, second_id=drop.id, kind=RelationKind.COLLEAGUE)
    house.people.put(tie)
    undone(house.people.merge, keep.id, drop.id)
    card = house.people.card(keep.id)
    counts = len(card.registrations), len(card.employments), len(card.relations)
    assert counts == (1, 1, 0)
    assert len(house.agreements.of_group(group.id)[0].signatures) == 1


def test_a_reason_given_for_a_finding_moves_along(house, keep, drop):
    key = f"U04|nova|year|2026|{drop.id}|2026"
    with house.store.work("exception_made") as work:
        work.exceptions.add(
            FindingException(id="x", finding_key=key, code="U04", reason="ziek", made_on=DAY)
        )
    house.people.merge(keep.id, drop.id)
    with house.store.reading() as read:
        assert read.exceptions.get("x").finding_key == f"U04|nova|year|2026|{keep.id}|2026"


def test_who_has_certificates_is_the_one_to_keep(house, keep, drop, refused, undone):
    a_certificate(house, drop, 1)
    assert refused(house.people.merge, keep.id, drop.id) == "merge_other_way"
    undone(house.people.merge, drop.id, keep.id)


def test_when_both_have_certificates_the_other_is_archived(house, keep, drop, undone):
    a_certificate(house, keep, 1)
    a_certificate(house, drop, 2)
    third = house.person("Derde")
    a_certificate(house, third, 3)
    undone(house.people.merge, keep.id, drop.id)
    assert house.people.card(drop.id).person.archived
    with house.store.reading() as read:
        assert also_known_as(read, keep.id) == {keep.id, drop.id}
        assert read.certificates.get("cert-2").participant_id == drop.id
    house.people.merge(third.id, keep.id)
    with house.store.reading() as read:
        assert also_known_as(read, third.id) == {third.id, keep.id, drop.id}


def test_nobody_is_merged_with_themselves(house, keep, refused):
    assert refused(house.people.merge, keep.id, keep.id) == "merge_with_self"
    assert refused(house.people.merge, keep.id, "p-x") == "gone"


def test_notes_of_both_are_kept(house, keep, drop):
    house.people.change(replace(keep, note="belt liever"))
    house.people.change(replace(drop, note="komt met de trein"))
    assert house.people.merge(keep.id, drop.id).value.note == "belt liever\nkomt met de trein"
