"""Days, times and numbers as Dutch hands type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.ui.text import counts, typed

TODAY = date(2026, 10, 13)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13-10-2026", date(2026, 10, 13)),
        ("13/10/26", date(2026, 10, 13)),
        ("2026-10-13", date(2026, 10, 13)),
        ("13 okt", date(2026, 10, 13)),
        ("di 13 okt", date(2026, 10, 13)),
        ("Dinsdag 13 oktober 2026", date(2026, 10, 13)),
        ("1-2", date(2027, 2, 1)),
        ("20 dec", date(2026, 12, 20)),
        ("5 mrt 2027", date(2027, 3, 5)),
        ("morgen", date(2026, 10, 14)),
        ("vr", date(2026, 10, 16)),
        ("29 feb 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_is_typed(text, day):
    assert typed.read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "31-2-2026", "wo 13 okt 2026", "13 foo", "1-13-2026", "xx"])
def test_what_is_no_day_is_not_guessed(text):
    assert typed.read_day(text, TODAY) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_written_form_of_a_day_is_read_back(day):
    forms = (
        counts.day_figures(day),
        counts.day_long(day),
        counts.day_weekday(day, year=True),
        counts.day_short_weekday(day, year=True),
    )
    assert {typed.read_day(form, TODAY) for form in forms} == {day}


@given(st.integers(-180, 180))
def test_without_a_year_it_is_the_nearest_day(apart):
    day = TODAY + timedelta(days=apart)
    assert typed.read_day(counts.day_short(day), TODAY) == day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("10:00", 600), ("1000", 600), ("10.30", 630), ("9", 540), ("930", 570), ("10u30", 630),
     ("14 uur", 840), ("0:05", 5), ("24:00", 1440)],
)  # fmt: skip
def test_a_time_is_read_as_it_is_typed(text, minutes):
    assert typed.read_time(text) == minutes


@pytest.mark.parametrize("text", ["", "25:00", "10:60", "24:01", "tien", "-1", "10:5:3"])
def test_what_is_no_time_is_not_guessed(text):
    assert typed.read_time(text) is None


@given(st.integers(0, 24 * 60 - 1))
def test_every_written_time_is_read_back(minutes):
    assert typed.read_time(counts.clock(minutes)) == minutes


def test_numbers_may_have_dots():
    assert typed.read_number("1.250") == 1250
    assert typed.read_number("12.5") is None


def test_amounts_are_read_as_the_dutch_write_them():
    for text in ("1.197,90", "€ 1197,9", "1197.90", "1 197,90"):
        assert typed.read_scaled(text, 2) == 119790
    assert typed.read_scaled("1.250", 2) == 125000
    assert typed.read_scaled("-12,5", 2) == -1250
    assert typed.read_scaled("21%", 2) == 2100
    assert typed.read_scaled("1,255", 2) is None
    assert typed.read_scaled("twaalf", 2) is None


@given(st.integers(-(10**9), 10**9), st.integers(0, 3), st.integers(0, 3))
def test_every_written_amount_is_read_back(value, digits, least):
    assert typed.read_scaled(counts.scaled(value, digits, min(least, digits)), digits) == value
