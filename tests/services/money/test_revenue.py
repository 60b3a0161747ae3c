"""Revenue per month: what was invoiced, and what is still to come."""

from datetime import date

from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.rates import Rate, RateKind
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.handover.revenue import revenue_of

TODAY = date(2026, 10, 13)


def revenue(house, year=2026, today=TODAY):
    with house.store.reading() as read:
        return revenue_of(read, today, year)


def planned(house, day):
    with house.store.work("start") as work:
        work.sessions.add(
            Session(
                id=f"s-{day}", group_id="g1", day=day, start=600, end=750, mode=Mode.ONLINE,
                state=SessionState.PLANNED,
            )
        )  # fmt: skip


def test_what_was_not_billed_yet_is_expected_now(house):
    found = revenue(house)
    assert {m.month: m.expected for m in found.months if m.expected} == {10: 5 * 16_500}
    assert found.invoiced == 0


def test_a_planned_meeting_is_expected_in_its_month_for_every_member(house):
    planned(house, date(2026, 12, 1))
    found = revenue(house)
    assert found.months[11].expected == 3 * 16_500


def test_what_is_invoiced_is_not_expected_any_more(house):
    planned(house, date(2026, 11, 10))
    ids = house.billing.make_concepts().value
    assert revenue(house).months[9].expected == 5 * 16_500
    house.final(*ids)
    found = revenue(house)
    assert found.months[9].invoiced == 5 * 16_500
    assert [m.expected for m in found.months if m.expected] == [3 * 16_500]


def test_a_credit_note_counts_below_nought(house):
    invoice_id = house.issued(50_000)
    credit = house.concepts.credit(invoice_id, bill_again=False).value
    house.final(credit.id)
    assert revenue(house).invoiced == 0


def test_a_price_per_year_is_expected_from_the_first_planned_meeting(house):
    house.rates.put(Rate(id="t1", kind=RateKind.FIXED, amount=300_000))
    planned(house, date(2027, 2, 2))
    assert revenue(house, year=2027).months[1].expected == 300_000


def test_a_year_that_is_over_expects_nothing(house):
    assert revenue(house, today=date(2027, 1, 5)).expected == 0
