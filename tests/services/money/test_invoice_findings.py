"""What Controle finds about the invoices of a real practice, and when it looks again."""

from dataclasses import replace
from datetime import date, datetime

from intervisie_desktop.domain.invoices import InvoiceSettings
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.compliance import FindingScope
from tests.ui.panels.practice import empty_practice


def found(house, code=None):
    """The findings about invoices that stand open."""
    every = house.services.compliance.findings()
    mine = [j.finding for j in every if j.finding.code.startswith("F") and not j.ignored]
    return [finding for finding in mine if code in {None, finding.code}]


def test_a_practice_without_rates_and_invoices_has_none(tmp_path):
    services = empty_practice(tmp_path / "leeg.intervisie")
    assert services.compliance.findings() == ()
    services.store.close()


def test_a_field_that_the_law_asks_is_missed_until_it_is_filled_in(house):
    invoice_id = house.concept()
    assert not found(house, "F01")
    practice = house.services.practice.get()
    house.services.practice.change(replace(practice, iban=""))
    [one] = found(house, "F01")
    assert (one.severity, one.subject.kind, one.subject.id) == ("error", "invoice", invoice_id)
    house.services.practice.change(practice)
    assert not found(house, "F01")


def test_education_without_a_crkbo_number_is_a_warning(house):
    house.concept(category=VatCategory.EDUCATION)
    [one] = found(house, "F02")
    assert one.severity == "warning"
    house.settings(crkbo_number="CRKBO-1")
    assert not found(house, "F02")


def test_a_late_invoice_is_told_until_it_is_reminded_or_paid(house):
    reminded, paid = house.issued(), house.issued()
    assert not found(house, "F14")
    house.next_day(31)
    assert {one.subject.id for one in found(house, "F14")} == {reminded, paid}
    house.invoices.remind([reminded])
    house.payments.pay(paid, 60_500, house.clock.today())
    assert not found(house, "F14")


def test_what_must_be_billed_by_the_fifteenth_is_told_until_it_is(house):
    told = {one.subject.id: one for one in found(house, "F15")}
    assert set(told) == {"appelvink", "wolkendek"}
    assert told["appelvink"].figures["deadline"] == "2026-10-15"
    # Only the meeting of September: that of October has until 15 November.
    assert told["appelvink"].figures["amount"] == 33_000
    house.billing.make_concepts()
    assert not found(house, "F15")


def test_without_a_rate_nothing_is_worked_out(house):
    house.rates.remove("t1")
    assert not found(house, "F15")


def test_an_exception_and_another_day_work_as_for_other_findings(house):
    one = found(house, "F15")[0]
    house.services.compliance.ignore(one.key, "in overleg")
    assert one.key not in {each.key for each in found(house, "F15")}
    early = house.services.compliance.findings_on(date(2026, 10, 7))
    assert not [j for j in early if j.finding.code == "F15"]


def test_they_belong_to_no_group_and_are_left_out_of_what_is_asked_of_one(house):
    compliance = house.services.compliance
    assert found(house)
    within = compliance.findings(FindingScope(group_id="g1"))
    assert not [j for j in within if j.finding.code.startswith("F")]


def test_what_was_solved_is_kept_with_the_act(house):
    s = house.services
    invoice_id = house.issued()
    house.next_day(31)
    s.control.check(FindingScope())
    house.payments.pay(invoice_id, 60_500, house.clock.today())
    solved = s.control.check(FindingScope()).solved
    assert ("F14", "payment_booked") in {(one.finding.code, one.act) for one in solved}


def test_a_concept_that_was_thrown_away_is_not_solved(house):
    invoice_id = house.concept(category=VatCategory.EDUCATION)
    house.services.control.check(FindingScope())
    house.concepts.remove(invoice_id)
    solved = house.services.control.check(FindingScope()).solved
    assert "F02" not in {one.finding.code for one in solved}


def test_the_limit_of_kor_is_only_told_to_who_bills_under_it(house):
    house.clock.moment = datetime(2026, 12, 1, 9)
    house.issued(1_700_000, served_on=date(2026, 12, 1))
    assert not found(house, "F17")
    house.settings(category=VatCategory.KOR)
    [one] = found(house, "F17")
    assert (one.figures["stage"], one.figures["turnover"]) == (80, 1_700_000)
    house.rates.keep_settings(InvoiceSettings())
    assert not found(house, "F17")


def tamper(house, table, statement):
    """Change what was issued behind the back of the program, and open it again."""
    connection = house.store._writer.connect()
    for what in ("update", "delete"):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{what}")
    connection.exec_driver_sql(statement)
    connection.commit()
    connection.close()
    house.services = Services(house.store, house.clock, house.ids)


def test_a_changed_amount_and_a_changed_paper_are_errors_at_the_invoice_itself(house):
    first, second = house.issued(), house.issued()
    tamper(house, "issued_invoices", "UPDATE issued_invoices SET gross = 1 WHERE place = 1")
    tamper(house, "issued_invoice_papers",
           f"UPDATE issued_invoice_papers SET pdf = x'00' WHERE invoice_id = '{second}'")  # fmt: skip
    told = {one.aspect: one for one in found(house, "F16")}
    assert {aspect: one.subject.id for aspect, one in told.items()} == {
        "chain": first, "paper": second,
    }  # fmt: skip
    assert {one.severity for one in told.values()} == {"error"}


def test_a_number_that_is_not_there_is_an_error(house):
    for _ in range(3):
        house.issued()
    assert not [one for one in found(house) if one.severity == "error"]
    tamper(house, "issued_invoices", "UPDATE issued_invoices SET sequence = 9 WHERE place = 3")
    [one] = [one for one in found(house, "F01") if one.aspect.startswith("numbering")]
    assert one.figures["missing"] == list(range(3, 9))


def test_only_what_changed_is_worked_out_again(house):
    house.concept(category=VatCategory.EDUCATION)
    compliance = house.services.compliance
    compliance.findings()
    money = compliance._money
    before = dict(money._known)
    with house.store.work("method_changed") as work:
        work.settings.set("x", 1)
    assert money._stale == {"flaws", "deadlines", "kor"}
    compliance.findings()
    assert money._known["late"] is before["late"]
    assert money._known["flaws"] is not before["flaws"]
    assert not money._stale
