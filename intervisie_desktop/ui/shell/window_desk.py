"""The desk of the real window: carries out what presenters ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from intervisie_desktop.domain.changes import ChangeSet, Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.ui.shell import dialogs
from intervisie_desktop.ui.shell.desk import (
    Clock,
    Destination,
    FileQuestion,
    FormQuestion,
    Job,
    Question,
    TaskRunner,
)
from intervisie_desktop.ui.shell.notices import Toast
from intervisie_desktop.ui.text import done as done_words
from intervisie_desktop.ui.text import refusals

T = TypeVar("T")


class Frame(Protocol):
    """What the desk needs of the window around it."""

    tasks: TaskRunner
    toast: Toast
    year: int

    def go(self, destination: Destination) -> None:
        """Open a page and remember the step."""

    def go_back(self) -> None:
        """One step back."""

    def announce(self, changes: ChangeSet) -> None:
        """Let every page that is concerned read again."""

    def show_refusal(self, sentence: str) -> None:
        """Say it on the page in front."""

    def clear_refusal(self) -> None:
        """Take the last refusal away."""

    def set_year(self, year: int) -> None:
        """Take another working year."""

    def widget(self) -> QWidget:
        """The window dialogs belong to."""


class WindowDesk:
    """Implements `Desk`; `expected` are the errors besides Refusal that have a sentence."""

    def __init__(self, window: Frame, clock: Clock, expected: tuple[type[Exception], ...]) -> None:
        self._window = window
        self._clock = clock
        self._expected: tuple[type[Exception], ...] = (Refusal, *expected)

    def go(self, destination: Destination) -> None:
        """Open a page at a record."""
        self._window.go(destination)

    def back(self) -> None:
        """Return to where one was before."""
        self._window.go_back()

    def perform(self, act: Callable[[], Outcome[T]]) -> T | None:
        """Do an act, announce it; a refusal becomes a sentence and None."""
        outcome = self.attempt(act)
        if outcome is None:
            return None
        self.announce(outcome)
        return outcome.value

    def attempt(self, act: Callable[[], Outcome[T]]) -> Outcome[T] | None:
        """Do an act without announcing it; a refusal becomes a sentence and None."""
        try:
            outcome = act()
        except self._expected as error:
            self.refuse(self._sentence(error))
            return None
        self._window.clear_refusal()
        return outcome

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        label: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do long work away from the window."""
        self._window.tasks.run(job, done, failed or self._failed, label)

    def announce(self, outcome: Outcome[Any]) -> None:
        """Tell every page what changed, and offer undo."""
        self._window.announce(outcome.changes)
        if outcome.act:
            words = done_words.done(outcome.act, outcome.facts)
            self._window.toast.show_toast(words, undo=not outcome.final and bool(outcome.changes))

    def tell(self, sentence: str) -> None:
        """Say something in a toast."""
        self._window.toast.show_toast(sentence, sign="info")

    def refuse(self, sentence: str) -> None:
        """Say on the page why something cannot be."""
        self._window.show_refusal(sentence)

    def confirm(self, question: Question, then: Callable[[], None]) -> None:
        """Ask before a final step."""
        dialogs.ConfirmDialog(question, then, self._window.widget()).open()

    def ask_reason(self, question: Question, then: Callable[[str], None]) -> None:
        """Ask for a reason."""
        dialogs.ReasonDialog(question, then, self._window.widget()).open()

    def ask_form(self, question: FormQuestion, then: Callable[[dict[str, Any]], None]) -> None:
        """Ask for some values."""
        dialogs.FormDialog(question, then, self._window.widget(), self.today).open()

    def choose_file(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to read."""
        dialogs.ask_file(self._window.widget(), question, dialogs.first(then))

    def choose_files(self, question: FileQuestion, then: Callable[[Sequence[Path]], None]) -> None:
        """Let the user pick files to read."""
        dialogs.ask_file(self._window.widget(), question, then, many=True)

    def choose_target(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to write."""
        dialogs.ask_file(self._window.widget(), question, dialogs.first(then), writing=True)

    def choose_folder(self, title: str, then: Callable[[Path], None]) -> None:
        """Let the user pick a folder."""
        dialogs.ask_folder(self._window.widget(), title, dialogs.first(then))

    def show_in_folder(self, path: Path) -> None:
        """Open a folder or file with the program the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def today(self) -> date:
        """The day of today."""
        return self._clock.today()

    def now(self) -> datetime:
        """The local time of now."""
        return self._clock.now()

    def year(self) -> int:
        """The working year."""
        return self._window.year

    def set_year(self, year: int) -> None:
        """Choose another working year."""
        self._window.set_year(year)

    def _failed(self, error: Exception) -> None:
        # A bug in a job is raised on the window's side, so that the crash dialog gets it.
        if not isinstance(error, self._expected):
            raise error
        self.refuse(self._sentence(error))

    def _sentence(self, error: Exception) -> str:
        code, facts = getattr(error, "code", ""), getattr(error, "facts", {})
        return refusals.sentence(str(code), facts)
