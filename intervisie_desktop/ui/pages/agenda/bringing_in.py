"""Busy times in from a calendar file, with a preview; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from intervisie_desktop.services.agenda import AgendaService, BusySource
from intervisie_desktop.services.importing import (
    Draft,
    ImportKind,
    ImportService,
    Preview,
    busy_period,
)
from intervisie_desktop.ui.pages.agenda.state import ImportState, SourceLine
from intervisie_desktop.ui.shell.desk import Desk, FileQuestion, Progress
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.areas.importing import NOTES
from intervisie_desktop.ui.text.filling import fill


class BringingIn:
    """Reads a calendar, says what it would bring, and brings it in on a yes."""

    def __init__(
        self, agenda: AgendaService, importing: ImportService, desk: Desk, show: Callable[[], None]
    ) -> None:
        self._agenda = agenda
        self._importing = importing
        self._desk = desk
        self._show = show
        self._preview: Preview[Any] | None = None

    def choose(self) -> None:
        """Let the user pick a calendar file."""
        question = FileQuestion("Agendabestand kiezen", ("Agenda (*.ics)",))
        self._desk.choose_file(question, self.read)

    def read(self, path: Path) -> None:
        """Read a file; nothing is stored yet."""

        def read(_progress: Progress) -> Preview[Any]:
            draft: Draft = self._importing.read(path)
            mapping = replace(self._importing.mapping(draft), kind=ImportKind.BUSY)
            return self._importing.preview(draft, mapping)

        self._desk.run(read, self._read, "Agendabestand lezen")

    def apply(self) -> None:
        """Put the times of the file in the place of its older ones."""
        preview = self._preview
        if preview is None:
            self.choose()
            return
        if self._desk.perform(lambda: self._importing.apply(preview)) is not None:
            self.drop()

    def drop(self) -> None:
        """Forget what was read."""
        self._preview = None
        self._show()

    def forget(self, source: str) -> None:
        """Remove the busy times of a file; undo brings them back."""
        self._desk.perform(lambda: self._agenda.forget_busy(source))

    def state(self) -> ImportState:
        """The panel as shown."""
        sources = tuple(
            SourceLine(source.name, _said(source)) for source in self._agenda.busy_overview()
        )
        preview = self._preview
        if preview is None:
            return ImportState(sources)
        count = preview.made.get("busy", 0)
        lines = [counts.capital(_times(count))]
        period = busy_period(preview)
        if period is not None:
            lines = [f"{_times(count)}, {_period(*period)}."]
        lines += [fill(NOTES[note.code], note.facts) for note in preview.notes]
        return ImportState(sources, preview.name, tuple(lines))

    def _read(self, preview: Preview[Any]) -> None:
        self._preview = preview
        self._show()


def _times(count: int) -> str:
    return counts.telwoord(count, "bezette tijd", "bezette tijden")


def _said(source: BusySource) -> str:
    return f"{_times(source.count)}, {_period(source.first, source.last)}"


def _period(first: date, last: date) -> str:
    return f"{counts.day_short(first, year=True)} t/m {counts.day_short(last, year=True)}"
