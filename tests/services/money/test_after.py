"""After issuing: reminders, files and drafts, and telling real invoices from others."""

import io
from datetime import date
from email import message_from_bytes

import pytest

from intervisie_desktop.domain.invoices import InvoiceState
from intervisie_desktop.services.invoicing.verifying import InvoiceVerdict


def read_aloud(pdf):
    from pypdf import PdfReader

    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_reminder_is_for_what_is_late(house, refused):
    invoice_id = house.issued(50_000)
    house.next_day(30)

    assert refused(house.invoices.remind, [invoice_id]) == "reminder_not_due"
    house.next_day()
    assert house.invoices.preview_reminder([invoice_id]).startswith(b"%PDF")
    assert house.invoices.card(invoice_id).acts == ()


def test_each_reminder_is_the_next_step_and_is_kept(house):
    one, two = house.issued(50_000), house.issued(20_000)
    house.next_day(40)
    (first,) = house.invoices.remind([one]).value
    house.next_day(10)
    (second,) = house.invoices.remind([one, two]).value
    card = house.invoices.card(one)

    assert (first.step, second.step) == (1, 2)
    assert second.until == date(2026, 12, 16)
    assert [act.step for act in card.acts] == [1, 2]
    assert card.state is InvoiceState.REMINDED
    assert house.invoices.reminder_paper(card.acts[1].id) == second.pdf
    # 15 % over 605 + 242 euro.
    assert "127,05" in read_aloud(second.pdf)


def test_a_consumer_gets_fourteen_days_from_delivery(house):
    from dataclasses import replace

    with house.store.work("client_changed") as work:
        work.clients.save(replace(work.clients.get("appelvink"), private=True, kvk_number=""))
    invoice_id = house.issued(10_000)
    house.next_day(40)
    house.invoices.remind([invoice_id])
    house.next_day(10)
    (notice,) = house.invoices.remind([invoice_id]).value

    assert notice.until == date(2026, 12, 18)
    assert "veertien dagen vanaf de dag nadat" in " ".join(read_aloud(notice.pdf).split())


def test_pdf_and_xml_in_a_folder_once(house, tmp_path):
    invoice_id = house.issued()
    folder = tmp_path / "uit"
    written = house.invoices.write_to_folder([invoice_id], folder)
    house.invoices.write_to_folder([invoice_id], folder)

    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-0001 Maatschap Appelvink.pdf", "2026-0001 Maatschap Appelvink.xml"
    ]  # fmt: skip
    assert [path.read_bytes() for path in written.paths] == [*house.invoices.papers(invoice_id)]


def test_a_draft_carries_pdf_and_xml_and_names_who_has_no_address(house, tmp_path):
    from dataclasses import replace

    one, two = house.issued(), house.issued(client="wolkendek")
    with house.store.work("client_changed") as work:
        client = work.clients.get("appelvink")
        work.clients.save(replace(client, billing_email="facturen@appelvink.example"))
    letter = house.invoices.letters()[0]
    written = house.invoices.write_drafts([one, two], tmp_path, letter)
    draft = message_from_bytes(written.paths[0].read_bytes())

    assert written.without_address == ("Wolkendek Arbeidsrecht",)
    assert draft["To"] == "Maatschap Appelvink <facturen@appelvink.example>"
    kinds = [part.get_content_type() for part in draft.walk() if part.get_filename()]
    assert kinds == ["application/pdf", "application/xml"]
    assert "605,00" in draft.get_payload()[0].get_payload(decode=True).decode()


@pytest.mark.parametrize("which", [0, 1])
def test_what_was_issued_is_told_from_what_was_changed(house, which):
    invoice_id = house.issued()
    data = house.invoices.papers(invoice_id)[which]

    assert house.invoices.verify(data).verdict is InvoiceVerdict.GENUINE
    changed = data + b"\n" if which == 0 else data.replace(b"605.00", b"905.00")
    found = house.invoices.verify(changed)
    assert (found.verdict, found.number, found.gross) == ("altered", "2026-0001", 60_500)
    assert house.invoices.verify(b"%PDF-1.7 iets").verdict is InvoiceVerdict.UNKNOWN
    assert house.invoices.verify(b"\x00").verdict is InvoiceVerdict.UNKNOWN


def test_what_was_taken_back_is_told(house):
    invoice_id = house.issued()
    pdf = house.invoices.papers(invoice_id)[0]
    house.final(house.concepts.credit(invoice_id).value.id)

    found = house.invoices.verify(pdf)

    assert (found.verdict, found.credited_by) == (InvoiceVerdict.CREDITED, "2026-0002")
