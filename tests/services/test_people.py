from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.duplicates import Identity, Resemblance
from intervisie_desktop.domain.people import (
    Absence,
    AbsenceKind,
    Employment,
    Participant,
    PersonName,
    Registration,
    Relation,
    RelationKind,
)
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.services.people import Job


def test_a_participant_comes_with_their_work(house, undone):
    person = Participant(id="", name=PersonName(given=" Jan ", prefix="van  den", surname="Berg"))
    outcome = undone(house.people.add, person, Job(employer="Eikenblad", function="advocaat"))
    assert outcome.changes.subjects == {Subject.PARTICIPANT}
    (row,) = house.people.rows()
    assert (row.listed, row.employer, row.function) == (
        "Berg, Jan van den",
        "Eikenblad",
        "advocaat",
    )


def test_people_stand_in_dutch_order(house):
    house.person("Cor", "Citroen")
    house.people.add(
        Participant(id="", name=PersonName(given="Jan", prefix="van den", surname="Berg"))
    )
    house.person("Åsa", "Ärlig")
    assert [row.name for row in house.people.rows()] == [
        "Åsa Ärlig",
        "Jan van den Berg",
        "Cor Citroen",
    ]


def test_a_name_is_needed(house, refused):
    blank = Participant(id="", name=PersonName(prefix=" ", title_before="mr."))
    assert refused(house.people.add, replace(blank, name=PersonName())) == "name_missing"


def test_changing_somebody_who_is_gone_is_refused(house, refused):
    nobody = Participant(id="p-x", name=PersonName(given="Bo"))
    assert refused(house.people.change, nobody) == "gone"


def test_a_new_employer_ends_the_work_until_then(house, undone, refused):
    person = house.people.add(
        Participant(id="", name=PersonName(given="Bo")),
        Job(employer="Eik", since=date(2020, 1, 1)),
    ).value
    undone(house.people.change_employer, person.id, Job(employer="Beuk", since=date(2026, 3, 1)))
    work = house.people.card(person.id).employments
    assert [(w.employer, w.period) for w in work] == [
        ("Beuk", Period(date(2026, 3, 1), None)),
        ("Eik", Period(date(2020, 1, 1), date(2026, 2, 28))),
    ]
    late = Job(employer="Den", since=date(2026, 3, 1))
    assert refused(house.people.change_employer, person.id, late) == "employment_before_previous"
    undated = Job(employer="Den")
    assert refused(house.people.change_employer, person.id, undated) == "employment_since_missing"


@pytest.mark.parametrize(
    ("detail", "noun"),
    [
        (Employment(id="", participant_id="", employer="Eik"), "employment"),
        (Registration(id="", participant_id="", register="BAR", number="A1"), "registration"),
        (
            Absence(
                id="",
                participant_id="",
                kind=AbsenceKind.ILLNESS,
                period=Period(date(2026, 1, 1), date(2026, 8, 1)),
            ),
            "absence",
        ),
    ],
)
def test_details_come_change_and_go(house, undone, detail, noun):
    person = house.person()
    added = undone(house.people.put, replace(detail, participant_id=person.id))
    assert added.act == f"{noun}_added"
    longer = replace(added.value, period=Period(date(2025, 12, 1), date(2026, 9, 1)))
    assert undone(house.people.put, longer).act == f"{noun}_changed"
    assert undone(house.people.take_away, longer).act == f"{noun}_removed"


def test_absences_do_not_overlap(house, refused):
    person = house.person()
    period = Period(date(2026, 1, 1), date(2026, 8, 1))
    absence = Absence(id="", participant_id=person.id, kind=AbsenceKind.ILLNESS, period=period)
    house.people.put(absence)
    assert refused(house.people.put, absence) == "absence_overlaps"


def test_nobody_is_their_own_manager(house, refused, undone):
    boss, clerk = house.person("Bo"), house.person("Ko")
    tie = Relation(id="", first_id=boss.id, second_id=clerk.id, kind=RelationKind.MANAGER)
    saved = undone(house.people.put, tie).value
    assert house.people.card(clerk.id).others == {boss.id: boss.name.plain}
    assert refused(house.people.put, replace(saved, second_id=boss.id)) == "relation_to_self"
    undone(house.people.take_away, saved)


def test_who_is_archived_leaves_the_groups_today(house, undone):
    person = house.person()
    group = house.group(person)
    undone(house.people.archive, person.id)
    (member,) = house.groups.card(group.id).members
    assert (member.archived, member.membership.period.end) == (True, date(2026, 10, 13))
    assert house.people.rows() == ()
    undone(house.people.restore, person.id)
    assert [row.id for row in house.people.rows()] == [person.id]


def test_who_was_at_a_session_is_not_removed(house, refused, undone):
    stays, goes = house.person("Bo"), house.person("Ko")
    house.held(house.group(stays))
    assert refused(house.people.remove, stays.id) == "participant_has_history"
    undone(house.people.remove, goes.id)


def test_somebody_who_is_typed_again_is_recognised(house):
    noor = house.person("Noor", "Appelvink", email="noor@post.example")
    house.people.put(Registration(id="", participant_id=noor.id, register="BAR", number="A1"))
    house.people.put(Employment(id="", participant_id=noor.id, employer="Eik"))
    house.people.archive(noor.id)
    known = house.people.known()
    typed = Identity(id="", name=PersonName(initials="N.", surname="Appelvink"), employers=("Eik",))
    assert [(x.id, x.reason) for x in known.like(typed)] == [
        (noor.id, Resemblance.SAME_INITIALS_AND_EMPLOYER)
    ]
    numbered = Identity(id="", name=PersonName(surname="Anders"), numbers=(("BAR", "A1"),))
    assert known.like(numbered)[0].reason is Resemblance.SAME_NUMBER
    assert known.like(Identity(id="", name=PersonName(given="Bo", surname="Beuk"))) == ()


def test_who_is_known_is_kept_until_a_participant_changes(house):
    house.person("Noor", "Appelvink")
    assert not house.people.knows
    assert house.people.known() is house.people.known()
    person = Participant(id="", name=PersonName(given="Joris", surname="Kastanjelaar"))
    house.people.add(person)
    assert not house.people.knows
    (like,) = house.people.known().like(Identity(id="", name=person.name))
    assert like.reason is Resemblance.SAME_NAME
