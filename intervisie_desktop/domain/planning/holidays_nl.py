"""The Dutch public holidays of a year, with those on which most people simply work marked.

Algemene termijnenwet art. 3 names the days; Goede Vrijdag and, outside years that end in 0 or 5,
Bevrijdingsdag are working days for most, so they are a tip and not in the way.
"""

from __future__ import annotations

from datetime import date, timedelta

from intervisie_desktop.domain.planning.days import PublicHoliday

FIRST_YEAR = 2014
"""From this year on it is Koningsdag, on 27 April."""


def public_holidays(year: int) -> dict[date, PublicHoliday]:
    """The holidays by day, in order; where two fall together the first one named gives way."""
    if year < FIRST_YEAR:
        raise ValueError(f"no holidays known before {FIRST_YEAR}: {year}")
    easter = easter_sunday(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= timedelta(days=1)

    def after_easter(days: int) -> date:
        return easter + timedelta(days=days)

    days = (
        PublicHoliday(date(year, 1, 1), "Nieuwjaarsdag"),
        PublicHoliday(after_easter(-2), "Goede Vrijdag", free=False),
        PublicHoliday(easter, "Eerste paasdag"),
        PublicHoliday(after_easter(1), "Tweede paasdag"),
        PublicHoliday(date(year, 5, 5), "Bevrijdingsdag", free=year % 5 == 0),
        PublicHoliday(kings_day, "Koningsdag"),
        PublicHoliday(after_easter(39), "Hemelvaartsdag"),
        PublicHoliday(after_easter(49), "Eerste pinksterdag"),
        PublicHoliday(after_easter(50), "Tweede pinksterdag"),
        PublicHoliday(date(year, 12, 25), "Eerste kerstdag"),
        PublicHoliday(date(year, 12, 26), "Tweede kerstdag"),
    )
    return {holiday.day: holiday for holiday in sorted(days, key=lambda holiday: holiday.day)}


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    leap_centuries, rest_centuries = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - lunar + 15) % 30
    leaps, rest_years = divmod(in_century, 4)
    weekday = (32 + 2 * rest_centuries + 2 * leaps - epact - rest_years) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
