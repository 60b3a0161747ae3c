"""What is still to be billed (nog te factureren), and concepts made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.billing import Billable, BillingBook, billables
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import BilledSource, BillingWaiver, Invoice, InvoiceLine
from intervisie_desktop.domain.money import Priced, totals
from intervisie_desktop.domain.people import folded
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.composing import draft_of, flaws_in, specimen
from intervisie_desktop.services.invoicing.gathering import billing_book
from intervisie_desktop.services.invoicing.values import ToBill, ToBillLine, Trial, Waived
from intervisie_desktop.services.invoicing.wording import description, note
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingSummary:
    """How much is still to be billed: clients, cents with btw, the first deadline, held back."""

    clients: int
    gross: int
    deadline: date | None
    held: int


class BillingService:
    """Nothing is billed twice, nothing is forgotten."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def to_bill(
        self, until: date | None = None, *, client_id: str | None = None
    ) -> tuple[ToBill, ...]:
        """What is to be billed per client up to and including a day, the nearest deadline first.

        Who pays for what is not known yet comes last, with a client of None. Until is today when
        it is left out.
        """
        with self._store.reading() as read:
            found = to_bill(read, self._clock.today(), until or self._clock.today())
        return tuple(one for one in found if client_id in {None, one.client_id})

    def summary(self) -> BillingSummary:
        """The whole of it in a few numbers, for Vandaag."""
        found = self.to_bill()
        deadlines = [one.deadline for one in found if one.deadline]
        return BillingSummary(
            clients=sum(bool(one.lines) for one in found),
            gross=sum(one.totals.gross for one in found),
            deadline=min(deadlines, default=None),
            held=sum(len(one.held) for one in found),
        )

    def make_concepts(
        self,
        *,
        until: date | None = None,
        client_ids: Collection[str] | None = None,
        keys: Collection[str] | None = None,
    ) -> Outcome[tuple[str, ...]]:
        """A concept per client of what is to be billed; narrowed to clients and keys at will.

        Gives the ids of the concepts. Refusal("nothing_to_bill").
        """
        with self._store.work("concepts_made") as work:
            made = self._concepts(work, until, client_ids, keys)
            work.note(count=len(made))
        return work.outcome(made)

    def preview(
        self, client_id: str, *, until: date | None = None, keys: Collection[str] | None = None
    ) -> bytes:
        """The invoice a client would get, as PDF without a number; nothing is kept.

        Refusal("nothing_to_bill").
        """
        with self._store.rehearse() as joint, joint.work("concepts_made") as work:
            (made,) = self._concepts(work, until, {client_id}, keys)
            draft = draft_of(work, made, self._clock.today())
        return specimen(draft)

    def trials(
        self, *, until: date | None = None, keys: Collection[str] | None = None
    ) -> tuple[Trial, ...]:
        """What would be amiss with the invoice of each client; nothing is kept."""
        today = self._clock.today()
        with self._store.rehearse() as joint, joint.work("concepts_made") as work:
            try:
                made = self._concepts(work, until, None, keys)
            except Refusal:
                return ()
            drafts = [draft_of(work, one, today) for one in made]
            return tuple(
                Trial(client_id=draft.client.id, flaws=flaws_in(work, draft)) for draft in drafts
            )

    def waive(self, keys: Collection[str], reason: str) -> Outcome[None]:
        """These are not charged, with the reason; Refusal("reason_missing"), ("duplicate")."""
        why = " ".join(reason.split())
        if not why:
            raise Refusal("reason_missing")
        with self._store.work("billing_waived", count=len(keys)) as work:
            if work.billed_sources.where(id=list(keys)):
                raise Refusal("billed_already")
            today = self._clock.today()
            work.billing_waivers.add_all(
                BillingWaiver(id=key, reason=why, made_on=today) for key in keys
            )
        return work.outcome(None)

    def waivers(self) -> tuple[BillingWaiver, ...]:
        """What is not charged, and why."""
        with self._store.reading() as read:
            return tuple(read.billing_waivers.all())

    def waived(self, until: date | None = None) -> tuple[Waived, ...]:
        """What is not charged up to and including a day, with what it would have been."""
        today = self._clock.today()
        with self._store.reading() as read:
            reasons = {one.id: one.reason for one in read.billing_waivers.all()}
            book = billing_book(read, today, until or today, waived=True)
        found = []
        for billable in billables(book, until or today):
            if billable.key in reasons:
                client = book.clients.get(billable.client_id or "")
                line = _to_bill_line(book, client, [billable])
                found.append(
                    Waived(
                        key=billable.key,
                        client_name=client.name if client else "",
                        line=line,
                        reason=reasons[billable.key],
                    )
                )
        return tuple(found)

    def unwaive(self, key: str) -> Outcome[None]:
        """It is charged after all."""
        with self._store.work("billing_unwaived") as work:
            work.billing_waivers.remove(key)
        return work.outcome(None)

    def _concepts(
        self,
        work: Work,
        until: date | None,
        client_ids: Collection[str] | None,
        keys: Collection[str] | None,
    ) -> tuple[str, ...]:
        today, made = self._clock.today(), []
        for one in to_bill(work, today, until or today):
            if one.client_id is None or (
                client_ids is not None and one.client_id not in client_ids
            ):
                continue
            lines = [line for line in one.lines if keys is None or _wanted(line, keys)]
            if lines:
                made.append(self._concept(work, one.client_id, lines))
        if not made:
            raise Refusal("nothing_to_bill")
        return tuple(made)

    def _concept(self, work: Work, client_id: str, lines: Sequence[ToBillLine]) -> str:
        client = work.clients.get(client_id)
        invoice = Invoice(
            id=self._ids.new("f"),
            client_id=client_id,
            made_on=self._clock.today(),
            reference=client.reference,
            attention=client.attention,
        )
        work.invoices.add(invoice)
        for position, line in enumerate(lines, 1):
            made = _line(self._ids.new("fr"), invoice.id, position, line)
            work.invoice_lines.add(made)
            work.billed_sources.add_all(
                BilledSource(id=key, invoice_id=invoice.id, line_id=made.id) for key in line.keys
            )
        return invoice.id


