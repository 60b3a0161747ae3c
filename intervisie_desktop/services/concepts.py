"""Concepts: invoices, credit notes and instalments while they can still change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import Invoice, InvoiceKind, InvoiceLine
from intervisie_desktop.domain.money import Discount, share
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.instalments import check_parts, in_instalments
from intervisie_desktop.services.law import vat_regime
from intervisie_desktop.storage.reads.invoices import quantities_back
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work


class ConceptsService:
    """What has no number yet; everything here can be undone."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new(self, client_id: str) -> Outcome[Invoice]:
        """An empty concept for a client; Refusal("gone")."""
        with self._store.work("concept_added") as work:
            client = work.clients.get(client_id)
            invoice = Invoice(
                id=self._ids.new("f"),
                client_id=client_id,
                made_on=self._clock.today(),
                reference=client.reference,
                attention=client.attention,
            )
            work.invoices.add(invoice)
            work.note(client=client.name)
        return work.outcome(invoice)

    def change(self, invoice: Invoice) -> Outcome[Invoice]:
        """Saves a concept; what it is and what it takes back stay. Refusal("invoice_issued")."""
        with self._store.work("concept_changed") as work:
            before = concept(work, invoice.id)
            changed = replace(
                invoice, kind=before.kind, credits_id=before.credits_id, quote_id=before.quote_id
            )
            work.invoices.save(changed)
            work.note(client=work.clients.get(changed.client_id).name)
        return work.outcome(changed)

    def put_line(self, line: InvoiceLine) -> Outcome[InvoiceLine]:
        """Saves a line of a concept; a blank id makes a new one at the end.

        The rate follows the category and the day of service. Refusal("invoice_issued"), ("gone").
        """
        is_new = not line.id
        with self._store.work("concept_changed") as work:
            invoice = concept(work, line.invoice_id)
            saved = self._rated(line, invoice.kind)
            if is_new:
                last = work.invoice_lines.where(invoice_id=line.invoice_id)
                position = max((one.position for one in last), default=0) + 1
                saved = replace(saved, id=self._ids.new("fr"), position=position)
            (work.invoice_lines.add if is_new else work.invoice_lines.save)(saved)
            work.note(client=work.clients.get(invoice.client_id).name)
        return work.outcome(saved)

    def remove_line(self, line_id: str) -> Outcome[None]:
        """Removes a line; what it billed is billable again."""
        with self._store.work("concept_changed") as work:
            line = work.invoice_lines.get(line_id)
            invoice = concept(work, line.invoice_id)
            work.billed_sources.remove_where(line_id=line_id)
            work.invoice_lines.remove(line_id)
            work.note(client=work.clients.get(invoice.client_id).name)
        return work.outcome(None)

    def move_line(self, line_id: str, position: int) -> Outcome[None]:
        """Puts a line at another place, the first is 1."""
        with self._store.work("concept_changed") as work:
            line = work.invoice_lines.get(line_id)
            invoice = concept(work, line.invoice_id)
            others = work.invoice_lines.where(invoice_id=line.invoice_id)
            order = [one for one in others if one.id != line_id]
            order.insert(max(0, min(position - 1, len(order))), line)
            work.invoice_lines.save_all(
                replace(one, position=place) for place, one in enumerate(order, 1)
            )
            work.note(client=work.clients.get(invoice.client_id).name)
        return work.outcome(None)

    def remove(self, invoice_id: str) -> Outcome[None]:
        """Removes a concept; what it billed is billable again. Instalments go together.

        Refusal("invoice_issued"), ("instalments_begun") when another of its plan was issued.
        """
        with self._store.work("concept_removed") as work:
            invoice = concept(work, invoice_id)
            if invoice.kind is InvoiceKind.QUOTE:
                raise Refusal("quote_not_invoice")
            going = [invoice]
            if invoice.plan_id:
                going = work.invoices.where(plan_id=invoice.plan_id)
                if any(work.issued_invoices.count(id=one.id) for one in going):
                    raise Refusal("instalments_begun")
            for one in going:
                work.invoices.remove(one.id)
            work.note(client=work.clients.get(invoice.client_id).name)
        return work.outcome(None)

    def split(
        self, invoice_id: str, parts: Sequence[int], days: Sequence[date]
    ) -> Outcome[tuple[str, ...]]:
        """A concept in instalments: parts in hundredths of a percent, each with its day.

        Each btw category and rate is spread to the cent. Gives the ids in order; the first is
        the concept itself. Refusal("instalments_wrong") when the parts are no whole.
        """
        check_parts(parts, days)
        with self._store.work("concept_split", count=len(parts)) as work:
            invoice = concept(work, invoice_id)
            if invoice.kind is not InvoiceKind.INVOICE or invoice.plan_id:
                raise Refusal("instalments_wrong")
            made = in_instalments(work, self._ids, invoice, parts, days)
            work.note(client=work.clients.get(invoice.client_id).name)
        return work.outcome(made)

    def credit(
        self,
        invoice_id: str,
        quantities: Mapping[str, int] | None = None,
        *,
        bill_again: bool = True,
    ) -> Outcome[Invoice]:
        """A concept credit note for an issued invoice: whole, or so many thousandths per line id.

        Its lines are the exact mirror; it becomes final like any concept, and only then counts.
        Refusal("credit_too_much"), ("credit_of_credit"), ("nothing_to_credit"), ("gone").
        """
        with self._store.work("credit_added") as work:
            issued = work.issued_invoices.get(invoice_id)
            original = work.invoices.get(invoice_id)
            if original.kind is InvoiceKind.CREDIT:
                raise Refusal("credit_of_credit", number=issued.number)
            lines = _credited(work, invoice_id, quantities)
            note = Invoice(
                id=self._ids.new("f"),
                client_id=original.client_id,
                made_on=self._clock.today(),
                kind=InvoiceKind.CREDIT,
                reference=original.reference,
                order_number=original.order_number,
                attention=original.attention,
                discount=_discount_of(work, original, lines).mirrored(),
                discount_reason=original.discount_reason,
                credits_id=invoice_id,
                bill_again=bill_again,
            )
            work.invoices.add(note)
            work.invoice_lines.add_all(
                replace(line.mirrored(self._ids.new("fr"), note.id), position=place)
                for place, line in enumerate(lines, 1)
            )
            work.note(number=issued.number)
        return work.outcome(note)

    def _rated(self, line: InvoiceLine, kind: InvoiceKind) -> InvoiceLine:
        """With the rate of the law on its day; a credit note keeps that of what it takes back."""
        if kind is InvoiceKind.CREDIT:
            return line
        on = line.served_on or self._clock.today()
        return replace(line, rate=vat_regime().rate(line.category, on))


