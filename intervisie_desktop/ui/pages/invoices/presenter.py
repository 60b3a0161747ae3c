"""The page Facturen: the list, the invoice in front, and what can be done with it; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Outcome, Subject
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import InvoiceState
from intervisie_desktop.domain.payments import PaymentMethod
from intervisie_desktop.services.clients import ClientsService
from intervisie_desktop.services.concepts import ConceptsService
from intervisie_desktop.services.invoices import InvoiceCard, InvoiceRow, InvoicesService
from intervisie_desktop.services.invoicing.values import Finalised
from intervisie_desktop.services.payments import PaymentsService
from intervisie_desktop.services.rates import RatesService
from intervisie_desktop.ui.pages.invoices import stating, words
from intervisie_desktop.ui.pages.invoices.billing_handing import not_final_words
from intervisie_desktop.ui.pages.invoices.concepts import ConceptPresenter, ConceptState
from intervisie_desktop.ui.pages.invoices.fields import (
    CLIENT,
    PAYMENT_FIELDS,
    SENT_FIELDS,
    SPLIT_FIELDS,
)
from intervisie_desktop.ui.pages.invoices.quotes_words import later
from intervisie_desktop.ui.pages.invoices.sending import PrintingView, Sending
from intervisie_desktop.ui.pages.invoices.state import InvoiceDetail, InvoicesState
from intervisie_desktop.ui.shell.desk import Desk, Destination, FormQuestion, Progress, Question
from intervisie_desktop.ui.text import counts

CONCERNS = frozenset({Subject.INVOICE, Subject.PAYMENT, Subject.CLIENT, Subject.RATE,
                      Subject.SETTING, Subject.PRACTICE})  # fmt: skip
_WHOLE = 10_000


class InvoicesView(PrintingView, Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: InvoicesState) -> None:
        """Show list and head."""

    def show_concept(self, state: ConceptState, detail: InvoiceDetail) -> None:
        """Show the form of the concept in front."""

    def show_paper(self, pdf: bytes | None) -> None:
        """Show the paper of the invoice in front."""


@dataclass(frozen=True)
class InvoiceServices:
    """The services of this page."""

    invoices: InvoicesService
    concepts: ConceptsService
    payments: PaymentsService
    clients: ClientsService
    rates: RatesService


class InvoicesPresenter(Sending):
    """Lists, shows, makes final, sends, books, credits and writes off."""

    def __init__(self, services: InvoiceServices, view: InvoicesView, desk: Desk) -> None:
        super().__init__(services.invoices, view, desk)
        self._services = services
        self._page = view
        self.concept = ConceptPresenter(services.concepts, desk)
        self._rows: tuple[InvoiceRow, ...] = ()
        self._only = "all"
        self._open = ""
        self._ticked: frozenset[str] = frozenset()
        self._paper_wanted = 0

    @property
    def open_id(self) -> str:
        """The invoice in front."""
        return self._open

    def open(self, destination: Destination) -> None:
        """Come here, maybe to one invoice or with a filter."""
        if destination.id:
            self._open, self._only = destination.id, "all"
        elif destination.part in {key for key, _word in words.FILTERS}:
            self._only = destination.part
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        year = self._desk.year()
        rows = self._services.invoices.rows()
        self._rows = tuple(row for row in rows if _in_year(row, year) or row.id == self._open)
        shown = self._shown()
        if self._open not in {row.id for row in self._rows}:
            self._open = shown[0].id if shown else ""
        self._ticked &= {row.id for row in self._rows}
        self._show()

    def select(self, invoice_id: str) -> None:
        """Another invoice in front."""
        if invoice_id and invoice_id != self._open:
            self._open = invoice_id
            self._show()

    def tick(self, invoice_ids: frozenset[str]) -> None:
        """Several invoices at once."""
        if invoice_ids != self._ticked:
            before, self._ticked = len(self._ticked) > 1, invoice_ids
            if before or len(invoice_ids) > 1:
                self._show(paper=False)

    def show_only(self, which: str) -> None:
        """Another filter."""
        self._only = which
        shown = self._shown()
        if self._open not in {row.id for row in shown}:
            self._open = shown[0].id if shown else ""
        self._show()

    def allows(self, act: str) -> bool:
        """Whether something makes sense for the invoice in front."""
        row = self._row()
        if row is None:
            return False
        card = self.card()
        return card is not None and act in stating.detail(card, row, self._desk.today(), ()).allowed

    def new(self) -> None:
        """A new concept, for a client who is chosen first."""
        clients = self._services.clients.rows()
        options = tuple((row.id, row.name) for row in clients)
        if not options:
            self._desk.refuse("Maak eerst een opdrachtgever: die komt boven de factuur.")
            return
        question = FormQuestion(
            title="Nieuwe factuur",
            text="Wat nog te factureren is, haalt u op met Factureren.",
            fields=(CLIENT,),
            options={"client_id": options},
            yes="Concept maken",
        )
        self._desk.ask_form(question, self._make)

    def main(self) -> None:
        """The one main thing for the invoice in front."""
        row = self._row()
        if row is None:
            return
        if row.state is InvoiceState.CONCEPT:
            self.finalise()
        elif row.open > 0:
            self.pay()
        elif row.sent_on is None:
            self.send()

    def finalise(self) -> None:
        """Make the concept in front, or all concepts that are ticked, definitive."""
        ids = self.several(lambda row: row.state is InvoiceState.CONCEPT)
        if not ids:
            return
        numbers = self._services.invoices.upcoming_numbers(1)
        many = words.invoices(len(ids))
        first = f" Het eerste nummer wordt {numbers[0]}." if numbers and len(ids) > 1 else ""
        first = f" Het nummer wordt {numbers[0]}." if numbers and len(ids) == 1 else first
        question = Question(
            f"{counts.capital(many)} definitief maken",
            f"Daarna verandert er niets meer aan; herstellen gaat met een creditfactuur.{first}",
            "Definitief maken",
        )
        self._desk.confirm(question, lambda: self._finalise(ids))

    def send(self) -> None:
        """Note that the invoice in front, or those ticked, went out."""
        ids = self.several(lambda row: row.issued_on is not None and row.sent_on is None)
        if not ids:
            return
        question = FormQuestion(
            title=f"{counts.capital(words.invoices(len(ids)))} als verzonden noteren",
            fields=SENT_FIELDS,
            values={"on": self._desk.today(), "note": "per e-mail"},
            yes="Noteren",
        )

        def keep(values: dict[str, Any]) -> None:
            day, note = values["on"], str(values["note"] or "")
            self._desk.perform(lambda: self._services.invoices.mark_sent(ids, day, note))

        self._desk.ask_form(question, keep)

    def unsend(self) -> None:
        """It did not go out after all."""
        invoice_id = self._open
        self._desk.perform(lambda: self._services.invoices.mark_unsent(invoice_id))

    def pay(self) -> None:
        """Book a payment on the invoice in front."""
        row = self._row()
        if row is None or row.issued_on is None:
            return
        question = FormQuestion(
            title=f"Betaling boeken op {row.number}",
            text="Een bedrag met een min is geld dat terugging.",
            fields=PAYMENT_FIELDS,
            values={"amount": max(row.open, 0) or None, "on": self._desk.today(),
                    "method": PaymentMethod.BANK.value},
            yes="Boeken",
        )  # fmt: skip

        def book(values: dict[str, Any]) -> None:
            method, note = PaymentMethod(values["method"]), str(values["note"] or "")
            amount, day = int(values["amount"]), values["on"]
            self._desk.perform(
                lambda: self._services.payments.pay(row.id, amount, day, method=method, note=note)
            )

        self._desk.ask_form(question, book)

    def unbook(self, payment_id: str) -> None:
        """Take a payment away; it can be undone."""
        self._desk.perform(lambda: self._services.payments.remove(payment_id))

    def credit(self) -> None:
        """A credit note for the whole of the invoice in front, as a concept to look at first."""
        row = self._row()
        if row is None:
            return
        made = self._desk.perform(lambda: self._services.concepts.credit(row.id))
        if made is not None:
            self.goto(made.id)

    def split(self) -> None:
        """The concept in front in instalments."""
        row = self._row()
        if row is None:
            return
        question = FormQuestion(
            title="In termijnen verdelen",
            text="Elke termijn wordt een eigen factuur; samen zijn zij het geheel tot op de cent.",
            fields=SPLIT_FIELDS,
            values={"parts": 2, "months": 3, "first": self._desk.today()},
            yes="Verdelen",
        )

        def divide(values: dict[str, Any]) -> None:
            count = int(values["parts"])
            days = [later(values["first"], step * int(values["months"])) for step in range(count)]
            parts = [_WHOLE // count] * count
            parts[-1] += _WHOLE - sum(parts)
            self._desk.perform(lambda: self._services.concepts.split(row.id, parts, days))

        self._desk.ask_form(question, divide)

    def remove(self) -> None:
        """The concept in front goes; what it billed can be billed again."""
        invoice_id = self._open
        if self._desk.perform(lambda: self._services.concepts.remove(invoice_id)) is None:
            self.refresh()

    def write_off(self) -> None:
        """Give up what is open, with a reason."""
        row = self._row()
        if row is None:
            return
        question = Question(
            f"{counts.money(row.open)} van {row.number} afschrijven",
            "De factuur blijft staan; het openstaande bedrag telt niet meer mee.",
            "Afschrijven",
            danger=True,
        )
        self._desk.ask_reason(
            question,
            lambda reason: self._act(lambda: self._services.invoices.write_off(row.id, reason)),
        )

    def reclaim(self) -> None:
        """What was written off is owed again, with a reason."""
        row = self._row()
        if row is None:
            return
        question = Question(
            f"{row.number} weer opvorderen",
            "Het afgeschreven bedrag staat weer open.",
            "Opvorderen",
        )
        self._desk.ask_reason(
            question,
            lambda reason: self._act(lambda: self._services.invoices.reclaim(row.id, reason)),
        )

    def _make(self, values: dict[str, Any]) -> None:
        client_id = str(values["client_id"])
        made = self._desk.perform(lambda: self._services.concepts.new(client_id))
        if made is not None:
            self.goto(made.id)

    def goto(self, invoice_id: str) -> None:
        """This invoice in front, whatever the filter was."""
        self._open, self._only = invoice_id, "all"
        self.refresh()

    def _finalise(self, ids: Sequence[str]) -> None:
        def job(progress: Progress) -> Outcome[Finalised]:
            return self._services.invoices.finalise(ids, progress)

        def done(outcome: Outcome[Finalised]) -> None:
            if outcome.value.made:
                self._desk.announce(outcome)
            self.refresh()
            self._tell_refused(outcome.value)

        self._desk.run(job, done, "Facturen definitief maken")

    def _tell_refused(self, result: Finalised) -> None:
        said = [not_final_words(one) for one in result.refused]
        if said:
            self._desk.refuse("\n".join(said))

    def _act(self, act: Callable[[], Outcome[None]]) -> None:
        self._desk.perform(act)

    def several(self, fits: Callable[[InvoiceRow], bool]) -> list[str]:
        """What is ticked, or else what is in front, as far as it fits; in the order of the list."""
        wanted = self._ticked if len(self._ticked) > 1 else {self._open}
        return [row.id for row in reversed(self._rows) if row.id in wanted and fits(row)]

    def known(self) -> tuple[InvoiceRow, ...]:
        """The invoices of the year."""
        return self._rows

    def _shown(self) -> tuple[InvoiceRow, ...]:
        return stating.shown(self._rows, self._only, self._desk.today())

    def _row(self) -> InvoiceRow | None:
        return next((row for row in self._rows if row.id == self._open), None)

    def card(self) -> InvoiceCard | None:
        """The invoice in front with everything about it."""
        try:
            return self._services.invoices.card(self._open) if self._open else None
        except Refusal:
            return None

    def _show(self, *, paper: bool = True) -> None:
        today, row, card = self._desk.today(), self._row(), self.card()
        detail = None
        if row is not None and card is not None:
            code = self._services.invoices.payment_code(row.id) if card.issued else ()
            detail = stating.detail(card, row, today, code)
        shown = self._shown()
        state = InvoicesState(
            totals=stating.totals(self._rows, today),
            lines=tuple(stating.line(one, today) for one in shown),
            filters=words.FILTERS,
            only=self._only,
            count=words.count_words(len(self._rows), self._desk.year()),
            ticked=self._ticked,
            bulk=f"{len(self._ticked)} gekozen" if len(self._ticked) > 1 else "",
            open_id=self._open,
            detail=detail,
            empty=not self._rows,
        )
        self._page.show_state(state)
        if detail is not None and card is not None and card.issued is None:
            category = self._services.rates.settings().category
            self._page.show_concept(self.concept.state(card, category), detail)
        if paper:
            self._show_paper()

    def _show_paper(self) -> None:
        self._paper_wanted += 1
        wanted, invoice_id = self._paper_wanted, self._open
        if not invoice_id:
            self._page.show_paper(None)
            return

        def fetch(_progress: Progress) -> bytes | None:
            if wanted != self._paper_wanted:
                return None
            return self._services.invoices.preview(invoice_id)

        def show(pdf: bytes | None) -> None:
            if wanted == self._paper_wanted:
                self._page.show_paper(pdf)

        self._desk.run(fetch, show, "Factuur tekenen", self._no_paper)

    def _no_paper(self, error: Exception) -> None:
        """A concept without lines has no paper yet; anything else is told."""
        self._page.show_paper(None)
        if not isinstance(error, Refusal):
            raise error


def _in_year(row: InvoiceRow, year: int) -> bool:
    """Of this working year; what is still open of an earlier one stays in sight."""
    own = (row.issued_on or row.made_on).year
    return own == year or (own < year and row.open > 0)
