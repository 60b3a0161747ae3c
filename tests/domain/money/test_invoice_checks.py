"""What the law asks before an invoice is issued, regime by regime; the chain and the states."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from intervisie_desktop.domain.clients import Address, Client
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.invoice_checks import InvoiceCase, KorMeter, blocks, flaws_of
from intervisie_desktop.domain.invoices import (
    Balance,
    Invoice,
    InvoiceAct,
    InvoiceActKind,
    InvoiceKind,
    InvoiceLine,
    InvoiceSettings,
    InvoiceState,
    IssuedInvoice,
    broken_link,
    chain_hash,
    state_of,
    written_off,
)
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.law import vat_regime

TODAY = date(2026, 10, 13)
HOME = Address(lines="Kade 1", postcode="1234 AB", city="Breda")
V, K = VatCategory, InvoiceKind


def a_line(number=1, **changes):
    fields = {
        "id": f"l{number}", "invoice_id": "i", "position": number, "description": "Intervisie",
        "unit_price": 50_000, "category": V.STANDARD, "rate": 2_100, "served_on": date(2026, 10, 6),
    }  # fmt: skip
    return InvoiceLine(**{**fields, **changes})


def a_case(*lines, kind=K.INVOICE, **changes):
    fields = {
        "invoice": Invoice(id="i", client_id="c", made_on=TODAY, kind=kind),
        "lines": lines or (a_line(),),
        "practice": Practice(
            name="Praktijk", address=HOME, kvk_number="87654321", vat_number="NL000099998B57",
            iban="NL91ABNA0417164300",
        ),
        "client": Client(
            id="c", name="Kantoor", address=HOME, kvk_number="12345678", reference="PO 1"
        ),
        "settings": InvoiceSettings(crkbo_number="123"),
        "regime": vat_regime(),
        "today": TODAY,
    }  # fmt: skip
    return InvoiceCase(**{**fields, **changes})


def errors(case):
    return [(f.code, f.place) for f in flaws_of(case) if f.severity is Severity.ERROR]


def warnings(case):
    return [f.code for f in flaws_of(case) if f.severity is Severity.WARNING]


def exempt(category, **changes):
    return a_line(category=category, rate=0, **changes)


def test_a_whole_invoice_has_no_flaw():
    assert flaws_of(a_case()) == ()


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("name", "practice.name"), ("kvk_number", "practice.kvk_number"),
        ("vat_number", "practice.vat_number"), ("iban", "practice.iban"),
    ],
)  # fmt: skip
def test_the_practice_is_named_in_full(field, place):
    case = a_case(practice=replace(a_case().practice, **{field: " "}))

    assert errors(case) == [("F01", place)]


def test_the_buyer_is_named_in_full_unless_the_invoice_is_small():
    nowhere = replace(a_case().client, address=Address())

    assert errors(a_case(client=nowhere)) == [("F01", "client.address")]
    small = a_case(a_line(unit_price=8_264), client=nowhere)
    assert (errors(small), warnings(small)) == ([], ["F01"])
    assert errors(a_case(a_line(unit_price=8_265), client=nowhere))


@pytest.mark.parametrize("category", [V.KOR, V.EDUCATION])
def test_an_exemption_needs_its_words_and_the_btw_id(category):
    assert errors(a_case(exempt(category))) == []
    bare = replace(vat_regime(), texts={})
    assert errors(a_case(exempt(category), regime=bare)) == [("F01", f"text.{category}")]
    no_id = replace(a_case().practice, vat_number="")
    assert errors(a_case(exempt(category), practice=no_id)) == [("F01", "practice.vat_number")]


def test_kor_without_a_btw_id_is_a_category_of_its_own():
    no_id = replace(a_case().practice, vat_number="")

    assert errors(a_case(exempt(V.KOR_NO_ID), practice=no_id)) == []


def test_education_without_crkbo_number_is_warned_of():
    assert warnings(a_case(exempt(V.EDUCATION), settings=InvoiceSettings())) == ["F02"]


def test_kor_does_not_go_with_btw_but_education_does():
    assert errors(a_case(a_line(1), exempt(V.KOR, number=2))) == [("F03", "lines")]
    assert errors(a_case(a_line(1), exempt(V.EDUCATION, number=2))) == []


def test_reverse_charge_needs_the_btw_id_of_the_buyer():
    line = exempt(V.REVERSE_CHARGE)

    assert errors(a_case(line)) == [("F01", "client.vat_number")]
    known = replace(a_case().client, vat_number="NL001234567B01")
    assert errors(a_case(line, client=known)) == []


def test_the_rate_is_that_of_the_day_of_service():
    assert errors(a_case(a_line(rate=1_900))) == [("F11", "line.l1.rate")]
    before = a_line(rate=600, category=V.REDUCED, served_on=date(2018, 12, 31))
    assert errors(a_case(before)) == []


def test_numbers_that_cannot_be_right_block_but_not_in_the_invented_practice():
    wrong = (("practice.iban", "iban_wrong"),)

    assert errors(a_case(wrong=wrong)) == [("F05", "practice.iban")]
    demo = replace(a_case().practice, demo=True)
    assert errors(a_case(wrong=wrong, practice=demo)) == []


def test_an_organisation_is_asked_for_a_reference_and_a_number_a_person_is_not():
    bare = replace(a_case().client, reference="")

    assert warnings(a_case(client=bare)) == ["F06"]
    assert warnings(a_case(client=replace(bare, kvk_number=""))) == ["F07"]
    assert warnings(a_case(client=replace(bare, kvk_number="", private=True))) == []


def test_an_invoice_asks_for_something():
    assert errors(replace(a_case(), lines=())) == [("F08", "lines")]
    assert ("F08", "lines") in errors(a_case(a_line(quantity=-1_000)))


def test_a_credit_note_names_its_invoice_and_takes_back_no_more_than_stands():
    back = a_line(quantity=-1_000)
    loose = a_case(back, kind=K.CREDIT)
    tied = replace(loose, invoice=replace(loose.invoice, credits_id="i0"), creditable=60_500)

    assert errors(loose) == [("F09", "credits_id")]
    assert errors(tied) == []
    assert errors(replace(tied, creditable=60_499)) == [("F09", "lines")]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2026, 9, 13), date(2026, 10, 12), False),
        (date(2026, 9, 13), date(2026, 10, 13), True),
        (date(2026, 1, 31), date(2026, 2, 27), False),
        (date(2026, 1, 31), date(2026, 2, 28), True),
    ],
)
def test_a_collective_invoice_covers_a_month_at_most(first, last, found):
    case = a_case(a_line(1, served_on=first), a_line(2, served_on=last), today=last)

    assert ("F04" in warnings(case)) is found


def test_an_invoice_after_the_fifteenth_of_the_next_month_is_late():
    line = a_line(served_on=date(2026, 8, 31))

    assert "F10" not in warnings(a_case(line, today=date(2026, 9, 15)))
    assert "F10" in warnings(a_case(line, today=date(2026, 9, 16)))


@pytest.mark.parametrize(
    ("before", "stage"), [(1_549_999, 0), (1_550_000, 80), (1_750_000, 90), (1_950_000, 100)]
)
def test_the_kor_limit_comes_near(before, stage):
    case = a_case(exempt(V.KOR), kor_turnover=before)
    found = [f.facts["stage"] for f in flaws_of(case) if f.code == "F12"]

    assert found == ([stage] if stage else [])
    assert not blocks(flaws_of(case))
    assert KorMeter(turnover=before + 50_000, limit=2_000_000).stage == stage


# --- the chain -------------------------------------------------------------------------------


def links(count):
    made, before = [], ""
    for place in range(1, count + 1):
        one = IssuedInvoice(
            id=f"i{place}", number=f"2026-{place}", series="invoices", year=2026, sequence=place,
            issued_on=TODAY, issued_at=datetime(2026, 10, 13, tzinfo=UTC), due_on=None, net=1,
            vat=0, gross=1, snapshot="{}", pdf_sha256="a", xml_sha256="b", xml_format="",
            place=place, previous_hash=before, hash="",
        )  # fmt: skip
        made.append(replace(one, hash=chain_hash(one)))
        before = made[-1].hash
    return made


def test_a_whole_chain_has_no_broken_link():
    assert broken_link(links(4)) is None
    assert broken_link([]) is None


@pytest.mark.parametrize(
    "change",
    [
        {"gross": 2}, {"snapshot": "{ }"}, {"pdf_sha256": "c"}, {"xml_sha256": "c"},
        {"number": "2026-9"}, {"issued_on": date(2026, 10, 12)}, {"previous_hash": "0"},
    ],
)  # fmt: skip
def test_any_change_breaks_the_chain_where_it_was_made(change):
    chain = links(4)
    chain[1] = replace(chain[1], **change)

    assert broken_link(chain) == chain[1]


def test_a_change_with_its_own_hash_breaks_the_next_link():
    chain = links(3)
    forged = replace(chain[1], gross=9)
    chain[1] = replace(forged, hash=chain_hash(forged))

    assert broken_link(chain) == chain[2]


def test_a_link_that_is_gone_is_missed():
    chain = links(4)

    assert broken_link([chain[0], *chain[2:]]) == chain[2]


# --- states ----------------------------------------------------------------------------------


def acts(*kinds):
    at = datetime(2026, 10, 13, tzinfo=UTC)
    return [
        InvoiceAct(id=str(n), invoice_id="i", kind=k, on=TODAY, at=at) for n, k in enumerate(kinds)
    ]


A, S = InvoiceActKind, InvoiceState


@pytest.mark.parametrize(
    ("balance", "kinds", "state"),
    [
        (Balance(gross=100), [], S.ISSUED),
        (Balance(gross=100), [A.SENT], S.SENT),
        (Balance(gross=100), [A.SENT, A.UNSENT], S.ISSUED),
        (Balance(gross=100), [A.SENT, A.REMINDED], S.REMINDED),
        (Balance(gross=100, paid=1), [A.REMINDED], S.PARTLY_PAID),
        (Balance(gross=100, paid=100), [A.SENT], S.PAID),
        (Balance(gross=100, paid=120), [], S.PAID),
        (Balance(gross=100, paid=60, credited=40), [], S.PAID),
        (Balance(gross=100, credited=100), [A.CREDITED], S.CREDITED),
        (Balance(gross=100, paid=60, written_off=40), [A.WRITTEN_OFF], S.WRITTEN_OFF),
        (Balance(gross=0), [], S.PAID),
    ],
)
def test_where_an_invoice_is_follows_from_what_happened(balance, kinds, state):
    assert state_of(K.INVOICE, balance, acts(*kinds)) is state


def test_what_is_reclaimed_is_not_written_off():
    given_up = replace(acts(A.WRITTEN_OFF)[0], amount=40)

    assert written_off([given_up]) == 40
    assert written_off([given_up, *acts(A.RECLAIMED)]) == 0
