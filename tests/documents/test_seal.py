"""The seal: every changed byte of a sealed PDF shows."""

import hashlib

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_desktop.documents.seal import read_seal, sealed

PAYLOAD = "INTERVISIE1:MFRGG.NBSWY"


def sign(message):
    return hashlib.sha512(b"sleutel" + message).digest()


def a_pdf():
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="Bewijs")
    return bytes(pdf.output())


PDF = sealed(a_pdf(), PAYLOAD, sign)


def holds(pdf):
    seal = read_seal(pdf)
    return seal is not None and seal.payload == PAYLOAD and seal.signature == sign(seal.message)


def test_a_sealed_pdf_still_opens():
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(PDF)
    try:
        page = document[0]
        assert "Bewijs" in page.get_textpage().get_text_range()
    finally:
        document.close()


def test_the_seal_holds_on_the_bytes_that_were_sealed():
    assert holds(PDF)


@settings(max_examples=300)
@given(st.integers(0, len(PDF) - 1), st.integers(1, 255))
def test_any_one_changed_byte_breaks_it(place, difference):
    changed = bytearray(PDF)
    changed[place] ^= difference

    assert not holds(bytes(changed))


@pytest.mark.parametrize("change", [PDF[:-1], PDF + b"\n", PDF[1:], PDF + PDF])
def test_a_longer_or_shorter_file_breaks_it(change):
    assert not holds(change)


def test_a_paper_without_a_seal_has_none():
    assert read_seal(a_pdf()) is None
    assert read_seal(b"") is None


def test_only_a_pdf_is_sealed_and_only_once():
    for other in (b"geen pdf", PDF):
        with pytest.raises(ValueError, match="cannot be sealed"):
            sealed(other, PAYLOAD, sign)
