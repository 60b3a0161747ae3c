"""What was issued stands: invoices, their lines, papers and acts refuse every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.storage.store import Store, Work
from tests.storage.samples import RECORDS, an_issued_invoice, dump, issue


@pytest.fixture
def issued(filled: Store) -> Store:
    issue(filled)
    return filled


def sql(statement: str) -> Callable[[Work], object]:
    return lambda work: work.connection.exec_driver_sql(statement)


def another(**changes: object) -> Callable[[Work], object]:
    first = an_issued_invoice()
    values = {"sequence": 2, "number": "2026-0002", "place": 2, "previous_hash": first.hash}
    made = an_issued_invoice("i3", **{**values, **changes})
    return lambda work: work.issued_invoices.add(made)


INVOICE, LINE = RECORDS["invoices"][0], RECORDS["invoice_lines"][0]
ATTACKS: dict[str, Callable[[Work], object]] = {
    "issued changed": lambda w: w.issued_invoices.save(an_issued_invoice(gross=1)),
    "issued removed": lambda w: w.issued_invoices.remove("i1"),
    "issued rewritten": sql("UPDATE issued_invoices SET gross = 1"),
    "invoice changed": lambda w: w.invoices.save(replace(INVOICE, reference="anders")),
    "invoice removed": lambda w: w.invoices.remove("i1"),
    "invoice replaced": sql("REPLACE INTO invoices SELECT * FROM invoices WHERE id = 'i1'"),
    "line changed": lambda w: w.invoice_lines.save(replace(LINE, unit_price=1)),
    "line removed": lambda w: w.invoice_lines.remove("l1"),
    "line moved away": lambda w: w.invoice_lines.save(replace(LINE, invoice_id="i3")),
    "line moved in": sql("UPDATE invoice_lines SET invoice_id = 'i1' WHERE id = 'l2'"),
    "line added": lambda w: w.invoice_lines.add(replace(LINE, id="l9")),
    "line replaced by rowid": sql(
        "INSERT INTO invoice_lines SELECT * FROM invoice_lines WHERE id = 'l1'"
    ),
    "its session removed": lambda w: w.sessions.remove("z1"),
    "paper changed": sql("UPDATE issued_invoice_papers SET pdf = x'00'"),
    "paper removed": sql("DELETE FROM issued_invoice_papers"),
    "act rewritten": sql("UPDATE invoice_acts SET note = 'anders'"),
    "act removed": lambda w: w.invoice_acts.remove("fa1"),
    "letter changed": sql("UPDATE invoice_act_papers SET pdf = x'00'"),
    "same number": another(number="2026-0001"),
    "same place in the series": another(sequence=1),
    "gap": another(sequence=3),
    "link left out": another(place=3),
    "link to nothing": another(previous_hash="0"),
    "counter up": sql("UPDATE number_series SET last = 9 WHERE series = 'invoices'"),
    "counter forged": sql("INSERT INTO number_series VALUES ('credits', 2030, 8)"),
    "a certificate's number": sql("UPDATE number_series SET series = 'certificates'"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_an_issued_invoice_is_changed_removed_or_replaced(issued: Store, attack: str):
    before = dump(issued)
    with pytest.raises(Refusal) as refusal, issued.work("attack", final=True) as work:
        ATTACKS[attack](work)
    assert refusal.value.code in {"immutable", "number_not_next", "duplicate"}
    assert dump(issued) == before


def test_the_next_invoice_fits_on_the_one_before(issued: Store):
    with issued.work("issued", final=True) as work:
        another()(work)
    with issued.reading() as read:
        assert [one.place for one in read.issued_invoices.all()] == [1, 2]


def test_invoices_and_credit_notes_count_for_themselves(issued: Store):
    with issued.work("issued", final=True) as work:
        assert work.next_number("invoices", 2026, 1) == 2
        assert work.next_number("credits", 2026, 50) == 50
        another(series="credits", sequence=50, number="C50")(work)
        assert work.next_number("credits", 2026, 50) == 51


def test_a_concept_may_still_change(issued: Store):
    with issued.work("changed") as work:
        work.invoices.save(replace(work.invoices.get("i3"), reference="PO 12"))
        work.invoice_lines.remove("l2")
        work.invoices.remove("i3")
    issued.undo()
    with issued.reading() as read:
        assert read.invoice_lines.get("l2") == RECORDS["invoice_lines"][1]


def test_one_billable_stands_on_one_invoice_only(filled: Store):
    again = replace(RECORDS["billed_sources"][0], invoice_id="i3", line_id="l2")
    with pytest.raises(Refusal, match="duplicate"), filled.work("twice") as work:
        work.billed_sources.add(again)
