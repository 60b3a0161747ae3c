"""Methods: whether cases fit, whether phases keep their order, and what a file may say."""

from __future__ import annotations

import tomllib

import pytest

from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.method_reader import MethodError, read_method, write_method
from intervisie_desktop.domain.methods import (
    Method,
    Phase,
    ProgrammeItem,
    Turn,
    advising_minutes,
    asking_minutes,
    in_order,
    missing_phases,
    time_check,
)

FOUR = ("Probleemstelling", "Beeldvorming", "Oordeelsvorming", "Besluitvorming")


def around(*minutes: int) -> tuple[ProgrammeItem, ...]:
    return tuple(ProgrammeItem(name=f"onderdeel {n}", minutes=m) for n, m in enumerate(minutes))


def lasting(*minutes: int) -> Method:
    phases = tuple(Phase(name=f"stap {n}", minutes=m) for n, m in enumerate(minutes))
    return Method(key="m", name="M", source=Source("zelf"), phases=phases)


@pytest.mark.parametrize(
    ("items", "cases", "minutes", "each"),
    [((10, 5, 15, 10), 5, 240, 40), ((10, 5, 10, 5), 4, 180, 37)],
    ids=["STAB op locatie", "STAB online"],
)
def test_what_is_left_is_shared_among_the_cases(
    items: tuple[int, ...], cases: int, minutes: int, each: int
) -> None:
    check = time_check(around(*items), cases, lasting(5, 15, 12, 8), minutes)
    assert check.per_case == each
    assert check.fits == (each >= 40)


def test_two_hours_of_nova_hold_one_incident_or_two_short_cases() -> None:
    programme = around(10, 5, 10, 5, 5)
    assert time_check(programme, 1, lasting(65), 120).cases_that_fit == 1
    short = time_check(programme, 2, lasting(40), 120)
    assert (short.room, short.fits, short.cases_that_fit) == (85, True, 2)
    assert time_check(programme, 10, lasting(40), 120).over == 35 + 400 - 120


def test_a_plan_that_is_just_full_fits_and_a_minute_more_does_not() -> None:
    assert time_check(around(35), 1, lasting(85), 120).fits
    assert time_check(around(35), 1, lasting(86), 120).over == 1


def test_the_phases_of_a_plan_count_as_their_method() -> None:
    method = lasting(5, 15, 12, 8)
    assert time_check((), 2, method.phases, 90) == time_check((), 2, method, 90)


def test_more_programme_than_time_leaves_no_room_for_cases() -> None:
    check = time_check(around(90), 0, lasting(), 60)
    assert (check.room, check.per_case, check.cases_that_fit, check.over) == (0, 0, 0, 30)


@pytest.mark.parametrize(
    ("taken", "missing", "kept"),
    [
        (FOUR, (), True),
        (("Welkom", *FOUR, "Afsluiting"), (), True),
        (("probleemstelling", "BEELDVORMING"), FOUR[2:], True),
        ((FOUR[1], FOUR[0], *FOUR[2:]), (), False),
        ((), FOUR, True),
    ],
)
def test_phases_that_are_skipped_or_change_places_are_told_apart(
    taken: tuple[str, ...], missing: tuple[str, ...], kept: bool
) -> None:
    assert missing_phases(FOUR, taken) == missing
    assert in_order(FOUR, taken) is kept


def test_asking_and_advising_are_weighed_in_minutes() -> None:
    phases = (
        Phase(name="vragen", minutes=15, allowed=(Turn.OPEN_QUESTION,)),
        Phase(name="raad", minutes=10, allowed=(Turn.ADVICE, Turn.OPEN_QUESTION)),
    )
    method = Method(key="m", name="M", source=Source("zelf"), phases=phases)
    assert (asking_minutes(method), advising_minutes(method)) == (15, 10)


def test_a_method_is_written_and_read_back_whole() -> None:
    phase = Phase(
        name='Stap "één"', minutes=5, allowed=(Turn.STORY,), hint="Regel 1\nRegel 2 \\ \x7f"
    )
    method = Method(key="eigen", name="Eigen", source=Source("Eigen keuze"), phases=(phase,),
                    ordered=True, group_max=8, own=True, based_on="vierfasen")  # fmt: skip
    assert read_method(tomllib.loads(write_method(method)), own=True) == method


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["source_missing", "name_missing", "no_phases"]),
        ("phase = 5", ["source_missing", "name_missing", "no_phases"]),
        ('key="a"\nname="A"\n[source]\ntitle="b"', ["no_phases"]),
        ('key="a"\nname="A"\n[source]\ntitle="b"\n[[phase]]\nname="x"', ["minutes_wrong"]),
        ('key="a"\nname="A"\n[source]\ntitle="b"\n[[phase]]\nname="x"\nminutes=0', ["minutes_wrong"]),
        ('key="a"\nname="A"\n[source]\ntitle="b"\n[[phase]]\nminutes=5', ["phase_nameless"]),
        (('key="a"\nname="A"\n[source]\ntitle="b"\n[[phase]]\nname="x"\nminutes=5\n'
         '[[phase]]\nname="X"\nminutes=5\nspeaker="iemand"'), ["word_unknown", "phase_twice"]),
    ],
)  # fmt: skip
def test_a_file_tells_everything_that_is_wrong_with_it(text: str, codes: list[str]) -> None:
    with pytest.raises(MethodError) as wrong:
        read_method(tomllib.loads(text))
    assert [problem.code for problem in wrong.value.problems] == codes
