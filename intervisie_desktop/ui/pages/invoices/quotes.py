"""The sheet Offertes: offers made, sent, and taken as a group with its invoices; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.quotes import QuoteState
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.services.clients import ClientsService
from intervisie_desktop.services.concepts import ConceptsService
from intervisie_desktop.services.invoices import InvoicesService
from intervisie_desktop.services.quotes import QuoteRow, QuotesService
from intervisie_desktop.services.rates import RatesService
from intervisie_desktop.services.writing import safe_name, write_file
from intervisie_desktop.ui.pages.invoices.concepts import ConceptPresenter, ConceptState
from intervisie_desktop.ui.pages.invoices.fields import (
    ACCEPT_FIELDS,
    CLIENT,
    EXTEND_FIELDS,
    NEW_QUOTE_FIELDS,
)
from intervisie_desktop.ui.pages.invoices.quotes_state import QuotesState
from intervisie_desktop.ui.pages.invoices.quotes_words import (
    ALLOWED,
    FILTERS,
    MAIN,
    WAITING,
    becomes,
    detail,
    equal_parts,
    later,
    line,
    totals,
)
from intervisie_desktop.ui.pages.invoices.state import (
    InvoicesState,
)
from intervisie_desktop.ui.shell.desk import (
    Desk,
    Destination,
    FileQuestion,
    FormQuestion,
    Place,
    Progress,
    Question,
)
from intervisie_desktop.ui.text import counts

NEW = "Nieuwe offerte"


class QuotesView(Protocol):
    """What the presenter asks of its page."""

    def show_quotes(self, state: QuotesState) -> None:
        """Show list, head and form."""

    def show_quote_paper(self, pdf: bytes | None) -> None:
        """Show the quote as paper."""


class QuotesPresenter:
    """Lists quotes; drafts are typed in the form of a concept."""

    def __init__(
        self,
        quotes: QuotesService,
        concepts: ConceptsService,
        invoices: InvoicesService,
        clients: ClientsService,
        rates: RatesService,
        view: QuotesView,
        desk: Desk,
    ) -> None:
        self._quotes, self._invoices = quotes, invoices
        self._clients, self._rates = clients, rates
        self._view, self._desk = view, desk
        self.concept = ConceptPresenter(concepts, desk)
        self._rows: tuple[QuoteRow, ...] = ()
        self._open = ""
        self._only = "all"
        self._wanted = 0

    def open(self, quote_id: str = "") -> None:
        """Come here, maybe to one quote."""
        if quote_id:
            self._open, self._only = quote_id, "all"
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        self._rows = self._quotes.rows()
        shown = self._shown()
        if self._open not in {row.quote.id for row in self._rows}:
            self._open = shown[0].quote.id if shown else ""
        self._show()

    def select(self, quote_id: str) -> None:
        """Another quote in front."""
        if quote_id and quote_id != self._open:
            self._open = quote_id
            self._show()

    def show_only(self, which: str) -> None:
        """Another filter."""
        self._only = which
        shown = self._shown()
        if self._open not in {row.quote.id for row in shown}:
            self._open = shown[0].quote.id if shown else ""
        self._show()

    def allows(self, act: str) -> bool:
        """Whether something makes sense for the quote in front."""
        row = self._row()
        return row is not None and act in ALLOWED[row.state]

    def new(self) -> None:
        """A new quote for a client who is chosen first."""
        options = tuple((row.id, row.name) for row in self._clients.rows())
        if not options:
            self._desk.refuse("Maak eerst een opdrachtgever: die komt boven de offerte.")
            return
        question = FormQuestion(
            title=NEW,
            fields=(CLIENT, *NEW_QUOTE_FIELDS),
            values={"product": Product.INTERVISIE.value},
            options={"client_id": options},
            yes="Concept maken",
        )
        self._desk.ask_form(question, self._make)

    def change(self, name: str, value: Any) -> None:
        """A field of the quote itself."""
        row = self._row()
        if row is None:
            return
        quote = row.quote
        if name == "parts":
            changed = replace(quote, instalments=equal_parts(int(value or 1)))
        elif name == "product":
            changed = replace(quote, product=Product(value))
        elif name == "valid_until":
            changed = replace(quote, valid_until=value)
        else:
            fields: dict[str, Any] = {name: str(value or "")}
            changed = replace(quote, **fields)
        if changed != quote:
            self._desk.perform(lambda: self._quotes.change(changed))

    def main(self) -> None:
        """The filled button: sent, or accepted."""
        row = self._row()
        if row is not None and row.state in MAIN:
            acts = {"send": self.send, "accept": self.accept}
            acts[MAIN[row.state]]()

    def send(self) -> None:
        """It went out: it gets its number and the day until which it holds."""
        quote_id = self._open
        self._desk.perform(lambda: self._quotes.mark_sent(quote_id))

    def accept(self) -> None:
        """It is taken: its group is made and its invoices as concepts."""
        row = self._row()
        if row is None:
            return
        parts = len(row.quote.instalments)
        told = becomes(row.quote)
        if parts == 1:
            question = Question("Offerte aangenomen", told, "Aangenomen")
            self._desk.confirm(question, lambda: self._accept(row, ()))
            return
        asked = FormQuestion(
            title="Offerte aangenomen",
            text=told,
            fields=ACCEPT_FIELDS,
            values={"first": self._desk.today(), "months": 3},
            yes="Aangenomen",
        )

        def take(values: dict[str, Any]) -> None:
            first, months = values["first"], int(values["months"])
            days = [later(first, step * months) for step in range(parts)]
            self._accept(row, days)

        self._desk.ask_form(asked, take)

    def decline(self) -> None:
        """It is not taken."""
        quote_id = self._open
        self._desk.perform(lambda: self._quotes.decline(quote_id))

    def extend(self) -> None:
        """It holds until another day."""
        row = self._row()
        if row is None:
            return
        question = FormQuestion(
            title=f"Offerte {row.quote.number} langer laten gelden",
            fields=EXTEND_FIELDS,
            values={"valid_until": row.quote.valid_until},
            yes="Opslaan",
        )
        self._desk.ask_form(
            question, lambda values: self.change("valid_until", values["valid_until"])
        )

    def remove(self) -> None:
        """It goes; what came of it stays."""
        quote_id = self._open
        self._desk.perform(lambda: self._quotes.remove(quote_id))

    def save(self) -> None:
        """As a PDF, where the user says."""
        row = self._row()
        if row is None:
            return
        name = safe_name(f"Offerte {row.quote.number or 'concept'} {row.client_name}")
        question = FileQuestion("Offerte opslaan", ("PDF-bestand (*.pdf)",), f"{name}.pdf")
        quote_id = row.quote.id

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, self._quotes.preview(quote_id))

            def written(done: Path) -> None:
                self._desk.tell(f"Opgeslagen als {done.name}.")

            self._desk.run(write, written, "Offerte opslaan")

        self._desk.choose_target(question, chosen)

    def to_group(self) -> None:
        """The group it became."""
        row = self._row()
        if row is not None and row.quote.group_id:
            self._desk.go(Destination(Place.GROUPS, row.quote.group_id, "overview"))

    def _make(self, values: dict[str, Any]) -> None:
        client, title = str(values["client_id"]), str(values["title"] or "")
        product = Product(values["product"])
        made = self._desk.perform(lambda: self._quotes.new(client, title, product))
        if made is not None:
            self._open, self._only = made.id, "all"
            self.refresh()

    def _accept(self, row: QuoteRow, days: Sequence[date]) -> None:
        ids = self._desk.perform(lambda: self._quotes.accept(row.quote.id, days))
        if ids is not None:
            many = counts.telwoord(len(ids), "concept staat", "concepten staan")
            self._desk.tell(f"{counts.capital(many)} klaar bij Facturen.")

    def _row(self) -> QuoteRow | None:
        return next((row for row in self._rows if row.quote.id == self._open), None)

    def _shown(self) -> tuple[QuoteRow, ...]:
        if self._only == "open":
            return tuple(r for r in self._rows if r.state in {QuoteState.DRAFT, *WAITING})
        if self._only == "accepted":
            return tuple(r for r in self._rows if r.state is QuoteState.ACCEPTED)
        return self._rows

    def _show(self) -> None:
        row, today = self._row(), self._desk.today()
        concept: ConceptState | None = None
        if row is not None and row.state is QuoteState.DRAFT:
            card = self._invoices.card(row.quote.invoice_id)
            concept = self.concept.state(card, self._rates.settings().category)
        many = counts.telwoord(len(self._rows), "offerte", "offertes")
        pane = InvoicesState(
            totals=totals(self._rows),
            lines=tuple(line(one, today) for one in self._shown()),
            filters=FILTERS,
            only=self._only,
            count=many,
            ticked=frozenset(),
            bulk="",
            open_id=self._open,
            empty=not self._rows,
        )
        self._view.show_quotes(QuotesState(pane, detail(row, today) if row else None, concept))
        self._show_paper()

    def _show_paper(self) -> None:
        self._wanted += 1
        wanted, quote_id = self._wanted, self._open
        if not quote_id:
            self._view.show_quote_paper(None)
            return

        def fetch(_progress: Progress) -> bytes | None:
            return self._quotes.preview(quote_id) if wanted == self._wanted else None

        def show(pdf: bytes | None) -> None:
            if wanted == self._wanted:
                self._view.show_quote_paper(pdf)

        self._desk.run(fetch, show, "Offerte tekenen", self._no_paper)

    def _no_paper(self, error: Exception) -> None:
        """A quote without lines has no paper yet; anything else is told."""
        self._view.show_quote_paper(None)
        if not isinstance(error, Refusal):
            raise error
