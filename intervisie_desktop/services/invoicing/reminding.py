"""Reminders: herinnering, aanmaning with the fourteen days, ingebrekestelling; never by itself."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import (
    Balance,
    Invoice,
    InvoiceAct,
    InvoiceActKind,
    IssuedInvoice,
    reminders,
)
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.acting import acts_of
from intervisie_desktop.services.invoicing.composing import buyer, seller
from intervisie_desktop.services.invoicing.settings import invoice_settings
from intervisie_desktop.services.law import collection_rules
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.services.texts import Wording, edited_texts
from intervisie_desktop.storage.reads.invoices import balance_of
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

FRIENDLY_DAYS = 7
MOST_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMade:
    """A letter to one client about these invoices; `act_ids` hold it, one for each invoice."""

    client_id: str
    client_name: str
    invoice_ids: tuple[str, ...]
    act_ids: tuple[str, ...]
    step: int
    until: date
    pdf: bytes


@dataclass(frozen=True, slots=True)
class _Due:
    invoice: Invoice
    issued: IssuedInvoice
    balance: Balance
    acts: list[InvoiceAct]


@dataclass(frozen=True, slots=True)
class _Letter:
    client: Client
    due: list[_Due]
    step: int
    until: date
    pdf: bytes


class Reminding:
    """Makes letters about invoices that are late, one per client."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def preview(self, invoice_ids: Sequence[str]) -> bytes:
        """The letter to the client of the first; nothing is kept. Refusal("reminder_not_due")."""
        with self._store.reading() as reading:
            return _letters(reading, invoice_ids, self._clock.today())[0].pdf

    def remind(self, invoice_ids: Sequence[str]) -> Outcome[tuple[ReminderMade, ...]]:
        """A letter per client, kept with each invoice in it; the next step each time.

        Refusal("reminder_not_due") when one of them is not late.
        """
        now, today = self._clock.now(), self._clock.today()
        with self._store.work("invoices_reminded", final=True) as work:
            made = []
            for letter in _letters(work, invoice_ids, today):
                acts = [
                    InvoiceAct(
                        id=self._ids.new("fg"),
                        invoice_id=one.issued.id,
                        kind=InvoiceActKind.REMINDED,
                        on=today,
                        at=now,
                        step=letter.step,
                        until=letter.until,
                        sha256=hashlib.sha256(letter.pdf).hexdigest(),
                    )
                    for one in letter.due
                ]
                work.invoice_acts.add_all(acts)
                for act in acts:
                    work.act_papers.add(act.id, letter.pdf)
                made.append(_made(letter, acts))
            work.note(numbers=[one.number for one in work.issued_invoices.where(id=invoice_ids)])
        return work.outcome(tuple(made))


def _letters(reading: Reading, invoice_ids: Sequence[str], today: date) -> list[_Letter]:
    by_client: dict[str, list[_Due]] = defaultdict(list)
    for invoice_id in dict.fromkeys(invoice_ids):
        one = _due(reading, invoice_id, today)
        by_client[one.invoice.client_id].append(one)
    return [_letter(reading, key, due, today) for key, due in by_client.items()]


def _due(reading: Reading, invoice_id: str, today: date) -> _Due:
    issued, invoice = reading.issued_invoices.get(invoice_id), reading.invoices.get(invoice_id)
    balance = balance_of(reading, invoice, issued.gross)
    if balance.open <= 0 or issued.due_on is None or issued.due_on >= today:
        raise Refusal("reminder_not_due", number=issued.number)
    return _Due(invoice, issued, balance, acts_of(reading, invoice_id))


def _letter(reading: Reading, client_id: str, due: list[_Due], today: date) -> _Letter:
    # The papers are heavy to load, and looking at invoices does not need them.
    from intervisie_desktop.documents.pdf.reminder import (  # noqa: PLC0415
        Letter,
        LetterKind,
        OpenInvoice,
        ReminderFacts,
        VagueNoticeError,
        letter_words,
        render,
    )

    practice, client = reading.practice.get(), reading.clients.get(client_id)
    rules, settings = collection_rules(), invoice_settings(reading)
    step = min(MOST_STEPS, 1 + max(len(reminders(one.acts)) for one in due))
    consumer = client.private
    invoices = tuple(
        OpenInvoice(
            number=one.issued.number,
            issued_on=one.issued.issued_on,
            due_on=one.issued.due_on,
            gross=one.issued.gross,
            open=one.balance.open,
        )
        for one in due
    )
    kind, until = LetterKind.REMINDER, today + timedelta(days=FRIENDLY_DAYS)
    if step > 1:
        kind = LetterKind.NOTICE_CONSUMER if consumer else LetterKind.NOTICE_BUSINESS
        until = rules.letter_until(today) if consumer else today + timedelta(rules.letter_days)
    costs = rules.scale.costs(sum(one.balance.open for one in due))
    owed_vat = step > 1 and all(_exempt(reading, one) for one in due)
    words = letter_words(invoices, recipient=client.attention, costs=costs, practice=practice.name)
    says = Wording(edited_texts(reading), words, {"costs_with_vat"} if owed_vat else set())
    said = says.each(f"reminder.{kind}.")
    heading, opening = (said.pop(f"reminder.{kind}.{part}", "") for part in ("title", "opening"))
    letter = Letter(kind=kind, title=heading, opening=opening, closing="\n\n".join(said.values()))
    facts = ReminderFacts(
        practice=practice_facts(practice),
        seller=seller(practice),
        recipient=buyer(client),
        issued_on=today,
        letter=letter,
        invoices=invoices,
        costs=costs if step > 1 else 0,
        pay_by=None if step > 1 and consumer else until,
        iban=practice.iban,
        account_name=settings.account_name,
    )
    try:
        return _Letter(client, due, step, until, render(facts))
    except VagueNoticeError as error:
        raise Refusal("notice_vague") from error


def _exempt(reading: Reading, one: _Due) -> bool:
    """Whether the practice cannot deduct the btw on costs: it charged none for this work."""
    lines = reading.invoice_lines.where(invoice_id=one.invoice.id)
    return all(line.category.exempt for line in lines)


def _made(letter: _Letter, acts: list[InvoiceAct]) -> ReminderMade:
    return ReminderMade(
        client_id=letter.client.id,
        client_name=letter.client.name,
        invoice_ids=tuple(act.invoice_id for act in acts),
        act_ids=tuple(act.id for act in acts),
        step=letter.step,
        until=letter.until,
        pdf=letter.pdf,
    )
