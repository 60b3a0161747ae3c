"""`invoices`: concepts of what is to be billed, or final invoices, written to a folder."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.app.commands.files import make_folder
from intervisie_desktop.app.commands.lookup import client_of
from intervisie_desktop.app.commands.opening import opened
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit, WrongCall
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.host.files import atomic_write, safe_name, unique_name
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.invoices import InvoiceCard
from intervisie_desktop.ui.text import command_line as words
from intervisie_desktop.ui.text.counts import money, telwoord
from intervisie_desktop.ui.text.invoice_flaws import flaw_words
from intervisie_desktop.ui.text.labels import word


@dataclass(frozen=True, slots=True)
class Refused:
    """A concept that cannot become final, and why in one sentence."""

    card: InvoiceCard
    code: str
    place: str
    said: str


@dataclass(frozen=True, slots=True)
class Done:
    """An invoice or concept with its files; a concept has no XML."""

    card: InvoiceCard
    pdf: Path
    xml: Path | None = None


def run(options: argparse.Namespace, console: Console) -> int:
    """Make concepts, or make everything final or, when one of them cannot be, nothing."""
    if options.draft == options.final:
        raise WrongCall(words.DRAFT_OR_FINAL)
    with opened(options.practice, console) as services:
        client_id = _client(services, options.client)
        made = _concepts(services, client_id, options)
        wanted = _wanted(services, client_id)
        refused = _refused(wanted) if options.final else ()
        done: tuple[Done, ...] = ()
        if refused:
            # What was made for this call goes again: nothing is left behind.
            if made:
                services.undo.undo()
        elif wanted:
            make_folder(options.to)
            done = _final(services, wanted, options) if options.final else _drafts(
                services, wanted, options.to
            )  # fmt: skip
    if options.json:
        console.document("invoices", 1, _document(done, refused))
    else:
        _say(console, done, refused, final=options.final)
    return Exit.SAID_NO if refused else Exit.DONE


def _client(services: Services, text: str | None) -> str | None:
    if text is None:
        return None
    with services.store.reading() as read:
        return client_of(read.clients.all(), text).id


def _concepts(
    services: Services, client_id: str | None, options: argparse.Namespace
) -> tuple[str, ...]:
    """The ids of the concepts of what is to be billed now; none when there is nothing."""
    chosen = None if client_id is None else {client_id}
    try:
        return services.billing.make_concepts(until=options.until, client_ids=chosen).value
    except Refusal as refusal:
        if refusal.code != "nothing_to_bill":
            raise
        return ()


def _wanted(services: Services, client_id: str | None) -> tuple[InvoiceCard, ...]:
    """The concepts that were just made and those of before whose day has come."""
    today = services.clock.today()
    ids = [
        row.id
        for row in services.invoices.rows(client_id=client_id)
        if not row.number and (row.planned_on is None or row.planned_on <= today)
    ]
    return tuple(services.invoices.card(key) for key in ids)


def _refused(cards: Sequence[InvoiceCard]) -> tuple[Refused, ...]:
    """The gravest flaw of each concept that has one."""
    found = []
    for card in cards:
        errors = [flaw for flaw in card.flaws if flaw.severity is Severity.ERROR]
        if errors:
            first = errors[0]
            said = flaw_words(first.code, first.place, first.facts)
            found.append(Refused(card, first.code, first.place, said))
    return tuple(found)


def _final(
    services: Services, cards: Sequence[InvoiceCard], options: argparse.Namespace
) -> tuple[Done, ...]:
    finalised = services.invoices.finalise([card.invoice.id for card in cards]).value
    done = []
    for one in finalised.made:
        paths = services.invoices.write_to_folder([one.invoice_id], options.to).paths
        card = services.invoices.card(one.invoice_id)
        done.append(Done(card, paths[0], paths[1] if len(paths) > 1 else None))
    return tuple(done)


def _drafts(services: Services, cards: Sequence[InvoiceCard], folder: Path) -> tuple[Done, ...]:
    done = []
    for card in cards:
        name = f"{safe_name(f'{word(card.state)} {card.client.name}')}.pdf"
        path = unique_name(folder, name)
        atomic_write(path, services.invoices.preview(card.invoice.id))
        done.append(Done(card, path))
    return tuple(done)


def _document(done: Sequence[Done], refused: Sequence[Refused]) -> dict[str, object]:
    return {
        "invoices": [_invoice(one) for one in done],
        "refused": [
            {
                "client": one.card.client.id,
                "name": one.card.client.name,
                "code": one.code,
                "field": one.place,
                "message": one.said,
            }
            for one in refused
        ],
    }


def _invoice(one: Done) -> dict[str, object]:
    card, issued = one.card, one.card.issued
    return {
        "id": card.invoice.id,
        "number": card.number or None,
        "kind": card.invoice.kind.value,
        "client": card.client.id,
        "name": card.client.name,
        "issued_on": issued.issued_on.isoformat() if issued else None,
        "due_on": issued.due_on.isoformat() if issued and issued.due_on else None,
        "net": card.totals.net,
        "vat": card.totals.vat,
        "gross": card.totals.gross,
        "pdf": str(one.pdf),
        "xml": str(one.xml) if one.xml else None,
        "sha256": hashlib.sha256(one.pdf.read_bytes()).hexdigest(),
    }


def _say(
    console: Console, done: Sequence[Done], refused: Sequence[Refused], *, final: bool
) -> None:
    for one in done:
        card = one.card
        label = card.number or word(card.state)
        console.say(f"{label}  {card.client.name}  {money(card.totals.gross)}  {one.pdf}")
    for each in refused:
        console.say(words.NOT_FINAL.format(name=each.card.client.name, why=each.said))
    if refused:
        count = telwoord(len(refused), "factuur", "facturen")
        console.complain(words.NOTHING_FINAL.format(count=count))
    elif not done:
        console.say(words.NOTHING_TO_BILL)
    elif final:
        console.say(words.MADE_FINAL.format(count=telwoord(len(done), "factuur", "facturen")))
    else:
        console.say(words.MADE_CONCEPTS.format(count=telwoord(len(done), "concept", "concepten")))
