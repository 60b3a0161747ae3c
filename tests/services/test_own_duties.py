"""What a facilitator owes herself, and the terms of people, from a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.own_duty import TermState
from intervisie_desktop.domain.people import Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, OwnHours
from intervisie_desktop.domain.standing import StandingState
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.profiles import ProfilesService


@pytest.fixture
def compliance(house):
    return ComplianceService(house.store, house.clock, house.ids, ProfilesService())


def follow(house, day: date, minutes: int) -> None:
    """Own intervisie of the facilitator, elsewhere."""
    with house.store.work("own_hours_added") as work:
        work.own_hours.add(OwnHours(id=house.ids.new("u"), facilitator_id="marit", register="NOvA",
                                    day=day, minutes=minutes, where="Kring Noord"))  # fmt: skip


def be_a_lawyer(house) -> None:
    with house.store.work("facilitator_changed") as work:
        marit = work.facilitators.get("marit")
        work.facilitators.save(replace(marit, profession="advocaat"))


def test_own_hours_count_for_the_duty_as_soon_as_they_are_recorded(house, compliance):
    house.group(house.person(), profiles=("nova_intervisie",))
    assert compliance.own_duties("marit", 2026) == ()
    be_a_lawyer(house)
    [duty] = compliance.own_duties("marit", 2026)
    assert (duty.made, duty.target, duty.missing) == (0, 480, 480)
    assert duty.last_safe_day == date(2026, 12, 30)
    assert [j.finding.figures["made"] for j in compliance.findings()
            if j.finding.code == "L05"] == [0]  # fmt: skip
    follow(house, date(2026, 3, 12), 240)
    [judged] = [j for j in compliance.findings() if j.finding.code == "L05"]
    assert (judged.finding.figures["made"], judged.finding.figures["missing"]) == (240, 240)
    follow(house, date(2026, 5, 12), 240)
    assert not [j for j in compliance.findings() if j.finding.code == "L05"]
    [duty] = compliance.own_duties("marit", 2026)
    assert (duty.state, [one.where for one in duty.hours]) == (
        StandingState.ACHIEVED, ["Kring Noord", "Kring Noord"],
    )  # fmt: skip


def test_what_she_made_as_a_participant_counts_but_leading_does_not(house, compliance):
    herself, others = house.person("Marit", "Papierwilg"), [house.person(s) for s in "ABC"]
    group = house.group(herself, *others, profiles=("nova_intervisie",))
    house.held(group, date(2026, 3, 12), start=600, end=840)
    be_a_lawyer(house)
    [duty] = compliance.own_duties("marit", 2026)
    assert (duty.here, duty.made) == (240, 240)


def test_a_designation_without_an_end_holds_for_five_years(house, compliance):
    house.group(house.person(), profiles=("nova_intervisie",))
    with house.store.work("designation_added") as work:
        for n, year in enumerate((2016, 2021)):
            period = Period(date(year, 12, 14), None)
            work.designations.add(
                Designation(id=f"d{n}", facilitator_id="marit", register="NOvA", period=period)
            )
    last, before = compliance.designation_terms("marit")
    assert (last.period.end, last.days, last.state) == (
        date(2026, 12, 13), 61, TermState.ENDING,
    )  # fmt: skip
    assert before.state is TermState.ENDED


def test_a_registration_period_is_read_from_the_file(house, compliance):
    person = house.person()
    group = house.group(person, profiles=("lvv",))
    house.held(group, date(2026, 3, 12), start=600, end=840)
    with house.store.work("registration_added") as work:
        work.registrations.add(Registration(id="r", participant_id=person.id, register="LVV",
                                            period=Period(date(2024, 5, 1), None)))  # fmt: skip
    [term] = compliance.periods_of(person.id)
    assert (term.made, term.target, term.end) == (240, 1920, date(2028, 4, 30))
