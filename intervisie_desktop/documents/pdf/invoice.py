"""Invoice, credit note and quote on the paper of the practice, with the XML of it inside.

Everything that is read on it stands in the facts; the practice only lends its mark and colour.
With XML the file is a Factur-X invoice: PDF/A-3A, PDF/UA-1 and EN 16931 at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from intervisie_desktop.documents.invoice_facts import InvoiceFacts, InvoiceKind
from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.invoice_lines import (
    closing_height,
    closing_texts,
    lines_table,
    terms_fit,
    totals_block,
    totals_height,
)
from intervisie_desktop.documents.pdf.layout import CELL, INK, SMALL, Sheet, plain
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import INVOICE_FILE, About
from intervisie_desktop.documents.pdf.parties import buyer_lines, seller_lines, two_columns
from intervisie_desktop.documents.pdf.payment_block import (
    Payment,
    payment_block,
    payment_height,
)
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import (
    finished,
    heading,
    stationery,
    title,
)

Words = Mapping[str, Any]

LEVEL = "EN 16931"
ACCEPTANCE_HEIGHT = 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaperFacts:
    """What the paper is made of; `xml` is the CII that goes into it, empty for a quote.

    Of the practice only mark, line under the name and colour are used: name, address and numbers
    are those of the seller in the invoice. A `concept` says so, has no number yet and no code.
    """

    practice: PracticeFacts
    invoice: InvoiceFacts
    xml: bytes = b""
    concept: bool = False


def render(facts: InvoicePaperFacts) -> bytes:
    """The invoice as PDF/A-3A and PDF/UA-1, as Factur-X when there is XML."""
    invoice, words = facts.invoice, texts("invoice")
    own = words[invoice.kind]
    number = words["concept"] if facts.concept else tidy(invoice.number)
    name = f"{own['title']} {number}".strip()
    about = About(title=name, author=tidy(invoice.seller.name),
                  subject=f"{name}, {tidy(invoice.buyer.name)}", issued_on=invoice.issued_on,
                  invoice_level=LEVEL if facts.xml else "")  # fmt: skip
    numbered = invoice.names_vat_numbers
    head = seller_lines(invoice.seller, vat_number=numbered)
    practice = replace(facts.practice, name=invoice.seller.name, lines=head)
    sheet = stationery(about, practice)
    title(sheet, own["title"], practice, under=words["concept_note"] if facts.concept else "")
    to = buyer_lines(invoice.buyer, vat_number=numbered)
    two_columns(sheet, to, _particulars(invoice, number, words))
    _intro(sheet, invoice.intro)
    payment = _payment(invoice, practice.accent, concept=facts.concept)
    _body(sheet, invoice, words, payment)
    if facts.xml:
        sheet.paper.attach(facts.xml, INVOICE_FILE, "text/xml", "Alternative")
    return finished(sheet, tidy(invoice.terms) if terms_fit(sheet, invoice) else "")


def _intro(sheet: Sheet, text: str) -> None:
    parts = [part for part in text.split("\n") if tidy(part)]
    for part in parts:
        sheet.paragraph(plain(part, replace(CELL, leading=14.5)), after=1.4)
    if parts:
        sheet.y += 3.0


def _particulars(invoice: InvoiceFacts, number: str, words: Words) -> list[tuple[str, str]]:
    own, labels = words[invoice.kind], words["labels"]
    pairs = [(own["number"], number), (own["day"], dutch.day(invoice.issued_on))]
    if invoice.due_on:
        pairs.append((own["due"], dutch.day(invoice.due_on)))
    if invoice.original:
        day = dutch.day_figures(invoice.original.issued_on)
        text = labels["original_value"].format(number=tidy(invoice.original.number), day=day)
        pairs.append((labels["original"], text))
    if invoice.served and invoice.kind is not InvoiceKind.QUOTE:
        pairs.append((labels["served"], dutch.days(*invoice.served)))
    pairs += [(labels["reference"], invoice.reference),
              (labels["order_number"], invoice.order_number)]  # fmt: skip
    return pairs


def _payment(invoice: InvoiceFacts, accent: str, *, concept: bool) -> Payment | None:
    if not invoice.payable or not tidy(invoice.iban):
        return None
    return Payment(amount=invoice.open, until=invoice.due_on, iban=invoice.iban,
                   payee=invoice.payee, accent=accent, scan=not concept,
                   text="" if concept else invoice.payment_text)  # fmt: skip


def _body(sheet: Sheet, invoice: InvoiceFacts, words: Words, payment: Payment | None) -> None:
    """Lines, sums and how to pay; the last line, the sums and the payment stay together."""
    below = 0.0
    if payment:
        below = payment_height(sheet, payment) + 5.0
    elif invoice.kind is InvoiceKind.QUOTE:
        below = ACCEPTANCE_HEIGHT
    closing = closing_height(sheet, invoice, words)
    follows = totals_height(invoice, words) + closing + below
    follows = min(follows, (sheet.bottom - sheet.top) * 0.7)
    lines_table(sheet, invoice, words, follows=follows)
    totals_block(sheet, invoice, words)
    sheet.y += 2.0
    for text, style in closing_texts(sheet, invoice, words):
        sheet.paragraph(plain(text, style), after=1.4)
    if payment:
        height = payment_height(sheet, payment)
        sheet.ensure(height + 3.0)
        payment_block(sheet, payment, max(sheet.y + 3.0, sheet.bottom - 6.5 - height))
    elif invoice.kind is InvoiceKind.QUOTE:
        _acceptance(sheet, words["acceptance"])


def _acceptance(sheet: Sheet, words: Words) -> None:
    """Room to sign a quote."""
    sheet.ensure(ACCEPTANCE_HEIGHT)
    heading(sheet, words["heading"], follows=ACCEPTANCE_HEIGHT - 10.0)
    _blanks(sheet, [words["name"], words["day"], words["signature"]])


def _blanks(sheet: Sheet, labels: Sequence[str]) -> None:
    gap = 6.0
    wide = (sheet.room - gap * (len(labels) - 1)) / len(labels)
    y = sheet.y + 15.0
    for place, label in enumerate(labels):
        x = sheet.left + place * (wide + gap)
        with sheet.paper.artifact():
            sheet.paper.line(x, y, x + wide, y, 0.25, INK)
        with sheet.paper.element("P"):
            sheet.text(plain(label, SMALL), x, y + 1.2, wide)
    sheet.y = y + 7.0
