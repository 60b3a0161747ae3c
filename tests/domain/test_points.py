"""Points: what rounding and caps may never do, and what registers write of theirs."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.points import Earned, capped, earned, rounded_once
from intervisie_desktop.domain.profiles import PointRounding, PointRule
from tests import builders as a

DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 9))
PRESENCE = st.lists(st.builds(Earned, DAYS, st.integers(0, 300)), max_size=8)
RULES = st.builds(
    PointRule,
    per_minutes=st.sampled_from((15, 30, 60, 90)),
    worth=st.sampled_from((25, 50, 100)),
    per_session=st.none() | st.just(100),
    day_max=st.none() | st.integers(0, 4),
    rounding=st.sampled_from(PointRounding),
)


@given(RULES, PRESENCE, st.randoms())
def test_the_order_of_sessions_does_not_matter(
    rule: PointRule, presence: list[Earned], draw: random.Random
) -> None:
    shuffled = sorted(presence, key=lambda _: draw.random())
    assert earned(rule, shuffled) == earned(rule, presence)
    assert rounded_once(rule, shuffled) == rounded_once(rule, presence)


@given(RULES, PRESENCE, st.builds(Earned, DAYS, st.integers(0, 300)))
def test_more_presence_never_earns_less(
    rule: PointRule, presence: list[Earned], more: Earned
) -> None:
    assert earned(rule, [*presence, more]) >= earned(rule, presence)


@given(RULES, PRESENCE, st.integers(0, 7), st.integers(0, 60))
def test_staying_longer_never_earns_less(
    rule: PointRule, presence: list[Earned], which: int, longer: int
) -> None:
    stayed = [
        one._replace(minutes=one.minutes + longer) if n == which else one
        for n, one in enumerate(presence)
    ]
    assert earned(rule, stayed) >= earned(rule, presence)


@given(RULES, PRESENCE)
def test_dropping_the_rest_once_never_gives_less(rule: PointRule, presence: list[Earned]) -> None:
    assert rounded_once(rule, presence) >= earned(rule, presence)


@given(RULES, PRESENCE, st.integers(0, 10), st.integers(0, 5))
def test_a_higher_most_never_gives_less(
    rule: PointRule, presence: list[Earned], most: int, more: int
) -> None:
    points = earned(rule, presence)
    assert capped(points, most) <= capped(points, most + more) <= capped(points, None)


@pytest.mark.parametrize(
    ("profile", "minutes", "hundredths"),
    [
        ("nova_intervisie", [150, 150], 400),
        ("nova_intervisie", [120, 120, 120], 400),
        ("wbtv", [115], 175),
        ("vaktherapie", [119], 100),
        ("skgv", [60, 170], 200),
        ("nova_gio", [120], 0),
    ],
)
def test_points_are_those_the_register_writes(
    profile: str, minutes: list[int], hundredths: int
) -> None:
    practice = a.Practice(4, profile=profile)
    for n, long in enumerate(minutes):
        practice.meet(date(2026, n + 1, 12), minutes=long)
    judge = Judge(a.profiles(), practice.book())
    standing = judge.standing(practice.people[0].id, profile, 2026)
    assert standing is not None
    assert standing.hundredths == hundredths
    assert standing.points == hundredths // 100
