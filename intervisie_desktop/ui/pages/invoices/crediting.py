"""Taking a part of an issued invoice back: so many of which lines; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intervisie_desktop.services.concepts import ConceptsService
from intervisie_desktop.services.invoices import InvoiceCard
from intervisie_desktop.ui.shell.desk import Desk, FormQuestion
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.widgets.fields import Amount, CheckBox, Field

MOST_LINES = 8
_AGAIN = "again"


class Crediting:
    """Asks how many of each line go back, and makes the concept of the credit note."""

    def __init__(self, concepts: ConceptsService, desk: Desk, then: Callable[[str], None]) -> None:
        self._concepts = concepts
        self._desk = desk
        self._then = then

    def ask(self, card: InvoiceCard) -> None:
        """A form with the lines; a long invoice goes back whole, to be cut in the concept."""
        if len(card.lines) > MOST_LINES:
            self._make(card, None, again=True)
            self._desk.tell("Haal uit het concept wat blijft staan.")
            return
        fields = []
        for line in card.lines:
            low, high = min(0, line.quantity), max(0, line.quantity)
            price = counts.money(line.unit_price)
            fields.append(
                Field(
                    line.id,
                    line.description,
                    Amount(digits=3, unit="", shown=0, least=low, most=high),
                    help=f"Op de factuur: {counts.scaled(line.quantity, 3)} × {price}",
                )
            )
        fields.append(Field(_AGAIN, "", CheckBox(word="Daarna weer te factureren")))
        question = FormQuestion(
            title=f"Deels crediteren: {card.number}",
            text="Vul in hoeveel er van elke regel teruggaat. Wat u leeg laat, blijft staan.",
            fields=tuple(fields),
            values={_AGAIN: False},
            yes="Creditfactuur maken",
        )
        self._desk.ask_form(question, lambda values: self._chosen(card, values))

    def _chosen(self, card: InvoiceCard, values: dict[str, Any]) -> None:
        quantities = {line.id: int(values[line.id]) for line in card.lines if values[line.id]}
        self._make(card, quantities, again=bool(values[_AGAIN]))

    def _make(self, card: InvoiceCard, quantities: dict[str, int] | None, *, again: bool) -> None:
        made = self._desk.perform(
            lambda: self._concepts.credit(card.invoice.id, quantities, bill_again=again)
        )
        if made is not None:
            self._then(made.id)
