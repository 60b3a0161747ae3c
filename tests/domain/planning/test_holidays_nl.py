from datetime import date

import holidays
import pytest

from intervisie_desktop.domain.planning.holidays_nl import public_holidays


@pytest.mark.parametrize("year", range(2014, 2061))
def test_the_free_days_are_those_of_the_holidays_library(year):
    """Goede Vrijdag stands in the library among the public days, though most people work."""
    theirs = holidays.country_holidays("NL", years=year, language="nl")
    ours = public_holidays(year)
    counted = {
        day: holiday.name.casefold()
        for day, holiday in ours.items()
        if holiday.free or holiday.name == "Goede Vrijdag"
    }
    for day, name in theirs.items():
        assert counted.pop(day) in name.casefold()
    assert counted == {}


def test_bevrijdingsdag_is_free_once_in_five_years():
    assert public_holidays(2025)[date(2025, 5, 5)].free
    assert not public_holidays(2026)[date(2026, 5, 5)].free


def test_kings_day_moves_from_a_sunday_to_the_saturday_before():
    assert public_holidays(2025)[date(2025, 4, 26)].name == "Koningsdag"
    assert date(2025, 4, 27) not in public_holidays(2025)


def test_goede_vrijdag_is_named_but_not_free():
    friday = public_holidays(2026)[date(2026, 4, 3)]
    assert (friday.name, friday.free) == ("Goede Vrijdag", False)


def test_before_koningsdag_nothing_is_known():
    with pytest.raises(ValueError, match="2013"):
        public_holidays(2013)
