"""What goes to the bookkeeper agrees with the invoices to the cent."""

from dataclasses import replace
from datetime import date

from intervisie_desktop.domain.rates import Rate, RateKind
from intervisie_desktop.domain.sessions import SessionState


def plan(house, key, day, state=SessionState.PLANNED):
    with house.store.work("session_planned") as work:
        work.sessions.add(replace(work.sessions.get("s1"), id=key, day=day, state=state))


def months(revenue):
    return {
        one.month: (one.invoiced, one.expected)
        for one in revenue.months
        if one.invoiced or one.expected
    }


def test_revenue_is_invoiced_by_day_of_issue_and_expected_from_today_on(house):
    plan(house, "s3", date(2026, 11, 10))
    plan(house, "s4", date(2027, 1, 12))
    house.issued(50_000)
    to_bill = 33_000 + 16_500 + 33_000

    assert months(house.services.hand_over.revenue(2026)) == {
        10: (50_000, to_bill),
        11: (0, 3 * 16_500),
    }
    assert months(house.services.hand_over.revenue(2027)) == {1: (0, 3 * 16_500)}
    assert months(house.services.hand_over.revenue(2025)) == {}


def test_what_becomes_a_concept_stays_expected_and_what_is_issued_is_invoiced(house):
    before = house.services.hand_over.revenue(2026)
    made = house.billing.make_concepts().value
    assert house.services.hand_over.revenue(2026) == before

    house.final(*made)
    after = house.services.hand_over.revenue(2026)
    assert (after.invoiced, after.expected) == (before.expected, 0)


def test_a_credit_takes_revenue_back_in_the_month_in_which_it_is_issued(house):
    invoice_id = house.issued(50_000)
    house.next_day(30)
    house.final(house.concepts.credit(invoice_id).value.id)

    revenue = house.services.hand_over.revenue(2026)
    assert [revenue.months[9].invoiced, revenue.months[10].invoiced] == [50_000, -50_000]


def test_a_year_price_is_expected_once_the_first_meeting_of_the_year_is_planned(house):
    with house.store.work("rates") as work:
        work.rates.save(Rate(id="t1", kind=RateKind.PARTICIPANT_YEAR, amount=90_000))
    plan(house, "s4", date(2027, 2, 9))
    plan(house, "s5", date(2027, 5, 11))

    assert months(house.services.hand_over.revenue(2027)) == {2: (0, 270_000)}
