"""Methods: what comes with the program, copies of one's own, and whether cases fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.methods import Accent, MinutesFrom, ProgrammePlace
from intervisie_desktop.domain.own import OwnMethod
from intervisie_desktop.services.methods import MethodsService, built_in, fit, programme_of
from tests import builders as a


@pytest.fixture
def methods(house):
    return MethodsService(house.store, house.ids)


def test_sixteen_methods_come_with_the_program_and_lean_on_all_four_accents():
    methods = built_in()
    assert len(methods) == 16
    assert {method.accent for method in methods} == set(Accent)
    for method in methods:
        assert method.source.title
        assert method.source.checked_on
        assert all(phase.allowed for phase in method.phases), method.key


def test_minutes_stay_within_what_the_source_names():
    totals = {m.key: m.minutes for m in built_in()}
    assert totals["vierfasen"] == 40
    assert totals["incident_a"] == 65
    assert totals["incident_b"] == 50
    for method in built_in():
        assert (method.total_min or 0) <= method.minutes <= (method.total_max or 999), method.key
    stated = [m for m in built_in() if all(p.minutes_from is MinutesFrom.SOURCE for p in m.phases)]
    assert [m.key for m in stated] == ["incident_a"]


def test_only_the_four_phases_may_not_change_places():
    assert [m.key for m in built_in() if m.ordered] == ["vierfasen"]
    [four] = [m for m in built_in() if m.key == "vierfasen"]
    norm = a.profiles()["stab_mcg_fysiek"].editions[-1].phases
    assert norm is not None
    assert norm.value == tuple(phase.name for phase in four.phases)


@pytest.mark.parametrize("key", ["nova_intervisie", "stab_mcg_fysiek", "stab_mcg_online"])
def test_the_programme_and_the_norm_of_a_profile_agree(key):
    norm = a.profiles()[key].editions[-1].agenda_minutes
    around = [i for i in programme_of((key,)) if i.place is not ProgrammePlace.BETWEEN]
    assert norm is not None
    assert sum(item.minutes for item in around) == norm.value


def test_a_copy_is_adapted_under_a_name_of_its_own(methods, refused):
    copied = methods.copy("vierfasen", "Vier fasen, ruim").value
    phases = (*copied.phases[:-1], replace(copied.phases[-1], minutes=15))
    methods.save(replace(copied, phases=phases))
    found = methods.find("vier fasen, RUIM")
    assert (found.minutes, found.own, found.based_on) == (47, True, "vierfasen")
    assert methods.find("vierfasen").minutes == 40
    assert refused(methods.copy, "balint", "Vier fasen") == "method_name_taken"
    assert refused(methods.save, replace(copied, phases=())) == "method_no_phases"
    assert refused(methods.save, replace(copied, name=" ")) == "method_name_missing"


def test_a_method_of_the_program_cannot_be_changed_or_removed(methods, refused):
    four = methods.get("vierfasen")
    assert refused(methods.save, replace(four, phases=four.phases[:2])) == "gone"
    assert refused(methods.remove, "vierfasen") == "gone"


def test_copying_changing_and_removing_can_be_undone(methods, undone):
    copied = undone(methods.copy, "balint", "Balint kort").value
    undone(methods.save, replace(copied, about="Korter."))
    undone(methods.remove, copied.key)


def test_the_time_check_takes_pauses_that_were_filled_in(methods, house):
    group = house.group(house.person())
    session = replace(house.session(group, start=600, end=840), cases=5,
                      phases=methods.planned("Vier fasen"))  # fmt: skip
    check = fit(session, ("stab_mcg_fysiek",))
    assert (check.per_case, check.fits) == (40, True)
    longer = replace(session, breaks=(Interval(700, 720),))
    assert fit(longer, ("stab_mcg_fysiek",)).over == 5
    assert fit(replace(session, cases=None), ("stab_mcg_fysiek",)).cases_that_fit == 5
    assert fit(replace(session, phases=()), ("stab_mcg_fysiek",)) is None


def test_a_session_of_a_group_begins_with_the_phases_of_its_method(house):
    group = house.group(house.person(), method="vier fasen")
    session = house.session(group)
    assert [phase.minutes for phase in session.phases] == [5, 15, 12, 8]
    again = house.sessions.duplicate(session.id, date(2026, 11, 3)).value
    assert again.phases == session.phases
    assert house.session(house.group(name="Vrije groep", method="Eigen vorm")).phases == ()


@pytest.mark.parametrize(
    "text", ["key = ", 'key = "x"', 'key = "anders"\nname = "Anders"', "phase = 5", "allowed = 3"]
)
def test_a_text_of_another_program_that_is_no_method_is_left_out_and_stays(methods, house, text):
    with house.store.work("practice_changed") as work:
        work.own_methods.add(OwnMethod(id="x", text=text))
    assert [method.key for method in methods.all() if method.own] == []
    with house.store.reading() as read:
        assert read.own_methods.get("x").text == text
