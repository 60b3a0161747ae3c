"""The own duty of a facilitator: hours that were typed in, and terms that end."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.own_duty import OwnDuty, expiries, own_duty
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, OwnHours
from intervisie_desktop.domain.standing import StandingState, YearStanding
from tests import builders as a

TODAY = date(2026, 10, 13)


def standing(_participant: str, _profile: str, _year: int) -> YearStanding | None:
    return None


def duty(*days: tuple[date, int], today: date = TODAY, profile: str = "nova_intervisie") -> OwnDuty:
    leader = a.a_facilitator()
    hours = [
        OwnHours(id=f"h{n}", facilitator_id=leader.id, register="BAR", day=day, minutes=minutes)
        for n, (day, minutes) in enumerate(days)
    ]
    chosen = a.profiles()[profile]
    edition = chosen.edition_of_year(2026)
    assert edition is not None
    book = Casebook(today, [leader, *hours])
    found = own_duty(book, leader, chosen, edition, 2026, standing, chosen=True)
    assert found is not None
    return found


def test_a_day_counts_from_two_to_four_hours() -> None:
    own = duty((date(2026, 2, 3), 90), (date(2026, 3, 3), 300), (date(2026, 4, 1), 120))
    assert (own.made, own.target) == (240 + 120, 480)
    assert own.short_days == (date(2026, 2, 3),)


def test_two_entries_on_a_day_are_one_day() -> None:
    day = date(2026, 3, 3)
    assert duty((day, 60), (day, 60)).made == 120


def test_what_is_still_to_come_is_planned_and_other_years_stay_out() -> None:
    own = duty((date(2026, 11, 3), 240), (date(2025, 3, 3), 240))
    assert (own.made, own.planned, own.missing) == (0, 240, 240)
    assert own.state is StandingState.TO_PLAN
    assert own.last_safe_day == date(2026, 12, 31)


def test_enough_is_enough_and_after_the_year_a_lack_is_a_lack() -> None:
    days = [(date(2026, month, 4), 240) for month in (2, 5)]
    assert duty(*days).state is StandingState.ACHIEVED
    assert duty(today=date(2027, 1, 5)).state is StandingState.SHORT
    assert duty(today=date(2026, 12, 31)).state is StandingState.UNREACHABLE


def test_a_profile_without_hours_asks_none() -> None:
    chosen = a.profiles()["vrij"]
    edition = chosen.edition_of_year(2026)
    leader = a.a_facilitator()
    book = Casebook(TODAY, [leader])
    assert edition is not None
    assert own_duty(book, leader, chosen, edition, 2026, standing, chosen=True) is None


def term(register: str, end: date | None) -> Designation:
    return Designation(
        id=f"{register}{end}", facilitator_id="f", register=register,
        period=Period(date(2020, 1, 1), end),
    )  # fmt: skip


def test_only_the_last_term_of_a_register_can_run_out() -> None:
    soon, later = term("NOvA", date(2026, 12, 1)), term("nova ", date(2031, 12, 1))
    ended, free = term("MfN", date(2026, 9, 1)), term("BAR", None)
    found = expiries((soon, later, ended, free), TODAY, 183)
    assert [(one.designation.register, one.days, one.over) for one in found] == [("MfN", -42, True)]
    assert [one.days for one in expiries((soon,), TODAY, 183)] == [49]
    assert expiries((soon,), TODAY, 48) == ()
    assert expiries((term("NIP", date(2025, 10, 12)),), TODAY, 183) == ()
