"""The statement of account (rekeningoverzicht) of one client: invoices, payments, balance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
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

ROW_HEIGHT = 7.6


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEntry:
    """An invoice, credit note or payment; cents, above nought what the client owes more."""

    day: date
    text: str
    due_on: date | None = None
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountStatementFacts:
    """Everything on a statement; `opening` is the balance before `first`, in cents.

    `overdue` is what of the balance should have been paid already, `text` closes the paper.
    """

    practice: PracticeFacts
    seller: InvoiceParty
    client: InvoiceParty
    issued_on: date
    first: date
    last: date
    opening: int = 0
    entries: tuple[AccountEntry, ...]
    overdue: int = 0
    iban: str = ""
    account_name: str = ""
    payment_reference: str = ""
    text: str = ""

    @property
    def balance(self) -> int:
        """What is open at the end, in cents."""
        return self.opening + sum(entry.amount for entry in self.entries)


def render(facts: AccountStatementFacts) -> bytes:
    """The statement as PDF/A-3A and PDF/UA-1."""
    words = texts("account_statement")
    name = tidy(facts.client.name)
    period = dutch.days(facts.first, facts.last)
    practice = replace(facts.practice, name=facts.seller.name,
                       lines=seller_lines(facts.seller))  # fmt: skip
    about = About(title=words["title"], author=tidy(facts.seller.name),
                  subject=words["subject"].format(name=name, period=period),
                  issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, practice)
    title(sheet, words["title"], practice)
    pairs = [(words["period"], period), (words["day"], dutch.day(facts.issued_on))]
    two_columns(sheet, buyer_lines(facts.client), pairs)
    if not facts.entries:
        sheet.paragraph(plain(words["nothing"], CELL), after=3.0)
    _table(sheet, facts, words["table"])
    sheet.y += 4.5
    for text in (*_balance_words(facts, words), facts.text):
        if tidy(text):
            sheet.paragraph(plain(text, replace(CELL, leading=14.8)), after=1.6)
    _payment(sheet, facts)
    return finished(sheet, words["foot"].format(name=name, day=dutch.day(facts.issued_on)))


def _table(sheet: Sheet, facts: AccountStatementFacts, heads: Words) -> None:
    columns = [
        Column(head=heads["day"], width=24.0),
        Column(head=heads["text"], width=sheet.room - 133.0),
        Column(head=heads["due"], width=26.0),
        Column(head=heads["charged"], width=28.0, align=RIGHT),
        Column(head=heads["paid"], width=27.0, align=RIGHT),
        Column(head=heads["balance"], width=28.0, align=RIGHT),
    ]
    balance = facts.opening
    rows = [_opening(facts, heads)]
    for entry in facts.entries:
        balance += entry.amount
        rows.append(_row(entry, balance))
    label = heads["closing"].format(day=dutch.day(facts.last))
    foot = (
        Cell(texts=(plain(label, bold(CELL)),), span=5, head=True),
        cell(dutch.money(balance), bold(FIGURES)),
    )
    sheet.table(columns, rows, row_height=ROW_HEIGHT, foot=foot)


def _opening(facts: AccountStatementFacts, heads: Words) -> tuple[Cell, ...]:
    label = Cell(texts=(plain(heads["opening"], CELL),), span=4)
    return (cell(dutch.day_figures(facts.first)), label, cell(dutch.money(facts.opening), FIGURES))


def _row(entry: AccountEntry, balance: int) -> tuple[Cell, ...]:
    charged = dutch.money(entry.amount) if entry.amount >= 0 else ""
    paid = dutch.money(-entry.amount) if entry.amount < 0 else ""
    return (
        cell(dutch.day_figures(entry.day)),
        cell(entry.text),
        cell(dutch.day_figures(entry.due_on) if entry.due_on else ""),
        cell(charged, FIGURES),
        cell(paid, FIGURES),
        cell(dutch.money(balance), FIGURES),
    )


def _balance_words(facts: AccountStatementFacts, words: Words) -> list[str]:
    if facts.balance < 0:
        return [words["in_credit"].format(amount=dutch.money(-facts.balance))]
    if not facts.balance:
        return [words["settled"]]
    if facts.overdue:
        return [words["overdue"].format(amount=dutch.money(facts.overdue))]
    return []


def _payment(sheet: Sheet, facts: AccountStatementFacts) -> None:
    if facts.balance <= 0 or not tidy(facts.iban):
        return
    payment = Payment(
        amount=facts.balance, until=None, iban=facts.iban,
        payee=facts.account_name or facts.seller.name,
        text=facts.payment_reference or facts.client.name, accent=facts.practice.accent,
    )  # fmt: skip
    height = payment_height(sheet, payment)
    sheet.ensure(height + 5.0)
    payment_block(sheet, payment, max(sheet.y + 5.0, sheet.bottom - 6.5 - height))
