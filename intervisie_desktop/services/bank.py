"""Bank files: which lines are new, what they seem to pay, and booking what the user agrees to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.documents.reading.bank import read_bank_file
from intervisie_desktop.documents.reading.guard import MAX_FILE
from intervisie_desktop.domain.bank import (
    BankEntry,
    MatchGrade,
    MatchKind,
    OpenItem,
    PaymentMatch,
    Share,
    matched,
)
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import InvoiceKind
from intervisie_desktop.domain.payments import (
    Payment,
    PaymentAllocation,
    PaymentMethod,
    SeenBankLine,
)
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.files import told_of
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.reads.invoices import InvoiceRow, invoice_rows
from intervisie_desktop.storage.reads.payments import (
    paying_accounts,
    payments_by_hand,
    seen_bank_keys,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work

__all__ = [
    "BankBooked",
    "BankBooking",
    "BankEntry",
    "BankReview",
    "BankService",
    "MatchGrade",
    "MatchKind",
    "OpenItem",
    "PaymentMatch",
    "Share",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankReview:
    """A bank file beside the open invoices; nothing of it is stored yet.

    `matches` are the new lines by day; `known` were dealt with before, `pending` are not booked
    by the bank yet, `foreign` are in another currency. `items` are the invoices to choose from by
    id. `alike` holds keys of lines that look like a payment that was booked by hand.
    """

    matches: tuple[PaymentMatch, ...]
    items: dict[str, OpenItem]
    accounts: tuple[str, ...]
    known: int = 0
    pending: int = 0
    foreign: int = 0
    alike: frozenset[str] = frozenset()

    @property
    def certain(self) -> tuple[PaymentMatch, ...]:
        """Those that may be booked without a look."""
        return tuple(m for m in self.matches if m.certain and m.entry.key not in self.alike)


@dataclass(frozen=True, slots=True)
class BankBooking:
    """What the user decided for one line; without shares it is put aside and not asked again."""

    entry: BankEntry
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class BankBooked:
    """How many lines became payments, how much of them, and how many were put aside."""

    payments: int
    cents: int
    aside: int


class BankService:
    """Reads bank files and books their lines; only what is booked is kept."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def review(self, path: Path) -> BankReview:
        """What is in a file and what it seems to pay; stores nothing.

        Refusal("bank_…") and ("import_…") for what is no whole statement; Trouble for a file that
        cannot be opened.
        """
        with told_of(path), path.open("rb") as opened:
            # One byte more than is allowed is enough to know that it is too large.
            data = opened.read(MAX_FILE + 1)
        file = read_bank_file(data)
        with self._store.reading() as read:
            seen = seen_bank_keys(read)
            fresh = [entry for entry in file.entries if entry.key not in seen]
            items = _items(read)
            by_hand = payments_by_hand(read)
        return BankReview(
            matches=matched(fresh, items),
            items={item.invoice_id: item for item in items},
            accounts=file.accounts,
            known=len(file.entries) - len(fresh),
            pending=file.pending,
            foreign=file.foreign,
            alike=frozenset(e.key for e in fresh if (e.day, e.cents) in by_hand),
        )

    def book(self, bookings: Sequence[BankBooking]) -> Outcome[BankBooked]:
        """Books these lines as one act.

        Refusal("bank_shares") when shares exceed a line, ("bank_seen") when a line was booked
        meanwhile, ("invoice_not_open") when an invoice takes more than is open.
        """
        for booking in bookings:
            _check_shares(booking)
        paid = [booking for booking in bookings if booking.shares]
        cents = sum(booking.entry.cents for booking in paid)
        with self._store.work("bank_booked", count=len(paid), amount=cents) as work:
            if seen_bank_keys(work) & {booking.entry.key for booking in bookings}:
                raise Refusal("bank_seen")
            _check_open(work, paid)
            for booking in paid:
                self._book(work, booking)
            now = self._clock.now()
            work.bank_lines.add_all(
                SeenBankLine(id=booking.entry.key, seen_at=now) for booking in bookings
            )
        return work.outcome(BankBooked(len(paid), cents, len(bookings) - len(paid)))

    def _book(self, work: Work, booking: BankBooking) -> None:
        entry = booking.entry
        payment = Payment(
            id=self._ids.new("bt"),
            received_on=entry.day,
            amount=entry.cents,
            method=PaymentMethod.BANK,
            payer=entry.name,
            iban=entry.iban,
            description=entry.text or entry.reference or entry.end_to_end,
            bank_key=entry.key,
        )
        work.payments.add(payment)
        work.payment_allocations.add_all(
            PaymentAllocation(
                id=self._ids.new("bd"),
                payment_id=payment.id,
                invoice_id=share.invoice_id,
                amount=share.cents,
            )
            for share in booking.shares
        )


def _check_shares(booking: BankBooking) -> None:
    cents, given = booking.entry.cents, sum(share.cents for share in booking.shares)
    ids = [share.invoice_id for share in booking.shares]
    same_side = all(share.cents * cents > 0 for share in booking.shares)
    if abs(given) > abs(cents) or not same_side or len(ids) != len(set(ids)):
        raise Refusal("bank_shares")


def _check_open(read: Reading, paid: Iterable[BankBooking]) -> None:
    wanted: dict[str, int] = defaultdict(int)
    for booking in paid:
        for share in booking.shares:
            wanted[share.invoice_id] += share.cents
    if not wanted:
        return
    rows = {row.id: row for row in invoice_rows(read)}
    for invoice_id, cents in wanted.items():
        row = rows.get(invoice_id)
        if row is None or row.issued_on is None:
            raise Refusal("gone", kind="invoice")
        if cents > max(0, row.open):
            raise Refusal("invoice_not_open", number=row.number)


def _items(read: Reading) -> tuple[OpenItem, ...]:
    """What a line may pay, or may take back: every issued invoice that is no credit note."""
    accounts = paying_accounts(read)
    return tuple(
        OpenItem(
            invoice_id=row.id,
            number=row.number,
            client_id=row.client_id,
            client_name=row.client_name,
            open_cents=max(0, row.open),
            paid_cents=max(0, row.balance.paid),
            issued_on=row.issued_on,
            ibans=frozenset(accounts.get(row.client_id, ())),
        )
        for row in invoice_rows(read)
        if row.issued_on is not None and row.kind is not InvoiceKind.CREDIT and _may_move(row)
    )


def _may_move(row: InvoiceRow) -> bool:
    return row.open > 0 or row.balance.paid > 0
