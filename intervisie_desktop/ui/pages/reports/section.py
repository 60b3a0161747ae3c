"""What a section of Overzichten is to the page, and which sections there are.

A section is one module with `build(desk, services) -> Section`, named in `SECTIONS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Scope
from intervisie_desktop.ui.widgets.buttons import Button

_HERE = "intervisie_desktop.ui.pages.reports"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section by key and word, and "module:build", imported when it first comes in front."""

    key: str
    word: str
    where: str


SECTIONS: tuple[Chapter, ...] = (
    Chapter("registers", "Registers", f"{_HERE}.registers_section:build"),
    Chapter("dossiers", "Dossiers", f"{_HERE}.dossier_section:build"),
    Chapter("books", "Boekhouding", f"{_HERE}.bookkeeping_section:build"),
    Chapter("evaluations", "Evaluaties", f"{_HERE}.evaluations_section:build"),
)
"""The sections, in the order of their tabs."""


class Section(QWidget):
    """One section; `buttons` stand in the head of the page as long as it is in front.

    Emit `told` when subtitle or scope are other ones.
    """

    told = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: tuple[Button, ...] = ()

    def open(self, part: str, record_id: str) -> None:
        """Come here, maybe for one record."""

    def refresh(self) -> None:
        """Read again."""

    def subtitle(self) -> str:
        """The line under the title of the page."""
        return ""

    def scope(self) -> Scope:
        """What the Controle dock shows beside it."""
        return Scope()

    def actions_here(self) -> Sequence[Action]:
        """What can be done here."""
        return ()

    def main_action(self) -> None:
        """The one main thing (Ctrl+Enter)."""

    def focus_filter(self) -> bool:
        """Put the focus in the filter; False when there is none."""
        return False

    def focus_start(self) -> None:
        """Put the focus where work begins."""
