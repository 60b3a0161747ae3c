"""Papers through the print dialog of the system, for any page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from intervisie_desktop.ui.shell import printing
from intervisie_desktop.ui.shell.desk import Desk, Progress


class DialogPrinter:
    """Makes a paper, opens the dialog of the system, and prints."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        self._parent = parent
        self._desk = desk

    def __call__(self, title: str, make: Callable[[], bytes]) -> None:
        """Make the paper away from the window, then ask for a printer and print it."""

        def made(paper: bytes) -> None:
            self.print_papers((paper,), title, self._printed)

        self._desk.run(lambda _progress: make(), made, title)

    def print_papers(
        self, papers: Sequence[bytes], title: str, then: Callable[[int], None]
    ) -> None:
        """Ask for a printer and print papers that are there; `then` gets how many."""

        def start(printer: QPrinter) -> None:
            def job(progress: Progress) -> int:
                return printing.print_papers(printer, papers, progress)

            self._desk.run(job, then, "Afdrukken")

        printing.choose_printer(self._parent, title, start)

    def _printed(self, count: int) -> None:
        if count:
            self._desk.tell("Naar de printer gestuurd.")
