"""Late payment: collection costs by the scale, the letter's term, compound interest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.dunning import InterestKind
from intervisie_desktop.services.law import collection_rules

RULES = collection_rules()


@pytest.mark.parametrize(
    ("principal", "costs"),
    [
        (100, 40), (266.67, 40), (1_210, 181.50), (2_500, 375), (5_000, 625), (10_000, 875),
        (200_000, 2_775), (1_000_000, 6_775), (0, 0),
    ],
)  # fmt: skip
def test_collection_costs_follow_the_scale(principal, costs):
    assert RULES.scale.costs(round(principal * 100)) == round(costs * 100)


@given(st.integers(1, 200_000_000), st.integers(0, 1_000_000))
def test_a_larger_debt_never_costs_less(principal, more):
    assert RULES.scale.costs(principal) <= RULES.scale.costs(principal + more)


def test_the_fourteen_days_begin_after_the_letter_is_delivered():
    # Posted on the 1st, delivered on the 3rd: the 4th is the first day, the 17th the last.
    assert RULES.letter_until(date(2026, 6, 1)) == date(2026, 6, 17)


def test_a_whole_year_costs_the_rate_of_that_year():
    interest = RULES.interest_over(
        InterestKind.CONSUMER, 100_000, date(2025, 12, 31), date(2026, 12, 31)
    )

    assert interest == 4_000


def test_after_a_year_interest_bears_interest():
    two = RULES.interest_over(
        InterestKind.CONSUMER, 100_000, date(2025, 12, 31), date(2027, 12, 31)
    )

    assert two == 8_160


def test_a_rate_that_changes_halfway_counts_for_its_own_days():
    since = date(2023, 12, 31)
    interest = RULES.interest_over(InterestKind.TRADE, 1_000_000, since, date(2024, 12, 31))

    # 2024 has 366 days: 182 at 12,5 % and 184 at 12,25 %.
    assert interest == round(1_000_000 * (182 * 0.125 + 184 * 0.1225) / 366)


def test_no_interest_before_the_first_rate_that_is_known():
    with pytest.raises(LookupError):
        RULES.interest_over(InterestKind.TRADE, 100, date(2022, 1, 1), date(2024, 2, 1))


@given(st.integers(0, 900))
def test_interest_grows_with_time(days):
    since = date(2024, 1, 15)
    until = since + timedelta(days=days)
    day = timedelta(days=1)
    now = RULES.interest_over(InterestKind.TRADE, 10_000_000, since, until)
    assert 0 <= now < RULES.interest_over(InterestKind.TRADE, 10_000_000, since, until + day)
