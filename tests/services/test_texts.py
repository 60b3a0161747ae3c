"""The words of papers: shipped under lasting keys, changed by a practice, put back."""

import re

import pytest

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.letters import filled
from intervisie_desktop.domain.texts import TextForm, heading_and_rest
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.profiles import read_folder
from intervisie_desktop.services.texts import TextsService, Wording, by_key, shipped

KEY = "agreement.clauses.secrecy"
TRAITS = {
    "online", "on_location", "statutory", "contractual", "in_company", "contribution",
    "contribution_free", "equals", "relations_forbidden", "relations_safe", "teams",
    "costs_with_vat",
}  # fmt: skip


@pytest.fixture
def texts(house):
    return TextsService(house.store)


def test_every_text_has_a_key_of_its_own_that_begins_with_its_paper():
    found = [text for sheet in shipped() for text in sheet.texts]
    assert len(by_key()) == len(found) > 120
    assert [text.key for text in found if not text.key.startswith(f"{text.paper}.")] == []


@pytest.mark.parametrize("key", list(by_key()))
def test_a_shipped_text_is_as_it_would_be_kept(key):
    text = by_key()[key]
    assert text.checked(text.body) == text.body
    assert set(re.findall(r"\{(\w+)\}", text.body)) <= set(text.words)
    if text.form in {TextForm.HEADED, TextForm.HEADED_LINES}:
        heading, rest = heading_and_rest(text.body)
        assert heading
        assert rest


def test_a_text_asks_only_for_traits_there_are():
    profiles = {f"profile:{key}" for key in read_folder(resources() / "profiles")}
    asked = {trait for text in by_key().values() for trait in text.when}
    ticks = {trait for trait in asked if trait.startswith("tick:")}
    assert asked - TRAITS - profiles - ticks == set()


def test_a_changed_text_is_read_by_the_papers_until_it_is_put_back(texts):
    texts.save(KEY, "Geheim\nAlles blijft bij {groep}.  \r\n")
    state = texts.state(KEY)
    assert state.edited
    assert state.body == "Geheim\nAlles blijft bij {groep}."
    wording = Wording({KEY: state.body}, {"groep": "de {groep} van Noor"})
    assert wording.one(KEY) == "Geheim\nAlles blijft bij de {groep} van Noor."
    texts.reset(KEY)
    assert not texts.state(KEY).edited


def test_typing_the_standard_text_again_is_no_change(texts, house):
    texts.save(KEY, "Geheim\nAnders.")
    texts.save(KEY, by_key()[KEY].body)
    assert not texts.state(KEY).edited
    with house.store.reading() as read:
        assert read.texts.all() == []


def test_undo_takes_a_text_back(texts, undone):
    undone(texts.save, KEY, "Geheim\nAnders.")


def test_a_word_there_is_not_is_refused_by_its_name(texts):
    with pytest.raises(Refusal) as refusal:
        texts.save(KEY, "Geheim\nVoor {cliënt}.")
    assert refusal.value.code == "letter_word_unknown"
    assert refusal.value.facts["word"] == "cliënt"
    assert not texts.state(KEY).edited


def test_what_must_be_said_cannot_be_left_out(texts, refused):
    assert refused(texts.save, KEY, " \n ") == "text_required"
    assert refused(texts.save, "er.is.geen", "x") == "gone"


def test_another_text_is_left_out_by_making_it_empty(texts):
    key = "agreement.clauses.costs"
    texts.save(key, "")
    assert key not in Wording({key: texts.state(key).body}, {}).each("agreement.clauses.")


def test_a_text_takes_part_where_it_belongs():
    statutory = Wording({}, {}, {"statutory"}).each("agreement.clauses.")
    contractual = Wording({}, {}, {"contractual"}).each("agreement.clauses.")
    assert "agreement.clauses.leader_statutory" in statutory
    assert "agreement.clauses.leader_contractual" not in statutory
    assert set(statutory) ^ set(contractual) == {
        "agreement.clauses.leader_statutory", "agreement.clauses.leader_contractual"
    }  # fmt: skip


def test_what_is_filled_in_is_not_read_as_a_place():
    assert filled("{groep}", {"groep": "{naam}"}) == "{naam}"
