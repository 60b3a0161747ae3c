"""The facts of an invoice: right to the cent, exact as JSON, and a credit as their mirror."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
import sample_invoices as samples
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.documents.einvoice import cii, differences, read, ubl
from intervisie_desktop.documents.invoice_facts import (
    AmountsError,
    InvoiceFacts,
    InvoiceKind,
    line_of,
    mirrored,
)
from intervisie_desktop.documents.invoice_json import SnapshotError, from_json, to_json
from intervisie_desktop.domain.money import Discount, Priced
from intervisie_desktop.domain.vat import VatCategory

KINDS = (*((VatCategory.STANDARD, rate) for rate in (2100, 1900)), (VatCategory.REDUCED, 900),
         (VatCategory.ZERO, 0), (VatCategory.EDUCATION, 0), (VatCategory.KOR, 0))  # fmt: skip


@st.composite
def discounts(draw) -> Discount:
    percent = draw(st.sampled_from((0, 0, 500, 1250, 3333)))
    return Discount(percent=percent) if percent else Discount(amount=draw(st.integers(0, 900)))


@st.composite
def invoices(draw) -> InvoiceFacts:
    lines = []
    for place in range(draw(st.integers(1, 6))):
        category, rate = draw(st.sampled_from(KINDS))
        priced = Priced(
            quantity=draw(st.integers(1, 40_000)), unit_price=draw(st.integers(1000, 99_999)),
            category=category, rate=rate,
        )  # fmt: skip
        if priced.gross > 1000:
            priced = replace(priced, discount=draw(discounts()))
        lines.append(line_of(f"Regel {place}", priced))
    facts = samples.invoice(*lines)
    off = draw(discounts())
    if facts.totals.lines <= off.amount:
        off = Discount()
    return samples.invoice(*lines, discount=off)


@given(invoices())
def test_any_invoice_is_the_same_in_facts_json_cii_and_ubl(facts):
    assert from_json(to_json(facts)) == facts
    assert differences(facts, cii(facts)) == ()
    assert differences(facts, ubl(facts)) == ()
    told = read(ubl(facts))
    assert (told.net, told.vat, told.gross) == (
        facts.totals.net, facts.totals.vat, facts.totals.gross,
    )  # fmt: skip
    assert [line.net for line in told.lines] == [line.net for line in facts.lines]
    assert told.net == sum(group.base for group in told.groups)
    assert told.vat == sum(group.vat for group in told.groups)
    assert told.net == sum(line.net for line in told.lines) - told.discount
    assert told.gross == told.net + told.vat


@given(invoices())
def test_a_credit_is_the_exact_mirror(facts):
    credit = mirrored(facts, number="C-1", issued_on=date(2026, 10, 1))
    assert credit.gross == -facts.gross
    assert [-group.vat for group in credit.groups] == [group.vat for group in facts.groups]
    assert [-line.net for line in credit.lines] == [line.net for line in facts.lines]
    for write in (cii, ubl):
        back, taken = read(write(facts)), read(write(credit))
        assert taken.credit
        assert taken.original == facts.number
        assert (taken.net, taken.vat, taken.gross) == (-back.net, -back.vat, -back.gross)
        assert {(g.code, g.rate, -g.base, -g.vat) for g in taken.groups} == {
            (g.code, g.rate, g.base, g.vat) for g in back.groups
        }


def test_btw_is_counted_over_the_total_per_rate():
    assert samples.regimes()["factuur_centen"].totals.vat == 1050


@pytest.mark.parametrize("name", sorted(samples.invoices()))
def test_a_snapshot_reads_back_exactly(name):
    facts = samples.invoices()[name]
    assert from_json(to_json(facts)) == facts
    assert to_json(from_json(to_json(facts))) == to_json(facts)


def test_facts_that_do_not_add_up_cannot_be_made():
    usual = samples.usual()
    with pytest.raises(AmountsError):
        replace(usual.lines[0], net=usual.lines[0].net + 1)
    group = replace(usual.groups[0], vat=usual.groups[0].vat + 1)
    with pytest.raises(AmountsError):
        replace(usual, totals=replace(usual.totals, groups=(group,)))
    with pytest.raises(AmountsError):
        replace(usual, kind=InvoiceKind.CREDIT)


def change(text: str, *path: str | int, value: object) -> str:
    data = json.loads(text)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sums", "gross"), 1),
        (("lines", 0, "net"), 32999),
        (("totals", "groups", 0, "vat"), 20791),
        (("version",), 2),
        (("number",), 36),
        (("issued_on",), "gisteren"),
        (("buyer", "bsn"), "123"),
        (("lines",), {}),
        (("paid",), 1.5),
    ],
)
def test_a_snapshot_that_was_changed_is_refused(path, value):
    with pytest.raises(SnapshotError):
        from_json(change(to_json(samples.usual()), *path, value=value))


def test_what_is_no_snapshot_is_refused():
    for text in ("", "[]", "{", '{"version": 1}'):
        with pytest.raises(SnapshotError):
            from_json(text)
