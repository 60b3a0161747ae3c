"""What can be done with invoices, for menu, palette and the button Meer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from intervisie_desktop.ui.pages.invoices import words
from intervisie_desktop.ui.pages.invoices.banking import BankingPresenter
from intervisie_desktop.ui.pages.invoices.presenter import InvoicesPresenter
from intervisie_desktop.ui.pages.invoices.quotes import NEW as NEW_QUOTE
from intervisie_desktop.ui.shell.actions import Action


class Acting(Protocol):
    """What the actions ask of the page itself."""

    banking: BankingPresenter

    def may(self, act: str) -> Callable[[], bool]:
        """Whether an act makes sense now."""

    def make(self, part: str) -> None:
        """Open the wizard, make a concept or make a quote."""

    def credit_part(self) -> None:
        """Take a part back."""


def invoice_actions(page: Acting, presenter: InvoicesPresenter) -> tuple[Action, ...]:
    """The actions; each is only there where it makes sense."""
    may = page.may
    return (
        Action("invoice_bill", words.BILL, partial(page.make, "bill"), icon="receipt-text",
               shortcut="Ctrl+Shift+B", menu="Extra", words="factureren nog te factureren wizard"),
        Action("invoice_new", words.NEW, partial(page.make, "new"), icon="plus",
               shortcut="Ctrl+Shift+F", menu="Extra"),
        Action("quote_new", NEW_QUOTE, partial(page.make, "new_quote"), icon="file-text",
               menu="Extra", words="offerte aanbod"),
        Action("invoice_final", "Factuur definitief maken", presenter.finalise, icon="lock",
               enabled=may("finalise"), bar=True),
        Action("invoice_split", "In termijnen verdelen", presenter.split,
               icon="calendar-range", enabled=may("split")),
        Action("invoice_remove", "Concept verwijderen", presenter.remove, icon="trash-2",
               enabled=may("remove")),
        Action("invoice_pay", "Betaling boeken", presenter.pay, icon="banknote",
               enabled=may("pay"), bar=True),
        Action("invoice_sent", "Als verzonden noteren", presenter.send, icon="send",
               enabled=may("send")),
        Action("invoice_unsent", "Toch niet verzonden", presenter.unsend, icon="undo-2",
               enabled=may("unsend")),
        Action("invoice_save", "PDF en e-factuur opslaan", presenter.save, icon="download",
               enabled=may("xml"), bar=True),
        Action("invoice_print", "Factuur afdrukken", presenter.print_paper, icon="printer",
               enabled=may("xml")),
        Action("invoice_mail", "E-mailconcept maken", presenter.mail, icon="mail",
               enabled=may("xml")),
        Action("invoice_remind", "Herinnering of aanmaning maken", presenter.remind,
               icon="bell-ring", enabled=may("remind"), bar=True),
        Action("invoice_credit", "Crediteren", presenter.credit, icon="rotate-ccw",
               enabled=may("credit"), bar=True),
        Action("invoice_credit_part", "Deels crediteren…", page.credit_part,
               icon="rotate-ccw", enabled=may("credit")),
        Action("invoice_write_off", "Afschrijven", presenter.write_off, icon="ban",
               enabled=may("write_off")),
        Action("invoice_reclaim", "Weer opvorderen", presenter.reclaim, icon="undo-2",
               enabled=may("reclaim")),
        Action("invoice_bank", "Bankafschrift inlezen", page.banking.choose,
               icon="file-input", menu="Extra", bar=True, words="mt940 camt betalingen"),
    )  # fmt: skip
