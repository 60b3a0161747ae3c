"""The main window of one open practice, with what the program wants to hear from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intervisie_desktop.ui.shell.waiting import Waiting
from intervisie_desktop.ui.shell.window import MainWindow, WindowParts
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.widgets.chip import Tone
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar


class PracticeWindow(MainWindow):
    """Emits `closed` when the user closes it and `minimised` when it is put away."""

    closed = Signal()
    minimised = Signal()

    def __init__(self, parts: WindowParts, *, invented: bool = False) -> None:
        super().__init__(parts)
        self._leaving = False
        self.banner = NoticeBar(closable=False)
        if invented:
            self._put_banner()
        self._waiting = Waiting(parts.counts, self.desk, self.show_counts)
        self.bus.happened.connect(self._waiting.look)
        self.dock.year_changed.connect(self._waiting.look)

    def begin(self) -> None:
        """Open the first page, and count what waits once Controle has begun to look."""
        super().begin()
        QTimer.singleShot(0, self._waiting.look)

    def dissolve(self) -> None:
        """Close without telling: the practice was locked or another one opened."""
        self._leaving = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell once the window itself has finished."""
        super().closeEvent(event)
        if event.isAccepted() and not self._leaving:
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Notice that the window is put away."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self.isMinimized():
            self.minimised.emit()

    def _put_banner(self) -> None:
        """The bar that marks an invented practice, above everything, on every page."""
        self.banner.show_notice(words.EXAMPLE_BANNER, Tone.WARNING)
        middle = self.takeCentralWidget()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        if middle is not None:
            column.addWidget(middle, 1)
        self.setCentralWidget(holder)
