"""Certificate numbers: the practice's pattern, and where counting begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.numbering import check_pattern, first_sequence, numbered


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{jaar}-{nr:03}", "2026-017"),
        ("{nr}", "17"),
        ("BVD/{jaar}/{nr:5}", "BVD/2026/00017"),
        ("{nr:02}.{jaar}", "17.2026"),
    ],
)
def test_a_number_follows_the_pattern(pattern, number):
    check_pattern(pattern, yearly_restart="jaar" in pattern)

    assert numbered(pattern, 2026, 17) == number


@given(st.integers(2000, 2100), st.integers(1, 9999), st.integers(2000, 2100), st.integers(1, 9999))
def test_two_places_in_the_series_never_share_a_number(year, nr, other_year, other_nr):
    same = numbered("{jaar}-{nr:03}", year, nr) == numbered("{jaar}-{nr:03}", other_year, other_nr)

    assert same == ((year, nr) == (other_year, other_nr))


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{jaar}", "nr"),
        ("{nr:03}", "jaar"),
        ("{jaar}-{nr}-{naam}", "letters"),
        ("{jaar}\n{nr}", "letters"),
        ("{jaar}{nr}" + "x" * 40, "long"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused(pattern, why):
    with pytest.raises(Refusal) as refused:
        check_pattern(pattern, yearly_restart=True)

    assert refused.value.facts["why"] == why


def test_the_start_value_holds_once_and_then_counting_begins_at_one():
    assert first_sequence(first_number=17, is_first_year=True, yearly_restart=True) == 17
    assert first_sequence(first_number=17, is_first_year=False, yearly_restart=True) == 1
    assert first_sequence(first_number=17, is_first_year=False, yearly_restart=False) == 17
