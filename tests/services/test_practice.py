from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator
from tests.services.test_merging import a_certificate

PNG = b"\x89PNG\r\n\x1a\n..."


def test_the_practice_is_changed_and_its_key_stays(house, undone):
    practice = replace(
        house.practice.get(), tagline="Ruimte om te spreken", public_key="00", demo=True
    )
    outcome = undone(house.practice.change, practice)
    assert outcome.changes.subjects == {Subject.PRACTICE}
    assert (outcome.value.public_key, outcome.value.demo) == ("", False)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": " "}, "name_missing"),
        ({"number_pattern": "{jaar}-{nr:03}-{x}"}, "number_pattern"),
        ({"number_pattern": "{jaar}"}, "number_pattern"),
        ({"number_pattern": "B{nr}"}, "number_pattern"),
        ({"number_pattern": "{jaar}{nr:099999999}"}, "number_pattern"),
        ({"first_number": 0}, "first_number"),
        ({"accent": "blauw"}, "colour_form"),
        ({"logo": b"<svg/>"}, "picture_form"),
        ({"logo": PNG + bytes(2_000_000)}, "picture_too_large"),
        ({"school_region": "west"}, "region_unknown"),
    ],
)
def test_what_cannot_be_is_refused(house, refused, wrong, code):
    assert refused(house.practice.change, replace(house.practice.get(), **wrong)) == code


def test_a_number_without_the_year_goes_on_over_the_years(house, undone):
    practice = replace(house.practice.get(), number_pattern="B{nr:04}", yearly_restart=False)
    undone(house.practice.change, practice)


def test_the_start_value_stands_once_numbers_are_given(house, refused):
    a_certificate(house, house.person(), 1)
    practice = replace(house.practice.get(), first_number=100)
    assert refused(house.practice.change, practice) == "first_number_begun"


def test_facilitators_come_with_their_designations(house, undone, refused):
    saved = undone(house.practice.add_facilitator, Facilitator(id="", name="Jan  Wilg")).value
    undone(house.practice.change_facilitator, replace(saved, signature=PNG))
    designation = Designation(
        id="",
        facilitator_id=saved.id,
        register="NOvA",
        period=Period(date(2024, 1, 1), date(2028, 12, 31)),
    )
    kept = undone(house.practice.put_designation, designation).value
    undone(house.practice.put_designation, replace(kept, number="G-1"))
    cards = {card.facilitator.name: card for card in house.practice.facilitators()}
    assert [d.number for d in cards["Jan Wilg"].designations] == ["G-1"]
    assert (cards["Marit Papierwilg"].default, cards["Jan Wilg"].default) == (True, False)
    undone(house.practice.remove_designation, kept.id)
    blank = replace(designation, register=" ")
    assert refused(house.practice.put_designation, blank) == "name_missing"
    undone(house.practice.remove_facilitator, saved.id)


def test_who_leads_is_not_removed(house, refused):
    assert refused(house.practice.remove_facilitator, "marit") == "facilitator_in_use"


def test_a_setting_travels_with_the_file(house, undone):
    undone(house.practice.set_setting, "krap", 60)
    assert house.practice.setting("krap") == 60
    assert house.practice.setting("anders", "zo") == "zo"


def test_undo_and_the_logboek_tell_the_same(house, refused):
    house.person("Noor")
    assert house.undo.undo_label() == ("participant_added", {"name": "Noor Appelvink"})
    house.undo.undo()
    assert house.undo.redo_label() == ("participant_added", {"name": "Noor Appelvink"})
    newest, before = house.journal.newest(2)
    assert (newest.act, before.act) == ("undo", "participant_added")
    assert house.journal.before(newest.id, 1) == (before,)
    house.undo.redo()
    assert refused(house.undo.redo) == "nothing_to_redo"
