"""From what was chosen in the wizard Factureren to what is shown; no Qt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.services.invoicing.values import ToBillLine
from intervisie_desktop.ui.pages.invoices import words
from intervisie_desktop.ui.pages.invoices.billing_picks import (
    BillPicks,
    BillStep,
    key_of,
    month_end,
    sums,
)
from intervisie_desktop.ui.pages.invoices.billing_rows import meeting_rows, rows_of
from intervisie_desktop.ui.pages.invoices.billing_state import BillingState, BillLine, PeriodState
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.invoice_flaws import flaw_words
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.widgets.wizard_states import DoneState, OutputState

_PRESETS = 3
EVERYTHING, SOME = "all", "meetings"


def state_of(
    picks: BillPicks, upcoming: tuple[str, ...], printer: str, today: date
) -> BillingState:
    """Everything the wizard shows now; `upcoming` has a number for each invoice."""
    rows = rows_of(picks)
    chosen = sum(len(picks.chosen(one)) for one in picks.billed())
    held = sum(len(picks.held(one)) for one in picks.clients())
    current = picks.client(picks.current)
    lines = picks.chosen(current) if current else ()
    return BillingState(
        step=picks.step,
        period=_period(picks, today),
        rows=rows,
        current=picks.line,
        only=picks.only,
        only_words=(("all", "Alles"), ("ready", f"Klaar {chosen}"), ("held", f"Wacht {held}")),
        count=_count(picks),
        waivable=picks.find(picks.line) is not None,
        sums=_sums(lines),
        preview_title=(current.client_name if current else "") or "Geen factuur",
        preview_pager=_pager(picks),
        final=picks.final,
        output=_output(picks, upcoming, printer),
        numbers=_numbers(picks, upcoming),
        review=_review(picks, upcoming, today),
        review_total=_total(picks),
        review_words=_where(picks),
        warning=_warning(picks),
        done=_done(picks),
        main=_main(picks),
        empty=_empty(picks),
    )


def short_path(folder: Path) -> str:
    """The folder as seen from the user's own."""
    try:
        return str(folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)


def _period(picks: BillPicks, today: date) -> PeriodState:
    ends = [month_end(today, back) for back in range(_PRESETS)]
    presets = (
        (today.isoformat(), "Tot vandaag"),
        *((end.isoformat(), f"Tot en met {counts.MONTHS[end.month - 1]}") for end in ends),
    )
    known = {iso for iso, _words in presets}
    iso = picks.until.isoformat()
    clients = [one for one in picks.clients() if picks.lines(one)]
    gross = sum(sums(picks.lines(one)).gross for one in clients)
    held = sum(len(picks.held(one)) for one in picks.clients())
    said = "Hier is niets te factureren."
    if picks.meetings is not None and not picks.meetings:
        said = "Vink aan welke bijeenkomsten u factureert."
    if clients:
        many = counts.telwoord(len(clients), "opdrachtgever", "opdrachtgevers")
        said = f"{many}, samen {counts.money(gross)} met btw."
    if held:
        waits = "wacht" if held == 1 else "wachten"
        said += f" {counts.capital(counts.telwoord(held, 'post', 'posten'))} {waits} nog."
    return PeriodState(
        until=picks.until,
        presets=presets,
        preset=iso if iso in known else "",
        scope=EVERYTHING if picks.meetings is None else SOME,
        meetings=meeting_rows(picks),
        count=said,
    )


def _count(picks: BillPicks) -> str:
    return counts.telwoord(len(picks.billed()), "factuur", "facturen")


def _sums(lines: tuple[ToBillLine, ...]) -> tuple[tuple[str, str], ...]:
    if not lines:
        return ()
    total = sums(lines)
    rows = [("Zonder btw", counts.money(total.net))]
    for group in total.groups:
        name = (
            f"Btw {counts.scaled(group.rate, 2)}%"
            if group.category.charged
            else counts.capital(word(group.category))
        )
        rows.append((name, counts.money(group.vat)))
    return (*rows, ("Te betalen", counts.money(total.gross)))


def _pager(picks: BillPicks) -> str:
    ids = [one.client_id for one in picks.billed()]
    if picks.current not in ids:
        return ""
    return f"{ids.index(picks.current) + 1} van {len(ids)}"


def _output(picks: BillPicks, upcoming: tuple[str, ...], printer: str) -> OutputState:
    handing, letter, billed = picks.handing, picks.letter(), picks.billed()
    drafts = counts.telwoord(len(billed), "concept", "concepten")
    sample = f"{upcoming[0]} {billed[0].client_name}.pdf" if upcoming and billed else ""
    return OutputState(
        to_folder=handing.to_folder,
        folder=short_path(handing.folder),
        folder_word="\n".join(("PDF en e-factuur, twee bestanden per factuur", sample)).strip(),
        as_drafts=handing.as_drafts,
        drafts_word=f"{drafts} met PDF en e-factuur als bijlage. Het programma verstuurt niets.",
        letters=tuple((one.key, one.name) for one in picks.letters),
        letter=letter.key if letter else "",
        subject=letter.subject if letter else "",
        text=letter.text if letter else "",
        to_printer=handing.to_printer,
        printer_word=f"Gekozen printer: {printer}, A4"
        if printer
        else "U kiest straks een printer.",
    )


