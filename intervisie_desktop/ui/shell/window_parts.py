"""What the main window is made of, handed over by who opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Clock, Desk, Place, UndoPort, WindowMemory
from intervisie_desktop.ui.shell.dock import DockTab
from intervisie_desktop.ui.shell.finding import NoRecords, PaletteSource
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.tasks import InlineTasks, Tasks
from intervisie_desktop.ui.shell.waiting import Counting

PageBuilder = Callable[[Desk], Page]


@dataclass(frozen=True)
class WindowParts:
    """Everything the window is made of; only the clock, the history and the pages are needed.

    `actions` gets the desk and gives the actions that are there on every page. `expected` are the
    errors, besides Refusal, that carry a code with a sentence. `counts` says how much waits at
    each place in a working year; it is asked on the worker.
    """

    pages: Mapping[Place, PageBuilder]
    clock: Clock
    undo: UndoPort
    memory: WindowMemory
    tabs: Sequence[DockTab] = ()
    actions: Callable[[Desk], Sequence[Action]] = lambda _desk: ()
    palette: PaletteSource = NoRecords()
    counts: Counting = lambda _year: {}
    tasks: Tasks | InlineTasks | None = None
    expected: tuple[type[Exception], ...] = ()
    title: str = "Intervisie Desktop"
    start: Place = Place.TODAY
