"""Letters: only known words are filled in, and never twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.letters import filled

WORDS = {"naam": "Merel", "nummer": "2026-017"}


def test_known_words_are_filled_in():
    assert filled("Beste {naam}, bewijs { Nummer }.", WORDS) == "Beste Merel, bewijs 2026-017."


def test_an_unknown_word_is_refused_by_name():
    with pytest.raises(Refusal) as refused:
        filled("Beste {naan}", WORDS)

    assert refused.value.facts["word"] == "naan"
    assert refused.value.facts["known"] == ("naam", "nummer")


@pytest.mark.parametrize("tricky", ["{0}", "{naam.__class__}", "{naam!r}", "{}"])
def test_a_text_cannot_look_inside_the_program(tricky):
    with pytest.raises(Refusal):
        filled(tricky, WORDS)


@given(st.text())
def test_what_is_filled_in_is_not_filled_in_again(name):
    assert filled("<{naam}>", {"naam": name}) == f"<{name}>"


@given(st.text(st.characters(exclude_characters="{}")))
def test_a_text_without_places_stays_as_it_is(text):
    assert filled(text, WORDS) == text
