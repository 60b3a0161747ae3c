"""What the Logboek shows and does; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Protocol

from intervisie_desktop.domain.journal import JournalEntry
from intervisie_desktop.services.journal import JournalService
from intervisie_desktop.services.undo import UndoService
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import done as done_words

PAGE = 50


@dataclass(frozen=True, slots=True)
class EntryState:
    """One act: when it was done and what it did."""

    id: int
    time: str
    words: str


@dataclass(frozen=True, slots=True)
class DayState:
    """The acts of one day, newest first."""

    title: str
    entries: tuple[EntryState, ...]


@dataclass(frozen=True, slots=True)
class LogbookState:
    """What is shown; `undo` are the words of the button, empty when nothing can be undone."""

    days: tuple[DayState, ...] = ()
    undo: str = ""
    more: bool = False


class LogbookView(Protocol):
    """What the presenter asks of the panel."""

    def show_state(self, state: LogbookState) -> None:
        """Show everything."""


class LogbookPresenter:
    """Lists what was done by day, and takes the last act back."""

    def __init__(
        self, journal: JournalService, undo: UndoService, view: LogbookView, desk: Desk
    ) -> None:
        self._journal = journal
        self._undo = undo
        self._view = view
        self._desk = desk
        self._shown = PAGE

    def refresh(self) -> None:
        """Read again as much as was shown."""
        found = self._journal.newest(self._shown + 1)
        label = self._undo.undo_label()
        self._view.show_state(
            LogbookState(
                days=tuple(by_day(found[: self._shown], self._desk.today())),
                undo=done_words.undo_words(label) if label else "",
                more=len(found) > self._shown,
            )
        )

    def show_more(self) -> None:
        """Go further back."""
        self._shown += PAGE
        self.refresh()

    def undo(self) -> None:
        """Take the last act back."""
        if self._undo.undo_label() is not None:
            self._desk.perform(self._undo.undo)
            self.refresh()


def by_day(entries: Iterable[JournalEntry], today: date) -> Iterable[DayState]:
    """The entries in their order under the local day they were made on."""
    local = [(entry.at.astimezone(), entry) for entry in entries]
    for day, found in groupby(local, key=lambda pair: pair[0].date()):
        lines = tuple(EntryState(entry.id, _time(at), said(entry)) for at, entry in found)
        yield DayState(_title(day, today), lines)


def said(entry: JournalEntry) -> str:
    """What an act did; of one that was taken back or done again, which one it was."""
    of = str(entry.facts.get("act", ""))
    if entry.act == "undo" and of:
        return done_words.undone(of, entry.facts)
    if entry.act == "redo" and of:
        return done_words.redone(of, entry.facts)
    return done_words.done(entry.act, entry.facts)


def _time(at: datetime) -> str:
    return counts.clock(at.hour * 60 + at.minute)


def _title(day: date, today: date) -> str:
    words = counts.day_weekday(day, year=day.year != today.year)
    near = counts.relative_day(day, today) if abs((today - day).days) < 2 else ""
    return counts.capital(f"{near}, {words}" if near else words)
