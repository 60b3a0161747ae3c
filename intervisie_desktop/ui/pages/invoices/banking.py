"""Booking a bank file: which lines there are, what they pay, and what the user decides; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from intervisie_desktop.services.bank import (
    BankBooking,
    BankReview,
    BankService,
    MatchGrade,
    MatchKind,
    OpenItem,
    PaymentMatch,
    Share,
)
from intervisie_desktop.ui.pages.invoices.bank_state import (
    BankDetail,
    BankLine,
    BankState,
    Decision,
)
from intervisie_desktop.ui.shell.desk import Desk, FileQuestion, Progress
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word

KINDS = ("Bankafschrift (*.xml *.zip *.940 *.sta *.mt940 *.txt)",)
_CHIPS = {
    Decision.BOOK: ("Boeken", "ok", "check"),
    Decision.LEAVE: ("Later", "neutral", "clock"),
    Decision.ASIDE: ("Overslaan", "neutral", "eye-off"),
}


class BankView(Protocol):
    """What the presenter asks of the sheet."""

    def show_bank(self, state: BankState) -> None:
        """Show the lines."""

    def close_bank(self) -> None:
        """Go back to the invoices."""


@dataclass(slots=True)
class _Line:
    """A line with what was decided; the user may change shares and decision."""

    match: PaymentMatch
    decision: Decision
    shares: list[Share] = field(default_factory=list)

    @property
    def left(self) -> int:
        return self.match.entry.cents - sum(share.cents for share in self.shares)


class BankingPresenter:
    """Reads a file on the worker, holds the decisions, books them as one act."""

    def __init__(self, service: BankService, view: BankView, desk: Desk) -> None:
        self._service = service
        self._view = view
        self._desk = desk
        self._name = ""
        self._review: BankReview | None = None
        self._lines: dict[str, _Line] = {}
        self._current = ""

    def choose(self) -> None:
        """Let the user pick a file of the bank."""
        self._desk.choose_file(FileQuestion("Bankafschrift inlezen", KINDS), self.open)

    def open(self, path: Path) -> None:
        """Read this file; nothing is stored."""

        def job(_progress: Progress) -> BankReview:
            return self._service.review(path)

        def shown(review: BankReview) -> None:
            self._name = path.name
            self._take(review)

        self._desk.run(job, shown, "Bankafschrift lezen")

    def select(self, key: str) -> None:
        """Another line in front."""
        if key in self._lines and key != self._current:
            self._current = key
            self.show()

    def decide(self, key: str, decision: Decision) -> None:
        """Book this line, leave it, or never ask for it again; booking needs an invoice."""
        line = self._lines.get(key)
        if line is None:
            return
        if decision is Decision.BOOK and not line.shares:
            line.shares = list(line.match.shares)
            if not line.shares:
                self._desk.refuse("Kies eerst bij welke factuur deze betaling hoort.")
                return
        line.decision = decision
        self.show()

    def decide_current(self, value: str) -> None:
        """The same for the line in front, by the value of a decision."""
        self.decide(self._current, Decision(value))

    def turn(self, key: str) -> None:
        """Book it or not, with one key."""
        line = self._lines.get(key)
        if line is not None:
            booked = line.decision is Decision.BOOK
            self.decide(key, Decision.LEAVE if booked else Decision.BOOK)

    def use_proposal(self) -> None:
        """What was proposed for the line in front."""
        line = self._lines.get(self._current)
        if line is not None:
            line.shares = list(line.match.shares)
            self.decide(self._current, Decision.BOOK if line.shares else Decision.LEAVE)

    def add_share(self, invoice_id: str, cents: int | None = None) -> None:
        """The line in front pays this invoice too: what is open, or what is left of the line."""
        line, item = self._lines.get(self._current), self._item(invoice_id)
        if line is None or item is None:
            return
        others = [share for share in line.shares if share.invoice_id != invoice_id]
        left = line.match.entry.cents - sum(share.cents for share in others)
        if cents is None:
            cents = max(left, -item.paid_cents) if left < 0 else min(left, item.open_cents)
        if cents:
            line.shares = [*others, Share(invoice_id, cents)]
            line.decision = Decision.BOOK
        self.show()

    def drop_share(self, invoice_id: str) -> None:
        """The line in front does not pay this invoice."""
        line = self._lines.get(self._current)
        if line is not None:
            line.shares = [share for share in line.shares if share.invoice_id != invoice_id]
            if not line.shares:
                line.decision = Decision.LEAVE
            self.show()

    def book(self) -> None:
        """Book what is decided, as one act that can be undone."""
        lines = [line for line in self._lines.values() if line.decision is not Decision.LEAVE]
        bookings = [
            BankBooking(
                line.match.entry, tuple(line.shares) if line.decision is Decision.BOOK else ()
            )
            for line in lines
        ]
        if bookings and self._desk.perform(lambda: self._service.book(bookings)) is not None:
            self.close()

    def close(self) -> None:
        """Back to the invoices; what was not booked is forgotten."""
        self._review = None
        self._lines = {}
        self._view.close_bank()

    def show(self) -> None:
        """Show the lines as they are decided now."""
        review = self._review
        if review is None:
            return
        booked = [line for line in self._lines.values() if line.decision is Decision.BOOK]
        aside = sum(line.decision is Decision.ASIDE for line in self._lines.values())
        self._view.show_bank(
            BankState(
                title=self._name,
                side=_side(review, len(review.matches) - len(self._lines)),
                lines=tuple(self._stated(line) for line in self._lines.values()),
                options=tuple((i.invoice_id, _item_words(i)) for i in self._choices()),
                detail=self._detail(),
                button=_button(booked, aside),
                can_book=bool(booked or aside),
                nothing="" if self._lines else "In dit bestand staat niets nieuws over facturen.",
            )
        )

    def _take(self, review: BankReview) -> None:
        self._review = review
        certain = {match.entry.key for match in review.certain}
        self._lines = {
            match.entry.key: _Line(
                match,
                Decision.BOOK if match.entry.key in certain else Decision.LEAVE,
                list(match.shares),
            )
            for match in review.matches
            if _concerns(match)
        }
        self._current = next(iter(self._lines), "")
        self.show()

    def _item(self, invoice_id: str) -> OpenItem | None:
        return self._review.items.get(invoice_id) if self._review else None

    def _choices(self) -> Sequence[OpenItem]:
        """Invoices with something open, or something paid when the line in front took it back."""
        line = self._lines.get(self._current)
        if self._review is None or line is None:
            return ()
        back = line.match.entry.cents < 0
        likely = [share.invoice_id for share in line.match.shares] + list(line.match.candidates)
        items = [i for i in self._review.items.values() if (i.paid_cents if back else i.open_cents)]
        place = {invoice_id: number for number, invoice_id in enumerate(likely)}
        return sorted(items, key=lambda i: (place.get(i.invoice_id, len(place)), i.number))

    def _stated(self, line: _Line) -> BankLine:
        entry = line.match.entry
        return BankLine(
            id=entry.key,
            day=counts.day_short(entry.day),
            sort_day=entry.day.isoformat(),
            who=entry.name or entry.iban or "Onbekend",
            text=entry.text or entry.reference or entry.end_to_end,
            proposal=self._proposal(line),
            amount=counts.money(entry.cents),
            cents=entry.cents,
            chip=_CHIPS[line.decision],
        )

    def _proposal(self, line: _Line) -> str:
        numbers = [item.number for share in line.shares if (item := self._item(share.invoice_id))]
        if numbers:
            if line.shares == list(line.match.shares):
                return f"{counts.join(numbers)}, {word(line.match.kind)}"
            return counts.join(numbers)
        if line.match.grade is MatchGrade.POSSIBLE:
            return "opdrachtgever bekend, factuur niet"
        return "geen factuur gevonden"

    def _detail(self) -> BankDetail | None:
        line = self._lines.get(self._current)
        if line is None:
            return None
        entry = line.match.entry
        facts = [counts.day_weekday(entry.day, year=True)]
        facts += [entry.iban] if entry.iban else []
        facts += [entry.text] if entry.text else []
        told = entry.reference or entry.end_to_end
        facts += [f"Kenmerk {told}"] if told else []
        if self._review is not None and entry.key in self._review.alike:
            facts.append("Op deze dag is al zo'n bedrag met de hand geboekt.")
        if line.match.kind is not MatchKind.NOTHING:
            facts.append(f"Voorstel: {word(line.match.kind)} ({word(line.match.grade)})")
        return BankDetail(
            id=entry.key,
            title=entry.name or "Onbekende betaler",
            amount=counts.money(entry.cents),
            facts=tuple(facts),
            shares=tuple((share.invoice_id, share.cents) for share in line.shares),
            left=f"Nog te verdelen: {counts.money(line.left)}" if line.left else "",
            decision=line.decision,
            proposed=bool(line.match.shares) and line.shares != list(line.match.shares),
            refund=entry.cents < 0,
        )


def _concerns(match: PaymentMatch) -> bool:
    """Whether a line is about invoices at all; what the practice itself paid is not shown."""
    return match.entry.cents > 0 or match.kind is not MatchKind.NOTHING


def _side(review: BankReview, others: int) -> str:
    parts = [counts.telwoord(len(review.accounts), "rekening", "rekeningen")]
    if review.known:
        parts.append(f"{counts.number(review.known)} al verwerkt")
    if review.pending:
        parts.append(f"{counts.number(review.pending)} nog niet door de bank geboekt")
    if review.foreign:
        parts.append(f"{counts.number(review.foreign)} niet in euro")
    if others:
        parts.append(f"{counts.number(others)} niet van opdrachtgevers en niet getoond")
    return ", ".join(parts)


def _button(booked: Sequence[_Line], aside: int) -> str:
    if booked:
        cents = sum(line.match.entry.cents for line in booked)
        payments = counts.telwoord(len(booked), "betaling", "betalingen")
        return f"{counts.capital(payments)} boeken, {counts.money(cents)}"
    if aside:
        return f"{counts.capital(counts.telwoord(aside, 'regel', 'regels'))} overslaan"
    return "Boeken"


def _item_words(item: OpenItem) -> str:
    amount = item.open_cents or item.paid_cents
    state = "open" if item.open_cents else "betaald"
    return f"{item.number}  {item.client_name}, {counts.money(amount)} {state}"
