"""Findings about invoices: what holds, what breaks, the edge between, and what differs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from intervisie_desktop.domain.findings import Certainty, Severity
from intervisie_desktop.domain.invoice_checks import InvoiceFlaw, KorMeter
from intervisie_desktop.domain.invoice_findings import (
    CODES,
    NEAR,
    broken,
    flawed,
    gap,
    late,
    near_kor,
    unbilled,
)
from intervisie_desktop.services.law import invoice_sources

TODAY = date(2026, 10, 13)
SOURCES = invoice_sources()
MADE = date(2026, 10, 1)


def a_late_one(due_on, owed=12_100):
    return late("f1", "c1", "2026-0001", due_on, owed, TODAY, SOURCES)


def test_every_code_says_where_it_is_written() -> None:
    assert set(SOURCES) == set(CODES)
    assert all(source.title for source in SOURCES.values())


def test_an_invoice_is_late_from_the_day_after_its_last_day() -> None:
    assert a_late_one(TODAY + timedelta(days=1)) is None
    assert a_late_one(TODAY) is None
    found = a_late_one(TODAY - timedelta(days=1))
    assert (found.code, found.severity) == ("F14", Severity.WARNING)
    assert (found.subject.kind, found.subject.id) == ("invoice", "f1")
    assert (found.figures["days"], found.figures["amount"]) == (1, 12_100)
    assert a_late_one(TODAY - timedelta(days=9), owed=0) is None


def test_what_is_to_be_billed_is_told_a_week_before_and_after_its_last_day() -> None:
    def days_before(days, net=10_000):
        return unbilled("c1", {TODAY + timedelta(days=days): net}, TODAY, SOURCES)

    assert days_before(NEAR + 1) is None
    assert unbilled("c1", {}, TODAY, SOURCES) is None
    for days in (NEAR, 0, -1):
        found = days_before(days)
        assert (found.code, found.severity) == ("F15", Severity.WARNING)
        assert found.figures["days"] == days


def test_only_what_is_near_counts_in_the_amount_and_the_first_day_stands_in_front() -> None:
    days = {TODAY + timedelta(days=n): net for n, net in ((-28, 100), (2, 20), (33, 3))}
    found = unbilled("c1", days, TODAY, SOURCES)
    assert found.figures["amount"] == 120
    assert found.figures["deadline"] == "2026-09-15"


def test_an_exception_for_one_month_is_none_for_the_next() -> None:
    one, other = (
        unbilled("c1", {day: 1}, day, SOURCES) for day in (TODAY, TODAY + timedelta(days=31))
    )
    assert one.key != other.key


@pytest.mark.parametrize(
    ("turnover", "stage"),
    [(1_599_999, None), (1_600_000, 80), (1_799_999, 80), (1_800_000, 90), (2_000_000, 100)],
)
def test_the_limit_of_kor_comes_near_in_three_steps(turnover, stage) -> None:
    found = near_kor(KorMeter(turnover=turnover, limit=2_000_000), 2026, SOURCES)
    assert (found.figures["stage"] if found else None) == stage
    if found:
        assert (found.code, found.severity, found.subject.year) == ("F17", Severity.WARNING, 2026)


@pytest.mark.parametrize(
    ("place", "owner"),
    [
        ("practice.iban", "practice"),
        ("client.address", "client"),
        ("settings.crkbo_number", "settings"),
        ("text.kor", "settings"),
        ("lines", "invoice"),
        ("line.r1.description", "invoice"),
    ],
)
def test_a_flaw_knows_whose_data_are_to_be_repaired(place, owner) -> None:
    flaw = InvoiceFlaw(code="F01", severity=Severity.ERROR, place=place)
    found = flawed("f1", "c1", MADE, flaw, SOURCES)
    assert found.aspect.partition("+")[0] == owner
    assert (found.code, found.subject.kind, found.subject.id) == ("F01", "invoice", "f1")


def test_flaws_of_one_invoice_can_be_told_apart() -> None:
    facts = ({"code": "PEPPOL-EN16931-R010"}, {"code": "PEPPOL-EN16931-R020"})
    flaws = [
        InvoiceFlaw(code="F13", severity=Severity.WARNING, place="", facts=one) for one in facts
    ]
    assert len({flawed("f1", "c1", MADE, flaw, SOURCES).key for flaw in flaws}) == 2


def test_gaps_and_broken_chains_are_errors_with_a_source_that_is_sure() -> None:
    found = [
        gap("factuur", 2026, (2, 3), 1, 4, SOURCES),
        broken("f1", "2026-0001", SOURCES, paper=False),
        broken("f1", "2026-0001", SOURCES, paper=True),
    ]
    assert {one.severity for one in found} == {Severity.ERROR}
    assert all(one.source.certainty is not Certainty.ASSUMPTION for one in found)
    assert len({one.key for one in found}) == 3
