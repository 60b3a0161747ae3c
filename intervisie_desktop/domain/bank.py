"""What a bank says came in or went out, and the open invoices that it may belong to.

Nothing here is booked: a proposal says what fits and how surely; only an exact one may be taken
over without a look (invoicing.md 3.3).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from intervisie_desktop.domain.people import folded

_SHORTEST_NUMBER = 4
_MOST_TOKENS = 5
_MOST_COMBINED = 4
_MOST_OF_ONE_PAYER = 12
_TOKENS = re.compile(r"[a-z]+|[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class BankEntry:
    """One booked line of a statement; `cents` is above zero for what came in.

    `account` is the own account, `iban` and `name` are the other side, `reference` is a structured
    one (ISO 11649 or a betalingskenmerk), `end_to_end` what the payer's bank passed on. `reversal`
    says that the bank takes an earlier line back. `key` is the same whenever the same line is
    read again, from whichever file.
    """

    key: str
    account: str
    day: date
    cents: int
    name: str = ""
    iban: str = ""
    text: str = ""
    reference: str = ""
    end_to_end: str = ""
    reversal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An invoice with what is still open and what was paid, in cents, and who pays for it.

    `ibans` are the accounts this client is known to pay from; `reference` is the structured
    reference on the invoice, if it has one.
    """

    invoice_id: str
    number: str
    client_id: str
    client_name: str = ""
    open_cents: int
    paid_cents: int = 0
    issued_on: date
    reference: str = ""
    ibans: frozenset[str] = frozenset()


class MatchGrade(StrEnum):
    """How surely a bank line belongs to an invoice; only EXACT is booked without a look.

    EXACT: the reference or the number stands there and the amount is what is open. NUMBER: the
    number stands there, the amount differs or is that of several together. ACCOUNT: the account is
    known and the amount fits. POSSIBLE: the account or the name is known, no more. NONE: nothing.
    """

    EXACT = "exact"
    NUMBER = "number"
    ACCOUNT = "account"
    POSSIBLE = "possible"
    NONE = "none"


class MatchKind(StrEnum):
    """What would happen to the invoices: paid whole, in part, too much, together, taken back."""

    WHOLE = "whole"
    PART = "part"
    OVER = "over"
    COMBINED = "combined"
    CHARGEBACK = "chargeback"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a bank line that goes to one invoice; below zero for a chargeback."""

    invoice_id: str
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentMatch:
    """What is proposed for one bank line; `left` is what no invoice takes, in cents.

    `candidates` are other invoices it could belong to, the likeliest first.
    """

    entry: BankEntry
    grade: MatchGrade = MatchGrade.NONE
    kind: MatchKind = MatchKind.NOTHING
    shares: tuple[Share, ...] = ()
    left: int = 0
    candidates: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it may be booked without anybody looking at it."""
        return self.grade is MatchGrade.EXACT


def entry_keys(entries: Sequence[tuple[str, date, int, str, str]]) -> tuple[str, ...]:
    """Keys for lines given as (account, day, cents, the bank's reference, other words).

    A line keeps its key in every file it stands in; lines that are the same in everything on one
    day are told apart by their order.
    """
    seen: dict[str, int] = {}
    keys = []
    for account, day, cents, bank_reference, words in entries:
        told = bank_reference or " ".join(folded(words).split())
        base = "|".join((account, day.isoformat(), str(cents), told))
        nth = seen[base] = seen.get(base, 0) + 1
        keys.append(hashlib.sha256(f"{base}|{nth}".encode()).hexdigest()[:32])
    return tuple(keys)


def tidy_iban(text: str) -> str:
    """An account number without blanks, in capitals."""
    return "".join(text.split()).upper()


def matched(entries: Iterable[BankEntry], items: Iterable[OpenItem]) -> tuple[PaymentMatch, ...]:
    """A proposal per line, in the order of the lines.

    What one line takes is no longer open for the next, so that two payments of one amount do not
    both settle the same invoice.
    """
    book = _Book(items)
    return tuple(book.propose(entry) for entry in entries)


