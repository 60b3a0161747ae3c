"""Checks a PDF or a typed code and says what came of it in one clear sentence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.certification.values import Progress, Verdict, Verification
from intervisie_desktop.ui.shell.desk import Desk, FileQuestion
from intervisie_desktop.ui.text import counts

LARGEST_BYTES = 50_000_000

_TITLES: dict[Verdict, tuple[str, str, str]] = {
    Verdict.GENUINE: ("Dit bewijs is echt", "ok", "circle-check"),
    Verdict.ALTERED: ("Dit bewijs is gewijzigd", "fout", "octagon-x"),
    Verdict.WITHDRAWN: ("Dit bewijs is ingetrokken", "fout", "ban"),
    Verdict.REPLACED: ("Dit bewijs is vervangen", "waarschuwing", "history"),
    Verdict.UNKNOWN: ("Dit bewijs staat niet in uw register", "fout", "circle-help"),
    Verdict.SEALED: ("Ongewijzigd sinds de ondertekening", "tip", "shield-check"),
    Verdict.NO_SEAL: ("Dit bestand kan niet worden gecontroleerd", "waarschuwing", "file-search"),
    Verdict.NOT_A_PDF: ("Dit is geen PDF", "waarschuwing", "file-search"),
    Verdict.WRONG_CODE: ("De code hoort niet bij dit nummer", "fout", "octagon-x"),
    Verdict.MISTYPED: ("In de controlecode zit een typefout", "waarschuwing", "pencil"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyState:
    """What the page shows; without a title nothing was checked yet."""

    title: str = ""
    tone: str = "neutral"
    icon: str = ""
    sentence: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    subject: str = ""


class View(Protocol):
    """What the presenter needs of the page."""

    def show_state(self, state: VerifyState) -> None:
        """Show this."""


class VerifyPresenter:
    """A file that was dropped or chosen, or a number with its code."""

    def __init__(self, service: CertificatesService, view: View, desk: Desk) -> None:
        self._service = service
        self._view = view
        self._desk = desk

    def start(self) -> None:
        """Nothing checked yet."""
        self._view.show_state(VerifyState())

    def choose(self) -> None:
        """Let the user pick a PDF."""
        question = FileQuestion("Bewijs kiezen", ("PDF-bestand (*.pdf)",))
        self._desk.choose_file(question, self.check_file)

    def check_file(self, path: Path) -> None:
        """Check this file, away from the window."""

        def read(_progress: Progress) -> Verification:
            return self._service.verify(_bytes_of(path))

        def show(answer: Verification) -> None:
            self._view.show_state(state_of(answer, path.name))

        self._desk.run(read, show, "Bewijs controleren")

    def check_code(self, number: str, code: str) -> None:
        """Check a number with the code printed beside it."""
        if not number.strip() or not code.strip():
            missing = "het nummer" if not number.strip() else "de controlecode"
            self._desk.refuse(f"Nog nodig: {missing} zoals het op het bewijs staat.")
            return
        answer = self._service.verify_code(number, code)
        self._view.show_state(state_of(answer, f"Bewijs {number.strip()}"))


def _bytes_of(path: Path) -> bytes:
    """The file, but nothing of one that is far too large to be a certificate."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise Refusal("paper_unreadable", name=path.name) from error
    return data if len(data) <= LARGEST_BYTES else b""


def state_of(answer: Verification, subject: str) -> VerifyState:
    """The answer in words."""
    title, tone, icon = _TITLES[answer.verdict]
    return VerifyState(
        title=title,
        tone=tone,
        icon=icon,
        sentence=_sentence(answer),
        facts=tuple(_facts(answer)),
        subject=subject,
    )


_SENTENCES: dict[Verdict, str] = {
    Verdict.GENUINE: "Bewijs {number} is door deze praktijk afgegeven, is ongewijzigd en geldt.",
    Verdict.WITHDRAWN: "Bewijs {number} is ingetrokken op {day}: {reason}",
    Verdict.REPLACED: "Bewijs {number} is op {day} vervangen door {other}: {reason}",
    Verdict.SEALED: "Ondertekend door sleutel {key}, niet te vergelijken met een register.",
    Verdict.NO_SEAL: "Er zit geen zegel in. Het is geen bewijs van dit programma, of het is "
    "opnieuw opgeslagen of gescand. Typ het nummer en de controlecode over.",
    Verdict.NOT_A_PDF: "Kies het PDF-bestand van het bewijs, of typ het nummer en de controlecode "
    "over.",
    Verdict.WRONG_CODE: "Bewijs {number} bestaat, maar heeft een andere controlecode.",
    Verdict.MISTYPED: "Kijk de twaalf tekens na; streepjes en hoofdletters maken niet uit.",
}


def _sentence(answer: Verification) -> str:
    if answer.verdict is Verdict.UNKNOWN:
        return _unknown(answer)
    if answer.verdict is Verdict.ALTERED:
        paper = f"bewijs {answer.number}" if answer.number else "een bewijs"
        return f"Dit is niet het bestand zoals het is afgegeven: aan {paper} is iets veranderd."
    return _SENTENCES[answer.verdict].format(
        number=answer.number,
        day=_day(answer),
        reason=answer.reason,
        other=answer.other_number,
        key=answer.fingerprint,
    )


def _unknown(answer: Verification) -> str:
    if answer.own_key:
        return (
            f"Bewijs {answer.number} is met de sleutel van deze praktijk ondertekend, maar staat "
            "niet in dit register. Is dit een oudere kopie van uw praktijkbestand?"
        )
    if answer.fingerprint:
        return (
            f"Ondertekend door een andere sleutel, {answer.fingerprint}. Vraag het na bij de "
            "gespreksleider die het afgaf."
        )
    return f"Nummer {answer.number} is door deze praktijk niet gegeven."


def _day(answer: Verification) -> str:
    return counts.day_long(answer.at.astimezone().date()) if answer.at else "een onbekende dag"


def _facts(answer: Verification) -> list[tuple[str, str]]:
    """What the statement says, to compare with the paper; only what can be trusted."""
    if answer.kind is None or answer.first is None or answer.issued_on is None:
        return []
    about = (
        f"Kalenderjaar {answer.first.year}"
        if answer.kind is CertificateKind.YEAR
        else counts.day_weekday(answer.first, year=True)
    )
    facts = [("Nummer", answer.number)]
    if answer.name:
        facts.append(("Naam", answer.name))
    facts += [
        ("Waarover", about),
        ("Uren", counts.hours(answer.minutes)),
        ("Afgegeven", counts.day_long(answer.issued_on)),
        ("Sleutel", answer.fingerprint),
    ]
    return facts
