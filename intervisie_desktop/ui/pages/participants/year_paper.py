"""The Jaaropgave of one participant, as a file or through the printer; no Qt."""

from __future__ import annotations

from pathlib import Path

from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.people import PeopleService
from intervisie_desktop.services.writing import safe_name, write_file
from intervisie_desktop.ui.shell.desk import Desk, FileQuestion, Progress
from intervisie_desktop.ui.shell.paper import PaperPrinter


class YearPaper:
    """Makes the jaaropgave of the working year away from the window."""

    def __init__(
        self,
        documents: DocumentsService,
        people: PeopleService,
        desk: Desk,
        paper: PaperPrinter,
    ) -> None:
        self._documents, self._people = documents, people
        self._desk, self._print = desk, paper

    def words(self) -> str:
        """What it is called, with the year it would be about."""
        return f"Jaaropgave {self._desk.year()}"

    def save(self, participant_id: str) -> None:
        """As a PDF, where the user says."""
        year, words = self._desk.year(), self.words()
        name = self._people.card(participant_id).person.name.plain
        question = FileQuestion(
            f"{words} opslaan", ("PDF-bestand (*.pdf)",), f"{safe_name(f'{words} {name}')}.pdf"
        )

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, self._documents.year_overview(participant_id, year))

            self._desk.run(write, self._written, f"{words} maken")

        self._desk.choose_target(question, chosen)

    def print(self, participant_id: str) -> None:
        """Through the print dialog of the system."""
        year = self._desk.year()
        self._print(self.words(), lambda: self._documents.year_overview(participant_id, year))

    def _written(self, path: Path) -> None:
        self._desk.tell(f"Opgeslagen als {path.name}.")
