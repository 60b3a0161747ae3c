"""The life of an invoice: concept, final, sent, paid, credited, written off."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_desktop.documents import einvoice
from intervisie_desktop.documents.invoice_json import from_json
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.invoices import InvoiceState
from intervisie_desktop.domain.money import Discount
from intervisie_desktop.domain.vat import VatCategory

S = InvoiceState


def test_final_is_number_date_snapshot_papers_and_link_at_once(house):
    invoice_id = house.concept("appelvink", 16_500, 33_000)
    house.final(invoice_id)
    card = house.invoices.card(invoice_id)
    pdf, xml = house.invoices.papers(invoice_id)
    facts = from_json(card.issued.snapshot)

    assert (card.number, card.issued.issued_on) == ("2026-0001", date(2026, 10, 13))
    assert card.due_on == date(2026, 11, 12)
    assert (facts.number, facts.gross) == ("2026-0001", 59_895)
    assert pdf.startswith(b"%PDF")
    assert einvoice.differences(facts, xml) == ()
    assert card.issued.xml_format == "nlcius"
    assert house.invoices.audit().whole


def test_numbers_follow_the_pattern_and_the_start_value_and_begin_again_each_year(house):
    house.settings(pattern="F{jaar}/{nr:03}", first_number=41)
    house.clock.moment = datetime(2026, 12, 31, 23, 50)
    assert house.invoices.upcoming_numbers(2) == ("F2026/041", "F2026/042")
    house.issued()
    house.clock.moment = datetime(2027, 1, 1, 0, 5)
    house.issued()
    house.issued()

    assert house.numbers() == ["F2026/041", "F2027/001", "F2027/002"]


def test_credit_notes_count_for_themselves_when_the_practice_wants_so(house):
    house.settings(credit_pattern="C{jaar}-{nr}")
    invoice_id = house.issued()
    house.final(house.concepts.credit(invoice_id).value.id)
    house.issued()

    assert house.numbers() == ["2026-0001", "C2026-1", "2026-0002"]
    assert [one.count for one in house.invoices.audit().series] == [1, 2]


def test_a_clock_set_back_does_not_mix_up_days_and_numbers(house):
    house.issued()
    house.next_day(-1)
    invoice_id = house.concept()

    assert house.invoices.finalise([invoice_id]).value.refused[0].code == "invoice_day_earlier"


def test_what_is_amiss_keeps_it_a_concept_and_says_why(house):
    good, bad = house.concept(), house.concept("wolkendek", category=VatCategory.REVERSE_CHARGE)
    done = house.invoices.finalise([bad, good]).value

    assert [one.number for one in done.made] == ["2026-0001"]
    assert [(one.code, one.flaws[0].place) for one in done.refused] == [
        ("invoice_flawed", "client.vat_number")
    ]
    assert house.invoices.card(bad).state is S.CONCEPT


def test_a_concept_below_nought_has_no_paper(house, refused):
    invoice_id = house.concept("appelvink", 10_000, quantity=-1_000)

    assert [flaw.code for flaw in house.invoices.card(invoice_id).flaws] == ["F08"]
    assert refused(house.invoices.preview, invoice_id) == "invoice_upside_down"


def test_a_cancel_stops_between_two(house):
    ids = [house.concept() for _ in range(3)]

    class Once:
        cancelled = False

        def step(self, done, total, text=""):
            self.cancelled = True

    done = house.invoices.finalise(ids, Once()).value
    assert (len(done.made), done.cancelled) == (1, 2)


def test_an_issued_invoice_can_no_longer_change(house, refused):
    invoice_id = house.issued()
    card = house.invoices.card(invoice_id)

    assert refused(house.concepts.change, replace(card.invoice, reference="x")) == "invoice_issued"
    assert refused(house.concepts.put_line, card.lines[0]) == "invoice_issued"
    assert refused(house.concepts.remove, invoice_id) == "invoice_issued"
    assert house.store.undo_label() is None


def test_a_paper_that_was_tampered_with_is_told(house):
    invoice_id = house.issued()
    connection = house.store._writer.connect()
    connection.exec_driver_sql("DROP TRIGGER issued_invoice_papers_no_update")
    connection.exec_driver_sql("UPDATE issued_invoice_papers SET pdf = x'00'")
    connection.commit()
    connection.close()

    with pytest.raises(Trouble, match="paper_damaged"):
        house.invoices.papers(invoice_id)
    assert house.invoices.audit().damaged == ("2026-0001",)


def test_a_changed_amount_breaks_the_chain(house):
    house.issued()
    house.issued()
    connection = house.store._writer.connect()
    connection.exec_driver_sql("DROP TRIGGER issued_invoices_no_update")
    connection.exec_driver_sql("UPDATE issued_invoices SET gross = 1 WHERE place = 1")
    connection.commit()
    connection.close()

    assert house.invoices.audit().broken_at == "2026-0001"


def test_a_whole_credit_is_the_exact_mirror_and_both_name_each_other(house):
    invoice_id = house.concept("appelvink", 3_333, 12_345)
    house.concepts.change(
        replace(house.invoices.card(invoice_id).invoice, discount=Discount(amount=777))
    )
    house.final(invoice_id)
    note = house.concepts.credit(invoice_id).value
    house.final(note.id)
    first, second = house.invoices.card(invoice_id), house.invoices.card(note.id)

    assert second.totals.gross == -first.totals.gross
    assert [-g.vat for g in second.totals.groups] == [g.vat for g in first.totals.groups]
    assert second.credits_number == "2026-0001"
    assert first.credited_by == ((note.id, "2026-0002"),)
    assert (first.state, first.balance.open) == (S.CREDITED, 0)
    assert from_json(second.issued.snapshot).original.number == "2026-0001"


def test_no_more_is_credited_than_stands(house, refused):
    invoice_id = house.issued(10_000, quantity=3_000)
    (line,) = house.invoices.card(invoice_id).lines
    house.final(house.concepts.credit(invoice_id, {line.id: 2_000}).value.id)

    assert house.invoices.card(invoice_id).balance.open == 12_100
    assert refused(house.concepts.credit, invoice_id, {line.id: 2_000}) == "credit_too_much"
    rest = house.concepts.credit(invoice_id).value
    house.final(rest.id)
    assert house.invoices.card(invoice_id).state is S.CREDITED
    assert refused(house.concepts.credit, invoice_id) == "nothing_to_credit"
    assert refused(house.concepts.credit, rest.id) == "credit_of_credit"


def test_two_credits_of_the_same_thing_cannot_both_become_final(house):
    invoice_id = house.issued()
    one, two = house.concepts.credit(invoice_id).value, house.concepts.credit(invoice_id).value
    house.final(one.id)

    refusal = house.invoices.finalise([two.id]).value.refused[0]

    assert [flaw.code for flaw in refusal.flaws] == ["F09"]


def test_sent_and_paid_in_parts(house):
    invoice_id = house.issued(50_000)
    today = house.clock.today()

    def state():
        return house.invoices.rows()[0].state

    assert state() is S.ISSUED
    house.invoices.mark_sent([invoice_id])
    assert state() is S.SENT
    house.invoices.mark_unsent(invoice_id)
    assert state() is S.ISSUED
    house.payments.pay(invoice_id, 20_000, today)
    assert (state(), house.invoices.rows()[0].open) == (S.PARTLY_PAID, 40_500)
    house.payments.pay(invoice_id, 50_000, today)
    assert state() is S.PAID
    assert [card.left_over for card in house.payments.all(loose=True)] == [9_500]
    house.store.undo()
    assert state() is S.PARTLY_PAID


def test_a_chargeback_opens_it_again(house):
    invoice_id = house.issued(50_000)
    house.payments.pay(invoice_id, 60_500, house.clock.today())
    house.payments.pay(invoice_id, -60_500, house.clock.today())

    assert house.invoices.card(invoice_id).balance.open == 60_500


def test_one_payment_for_two_invoices(house, refused):
    one, two = house.issued(10_000), house.issued(20_000)
    payment = house.payments.pay(one, 36_300, house.clock.today()).value

    assert refused(house.payments.divide, payment.id, {one: 36_300, two: 1}) == "allocated_too_much"
    house.payments.divide(payment.id, {one: 12_100, two: 24_200})
    assert {row.state for row in house.invoices.rows()} == {S.PAID}


def test_written_off_and_owed_again(house, refused):
    invoice_id = house.issued(50_000)

    assert refused(house.invoices.write_off, invoice_id, "") == "reason_missing"
    house.invoices.write_off(invoice_id, "Failliet")
    assert house.invoices.rows()[0].state is S.WRITTEN_OFF
    assert refused(house.invoices.write_off, invoice_id, "Nog eens") == "nothing_open"
    house.next_day()
    house.invoices.reclaim(invoice_id, "Toch uitkering")
    assert house.invoices.card(invoice_id).balance.open == 60_500


def test_it_is_late_from_the_day_after_its_last_day(house):
    house.issued()
    (row,) = house.invoices.rows()

    assert [row.late_days(date(2026, 11, day)) for day in (12, 13, 20)] == [0, 1, 8]


def test_instalments_add_up_and_are_billed_once(house, refused):
    made, _ = house.billing.make_concepts().value
    whole = house.invoices.card(made).totals
    days = [date(2026, 10, 13), date(2026, 11, 13), date(2026, 12, 13)]
    ids = house.concepts.split(made, [3_333, 3_333, 3_334], days).value
    cards = [house.invoices.card(one) for one in ids]

    assert sum(card.totals.net for card in cards) == whole.net
    assert [card.lines[0].description for card in cards][2] == "Termijn 3 van 3"
    assert "appelvink" not in {one.client_id for one in house.billing.to_bill()}
    house.final(ids[0])
    assert refused(house.concepts.remove, ids[1]) == "instalments_begun"


PRICES = st.lists(st.tuples(st.integers(1, 99_999), st.integers(1, 5_000)), min_size=1, max_size=4)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PRICES, st.integers(0, 5_000))
def test_whatever_is_on_it_record_snapshot_and_xml_agree_to_the_cent(house, prices, percent):
    invoice_id = house.concepts.new("wolkendek").value.id
    for price, quantity in prices:
        made = house.concept("wolkendek", price, quantity=quantity, category=VatCategory.REDUCED)
        line = replace(house.invoices.card(made).lines[0], id="", invoice_id=invoice_id)
        house.concepts.remove(made)
        house.concepts.put_line(line)
    concept = house.invoices.card(invoice_id).invoice
    house.concepts.change(replace(concept, discount=Discount(percent=percent)))
    house.final(invoice_id)
    note = house.concepts.credit(invoice_id).value.id
    house.final(note)
    for one in (invoice_id, note):
        card = house.invoices.card(one)
        facts = from_json(card.issued.snapshot)
        assert card.issued.gross == card.totals.gross == facts.gross
        assert einvoice.differences(facts, house.invoices.papers(one)[1]) == ()
    assert house.invoices.card(note).totals.gross == -house.invoices.card(invoice_id).totals.gross


def test_the_kor_meter_counts_what_counts(house):
    house.issued(1_500_000, category=VatCategory.KOR)
    house.issued(150_000, category=VatCategory.KOR, counts_for_kor=False)
    meter = house.invoices.kor_meter(2026)

    assert (meter.turnover, meter.percent, meter.stage) == (1_500_000, 75, 0)
    warned = house.invoices.check(house.concept("appelvink", 150_000, category=VatCategory.KOR))
    assert ("F12", 80) in [(flaw.code, flaw.facts.get("stage")) for flaw in warned]


def test_a_quote_becomes_a_group_and_its_instalments(house, refused):
    quote = house.quotes.new("appelvink", "Intervisie 2027").value
    assert refused(house.quotes.mark_sent, quote.id) == "quote_empty"
    line = house.invoices.card(house.concept("appelvink", 300_000)).lines[0]
    house.concepts.put_line(replace(line, id="", invoice_id=quote.invoice_id))
    house.quotes.change(replace(quote, group_name="Team Appelvink", instalments=(5_000, 5_000)))
    sent = house.quotes.mark_sent(quote.id).value

    assert (sent.number, sent.valid_until) == ("O2026-001", date(2026, 10, 27))
    assert house.quotes.preview(quote.id).startswith(b"%PDF")
    house.next_day(20)
    assert house.quotes.get(quote.id).state == "expired"
    ids = house.quotes.accept(quote.id, [date(2027, 1, 1), date(2027, 7, 1)]).value
    assert [house.invoices.card(one).totals.net for one in ids] == [150_000, 150_000]
    (group,) = [one for one in house.services.groups.rows() if one.name == "Team Appelvink"]
    assert house.quotes.get(quote.id).quote.group_id == group.id
    assert refused(house.quotes.decline, quote.id) == "quote_answered"
    house.store.undo()
    assert house.quotes.get(quote.id).state == "expired"


def test_rates_do_not_overlap(house, refused):
    rate = house.rates.all()[0]

    assert refused(house.rates.put, replace(rate, id="")) == "rate_clash"
    with pytest.raises(Refusal, match="rate_negative"):
        house.rates.put(replace(rate, amount=-1))
