"""Amounts: rounded once on the total per rate, discounts that add up, credits that mirror."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.money import (
    NO_DISCOUNT,
    ONE,
    Discount,
    Priced,
    rounded,
    spread,
    totals,
)
from intervisie_desktop.domain.vat import VatCategory, VatLimit
from intervisie_desktop.services.law import vat_regime

S, R, EDU = VatCategory.STANDARD, VatCategory.REDUCED, VatCategory.EDUCATION

percents = st.builds(Discount, percent=st.integers(0, 10_000))
amounts = st.builds(Discount, amount=st.integers(0, 50_000))
discounts = st.one_of(st.just(NO_DISCOUNT), percents, amounts)
lines = st.builds(
    Priced,
    quantity=st.integers(-20_000, 20_000),
    unit_price=st.integers(0, 500_000),
    category=st.sampled_from(VatCategory),
    rate=st.sampled_from([0, 900, 2100]),
    discount=discounts,
)


def line(price, *, quantity=ONE, category=S, rate=2100, discount=NO_DISCOUNT):
    return Priced(
        quantity=quantity, unit_price=price, category=category, rate=rate, discount=discount
    )


@pytest.mark.parametrize(
    ("euros", "cents"), [("20.124", 2012), ("20.125", 2013), ("-20.125", -2013), ("0.005", 1)]
)
def test_half_a_cent_goes_up(euros, cents):
    assert rounded(Decimal(euros) * 100) == cents


def test_btw_is_rounded_once_over_the_total_of_a_rate():
    sums = totals([line(3750), line(1250)])

    assert (sums.net, sums.vat, sums.gross) == (5000, 1050, 6050)


def test_each_rate_has_its_own_group():
    sums = totals([line(10_000), line(5_000, category=R, rate=900), line(1, category=EDU, rate=0)])

    assert [(g.category, g.base, g.vat) for g in sums.groups] == [
        (S, 10_000, 2_100), (R, 5_000, 450), (EDU, 1, 0)
    ]  # fmt: skip


def test_a_discount_over_the_invoice_falls_on_every_rate_in_proportion():
    sums = totals([line(10_000), line(20_000, category=EDU, rate=0)], Discount(amount=3_000))

    assert [(g.lines, g.discount, g.vat) for g in sums.groups] == [
        (10_000, 1_000, 1_890), (20_000, 2_000, 0)
    ]  # fmt: skip


def test_a_line_with_half_a_quantity_and_a_percentage_off():
    assert line(16_500, quantity=1500, discount=Discount(percent=1000)).net == 22_275


@given(st.lists(lines, max_size=12), discounts)
def test_whatever_the_lines_the_parts_add_up(some, discount):
    sums = totals(some, discount)

    assert sums.lines == sum(one.net for one in some)
    assert sums.net == sums.lines - sums.discount
    assert sums.gross == sum(group.base + group.vat for group in sums.groups)
    if some:
        assert sums.discount == discount.of(sums.lines)


@given(st.lists(lines, max_size=12), discounts)
def test_a_credit_is_the_exact_mirror(some, discount):
    there = totals(some, discount)
    back = totals([one.mirrored() for one in some], discount.mirrored())

    assert [(g.category, g.rate, -g.lines, -g.discount, -g.vat) for g in back.groups] == [
        (g.category, g.rate, g.lines, g.discount, g.vat) for g in there.groups
    ]


@given(st.integers(-(10**7), 10**7), st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_what_is_spread_adds_up_to_the_cent(amount, weights):
    assert sum(spread(amount, weights)) == amount


def test_the_law_is_dated():
    law = vat_regime()

    assert law.rate(S, date(2012, 9, 30)) == 1900
    assert law.rate(S, date(2026, 1, 1)) == 2100
    assert law.rate(R, date(2018, 12, 31)) == 600
    assert law.rate(VatCategory.KOR, date(2026, 1, 1)) == 0
    assert law.limit(VatLimit.KOR_TURNOVER, date(2026, 1, 1)) == 20_000_00
    with pytest.raises(LookupError):
        law.limit(VatLimit.KOR_TURNOVER, date(2019, 12, 31))


@pytest.mark.parametrize(
    ("service", "deadline"),
    [
        (date(2026, 1, 31), date(2026, 2, 15)),
        (date(2026, 12, 1), date(2027, 1, 15)),
        (date(2024, 2, 29), date(2024, 3, 15)),
    ],
)
def test_an_invoice_goes_out_by_the_fifteenth_of_the_next_month(service, deadline):
    assert vat_regime().invoice_deadline(service) == deadline


def test_every_exemption_has_its_words_and_no_rate():
    law = vat_regime()

    for category in VatCategory:
        assert bool(law.text(category)) == category.needs_text
        assert category.charged == (category.code in {"S", "Z"})
    assert law.text(VatCategory.KOR, {"kor": "Eigen tekst"}) == "Eigen tekst"
