"""Changing a concept: its lines and what stands around them; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.invoices import Invoice, InvoiceKind, InvoiceLine
from intervisie_desktop.domain.money import NO_DISCOUNT, ONE, Discount
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.invoices import InvoiceCard
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word


@dataclass(frozen=True, slots=True)
class ConceptState:
    """A concept as its form shows it; line values by id, and what it comes to in words."""

    invoice_id: str
    values: dict[str, Any]
    lines: tuple[tuple[str, dict[str, Any]], ...]
    sums: tuple[tuple[str, str], ...]
    credit: bool


class Concepts(Protocol):
    """What changes a concept; `services.concepts` of the bundle."""

    def change(self, invoice: Invoice) -> Outcome[Invoice]:
        """Saves what stands around the lines."""

    def put_line(self, line: InvoiceLine) -> Outcome[InvoiceLine]:
        """Saves or adds a line."""

    def remove_line(self, line_id: str) -> Outcome[None]:
        """Removes a line."""


class ConceptPresenter:
    """Takes what is typed in the form of a concept."""

    def __init__(self, service: Concepts, desk: Desk) -> None:
        self._service = service
        self._desk = desk
        self._card: InvoiceCard | None = None
        self._category = VatCategory.STANDARD

    def state(self, card: InvoiceCard, category: VatCategory) -> ConceptState:
        """The form of this concept; a new line begins with this btw."""
        self._card, self._category = card, category
        invoice = card.invoice
        return ConceptState(
            invoice_id=invoice.id,
            values={
                "attention": invoice.attention,
                "reference": invoice.reference,
                "order_number": invoice.order_number,
                "payment_days": invoice.payment_days or card.client.payment_days,
                "discount": invoice.discount.percent or None,
                "discount_reason": invoice.discount_reason,
                "intro": invoice.intro,
                "closing": invoice.closing,
            },
            lines=tuple((line.id, _values(line)) for line in card.lines),
            sums=_sums(card),
            credit=invoice.kind is InvoiceKind.CREDIT,
        )

    def change(self, name: str, value: Any) -> None:
        """A field around the lines."""
        if self._card is None:
            return
        invoice = self._card.invoice
        if name == "discount":
            changed = replace(invoice, discount=_percent(value))
        elif name == "payment_days":
            own = None if value in (None, self._card.client.payment_days) else value
            changed = replace(invoice, payment_days=own)
        else:
            fields: dict[str, Any] = {name: value or ""}
            changed = replace(invoice, **fields)
        self._desk.perform(lambda: self._service.change(changed))

    def change_line(self, line_id: str, name: str, value: Any) -> None:
        """A field of a line."""
        line = self._line(line_id)
        if line is not None:
            changed = replace(line, **_field(name, value))
            self._desk.perform(lambda: self._service.put_line(changed))

    def add_line(self, values: dict[str, Any]) -> None:
        """A new line at the end."""
        if self._card is None:
            return
        fields: dict[str, Any] = {}
        for name, value in values.items():
            fields |= _field(name, value)
        line = InvoiceLine(
            **{
                "id": "",
                "invoice_id": self._card.invoice.id,
                "position": 0,
                "rate": 0,
                **fields,
                "category": fields.get("category") or self._category,
            }
        )
        self._desk.perform(lambda: self._service.put_line(line))

    def remove_line(self, line_id: str) -> None:
        """This line goes; what it billed can be billed again."""
        self._desk.perform(lambda: self._service.remove_line(line_id))

    def _line(self, line_id: str) -> InvoiceLine | None:
        lines = self._card.lines if self._card else ()
        return next((line for line in lines if line.id == line_id), None)


def _values(line: InvoiceLine) -> dict[str, Any]:
    return {
        "description": line.description,
        "quantity": line.quantity,
        "unit_price": line.unit_price,
        "discount": line.discount.percent or None,
        "category": line.category.value,
        "served_on": line.served_on,
        "note": line.note,
    }


def _field(name: str, value: Any) -> dict[str, Any]:
    """A typed value as the field of a line."""
    if name == "discount":
        return {"discount": _percent(value)}
    if name == "category":
        return {"category": VatCategory(value)} if value else {}
    if name == "quantity":
        return {"quantity": ONE if value is None else value}
    if name == "served_on":
        day: date | None = value
        return {"served_on": day}
    return {name: value if value is not None else "" if name in {"description", "note"} else 0}


def _percent(value: Any) -> Discount:
    return Discount(percent=int(value)) if value else NO_DISCOUNT


def _sums(card: InvoiceCard) -> tuple[tuple[str, str], ...]:
    sums = card.totals
    rows = [("Subtotaal", counts.money(sums.net))]
    for group in sums.groups:
        if group.category.charged:
            rate = counts.scaled(group.rate, 2)
            base = counts.money(group.base)
            rows.append((f"Btw {rate}% over {base}", counts.money(group.vat)))
        else:
            rows.append((counts.capital(word(group.category)), counts.money(0)))
    total = "Terug te geven" if sums.gross < 0 else "Te betalen"
    return (*rows, (total, counts.money(abs(sums.gross))))
