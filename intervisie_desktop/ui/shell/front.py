"""What the screens before a practice is open may ask of the program around them; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from intervisie_desktop.ui.shell.desk import FileQuestion, Job

T = TypeVar("T")


class Front(Protocol):
    """The front window, as the presenters of first start and unlock screen see it."""

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        label: str,
    ) -> None:
        """Do work that takes a moment (a key is slow on purpose) away from the window."""

    def choose_file(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to read."""

    def choose_target(self, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Let the user pick a file to write."""

    def unlock(self, path: Path) -> None:
        """Show the unlock screen for this file."""

    def begin(self) -> None:
        """Show the first start."""

    def example(self) -> None:
        """Make the example practice and open it."""

    def enter(self) -> None:
        """The practice is open: show the window."""

    def print_pdf(self, pdf: bytes, name: str) -> None:
        """Print through the dialog of the system."""
