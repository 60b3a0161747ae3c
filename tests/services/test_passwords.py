"""How strong a password is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.services.passwords import SHORTEST, Strength, strength
from intervisie_desktop.services.practice_file import SHORTEST_PASSWORD

KNOWN = ("Praktijk Papierwilg", "Marit Papierwilg")


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("kort", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("1234567890", Strength.WEAK),
        ("qwertyuiop", Strength.WEAK),
        ("wachtwoord1", Strength.WEAK),
        ("Welkom2026!", Strength.WEAK),
        ("Papierwilg2026", Strength.WEAK),
        ("Zx9!kq#2Lm", Strength.GOOD),
        ("paard fiets lamp wolk", Strength.STRONG),
    ],
)
def test_a_password_gets_the_word_it_deserves(password, expected):
    assert strength(password, KNOWN) is expected


def test_the_shortest_is_that_of_the_file():
    assert SHORTEST == SHORTEST_PASSWORD


@given(st.text(min_size=8, max_size=60), st.sampled_from("abcxyz189!?"))
def test_another_sign_never_makes_it_weaker_than_too_short(password, sign):
    assert strength(password + sign) > Strength.TOO_SHORT
