"""Names as the Dutch write them."""

import pytest

from intervisie_desktop.domain.naming import name_of_parts, parse_name, split_prefix


@pytest.mark.parametrize(
    ("surname", "prefix", "bare"),
    [
        ("van den Berg", "van den", "Berg"),
        ("'t Hart", "'t", "Hart"),
        ("\u2019t Hart", "'t", "Hart"),
        ("op 't Zandoogje", "op 't", "Zandoogje"),
        ("d'Ancona", "d'", "Ancona"),
        ("ten Kate-Wintergroen", "ten", "Kate-Wintergroen"),
        ("Van der Braambos", "van der", "Braambos"),
        ("IJsvogel", "", "IJsvogel"),
        ("el Muurbloem", "el", "Muurbloem"),
        ("Van", "", "Van"),
        ("", "", ""),
    ],
)
def test_a_prefix_is_split_from_the_surname(surname, prefix, bare):
    assert split_prefix(surname) == (prefix, bare)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jan van den Berg", ("", "Jan", "", "van den", "Berg", "")),
        ("mr. N. Appelvink", ("mr.", "", "N.", "", "Appelvink", "")),
        ("mr. dr. A.B. de Vries MfN", ("mr. dr.", "", "A.B.", "de", "Vries", "MfN")),
        ("Berg, Jan van den", ("", "Jan", "", "van den", "Berg", "")),
        ("Berg, mr. J. van den", ("mr.", "", "J.", "van den", "Berg", "")),
        ("Sanne Maanlicht, LLM", ("", "Sanne", "", "", "Maanlicht", "LLM")),
        ("mevr. IJsbrandina IJsvogel", ("", "IJsbrandina", "", "", "IJsvogel", "")),
        ("de heer K. Klaproos", ("", "", "K.", "", "Klaproos", "")),
        ("Anna Maria Jansen", ("", "Anna Maria", "", "", "Jansen", "")),
        ("Els Jansen-de Vries", ("", "Els", "", "", "Jansen-de Vries", "")),
        ("Gianni d'Ancona", ("", "Gianni", "", "d'", "Ancona", "")),
        ("de Boer", ("", "", "", "de", "Boer", "")),
        ("Madelief", ("", "", "", "", "Madelief", "")),
    ],
)
def test_a_whole_name_falls_into_its_parts(text, parts):
    name = parse_name(text)
    assert (
        name.title_before, name.given, name.initials, name.prefix, name.surname, name.title_after
    ) == parts  # fmt: skip


def test_a_parsed_name_is_shown_as_it_was_written():
    for text in ("Gianni d'Ancona", "mr. J. van den Berg", "Maud op 't Zandoogje"):
        assert parse_name(text).formal == text


def test_a_prefix_column_wins_from_the_surname():
    name = name_of_parts(surname="Berg", given="Jan", prefix="van den")
    assert name.listed == "Berg, Jan van den"
