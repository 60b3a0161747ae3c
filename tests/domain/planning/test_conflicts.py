from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.agenda import BusyTime, FreeKind, FreePeriod
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.planning.conflicts import (
    ConflictKind,
    Slot,
    Surroundings,
    conflicts,
    series_conflicts,
)
from intervisie_desktop.domain.planning.days import PublicHoliday, clock_changes

DAY = date(2026, 10, 22)  # a Thursday


def a_slot(start=570, end=690, *, day=DAY, group="fn", **more):
    return Slot(day=day, start=start, end=end, group_id=group, **more)


def kinds(proposal, **around):
    return [conflict.kind for conflict in conflicts(proposal, Surroundings(**around))]


def a_busy(start, end, *, all_day=False):
    return BusyTime(
        id="b",
        source="prive.ics",
        start=datetime.fromisoformat(start),
        end=datetime.fromisoformat(end),
        all_day=all_day,
    )


def test_an_empty_thursday_has_nothing_in_the_way():
    assert kinds(a_slot()) == []


def test_an_own_session_at_the_same_time_cannot_be():
    found = conflicts(a_slot(), Surroundings(slots=(a_slot(600, 700, group="ou"),)))
    assert [(c.kind, c.severity) for c in found] == [(ConflictKind.OWN_SESSION, Severity.ERROR)]


def test_a_session_is_not_in_its_own_way():
    stands = a_slot(session_id="s1")
    assert kinds(a_slot(600, 720, session_id="s1"), slots=(stands,)) == []


def test_a_colleague_may_lead_another_group_at_the_same_time():
    other = a_slot(group="ou", facilitator_id="jan")
    assert kinds(a_slot(facilitator_id="marit"), slots=(other,)) == []


def test_someone_in_two_groups_at_once_is_named():
    other = a_slot(group="ou", facilitator_id="jan", participants=frozenset({"noor", "joris"}))
    mine = a_slot(facilitator_id="marit", participants=frozenset({"noor", "femke"}))
    (found,) = conflicts(mine, Surroundings(slots=(other,)))
    assert (found.kind, found.participants) == (
        ConflictKind.PARTICIPANT_ELSEWHERE,
        frozenset({"noor"}),
    )


def test_a_session_that_follows_directly_is_a_tip():
    assert kinds(a_slot(570, 690), slots=(a_slot(690, 800, group="ou"),)) == [ConflictKind.TIGHT]
    assert kinds(a_slot(570, 690), slots=(a_slot(705, 800, group="ou"),)) == []


def test_the_same_group_twice_on_a_day_is_a_warning():
    assert kinds(a_slot(), slots=(a_slot(900, 1000),)) == [ConflictKind.SAME_GROUP_SAME_DAY]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-10-22T11:00", "2026-10-22T12:00", [ConflictKind.BUSY]),
        ("2026-10-22T11:30", "2026-10-22T12:00", [ConflictKind.TIGHT]),
        ("2026-10-22T12:00", "2026-10-22T13:00", []),
        ("2026-10-21T22:00", "2026-10-22T09:31", [ConflictKind.BUSY]),
        ("2026-10-23T10:00", "2026-10-23T11:00", []),
    ],
)
def test_busy_times_count_by_the_minute_and_over_midnight(start, end, expected):
    assert kinds(a_slot(), busy=(a_busy(start, end),)) == expected


def test_a_busy_day_names_its_source_and_no_time():
    whole = a_busy("2026-10-22T00:00", "2026-10-23T00:00", all_day=True)
    (found,) = conflicts(a_slot(), Surroundings(busy=(whole,)))
    assert (found.name, found.start, found.end) == ("prive.ics", None, None)


def test_goede_vrijdag_is_a_tip_and_tweede_paasdag_a_warning():
    friday, monday = date(2026, 4, 3), date(2026, 4, 6)
    days = {
        friday: PublicHoliday(friday, "Goede Vrijdag", free=False),
        monday: PublicHoliday(monday, "Tweede paasdag"),
    }
    around = Surroundings(public_holidays=days)
    assert conflicts(a_slot(day=friday), around)[0].severity is Severity.TIP
    assert conflicts(a_slot(day=monday), around)[0].severity is Severity.WARNING


def test_only_the_school_holiday_of_the_own_region_matters():
    autumn = FreePeriod(
        id="f",
        kind=FreeKind.SCHOOL_HOLIDAY,
        name="Herfstvakantie",
        first=date(2026, 10, 17),
        last=date(2026, 10, 25),
        region="midden",
    )
    assert kinds(a_slot(), free_periods=(autumn,), region="midden") == [ConflictKind.SCHOOL_HOLIDAY]
    assert kinds(a_slot(), free_periods=(autumn,), region="noord") == []
    assert kinds(a_slot(), free_periods=(autumn,)) == []


def test_an_own_holiday_is_a_warning_and_a_sunday_a_tip():
    away = FreePeriod(id="f", kind=FreeKind.OWN_HOLIDAY, name="Weg", first=DAY, last=DAY)
    assert kinds(a_slot(), free_periods=(away,)) == [ConflictKind.OWN_HOLIDAY]
    assert kinds(a_slot(day=date(2026, 10, 25))) == [ConflictKind.WEEKEND]


def test_a_series_sees_its_own_earlier_dates():
    first, second = a_slot(570, 690), a_slot(630, 750)
    found = dict(series_conflicts((first, second), Surroundings()))
    assert found[first] == ()
    assert [c.kind for c in found[second]] == [ConflictKind.OWN_SESSION]


slots = st.builds(
    lambda start, length, group: a_slot(start, start + length, group=group),
    st.integers(0, 1000),
    st.integers(1, 400),
    st.sampled_from("abc"),
)


@given(slots, slots)
def test_being_in_the_way_is_mutual(one, other):
    assert kinds(one, slots=(other,)) == kinds(other, slots=(one,))


@given(slots, st.lists(slots, max_size=6))
def test_the_heaviest_conflict_stands_first(proposal, others):
    order = [Severity.ERROR, Severity.WARNING, Severity.TIP]
    found = conflicts(proposal, Surroundings(slots=tuple(others)))
    ranks = [order.index(conflict.severity) for conflict in found]
    assert ranks == sorted(ranks)


@given(st.integers(2002, 2036))
def test_the_clock_changes_on_the_days_of_the_zone_data(year):
    zone = ZoneInfo("Europe/Amsterdam")
    for change in clock_changes(year):
        midnight = datetime(change.day.year, change.day.month, change.day.day, tzinfo=zone)
        before, after = midnight.utcoffset(), midnight.replace(hour=12).utcoffset()
        assert (after > before) is change.forward
        assert after != before
