"""The sales ledger as csv: one line per posting, the way Dutch bookkeeping programs read it.

Semicolons, a byte order mark, commas for decimals, and no cell that a spreadsheet would run as a
formula. Which columns there are, in what order and under which head, is data of the scheme.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from intervisie_desktop.documents.csv_text import guarded, written
from intervisie_desktop.documents.ledger.postings import (
    LedgerError,
    Posting,
    Scheme,
    SoldInvoice,
    postings,
)


def sales_csv(invoices: Sequence[SoldInvoice], scheme: Scheme) -> bytes:
    """The csv of these invoices; LedgerError for a column that does not exist."""
    if unknown := {name for name, _ in scheme.columns} - set(FIELDS):
        raise LedgerError(f"no such column: {sorted(unknown)[0]}")
    lines = (
        [FIELDS[name](sold, posting, scheme) for name, _ in scheme.columns]
        for sold in invoices
        for posting in postings(sold.facts, scheme)
    )
    return written([[head for _, head in scheme.columns], *lines])


def _euros(cents: int) -> str:
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole},{rest:02}"


def _vat_code(posting: Posting, scheme: Scheme) -> str:
    return scheme.of(posting.category).code if posting.category else ""


Field = Callable[[SoldInvoice, Posting, Scheme], str]

FIELDS: dict[str, Field] = {
    "number": lambda sold, _, __: guarded(sold.facts.number),
    "day": lambda sold, _, __: f"{sold.facts.issued_on:%d-%m-%Y}",
    "due": lambda sold, _, __: f"{sold.facts.due_on:%d-%m-%Y}" if sold.facts.due_on else "",
    "client": lambda sold, _, __: guarded(sold.client_code),
    "client_name": lambda sold, _, __: guarded(sold.facts.buyer.name),
    "account": lambda _, posting, __: guarded(posting.account.number),
    "account_name": lambda _, posting, __: guarded(posting.account.name),
    "text": lambda _, posting, __: guarded(posting.text),
    "vat_code": lambda _, posting, scheme: guarded(_vat_code(posting, scheme)),
    "debit": lambda _, posting, __: _euros(posting.amount) if posting.amount > 0 else "",
    "credit": lambda _, posting, __: _euros(-posting.amount) if posting.amount < 0 else "",
    "amount": lambda _, posting, __: _euros(posting.amount),
    "vat": lambda _, posting, __: _euros(-posting.vat) if posting.category else "",
    "journal": lambda _, __, scheme: guarded(scheme.journal),
}
"""Every column there is, by the name the scheme uses."""
