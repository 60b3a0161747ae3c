"""The signed statement: reads back as written, and no changed byte gets past."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.periods import Period, calendar_year
from intervisie_desktop.domain.statement import (
    ALPHABET,
    SignedStatement,
    Statement,
    binding_of,
    control_code,
    fingerprint,
    read_payload,
    typed_code,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
QR_ALPHABET = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")

days = st.dates(date(2000, 1, 1), date(2150, 1, 1))


def verify(public_key, message, signature):
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def a_statement(**changes):
    start = Statement(
        number="2026-017",
        kind=CertificateKind.YEAR,
        minutes=540,
        period=calendar_year(2026),
        issued_on=date(2026, 10, 13),
        profile="nova_intervisie",
        edition=date(2024, 1, 1),
        public_key=PUBLIC,
        binding=binding_of('{"name":"mr. Merel Ganzerik"}', bytes(16)),
    )
    return replace(start, **changes)


def signed(statement):
    return SignedStatement(statement, KEY.sign(statement.to_bytes()))


statements = st.builds(
    lambda number, kind, minutes, first, length, issued, profile, edition, binding: Statement(
        number=number,
        kind=kind,
        minutes=minutes,
        period=Period(first, first + timedelta(days=length)),
        issued_on=issued,
        profile=profile,
        edition=edition,
        public_key=PUBLIC,
        binding=binding,
    ),
    st.text(max_size=40),
    st.sampled_from(CertificateKind),
    st.integers(0, 65535),
    days,
    st.integers(0, 400),
    days,
    st.text(max_size=40),
    st.none() | days,
    st.binary(min_size=20, max_size=20),
)


@given(statements)
def test_a_statement_reads_back_as_it_was_written(statement):
    read = read_payload(signed(statement).payload)

    assert read.statement == statement
    assert read.is_signed_by_its_key(verify)


@given(statements)
def test_the_qr_code_needs_only_its_compact_alphabet(statement):
    assert set(signed(statement).payload) <= QR_ALPHABET


def test_a_usual_statement_fits_in_a_qr_code_of_53_modules():
    assert len(signed(a_statement()).payload) <= 262


@given(st.data())
def test_no_changed_character_passes(data):
    payload = signed(a_statement()).payload
    place = data.draw(st.integers(0, len(payload) - 1))
    other = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567."))
    changed = payload[:place] + other + payload[place + 1 :]
    if changed == payload:
        return
    try:
        read = read_payload(changed)
    except Refusal:
        return
    assert not read.is_signed_by_its_key(verify)


@given(st.text())
def test_any_other_text_is_refused(text):
    with pytest.raises(Refusal, match="statement_unreadable"):
        read_payload("INTERVISIE1:" + text)


@pytest.mark.parametrize("cut", [0, 1, 12, 40, 120, 200])
def test_a_cut_off_statement_is_refused(cut):
    with pytest.raises(Refusal, match="statement_unreadable"):
        read_payload(signed(a_statement()).payload[:cut])


def test_a_signature_of_another_key_does_not_fit():
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    statement = a_statement()

    forged = SignedStatement(statement, other.sign(statement.to_bytes()))

    assert not forged.is_signed_by_its_key(verify)


def test_another_name_or_salt_gives_another_binding():
    paper = '{"name":"mr. Merel Ganzerik"}'
    bindings = {
        binding_of(paper, bytes(16)),
        binding_of(paper.replace("mr.", "dr."), bytes(16)),
        binding_of(paper, b"\1" * 16),
    }
    assert len(bindings) == 3


def test_the_name_is_not_in_the_statement():
    assert b"Ganzerik" not in a_statement().to_bytes()


@pytest.mark.parametrize(
    "change",
    [
        {"binding": b"short"},
        {"public_key": b"short"},
        {"period": Period(date(2026, 1, 1), None)},
        {"issued_on": date(1999, 12, 31)},
        {"number": "x" * 256},
    ],
)
def test_what_does_not_fit_is_not_signed(change):
    with pytest.raises(ValueError, match="statement"):
        a_statement(**change).to_bytes()


def test_the_control_code_is_three_times_four_characters():
    code = control_code(a_statement())

    assert [len(part) for part in code.split("-")] == [4, 4, 4]
    assert set(code) <= set(ALPHABET + "-")
    assert code != control_code(a_statement(minutes=541))


def test_a_control_code_may_be_typed_carelessly():
    code = control_code(a_statement())

    assert typed_code(code.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == code


@given(statements, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_every_single_typing_error_is_caught(statement, place, other):
    bare = control_code(statement).replace("-", "")
    if bare[place] == other:
        return
    with pytest.raises(Refusal, match="control_code_wrong"):
        typed_code(bare[:place] + other + bare[place + 1 :])


@given(statements, st.integers(0, 10))
def test_every_swap_of_neighbours_is_caught(statement, place):
    bare = control_code(statement).replace("-", "")
    swapped = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
    if swapped == bare:
        return
    with pytest.raises(Refusal, match="control_code_wrong"):
        typed_code(swapped)


@pytest.mark.parametrize("text", ["", "7F3K", "7F3K-92MD-QX4é", "7F3K-92MD-QX4L-1"])
def test_a_code_of_another_shape_is_refused(text):
    with pytest.raises(Refusal, match="control_code_wrong"):
        typed_code(text)


def test_a_fingerprint_is_short_and_differs_per_key():
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()

    assert len(a_statement().fingerprint) == 19
    assert fingerprint(PUBLIC) != fingerprint(other)
