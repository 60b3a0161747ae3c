"""What the parts of the wizard share: the choices, and showing them with their paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.certification.values import Progress
from intervisie_desktop.ui.pages.certificates import showing
from intervisie_desktop.ui.pages.certificates.delivery import Delivery
from intervisie_desktop.ui.pages.certificates.picked import Picked
from intervisie_desktop.ui.pages.certificates.rows import makeable
from intervisie_desktop.ui.pages.certificates.state import Step, WizardState
from intervisie_desktop.ui.shell.desk import Desk


class View(Protocol):
    """What the wizard needs of the page."""

    def show_state(self, state: WizardState) -> None:
        """Show this."""

    def show_paper(self, pdf: bytes | None) -> None:
        """Show this PDF in the preview, or nothing."""

    def show_progress(self, done: int, total: int) -> None:
        """So many of so many are made; may be called from the worker."""

    def print_papers(
        self, papers: Sequence[bytes], title: str, then: Callable[[int], None]
    ) -> None:
        """Let the user choose a printer and print; `then` gets how many were sent."""

    def printer_name(self) -> str:
        """The printer of this machine, or nothing."""


class Board:
    """Holds `picked`; `put` changes it, `show` shows it, `read` reads again what it needs."""

    def __init__(self, service: CertificatesService, view: View, desk: Desk) -> None:
        self.service = service
        self.view = view
        self.desk = desk
        year = desk.year()
        self.picked = Picked(year=year, delivery=Delivery(folder=service.default_folder(year)))
        self._paper_wanted = 0

    def put(self, **changes: Any) -> None:
        """Change what is chosen; nothing is shown yet."""
        self.picked = replace(self.picked, **changes)

    def choose(self, **changes: Any) -> None:
        """Change what was done with the list."""
        self.put(chosen=replace(self.picked.chosen, **changes))

    def deliver(self, **changes: Any) -> None:
        """Change where papers go."""
        self.put(delivery=replace(self.picked.delivery, **changes))

    def show(self, *, paper: bool = False) -> None:
        """Show what is chosen now, and its paper when that may have changed."""
        upcoming = self.service.upcoming_numbers(len(self.picked.ticked()))
        printer = self.view.printer_name()
        self.view.show_state(showing.state_of(self.picked, upcoming, printer))
        if paper:
            self._show_paper()

    def read(self) -> None:
        """Read again who may get a paper; what was ticked stays ticked where it can."""
        picked, service = self.picked, self.service
        years = set(service.years()) | {picked.year}
        wanted = picked.wanted()
        self.put(
            years=tuple(sorted(years, reverse=True)),
            sessions=service.sessions(picked.year),
            letters=service.letters(),
            groups=service.candidates(wanted) if wanted else (),
        )
        self._keep_choices()
        self.show(paper=True)

    def forget(self) -> None:
        """Begin afresh, with the same year, options and folder."""
        picked = self.picked
        self.picked = Picked(
            year=picked.year, delivery=picked.delivery, options=picked.options, kind=picked.kind
        )

    def _keep_choices(self) -> None:
        chosen = self.picked.chosen
        there = {one.key.text: one for one in self.picked.candidates()}
        # An exception that was made with a reason is a reason here as well.
        excused = {k: one.excuse for k, one in there.items() if one.override_allowed and one.excuse}
        given = {key: why for key, why in chosen.reasons.items() if key in there}
        reasons = {**excused, **given}
        ticked = frozenset(
            key for key in chosen.ticked if key in there and makeable(there[key], reasons)
        )
        self.choose(ticked=ticked, reasons=reasons)
        if self.picked.current not in there:
            first = next((key for key, one in there.items() if makeable(one, reasons)), None)
            self.put(current=first or next(iter(there), ""))

    def _show_paper(self) -> None:
        """The preview is made away from the window; only the last one asked for is shown."""
        self._paper_wanted += 1
        wanted, picked, service = self._paper_wanted, self.picked, self.service
        candidate = picked.candidate(picked.current)
        if picked.step not in {Step.PEOPLE, Step.REVIEW} or candidate is None:
            self.view.show_paper(None)
            return

        def make(_progress: Progress) -> bytes | None:
            if wanted != self._paper_wanted:
                return None
            if candidate.issued is not None:
                return service.paper(candidate.issued.id)
            return service.preview(candidate.key, picked.options)

        def show(pdf: bytes | None) -> None:
            if wanted == self._paper_wanted:
                self.view.show_paper(pdf)

        self.desk.run(make, show, "Voorbeeld maken", self._no_paper)

    def _no_paper(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.view.show_paper(None)