def _numbers(picks: BillPicks, upcoming: tuple[str, ...]) -> str:
    if not picks.final or not upcoming:
        return ""
    if len(upcoming) == 1:
        return f"Nummer {upcoming[0]} wordt gegeven zodra u definitief maakt."
    return f"Nummers {upcoming[0]} tot en met {upcoming[-1]} worden gegeven bij definitief maken."


def _review(picks: BillPicks, upcoming: tuple[str, ...], today: date) -> tuple[BillLine, ...]:
    found = []
    for place, one in enumerate(picks.billed()):
        client = one.client_id or ""
        chosen = picks.chosen(one)
        total = sums(chosen)
        deadline = min(line.deadline for line in chosen)
        flaws = picks.flaws.get(client, ())
        remarks = dict.fromkeys(flaw_words(f.code, f.place, f.facts) for f in flaws)
        stops = any(flaw.severity is Severity.ERROR for flaw in flaws)
        found.append(
            BillLine(
                id=client,
                number=upcoming[place] if picks.final and place < len(upcoming) else "concept",
                client=one.client_name,
                net=counts.money(total.net),
                vat=counts.money(total.vat),
                gross=counts.money(total.gross),
                gross_cents=total.gross,
                deadline=counts.day_short(deadline),
                late=deadline < today,
                remark=" ".join(remarks),
                tone="fout" if stops else "waarschuwing" if remarks else "",
            )
        )
    return tuple(found)


def _total(picks: BillPicks) -> str:
    every = [sums(picks.chosen(one)) for one in picks.billed()]
    net, vat = sum(one.net for one in every), sum(one.vat for one in every)
    return (
        f"Samen {counts.money(net)} zonder btw, {counts.money(vat)} btw, "
        f"{counts.money(net + vat)} te betalen."
    )


def _where(picks: BillPicks) -> tuple[str, ...]:
    if not picks.final:
        return ("Het worden concepten, nog zonder nummer",)
    handing = picks.handing
    said = [f"Opslaan in {short_path(handing.folder)}"] if handing.to_folder else []
    if handing.as_drafts:
        said.append("E-mailconcepten klaarzetten, versturen doet u zelf")
    if handing.to_printer:
        said.append("Afdrukken, de printer kiest u straks")
    return tuple(said) or ("Alleen vastleggen; opslaan en afdrukken kan altijd nog",)


def _warning(picks: BillPicks) -> str:
    if not picks.final:
        return "Concepten kunt u nog wijzigen of verwijderen; ongedaan maken kan ook."
    stopped = sum(bool(picks.errors(one.client_id or "")) for one in picks.billed())
    said = "Een nummer dat is gegeven blijft gegeven. Herstellen gaat met een creditfactuur."
    if stopped:
        many = counts.telwoord(stopped, "factuur blijft", "facturen blijven")
        said += f" {counts.capital(many)} concept tot het ontbrekende is aangevuld."
    return said


def _done(picks: BillPicks) -> DoneState:
    if picks.running and not picks.result.title:
        return DoneState(
            running=True,
            progress=(0, picks.total),
            title="Facturen worden gemaakt",
            progress_word=f"Nog niets gemaakt van {words.invoices(picks.total)}",
        )
    result = picks.result
    return DoneState(
        running=picks.running,
        progress=(1, 1),
        title=result.title,
        lines=result.lines,
        problems=result.problems,
        folder=result.folder,
    )


def _main(picks: BillPicks) -> str:
    count = len(picks.billed())
    if picks.step is BillStep.PERIOD:
        return "Verder"
    if picks.step is BillStep.LINES:
        return f"Verder met {words.invoices(count)}" if count else "Verder"
    if picks.step is BillStep.REVIEW:
        if not picks.final:
            return f"{counts.capital(counts.telwoord(count, 'concept', 'concepten'))} maken"
        return f"{counts.capital(words.invoices(count))} definitief maken"
    return "Bezig" if picks.running else "Naar de facturen"


def _empty(picks: BillPicks) -> tuple[str, str] | None:
    if picks.clients() or picks.waived:
        return None
    until = counts.day_long(picks.until)
    return (
        words.NOTHING,
        f"Tot en met {until} staat alles op een factuur, of geldt er nog geen tarief.",
    )


def first_key(picks: BillPicks) -> str:
    """The first line that goes on an invoice."""
    billed = picks.billed()
    return key_of(picks.chosen(billed[0])[0]) if billed else ""
