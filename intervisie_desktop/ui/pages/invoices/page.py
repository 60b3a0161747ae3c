"""The page Facturen: the list at the side, the invoice in front as paper or as concept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.invoices import words
from intervisie_desktop.ui.pages.invoices.bank_state import BankState
from intervisie_desktop.ui.pages.invoices.bank_view import BankSheet
from intervisie_desktop.ui.pages.invoices.banking import BankingPresenter
from intervisie_desktop.ui.pages.invoices.billing import BillingPresenter
from intervisie_desktop.ui.pages.invoices.billing_state import BillingState
from intervisie_desktop.ui.pages.invoices.billing_view import BillingSheet
from intervisie_desktop.ui.pages.invoices.concept_view import ConceptView
from intervisie_desktop.ui.pages.invoices.concepts import ConceptState
from intervisie_desktop.ui.pages.invoices.crediting import Crediting
from intervisie_desktop.ui.pages.invoices.detail import PaperView
from intervisie_desktop.ui.pages.invoices.list_pane import ListPane
from intervisie_desktop.ui.pages.invoices.menus import invoice_actions
from intervisie_desktop.ui.pages.invoices.presenter import (
    CONCERNS,
    InvoiceServices,
    InvoicesPresenter,
)
from intervisie_desktop.ui.pages.invoices.quotes import QuotesPresenter
from intervisie_desktop.ui.pages.invoices.quotes_state import QuotesState
from intervisie_desktop.ui.pages.invoices.quotes_view import QuotesSheet
from intervisie_desktop.ui.pages.invoices.state import InvoiceDetail, InvoicesState
from intervisie_desktop.ui.shell import printing
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.paper_printer import DialogPrinter
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import EmptyState

_OUTSIDE = {"invoice_new", "invoice_bill", "invoice_bank", "quote_new"}
_MAIN = {
    "finalise": ("Definitief maken", "lock"),
    "pay": ("Betaling boeken", "plus"),
    "send": ("Verzonden", "send"),
}


class InvoicesPage(Page):
    """Facturen."""

    place = Place.INVOICES
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__(bare=True)
        self._desk = desk
        self._detail: InvoiceDetail | None = None
        self._open_id = ""
        self._printer_word: str | None = None
        self.pane = ListPane()
        self.paper = PaperView(desk)
        self.concept = ConceptView(desk, desk.today)
        self.bank = BankSheet()
        self.billing = BillingSheet(desk, desk.today)
        self.quotes = QuotesSheet(desk, desk.today)
        self.empty = EmptyState(
            "receipt-text",
            words.NOTHING,
            "Zodra een bijeenkomst is gehouden en er een tarief is, maakt u hier de factuur.",
            words.BILL,
            filled=True,
        )
        self.chip = Chip()
        self.more = Button("Meer", Kind.DEFAULT, "ellipsis")
        self.pdf = Button("PDF", Kind.DEFAULT, "download", name="Opslaan als PDF")
        self.send = Button("E-mail", Kind.DEFAULT, "mail", name="E-mailconcept maken")
        self.main = Button("", Kind.PRIMARY, "plus")
        self._presenter = InvoicesPresenter(
            InvoiceServices(
                services.invoices,
                services.concepts,
                services.payments,
                services.clients,
                services.rates,
            ),
            self,
            desk,
        )
        self.banking = BankingPresenter(services.bank, self, desk)
        self.bill = BillingPresenter(services.billing, services.invoices, self, desk)
        self.offers = QuotesPresenter(
            services.quotes, services.concepts, services.invoices, services.clients,
            services.rates, self, desk,
        )  # fmt: skip
        self.crediting = Crediting(services.concepts, desk, self._presenter.goto)
        self._printer = DialogPrinter(self, desk)
        self._lay_out()
        self._connect()

    def open(self, destination: Destination) -> None:
        """Come here, maybe to one invoice, a filter, or the bank."""
        if destination.part == "bill":
            self._show_billing(destination.id)
            return
        if destination.part in {"quotes", "new_quote"}:
            self._show_offers(destination.id)
            if destination.part == "new_quote":
                self.offers.new()
            return
        self._close_sheets()
        self._presenter.open(destination)
        if destination.part == "bank":
            self.banking.choose()
        elif destination.part == "new":
            self._presenter.new()

    def refresh(self) -> None:
        """Read again what is in front."""
        if self._is_billing():
            self.bill.refresh()
        elif self._is_quoting():
            self.offers.refresh()
        else:
            self._presenter.refresh()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.concept.commit()
        self.quotes.commit()

    def scope(self) -> Scope:
        """Everything: findings about invoices stand with the practice."""
        return Scope(year=self._desk.year())

    def main_action(self) -> None:
        """The filled button."""
        if self._is_billing():
            self.billing.go_on()
            return
        if self._is_quoting():
            self.quotes.go_on()
            return
        self.concept.commit()
        self._presenter.main()

    def page_actions(self) -> Sequence[Action]:
        """What can be done with invoices, also from menu and palette."""
        return (*invoice_actions(self, self._presenter), *self.quotes.actions_of(self._is_quoting))

    def focus_filter(self) -> bool:
        """The filter above the list."""
        if self._is_billing():
            return self.billing.focus_filter()
        pane = self.quotes.pane if self._is_quoting() else self.pane
        pane.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        pane.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list."""
        if self._is_billing():
            self.billing.focus_start()
            return
        if self._is_quoting():
            self.quotes.focus_start()
            return
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a narrow window."""
        super().resizeEvent(event)
        self.pane.narrow(self.width() * 36 // 100)
        self._show_buttons()

    def show_state(self, state: InvoicesState) -> None:
        """Show list and head."""
        self.pane.show_state(state)
        detail = state.detail
        self._detail = detail
        self._content.setVisible(detail is not None)
        self.empty.setVisible(detail is None)
        self.empty.show_words(words.NOTHING if state.empty else "Geen facturen in deze lijst", "")
        if detail is not None:
            self._show_head(detail)
            concept = detail.main == "finalise"
            self._body.setCurrentWidget(self.concept if concept else self.paper)
            if not concept:
                self.paper.show_detail(detail)
        if state.open_id != self._open_id:
            self._open_id = state.open_id
            self.scope_changed.emit()

    def show_concept(self, state: ConceptState, detail: InvoiceDetail) -> None:
        """Show the form of the concept in front."""
        self.concept.show_concept(state, detail)

    def show_paper(self, pdf: bytes | None) -> None:
        """Show the paper of the invoice in front."""
        concept = self._detail is not None and self._detail.main == "finalise"
        preview = self.concept.preview if concept else self.paper.preview
        preview.show_pdf(pdf)

    def print_papers(
        self, papers: Sequence[bytes], title: str, then: Callable[[int], None]
    ) -> None:
        """Let the user choose a printer and print."""
        self._printer.print_papers(papers, title, then)

    def start_billing(self) -> None:
        """Open the wizard."""
        self.make("bill")

    def show_billing(self, state: BillingState) -> None:
        """Show the wizard as it is now."""
        self.billing.show_billing(state)

    def show_bill(self, pdf: bytes | None) -> None:
        """Show an invoice as it would be."""
        self.billing.preview.show_pdf(pdf)

    def show_bill_progress(self, done: int, total: int) -> None:
        """From the worker: the signal brings it to the window's side."""
        self.billing.progressed.emit(done, total)

    def printer_name(self) -> str:
        """The printer of this machine; asked once, since that may take a while."""
        if self._printer_word is None:
            self._printer_word = printing.default_printer()
        return self._printer_word

    def close_billing(self) -> None:
        """Back to the invoices."""
        self._close_sheets()
        self._presenter.refresh()
        self.focus_start()

    def _show_billing(self, client_id: str) -> None:
        self._sheets.setCurrentWidget(self.billing)
        self.bill.start(client_id=client_id)
        self.billing.focus_start()

    def show_quotes(self, state: QuotesState) -> None:
        """Show the quotes."""
        self.quotes.show_quotes(state)

    def show_quote_paper(self, pdf: bytes | None) -> None:
        """Show a quote as paper."""
        self.quotes.show_paper(pdf)

    def _show_offers(self, quote_id: str = "") -> None:
        self._sheets.setCurrentWidget(self.quotes)
        self.offers.open(quote_id)
        self.scope_changed.emit()

    def make(self, part: str) -> None:
        """Make something, whatever is in front: "bill", "new" or "new_quote"."""
        self._desk.go(Destination(Place.INVOICES, part=part))

    def _which(self, which: str) -> None:
        for pane, own in ((self.pane, "invoices"), (self.quotes.pane, "quotes")):
            pane.which.set_value(own)
        part = "quotes" if which == "quotes" else ""
        self._desk.go(Destination(Place.INVOICES, part=part))

    def credit_part(self) -> None:
        """Ask which part of the invoice in front goes back."""
        card = self._presenter.card()
        if card is not None and card.issued is not None:
            self.crediting.ask(card)

    def _is_quoting(self) -> bool:
        return self._sheets.currentWidget() is self.quotes

    def _is_billing(self) -> bool:
        return self._sheets.currentWidget() is self.billing

    def _close_sheets(self) -> None:
        self._sheets.setCurrentWidget(self._invoices)

    def show_bank(self, state: BankState) -> None:
        """Show the lines of a bank file instead of the invoices."""
        fresh = self._sheets.currentWidget() is not self.bank
        self._sheets.setCurrentWidget(self.bank)
        self.bank.show_state(state)
        if fresh:
            self.bank.focus_start()

    def close_bank(self) -> None:
        """Back to the invoices."""
        self._close_sheets()
        self._presenter.refresh()

    def _show_head(self, detail: InvoiceDetail) -> None:
        self.header.show_words(detail.title, "", ("Facturen", detail.crumb))
        # Beside the list there may be little room: the title gives way first.
        self.header.title.setMinimumWidth(110)
        self.chip.show_chip(detail.chip.word, Tone(detail.chip.tone), detail.chip.sign)
        self._show_buttons()
        self.main.setVisible(bool(detail.main))
        if detail.main:
            word, sign = _MAIN[detail.main]
            self.main.sign = sign
            self.main.set_words(word)

    def _show_buttons(self) -> None:
        """PDF and e-mail stand in the menu too, so they may leave a narrow head."""
        issued = self._detail is not None and "xml" in self._detail.allowed
        room = self.width() - self.pane.width()
        self.pdf.setVisible(issued and room >= current().px(640))
        self.send.setVisible(issued and room >= current().px(740))

    def may(self, act: str) -> Callable[[], bool]:
        """Whether an act makes sense for the invoice in front, asked when it is needed."""

        def may() -> bool:
            shown = self._sheets.currentWidget() is self._invoices
            return shown and self._detail is not None and act in self._detail.allowed

        return may

    def _menu(self) -> None:
        actions = [a for a in self.page_actions() if a.key not in _OUTSIDE]
        self.menu = context_menu(self, [action for action in actions if action.enabled()])
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 3)))

    def _lay_out(self) -> None:
        self.header.show_chips((self.chip,))
        for button in (self.more, self.pdf, self.send, self.main):
            self.header.add_button(button)
        self._body = QStackedWidget()
        self._body.addWidget(self.paper)
        self._body.addWidget(self.concept)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(24, 14, 20, 12)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)
        # The buttons in the head go when there is no room, so they must not keep the room.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._content.setMinimumWidth(400)
        self._invoices = QWidget()
        row = QHBoxLayout(self._invoices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._content, 1)
        row.addWidget(self.empty, 1)
        self.empty.hide()
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self._invoices)
        for sheet in (self.bank, self.billing, self.quotes):
            sheet.setMinimumWidth(1)  # or the page is as wide as its widest sheet asks
            self._sheets.addWidget(sheet)
        told = QHBoxLayout()
        told.setContentsMargins(24, 12, 20, 0)
        told.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(told)
        whole.addWidget(self._sheets, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        self.pane.chosen.connect(presenter.select)
        self.pane.only.connect(presenter.show_only)
        self.pane.ticked.connect(presenter.tick)
        self.pane.new.clicked.connect(presenter.new)
        self.pane.bill.clicked.connect(self.start_billing)
        self.billing.attach(self.bill)
        self.quotes.attach(self.offers)
        self.pane.which.chosen.connect(self._which)
        self.quotes.pane.which.chosen.connect(self._which)
        self.pane.bulk.clicked.connect(self._bulk_menu)
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(self.start_billing)
        self.main.clicked.connect(self.main_action)
        self.pdf.clicked.connect(presenter.save)
        self.send.clicked.connect(presenter.mail)
        self.more.clicked.connect(self._menu)
        self.paper.unbook_asked.connect(presenter.unbook)
        self.paper.code.copy.clicked.connect(presenter.copy_payment)
        self.concept.attach(presenter.concept)
        self.bank.attach(self.banking)

    def _bulk_menu(self) -> None:
        keys = {"invoice_final", "invoice_sent", "invoice_save", "invoice_print"}
        actions = [action for action in self.page_actions() if action.key in keys]
        self.menu = context_menu(self, actions)
        self.menu.popup(self.pane.bulk.mapToGlobal(QPoint(0, self.pane.bulk.height() + 3)))


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return InvoicesPage(desk, services)
