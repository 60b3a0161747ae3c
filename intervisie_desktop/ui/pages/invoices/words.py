"""The Dutch of the page Facturen."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.domain.invoices import InvoiceKind, InvoiceState
from intervisie_desktop.ui.pages.invoices.state import ChipWords
from intervisie_desktop.ui.text import counts

KINDS = {
    InvoiceKind.INVOICE: "Factuur",
    InvoiceKind.INSTALMENT: "Termijnfactuur",
    InvoiceKind.CREDIT: "Creditfactuur",
    InvoiceKind.QUOTE: "Offerte",
}
_CHIPS = {
    InvoiceState.CONCEPT: ChipWords("Concept", "neutral", "circle-dashed"),
    InvoiceState.ISSUED: ChipWords("Definitief", "accent", "lock"),
    InvoiceState.SENT: ChipWords("Verzonden", "accent", "send"),
    InvoiceState.REMINDED: ChipWords("Herinnerd", "waarschuwing", "bell-ring"),
    InvoiceState.PARTLY_PAID: ChipWords("Deels betaald", "waarschuwing", "circle-slash-2"),
    InvoiceState.PAID: ChipWords("Betaald", "ok", "circle-check"),
    InvoiceState.CREDITED: ChipWords("Gecrediteerd", "neutral", "undo-2"),
    InvoiceState.WRITTEN_OFF: ChipWords("Afgeschreven", "neutral", "ban"),
}
REMINDER_STEPS = {1: "Herinnering", 2: "Aanmaning", 3: "Ingebrekestelling"}
FILTERS = (
    ("all", "Alle"),
    ("open", "Open"),
    ("late", "Te laat"),
    ("concept", "Concept"),
)
NEW = "Nieuwe factuur"
BILL = "Factureren"
NOTHING = "Nog niets te factureren"


def late_words(days: int) -> str:
    """How long it is overdue: "12 dagen te laat"."""
    return f"{days} {'dag' if days == 1 else 'dagen'} te laat"


def chip(state: InvoiceState, days_late: int) -> ChipWords:
    """The chip of an invoice; being too late is said before the state, except when settled."""
    open_states = {InvoiceState.ISSUED, InvoiceState.SENT, InvoiceState.REMINDED,
                   InvoiceState.PARTLY_PAID}  # fmt: skip
    if days_late > 0 and state in open_states:
        return ChipWords(late_words(days_late), "fout", "clock-alert")
    return _CHIPS[state]


def due_words(due: date | None, today: date) -> str:
    """When it falls due, seen from today: "vervalt 21 oktober, over 8 dagen"."""
    if due is None:
        return ""
    if due < today:
        return f"verviel {_day(due)}, {late_words((today - due).days)}"
    ahead = (due - today).days
    near = "vandaag" if ahead == 0 else "morgen" if ahead == 1 else f"over {ahead} dagen"
    return f"vervalt {_day(due)}, {near}"


def when_words(issued: date | None, due: date | None, today: date, *, settled: bool) -> str:
    """The second line in the list: "21 sep, vervalt 21 okt"; a concept is not sent yet."""
    if issued is None:
        return "nog niet definitief"
    day = counts.day_short(issued, year=issued.year != today.year)
    if due is None or settled:
        return day
    verb = "verviel" if due < today else "vervalt"
    return f"{day}, {verb} {counts.day_short(due, year=due.year != today.year)}"


def count_words(count: int, year: int) -> str:
    """Under the list: "41 facturen in 2026"."""
    return f"{counts.number(count)} {'factuur' if count == 1 else 'facturen'} in {year}"


def invoices(count: int) -> str:
    """How many invoices, in words: "drie facturen"."""
    return counts.telwoord(count, "factuur", "facturen")


def _day(day: date) -> str:
    return f"{day.day} {counts.MONTHS[day.month - 1]}"
