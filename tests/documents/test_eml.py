"""Drafts: unsent, with the certificate attached, and no header can be smuggled in."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from intervisie_desktop.documents.eml import DraftFacts, is_address, render

FACTS = DraftFacts(
    sender_name="Praktijk Papierwilg",
    sender_address="marit@papierwilg.example",
    to_name="mr. Merel Ganzerik",
    to_address="merel@ganzerik.example",
    subject="Uw bewijs van deelname 2026-017",
    text="Geachte mevrouw Ganzerik,\n\nHierbij uw bewijs – met een streepje.\n",
    attachment_name="2026-017 Ganzerik.pdf",
    attachment=b"%PDF-1.7 bewijs",
)


def opened(facts):
    return message_from_bytes(render(facts), policy=default)


def test_a_draft_is_unsent_and_carries_the_certificate():
    message = opened(FACTS)
    (attached,) = message.iter_attachments()

    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].display_name == "mr. Merel Ganzerik"
    assert message["To"].addresses[0].addr_spec == "merel@ganzerik.example"
    assert message["Subject"] == "Uw bewijs van deelname 2026-017"
    assert message.get_body().get_content().replace("\r\n", "\n") == FACTS.text
    assert attached.get_filename() == "2026-017 Ganzerik.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == FACTS.attachment


def test_the_same_facts_give_the_same_bytes_with_crlf():
    data = render(FACTS)

    assert data == render(FACTS)
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_name_or_subject_cannot_add_a_header():
    message = opened(
        replace(
            FACTS,
            to_name="Merel\r\nBcc: iemand@elders.example",
            subject="Bewijs\nX-Anders: 1",
            attachment_name="a\r\nb.pdf",
        )
    )

    assert message["Bcc"] is None
    assert message["X-Anders"] is None
    assert message["Subject"] == "Bewijs X-Anders: 1"


def test_names_outside_ascii_arrive_whole():
    message = opened(replace(FACTS, to_name="Željko Łukasz-Ñandú", subject="Über 陳"))

    assert message["To"].addresses[0].display_name == "Željko Łukasz-Ñandú"
    assert message["Subject"] == "Über 陳"


@pytest.mark.parametrize("address", ["", "merel", "a@b", "a b@c.nl", "a@b.nl, c@d.nl", "é@x.nl\n"])
def test_what_is_no_address_is_recognised(address):
    assert not is_address(address)


def test_a_practice_without_address_gets_a_draft_without_sender():
    assert opened(replace(FACTS, sender_address=""))["From"] is None