def to_bill(reading: Reading, today: date, until: date) -> tuple[ToBill, ...]:
    """What is to be billed per client, the nearest deadline first."""
    book = billing_book(reading, today, until)
    by_client: dict[str | None, list[Billable]] = defaultdict(list)
    for billable in billables(book, until):
        by_client[billable.client_id].append(billable)
    found = [_of_client(book, client_id, each) for client_id, each in by_client.items()]
    return tuple(sorted(found, key=_order))


def _order(one: ToBill) -> tuple[bool, date, str]:
    return (one.client_id is None, one.deadline or date.max, folded(one.client_name))


def _of_client(book: BillingBook, client_id: str | None, found: Iterable[Billable]) -> ToBill:
    client = book.clients.get(client_id or "")
    grouped: dict[tuple[object, ...], list[Billable]] = defaultdict(list)
    for billable in found:
        grouped[_alike(billable)].append(billable)
    every = [_to_bill_line(book, client, alike) for alike in grouped.values()]
    lines = tuple(line for line in every if line.held is None)
    return ToBill(
        client_id=client_id,
        client_name=client.name if client else "",
        lines=lines,
        held=tuple(line for line in every if line.held is not None),
        totals=totals(_priced(line) for line in lines),
        deadline=min((line.deadline for line in lines), default=None),
    )


def _alike(billable: Billable) -> tuple[object, ...]:
    """What makes billables one line: the same service at the same price."""
    return (
        billable.kind,
        billable.session_id or (billable.group_id, billable.served_on),
        billable.unit_price,
        billable.category,
        billable.rate,
        billable.held,
    )


def _to_bill_line(book: BillingBook, client: Client | None, alike: list[Billable]) -> ToBillLine:
    first = alike[0]
    quantity = sum(one.quantity for one in alike)
    named = client is None or client.names_on_invoice
    names = tuple(sorted((one.name for one in alike if one.name), key=folded)) if named else ()
    priced = Priced(
        quantity=quantity,
        unit_price=first.unit_price,
        category=first.category,
        rate=first.rate,
    )
    return ToBillLine(
        keys=tuple(one.key for one in alike),
        kind=first.kind,
        description=description(first),
        note=note(first, book.groups[first.group_id].name),
        names=names,
        quantity=quantity,
        unit=first.unit,
        unit_price=first.unit_price,
        category=first.category,
        rate=first.rate,
        net=priced.net,
        served_on=first.served_on,
        served_until=first.served_until,
        deadline=first.deadline,
        group_id=first.group_id,
        session_id=first.session_id,
        product=first.product,
        held=first.held,
    )


def _priced(line: ToBillLine) -> Priced:
    return Priced(
        quantity=line.quantity,
        unit_price=line.unit_price,
        category=line.category,
        rate=line.rate,
    )


def _wanted(line: ToBillLine, keys: Collection[str]) -> bool:
    return any(key in keys for key in line.keys)


def _line(line_id: str, invoice_id: str, position: int, line: ToBillLine) -> InvoiceLine:
    return InvoiceLine(
        id=line_id,
        invoice_id=invoice_id,
        position=position,
        description=line.description,
        note=line.note,
        names=line.names,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=line.unit_price,
        category=line.category,
        rate=line.rate,
        served_on=line.served_on,
        served_until=line.served_until,
        session_id=line.session_id,
        group_id=line.group_id,
        product=line.product,
    )
