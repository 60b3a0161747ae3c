"""The register: every certificate that was issued, and what one can still do with it; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from intervisie_desktop.domain.certificates import PaperState
from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.certification.values import (
    HistoryLine,
    Progress,
    RegisterLine,
)
from intervisie_desktop.ui.pages.certificates import words
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import counts, refusals

_HISTORY = {"issued": "Afgegeven", "withdrawn": "Ingetrokken", "replaced": "Vervangen"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterState:
    """What the register shows."""

    lines: tuple[RegisterLine, ...] = ()
    show_only: str = "all"
    choices: tuple[tuple[str, str], ...] = ()
    current: str = ""
    title: str = ""
    number: str = ""
    chip: tuple[str, str, str] = ("", "neutral", "")
    facts: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    holds: bool = False
    count_word: str = ""
    empty: bool = False


class RegisterView(Protocol):
    """What the register needs of the page."""

    def show_register(self, state: RegisterState) -> None:
        """Show this."""

    def show_register_paper(self, pdf: bytes | None) -> None:
        """Show this PDF beside the list, or nothing."""

    def print_papers(
        self, papers: Sequence[bytes], title: str, then: Callable[[int], None]
    ) -> None:
        """Let the user choose a printer and print."""


class RegisterPresenter:
    """Lists, shows, saves, prints, replaces and withdraws."""

    def __init__(self, service: CertificatesService, view: RegisterView, desk: Desk) -> None:
        self._service = service
        self._view = view
        self._desk = desk
        self._lines: tuple[RegisterLine, ...] = ()
        self._only = "all"
        self._current = ""
        self._paper_wanted = 0

    def open(self, certificate_id: str = "") -> None:
        """Show the register, at this certificate when one is named."""
        self._current = certificate_id or self._current
        if certificate_id:
            self._only = "all"
        self.read()

    def read(self) -> None:
        """Read the register again."""
        self._lines = self._service.register()
        ids = [line.id for line in self._shown()]
        if self._current not in ids:
            self._current = ids[0] if ids else ""
        self._show()
        self._show_paper()

    def is_empty(self) -> bool:
        """True as long as nothing was ever issued."""
        return not self._service.register()

    def select(self, certificate_id: str) -> None:
        """Show this certificate."""
        if certificate_id and certificate_id != self._current:
            self._current = certificate_id
            self._show()
            self._show_paper()

    def show_only(self, which: str) -> None:
        """All, those that hold ("valid"), or those that no longer do ("ended")."""
        self._only = which
        self.read()

    def replace(self) -> None:
        """A new certificate in the place of this one, with a reason."""
        line = self._line()
        if line is None:
            return

        def give(reason: str) -> None:
            self._desk.perform(lambda: self._service.replace(line.id, reason))
            self.read()

        self._desk.ask_reason(words.replace_question(line.number, line.name), give)

    def withdraw(self) -> None:
        """This certificate no longer holds, with a reason."""
        line = self._line()
        if line is None:
            return

        def give(reason: str) -> None:
            self._desk.perform(lambda: self._service.withdraw(line.id, reason))
            self.read()

        self._desk.ask_reason(words.withdraw_question(line.number, line.name), give)

    def save(self) -> None:
        """Put the very paper that was issued in a folder, and open that."""
        if self._line() is not None:
            self._desk.choose_folder("Map voor dit bewijs", self._save_in)

    def print_paper(self) -> None:
        """Print the very paper that was issued."""
        line = self._line()
        if line is None:
            return
        try:
            paper = self._service.paper(line.id)
        except Trouble as trouble:
            self._desk.refuse(refusals.say(trouble))
            return
        self._view.print_papers([paper], f"Bewijs {line.number}", self._printed)

    def _printed(self, count: int) -> None:
        self._desk.tell(f"{counts.capital(words.papers(count))} naar de printer gestuurd.")

    def _save_in(self, folder: Path) -> None:
        try:
            self._service.write_to_folder([self._current], folder)
        except Trouble as trouble:
            self._desk.refuse(refusals.say(trouble))
            return
        self._desk.show_in_folder(folder)

    def _shown(self) -> tuple[RegisterLine, ...]:
        wanted = {
            "all": set(PaperState),
            "valid": {PaperState.VALID},
            "ended": {PaperState.WITHDRAWN, PaperState.REPLACED},
        }[self._only]
        return tuple(line for line in self._lines if line.state in wanted)

    def _line(self) -> RegisterLine | None:
        return next((line for line in self._lines if line.id == self._current), None)

    def _show(self) -> None:
        line = self._line()
        ended = sum(one.state is not PaperState.VALID for one in self._lines)
        state = RegisterState(
            lines=self._shown(),
            show_only=self._only,
            choices=(
                ("all", f"Alle {len(self._lines)}"),
                ("valid", f"Geldig {len(self._lines) - ended}"),
                ("ended", f"Vervallen {ended}"),
            ),
            current=self._current,
            title=line.name if line else "",
            number=line.number if line else "",
            chip=words.STATES[line.state] if line else ("", "neutral", ""),
            facts=tuple(_facts(line)) if line else (),
            history=tuple(map(_history, self._service.history(line.id))) if line else (),
            holds=line is not None and line.state is PaperState.VALID,
            count_word=counts.telwoord(len(self._lines), "bewijs", "bewijzen"),
            empty=not self._lines,
        )
        self._view.show_register(state)

    def _show_paper(self) -> None:
        self._paper_wanted += 1
        wanted, line = self._paper_wanted, self._line()
        if line is None:
            self._view.show_register_paper(None)
            return

        def fetch(_progress: Progress) -> bytes | None:
            return self._service.paper(line.id) if wanted == self._paper_wanted else None

        def show(pdf: bytes | None) -> None:
            if wanted == self._paper_wanted:
                self._view.show_register_paper(pdf)

        self._desk.run(fetch, show, "Bewijs openen")


def _facts(line: RegisterLine) -> list[str]:
    facts = [f"{counts.capital(words.kind(line))}, {counts.hours_word(line.minutes)}"]
    if line.group_name:
        facts.append(line.group_name)
    if line.override_reason:
        facts.append(f"Gemaakt met reden: {line.override_reason}")
    return facts


def _history(line: HistoryLine) -> str:
    words_ = f"{_HISTORY[line.act]} {counts.day_long(line.at.astimezone().date())}"
    if line.other_number:
        words_ += f" door {line.other_number}"
    return f"{words_}: {line.reason}" if line.reason else words_
