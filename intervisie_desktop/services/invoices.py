"""Invoices: looking at them, making them final, sending, writing off, checking."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from intervisie_desktop.documents.epc import transfer
from intervisie_desktop.documents.invoice_json import from_json
from intervisie_desktop.domain.changes import ChangeSet, Outcome
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.invoice_checks import InvoiceFlaw, KorMeter
from intervisie_desktop.domain.invoices import InvoiceActKind
from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.domain.vat import VatLimit
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.certification.outputs import Written
from intervisie_desktop.services.certification.values import Progress, Unwatched
from intervisie_desktop.services.invoicing import outputs
from intervisie_desktop.services.invoicing.acting import Acting
from intervisie_desktop.services.invoicing.auditing import audit
from intervisie_desktop.services.invoicing.cards import card_of
from intervisie_desktop.services.invoicing.composing import draft_of, flaws_in, specimen
from intervisie_desktop.services.invoicing.issuing import FlawedError, Issuing
from intervisie_desktop.services.invoicing.reminding import ReminderMade, Reminding
from intervisie_desktop.services.invoicing.values import (
    AuditReport,
    Finalised,
    InvoiceCard,
    MadeFinal,
    NotFinal,
)
from intervisie_desktop.services.invoicing.verifying import InvoiceVerification, verified
from intervisie_desktop.services.law import vat_regime
from intervisie_desktop.storage.reads.invoices import (
    InvoiceRow,
    balance_of,
    invoice_rows,
    kor_turnover,
)
from intervisie_desktop.storage.store import Store

__all__ = ["InvoiceCard", "InvoiceRow", "InvoicesService"]

_KOR_SINCE = 2020


class InvoicesService:
    """The one door to invoices; everything final passes through it."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, documents: Path | None = None) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._issuing = Issuing(store, clock, ids)
        self._acting = Acting(store, clock, ids)
        self._reminding = Reminding(store, clock, ids)
        self._documents = documents or Path.home()

    def rows(
        self, *, year: int | None = None, client_id: str | None = None
    ) -> tuple[InvoiceRow, ...]:
        """Concepts first, then what was issued, the newest first; of one year when asked.

        A concept is of the year in which it was made.
        """
        with self._store.reading() as read:
            rows = invoice_rows(read, client_id=client_id)
        if year is None:
            return rows
        return tuple(row for row in rows if (row.issued_on or row.made_on).year == year)

    def card(self, invoice_id: str) -> InvoiceCard:
        """Everything of one invoice; Refusal("gone")."""
        with self._store.reading() as read:
            return card_of(read, invoice_id, self._clock.today())

    def check(self, invoice_id: str) -> tuple[InvoiceFlaw, ...]:
        """What is amiss with a concept, errors first; Refusal("invoice_issued")."""
        with self._store.reading() as read:
            return flaws_in(read, draft_of(read, invoice_id, self._clock.today()))

    def preview(self, invoice_id: str) -> bytes:
        """The PDF: of a concept without a number, of what was issued the very bytes."""
        with self._store.reading() as read:
            if read.issued_invoices.find(invoice_id) is None:
                draft = draft_of(read, invoice_id, self._clock.today())
            else:
                draft = None
        return self.papers(invoice_id)[0] if draft is None else specimen(draft)

    def papers(self, invoice_id: str) -> tuple[bytes, bytes]:
        """PDF and XML as they were issued; Trouble("paper_damaged") when they are not."""
        with self._store.reading() as read:
            issued = read.issued_invoices.get(invoice_id)
            papers = read.invoice_papers.get(invoice_id)
        if papers is None or _sums(*papers) != (issued.pdf_sha256, issued.xml_sha256):
            raise Trouble("paper_damaged", number=issued.number)
        return papers

    def payment_code(self, invoice_id: str) -> tuple[tuple[bool, ...], ...]:
        """The QR code that pays what is open, as rows of True for dark; empty without need.

        EPC069-12. Refusal("gone") for a concept.
        """
        from intervisie_desktop.documents.pdf.qr import modules  # noqa: PLC0415

        facts = self._payment(invoice_id)
        told = transfer(*facts)
        return tuple(tuple(map(bool, row)) for row in modules(told)) if told else ()

    def payment_words(self, invoice_id: str) -> tuple[str, str, int, str]:
        """Whose account, which one, how many cents are open and with which text."""
        return self._payment(invoice_id)

    def _payment(self, invoice_id: str) -> tuple[str, str, int, str]:
        with self._store.reading() as read:
            issued = read.issued_invoices.get(invoice_id)
            owed = balance_of(read, read.invoices.get(invoice_id), issued.gross).open
        facts = from_json(issued.snapshot)
        return facts.payee, facts.iban, max(0, owed), facts.payment_text

    def reminder_paper(self, act_id: str) -> bytes:
        """The PDF of a reminder as it was made; Trouble("paper_damaged")."""
        with self._store.reading() as read:
            act = read.invoice_acts.get(act_id)
            pdf = read.act_papers.get(act_id)
            number = read.issued_invoices.get(act.invoice_id).number
        if pdf is None or hashlib.sha256(pdf).hexdigest() != act.sha256:
            raise Trouble("paper_damaged", number=number)
        return pdf

    def upcoming_numbers(self, count: int) -> tuple[str, ...]:
        """The numbers so many invoices would get today; nobody has them until they are final."""
        return self._issuing.upcoming(count)

    def kor_meter(self, year: int) -> KorMeter:
        """The turnover of a year against the limit of the kleineondernemersregeling."""
        limit = vat_regime().limit(VatLimit.KOR_TURNOVER, date(max(year, _KOR_SINCE), 12, 31))
        with self._store.reading() as read:
            return KorMeter(turnover=kor_turnover(read, year), limit=limit)

    def audit(self) -> AuditReport:
        """Whether numbers, chain and papers of everything issued are whole."""
        with self._store.reading() as read:
            return audit(read)

    def finalise(
        self, invoice_ids: Sequence[str], progress: Progress | None = None
    ) -> Outcome[Finalised]:
        """Makes concepts final one after another, each whole; a cancel stops between two.

        A refusal of one is told in the result and does not hold up the others.
        """
        watch: Progress = progress or Unwatched()
        made: list[MadeFinal] = []
        refused: list[NotFinal] = []
        changes: list[ChangeSet] = []
        for index, invoice_id in enumerate(invoice_ids):
            if watch.cancelled:
                break
            watch.step(index, len(invoice_ids))
            try:
                outcome = self._issuing.issue(invoice_id)
            except Refusal as refusal:
                refused.append(self._not_final(invoice_id, refusal))
                continue
            made.append(outcome.value)
            changes.append(outcome.changes)
        left = len(invoice_ids) - len(made) - len(refused)
        watch.step(len(made) + len(refused), len(invoice_ids))
        value = Finalised(made=tuple(made), refused=tuple(refused), cancelled=left)
        return Outcome(
            value,
            ChangeSet(tuple(change for one in changes for change in one.changes)),
            "invoices_issued",
            {"count": len(made), "numbers": [one.number for one in made]},
            final=bool(made),
        )

    def mark_sent(
        self, invoice_ids: Sequence[str], on: date | None = None, note: str = ""
    ) -> Outcome[None]:
        """These went out on this day, today when left out; what was sent already is passed over."""
        return self._acting.mark(InvoiceActKind.SENT, invoice_ids, on, note)

    def mark_unsent(self, invoice_id: str) -> Outcome[None]:
        """It did not go out after all."""
        return self._acting.mark(InvoiceActKind.UNSENT, [invoice_id], None, "")

    def write_off(self, invoice_id: str, reason: str) -> Outcome[None]:
        """What is open is given up; Refusal("reason_missing"), ("nothing_open")."""
        return self._acting.write_off(invoice_id, reason)

    def reclaim(self, invoice_id: str, reason: str) -> Outcome[None]:
        """What was written off is owed again; Refusal("reason_missing"), ("not_written_off")."""
        return self._acting.reclaim(invoice_id, reason)

    def preview_reminder(self, invoice_ids: Sequence[str]) -> bytes:
        """The letter to the client of the first as it would be; Refusal("reminder_not_due")."""
        return self._reminding.preview(invoice_ids)

    def remind(self, invoice_ids: Sequence[str]) -> Outcome[tuple[ReminderMade, ...]]:
        """A letter per client about what is late, the next step each time, kept with each invoice.

        Step 1 is friendly, 2 names costs and the fourteen days, 3 is the last.
        Refusal("reminder_not_due").
        """
        return self._reminding.remind(invoice_ids)

    def verify(self, data: bytes) -> InvoiceVerification:
        """What a PDF or XML is according to the register of this practice."""
        with self._store.reading() as read:
            return verified(read, data)

    def default_folder(self, year: int) -> Path:
        """Where invoices of a year are proposed to go; not made yet."""
        return self._documents / "Intervisie" / f"Facturen {year}"

    def write_to_folder(self, invoice_ids: Sequence[str], folder: Path) -> Written:
        """PDF and XML as files; nothing that is there is overwritten."""
        return outputs.write_papers([self._paper(one) for one in invoice_ids], folder)

    def letters(self) -> tuple[Letter, ...]:
        """The texts for drafts to choose from."""
        with self._store.reading() as read:
            return outputs.letters(read)

    def keep_letter(self, letter: Letter) -> Outcome[None]:
        """Keeps a changed text; refused as "letter_word_unknown" on a word there is not."""
        outputs.check_letter(letter)
        with self._store.work("letter_changed", letter=letter.name) as work:
            work.settings.set(outputs.LETTERS_SETTING, outputs.settings_with(work, letter))
        return work.outcome(None)

    def write_drafts(self, invoice_ids: Sequence[str], folder: Path, letter: Letter) -> Written:
        """E-mail drafts with PDF and XML, and the last reminder when the letter is one.

        Who has no address is named in the result.
        """
        with self._store.reading() as read:
            practice = read.practice.get()
        reminding = letter.key == "herinnering"
        papers = [self._paper(one, with_letter=reminding) for one in invoice_ids]
        return outputs.write_drafts(papers, folder, letter, practice)

    def _paper(self, invoice_id: str, *, with_letter: bool = False) -> outputs.InvoicePaper:
        pdf, xml = self.papers(invoice_id)
        card = self.card(invoice_id)
        letters = [act for act in card.acts if act.sha256] if with_letter else []
        return outputs.InvoicePaper(
            issued=card.final,
            client=card.client,
            balance=card.balance,
            pdf=pdf,
            xml=xml,
            letter=self.reminder_paper(letters[-1].id) if letters else b"",
        )

    def _not_final(self, invoice_id: str, refusal: Refusal) -> NotFinal:
        with self._store.reading() as read:
            invoice = read.invoices.find(invoice_id)
            name = read.clients.get(invoice.client_id).name if invoice else ""
        return NotFinal(
            invoice_id=invoice_id,
            client_name=name,
            code=refusal.code,
            facts=refusal.facts,
            flaws=refusal.flaws if isinstance(refusal, FlawedError) else (),
        )


def _sums(pdf: bytes, xml: bytes) -> tuple[str, str]:
    return (
        hashlib.sha256(pdf).hexdigest(),
        hashlib.sha256(xml).hexdigest() if xml else "",
    )
