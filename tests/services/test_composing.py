"""Composing a group: size, ties and spread, before anybody joins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.groups import MemberRole
from intervisie_desktop.domain.people import Relation, RelationKind
from intervisie_desktop.domain.profiles import WorkRelation
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.people import Job
from intervisie_desktop.ui.pages.groups.composition import composition_state

TODAY = date(2026, 10, 13)


class Composing:
    """Three lawyers in a group, and Wout who may join."""

    def __init__(self, house):
        self.house = house
        names = ("Noor", "Joris", "Femke")
        self.people = [house.person(name, "Lid", profession="advocaat") for name in names]
        self.wout = house.person("Wout", "Nieuw", profession="advocaat")
        self.group = house.group(*self.people, profiles=("nova_intervisie",))
        self.service = Services(house.store, house.clock, house.ids).composing

    def with_wout(self, **more):
        return self.service.composition(self.group.id, TODAY, (self.wout.id,), **more)

    def employ(self, *people, employer="Cederhof"):
        for person in people:
            self.house.people.change_employer(person.id, Job(employer=employer))


@pytest.fixture
def composing(house):
    return Composing(house)


def test_the_size_counts_who_would_join(composing):
    found = composing.with_wout()
    assert (found.size, found.least, found.most) == (4, 3, 10)


def test_a_trainee_does_not_count_towards_the_group(composing):
    assert composing.with_wout(role=MemberRole.TRAINEE).size == 3


def test_somebody_without_a_record_counts_but_has_no_ties(composing):
    found = composing.service.composition(composing.group.id, TODAY, (), unknown=2)
    assert (found.size, found.pairs, found.unknown) == (5, (), 5)


def test_a_colleague_is_found_with_the_names_and_who_has_to_say_it_is_safe(composing):
    composing.employ(composing.wout, composing.people[0])
    [pair] = composing.with_wout().pairs
    assert pair.heaviest.verdict is WorkRelation.ALLOWED_IF_SAFE
    state = composition_state(composing.with_wout(), 1)
    assert state.lines[0].chip[0] == "mag als het veilig voelt"
    for word in ("Wout Nieuw", "Noor Lid", "Cederhof", "Nog te vragen aan"):
        assert word in state.lines[0].text


def test_who_said_to_feel_safe_is_not_asked_again(composing):
    house, noor = composing.house, composing.people[0]
    session = house.held(composing.group, date(2026, 5, 4))
    house.attendance.set_tick(session.id, Tick.SAFE, [noor.id], on=True)
    composing.employ(composing.wout, noor)
    [pair] = composing.with_wout().pairs
    assert pair.heaviest.silent == (composing.wout.id,)


def test_each_profile_says_its_own_and_the_strictest_leads(composing):
    house = composing.house
    house.groups.change(replace(composing.group, profiles=("nova_intervisie", "reflectief")))
    composing.employ(composing.wout, composing.people[1])
    found = composing.with_wout()
    assert found.pairs[0].heaviest.verdict is WorkRelation.FORBIDDEN
    line = composition_state(found, 1).lines[0]
    assert line.chip == ("mag niet", "fout", "ban")
    assert "NOvA: mag als het veilig voelt" in line.text
    assert "mag niet" in line.text


def test_only_ties_of_the_newcomer_are_told_while_adding(composing):
    composing.employ(*composing.people[:2])
    tie = Relation(
        id="", first_id=composing.wout.id, second_id=composing.people[2].id,
        kind=RelationKind.MANAGER,
    )  # fmt: skip
    composing.house.people.put(tie)
    pairs = composing.with_wout().pairs
    assert [set(pair.heaviest.people) for pair in pairs] == [
        {composing.wout.id, composing.people[2].id}
    ]
    [own] = composing.service.composition(composing.group.id, TODAY).pairs
    assert set(own.heaviest.people) == {person.id for person in composing.people[:2]}


def test_the_spread_over_organisations_is_said(composing):
    composing.employ(*composing.people[:2])
    composing.employ(composing.people[2], employer="Haagbeuk")
    state = composition_state(composing.with_wout(), 1)
    assert state.spread == (
        "Uit 2 organisaties, waarvan 2 van Cederhof. Van 1 deelnemer is de werkplek niet bekend."
    )


def test_a_group_that_would_be_too_large_is_said(composing):
    found = composing.service.composition(composing.group.id, TODAY, (), unknown=8)
    assert composition_state(found, 8).size == ("11 tellen mee, hoogstens 10", "fout", "octagon-x")


def test_somebody_new_without_ties_is_said_to_have_none(composing):
    assert composition_state(composing.with_wout(), 1).lines[0].chip[0] == "geen band"
