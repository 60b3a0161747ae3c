"""The Dutch of this page: what is in the way of a paper, and what was done with it."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.domain.certificates import CertificateKind, PaperState
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.services.certificates import Written
from intervisie_desktop.services.certification.values import (
    Candidate,
    Issued,
    PaperOptions,
    Readiness,
    RegisterLine,
)
from intervisie_desktop.ui.pages.certificates.obstacles import obstacle
from intervisie_desktop.ui.shell.desk import Question
from intervisie_desktop.ui.text import counts, refusals

BADGES: dict[Readiness, tuple[str, str, str]] = {
    Readiness.READY: ("gereed", "ok", "circle-check"),
    Readiness.ATTENTION: ("gereed, let op", "waarschuwing", "triangle-alert"),
    Readiness.BLOCKED: ("geblokkeerd", "fout", "ban"),
    Readiness.RUNNING: ("loopt nog", "neutral", "clock"),
    Readiness.ISSUED: ("al afgegeven", "neutral", "file-check"),
    Readiness.CHANGED: ("gewijzigd sinds afgifte", "waarschuwing", "triangle-alert"),
}
"""Word, tone and sign of each readiness."""

NOTES: dict[str, str] = {
    "not_closed": "Een bijeenkomst is gehouden maar nog niet afgerond.",
    "not_present": "Was er niet bij, of heeft hier geen deel aan.",
    "more_planned": "Er staan dit jaar nog bijeenkomsten gepland. Die komen niet op dit bewijs.",
    "no_sessions": "Er telt nog geen bijeenkomst mee.",
    "facilitator_missing": "Er is geen gespreksleider om te ondertekenen.",
    "registration_missing": "Er is geen registernummer bekend. Het bewijs krijgt dan alleen de "
    "naam.",
    "description_missing": "Er is geen korte omschrijving vastgelegd. Die regel blijft weg.",
}

OPTIONS: tuple[tuple[str, str], ...] = (
    ("hours_per_session", "Uren per bijeenkomst"),
    ("contribution", "Eigen inbreng, alleen ja of nee"),
    ("signature", "Handtekening"),
    ("control_code", "Controlecode met QR"),
)

STATES: dict[PaperState, tuple[str, str, str]] = {
    PaperState.VALID: ("geldig", "ok", "circle-check"),
    PaperState.WITHDRAWN: ("ingetrokken", "fout", "ban"),
    PaperState.REPLACED: ("vervangen", "neutral", "history"),
}
"""Word, tone and sign of a certificate in the register."""


def reasons(candidate: Candidate) -> tuple[str, ...]:
    """Why someone is blocked or asks attention, gravest first; nothing when all is well."""
    if candidate.issued is not None:
        return (issued_line(candidate),)
    lines = _findings(candidate)
    if candidate.verdict is Readiness.RUNNING and candidate.running_until is not None:
        lines.insert(0, running_line(candidate, candidate.running_until))
    lines += [NOTES[note] for note in candidate.notes]
    return tuple(dict.fromkeys(lines))


def _findings(candidate: Candidate) -> list[str]:
    """One line per kind of finding; the same at other meetings is counted, not repeated."""
    by_code: dict[str, list[Finding]] = {}
    for finding in candidate.findings:
        if finding.severity is not Severity.TIP:
            by_code.setdefault(finding.code, []).append(finding)
    lines = []
    for found in by_code.values():
        others = len({one.subject.session for one in found} - {found[0].subject.session})
        more = counts.telwoord(others, "andere bijeenkomst", "andere bijeenkomsten")
        lines.append(f"{obstacle(found[0])} Ook bij {more}." if others else obstacle(found[0]))
    return lines


def issued_line(candidate: Candidate) -> str:
    """What was issued already, and whether the record still says so."""
    issued = candidate.issued
    if issued is None:
        return ""
    line = f"Bewijs {issued.number} van {counts.day_long(issued.issued_on)}."
    return f"{line} Daarna is er iets gewijzigd." if issued.changed else line


def running_line(candidate: Candidate, until: date) -> str:
    """How the year may still end."""
    words = f"Jaar loopt nog, tot {counts.day_weekday(until).split(' ', 1)[1]}."
    short = candidate.required - candidate.forecast
    if candidate.required and short > 0:
        words += (
            f" Prognose {counts.hours_word(candidate.forecast)}, tekort {counts.hours_word(short)}."
        )
    elif candidate.required:
        words += f" Prognose {counts.hours_word(candidate.forecast)}."
    return words


def mending_session(candidate: Candidate) -> str:
    """The session where the gravest finding can be mended or that must be closed, or nothing."""
    found = (f.subject.session for f in candidate.findings if f.severity is Severity.ERROR)
    return next((one for one in found if one), "") or candidate.open_session


def count_of_ready(ready: int, total: int) -> str:
    """How many are ready: "4 van 5 gereed"."""
    return f"{ready} van {total} gereed"


def papers(count: int) -> str:
    """How many papers: "4 bewijzen"."""
    return counts.telwoord(count, "bewijs", "bewijzen")


def numbers(upcoming: tuple[str, ...]) -> str:
    """Which numbers will be given."""
    if not upcoming:
        return ""
    if len(upcoming) == 1:
        return f"Nummer {upcoming[0]} wordt vastgelegd in het register."
    return f"Nummers {upcoming[0]} tot en met {upcoming[-1]} worden vastgelegd in het register."


def kind(line: RegisterLine) -> str:
    """What a certificate is about: "kalenderjaar 2026" or the day of the session."""
    if line.kind is CertificateKind.YEAR or line.session_day is None:
        return f"kalenderjaar {line.covers_year}"
    return f"bijeenkomst {counts.day_short(line.session_day, year=True)}"


def kind_short(line: RegisterLine) -> str:
    """The same for a narrow column: "jaar 2026" or "10 feb 2026"."""
    if line.kind is CertificateKind.YEAR or line.session_day is None:
        return f"jaar {line.covers_year}"
    return counts.day_short(line.session_day, year=True)


def option_state(options: PaperOptions) -> tuple[tuple[str, str, bool], ...]:
    """The choices of what stands on the paper."""
    return tuple((key, word, bool(getattr(options, key))) for key, word in OPTIONS)


def made_title(issued: Issued) -> str:
    """The head of the last step."""
    if not issued.made:
        return "Er is geen bewijs gemaakt"
    numbers_made = [made.number for made in issued.made]
    if len(numbers_made) == 1:
        return f"Bewijs {numbers_made[0]} is gemaakt"
    return f"{len(numbers_made)} bewijzen gemaakt, {numbers_made[0]} tot en met {numbers_made[-1]}"


def made_problems(issued: Issued) -> tuple[str, ...]:
    """What was not made, and why."""
    lines = [f"{one.name}: {refusals.sentence(one.code, one.facts)}" for one in issued.refused]
    if issued.cancelled:
        rest = papers(issued.cancelled)
        lines.append(f"U hebt gestopt. Nog {rest} niet gemaakt; zij kregen geen nummer.")
    return tuple(lines)


def written_line(written: Written, folder: str) -> str:
    """How many files were written, and where."""
    files = counts.telwoord(len(written.paths), "bestand", "bestanden")
    return f"{files} opgeslagen in {folder}"


def drafts_lines(written: Written) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was drafted, and for whom there was no address."""
    drafts = counts.telwoord(len(written.paths), "e-mailconcept", "e-mailconcepten")
    them = "het" if len(written.paths) == 1 else "ze"
    lines = (f"{drafts} klaargezet. Open {them} in uw e-mailprogramma en verstuur {them} zelf.",)
    missing = written.without_address
    if not missing:
        return lines, ()
    return lines, (f"Geen e-mailadres bekend van {counts.join(missing)}.",)


def replace_question(number: str, name: str) -> Question:
    """Why a certificate is replaced, asked before it is."""
    return Question(
        title=f"Bewijs {number} vervangen?",
        text=f"{name} krijgt een nieuw bewijs met een eigen nummer. Het oude geldt dan niet meer. "
        "Dit kan niet ongedaan worden gemaakt.",
        yes="Vervangen",
    )


def withdraw_question(number: str, name: str) -> Question:
    """Why a certificate is withdrawn, asked before it is."""
    return Question(
        title=f"Bewijs {number} intrekken?",
        text=f"Het bewijs van {name} geldt dan niet meer en blijft als ingetrokken in het "
        "register staan. Dit kan niet ongedaan worden gemaakt.",
        yes="Intrekken",
        danger=True,
    )
