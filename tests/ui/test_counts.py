"""Numbers, days and money as the Dutch write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.ui.text import counts

TODAY = date(2026, 10, 13)


def test_a_count_takes_its_noun():
    assert counts.telwoord(1, "deelnemer", "deelnemers") == "1 deelnemer"
    assert counts.telwoord(0, "deelnemer", "deelnemers") == "0 deelnemers"
    assert counts.telwoord(12500, "regel", "regels") == "12.500 regels"


@pytest.mark.parametrize(
    ("minutes", "text"), [(150, "2,5"), (480, "8,0"), (119, "1,9"), (0, "0,0"), (-60, "-1,0")]
)
def test_hours_are_cut_off_and_never_rounded_up(minutes, text):
    assert counts.hours(minutes) == text


@given(st.integers(0, 100_000))
def test_shown_hours_never_exceed_the_real_ones(minutes):
    assert int(counts.hours(minutes).replace(".", "").replace(",", "")) * 6 <= minutes


@pytest.mark.parametrize(
    ("cents", "text"), [(119790, "€ 1.197,90"), (-5, "-€ 0,05"), (100000000, "€ 1.000.000,00")]
)
def test_money_has_dots_and_a_comma(cents, text):
    assert counts.money(cents) == text


def test_days_in_words():
    assert counts.day_weekday(TODAY) == "dinsdag 13 oktober"
    assert counts.day_short_weekday(TODAY, year=True) == "di 13 okt 2026"
    assert counts.day_span(date(2026, 10, 19), date(2026, 10, 25)) == "19–25 oktober"
    assert counts.day_span(date(2026, 9, 28), date(2026, 10, 4)) == "28 september – 4 oktober"
    assert (
        counts.day_span(date(2026, 12, 28), date(2027, 1, 3)) == "28 december 2026 – 3 januari 2027"
    )


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 10, 13), "vandaag"),
        (date(2026, 10, 15), "overmorgen"),
        (date(2026, 10, 20), "over 7 dagen"),
        (date(2026, 9, 5), "5 weken geleden"),
        (date(2027, 2, 1), "1 feb 2027"),
    ],
)
def test_a_day_seen_from_today(day, text):
    assert counts.relative_day(day, TODAY) == text


def test_spans_and_durations():
    assert counts.span(600, 750) == "10:00–12:30"
    assert counts.duration(65) == "1 uur 5 min"
    assert counts.join(["a", "b", "c"]) == "a, b en c"
    assert counts.capital("ijsvogel") == "IJsvogel"
