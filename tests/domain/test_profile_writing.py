"""A profile as text and back, changed, and held against another."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Certainty, Severity, Source
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.profile_difference import DifferenceKind, difference
from intervisie_desktop.domain.profile_editing import (
    new_profile,
    problems_of,
    with_edition,
    with_new_edition,
    with_norm,
    without_last_edition,
)
from intervisie_desktop.domain.profile_reader import ProfileError, read_profile
from intervisie_desktop.domain.profile_writer import slug, write_profile
from intervisie_desktop.domain.profiles import (
    Edition,
    MonthDay,
    Norm,
    OnlineCondition,
    PointRounding,
    PointRule,
    ProRata,
    RuleProfile,
)
from tests import builders as a

SURE = Source("Verordening", "art. 4.3a", Certainty.SOURCE, "wetten.example", date(2026, 1, 2))
PROFILES = a.profiles()


def again(profile: RuleProfile) -> RuleProfile:
    return read_profile(tomllib.loads(write_profile(profile)))


@pytest.mark.parametrize("key", PROFILES)
def test_every_profile_that_ships_survives_its_own_text(key: str) -> None:
    assert again(PROFILES[key]) == PROFILES[key]


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, 10**6),
    str: WORDS,
    tuple[str, ...]: st.lists(WORDS, max_size=3).map(tuple),
    PointRule: st.builds(
        PointRule,
        per_minutes=st.integers(1, 600),
        year_max=st.none() | st.integers(0, 99),
        kind=WORDS | st.just(""),
        per_session=st.none() | st.integers(1, 400),
        rounding=st.sampled_from(PointRounding),
        shared_with=st.lists(WORDS, max_size=2).map(tuple),
    ),
    ProRata: st.builds(
        ProRata, minutes_off=st.integers(0, 600), per_months=st.integers(1, 12),
        illness_months=st.integers(0, 12), pregnancy_months=st.integers(0, 12),
    ),
    MonthDay: st.dates().map(lambda day: MonthDay(month=day.month, day=day.day)),
    tuple[OnlineCondition, ...]: st.lists(
        st.builds(OnlineCondition, tick=WORDS, severity=st.sampled_from(Severity)), max_size=2
    ).map(tuple),
}  # fmt: skip
SOURCES = st.builds(
    Source, WORDS, WORDS | st.just(""), st.sampled_from(Certainty), WORDS | st.just(""),
    st.none() | st.dates(),
)  # fmt: skip
HINTS = get_type_hints(Edition)
NORMS = [f.name for f in fields(Edition) if f.name not in {"valid", "source"}]


@st.composite
def editions(draw: Any) -> Edition:
    names = draw(st.lists(st.sampled_from(NORMS), max_size=6, unique=True))
    norms = {}
    for name in names:
        (kind,) = get_args(get_args(HINTS[name])[0])
        value = draw(VALUES.get(kind, st.from_type(kind)))
        severity = draw(st.none() | st.sampled_from(Severity))
        norms[name] = Norm(value, draw(SOURCES), severity)
    return Edition(valid=Period(), source=draw(SOURCES), **norms)


@given(editions(), WORDS, WORDS | st.just(""))
def test_whatever_a_profile_asks_survives_its_text(edition: Edition, name: str, about: str) -> None:
    profile = RuleProfile(
        key="x", name=name, short_name="x", editions=(edition,), about=about, themes=(name,)
    )
    assert again(profile) == profile


@given(st.dictionaries(WORDS, st.none() | st.integers() | WORDS | st.lists(st.integers())))
def test_whatever_a_file_holds_is_read_or_refused_as_a_profile(data: dict[str, Any]) -> None:
    base = {"key": "x", "name": "X", "short_name": "X", "edition": [{"source": "s"}]}
    for table in (data, {**base, **data}, {**base, "edition": [data]}, {**base, "sources": data}):
        with pytest.raises(ProfileError):
            read_profile(table)


def test_a_slug_is_a_key() -> None:
    assert slug("Mijn régister, 2026!") == "mijn_register_2026"
    assert slug("…") == ""


def simple() -> RuleProfile:
    edition = Edition(valid=Period(), source=SURE, group_min=Norm(3, SURE), group_max=Norm(8, SURE))
    return RuleProfile(key="x", name="X", short_name="X", editions=(edition,))


def test_a_new_edition_begins_where_the_last_one_ends() -> None:
    changed = with_new_edition(simple(), date(2027, 1, 1))
    first, second = changed.editions
    assert (first.valid, second.valid) == (
        Period(None, date(2026, 12, 31)),
        Period(date(2027, 1, 1)),
    )
    assert second.norms() == first.norms()
    assert without_last_edition(changed) == simple()
    with pytest.raises(Refusal, match="edition_too_early"):
        with_new_edition(changed, date(2027, 1, 1))
    with pytest.raises(Refusal, match="edition_only"):
        without_last_edition(simple())


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        (replace(simple(), name=" "), "name_missing", ""),
        (replace(simple(), key="Niet goed"), "key_wrong", ""),
        (replace(simple(), editions=()), "no_edition", ""),
        (with_norm(simple(), 0, "group_min", Norm(9, SURE)), "range_backwards", "group_min"),
        (with_norm(simple(), 0, "group_max", Norm(0, SURE)), "zero", "group_max"),
        (with_norm(simple(), 0, "registers", Norm((), SURE)), "empty", "registers"),
        (with_norm(simple(), 0, "group_min", Norm(3, Source(""))), "source_nameless", "group_min"),
        (replace(simple(), editions=simple().editions * 2), "editions_overlap", ""),
    ],
)
def test_what_is_wrong_is_named_with_its_norm(changed: RuleProfile, code: str, field: str) -> None:
    assert (code, field) in {(found.code, found.field) for found in problems_of(changed)}


def test_what_ships_and_what_is_new_is_in_order() -> None:
    assert not any(problems_of(profile) for profile in PROFILES.values())
    assert not problems_of(new_profile("x", "X", date(2026, 1, 1)))


def test_a_difference_names_the_norm_before_and_after() -> None:
    before, other = simple(), replace(SURE, article="art. 9")
    after = with_norm(before, 0, "group_max", Norm(10, other))
    after = with_norm(after, 0, "year_min", Norm(480, SURE))
    after = replace(with_norm(after, 0, "group_min", None), about="Nieuw")
    found = difference(before, after)
    kinds = {one.name: (one.kind, one.before, one.after) for one in found.norms}
    assert kinds == {
        "group_min": (DifferenceKind.REMOVED, Norm(3, SURE), None),
        "group_max": (DifferenceKind.CHANGED, Norm(8, SURE), Norm(10, other)),
        "year_min": (DifferenceKind.ADDED, None, Norm(480, SURE)),
    }
    assert found.words == ("about",)
    assert not difference(before, before)


def test_a_new_edition_differs_from_the_one_before_it_by_its_norms_only() -> None:
    after = with_new_edition(simple(), date(2027, 1, 1))
    after = with_edition(after, 1, replace(after.editions[1], group_max=Norm(6, SURE)))
    found = difference(simple(), after)
    assert [kind for kind, _ in found.editions] == [DifferenceKind.CHANGED, DifferenceKind.ADDED]
    assert [(one.start, one.name) for one in found.norms] == [(date(2027, 1, 1), "group_max")]
    back = difference(after, simple())
    assert (DifferenceKind.REMOVED, after.editions[1]) in back.editions
