"""What invoices do to the accounts of a bookkeeping: debtors, revenue and btw, in balance."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from intervisie_desktop.documents.invoice_facts import InvoiceFacts, InvoiceKind
from intervisie_desktop.domain.vat import VatCategory

_PACKAGE = Path(__file__).parents[2]


class LedgerError(ValueError):
    """The scheme or what is to be posted does not fit; the message says where."""


class AccountKind(StrEnum):
    """On the balance sheet, or of profit and loss."""

    BALANCE = "balance"
    PROFIT = "profit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account; `rgs` is its place in the reference scheme, where that is known."""

    number: str
    name: str
    kind: AccountKind
    rgs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryAccounts:
    """Where revenue and btw of a category go, and what the bookkeeping calls that btw."""

    code: str
    name: str
    revenue: Account
    vat: Account | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The accounts of a practice; `columns` are (field, head) of the csv in order."""

    journal: str
    journal_name: str
    debtors: Account
    categories: Mapping[VatCategory, CategoryAccounts]
    columns: tuple[tuple[str, str], ...]

    def of(self, category: VatCategory) -> CategoryAccounts:
        """The accounts of a category; LedgerError when the scheme has none."""
        try:
            return self.categories[category]
        except KeyError:
            raise LedgerError(f"no accounts for {category}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldInvoice:
    """A definitive invoice or credit note, and how the bookkeeping knows its client."""

    facts: InvoiceFacts
    client_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One line: cents, above nought for debit, below for credit.

    Lines of revenue carry their category with its rate in hundredths and the btw in cents, with
    the same sign.
    """

    account: Account
    amount: int
    text: str
    category: VatCategory | None = None
    rate: int = 0
    vat: int = 0


def postings(invoice: InvoiceFacts, scheme: Scheme) -> tuple[Posting, ...]:
    """The lines of an invoice: debtors first, then revenue and btw; together they are nought."""
    if invoice.kind is InvoiceKind.QUOTE:
        raise LedgerError(f"{invoice.number}: a quote is not posted")
    lines = tuple(_lines(invoice, scheme))
    if sum(line.amount for line in lines):
        raise LedgerError(f"{invoice.number}: not in balance")
    return lines


def _lines(invoice: InvoiceFacts, scheme: Scheme) -> Iterator[Posting]:
    yield Posting(account=scheme.debtors, amount=invoice.gross, text=invoice.buyer.name)
    for group in invoice.groups:
        target = scheme.of(group.category)
        yield Posting(
            account=target.revenue,
            amount=-group.base,
            text=invoice.lines[0].description if len(invoice.lines) == 1 else target.revenue.name,
            category=group.category,
            rate=group.rate,
            vat=-group.vat,
        )
    for group in invoice.groups:
        if not group.vat:
            continue
        account = scheme.of(group.category).vat
        if account is None:
            raise LedgerError(f"no account for the btw of {group.category}")
        yield Posting(account=account, amount=-group.vat, text=account.name)


def standard_scheme(own: Mapping[str, Any] | None = None) -> Scheme:
    """The scheme that ships with what the practice changed in it, in the shape of the file.

    Accounts and categories are changed field by field, columns as a whole. Raises LedgerError.
    """
    data, own = _shipped(), own or {}
    try:
        merged = {
            **data,
            **own,
            **{
                part: {k: {**v, **own.get(part, {}).get(k, {})} for k, v in data[part].items()}
                for part in ("accounts", "categories")
            },
        }
    except (AttributeError, TypeError) as error:
        raise LedgerError(f"the scheme of accounts: {error}") from error
    return read_scheme(merged)


@cache
def _shipped() -> Mapping[str, Any]:
    installed = _PACKAGE / "_resources"
    place = (installed if installed.is_dir() else _PACKAGE.parent / "resources") / "ledger/nl.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


def read_scheme(data: Mapping[str, Any]) -> Scheme:
    """The scheme in a parsed TOML file; LedgerError when it does not say what it should."""
    try:
        accounts = {
            key: Account(
                number=str(one["number"]),
                name=str(one["name"]),
                kind=AccountKind(one["kind"]),
                rgs=str(one.get("rgs", "")),
            )
            for key, one in data["accounts"].items()
        }
        categories = {
            VatCategory(name): CategoryAccounts(
                code=str(one["code"]),
                name=str(one["name"]),
                revenue=accounts[one["revenue"]],
                vat=accounts[one["vat"]] if "vat" in one else None,
            )
            for name, one in data["categories"].items()
        }
        return Scheme(
            journal=str(data["journal"]),
            journal_name=str(data["journal_name"]),
            debtors=accounts["debtors"],
            categories=categories,
            columns=tuple((str(name), str(head)) for name, head in data["columns"].items()),
        )
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise LedgerError(f"the scheme of accounts: {error}") from error
