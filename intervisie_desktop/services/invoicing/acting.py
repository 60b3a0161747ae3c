"""What happens to an invoice after it was issued: sent, given up, owed again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import InvoiceAct, InvoiceActKind, was_sent, written_off
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.reads.invoices import balance_of
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work


class Acting:
    """Adds acts; each is final, because what happened is not taken back but followed up."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def mark(
        self, kind: InvoiceActKind, invoice_ids: Sequence[str], on: date | None, note: str
    ) -> Outcome[None]:
        """Sent or not sent; what is so already is passed over."""
        wanted = kind is InvoiceActKind.SENT
        act = "invoices_sent" if wanted else "invoice_unsent"
        with self._store.reading() as reading:
            changing = [one for one in invoice_ids if was_sent(acts_of(reading, one)) != wanted]
        if not changing:
            return Outcome(None)
        with self._store.work(act, final=True, count=len(changing)) as work:
            numbers = [self._add(work, kind, one, on, note=note) for one in changing]
            work.note(numbers=numbers)
        return work.outcome(None)

    def write_off(self, invoice_id: str, reason: str) -> Outcome[None]:
        """What is open is given up."""
        why = _reason(reason)
        with self._store.work("invoice_written_off", final=True) as work:
            issued = work.issued_invoices.get(invoice_id)
            amount = balance_of(work, work.invoices.get(invoice_id), issued.gross).open
            if amount <= 0:
                raise Refusal("nothing_open", number=issued.number)
            kind = InvoiceActKind.WRITTEN_OFF
            self._add(work, kind, invoice_id, None, note=why, amount=amount)
            work.note(number=issued.number, amount=amount)
        return work.outcome(None)

    def reclaim(self, invoice_id: str, reason: str) -> Outcome[None]:
        """What was written off is owed again."""
        why = _reason(reason)
        with self._store.work("invoice_reclaimed", final=True) as work:
            issued = work.issued_invoices.get(invoice_id)
            if not written_off(acts_of(work, invoice_id)):
                raise Refusal("not_written_off", number=issued.number)
            self._add(work, InvoiceActKind.RECLAIMED, invoice_id, None, note=why)
            work.note(number=issued.number)
        return work.outcome(None)

    def _add(
        self,
        work: Work,
        kind: InvoiceActKind,
        invoice_id: str,
        on: date | None,
        *,
        note: str,
        amount: int = 0,
    ) -> str:
        issued = work.issued_invoices.get(invoice_id)
        day = on or self._clock.today()
        if day > self._clock.today():
            raise Refusal("day_in_future", day=day.isoformat())
        work.invoice_acts.add(
            InvoiceAct(
                id=self._ids.new("fg"),
                invoice_id=invoice_id,
                kind=kind,
                on=day,
                at=self._clock.now(),
                note=note,
                amount=amount,
            )
        )
        return issued.number


def acts_of(reading: Reading, invoice_id: str) -> list[InvoiceAct]:
    """What happened to an invoice, in order."""
    return sorted(reading.invoice_acts.where(invoice_id=invoice_id), key=lambda act: act.at)


def _reason(reason: str) -> str:
    why = " ".join(reason.split())
    if not why:
        raise Refusal("reason_missing")
    return why
