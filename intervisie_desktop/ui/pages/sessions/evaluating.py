"""The card Evaluatie: forms taken in by digits, and what they say together; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from intervisie_desktop.services.evaluations import ENOUGH, NO, YES, EvaluationsService
from intervisie_desktop.ui.shell.desk import Desk, Progress
from intervisie_desktop.ui.text import evaluations as words

ANSWERS = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
YES_NO = {"j": YES, "n": NO}


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """A statement: its key, text, whether it wants yes or no, and what was said together."""

    key: str
    text: str
    yes_no: bool
    figure: str


@dataclass(frozen=True, slots=True)
class EvaluationState:
    """Everything on the card; `note` says why there are no figures yet."""

    lines: tuple[EvaluationLine, ...]
    forms: str
    note: str
    can_print: bool
    can_remove: bool


class EvaluationView(Protocol):
    """What the presenter asks of the page."""

    def show_evaluation(self, state: EvaluationState | None) -> None:
        """Show the card, or no card."""

    def clear_evaluation(self) -> None:
        """An empty form, to fill in the next one."""

    def print_paper(self, title: str, paper: bytes) -> None:
        """Open the print dialog for a paper."""


class Evaluating:
    """Takes in forms of one session; only there once it was held."""

    def __init__(self, service: EvaluationsService, view: EvaluationView, desk: Desk) -> None:
        self._service = service
        self._view = view
        self._desk = desk
        self._id = ""

    def show(self, session_id: str, *, held: bool) -> None:
        """Show the card of this session; none before it is held."""
        if session_id != self._id:
            self._view.clear_evaluation()
        self._id = session_id
        self._view.show_evaluation(self._state() if held else None)

    def add(self, typed: dict[str, str]) -> None:
        """Take in a form: per statement the key that was typed."""
        scores = {key: read(text) for key, text in typed.items() if text}
        session_id = self._id
        if self._desk.perform(lambda: self._service.add(session_id, scores)) is not None:
            self._view.clear_evaluation()

    def remove_last(self) -> None:
        """Take the form that was taken in last out again."""
        forms = self._service.sheet(self._id).forms
        if forms:
            self._desk.perform(lambda: self._service.remove(forms[-1].id))

    def print(self) -> None:
        """The outcome on paper."""
        session_id = self._id

        def make(_progress: Progress) -> bytes:
            return self._service.paper_of_session(session_id)

        def made(paper: bytes) -> None:
            self._view.print_paper("Uitkomsten van de evaluatie", paper)

        self._desk.run(make, made, "Uitkomsten maken")

    def _state(self) -> EvaluationState:
        sheet = self._service.sheet(self._id)
        totals = {row.item.key: row.figures[-1] for row in self._service.of_session(self._id).rows}
        count = len(sheet.forms)
        return EvaluationState(
            lines=tuple(
                EvaluationLine(
                    item.key,
                    item.text,
                    item.yes_no,
                    words.figure(totals.get(item.key), yes_no=item.yes_no),
                )
                for item in sheet.items
            ),
            forms=words.forms(count) if count else "nog geen formulieren",
            note="" if count >= ENOUGH else words.too_few(ENOUGH),
            can_print=count >= ENOUGH,
            can_remove=count > 0,
        )


def read(text: str) -> int:
    """What a typed key stands for: a digit, J or N."""
    return {**ANSWERS, **YES_NO}[text.casefold()]
