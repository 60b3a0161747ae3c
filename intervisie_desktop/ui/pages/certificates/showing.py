"""From what was chosen to what is shown: all words of the wizard are put together here."""

from __future__ import annotations

from intervisie_desktop.services.certificates import HeldSession
from intervisie_desktop.services.certification.values import Candidate, Readiness
from intervisie_desktop.ui.pages.certificates import words
from intervisie_desktop.ui.pages.certificates.delivery import short_path
from intervisie_desktop.ui.pages.certificates.picked import Picked
from intervisie_desktop.ui.pages.certificates.rows import makeable, rows_of
from intervisie_desktop.ui.pages.certificates.state import (
    OptionState,
    ReviewLine,
    ReviewState,
    Step,
    TemplateState,
    WizardState,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.widgets.wizard_states import DoneState, OutputState


def state_of(picked: Picked, upcoming: tuple[str, ...], printer: str) -> WizardState:
    """Everything the wizard shows now; `upcoming` has a number for each ticked paper."""
    candidates, ticked = picked.candidates(), picked.ticked()
    current = picked.candidate(picked.current)
    ready = sum(makeable(one, picked.chosen.reasons) for one in candidates)
    return WizardState(
        step=picked.step,
        crumb=("Bewijzen", _target(picked)),
        template=_template(picked, ready),
        rows=rows_of(picked.groups, picked.chosen),
        current=picked.current,
        show_only="ready" if picked.chosen.ready_only else "all",
        ready_word=f"Gereed {ready}",
        selected_word=f"{len(ticked)} geselecteerd",
        preview_title=current.name if current else "",
        preview_number=_number(current, ticked, upcoming),
        preview_pager=_pager(current, ticked),
        output=_output(picked, ticked, upcoming, printer),
        options=OptionState(items=words.option_state(picked.options)),
        numbers_word=words.numbers(upcoming),
        review=_review(picked, ticked, upcoming),
        done=_done(picked),
        main_word=_main_word(picked.step, len(ticked), running=picked.running),
        empty=_empty(picked, candidates),
    )


def _target(picked: Picked) -> str:
    if picked.kind == "year":
        return f"Kalenderjaar {picked.year}"
    session = _session(picked)
    return _session_word(session) if session else "Eén bijeenkomst"


def _session(picked: Picked) -> HeldSession | None:
    return next((one for one in picked.sessions if one.id == picked.session), None)


def _session_word(session: HeldSession) -> str:
    return f"{session.group_name}, {counts.day_weekday(session.day)}"


def _template(picked: Picked, ready: int) -> TemplateState:
    groups = {group.id: group.name for group in picked.groups} if not picked.group else {}
    return TemplateState(
        kind=picked.kind,
        years=tuple((str(year), str(year)) for year in picked.years),
        year=str(picked.year),
        groups=(("", "Alle groepen"), *_group_options(picked, groups)),
        group=picked.group,
        sessions=tuple(
            (
                one.id,
                f"{counts.day_weekday(one.day)}, {counts.span(one.start, one.end)}",
                f"{one.group_name} · {counts.telwoord(one.present, 'aanwezige', 'aanwezigen')}",
            )
            for one in picked.sessions
        ),
        session=picked.session,
        count_word=_ready_word(ready, len(picked.candidates())),
    )


def _group_options(picked: Picked, groups: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """All groups with a session this year, also when one of them is picked."""
    named = {one.group_id: one.group_name for one in picked.sessions} | groups
    named |= {group.id: group.name for group in picked.groups}
    return tuple(sorted(named.items(), key=lambda pair: pair[1].casefold()))


def _ready_word(ready: int, total: int) -> str:
    if not total:
        return "Hier is nog niemand om een bewijs voor te maken."
    people = counts.telwoord(total, "deelnemer", "deelnemers")
    return f"{ready} van {people} gereed."


def _number(current: Candidate | None, ticked: list[Candidate], upcoming: tuple[str, ...]) -> str:
    if current is None:
        return ""
    if current.issued is not None:
        return current.issued.number
    places = {one.key.text: number for one, number in zip(ticked, upcoming, strict=True)}
    return places.get(current.key.text, "")


def _pager(current: Candidate | None, ticked: list[Candidate]) -> str:
    keys = [one.key.text for one in ticked]
    if current is None or current.key.text not in keys:
        return ""
    return f"{keys.index(current.key.text) + 1} van {len(keys)}"


def _output(
    picked: Picked, ticked: list[Candidate], upcoming: tuple[str, ...], printer: str
) -> OutputState:
    delivery, letter = picked.delivery, picked.letter()
    count = len(ticked)
    drafts = counts.telwoord(count, "concept", "concepten")
    missing = sum(not one.email for one in ticked)
    drafts_word = f"{drafts} met het bewijs als bijlage. Het programma verstuurt niets zelf."
    if missing:
        drafts_word += (
            f" Van {counts.telwoord(missing, 'deelnemer', 'deelnemers')} ontbreekt het adres."
        )
    return OutputState(
        to_folder=delivery.to_folder,
        folder=short_path(delivery.folder),
        folder_word=_files_word(picked, ticked, upcoming),
        as_drafts=delivery.as_drafts,
        drafts_word=drafts_word,
        letters=tuple((one.key, one.name) for one in picked.letters),
        letter=letter.key if letter else "",
        subject=letter.subject if letter else "",
        text=letter.text if letter else "",
        to_printer=delivery.to_printer,
        printer_word=f"Gekozen printer: {printer}, A4"
        if printer
        else "U kiest straks een printer.",
    )


def _files_word(picked: Picked, ticked: list[Candidate], upcoming: tuple[str, ...]) -> str:
    """What will be written, with the name of the file of the paper in front."""
    names = {
        one.key.text: f"{number} {one.surname}.pdf"
        for one, number in zip(ticked, upcoming, strict=True)
    }
    sample = names.get(picked.current) or next(iter(names.values()), "")
    return "\n".join(("PDF, één bestand per deelnemer", sample)).strip()


def _review(picked: Picked, ticked: list[Candidate], upcoming: tuple[str, ...]) -> ReviewState:
    reasons = picked.chosen.reasons
    lines = tuple(
        ReviewLine(
            key=one.key.text,
            number=number,
            name=one.name,
            hours=counts.hours_word(one.minutes),
            remark=_remark(one, reasons.get(one.key.text, "")),
            tone="" if one.readiness is Readiness.READY else "waarschuwing",
        )
        for one, number in zip(ticked, upcoming, strict=True)
    )
    return ReviewState(
        lines=lines,
        sentences=tuple(_where(picked)),
        warning="Een nummer dat is gegeven blijft gegeven. Een fout herstelt u daarna met een "
        "vervangend bewijs.",
    )


def _remark(candidate: Candidate, reason: str) -> str:
    if reason:
        return f"Met reden: {reason}"
    return " ".join(words.reasons(candidate))


def _where(picked: Picked) -> list[str]:
    delivery = picked.delivery
    lines = []
    if delivery.to_folder:
        lines.append(f"Opslaan in {short_path(delivery.folder)}")
    if delivery.as_drafts:
        lines.append("E-mailconcepten klaarzetten, versturen doet u zelf")
    if delivery.to_printer:
        lines.append("Afdrukken, de printer kiest u straks")
    if not lines:
        lines.append("Alleen vastleggen in het register; openen kan altijd nog")
    return lines


def _done(picked: Picked) -> DoneState:
    issued, delivered = picked.issued, picked.delivered
    if issued is None:
        total = len(picked.ticked())
        return DoneState(
            running=picked.running,
            progress=(0, total),
            title="Bewijzen worden gemaakt",
            progress_word=f"Nog niets gemaakt van {words.papers(total)}",
        )
    return DoneState(
        running=picked.running,
        progress=(len(issued.made), len(issued.made)),
        title=words.made_title(issued),
        lines=delivered.lines,
        problems=(*words.made_problems(issued), *delivered.problems),
        folder=delivered.folder,
    )


def _main_word(step: Step, count: int, *, running: bool) -> str:
    if step is Step.TEMPLATE:
        return "Verder"
    if step is Step.PEOPLE:
        return f"Verder met {words.papers(count)}" if count else "Verder"
    if step is Step.REVIEW:
        return f"{counts.capital(words.papers(count))} maken"
    return "Bezig" if running else "Naar het register"


def _empty(picked: Picked, candidates: list[Candidate]) -> tuple[str, str] | None:
    if candidates:
        return None
    if picked.kind == "session":
        return (
            "Niemand was aanwezig",
            "Leg eerst vast wie er bij deze bijeenkomst was.",
        )
    return (
        f"Nog geen bijeenkomsten in {picked.year}",
        "Zodra er bijeenkomsten zijn gehouden, staat hier wie een bewijs kan krijgen.",
    )
