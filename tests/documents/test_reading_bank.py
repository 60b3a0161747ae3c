"""Statements of Dutch banks: what is read, that it is read once, and what is refused."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_desktop.documents.reading.bank import read_bank_file, read_here
from intervisie_desktop.domain.bank import BankEntry
from intervisie_desktop.domain.errors import Refusal

BANK = Path(__file__).parents[1] / "fixtures" / "bank"


def entries(name: str) -> tuple[BankEntry, ...]:
    return read_here((BANK / name).read_bytes()).entries


def refusal(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_here(data)
    return caught.value.code


@pytest.mark.parametrize("name", sorted(path.name for path in BANK.iterdir()))
def test_every_bank_tells_who_paid_how_much_and_for_which_invoice(name: str) -> None:
    for entry in entries(name):
        assert entry.account
        assert entry.cents
        if entry.cents > 0:
            assert "20" in f"{entry.text}{entry.reference}"
            assert entry.iban or entry.name or entry.reference


def test_a_name_that_ing_broke_over_two_lines_is_whole_again() -> None:
    assert entries("ing.940")[0].name == "MAATSCHAP APPELVINK"


def test_words_with_colons_of_abn_amro_are_told_apart() -> None:
    entry = entries("abnamro.940")[1]
    assert (entry.name, entry.iban) == ("GANZERIK EN PARTNERS", "NL20INGB0001234567")
    assert entry.text.startswith("FACT. 2026-0033")


def test_numbered_parts_of_triodos_are_joined_without_blanks() -> None:
    assert "2026-0034" in entries("triodos.940")[0].text


def test_asn_puts_the_account_where_others_put_a_reference() -> None:
    assert entries("asn.940")[0].iban == "NL02ABNA0123456789"


def test_a_bundle_is_split_when_its_parts_make_up_the_whole() -> None:
    assert [e.cents for e in entries("camt053_v08.xml")] == [79860, 39895, -59895]


def test_a_bundle_whose_parts_do_not_add_up_stays_one_line() -> None:
    text = (BANK / "camt053_v08.xml").read_text().replace(">398.95<", ">300.00<")
    assert [e.cents for e in read_here(text.encode()).entries] == [119755, -59895]


def test_money_that_was_taken_back_is_told_as_such() -> None:
    last = entries("camt053_v08.xml")[-1]
    assert last.reversal
    assert (last.name, last.end_to_end) == ("Kantoor Zonnedauw", "2026-0035")
    assert entries("ing.940")[-1].reversal


def test_a_structured_reference_is_kept_and_a_pending_line_is_only_counted() -> None:
    file = read_here((BANK / "camt053_v02.xml").read_bytes())
    assert file.entries[1].reference == "RF3120260001"
    assert file.entries[1].day == date(2026, 10, 6)
    assert file.pending == 1


def test_one_payment_has_one_key_whether_read_from_mt940_or_camt() -> None:
    assert entries("ing.940")[0].key == entries("camt053_v02.xml")[0].key


def test_two_payments_that_are_the_same_in_everything_have_two_keys() -> None:
    text = (BANK / "knab.940").read_text()
    line = text[text.index(":61:") : text.index(":62F:")].replace("//B4E07XM00J000023", "")
    twice = text[: text.index(":61:")] + line + line + ":62F:C261006EUR1000,\n-\n"
    keys = [entry.key for entry in read_here(twice.encode()).entries]
    assert len(set(keys)) == 2


def test_a_zip_of_statements_is_read_as_one_file() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name in ("camt053_v02.xml", "camt053_v08.xml"):
            parts.write(BANK / name, name)
    file = read_here(packed.getvalue())
    assert len(file.entries) == 5
    assert len(file.accounts) == 2


def test_lines_in_another_currency_are_left_out_and_counted() -> None:
    text = (BANK / "camt053_v02.xml").read_text()
    text = text.replace('<Amt Ccy="EUR">598.95', '<Amt Ccy="USD">598.95')
    file = read_here(text.encode())
    assert (len(file.entries), file.foreign) == (1, 1)


def test_a_statement_whose_lines_do_not_lead_to_its_balance_is_refused() -> None:
    assert refusal((BANK / "ing.940").read_bytes().replace(b"D12,50", b"D13,50")) == (
        "bank_unbalanced"
    )
    xml = (BANK / "camt053_v02.xml").read_bytes()
    assert refusal(xml.replace(b"2796.85", b"2796.84")) == "bank_unbalanced"


def test_a_file_that_was_cut_off_is_refused() -> None:
    assert refusal((BANK / "ing.940").read_bytes()[:420]) == "bank_cut_off"
    assert refusal((BANK / "camt053_v02.xml").read_bytes()[:900]) == "bank_broken"


def test_a_fraction_of_a_cent_is_no_amount() -> None:
    xml = (BANK / "camt053_v02.xml").read_bytes().replace(b">1197.90<", b">1197.905<")
    assert refusal(xml) == "bank_amount"


def test_a_day_that_does_not_exist_is_refused() -> None:
    xml = (BANK / "camt053_v02.xml").read_bytes().replace(b"<Dt>2026-10-05</Dt></BookgDt>",
                                                         b"<Dt>2026-02-30</Dt></BookgDt>")  # fmt: skip
    assert refusal(xml) == "bank_day"


@pytest.mark.parametrize(
    "start",
    [b'<!DOCTYPE a [<!ENTITY x "y">]>', b'<!DOCTYPE a SYSTEM "file:///etc/hostname">'],
)
def test_a_document_type_is_refused_before_anything_is_fetched(start: bytes) -> None:
    body = (BANK / "camt053_v02.xml").read_bytes().split(b"?>", 1)[1]
    assert refusal(b'<?xml version="1.0"?>' + start + body) == "import_document_type"


@pytest.mark.parametrize(
    "data",
    [b"naam;bedrag\nJan;12", b"<html></html>", b"PK\x03\x04kapot", b":20:los", b"\xff\xd8\xff" * 9],
)
def test_something_else_than_a_statement_is_refused_in_one_sentence(data: bytes) -> None:
    assert refusal(data) in {"bank_unknown", "bank_broken", "import_unreadable", "import_encoding"}


def test_hundred_thousand_nested_elements_are_refused() -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    assert refusal(deep) in {"bank_broken", "bank_unknown"}


def test_the_door_reads_in_a_process_of_its_own() -> None:
    file = read_bank_file((BANK / "camt053_v02.xml").read_bytes())
    assert file.entries == entries("camt053_v02.xml")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(BANK.iterdir())), st.data())
def test_a_damaged_file_gives_lines_or_a_refusal_and_nothing_else(
    path: Path, data: st.DataObject
) -> None:
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Refusal):
        read_here(bytes(raw))
