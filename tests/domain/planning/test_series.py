from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.planning.series import (
    LAST,
    SeriesRule,
    SeriesUnit,
    ordinal_of,
    series_dates,
)
from intervisie_desktop.domain.planning.series_text import parse_series
from intervisie_desktop.ui.text.series import describe_series

TODAY = date(2026, 10, 13)  # a Tuesday
WEEK, MONTH = SeriesUnit.WEEK, SeriesUnit.MONTH


def read(text, start=TODAY):
    return parse_series(text, start)


def days(text, start=TODAY):
    return [day.isoformat() for day in series_dates(read(text, start), start)]


def test_every_second_tuesday_four_times_gives_the_second_tuesdays_of_the_months():
    assert days("elke 2e dinsdag, 4 keer") == [
        "2026-10-13",
        "2026-11-10",
        "2026-12-08",
        "2027-01-12",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("om de twee weken op dinsdag, 3 keer", ["2026-10-13", "2026-10-27", "2026-11-10"]),
        ("om de week op donderdag, 2x", ["2026-10-15", "2026-10-29"]),
        ("om de dinsdag, 2 keer", ["2026-10-13", "2026-10-27"]),
        ("elke tweede week op maandag, 2 keer", ["2026-10-19", "2026-11-02"]),
        ("Iedere dinsdag en donderdag 3 keer", ["2026-10-13", "2026-10-15", "2026-10-20"]),
        ("elke eerste maandag van de maand, twee keer", ["2026-11-02", "2026-12-07"]),
        ("maandelijks op de laatste vrijdag, 3 maal", ["2026-10-30", "2026-11-27", "2026-12-25"]),
        ("elke 3 maanden, 2 keer", ["2026-10-13", "2027-01-12"]),
        ("elk kwartaal op de 1e woensdag, 2 keer", ["2026-11-04", "2027-02-03"]),
        ("één keer per maand op de 3e do, 2 keer", ["2026-10-15", "2026-11-19"]),
        ("wekelijks t/m 27 oktober", ["2026-10-13", "2026-10-20", "2026-10-27"]),
        ("wekelijks tot 27 oktober", ["2026-10-13", "2026-10-20"]),
        ("elke week tot en met 20-10-2026", ["2026-10-13", "2026-10-20"]),
        ("elke 5e donderdag, 2 keer", ["2026-10-29", "2026-12-31"]),
        ("1e en 3e dinsdag van de maand, 3 keer", ["2026-10-20", "2026-11-03", "2026-11-17"]),
    ],
)
def test_dutch_text_gives_real_dates(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("elke blauwe maandag, 3 keer", "blauwe"),
        ("elke dinsdag t/m 31 februari", "31"),
        ("twee keer per maand", "twee"),
        ("elke dinsdag, 0 keer", "0"),
        ("", ""),
        ("4 keer", ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_word(text, word):
    with pytest.raises(Refusal) as refusal:
        read(text)
    assert (refusal.value.code, refusal.value.facts) == ("series_not_understood", {"word": word})


def test_a_series_without_an_end_is_refused():
    with pytest.raises(Refusal, match="series_without_end"):
        days("elke dinsdag")


def test_a_series_that_never_seems_to_end_is_refused():
    with pytest.raises(Refusal, match="series_too_long"):
        days("elke week t/m 1 januari 2100")


def test_a_nth_weekday_of_a_week_is_refused():
    with pytest.raises(Refusal, match="series_ordinal_in_week"):
        read("wekelijks op de 2e dinsdag")


rules = st.one_of(
    st.builds(
        SeriesRule,
        unit=st.just(WEEK),
        every=st.integers(1, 12),
        weekdays=st.sets(st.integers(0, 6), min_size=1, max_size=3).map(lambda s: tuple(sorted(s))),
        times=st.integers(1, 40),
        until=st.none() | st.dates(date(2026, 11, 1), date(2031, 1, 1)),
    ),
    st.builds(
        SeriesRule,
        unit=st.just(MONTH),
        every=st.integers(1, 12),
        weekdays=st.sets(st.integers(0, 6), min_size=1, max_size=2).map(lambda s: tuple(sorted(s))),
        ordinals=st.lists(
            st.sampled_from([1, 2, 3, 4, LAST]), min_size=1, max_size=2, unique=True
        ).map(tuple),
        times=st.integers(1, 40),
        until=st.none() | st.dates(date(2026, 11, 1), date(2031, 1, 1)),
    ),
)
starts = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(rules, starts)
def test_dates_are_in_order_on_the_weekdays_and_within_bounds(rule, start):
    found = series_dates(rule, start)
    assert list(found) == sorted(set(found))
    assert all(day.weekday() in rule.weekdays and day >= start for day in found)
    assert len(found) <= rule.times
    assert rule.until is None or all(day <= rule.until for day in found)
    assert rule.until is not None or len(found) == rule.times


@given(rules, starts)
def test_weeks_are_counted_from_the_first_date(rule, start):
    found = series_dates(rule, start)
    if rule.unit is WEEK and found:
        first = found[0] - timedelta(days=found[0].weekday())
        gaps = {(day - timedelta(days=day.weekday()) - first).days for day in found}
        assert all(gap % (7 * rule.every) == 0 for gap in gaps)


@given(rules, starts)
def test_months_are_counted_from_the_first_date(rule, start):
    found = series_dates(rule, start)
    if rule.unit is MONTH:
        months = [day.year * 12 + day.month for day in found]
        assert all((month - months[0]) % rule.every == 0 for month in months)
        for day in found:
            is_last = (day + timedelta(days=7)).month != day.month
            assert (day.day - 1) // 7 + 1 in rule.ordinals or (is_last and LAST in rule.ordinals)


@given(rules)
def test_the_dutch_words_of_a_rule_read_back_to_the_rule(rule):
    assert read(describe_series(rule)) == rule


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_monthly_series_without_a_weekday_begins_on_its_own_start(start):
    assert series_dates(read("elke maand, 1 keer", start), start) == (start,)
    assert ordinal_of(start) in {1, 2, 3, 4, LAST}
