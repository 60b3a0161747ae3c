"""The run of the wizard Factureren: concepts, definitive, and out of the door; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.services.billing import BillingService
from intervisie_desktop.services.invoices import InvoicesService
from intervisie_desktop.services.invoicing.values import Finalised
from intervisie_desktop.ui.pages.invoices.billing_handing import hand_out, result_of
from intervisie_desktop.ui.pages.invoices.billing_picks import (
    BillPicks,
    BillStep,
    Handing,
    Result,
)
from intervisie_desktop.ui.shell.desk import Desk, Progress
from intervisie_desktop.ui.text import counts


class Lead(Protocol):
    """The wizard, as its run sees it."""

    picks: BillPicks

    def put(self, **values: Any) -> None:
        """Change what was chosen."""

    def show(self, *, paper: bool = False) -> None:
        """Show it."""

    def refresh(self) -> None:
        """Read again."""


class MakingView(Protocol):
    """What the run asks of the page."""

    def show_bill_progress(self, done: int, total: int) -> None:
        """So many are made; called from the worker."""

    def print_papers(
        self, papers: Sequence[bytes], title: str, then: Callable[[int], None]
    ) -> None:
        """Let the user choose a printer and print."""


@dataclass(frozen=True)
class _Made:
    """What a run came to."""

    concepts: Outcome[tuple[str, ...]]
    final: Outcome[Finalised] | None


class Watch:
    """Progress of a run: tells the page, and listens to its button Stoppen."""

    def __init__(self, view: MakingView, inner: Progress) -> None:
        self._view = view
        self._inner = inner
        self._stopped = False

    @property
    def cancelled(self) -> bool:
        """True once the user pressed Stoppen, here or in the status bar."""
        return self._stopped or self._inner.cancelled

    def stop(self) -> None:
        """Leave between two invoices."""
        self._stopped = True

    def step(self, done: int, total: int, text: str = "") -> None:
        """So many of so many are made."""
        self._inner.step(done, total, text)
        self._view.show_bill_progress(done, total)


class BillMaking:
    """Runs away from the window; stops between two invoices when it is asked to."""

    def __init__(
        self,
        lead: Lead,
        billing: BillingService,
        invoices: InvoicesService,
        view: MakingView,
        desk: Desk,
    ) -> None:
        self._lead = lead
        self._billing, self._invoices = billing, invoices
        self._view, self._desk = view, desk
        self._watch: Watch | None = None

    def make(self) -> None:
        """Make the invoices of what is ticked."""
        picks = self._lead.picks
        if picks.running or not picks.billed():
            return
        keys, until, final = picks.keys(), picks.until, picks.final
        total = len(picks.billed())
        self._lead.put(step=BillStep.DONE, running=True, result=Result(), made=(), total=total)
        self._lead.show()

        def job(progress: Progress) -> _Made:
            self._watch = Watch(self._view, progress)
            concepts = self._billing.make_concepts(until=until, keys=keys)
            ids = concepts.value
            done = self._invoices.finalise(ids, self._watch) if final else None
            return _Made(concepts, done)

        self._desk.run(job, self._after, "Facturen maken", self._broke)

    def _after(self, made: _Made) -> None:
        final, ids = made.final, made.concepts.value
        # In the order in which it was done: a definitive invoice ends the history.
        self._lead.put(running=False, result=result_of(ids, final.value if final else None))
        self._desk.announce(made.concepts)
        if final is not None and final.value.made:
            self._desk.announce(final)
        issued = tuple(one.invoice_id for one in final.value.made) if final else ()
        self._lead.put(made=issued or ids)
        if issued:
            self._hand_out(issued)
        else:
            self._lead.show()

    def _hand_out(self, ids: tuple[str, ...]) -> None:
        handing, so_far = self._handing(), self._lead.picks.result
        self._lead.put(running=True)
        self._lead.show()

        def job(_progress: Progress) -> Result:
            return hand_out(self._invoices, ids, handing, so_far)

        self._desk.run(job, self._handed_out, "Facturen opslaan", self._broke)

    def _handed_out(self, result: Result) -> None:
        self._lead.put(result=result, running=False)
        self._lead.show()
        if result.to_print:
            self._view.print_papers(result.to_print, "Facturen", self._printed)

    def _printed(self, count: int) -> None:
        result = self._lead.picks.result
        line = f"{counts.telwoord(count, 'factuur', 'facturen')} naar de printer gestuurd."
        self._lead.put(result=replace(result, lines=(*result.lines, line), to_print=()))
        self._lead.show()

    def _broke(self, error: Exception) -> None:
        self._lead.put(running=False, step=BillStep.REVIEW)
        self._lead.refresh()
        if not isinstance(error, Refusal):
            raise error
        self._desk.refuse("Er is intussen iets veranderd. Kijk de lijst opnieuw na.")

    def stop(self) -> None:
        """Stop between two invoices; what was made stays made, the rest stays concept."""
        if self._watch is not None:
            self._watch.stop()

    def open_folder(self) -> None:
        """Open the folder the papers went to."""
        if self._lead.picks.result.folder:
            self._desk.show_in_folder(Path(self._lead.picks.result.folder))

    def choose_folder_again(self) -> None:
        """Another folder, when the first could not be written to."""

        def take(folder: Path) -> None:
            self._lead.put(handing=replace(self._lead.picks.handing, folder=folder, to_folder=True))
            self._hand_out(self._lead.picks.made)

        self._desk.choose_folder("Map voor de facturen", take)

    def _handing(self) -> Handing:
        return replace(self._lead.picks.handing, letter=self._lead.picks.letter())
