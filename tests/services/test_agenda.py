import itertools
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from intervisie_desktop.domain.agenda import FreeKind, FreePeriod
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.planning.conflicts import ConflictKind
from intervisie_desktop.services.school_holidays import REGIONS, school_holidays

WEDNESDAY = date(2026, 10, 21)


@dataclass(frozen=True)
class Taken:
    start: datetime
    end: datetime
    all_day: bool = False


MEETING = Taken(datetime(2026, 10, 21, 8, 30), datetime(2026, 10, 21, 12, 30))


def test_the_week_shows_everything_from_monday_to_sunday(house):
    group = house.group()
    house.session(group, date(2026, 10, 20))
    house.session(group, date(2026, 10, 26))
    house.agenda.import_busy("prive.ics", [MEETING])
    house.agenda.fill_school_holidays()
    week = house.agenda.week(WEDNESDAY)
    assert (week.first, week.last) == (date(2026, 10, 19), date(2026, 10, 25))
    assert [(s.day, s.code) for s in week.sessions] == [(date(2026, 10, 20), "OU")]
    assert [b.source for b in week.busy] == ["prive.ics"]
    assert [p.name for p in week.free_periods] == ["Herfstvakantie"]
    assert [(c.day, c.forward) for c in week.clock_changes] == [(date(2026, 10, 25), False)]


def test_a_month_is_shown_in_whole_weeks(house):
    month = house.agenda.month(date(2026, 10, 13))
    assert (month.first, month.last) == (date(2026, 9, 28), date(2026, 11, 1))
    february = house.agenda.month(date(2027, 2, 28))
    assert (february.first, february.last) == (date(2027, 2, 1), date(2027, 2, 28))


def test_the_year_has_its_holidays_and_both_clock_changes(house):
    year = house.agenda.year(2026)
    assert len(year.clock_changes) == 2
    assert [h.name for h in year.public_holidays if h.free][:3] == [
        "Nieuwjaarsdag",
        "Eerste paasdag",
        "Tweede paasdag",
    ]
    assert house.agenda.day(date(2026, 12, 25)).public_holidays[0].name == "Eerste kerstdag"


def test_busy_times_replace_those_of_the_same_file(house, undone, refused):
    changes = undone(house.agenda.import_busy, "prive.ics", [MEETING, MEETING]).changes
    assert changes.subjects == {Subject.CALENDAR}
    house.agenda.import_busy("kantoor.ics", [MEETING])
    undone(house.agenda.import_busy, "prive.ics", [MEETING])
    assert house.agenda.busy_sources() == ("kantoor.ics", "prive.ics")
    assert len(house.agenda.day(WEDNESDAY).busy) == 2
    assert undone(house.agenda.forget_busy, "kantoor.ics").value == 1
    assert refused(house.agenda.import_busy, " ", [MEETING]) == "source_missing"


def test_a_busy_time_over_midnight_is_on_both_days(house):
    night = Taken(datetime(2026, 10, 20, 23, 0), datetime(2026, 10, 21, 1, 0))
    house.agenda.import_busy("prive.ics", [night])
    counts = [len(house.agenda.day(WEDNESDAY + timedelta(days=n)).busy) for n in (-2, -1, 0, 1)]
    assert counts == [0, 1, 1, 0]


def test_busy_times_and_holidays_are_in_the_way(house):
    group = house.group()
    house.agenda.import_busy("prive.ics", [MEETING])
    house.agenda.fill_school_holidays()
    found = house.sessions.conflicts(house.sessions.draft(group.id, WEDNESDAY, 600, 720))
    assert [(c.kind, c.name) for c in found] == [
        (ConflictKind.BUSY, "prive.ics"),
        (ConflictKind.SCHOOL_HOLIDAY, "Herfstvakantie"),
    ]


def test_an_own_holiday_is_added_changed_and_removed(house, undone, refused):
    away = FreePeriod(id="", kind=FreeKind.OWN_HOLIDAY, name="Weg", first=WEDNESDAY, last=WEDNESDAY)
    saved = undone(house.agenda.put_free, away).value
    undone(house.agenda.put_free, replace(saved, last=date(2026, 10, 30)))
    undone(house.agenda.remove_free, saved.id)
    assert refused(house.agenda.put_free, replace(away, name="")) == "name_missing"
    backwards = replace(away, last=date(2026, 10, 1))
    assert refused(house.agenda.put_free, backwards) == "free_period_backwards"
    nowhere = replace(away, kind=FreeKind.SCHOOL_HOLIDAY, region="west")
    assert refused(house.agenda.put_free, nowhere) == "region_unknown"


def test_a_school_holiday_changed_by_hand_stays_when_filled_again(house, undone):
    count = undone(house.agenda.fill_school_holidays).value
    autumn = house.agenda.week(WEDNESDAY).free_periods[0]
    house.agenda.put_free(replace(autumn, first=date(2026, 10, 12)))
    assert house.agenda.fill_school_holidays().value == count - 1
    assert house.agenda.week(WEDNESDAY).free_periods[0].first == date(2026, 10, 12)


def test_the_school_holidays_are_whole_weeks_and_never_double():
    holidays = school_holidays()
    assert len({holiday.period.id for holiday in holidays}) == len(holidays)
    for holiday in holidays:
        assert (holiday.first.weekday(), holiday.last.weekday()) == (5, 6), holiday
    for region in REGIONS:
        mine = sorted((h for h in holidays if h.region == region), key=lambda h: h.first)
        for one, following in itertools.pairwise(mine):
            assert one.last < following.first
        names = [h.name for h in mine if h.first.year == 2026]
        assert names == [
            "Voorjaarsvakantie",
            "Meivakantie",
            "Zomervakantie",
            "Herfstvakantie",
            "Kerstvakantie",
        ]
