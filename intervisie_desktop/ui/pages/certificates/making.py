"""The last step: making the papers one by one, handing them out, telling what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.services.certification.values import Candidate, Issued, Progress
from intervisie_desktop.ui.pages.certificates import words
from intervisie_desktop.ui.pages.certificates.board import Board, View
from intervisie_desktop.ui.pages.certificates.delivery import Delivered, deliver
from intervisie_desktop.ui.pages.certificates.state import Step
from intervisie_desktop.ui.shell.desk import FormQuestion
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.widgets.fields import Field, Text

_MOST_LINES = 6


class Stopper:
    """Progress of a batch: tells the page, and listens to its button Stoppen."""

    def __init__(self, view: View, inner: Progress) -> None:
        self._view = view
        self._inner = inner
        self._stopped = False

    @property
    def cancelled(self) -> bool:
        """True once the user pressed Stoppen, here or in the status bar."""
        return self._stopped or self._inner.cancelled

    def stop(self) -> None:
        """Leave between two papers."""
        self._stopped = True

    def step(self, done: int, total: int, text: str = "") -> None:
        """So many of so many are made."""
        self._inner.step(done, total, text)
        self._view.show_progress(done, total)


def _question(warned: Sequence[Candidate]) -> FormQuestion:
    """What the warnings are, each once, and room for why the paper is made all the same."""
    said = dict.fromkeys(line for one in warned for line in words.reasons(one))
    lines = list(said)[:_MOST_LINES]
    more = [f"En nog {len(said) - len(lines)} andere."] if len(said) > len(lines) else []
    return FormQuestion(
        title=f"{counts.capital(words.papers(len(warned)))} met een waarschuwing",
        text="\n".join([*lines, *more]),
        fields=(Field("reason", "Reden, blijft bij het bewijs bewaard", Text(length=300)),),
        yes="Toch maken",
    )


class Making:
    """Runs the batch away from the window and the delivery after it."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._stopper: Stopper | None = None

    def make(self) -> None:
        """Make what is ticked; a warning that nobody looked at yet asks first."""
        board = self._board
        if board.picked.running:
            return
        warned = [one for one in board.picked.ticked() if self._warned(one)]
        if warned:
            board.desk.ask_form(_question(warned), lambda values: self._go_on(warned, values))
        else:
            self._make()

    def _warned(self, candidate: Candidate) -> bool:
        known = self._board.picked.chosen.reasons.get(candidate.key.text) or candidate.excuse
        return not known and any(f.severity is Severity.WARNING for f in candidate.findings)

    def _go_on(self, warned: Sequence[Candidate], values: dict[str, Any]) -> None:
        """Make them, with the reason kept at each paper that had a warning."""
        reason = str(values.get("reason") or "").strip()
        if reason:
            given = {one.key.text: reason for one in warned}
            self._board.choose(reasons={**self._board.picked.chosen.reasons, **given})
        self._make()

    def _make(self) -> None:
        board = self._board
        choices, options = board.picked.choices(), board.picked.options
        board.put(step=Step.DONE, running=True, issued=None, delivered=Delivered())
        board.show()

        def job(progress: Progress) -> Outcome[Issued]:
            self._stopper = Stopper(board.view, progress)
            return board.service.issue(choices, options, self._stopper)

        board.desk.run(job, self._made, "Bewijzen maken", self._broke)

    def stop(self) -> None:
        """Stop between two papers; what was made stays made."""
        if self._stopper is not None:
            self._stopper.stop()

    def deliver(self) -> None:
        """Hand the papers out; once more after another folder or text was chosen."""
        board, issued = self._board, self._board.picked.issued
        if issued is None or not issued.made:
            return
        ids = [made.certificate_id for made in issued.made]
        board.deliver(letter=board.picked.letter())
        delivery, service = board.picked.delivery, board.service
        board.put(running=True)
        board.show()

        def job(_progress: Progress) -> Delivered:
            return deliver(service, ids, delivery)

        board.desk.run(job, self._handed_out, "Bewijzen opslaan", self._broke)

    def choose_folder_again(self) -> None:
        """Another folder, when the first could not be written to."""
        self._board.desk.choose_folder("Map voor de bewijzen", self._deliver_into)

    def open_folder(self) -> None:
        """Open the folder the papers went to."""
        if self._board.picked.delivered.folder:
            self._board.desk.show_in_folder(Path(self._board.picked.delivered.folder))

    def _made(self, outcome: Outcome[Issued]) -> None:
        self._board.put(issued=outcome.value, running=False)
        self._board.desk.announce(outcome)
        if outcome.value.made:
            self.deliver()
        else:
            self._board.show()

    def _handed_out(self, delivered: Delivered) -> None:
        self._board.put(delivered=delivered, running=False)
        self._board.show()
        if delivered.to_print:
            self._board.view.print_papers(
                delivered.to_print, "Bewijzen van deelname", self._printed
            )

    def _printed(self, count: int) -> None:
        delivered = self._board.picked.delivered
        lines = (*delivered.lines, f"{words.papers(count)} naar de printer gestuurd.")
        self._board.put(
            delivered=Delivered(lines=lines, problems=delivered.problems, folder=delivered.folder)
        )
        self._board.show()

    def _deliver_into(self, folder: Path) -> None:
        self._board.deliver(folder=folder, to_folder=True)
        self.deliver()

    def _broke(self, error: Exception) -> None:
        # A fault of the program: back to where nothing was made yet, and let it be told.
        self._board.put(running=False, step=Step.REVIEW)
        self._board.show(paper=True)
        raise error
