"""What goes to the bookkeeper agrees with the invoices to the cent."""

import csv
import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
import pyxaf

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Rate, RateKind
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.domain.vat import VatCategory

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


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


@pytest.fixture
def books(house):
    """Three regimes on four invoices, one of them taken back."""
    house.issued(3_333, 4_444)
    house.issued(10_005, client="wolkendek", category=VatCategory.REDUCED)
    house.issued(20_000, category=VatCategory.EDUCATION)
    taken_back = house.issued(55_555)
    house.next_day(10)
    note = house.concepts.credit(taken_back).value.id
    house.final(note)
    return house.services.hand_over


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def cents(text):
    return int(text.replace(",", "") or "0")


def test_btw_per_rate_and_revenue_per_client_add_up_to_the_invoices(house, books):
    invoices = house.invoices.rows()
    vat = books.vat(2026)
    clients = books.revenue_by_client(2026)

    assert [(one.category, one.rate, one.base, one.vat) for one in vat.rows] == [
        (VatCategory.STANDARD, 2100, 7_777, 1_633),
        (VatCategory.REDUCED, 900, 10_005, 900),
        (VatCategory.EDUCATION, 0, 20_000, 0),
    ]
    assert [len(quarter) for quarter in vat.quarters] == [0, 0, 0, 3]
    assert sum(one.vat for one in vat.rows) == sum(one.vat for one in invoices)
    assert sum(one.net for one in clients) == sum(one.net for one in invoices)
    assert [(one.client_name, one.invoices) for one in clients] == [
        ("Maatschap Appelvink", 4),
        ("Wolkendek Arbeidsrecht", 1),
    ]
    assert books.revenue(2026).invoiced == sum(one.net for one in invoices)


def test_the_sales_ledger_is_in_balance_and_of_the_period_only(house, books):
    found = rows(books.ledger(YEAR))

    assert sum(cents(one["Debet"]) - cents(one["Credit"]) for one in found) == 0
    assert sum(cents(one["Btw-bedrag"]) for one in found) == 1_633 + 900
    assert rows(books.ledger(Period(date(2026, 10, 1), date(2026, 10, 12)))) == []


def test_the_auditfile_has_no_findings_and_needs_a_number_of_the_practice(house, books, refused):
    data = books.audit_file(2026)
    assert not pyxaf.validate(io.BytesIO(data), xsd=True).findings
    assert data.count(b"<transaction>") == 5

    with house.store.work("practice_changed") as work:
        practice = work.practice.get()
        work.practice.save(replace(practice, vat_number="", kvk_number=""))
    assert refused(books.audit_file, 2026) == "seller_number_missing"


def test_the_zip_holds_every_paper_as_it_was_issued_with_a_list_and_sums(house, books):
    data = books.bundle(YEAR)
    assert books.bundle(YEAR) == data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}

    assert "2026-0001_Maatschap_Appelvink.xml" in files
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(each).hexdigest() for name, each in files.items()}
    listed = rows(files["index.csv"])
    assert sum(cents(one["Inclusief btw"]) for one in listed) == sum(
        one.gross for one in house.invoices.rows()
    )
    assert listed[-1]["Crediteert"] == "2026-0004"
    pdf, xml = house.invoices.papers(house.invoices.rows()[0].id)
    assert (files[listed[-1]["Pdf"]], files[listed[-1]["E-factuur"]]) == (pdf, xml)


def test_a_paper_that_was_tampered_with_is_not_handed_over(house, books):
    connection = house.store._writer.connect()
    connection.exec_driver_sql("DROP TRIGGER issued_invoice_papers_no_update")
    connection.exec_driver_sql("UPDATE issued_invoice_papers SET pdf = x'00'")
    connection.commit()
    connection.close()

    with pytest.raises(Trouble, match="paper_damaged"):
        books.bundle(YEAR)


def test_open_items_are_those_of_the_day_that_is_asked_for(house, books):
    first = next(one for one in house.invoices.rows() if one.number == "2026-0001")
    house.payments.pay(first.id, 1_000, house.clock.today())

    def left(on):
        return {item.number: item.open for one in books.open_items(on) for item in one.items}

    now = left(house.clock.today())
    assert now == {one.number: one.open for one in house.invoices.rows() if one.open}
    assert left(date(2026, 10, 13)) == {
        **now, "2026-0001": first.gross, "2026-0004": 67_222,
    }  # fmt: skip
    assert left(date(2026, 10, 12)) == {}
    (item,) = books.open_items(date(2026, 11, 15))[1].items
    assert (item.number, item.late) == ("2026-0002", 3)


def test_accounts_codes_and_columns_of_the_ledger_are_the_practice_s_own(house, books, refused):
    own = {
        "accounts": {"debtors": {"number": "1100"}},
        "categories": {"reduced": {"code": "LAAG"}},
        "columns": {"account": "Rekening", "vat_code": "Code"},
    }
    books.keep_scheme(own)

    found = {(one["Rekening"], one["Code"]) for one in rows(books.ledger(YEAR))}
    assert {("1100", ""), ("8010", "LAAG"), ("8000", "1a")} <= found
    assert refused(books.keep_scheme, {"columns": {"bsn": "BSN"}}) == "ledger_scheme_wrong"
    assert refused(books.keep_scheme, {"accounts": 3}) == "ledger_scheme_wrong"
    house.store.undo()
    assert books.scheme().debtors.number == "1300"
