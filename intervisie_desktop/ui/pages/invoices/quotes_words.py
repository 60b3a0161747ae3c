"""From a quote to the words that are shown; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from intervisie_desktop.domain.money import WHOLE
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.quotes import Quote, QuoteState
from intervisie_desktop.services.quotes import QuoteRow
from intervisie_desktop.ui.pages.invoices.quotes_state import QuoteDetail
from intervisie_desktop.ui.pages.invoices.state import ChipWords, InvoiceListLine, TotalWords
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word

_MONTHS = 12
CHIPS = {
    QuoteState.DRAFT: ChipWords("Concept", "neutral", "circle-dashed"),
    QuoteState.SENT: ChipWords("Verzonden", "accent", "send"),
    QuoteState.EXPIRED: ChipWords("Verlopen", "waarschuwing", "clock-alert"),
    QuoteState.ACCEPTED: ChipWords("Aangenomen", "ok", "circle-check"),
    QuoteState.DECLINED: ChipWords("Afgewezen", "neutral", "ban"),
}
WAITING = {QuoteState.SENT, QuoteState.EXPIRED}
ALLOWED = {
    QuoteState.DRAFT: {"send", "accept", "decline", "remove", "save"},
    QuoteState.SENT: {"accept", "decline", "extend", "remove", "save"},
    QuoteState.EXPIRED: {"accept", "decline", "extend", "remove", "save"},
    QuoteState.ACCEPTED: {"save"},
    QuoteState.DECLINED: {"remove", "save"},
}
MAIN = {QuoteState.DRAFT: "send", QuoteState.SENT: "accept", QuoteState.EXPIRED: "accept"}
FILTERS = (("all", "Alle"), ("open", "Open"), ("accepted", "Aangenomen"))


def later(day: date, months: int) -> date:
    """The same day so many months later, the last of a shorter month at most."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    after = date(year + (month + 1) // _MONTHS, (month + 1) % _MONTHS + 1, 1)
    last = date.fromordinal(after.toordinal() - 1).day
    return date(year, month + 1, min(day.day, last))


def equal_parts(parts: int) -> tuple[int, ...]:
    """So many equal instalments in hundredths of a percent; the last has what is left."""
    each = [WHOLE // parts] * parts
    each[-1] += WHOLE - sum(each)
    return tuple(each)


def becomes(quote: Quote) -> str:
    """What comes of it when it is accepted."""
    parts = len(quote.instalments)
    bills = "een concept van de factuur" if parts == 1 else f"concepten voor {parts} termijnen"
    name = quote.group_name.strip()
    if name and quote.group_id is None:
        return f"Er komt een groep {name} en {bills}. Ongedaan maken kan daarna nog."
    return f"Er komt {bills}. Ongedaan maken kan daarna nog."


def totals(rows: Sequence[QuoteRow]) -> tuple[TotalWords, TotalWords, TotalWords]:
    """What is out, what was accepted, and what is still a draft."""

    def total(*states: QuoteState) -> tuple[str, int]:
        found = [row for row in rows if row.state in states]
        return counts.money(sum(row.gross for row in found)), len(found)

    sent, sent_count = total(*WAITING)
    taken, taken_count = total(QuoteState.ACCEPTED)
    draft, draft_count = total(QuoteState.DRAFT)
    return (
        TotalWords(sent, f"loopt, {sent_count}"),
        TotalWords(taken, f"aangenomen, {taken_count}"),
        TotalWords(draft, f"concept, {draft_count}"),
    )


def line(row: QuoteRow, today: date) -> InvoiceListLine:
    """One line of the list."""
    quote, chip = row.quote, CHIPS[row.state]
    when = quote.title or "nog zonder onderwerp"
    if row.state in WAITING and quote.valid_until:
        verb = "gold" if row.state is QuoteState.EXPIRED else "geldt"
        day = counts.day_short(quote.valid_until, year=quote.valid_until.year != today.year)
        when = f"{verb} tot {day}"
    return InvoiceListLine(
        id=quote.id,
        number=quote.number,
        client=row.client_name,
        amount=counts.money(row.gross),
        when=when,
        chip=chip,
        waiting=row.state in {QuoteState.DRAFT, *WAITING},
        words=folded(f"{quote.number} {row.client_name} {quote.title} {chip.word}"),
    )


def detail(row: QuoteRow, today: date) -> QuoteDetail:
    """The quote in front."""
    quote = row.quote
    return QuoteDetail(
        id=quote.id,
        title=row.client_name,
        crumb=f"Offerte {quote.number}" if quote.number else "Offerte",
        chip=CHIPS[row.state],
        editable=row.state is QuoteState.DRAFT,
        main=MAIN.get(row.state, ""),
        allowed=frozenset(ALLOWED[row.state]),
        values={
            "title": quote.title, "product": quote.product.value,
            "valid_until": quote.valid_until, "group_name": quote.group_name,
            "parts": len(quote.instalments),
        },
        facts=tuple(_facts(row, today)),
        group_id=quote.group_id or "",
    )  # fmt: skip


def _facts(row: QuoteRow, today: date) -> list[tuple[str, str]]:
    quote = row.quote
    days = (
        ("Verzonden op", quote.sent_on), ("Geldt tot en met", quote.valid_until),
        ("Aangenomen op", quote.accepted_on), ("Afgewezen op", quote.declined_on),
    )  # fmt: skip
    found = [("Bedrag met btw", counts.money(row.gross)), ("Zonder btw", counts.money(row.net))]
    found += [(what, counts.day_short(day, year=day.year != today.year)) for what, day in days
              if day]  # fmt: skip
    found.append(("Wat", word(quote.product)))
    if quote.group_name:
        found.append(("Wordt de groep", quote.group_name))
    if len(quote.instalments) > 1:
        found.append(("Termijnen", str(len(quote.instalments))))
    return found