def concept(work: Work, invoice_id: str) -> Invoice:
    """The concept of this id; Refusal("gone"), or ("invoice_issued") when it may not change."""
    invoice = work.invoices.get(invoice_id)
    if issued := work.issued_invoices.find(invoice_id):
        raise Refusal("invoice_issued", number=issued.number)
    return invoice


def _credited(
    reading: Reading, invoice_id: str, quantities: Mapping[str, int] | None
) -> list[InvoiceLine]:
    """The lines to take back: all that stands, or so many thousandths of each."""
    back = quantities_back(reading, invoice_id)
    found = []
    for line in reading.invoice_lines.where(invoice_id=invoice_id):
        stands = line.quantity + back.get(line.id, 0)
        wanted = stands if quantities is None else quantities.get(line.id, 0)
        if abs(wanted) > abs(stands) or wanted * stands < 0:
            raise Refusal("credit_too_much", description=line.description)
        if wanted:
            amount = share(line.discount.amount, wanted, line.quantity)
            less = Discount(percent=line.discount.percent, amount=amount)
            found.append(replace(line, quantity=wanted, discount=less))
    if not found:
        raise Refusal("nothing_to_credit")
    return found


def _discount_of(reading: Reading, original: Invoice, lines: Sequence[InvoiceLine]) -> Discount:
    """The part of the discount over the whole invoice that falls on these lines."""
    if not original.discount.amount:
        return original.discount
    every = sum(line.net for line in reading.invoice_lines.where(invoice_id=original.id))
    part = sum(line.net for line in lines)
    return Discount(amount=share(original.discount.amount, part, every) if every else 0)
