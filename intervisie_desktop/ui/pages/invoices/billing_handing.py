"""What came of a run of the wizard Factureren, and handing the invoices out; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.services.invoices import InvoicesService
from intervisie_desktop.services.invoicing.values import Finalised, NotFinal
from intervisie_desktop.ui.pages.invoices import words
from intervisie_desktop.ui.pages.invoices.billing_picks import Handing, Result
from intervisie_desktop.ui.pages.invoices.billing_showing import short_path
from intervisie_desktop.ui.text import counts, refusals
from intervisie_desktop.ui.text.invoice_flaws import flaw_words


def result_of(concepts: Sequence[str], final: Finalised | None) -> Result:
    """What was made, and what stayed a concept and why."""
    if final is None:
        made = counts.capital(counts.telwoord(len(concepts), "concept", "concepten"))
        return Result(title=f"{made} gemaakt", lines=("Ze staan bij Facturen, nog zonder nummer.",))
    problems = [not_final_words(one) for one in final.refused]
    if final.cancelled:
        many = counts.telwoord(final.cancelled, "factuur bleef", "facturen bleven")
        problems.append(f"{counts.capital(many)} concept, omdat u stopte.")
    return Result(
        title=f"{counts.capital(words.invoices(len(final.made)))} definitief gemaakt",
        lines=_numbers(final),
        problems=tuple(problems),
    )


def not_final_words(one: NotFinal) -> str:
    """Why an invoice stayed a concept."""
    reasons = [flaw_words(f.code, f.place, f.facts) for f in one.flaws if f.severity == "error"]
    reasons = reasons or [refusals.say(Refusal(one.code, **one.facts))]
    return f"{one.client_name} bleef concept. {' '.join(dict.fromkeys(reasons))}"


def hand_out(
    service: InvoicesService, ids: Sequence[str], handing: Handing, so_far: Result
) -> Result:
    """Write the files and gather what must be printed; a trouble becomes a sentence."""
    result = so_far
    if handing.to_folder:
        result = _tried(result, lambda before: _into_folder(service, ids, handing, before))
    if handing.as_drafts:
        result = _tried(result, lambda before: _as_drafts(service, ids, handing, before))
    if handing.to_printer:
        result = replace(result, to_print=tuple(service.papers(one)[0] for one in ids))
    return result


def _numbers(final: Finalised) -> tuple[str, ...]:
    if not final.made:
        return ()
    gross = counts.money(sum(one.gross for one in final.made))
    first, last = final.made[0].number, final.made[-1].number
    which = f"Nummer {first}" if first == last else f"Nummers {first} tot en met {last}"
    return (f"{which}, samen {gross}.",)


def _into_folder(
    service: InvoicesService, ids: Sequence[str], handing: Handing, so_far: Result
) -> Result:
    written = service.write_to_folder(ids, handing.folder)
    files = counts.telwoord(len(written.paths), "bestand", "bestanden")
    line = f"{counts.capital(files)} opgeslagen in {short_path(handing.folder)}."
    return replace(so_far, lines=(*so_far.lines, line), folder=str(handing.folder))


def _as_drafts(
    service: InvoicesService, ids: Sequence[str], handing: Handing, so_far: Result
) -> Result:
    if handing.letter is None:
        return so_far
    written = service.write_drafts(ids, handing.folder / "E-mailconcepten", handing.letter)
    lines, problems = list(so_far.lines), list(so_far.problems)
    if written.paths:
        many = counts.telwoord(len(written.paths), "e-mailconcept", "e-mailconcepten")
        lines.append(f"{counts.capital(many)} klaar om te verzenden.")
    if written.without_address:
        names = counts.join(written.without_address)
        problems.append(f"Zonder e-mailadres: {names}. Vul dat in bij Opdrachtgevers.")
    return replace(so_far, lines=tuple(lines), problems=tuple(problems), folder=str(handing.folder))


def _tried(so_far: Result, act: Callable[[Result], Result]) -> Result:
    try:
        return act(so_far)
    except (Refusal, Trouble) as error:
        return replace(so_far, problems=(*so_far.problems, refusals.say(error)))
