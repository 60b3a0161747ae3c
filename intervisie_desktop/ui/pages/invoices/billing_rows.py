"""The list of what is still to be billed: per client its lines, and what is held back; no Qt."""

from __future__ import annotations

from intervisie_desktop.domain.billing import HeldReason
from intervisie_desktop.domain.money import ONE
from intervisie_desktop.domain.people import folded
from intervisie_desktop.services.invoicing.values import ToBill, ToBillLine, Waived
from intervisie_desktop.ui.pages.invoices.billing_picks import BillPicks, key_of, sums
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.invoice_flaws import flaw_words
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.widgets.tick_rows import Row, RowAction

RATE, PAYER, MEETING, CLIENT, PRACTICE, WAIVE, CHARGE = (
    "rate", "payer", "meeting", "client", "practice", "waive", "charge"
)  # fmt: skip
FLAW, WAIVED = "flaw:", "waived:"
NOBODY = "Nog geen opdrachtgever"

_HELD = {
    HeldReason.NO_RATE: (
        "Er is geen tarief dat op deze dag geldt.",
        RowAction(RATE, "Tarief toevoegen", "plus"),
    ),
    HeldReason.NO_PAYER: (
        "Niemand betaalt hiervoor: de groep en het werk hebben geen opdrachtgever.",
        RowAction(PAYER, "Wie betaalt vastleggen", "pencil"),
    ),
    HeldReason.NOT_HELD: (
        "De bijeenkomst staat nog als gepland.",
        RowAction(MEETING, "Naar de bijeenkomst", "arrow-right"),
    ),
    HeldReason.NOT_CLOSED: (
        "De bijeenkomst is nog niet afgerond.",
        RowAction(MEETING, "Naar de bijeenkomst", "arrow-right"),
    ),
    HeldReason.NOTICE_UNKNOWN: (
        "Wanneer is afgemeld? Daarvan hangt af wat de annuleringsvoorwaarden kosten.",
        RowAction(MEETING, "Moment vastleggen", "clock"),
    ),
    HeldReason.CLIENT_INCOMPLETE: (
        "Naam of adres van de opdrachtgever is niet volledig.",
        RowAction(CLIENT, "Aanvullen", "pencil"),
    ),
}


def rows_of(picks: BillPicks) -> tuple[Row, ...]:
    """The lines to show, in order: the nearest deadline first."""
    rows: list[Row] = []
    for one in picks.clients():
        rows += _client_rows(picks, one)
    if picks.waived and picks.meetings is None:
        rows += _waived_rows(picks)
    return tuple(rows)


def meeting_rows(picks: BillPicks) -> tuple[Row, ...]:
    """The meetings of which there is something to bill, newest first."""
    found: dict[str, list[ToBillLine]] = {}
    for one in picks.found:
        for line in one.lines:
            if line.session_id:
                found.setdefault(line.session_id, []).append(line)
    chosen = picks.meetings or frozenset()
    ordered = sorted(found.items(), key=lambda item: item[1][0].served_on, reverse=True)
    return tuple(
        Row(
            kind="person",
            key=session,
            title=f"{counts.day_short_weekday(lines[0].served_on)}  {lines[0].note}",
            hours=counts.money(sum(line.net for line in lines)),
            unit="",
            checkable=True,
            checked=session in chosen,
        )
        for session, lines in ordered
    )


def amount_words(line: ToBillLine) -> str:
    """Names and what it is counted by: "N. Appelvink, 2 × € 165,00, btw hoog"."""
    said = [counts.join(line.names)] if line.names else []
    if line.quantity != ONE:
        said.append(f"{counts.scaled(line.quantity, 3)} × {counts.money(line.unit_price)}")
    said.append(word(line.category))
    return ", ".join(said)


