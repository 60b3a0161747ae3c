"""A letter about an invented invoice, to see its texts on paper while they are changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from intervisie_desktop.documents.invoice_facts import InvoiceParty
from intervisie_desktop.documents.pdf import reminder
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.reminder import (
    Letter,
    LetterKind,
    OpenInvoice,
    ReminderFacts,
    VagueNoticeError,
    letter_words,
)
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.services.meeting.occasion import Occasion
from intervisie_desktop.services.texts import Wording

AMOUNT, COSTS = 39930, 5990
AGE, TERM = timedelta(days=45), timedelta(days=30)


def example_letter(about: Occasion, edited: Mapping[str, str], key: str) -> bytes:
    """The letter that this text stands in; Refusal("notice_vague") when the law wants more."""
    said = texts("papers")["example"]
    kind = LetterKind(key.split(".")[1])
    practice = about.practice
    issued = about.today - AGE
    invoice = OpenInvoice(
        number=said["invoice"],
        issued_on=issued,
        due_on=issued + TERM,
        gross=AMOUNT,
        open=AMOUNT,
    )
    words = letter_words([invoice], costs=COSTS, practice=practice.name)
    parts = Wording(edited, words, about.traits()).each(f"reminder.{kind}.")
    title, opening = (parts.pop(f"reminder.{kind}.{part}") for part in ("title", "opening"))
    private = kind is LetterKind.NOTICE_CONSUMER
    facts = ReminderFacts(
        practice=practice_facts(practice),
        seller=InvoiceParty(name=practice.name, address=practice.address, email=practice.email),
        recipient=InvoiceParty(
            name=about.people[0].person.name.plain if private else said["client"], private=private
        ),
        issued_on=about.today,
        letter=Letter(kind=kind, title=title, opening=opening, closing="\n\n".join(parts.values())),
        invoices=(invoice,),
        costs=COSTS,
        iban=practice.iban,
        sender=about.leader_name,
    )
    try:
        return reminder.render(facts)
    except VagueNoticeError as error:
        raise Refusal("notice_vague") from error
