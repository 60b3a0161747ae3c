from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.groups import Agreement, MemberRole
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.storage.reads.groups import GroupSize

SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)


@pytest.fixture
def noor(house):
    return house.person("Noor", "Appelvink")


def test_a_group_gets_a_code_a_colour_and_what_the_practice_chooses(house, undone):
    draft = house.groups.draft("Ochtendgroep Utrecht")
    assert (draft.code, draft.colour, draft.profiles) == ("OU", 0, ("nova_intervisie",))
    outcome = undone(house.groups.add, draft)
    assert outcome.changes.ids(Subject.GROUP) == {outcome.value.id}
    assert house.groups.suggest_colour() == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Familierecht Noord", "FN"),
        ("Toezichthouders in de Zorg", "TZ"),
        ("Strafrecht", "ST"),
        ("Ochtendgroep Utrecht Oost", "OO"),
        ("Élan vital", "EV"),
        ("", "AA"),
    ],
)
def test_codes_come_from_the_name_and_are_free(house, name, code):
    house.group(name="Ochtendgroep Utrecht")
    assert house.groups.suggest_code(name) == code


def test_a_code_is_two_signs_and_used_once(house, refused):
    group = house.group(name="Ochtendgroep Utrecht")
    other = replace(group, name="Andere")
    assert refused(house.groups.add, other) == "group_code_taken"
    assert refused(house.groups.add, replace(other, code="OUT")) == "group_code_form"
    assert refused(house.groups.add, replace(other, name=" ")) == "name_missing"
    assert refused(house.groups.add, replace(other, profiles=())) == "group_without_profile"


def test_a_group_comes_back_from_the_archive_under_a_free_code(house, undone):
    group = house.group(name="Ochtendgroep Utrecht")
    undone(house.groups.archive, group.id)
    house.group(name="Ochtendgroep Urk")
    assert undone(house.groups.restore, group.id).value.code != "OU"


def test_a_group_with_plans_is_not_archived(house, refused):
    group = house.group()
    house.session(group)
    assert refused(house.groups.archive, group.id) == "group_has_plans"


def test_a_group_that_met_is_not_removed(house, refused, undone, noor):
    group = house.group(noor)
    planned = house.session(group)
    undone(house.groups.remove, group.id)
    assert house.sessions.rows() == ()
    house.undo.undo()
    house.holding.hold(planned.id)
    assert refused(house.groups.remove, group.id) == "group_has_history"


def test_people_join_in_one_step(house, undone, refused, noor):
    group = house.group()
    joris = house.person("Joris")
    outcome = undone(house.groups.join, group.id, (noor.id, joris.id), SPRING)
    assert [m.period for m in outcome.value] == [Period(SPRING)] * 2
    assert refused(house.groups.join, group.id, (noor.id,), AUTUMN) == "already_member"


def test_who_left_may_join_again(house, undone, refused, noor):
    group = house.group(noor)
    membership = house.groups.card(group.id).members[0].membership
    undone(house.groups.leave, membership.id, SPRING)
    assert house.groups.size(group.id) == GroupSize(0, 0, 0)
    house.groups.join(group.id, (noor.id,), AUTUMN)
    assert len(house.groups.card(group.id).members) == 2
    assert refused(house.groups.leave, membership.id, AUTUMN) == "already_member"
    early = date(2025, 1, 1)
    assert refused(house.groups.leave, membership.id, early) == "leave_before_join"


def test_another_role_holds_from_its_day_on(house, undone, refused, noor):
    group = house.group(noor)
    membership = house.groups.card(group.id).members[0].membership
    undone(house.groups.change_role, membership.id, MemberRole.TRAINEE, AUTUMN)
    roles = [(m.membership.role, m.membership.period) for m in house.groups.card(group.id).members]
    assert roles == [
        (MemberRole.MEMBER, Period(date(2026, 1, 1), date(2026, 8, 31))),
        (MemberRole.TRAINEE, Period(AUTUMN, None)),
    ]
    assert house.groups.size(group.id) == GroupSize(0, 1, 0)
    late = refused(house.groups.change_role, membership.id, MemberRole.GUEST, AUTUMN)
    assert late == "role_outside_membership"


def test_a_membership_is_corrected_and_taken_back(house, undone, noor):
    group = house.group(noor)
    membership = house.groups.card(group.id).members[0].membership
    undone(house.groups.change_membership, replace(membership, period=Period(SPRING)))
    undone(house.groups.remove_membership, membership.id)
    assert house.groups.card(group.id).members == ()


def test_the_list_shows_size_and_next_date(house, noor):
    group = house.group(noor)
    house.session(group, date(2026, 11, 24))
    house.session(group, date(2026, 10, 20))
    house.session(group, date(2026, 2, 1))
    (row,) = house.groups.rows()
    assert (row.members, row.next_day) == (1, date(2026, 10, 20))


def test_the_year_of_a_group_has_guests_and_those_who_left(house, noor):
    group = house.group(noor)
    guest = house.person("Gast")
    session = house.held(group)
    house.attendance.mark_present(session.id, guest.id)
    year = house.groups.year(group.id, 2026)
    assert [m.name for m in year.members] == ["Gast Appelvink", "Noor Appelvink"]
    assert year.attendances[session.id, guest.id].intervals == (session.interval,)
    assert house.groups.year(group.id, 2025).members == ()


def test_an_agreement_is_signed_once_by_each(house, undone, refused, noor):
    group = house.group(noor)
    agreement = Agreement(id="", group_id=group.id, agreed_on=SPRING, scope="alles")
    saved = undone(house.agreements.add, agreement).value
    undone(house.agreements.change, replace(saved, text="Wat gezegd wordt blijft hier."))
    assert house.agreements.of_group(group.id)[0].missing == ((noor.id, "Noor Appelvink"),)
    assert undone(house.agreements.sign, saved.id, (noor.id,), SPRING, "marit").value == 2
    assert house.agreements.sign(saved.id, (noor.id,), AUTUMN, "marit").value == 0
    (signed,) = house.agreements.of_group(group.id)
    assert (len(signed.signatures), signed.missing) == (2, ())
    assert refused(house.agreements.change, saved) == "agreement_signed"
    undone(house.agreements.unsign, signed.signatures[0].id)
    undone(house.agreements.remove, saved.id)


def test_an_agreement_is_not_signed_before_it_was_made_or_tomorrow(house, refused, noor):
    group = house.group(noor)
    tomorrow = date(2026, 10, 14)
    agreement = Agreement(id="", group_id=group.id, agreed_on=SPRING)
    saved = house.agreements.add(agreement).value
    sign = house.agreements.sign
    assert refused(sign, saved.id, (noor.id,), date(2026, 2, 1)) == "signed_before_agreed"
    assert refused(sign, saved.id, (noor.id,), tomorrow) == "day_in_future"
    late = replace(agreement, agreed_on=tomorrow)
    assert refused(house.agreements.add, late) == "day_in_future"
