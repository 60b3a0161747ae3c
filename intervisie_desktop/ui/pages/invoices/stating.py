"""From what the services know to what the page shows; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.invoices import (
    InvoiceAct,
    InvoiceActKind,
    InvoiceKind,
    InvoiceState,
)
from intervisie_desktop.domain.people import folded
from intervisie_desktop.services.invoices import InvoiceCard, InvoiceRow
from intervisie_desktop.ui.pages.invoices import words
from intervisie_desktop.ui.pages.invoices.state import (
    CourseStep,
    InvoiceDetail,
    InvoiceListLine,
    OpenWords,
    PaymentLine,
    TotalWords,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.invoice_flaws import flaw_words
from intervisie_desktop.ui.text.labels import word

_WHOLE = 10_000
_SETTLED = {InvoiceState.PAID, InvoiceState.CREDITED, InvoiceState.WRITTEN_OFF}
_ACTS = {
    InvoiceActKind.SENT: "Verzonden",
    InvoiceActKind.UNSENT: "Toch niet verzonden",
    InvoiceActKind.CREDITED: "Gecrediteerd",
    InvoiceActKind.WRITTEN_OFF: "Afgeschreven",
    InvoiceActKind.RECLAIMED: "Weer opgevorderd",
}


def totals(rows: Sequence[InvoiceRow], today: date) -> tuple[TotalWords, TotalWords, TotalWords]:
    """What is open, what is late, and what is still a concept."""
    opened = [row for row in rows if row.open > 0]
    late = [row for row in opened if row.late_days(today)]
    concepts = [row for row in rows if row.state is InvoiceState.CONCEPT]
    late_sum = sum(row.open for row in late)
    return (
        TotalWords(counts.money(sum(row.open for row in opened)), f"open, {len(opened)}"),
        TotalWords(
            counts.money(late_sum),
            f"te laat, {len(late)}",
            "fout" if late else "ink-3",
            "clock-alert" if late else "",
        ),
        TotalWords(counts.money(sum(row.gross for row in concepts)), f"concept, {len(concepts)}"),
    )


def shown(rows: Iterable[InvoiceRow], only: str, today: date) -> tuple[InvoiceRow, ...]:
    """The rows that a filter lets through."""
    if only == "open":
        return tuple(row for row in rows if row.open > 0)
    if only == "late":
        return tuple(row for row in rows if row.late_days(today))
    if only == "concept":
        return tuple(row for row in rows if row.state is InvoiceState.CONCEPT)
    return tuple(rows)


def line(row: InvoiceRow, today: date) -> InvoiceListLine:
    """One line of the list."""
    late = row.late_days(today)
    settled = row.state in _SETTLED or row.kind is InvoiceKind.CREDIT
    chip = words.chip(row.state, late)
    when = words.when_words(row.issued_on, row.due_on, today, settled=settled)
    if row.plan_parts:
        when = f"termijn {row.plan_part} van {row.plan_parts}, {when}"
    number = row.number or words.KINDS[row.kind]
    looked_at = f"{number} {row.client_name} {row.reference} {counts.money(row.gross)} {chip.word}"
    return InvoiceListLine(
        id=row.id,
        number=row.number,
        client=row.client_name,
        amount=counts.money(row.gross),
        when=f"creditfactuur, {when}" if row.kind is InvoiceKind.CREDIT else when,
        chip=chip,
        waiting=row.open > 0 or row.state is InvoiceState.CONCEPT,
        words=folded(looked_at),
    )


def detail(
    card: InvoiceCard, row: InvoiceRow, today: date, code: tuple[tuple[bool, ...], ...]
) -> InvoiceDetail:
    """The invoice in front."""
    late = row.late_days(today)
    number = card.number or "concept"
    issued = card.issued
    return InvoiceDetail(
        id=row.id,
        crumb=number,
        title=row.client_name,
        chip=words.chip(row.state, late),
        lock=f"Vastgezet op {counts.day_long(issued.issued_on)}" if issued else "",
        main=_main(row),
        allowed=_allowed(card, row),
        open=_open(card, row, today),
        payments=tuple(
            PaymentLine(
                id=one.payment.id,
                day=counts.day_short(one.payment.received_on),
                how=_how(one.payment.bank_key, word(one.payment.method)),
                amount=counts.money(one.allocation.amount),
            )
            for one in card.payments
        ),
        code=code,
        code_words=f"Restbedrag {counts.money(card.balance.open)} met kenmerk {card.number}.",
        course=tuple(_course(card, row, today)),
        warnings=tuple(_warnings(card)),
    )


def _how(bank_key: str, method: str) -> str:
    return f"{method}, uit het bankafschrift" if bank_key else f"{method}, met de hand geboekt"


def _main(row: InvoiceRow) -> str:
    """The one filled button: what comes next for this invoice."""
    if row.state is InvoiceState.CONCEPT:
        return "finalise"
    if row.kind is InvoiceKind.CREDIT:
        return "" if row.sent_on else "send"
    return "pay" if row.open > 0 else ""


def _allowed(card: InvoiceCard, row: InvoiceRow) -> frozenset[str]:
    if card.issued is None:
        acts = {"finalise", "remove"}
        plain = card.invoice.kind is InvoiceKind.INVOICE and not card.invoice.plan_id
        return frozenset(acts | ({"split"} if plain and card.lines else set()))
    acts = {"xml", "unsend" if row.sent_on else "send"}
    if card.invoice.kind is not InvoiceKind.CREDIT:
        acts |= {"pay"}
        acts |= {"credit"} if card.balance.credited < card.balance.gross else set()
        acts |= {"write_off", "remind"} if row.open > 0 else set()
        acts |= {"reclaim"} if card.balance.written_off else set()
    return frozenset(acts)


def _open(card: InvoiceCard, row: InvoiceRow, today: date) -> OpenWords | None:
    if card.issued is None or card.invoice.kind is InvoiceKind.CREDIT:
        return None
    balance = card.balance
    rows = [("Factuurbedrag", counts.money(balance.gross))]
    rows += [("Betaald", counts.money(balance.paid))]
    rows += [("Gecrediteerd", counts.money(balance.credited))] if balance.credited else []
    rows += [("Afgeschreven", counts.money(balance.written_off))] if balance.written_off else []
    settled = balance.gross - balance.open
    late = row.late_days(today)
    return OpenWords(
        title="Terug te betalen" if balance.open < 0 else "Nog open",
        due=words.due_words(row.due_on, today) if balance.open > 0 else "",
        amount=counts.money(abs(balance.open)),
        share=settled * _WHOLE // balance.gross if balance.gross > 0 else _WHOLE,
        rows=tuple(rows),
        token="fout" if late else "ink-2",
    )


def _course(card: InvoiceCard, row: InvoiceRow, today: date) -> list[CourseStep]:
    happened: list[tuple[date, int, str]] = [(card.invoice.made_on, 0, "Concept gemaakt")]
    if card.issued is not None:
        happened.append((card.issued.issued_on, 1, f"Definitief als {card.issued.number}"))
    happened += [(act.on, 2, _act_words(act)) for act in card.acts]
    happened += [
        (one.payment.received_on, 3, "Betaling" if one.allocation.amount > 0 else "Terugboeking")
        for one in card.payments
    ]
    steps = [
        CourseStep(said, counts.day_short(day, year=day.year != today.year))
        for day, _place, said in sorted(happened, key=lambda one: one[:2])
    ]
    if row.due_on is not None and row.open > 0:
        due = counts.day_short(row.due_on, year=row.due_on.year != today.year)
        steps.append(CourseStep("Vervaldatum", due, coming=row.due_on >= today))
    return steps


def _act_words(act: InvoiceAct) -> str:
    if act.kind is InvoiceActKind.REMINDED:
        return words.REMINDER_STEPS.get(act.step, "Herinnering")
    said = _ACTS[act.kind]
    return f"{said} {act.note}" if act.kind is InvoiceActKind.SENT and act.note else said


def _warnings(card: InvoiceCard) -> list[str]:
    order = sorted(card.flaws, key=lambda flaw: flaw.severity is not Severity.ERROR)
    said = [flaw_words(flaw.code, flaw.place, flaw.facts) for flaw in order]
    if card.credits_number:
        said.insert(0, f"Deze creditfactuur neemt {card.credits_number} terug.")
    for _id, number in card.credited_by:
        said.append(f"Gecrediteerd met {number}.")
    return list(dict.fromkeys(said))
