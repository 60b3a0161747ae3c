"""The sales ledger: in balance, the same as the invoices, and an auditfile without errors."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import pyxaf
import sample_invoices as samples
from lxml import etree

from intervisie_desktop.documents.ledger import (
    AuditFileFacts,
    LedgerError,
    SoldInvoice,
    audit_file,
    postings,
    read_scheme,
    sales_csv,
    standard_scheme,
)
from intervisie_desktop.domain.vat import VatCategory

SCHEME = standard_scheme()
SOLD = tuple(
    SoldInvoice(
        facts=replace(facts, number=f"2026-{place:04}"),
        client_code=f"K{facts.buyer.name[:30]}",
    )
    for place, facts in enumerate(samples.invoices().values(), 1)
)


def facts(*invoices: SoldInvoice) -> AuditFileFacts:
    return AuditFileFacts(
        seller=samples.SELLER, year=2026, created_on=date(2027, 1, 15), version="1.0",
        scheme=SCHEME, invoices=invoices or SOLD,
    )  # fmt: skip


def judged(data: bytes) -> list[str]:
    report = pyxaf.validate(io.BytesIO(data), xsd=True)
    return [f"{found.code} {found.message}" for found in report.findings]


def test_an_auditfile_with_every_kind_of_invoice_has_no_findings():
    data = audit_file(facts())
    assert judged(data) == []
    assert b"Verkoopboek (geen volledige administratie)" in data


def test_a_year_without_invoices_is_an_auditfile_too():
    assert judged(audit_file(replace(facts(), invoices=()))) == []


def test_an_auditfile_that_was_changed_is_found_out():
    data = audit_file(facts()).replace(b"<totalDebit>0.00", b"<totalDebit>1.00", 1)
    assert any("XAF5" in line for line in judged(data))


def test_the_totals_of_the_auditfile_are_those_of_the_invoices():
    root = etree.fromstring(audit_file(facts()))
    found = root.find(".//{*}transactions")
    lines = [line for sold in SOLD for line in postings(sold.facts, SCHEME)]
    debit = sum(line.amount for line in lines if line.amount > 0)
    assert found.findtext("{*}totalDebit") == f"{debit // 100}.{debit % 100:02}"
    assert found.findtext("{*}totalCredit") == found.findtext("{*}totalDebit")
    assert len(root.findall(".//{*}transaction")) == len(SOLD)


@pytest.mark.parametrize("sold", SOLD, ids=lambda sold: sold.facts.number)
def test_postings_balance_and_add_up_to_the_invoice(sold):
    lines = postings(sold.facts, SCHEME)
    assert sum(line.amount for line in lines) == 0
    assert lines[0].amount == sold.facts.gross
    assert -sum(line.amount for line in lines if line.category) == sold.facts.totals.net
    assert -sum(line.vat for line in lines) == sold.facts.totals.vat


def test_only_invoices_of_the_year_with_a_number_of_their_own_go_in():
    last_year = replace(SOLD[0].facts, issued_on=date(2025, 12, 31))
    with pytest.raises(LedgerError, match="not of 2026"):
        audit_file(facts(replace(SOLD[0], facts=last_year)))
    with pytest.raises(LedgerError, match="twice"):
        audit_file(facts(SOLD[0], SOLD[0]))
    with pytest.raises(LedgerError, match="quote"):
        audit_file(facts(SoldInvoice(facts=samples.quote(), client_code="K1")))
    nameless = replace(samples.SELLER, vat_number="", kvk_number="")
    with pytest.raises(LedgerError, match="neither"):
        audit_file(replace(facts(), seller=nameless))


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_the_csv_says_the_same_in_euros():
    found = rows(sales_csv(SOLD, SCHEME))
    euros = lambda text: int(text.replace(",", "") or "0")  # noqa: E731
    assert sum(euros(row["Debet"]) for row in found) == sum(euros(row["Credit"]) for row in found)
    first = [row for row in found if row["Boekstuk"] == "2026-0001"]
    assert [(row["Grootboek"], row["Debet"], row["Credit"], row["Btw-code"]) for row in first] == [
        ("1300", "1197,90", "", ""), ("8000", "", "990,00", "1a"), ("1500", "", "207,90", ""),
    ]  # fmt: skip


def test_a_spreadsheet_runs_nothing_of_what_a_client_is_called():
    for name in ("=1+1", "+31 6", "-2", "@som", "\t=1+1", " =1+1"):
        buyer = replace(samples.FIRM, name=name)
        sold = SoldInvoice(facts=replace(SOLD[0].facts, buyer=buyer), client_code=name)
        for row in rows(sales_csv([sold], SCHEME)):
            assert row["Relatie"].startswith("'")
            assert row["Relatiecode"].startswith("'")


def test_columns_and_accounts_follow_the_scheme_of_the_practice():
    columns = (("amount", "Bedrag"), ("account_name", "Rekening"), ("journal", "Dagboek"))
    (first, *_) = rows(sales_csv(SOLD[:1], replace(SCHEME, columns=columns)))
    assert first == {"Bedrag": "1197,90", "Rekening": "Debiteuren", "Dagboek": "VRK"}
    with pytest.raises(LedgerError, match="no such column"):
        sales_csv(SOLD[:1], replace(SCHEME, columns=(("bsn", "BSN"),)))


def test_every_kind_of_btw_has_its_accounts_and_a_wrong_scheme_is_refused():
    assert set(SCHEME.categories) == set(VatCategory)
    place = Path(__file__).parents[2] / "resources/ledger/nl.toml"
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    data["categories"]["standard"]["revenue"] = "nergens"
    with pytest.raises(LedgerError):
        read_scheme(data)
    bare = replace(SCHEME, categories={})
    with pytest.raises(LedgerError, match="no accounts"):
        postings(SOLD[0].facts, bare)
