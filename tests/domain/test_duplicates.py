"""Who may be the same person."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.duplicates import (
    SURE,
    Identity,
    PeopleIndex,
    Resemblance,
    within_edits,
)
from intervisie_desktop.domain.emails import is_email
from intervisie_desktop.domain.naming import parse_name

LETTERS = st.text("abcde", max_size=8)


def someone(name, id_="k", **known):
    return Identity(id=id_, name=parse_name(name), **known)


def reason(candidate, known):
    found = PeopleIndex([known]).like(candidate)
    return found[0].reason if found else None


@pytest.mark.parametrize(
    ("candidate", "known", "why"),
    [
        (someone("X Y", "c", numbers=(("BAR", "A 1"),)), someone("Jan Vos", numbers=(("bar", "a1"),)),
         Resemblance.SAME_NUMBER),
        (someone("J. Vos", "c", email="JAN@x.example"), someone("Kim Os", email="jan@x.example"),
         Resemblance.SAME_EMAIL),
        (someone("René de Vos", "c", employers=("Vos BV",)), someone("Rene de vos", employers=("vos bv",)),
         Resemblance.SAME_NAME_AND_EMPLOYER),
        (someone("Jan Vos", "c"), someone("jan  vos"), Resemblance.SAME_NAME),
        (someone("mr. N. Appelvink", "c", employers=("M",)), someone("Noor Appelvink", employers=("M",)),
         Resemblance.SAME_INITIALS_AND_EMPLOYER),
        (someone("N. Appelvink", "c"), someone("Noor Appelvink"), Resemblance.SAME_INITIALS),
        (someone("Joris Kastanjelaer", "c"), someone("Joris Kastanjelaar"), Resemblance.SIMILAR_NAME),
        (someone("Jors Kastanjelaar", "c"), someone("Joris Kastanjelaar"), Resemblance.SIMILAR_NAME),
        (someone("Piet Vos", "c"), someone("Jan Vos"), None),
        (someone("Jan Bos", "c"), someone("Jan Vos"), None),
    ],
)  # fmt: skip
def test_likeness_has_a_reason(candidate, known, why):
    assert reason(candidate, known) == why


def test_two_numbers_in_one_register_tell_namesakes_apart():
    first = someone("Jan de Boer", "c", numbers=(("BAR", "1"),))
    assert reason(first, someone("Jan de Boer", numbers=(("BAR", "2"),))) is None


def test_the_likeliest_comes_first_and_oneself_never():
    me = someone("Jan Vos", "me", email="jan@x.example")
    index = PeopleIndex([me, someone("Jan Vos", "a"), someone("J Os", "b", email="jan@x.example")])
    found = index.like(me)
    assert [like.id for like in found] == ["b", "a"]
    assert found[0].score >= SURE > found[1].score


@given(LETTERS, st.data())
def test_one_slip_is_within_one_edit(word, data):
    place = data.draw(st.integers(0, len(word)))
    slipped = word[:place] + data.draw(st.sampled_from(["x", ""])) + word[place + 1 :]
    assert within_edits(word, slipped)
    assert within_edits(slipped, word)


@pytest.mark.parametrize(
    ("first", "second"), [("abc", "abcde"), ("abcd", "badc"), ("vos", "bas"), ("ab", "cd")]
)
def test_two_slips_are_not(first, second):
    assert not within_edits(first, second)


def test_two_thousand_known_people_answer_at_once():
    rng = random.Random(1)
    names = ["".join(rng.choices("abcdefghij", k=9)) for _ in range(2000)]
    index = PeopleIndex(someone(f"Jan {n}", n) for n in names)
    assert all(index.like(someone(f"Jan {n}", "c"))[0].id == n for n in names)


@pytest.mark.parametrize(
    "good", ["jan@x.nl", "j.van-den+berg@kantoor.example", "zoë@bücher.example"]
)
def test_an_address_is_recognised(good):
    assert is_email(good)


@pytest.mark.parametrize(
    "bad", ["", "jan", "jan@x", "a@b@c.nl", "jan@x.nl?bcc=k@x.nl", "Jan <jan@x.nl>", "a@x.nl\n", "a@x..nl",
            "a@-x.nl"]
)  # fmt: skip
def test_anything_else_is_not(bad):
    assert not is_email(bad)
