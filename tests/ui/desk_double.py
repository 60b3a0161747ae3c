"""A desk without a window: runs everything at once and remembers what it was told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.ui.shell.desk import Destination, FileQuestion, FormQuestion, Job, Question

T = TypeVar("T")


class PlainProgress:
    """Progress that counts its steps; `cancel_after` so many steps it says stop."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self._cancel_after = cancel_after

    @property
    def cancelled(self) -> bool:
        return self._cancel_after is not None and len(self.steps) >= self._cancel_after

    def step(self, done: int, total: int, text: str = "") -> None:
        self.steps.append((done, total, text))


@dataclass
class PlainDesk:
    """Answers questions with `yes`, `reason`, `values` and `path`; keep an eye on the lists."""

    day: date = date(2026, 10, 13)
    at: datetime = datetime(2026, 10, 13, 8, 55)
    working_year: int = 2026
    yes: bool = True
    reason: str = "omdat het zo is"
    path: Path | None = None
    values: dict[str, Any] = field(default_factory=dict)
    visited: list[Destination] = field(default_factory=list)
    outcomes: list[Outcome[Any]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    refusals_shown: list[str] = field(default_factory=list)
    asked: list[Question | FormQuestion | FileQuestion | str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    listeners: list[Callable[[], None]] = field(default_factory=list)
    went_back: int = 0

    def go(self, destination: Destination) -> None:
        self.visited.append(destination)

    def back(self) -> None:
        self.went_back += 1

    def perform(self, act: Callable[[], Outcome[T]]) -> T | None:
        try:
            outcome = act()
        except Refusal as refusal:
            self.refused.append(refusal)
            return None
        self.announce(outcome)
        return outcome.value

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        label: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        try:
            value = job(PlainProgress())
        except Refusal as refusal:
            if failed is None:
                self.refused.append(refusal)
            else:
                failed(refusal)
            return
        done(value)

    def announce(self, outcome: Outcome[Any]) -> None:
        self.outcomes.append(outcome)
        for listener in self.listeners:
            listener()

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def refuse(self, sentence: str) -> None:
        self.refusals_shown.append(sentence)

    def confirm(self, question: Question, then: Callable[[], None]) -> None:
        self.asked.append(question)
        if self.yes:
            then()

    def ask_reason(self, question: Question, then: Callable[[str], None]) -> None:
        self.asked.append(question)
        if self.yes:
            then(self.reason)

    def ask_form(self, question: FormQuestion, then: Callable[[dict[str, Any]], None]) -> None:
        self.asked.append(question)
        values = {item.name: None for item in question.fields} | dict(question.values) | self.values
        if self.yes:
            then(values)

    def choose_file(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        self.asked.append(question)
        if self.path is not None:
            then(self.path)

    def choose_files(self, question: FileQuestion, then: Callable[[Sequence[Path]], None]) -> None:
        self.asked.append(question)
        if self.path is not None:
            then([self.path])

    def choose_target(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        self.choose_file(question, then)

    def choose_folder(self, title: str, then: Callable[[Path], None]) -> None:
        self.asked.append(title)
        if self.path is not None:
            then(self.path)

    def show_in_folder(self, path: Path) -> None:
        self.shown.append(path)

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return self.at

    def year(self) -> int:
        return self.working_year

    def set_year(self, year: int) -> None:
        self.working_year = year