def _client_rows(picks: BillPicks, one: ToBill) -> list[Row]:
    client = one.client_id or ""
    lines = [line for line in picks.lines(one) if _shown(picks, one, line)]
    held = [line for line in picks.held(one) if _shown(picks, one, line)]
    if picks.only == "ready":
        held = []
    if picks.only == "held":
        lines = []
    if not lines and not held:
        return []
    chosen = picks.chosen(one)
    is_open = bool(picks.filter) or client not in picks.closed
    head = Row(
        kind="group",
        key=client,
        title=one.client_name or NOBODY,
        side=_side(chosen),
        open=is_open,
        checkable=bool(lines),
        checked=_state(len(chosen), len(picks.lines(one))),
        unit="",
    )
    if not is_open:
        return [head]
    flaws = [_flaw_row(picks, client)] if picks.errors(client) and chosen else []
    return [
        head,
        *flaws,
        *(_line_row(picks, line) for line in lines),
        *(_held_row(line) for line in held),
    ]


def _side(chosen: tuple[ToBillLine, ...]) -> str:
    if not chosen:
        return "niets"
    deadline = min(line.deadline for line in chosen)
    return f"{counts.money(sums(chosen).gross)} · t/m {counts.day_short(deadline)}"


def _state(chosen: int, total: int) -> bool | None:
    if not chosen:
        return False
    return True if chosen == total else None


def _shown(picks: BillPicks, one: ToBill, line: ToBillLine) -> bool:
    there = folded(f"{one.client_name} {line.description} {line.note} {' '.join(line.names)}")
    return all(each in there for each in folded(picks.filter).split())


def _line_row(picks: BillPicks, line: ToBillLine) -> Row:
    return Row(
        kind="person",
        key=key_of(line),
        title=_title(line),
        hours=counts.money(line.net),
        lines=(f"{line.note}. {counts.capital(amount_words(line))}.",),
        checkable=True,
        checked=key_of(line) not in picks.left,
        unit="",
    )


def _held_row(line: ToBillLine) -> Row:
    reason = line.held or HeldReason.NOT_CLOSED
    sentence, action = _HELD[reason]
    return Row(
        kind="person",
        key=key_of(line),
        title=_title(line),
        badge="wacht",
        tone="waarschuwing",
        icon="clock",
        lines=(f"{line.note}. {sentence}",),
        actions=(action, RowAction(WAIVE, "Niet factureren")),
        unit="",
    )


def _flaw_row(picks: BillPicks, client: str) -> Row:
    flaws = picks.errors(client)
    said = dict.fromkeys(flaw_words(f.code, f.place, f.facts) for f in flaws)
    own = all(flaw.place.startswith(("practice", "settings")) for flaw in flaws)
    action = (
        RowAction(PRACTICE, "Naar Instellingen", "settings")
        if own
        else RowAction(CLIENT, "Naar de opdrachtgever", "pencil")
    )
    return Row(
        kind="person",
        key=f"{FLAW}{client}",
        title="Kan nog niet definitief worden",
        badge="let op",
        tone="fout",
        icon="octagon-x",
        lines=tuple(said),
        actions=(action,),
        unit="",
    )


def _waived_rows(picks: BillPicks) -> list[Row]:
    many = counts.telwoord(len(picks.waived), "post", "posten")
    verb = "wordt" if len(picks.waived) == 1 else "worden"
    head = Row(
        kind="more",
        key=WAIVED,
        title=f"{many} {verb} niet gefactureerd",
        open=picks.open_more,
    )
    return [head, *(_waived_row(one) for one in picks.waived)] if picks.open_more else [head]


def _waived_row(one: Waived) -> Row:
    return Row(
        kind="person",
        key=f"{WAIVED}{one.key}",
        title=_title(one.line),
        hours=counts.money(one.line.net),
        tone="neutral",
        lines=(f"{one.client_name or NOBODY}. {one.reason}",),
        actions=(RowAction(CHARGE, "Toch factureren", "undo-2"),),
        unit="",
    )


def _title(line: ToBillLine) -> str:
    """What and when, short enough for the list."""
    return f"{counts.capital(word(line.kind))}, {counts.day_short_weekday(line.served_on)}"
