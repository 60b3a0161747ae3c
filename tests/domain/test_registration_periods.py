"""Registration periods: their days, their most, and what may never lower them."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.periods import Period, months_before
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.domain.standing import PeriodStanding, StandingState
from tests import builders as a

DAYS = st.lists(st.dates(date(2022, 6, 1), date(2026, 9, 1)), min_size=1, max_size=6, unique=True)


def practice(days: list[date], register: str = "LVV", began: date = date(2023, 3, 15)) -> list[Any]:
    """One vertrouwenspersoon at sessions of six hours, in a term of four years."""
    one = a.Practice(1, profile="lvv")
    for day in days:
        one.meet(day, minutes=360)
    person = one.people[0]
    one.add(a.a_registration(person, id="r", register=register, period=Period(began, None)))
    return one.records


def term(records: list[Any], today: date = a.TODAY) -> PeriodStanding:
    judge = Judge(a.profiles(), Casebook(today, records))
    [person] = [r.id for r in records if type(r).__name__ == "Participant"]
    return judge.periods(person)[-1]


def test_a_term_has_its_own_first_and_last_day() -> None:
    found = term(practice([date(2023, 3, 14), date(2023, 3, 15), date(2026, 3, 1)]))
    assert (found.start, found.end) == (date(2023, 3, 15), date(2027, 3, 14))
    assert (found.made, found.target) == (720, 1920)
    assert found.last_safe_day == date(2027, 3, 12)


def test_no_more_counts_than_the_most_of_a_year() -> None:
    days = [date(2025, month, 3) for month in (2, 3, 4)]
    assert term(practice(days)).made == 960


def test_a_term_keeps_pace_or_is_to_be_planned() -> None:
    ahead = practice([date(year, 6, month) for year in (2023, 2024, 2025) for month in (1, 2)])
    assert term(ahead).state is StandingState.ACHIEVED
    assert term(practice([date(2023, 6, 1)])).state is StandingState.TO_PLAN
    assert term(practice([date(2023, 6, 1)]), date(2023, 7, 1)).state is StandingState.TO_PLAN
    two = practice([date(2023, 6, 1), date(2023, 7, 1)])
    assert term(two, date(2023, 7, 1)).state is StandingState.ON_COURSE


def test_what_is_planned_counts_only_within_the_term() -> None:
    one = a.Practice(1, profile="lvv", today=date(2027, 3, 1))
    one.plan(date(2027, 3, 14), minutes=60)
    one.plan(date(2027, 3, 15), minutes=60)
    person = one.people[0]
    one.add(a.a_registration(person, register="LVV", period=Period(date(2023, 3, 15), None)))
    found = Judge(a.profiles(), one.book()).periods(person.id)[-1]
    assert (found.planned, found.end) == (60, date(2027, 3, 14))


def test_another_register_has_no_term_here() -> None:
    records = practice([date(2025, 3, 1)], register="BAR")
    [person] = [r.id for r in records if type(r).__name__ == "Participant"]
    assert Judge(a.profiles(), Casebook(a.TODAY, records)).periods(person) == ()


@given(DAYS, st.dates(date(2022, 6, 1), date(2026, 9, 1)), st.randoms())
def test_order_does_not_matter_and_more_presence_never_makes_less(
    days: list[date], more: date, draw: random.Random
) -> None:
    records = practice(days)
    shuffled = sorted(records, key=lambda _: draw.random())
    assert term(shuffled) == term(records)
    assert term(practice([*dict.fromkeys([*days, more])])).made >= term(records).made


def test_an_absent_participant_makes_nothing_of_a_planned_session() -> None:
    one = a.Practice(1, profile="lvv")
    session = one.plan(date(2026, 11, 12), minutes=60)
    person = one.people[0]
    one.add(a.an_attendance(session, person, state=AttendanceState.EXCUSED, intervals=()))
    one.add(a.a_registration(person, register="LVV", period=Period(date(2023, 3, 15), None)))
    assert session.state is SessionState.PLANNED
    assert Judge(a.profiles(), one.book()).periods(person.id)[-1].planned == 0


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(0, 300))
def test_months_back_and_forth_end_on_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int
) -> None:
    there = months_before(months_before(day, -months), months)
    assert there == day or (there.month == day.month and there.day in {28, 29, 30})
