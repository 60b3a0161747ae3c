"""The lint of descriptions: what leads to a person or a case is found, ordinary words are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.description_lint import LONGEST, HitKind, lint

FOUND = [
    ("Gesproken over cliënt J. en de termijnen", HitKind.CLIENT, "cliënt J."),
    ("vraag over cliënte van den Berg", HitKind.CLIENT, "cliënte van den Berg"),
    ("een lastig gesprek met mevrouw De Vries", HitKind.CLIENT, "mevrouw De Vries"),
    ("mail naar a.b@kantoor.example", HitKind.EMAIL, "a.b@kantoor.example"),
    ("bel 06-12345678 terug", HitKind.PHONE, "06-12345678"),
    ("bel +31 20 123 45 67 terug", HitKind.PHONE, "+31 20 123 45 67"),
    ("naar NL91 ABNA 0417 1643 00 overgemaakt", HitKind.IBAN, "NL91 ABNA 0417 1643 00"),
    ("nummer 111222333 genoemd", HitKind.CITIZEN_NUMBER, "111222333"),
    ("dossiernummer 2024-118 besproken", HitKind.CASE_NUMBER, "dossiernummer 2024-118"),
    ("zaaknummer C/13/712345 / HA ZA 22-100", HitKind.CASE_NUMBER, "zaaknummer C/13/712345"),
    ("uitspraak ECLI:NL:HR:2020:1234", HitKind.CASE_NUMBER, "ECLI:NL:HR:2020:1234"),
    ("geboren op 12-03-1981", HitKind.BIRTH_DATE, "geboren op 12-03-1981"),
    ("geb. 3 mei 1990", HitKind.BIRTH_DATE, "geb. 3 mei 1990"),
    ("de zaak tegen de gemeente", HitKind.CASE_AGAINST, "zaak tegen de gemeente"),
    ("Jansen/Pietersen kwam langs", HitKind.CASE_AGAINST, "Jansen/Pietersen"),
    ("Bouwbedrijf Jansen B.V. als wederpartij", HitKind.COMPANY, "Bouwbedrijf Jansen B.V."),
    ("over Appelvink NV", HitKind.COMPANY, "Appelvink NV"),
    ("bij Stichting Voorbeeld", HitKind.COMPANY, "Stichting Voorbeeld"),
]

FINE = [
    "",
    "Besproken zijn werkdruk en grenzen, telkens vanuit een eigen vraag van een deelnemer.",
    "Omgaan met kritiek en klachten; contact met cliënten en wederpartijen.",
    "Verdeling van werk en privé in 2026, vier bijeenkomsten van 2,5 uur.",
    "Samenwerking met een lastige wederpartij, zonder op een zaak in te gaan.",
    "Gedragsregels 12 en 24, kernwaarden en integriteit.",
    "Het gesprek met de cliënt over declareren.",
    "Bijeenkomst van 10:00 tot 12:30, groep van 5.",
    "Wat doe je als een cliënt niet betaalt of te laat is?",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_what_leads_to_somebody_is_found(text, kind, words):
    assert (kind, words) in [(hit.kind, hit.text) for hit in lint(text)]


@pytest.mark.parametrize("text", FINE)
def test_an_ordinary_description_is_fine(text):
    assert lint(text, ["Appelvink", "van den Regenwilg"]) == ()


def test_every_neutral_theme_is_fine():
    place = Path(__file__).parents[2] / "resources/templates/themes.toml"
    groups = tomllib.loads(place.read_text(encoding="utf-8"))["group"]
    themes = [theme for group in groups for theme in group["themes"]]
    assert len(themes) > 10
    assert [theme for theme in themes if lint(theme)] == []


@pytest.mark.parametrize(
    "text", ["de vraag van Świątek", "SWIATEKS vraag", "met Van den Swiatek", "over Świątek’s rol"]
)
def test_a_participant_is_found_with_any_case_or_accent(text):
    hits = lint(text, ["van den Świątek"])
    assert [hit.kind for hit in hits] == [HitKind.PARTICIPANT] * len(hits)
    assert hits


def test_a_surname_inside_another_word_is_not_a_participant():
    assert lint("de bergen en het werk", ["Berg"]) == ()


def test_two_hundred_and_fifty_characters_is_short_enough():
    assert lint("a" * LONGEST) == ()
    assert [hit.kind for hit in lint("a" * (LONGEST + 1))] == [HitKind.TOO_LONG]


@given(st.integers(min_value=10_000_000, max_value=999_999_999))
def test_nine_digits_are_a_citizen_number_only_when_they_add_up(number):
    digits = f"{number:09}"
    total = sum(int(d) * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    kinds = {hit.kind for hit in lint(f"gemeld {digits} daar")}
    assert (HitKind.CITIZEN_NUMBER in kinds) == (total % 11 == 0)


@given(st.text(max_size=400), st.lists(st.text(max_size=12), max_size=3))
def test_every_hit_is_a_piece_of_the_text_in_order(text, surnames):
    hits = lint(text, surnames)
    assert all(text[hit.start : hit.start + len(hit.text)] == hit.text for hit in hits)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)


@given(st.sampled_from(FOUND), st.text(alphabet="abcdefg ", max_size=40))
def test_harmless_words_around_it_hide_nothing(case, words):
    text, kind, found = case
    around = f"{words} {text} {words}".strip()
    assert kind in {hit.kind for hit in lint(around)}, found