class _Book:
    """The open invoices while lines are laid on them one after the other."""

    def __init__(self, items: Iterable[OpenItem]) -> None:
        ordered = sorted(items, key=lambda item: (item.issued_on, item.number, item.invoice_id))
        self._items: Mapping[str, OpenItem] = {item.invoice_id: item for item in ordered}
        self._open = {item.invoice_id: item.open_cents for item in ordered}
        self._paid = {item.invoice_id: item.paid_cents for item in ordered}
        self._numbers = _indexed(ordered)
        self._accounts: dict[str, list[str]] = {}
        self._names: dict[str, list[str]] = {}
        for item in ordered:
            for iban in item.ibans:
                self._accounts.setdefault(tidy_iban(iban), []).append(item.invoice_id)
            if item.client_name:
                self._names.setdefault(folded(item.client_name), []).append(item.invoice_id)

    def propose(self, entry: BankEntry) -> PaymentMatch:
        """What fits this line best."""
        if entry.cents < 0:
            return self._taken_back(entry)
        return self._by_number(entry) or self._by_account(entry)

    def _named(self, entry: BankEntry) -> list[str]:
        told = (entry.reference, entry.end_to_end, entry.text)
        found: dict[str, None] = {}
        for words in told:
            for token in _joined(words):
                for invoice_id in self._numbers.get(token, ()):
                    found[invoice_id] = None
        return list(found)

    def _by_number(self, entry: BankEntry) -> PaymentMatch | None:
        named = [one for one in self._named(entry) if self._open[one] > 0]
        if not named:
            return None
        due = sum(self._open[one] for one in named)
        shares, left = self._spread(named, entry.cents)
        exact = entry.cents == due
        if len(named) > 1:
            grade, kind = MatchGrade.NUMBER, MatchKind.COMBINED
        elif exact:
            grade, kind = MatchGrade.EXACT, MatchKind.WHOLE
        else:
            grade = MatchGrade.NUMBER
            kind = MatchKind.PART if entry.cents < due else MatchKind.OVER
        return self._taken(entry, grade, kind, shares, left)

    def _by_account(self, entry: BankEntry) -> PaymentMatch:
        theirs = [one for one in self._accounts.get(entry.iban, ()) if self._open[one] > 0]
        by_name = [one for one in self._names.get(folded(entry.name), ()) if self._open[one] > 0]
        candidates = tuple(dict.fromkeys([*theirs, *by_name]))
        whole = [one for one in theirs if self._open[one] == entry.cents]
        if len(whole) == 1:
            return self._taken(
                entry, MatchGrade.ACCOUNT, MatchKind.WHOLE, (Share(whole[0], entry.cents),), 0,
                candidates,
            )  # fmt: skip
        together = self._together(theirs, entry.cents) if not whole else None
        if together:
            shares, left = self._spread(together, entry.cents)
            return self._taken(
                entry, MatchGrade.ACCOUNT, MatchKind.COMBINED, shares, left, candidates
            )
        if candidates:
            first = whole or list(candidates)
            ordered = tuple(dict.fromkeys([*first, *candidates]))
            return PaymentMatch(
                entry=entry, grade=MatchGrade.POSSIBLE, left=entry.cents, candidates=ordered
            )
        return PaymentMatch(entry=entry, left=entry.cents)

    def _together(self, theirs: Sequence[str], cents: int) -> tuple[str, ...] | None:
        """The only few invoices of one payer that make up the amount; None when it is a guess."""
        few = theirs[:_MOST_OF_ONE_PAYER]
        for count in range(2, min(len(few), _MOST_COMBINED) + 1):
            fitting = [
                some
                for some in combinations(few, count)
                if sum(self._open[one] for one in some) == cents
            ]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _taken_back(self, entry: BankEntry) -> PaymentMatch:
        """A line that went out: a payment that the payer's bank took back, or none of our own."""
        named = [one for one in self._named(entry) if self._paid[one] > 0]
        if not named and entry.reversal:
            theirs = self._accounts.get(entry.iban, ())
            named = [one for one in theirs if self._paid[one] == -entry.cents][:1]
        if not named:
            return PaymentMatch(entry=entry, left=entry.cents)
        shares, rest = [], -entry.cents
        for one in named:
            part = min(rest, self._paid[one])
            if part:
                shares.append(Share(one, -part))
                self._paid[one] -= part
                self._open[one] += part
                rest -= part
        # Money that went out is never booked unseen: it may as well be a refund made on purpose.
        return PaymentMatch(
            entry=entry,
            grade=MatchGrade.NUMBER,
            kind=MatchKind.CHARGEBACK,
            shares=tuple(shares),
            left=-rest,
        )

    def _spread(self, invoices: Sequence[str], cents: int) -> tuple[tuple[Share, ...], int]:
        shares = []
        for one in invoices:
            part = min(cents, self._open[one])
            if part > 0:
                shares.append(Share(one, part))
                cents -= part
        return tuple(shares), cents

    def _taken(
        self,
        entry: BankEntry,
        grade: MatchGrade,
        kind: MatchKind,
        shares: tuple[Share, ...],
        left: int,
        candidates: tuple[str, ...] = (),
    ) -> PaymentMatch:
        for share in shares:
            self._open[share.invoice_id] -= share.cents
            self._paid[share.invoice_id] += share.cents
        return PaymentMatch(
            entry=entry, grade=grade, kind=kind, shares=shares, left=left, candidates=candidates
        )


def _indexed(items: Iterable[OpenItem]) -> dict[str, list[str]]:
    """Invoices by their number and reference as written without signs; too short ones are not."""
    found: dict[str, list[str]] = {}
    for item in items:
        for written in {_bare(item.number), _bare(item.reference)}:
            if len(written) >= _SHORTEST_NUMBER:
                found.setdefault(written, []).append(item.invoice_id)
    return found


def _bare(text: str) -> str:
    return "".join(_TOKENS.findall(folded(text)))


def _joined(text: str) -> Iterator[str]:
    """Every run of a few letter or digit groups, joined: "nr. 2026-0036" gives "20260036".

    Groups are never cut, so the number 2026-003 is not found in 2026-0036.
    """
    tokens = _TOKENS.findall(folded(text))
    for start in range(len(tokens)):
        run = ""
        for token in tokens[start : start + _MOST_TOKENS]:
            run += token
            yield run
