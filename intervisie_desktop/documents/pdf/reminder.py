"""Reminder (herinnering) and notice (aanmaning) for one or more open invoices.

The sentences are facts: texts that the practice may change (`resources/texts/reminder.toml`), with
`letter_words` filled in. The free letter to a consumer must give fourteen days from the day after
delivery, the exact costs and the consequence (art. 6:96 lid 6 BW); to a business the costs need no
letter beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from intervisie_desktop.documents.invoice_facts import InvoiceParty
from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    CELL,
    FIGURES,
    RIGHT,
    Cell,
    Column,
    Sheet,
    bold,
    cell,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.parties import buyer_lines, seller_lines, two_columns
from intervisie_desktop.documents.pdf.payment_block import Payment, payment_block, payment_height
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import finished, stationery, title

Words = Mapping[str, Any]

BODY = replace(CELL, leading=14.8)
ROW_HEIGHT = 7.6


class LetterKind(StrEnum):
    """Which letter it is; its texts are kept under this name."""

    REMINDER = "reminder"
    NOTICE_CONSUMER = "notice_consumer"
    NOTICE_BUSINESS = "notice_business"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvoice:
    """An invoice that is not paid; amounts in cents."""

    number: str
    issued_on: date
    due_on: date | None
    gross: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What comes on top now, such as interest; cents."""

    label: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The words of a letter, filled in; in a text an empty line begins a new paragraph."""

    kind: LetterKind
    title: str
    opening: str
    closing: str


class VagueNoticeError(ValueError):
    """A free letter that does not say what the law wants in it: its term or its costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderFacts:
    """Everything on a reminder; `pay_by` is left out where the term runs from delivery.

    `costs` are what collecting will cost, in cents, as the letter says it; they are not due yet.
    """

    practice: PracticeFacts
    seller: InvoiceParty
    recipient: InvoiceParty
    number: str = ""
    issued_on: date
    letter: Letter
    invoices: tuple[OpenInvoice, ...]
    charges: tuple[Charge, ...] = ()
    costs: int = 0
    pay_by: date | None = None
    iban: str
    account_name: str = ""
    payment_reference: str = ""
    sender: str = ""

    @property
    def total(self) -> int:
        """What is to be paid now, in cents."""
        return sum(each.open for each in self.invoices) + sum(c.amount for c in self.charges)


def letter_words(
    invoices: Sequence[OpenInvoice], *, recipient: str = "", costs: int = 0, practice: str = ""
) -> dict[str, str]:
    """What the words between braces in the texts of a letter stand for.

    `recipient` is how someone is addressed, "heer, mevrouw" when empty. `costs` are what collecting
    will cost, in cents.
    """
    named = texts("reminder")["words"]
    which = named["more"].format(count=dutch.number_word(len(invoices)))
    if len(invoices) == 1:
        day = dutch.day(invoices[0].issued_on)
        which = named["one"].format(number=invoices[0].number, day=day)
    return {
        "aanhef": recipient or named["recipient"],
        "facturen": which,
        "bedrag": dutch.money(sum(invoice.open for invoice in invoices)),
        "kosten": dutch.money(costs),
        "praktijk": practice,
    }


def _check(facts: ReminderFacts) -> None:
    """A free letter without its term and the exact costs has no effect (art. 6:96 lid 6 BW)."""
    if facts.letter.kind is not LetterKind.NOTICE_CONSUMER:
        return
    said = tidy(f"{facts.letter.opening} {facts.letter.closing}").casefold()
    if not re.search(r"\b(veertien|14) dagen\b", said):
        raise VagueNoticeError("it does not give fourteen days")
    if facts.costs <= 0 or dutch.money(facts.costs) not in said:
        raise VagueNoticeError("it does not say what collecting will cost")


def render(facts: ReminderFacts) -> bytes:
    """The letter as PDF/A-3A and PDF/UA-1; VagueNoticeError when the law wants more in it."""
    _check(facts)
    words = texts("reminder")
    practice = replace(facts.practice, name=facts.seller.name,
                       lines=seller_lines(facts.seller))  # fmt: skip
    name = tidy(facts.recipient.name)
    about = About(title=f"{facts.letter.title} {tidy(facts.number)}".strip(),
                  author=tidy(facts.seller.name), subject=f"{facts.letter.title}, {name}",
                  issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, practice)
    title(sheet, facts.letter.title, practice)
    pairs = [(words["day"], dutch.day(facts.issued_on)), (words["number"], facts.number)]
    two_columns(sheet, buyer_lines(facts.recipient), pairs)
    _paragraphs(sheet, facts.letter.opening)
    sheet.y += 2.0
    _table(sheet, facts, words)
    sheet.y += 4.5
    _paragraphs(sheet, facts.letter.closing)
    _ending(sheet, facts, words["words"]["greeting"])
    _payment(sheet, facts)
    foot = words["foot"].format(title=facts.letter.title, name=name,
                                day=dutch.day(facts.issued_on))  # fmt: skip
    return finished(sheet, foot)


def _paragraphs(sheet: Sheet, text: str) -> None:
    for part in re.split(r"\n\s*\n", text):
        if tidy(part):
            sheet.paragraph(plain(part, BODY), after=2.2)


def _table(sheet: Sheet, facts: ReminderFacts, words: Words) -> None:
    heads = words["table"]
    columns = [
        Column(head=heads["invoice"], width=sheet.room - 116.0),
        Column(head=heads["day"], width=27.0),
        Column(head=heads["due"], width=27.0),
        Column(head=heads["gross"], width=31.0, align=RIGHT),
        Column(head=heads["open"], width=31.0, align=RIGHT),
    ]
    rows: list[tuple[Cell, ...]] = [_row(invoice) for invoice in facts.invoices]
    for charge in facts.charges:
        amount = cell(dutch.money(charge.amount), FIGURES)
        rows.append((Cell(texts=(plain(charge.label, CELL),), span=4), amount))
    label = Cell(texts=(plain(heads["total"], bold(CELL)),), span=4, head=True)
    foot = (label, cell(dutch.money(facts.total), bold(FIGURES)))
    sheet.table(columns, rows, row_height=ROW_HEIGHT, foot=foot)


def _row(invoice: OpenInvoice) -> tuple[Cell, ...]:
    return (
        cell(invoice.number, bold(CELL)),
        cell(dutch.day_figures(invoice.issued_on)),
        cell(dutch.day_figures(invoice.due_on) if invoice.due_on else "–"),
        cell(dutch.money(invoice.gross), FIGURES),
        cell(dutch.money(invoice.open), FIGURES),
    )


def _ending(sheet: Sheet, facts: ReminderFacts, greeting: str) -> None:
    sheet.y += 2.0
    sheet.ensure(14.0)
    sheet.paragraph(plain(greeting, BODY), after=1.6)
    sheet.paragraph(plain(facts.sender or facts.seller.name, bold(BODY)))


def _payment(sheet: Sheet, facts: ReminderFacts) -> None:
    if facts.total <= 0 or not tidy(facts.iban):
        return
    numbers = ", ".join(invoice.number for invoice in facts.invoices)
    payment = Payment(
        amount=facts.total, until=facts.pay_by, iban=facts.iban,
        payee=facts.account_name or facts.seller.name,
        text=facts.payment_reference or numbers, accent=facts.practice.accent,
    )  # fmt: skip
    height = payment_height(sheet, payment)
    sheet.ensure(height + 5.0)
    payment_block(sheet, payment, max(sheet.y + 5.0, sheet.bottom - 6.5 - height))
