"""The window before a practice is open: the first start or the unlock screen, no rail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStatusBar, QWidget

import intervisie_desktop
from intervisie_desktop.ui.shell import dialogs
from intervisie_desktop.ui.shell.desk import FileQuestion, Job
from intervisie_desktop.ui.shell.tasks import Tasks
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label

T = TypeVar("T")
SMALLEST = (1100, 700)
ENDING = ".intervisie"
_SAID_MS = 10_000


class FrontWindow(QMainWindow):
    """Shows one screen; files may be dropped on it. Signals say where the user wants to go."""

    wants_unlock = Signal(Path)
    wants_begin = Signal()
    wants_example = Signal()
    entered = Signal()
    closed = Signal()
    wants_print = Signal(bytes, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Intervisie")
        self.setMinimumSize(*SMALLEST)
        self.resize(1440, 900)
        self.setAcceptDrops(True)
        self.tasks = Tasks(self)
        self._file = Label(words.NOT_OPEN, Role.META, "ink-3")
        self.setStatusBar(self._status())
        open_key = QShortcut(QKeySequence.StandardKey.Open, self)
        open_key.activated.connect(self.ask_for_file)
        self._main_key = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._main_key.activated.connect(self._main_action)

    def show_page(self, page: QWidget, file: str = "") -> None:
        """Show this screen in place of the one before, which is gone for good."""
        before = self.takeCentralWidget()
        if before is not None:
            before.deleteLater()
        self.setCentralWidget(page)
        self._file.setText(file or words.NOT_OPEN)

    def ask_for_file(self) -> None:
        """Pick a practice file to open."""
        self.choose_file(FileQuestion(words.OPEN_TITLE, (words.PRACTICE_KIND,)), self.unlock)

    # What the presenters ask

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        label: str,
    ) -> None:
        """Do work away from the window."""
        self.tasks.run(job, done, failed, label)

    def choose_file(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to read."""
        dialogs.ask_file(self, question, dialogs.first(then))

    def choose_target(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to write."""
        dialogs.ask_file(self, question, dialogs.first(then), writing=True)

    def unlock(self, path: Path) -> None:
        """Show the unlock screen for this file."""
        self.wants_unlock.emit(path)

    def begin(self) -> None:
        """Show the first start."""
        self.wants_begin.emit()

    def example(self) -> None:
        """Open the invented practice."""
        self.wants_example.emit()

    def enter(self) -> None:
        """The practice is open."""
        self.entered.emit()

    def tell(self, sentence: str) -> None:
        """Say something that belongs to no field, below."""
        self.statusBar().showMessage(sentence, _SAID_MS)

    def print_pdf(self, pdf: bytes, name: str) -> None:
        """Print through the system's dialog."""
        self.wants_print.emit(pdf, name)

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take practice files."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.unlock(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The program ends with this window."""
        self.tasks.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _main_action(self) -> None:
        page = self.centralWidget()
        act = getattr(page, "main_action", None)
        if act is not None:
            act()

    def _status(self) -> QStatusBar:
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(12, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(Sign("hard-drive", "ink-3", 14))
        row.addWidget(Label(words.LOCAL, Role.META, "ink-3"))
        row.addSpacing(16)
        row.addWidget(self._file)
        bar.addWidget(left)
        version = words.VERSION.format(version=intervisie_desktop.__version__)
        right = Label(version, Role.META, "ink-3")
        right.setContentsMargins(0, 0, 12, 0)
        right.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        bar.addPermanentWidget(right)
        return bar


def _dropped(event: QDropEvent) -> Path | None:
    """The practice file that hangs above the window, if that is what it is."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix == ENDING and path.is_file():
            return path
    return None
