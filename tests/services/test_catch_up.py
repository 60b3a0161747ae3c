"""Inhalen: where someone who falls short can still make hours this year."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date
from email.policy import default

import pytest

from intervisie_desktop.domain.people import Relation, RelationKind
from intervisie_desktop.domain.standing import StandingState
from intervisie_desktop.services.catch_up import CatchUpService, Closed, Tie
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.people import Job
from intervisie_desktop.services.profiles import ProfilesService

SOON, LATER, MUCH_LATER = date(2026, 11, 3), date(2026, 11, 17), date(2026, 12, 8)
NAMES = ("Joris", "Femke", "Teun", "Hidde", "Sanne", "Bram", "Lot", "Pim", "Roos", "Stijn")


class Trying:
    """A group whose Noor falls short, and another group with two sessions to come."""

    def __init__(self, house):
        self.house = house
        self.noor = house.person(profession="advocaat", email="noor@kantoor.nl")
        mates = [house.person(name, "Eigen", profession="advocaat") for name in NAMES[:4]]
        self.others = [house.person(name, "Ander", profession="advocaat") for name in NAMES[:4]]
        self.own = house.group(self.noor, *mates, profiles=("nova_intervisie",))
        self.other = house.group(
            *self.others, name="Avondgroep Zwolle", code="AZ", profiles=("nova_intervisie",)
        )
        for day in (date(2026, 2, 3), date(2026, 4, 7), date(2026, 6, 9)):
            house.held(self.own, day, start=600, end=720)
        self.missed = house.session(self.own, SOON, start=600, end=720)
        house.attendance.mark_excused(self.missed.id, self.noor.id)
        self.place = house.session(self.other, LATER, start=600, end=720)
        profiles = ProfilesService()
        self.compliance = ComplianceService(house.store, house.clock, house.ids, profiles)
        self.service = CatchUpService(house.store, house.clock, house.ids, self.compliance)

    def places(self):
        return {place.session.id: place for place in self.service.places(self.noor.id).places}

    def closed(self):
        return dict(self.service.places(self.noor.id).closed)


@pytest.fixture
def trying(house):
    return Trying(house)


def test_who_falls_short_is_found_with_what_is_needed(trying):
    [risk] = [r for r in trying.service.at_risk() if r.participant_id == trying.noor.id]
    assert (risk.standing.state, risk.standing.missing) == (StandingState.SHORT, 120)
    assert risk.standing.last_safe_day == date(2026, 12, 31)


def test_a_session_of_another_group_makes_the_year(trying):
    place = trying.places()[trying.place.id]
    assert (place.gain, place.enough, place.own) == (120, True, False)
    assert (place.size, place.least, place.most) == (5, 3, 10)
    assert place.after.state is StandingState.TIGHT


def test_the_own_session_that_was_excused_is_a_place_too(trying):
    place = trying.places()[trying.missed.id]
    assert place.own
    trying.service.take(trying.missed.id, trying.noor.id)
    assert trying.house.at(trying.missed)["Noor"].state.value == "expected"


def test_taking_a_place_makes_a_guest_and_meets_the_year(trying):
    shown = trying.places()[trying.place.id]
    trying.service.take(trying.place.id, trying.noor.id)
    standing = trying.compliance.standing(trying.noor.id, "nova_intervisie", 2026)
    assert (standing.forecast, standing.state) == (shown.after.forecast, shown.after.state)
    assert standing.missing == 0


def test_looking_for_places_changes_nothing(trying):
    before = trying.house.dump()
    trying.service.places(trying.noor.id)
    assert trying.house.dump() == before


def test_a_full_group_is_no_place(trying):
    more = [trying.house.person(name, "Vol", profession="advocaat") for name in NAMES[4:10]]
    trying.house.groups.join(trying.other.id, tuple(p.id for p in more), date(2026, 1, 1))
    assert trying.place.id not in trying.places()
    assert trying.closed() == {Closed.FULL: 1}


def test_a_session_at_the_time_of_an_own_one_is_no_place(trying):
    trying.house.session(trying.own, LATER, start=660, end=780)
    assert trying.place.id not in trying.places()
    assert trying.closed()[Closed.CLASH] == 1


def test_a_session_that_is_too_short_to_count_is_no_place(trying):
    short = trying.house.session(trying.other, MUCH_LATER, start=600, end=690)
    assert short.id not in trying.places()
    assert trying.closed()[Closed.NOT_COUNTING] == 1


def test_the_most_of_a_day_bounds_what_is_gained(trying):
    first = trying.house.session(trying.own, MUCH_LATER, start=540, end=720)
    late = trying.house.session(trying.other, MUCH_LATER, start=780, end=960)
    trying.house.attendance.mark_excused(trying.place.id, *(p.id for p in trying.others[:1]))
    trying.house.holding.cancel(first.id, "Ziek")
    assert trying.places()[late.id].gain == 180
    trying.house.holding.revive(first.id)
    trying.house.sessions.lengthen(first.id, 780)
    gains = {key: place.gain for key, place in trying.places().items()}
    assert late.id not in gains


def test_a_colleague_in_the_other_group_is_told_and_ranks_it_lower(trying):
    house = trying.house
    for person in (trying.noor, trying.others[0]):
        house.people.change_employer(person.id, Job(employer="Cederhof", since=date(2020, 1, 1)))
    place = trying.places()[trying.place.id]
    [tie] = place.ties
    assert isinstance(tie, Tie)
    assert set(tie.people) == {trying.noor.id, trying.others[0].id}
    free = house.session(trying.other, MUCH_LATER, start=600, end=720)
    house.attendance.mark_excused(free.id, trying.others[0].id)
    order = [place.session.id for place in trying.service.places(trying.noor.id).places]
    assert order.index(free.id) < order.index(trying.place.id)


def test_a_tie_that_is_forbidden_closes_a_group(trying):
    house = trying.house
    group = house.groups.card(trying.other.id).group
    house.groups.change(replace(group, profiles=("nova_intervisie", "reflectief")))
    tie = Relation(
        id="", first_id=trying.noor.id, second_id=trying.others[0].id, kind=RelationKind.COLLEAGUE
    )
    house.people.put(tie)
    assert trying.place.id not in trying.places()
    assert trying.closed() == {Closed.TIED: 1}


def test_a_session_of_a_form_that_does_not_count_is_no_place(trying):
    group = trying.house.groups.card(trying.other.id).group
    trying.house.groups.change(replace(group, profiles=("reflectief",)))
    assert trying.place.id not in trying.places()
    assert trying.closed() == {Closed.NOT_COUNTING: 1}


def test_the_invitation_says_nothing_of_who_is_in_the_other_group(trying):
    facts = trying.service.invitation(trying.place.id, trying.noor.id)
    said = repr(facts)
    assert not any(person.name.surname in said for person in trying.others)
    assert "Zwolle" not in said
    assert (facts.to_name, facts.day) == ("Noor Appelvink", LATER)


def test_the_invitation_is_written_as_a_draft_without_attachment(trying, tmp_path):
    target = tmp_path / "uitnodiging.eml"
    trying.service.write_draft(trying.noor.id, "Intervisie", "Geachte Noor,\n\nKomt u?", target)
    message = email.message_from_bytes(target.read_bytes(), policy=default)
    assert message["To"] == "Noor Appelvink <noor@kantoor.nl>"
    assert message["X-Unsent"] == "1"
    assert "Komt u?" in message.get_content()


def test_nobody_without_an_address_is_written_to(trying, tmp_path, refused):
    who = trying.others[0].id
    code = refused(trying.service.write_draft, who, "x", "y", tmp_path / "x.eml")
    assert code == "catch_up_no_address"


def test_who_has_hours_to_spare_needs_no_place(trying):
    trying.house.session(trying.own, MUCH_LATER, start=600, end=780)
    found = trying.service.places(trying.noor.id)
    assert (found.person, found.places) == (None, ())
