"""Which screen is in front: first start, unlock screen or the window of an open practice."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from intervisie_desktop.app.bootstrap import parts_of_window, profile_choices
from intervisie_desktop.app.example import Example
from intervisie_desktop.app.memory import Memory
from intervisie_desktop.domain.changes import ChangeSet
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.host.clock import Clock, SystemClock
from intervisie_desktop.host.ids import RandomIds
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.beginning import Beginning
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.entrance import Entrance, Unlocking
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.services.practice_file import OpenPractice, PracticeFiles
from intervisie_desktop.ui.pages.first_start.page import FirstStartPage
from intervisie_desktop.ui.pages.unlock.page import UnlockPage
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, FileQuestion, Place, Progress
from intervisie_desktop.ui.shell.front_window import FrontWindow
from intervisie_desktop.ui.shell.idle import IdleWatch
from intervisie_desktop.ui.shell.lock_key import LockKey
from intervisie_desktop.ui.shell.practice_window import PracticeWindow
from intervisie_desktop.ui.shell.rail import Identity
from intervisie_desktop.ui.shell.status import StatusFacts
from intervisie_desktop.ui.shell.tidy import Tidy
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.text import program as said
from intervisie_desktop.ui.text.refusals import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Program(QObject):
    """Holds the one practice that is open and the one window that shows it."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        machine: MachineService,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._paths = paths
        self._machine = machine
        self._clock: Clock = clock or SystemClock()
        self._ids = RandomIds()
        self.entrance = Entrance(PracticeFiles(self._clock, paths), machine)
        self._example = Example(self.entrance, paths)
        self._tidy = Tidy(self)
        self._lock_key = LockKey(app)
        self._lock_key.pressed.connect(self.lock)
        self._idle = IdleWatch(app)
        self._idle.idle.connect(self.lock)
        self.front: FrontWindow | None = None
        self.window: PracticeWindow | None = None
        self._services: Services | None = None
        self._return_to: Destination | None = None
        self._wanted: Path | None = None
        machine.listen(self._watch_idle)

    # Which screen

    def start(self, practice: Path | None) -> None:
        """The screen to begin with: this practice, the last one, or the first start."""
        path = practice or self._machine.last_practice()
        if path is not None:
            self.unlock(path)
        else:
            self.begin()

    def begin(self) -> None:
        """The first start."""
        self._leave_practice()
        self._show_first_start()

    def unlock(self, path: Path, *, locked: bool = False) -> None:
        """The unlock screen for this file; the practice that is open is closed first."""
        self._leave_practice()
        front = self._front_window()
        page = UnlockPage(Unlocking(self.entrance, path), front, locked=locked)
        front.show_page(page, path.name)
        self._show(front)
        page.focus_first()

    def enter(self) -> None:
        """The practice is open: its window, or first the code that was never typed back."""
        opened = self.entrance.opened
        if opened is None:
            return
        if self.entrance.unconfirmed_code:
            page = self._show_first_start()
            page.presenter.show_code(self.entrance.unconfirmed_code)
            return
        self._show_practice(opened)

    def lock(self) -> None:
        """Close every window and the file, forget the key, ask for the password again.

        What asked for it may be part of the window, so the window goes once that has returned.
        """
        QTimer.singleShot(0, self, self._lock)

    def _lock(self) -> None:
        opened = self.entrance.opened
        if opened is None or self.window is None:
            return
        path, page = opened.path, self.window.page
        self._return_to = Destination(page.place) if page is not None else None
        if self.entrance.passing:
            self._return_to = None
            self.begin()
        else:
            self.unlock(path, locked=True)

    def asked_again(self, practice: str) -> None:
        """The program was started a second time, perhaps with a file."""
        path = Path(practice) if practice else None
        opened = self.entrance.opened
        if path is not None and path.is_file() and not (opened and opened.path == path):
            self.unlock(path)
        window = self.window or self.front
        if window is not None:
            window.raise_()
            self._show(window)

    def leave(self) -> None:
        """The program ends: one file at rest, nothing of the example is kept."""
        self._idle.stop()
        self._leave_practice()
        self._tidy.stop()

    # The windows

    def _front_window(self) -> FrontWindow:
        if self.front is None:
            front = FrontWindow()
            front.wants_unlock.connect(self.unlock)
            front.wants_begin.connect(self.begin)
            front.wants_example.connect(self._open_example)
            front.entered.connect(self.enter)
            front.wants_print.connect(self._print)
            front.closed.connect(self._app.quit)
            self.front = front
        return self.front

    def _show_first_start(self) -> FirstStartPage:
        front = self._front_window()
        beginning = Beginning(self.entrance, self._clock, self._ids, self._paths, profile_choices)
        page = FirstStartPage(beginning, front)
        front.show_page(page)
        self._show(front)
        page.focus_first()
        return page

    def _show_practice(self, opened: OpenPractice) -> None:
        clock = self._example.clock(self._clock)
        services = Services(
            opened.store, clock, self._ids, opened=opened, machine=self._machine
        )  # fmt: skip
        practice = services.practice.get()
        memory = Memory(self._machine)
        parts = parts_of_window(services, clock, memory, self._actions, practice.name)
        window = PracticeWindow(parts, invented=practice.demo)
        window.closed.connect(self._app.quit)
        window.minimised.connect(self._minimised)
        window.bus.happened.connect(self._changed)
        self._services, self.window = services, window
        self._tell_window(saved=False)
        window.begin()
        if self._return_to is not None:
            window.go(self._return_to)
            self._return_to = None
        self._show(window)
        self._close_front()
        self._watch_idle()

    def _changed(self, changes: ChangeSet, _place: Place | None) -> None:
        """Something was stored: say when, and follow name and years."""
        del changes
        self._tell_window(saved=True)

    def _tell_window(self, *, saved: bool) -> None:
        """Whose practice it is, which years there are, and what the bar below says."""
        services, window, opened = self._services, self.window, self.entrance.opened
        if services is None or window is None or opened is None:
            return
        practice = services.practice.get()
        leaders = services.practice.facilitators()
        leader = next((card.facilitator.name for card in leaders if card.default), "")
        window.show_identity(Identity(leader, practice.name))
        years = services.practice.working_years()
        window.show_years(years, window.year if window.year in years else years[0])
        now = services.clock.now()
        window.show_status(
            StatusFacts(
                file=said.FILE.format(name=opened.path.name),
                saved=said.SAVED.format(time=f"{now:%H:%M}") if saved else "",
                demo=practice.demo,
            )
        )

    def _watch_idle(self) -> None:
        """Count idle minutes as this machine wants it; the example has nothing to hide."""
        minutes = 0 if self.entrance.passing else self._machine.settings.auto_lock_minutes
        if self.window is not None:
            self._idle.watch(minutes)

    def _close_front(self) -> None:
        if self.front is not None:
            front, self.front = self.front, None
            front.closed.disconnect()
            front.close()
            front.deleteLater()

    def _leave_practice(self) -> None:
        """Every window and dialog on the practice goes, then the store and the key."""
        self._idle.stop()
        for widget in self._app.topLevelWidgets():
            if widget is not self.window and widget is not self.front and widget.isVisible():
                widget.close()
        window, self.window, self._services = self.window, None, None
        if window is not None:
            QGuiApplication.clipboard().clear()
            window.dissolve()
            # The widgets hold personal text until they are really gone.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            del window
        self.entrance.close()
        self._example.discard()
        # What judging set apart for as long as the practice was open may go.
        gc.unfreeze()
        self._tidy.all()

    def _show(self, window: QWidget) -> None:
        window.show()
        window.activateWindow()

    # What the user asks

    def _actions(self, desk: Desk) -> Sequence[Action]:
        go = partial(desk.go, Destination(Place.SETTINGS))
        return (
            Action("open", said.OPEN, partial(self._choose, desk), "folder-open", "Ctrl+O",
                   "Bestand", words=said.OPEN_WORDS),
            Action("new", said.NEW, self._begin_later, "file-plus", "", "Bestand"),
            Action("settings", said.SETTINGS, go, "settings", "Ctrl+,", "Extra", bar=True),
            Action("lock", said.LOCK, self.lock, "lock", "Ctrl+L", "Bestand", bar=True,
                   words=said.LOCK_WORDS),
        )  # fmt: skip

    def _choose(self, desk: Desk) -> None:
        question = FileQuestion(words.OPEN_TITLE, (words.PRACTICE_KIND,))
        desk.choose_file(question, self._unlock_later)

    # What asks these is part of the window, which goes when they are done: so not at once.

    def _begin_later(self) -> None:
        QTimer.singleShot(0, self, self.begin)

    def _unlock_later(self, path: Path) -> None:
        self._wanted = path
        QTimer.singleShot(0, self, self._unlock_wanted)

    def _unlock_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.unlock(wanted)

    def _minimised(self) -> None:
        if self._machine.settings.lock_on_minimise:
            self.lock()

    def _open_example(self) -> None:
        front = self._front_window()

        def job(progress: Progress) -> None:
            self._example.make(progress)

        def done(_nothing: None) -> None:
            self.enter()

        front.run(job, done, self._not_opened, words.EXAMPLE_BUSY)

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        if self.front is not None:
            self.front.tell(say(error))

    def _print(self, pdf: bytes, name: str) -> None:
        from intervisie_desktop.ui.shell import printing  # noqa: PLC0415  (only to print)

        if self.front is not None:
            printing.choose_printer(self.front, name, partial(self._printed, pdf))

    def _printed(self, pdf: bytes, printer: QPrinter) -> None:
        from intervisie_desktop.ui.shell import printing  # noqa: PLC0415

        def job(progress: Progress) -> int:
            return printing.print_papers(printer, [pdf], progress)

        if self.front is not None:
            self.front.run(job, _nothing, self._not_opened, said.PRINTING)


def _nothing(_value: object) -> None:
    """The printer has it; there is nothing to say."""
