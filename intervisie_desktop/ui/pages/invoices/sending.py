"""Out of the door: invoices in a folder, on paper, in e-mail drafts, and reminders; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.services.certification.outputs import Written
from intervisie_desktop.services.invoices import InvoiceCard, InvoiceRow, InvoicesService
from intervisie_desktop.ui.pages.invoices import words
from intervisie_desktop.ui.pages.invoices.fields import MAIL_FIELDS
from intervisie_desktop.ui.shell.desk import Desk, FormQuestion, Progress, Question
from intervisie_desktop.ui.text import counts


class PrintingView(Protocol):
    """What printing asks of the page."""

    def print_papers(
        self, papers: Sequence[bytes], title: str, then: Callable[[int], None]
    ) -> None:
        """Let the user choose a printer and print."""


class Sending:
    """What the presenter of the page does with invoices that have a number."""

    def __init__(self, invoices: InvoicesService, view: PrintingView, desk: Desk) -> None:
        self._invoices = invoices
        self._view = view
        self._desk = desk

    def several(self, fits: Callable[[InvoiceRow], bool]) -> list[str]:
        """What is ticked, or else what is in front, as far as it fits; in the order of the list."""
        raise NotImplementedError

    def card(self) -> InvoiceCard | None:
        """The invoice in front."""
        raise NotImplementedError

    def known(self) -> tuple[InvoiceRow, ...]:
        """The invoices of the list."""
        raise NotImplementedError

    def save(self) -> None:
        """Put PDF and e-invoice of what is in front, or ticked, in a folder."""
        ids = self.several(lambda row: row.issued_on is not None)
        if ids:
            self._desk.choose_folder("Map voor de facturen", lambda folder: self._save(ids, folder))

    def mail(self) -> None:
        """E-mail drafts of what is in front or ticked, with a text that can be changed."""
        self._write_mail("factuur", self.several(lambda row: row.issued_on is not None))

    def remind(self) -> None:
        """A reminder about what is late, and the draft to send it with."""
        today = self._desk.today()
        ids = self.several(lambda row: row.late_days(today) > 0)
        if not ids:
            self._desk.refuse("Een herinnering kan pas als de betaaltermijn voorbij is.")
            return
        step = min(3, 1 + max(row.reminders for row in self.known() if row.id in ids))
        many = words.invoices(len(ids))
        question = Question(
            f"{words.REMINDER_STEPS[step]} maken voor {many}",
            "Per opdrachtgever komt er één brief, die bij de factuur bewaard blijft. Er wordt "
            "niets verstuurd: daarna schrijft u het e-mailconcept.",
            f"{words.REMINDER_STEPS[step]} maken",
        )

        def make() -> None:
            if self._desk.perform(lambda: self._invoices.remind(ids)) is not None:
                self._write_mail("herinnering", ids)

        self._desk.confirm(question, make)

    def print_paper(self) -> None:
        """Print the papers of what is in front or ticked."""
        ids = self.several(lambda row: row.issued_on is not None)

        def fetch(_progress: Progress) -> list[bytes]:
            return [self._invoices.papers(one)[0] for one in ids]

        def show(papers: list[bytes]) -> None:
            self._view.print_papers(papers, "Facturen", self._printed)

        if ids:
            self._desk.run(fetch, show, "Facturen ophalen")

    def copy_payment(self) -> None:
        """The details to pay with, on the clipboard."""
        card = self.card()
        if card is None or card.issued is None:
            return
        payee, iban, cents, told = self._invoices.payment_words(card.invoice.id)
        self._desk.copy(f"{payee}\n{iban}\n{counts.money(cents)}\n{told}")
        self._desk.tell("Betaalgegevens gekopieerd.")

    def _write_mail(self, key: str, ids: Sequence[str]) -> None:
        letters = {letter.key: letter for letter in self._invoices.letters()}
        letter = letters.get(key) or next(iter(letters.values()))
        if not ids:
            return
        question = FormQuestion(
            title=f"E-mail bij {words.invoices(len(ids))}",
            text="De woorden tussen accolades worden per factuur ingevuld. Er wordt niets "
            "verzonden.",
            fields=MAIL_FIELDS,
            values={"subject": letter.subject, "text": letter.text},
            yes="Concepten maken",
        )

        def write(values: dict[str, Any]) -> None:
            changed = replace(letter, subject=str(values["subject"]), text=str(values["text"]))
            self._draft(ids, changed)

        self._desk.ask_form(question, write)

    def _save(self, ids: Sequence[str], folder: Path) -> None:
        def job(_progress: Progress) -> Written:
            return self._invoices.write_to_folder(ids, folder)

        def done(_written: Written) -> None:
            self._desk.tell(f"{counts.capital(words.invoices(len(ids)))} opgeslagen.")
            self._desk.show_in_folder(folder)

        self._desk.run(job, done, "Facturen opslaan")

    def _draft(self, ids: Sequence[str], letter: Letter) -> None:
        folder = self._invoices.default_folder(self._desk.year()) / "E-mailconcepten"

        def job(_progress: Progress) -> Written:
            return self._invoices.write_drafts(ids, folder, letter)

        def done(written: Written) -> None:
            if written.without_address:
                names = counts.join(written.without_address)
                self._desk.refuse(f"Zonder e-mailadres: {names}. Vul dat in bij Opdrachtgevers.")
            if written.paths:
                drafts = counts.telwoord(len(written.paths), "concept", "concepten")
                self._desk.tell(f"{counts.capital(drafts)} klaar om te verzenden.")
                self._desk.show_in_folder(folder)

        self._desk.run(job, done, "E-mailconcepten maken")

    def _printed(self, count: int) -> None:
        self._desk.tell(f"{counts.capital(words.invoices(count))} naar de printer gestuurd.")
