"""The wizard Factureren: from what was done to invoices that can be sent; no Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.services.billing import BillingService
from intervisie_desktop.services.invoices import InvoicesService
from intervisie_desktop.ui.pages.invoices import billing_rows as rows
from intervisie_desktop.ui.pages.invoices.billing_making import BillMaking, MakingView
from intervisie_desktop.ui.pages.invoices.billing_picks import (
    BillPicks,
    BillStep,
    Handing,
    key_of,
)
from intervisie_desktop.ui.pages.invoices.billing_showing import SOME, first_key, state_of
from intervisie_desktop.ui.pages.invoices.billing_state import BillingState
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Progress, Question


class BillingView(MakingView, Protocol):
    """What the presenter asks of its page."""

    def show_billing(self, state: BillingState) -> None:
        """Show the wizard."""

    def show_bill(self, pdf: bytes | None) -> None:
        """Show the invoice as it would be."""

    def printer_name(self) -> str:
        """The printer of this machine, or nothing."""

    def close_billing(self) -> None:
        """Back to the invoices."""


class BillingPresenter:
    """Leads through the steps; what was chosen stays until it is done."""

    def __init__(
        self, billing: BillingService, invoices: InvoicesService, view: BillingView, desk: Desk
    ) -> None:
        self._billing = billing
        self._invoices = invoices
        self._view = view
        self._desk = desk
        self._wanted = 0
        self.picks = self._fresh()
        self.making = BillMaking(self, billing, invoices, view, desk)

    # The wizard as a whole

    def start(self, *, client_id: str = "") -> None:
        """Open it where it was left, or anew; for one client straight to its lines."""
        if self.picks.step is BillStep.DONE and not self.picks.running:
            self.picks = self._fresh()
        self.refresh()
        if client_id and self.picks.client(client_id) is not None:
            self.put(step=BillStep.LINES, current=client_id)
            self.put(line=self._first_line(client_id))
            self.show(paper=True)

    def refresh(self) -> None:
        """Read again; what was chosen stays as far as it is still there."""
        picks = self.picks
        if picks.step is BillStep.DONE:
            self.show()
            return
        self.put(
            found=self._billing.to_bill(picks.until),
            waived=self._billing.waived(picks.until),
            letters=tuple(one for one in self._invoices.letters() if one.key == "factuur"),
        )
        if self.picks.find(self.picks.line) is None:
            self.put(line=first_key(self.picks))
        self._follow()
        self.show(paper=picks.step is not BillStep.PERIOD)
        self._check()

    def main(self) -> None:
        """The one main thing of this step."""
        steps = {
            BillStep.PERIOD: self._to_lines,
            BillStep.LINES: self._to_review,
            BillStep.REVIEW: self.making.make,
            BillStep.DONE: self.finish,
        }
        steps[self.picks.step]()

    def back(self) -> None:
        """One step back; from the first away from the wizard."""
        if self.picks.step is BillStep.PERIOD:
            self.leave()
        elif self.picks.step is not BillStep.DONE:
            self.go_to(BillStep(self.picks.step - 1))

    def go_to(self, step: BillStep) -> None:
        """Back to a step that was done."""
        if step < self.picks.step and self.picks.step is not BillStep.DONE:
            self.put(step=step)
            self.show(paper=True)

    def leave(self) -> None:
        """Close the wizard; what was chosen stays for the next time."""
        if not self.picks.running:
            self._view.close_billing()

    def finish(self) -> None:
        """Done: to the invoices, with a fresh wizard for the next time."""
        if not self.picks.running:
            made = self.picks.made
            self.picks = self._fresh()
            self._view.close_billing()
            if made:
                self._desk.go(Destination(Place.INVOICES, made[0]))

    # Step 1

    def choose_until(self, until: date | None) -> None:
        """Up to and including another day."""
        if until is not None and until != self.picks.until:
            self.put(until=until)
            self.refresh()

    def choose_scope(self, scope: str) -> None:
        """Everything, or the meetings that are ticked."""
        wanted = (self.picks.meetings or frozenset()) if scope == SOME else None
        if wanted != self.picks.meetings:
            self.put(meetings=wanted)
            self.show()

    def tick_meeting(self, session_id: str) -> None:
        """This meeting too, or not any more."""
        before = self.picks.meetings or frozenset()
        self.put(meetings=before ^ {session_id})
        self.show()

    # Step 2

    def select(self, key: str) -> None:
        """Another line in front, and with it the invoice it is on."""
        if key != self.picks.line:
            before = self.picks.current
            self.put(line=key)
            self._follow()
            self.show(paper=self.picks.current != before)

    def tick(self, key: str) -> None:
        """Leave a line for another time or take it after all; of a client all of them."""
        one = self.picks.client(key)
        if one is not None:
            keys = {key_of(line) for line in self.picks.lines(one)}
            left = self.picks.left
            self.put(left=left | keys if self.picks.chosen(one) else left - keys)
        elif (found := self.picks.find(key)) is not None and found[1].held is None:
            self.put(left=self.picks.left ^ {key}, line=key)
        self._follow()
        self.show(paper=True)

    def take_all(self) -> None:
        """Everything that can be billed."""
        self.put(left=frozenset())
        self.show(paper=True)

    def fold(self, client_id: str) -> None:
        """Open or close the lines of a client."""
        self.put(closed=self.picks.closed ^ {client_id})
        self.show()

    def unfold_rest(self, _key: str) -> None:
        """What is not charged."""
        self.put(open_more=not self.picks.open_more)
        self.show()

    def look_for(self, text: str) -> None:
        """Only lines with these words."""
        self.put(filter=text)
        self.show()

    def show_only(self, which: str) -> None:
        """All, only what can be billed, or only what waits."""
        self.put(only=which)
        self.show()

    def turn(self, step: int) -> None:
        """The invoice of the client before or after."""
        ids = [one.client_id or "" for one in self.picks.billed()]
        if self.picks.current in ids:
            place = (ids.index(self.picks.current) + step) % len(ids)
            self.show_client(ids[place])

    def show_client(self, client_id: str) -> None:
        """The invoice of this client in front."""
        if client_id and client_id != self.picks.current:
            self.put(current=client_id, line=self._first_line(client_id))
            self.show(paper=True)

    def act(self, key: str, action: str) -> None:
        """A button of a row: mend what holds it back, or do not charge it."""
        if action == rows.CHARGE:
            waived = key.removeprefix(rows.WAIVED)
            self._desk.perform(lambda: self._billing.unwaive(waived))
            self.refresh()
            return
        if action == rows.WAIVE:
            self.put(line=key)
            self.waive()
            return
        self._mend(key, action)

    def waive(self) -> None:
        """The line in front is not charged, with the reason."""
        found = self.picks.find(self.picks.line)
        if found is None:
            return
        keys = found[1].keys
        question = Question(
            "Niet factureren",
            f"{found[1].description}, {found[1].note}. Dit komt dan op geen enkele factuur; "
            "terugdraaien kan onder aan deze lijst.",
            "Niet factureren",
        )

        def waive(reason: str) -> None:
            self._desk.perform(lambda: self._billing.waive(keys, reason))
            self.refresh()

        self._desk.ask_reason(question, waive)

    def set_final(self, final: bool) -> None:
        """Definitive at once, or only concepts."""
        self.put(final=final)
        self.show()

    def set_output(self, which: str, on: bool) -> None:
        """A way out on or off."""
        fields: dict[str, Any] = {which: on}
        self.put(handing=replace(self.picks.handing, **fields))
        self.show()

    def choose_folder(self) -> None:
        """Another folder."""
        self._desk.choose_folder("Map voor de facturen", self._take_folder)

    def write_letter(self, subject: str, text: str) -> None:
        """Another text for the drafts, of this time only."""
        letter = self.picks.letter()
        if letter is not None and (subject, text) != (letter.subject, letter.text):
            changed = replace(letter, subject=subject, text=text)
            self.put(handing=replace(self.picks.handing, letter=changed))
            self.show()

    # Private

    def _to_lines(self) -> None:
        if self.picks.meetings is not None and not self.picks.meetings:
            self._desk.refuse("Nog nodig: vink ten minste één bijeenkomst aan.")
            return
        self.put(step=BillStep.LINES)
        if self.picks.find(self.picks.line) is None:
            self.put(line=first_key(self.picks))
        self._follow()
        self.show(paper=True)

    def _to_review(self) -> None:
        billed = self.picks.billed()
        if not billed:
            self._desk.refuse("Nog nodig: vink ten minste één regel aan.")
            return
        if self.picks.current not in {one.client_id for one in billed}:
            self.put(current=billed[0].client_id)
        self.put(step=BillStep.REVIEW)
        self.show(paper=True)

    def _mend(self, key: str, action: str) -> None:
        if action == rows.RATE:
            self._desk.go(Destination(Place.SETTINGS, part="money"))
        elif action == rows.PRACTICE:
            self._desk.go(Destination(Place.SETTINGS, part="practice"))
        elif key.startswith(rows.FLAW):
            self._desk.go(Destination(Place.CLIENTS, key.removeprefix(rows.FLAW)))
        elif (found := self.picks.find(key)) is not None:
            one, line = found
            places = {
                rows.PAYER: Destination(Place.GROUPS, line.group_id, "overview"),
                rows.MEETING: Destination(Place.SESSIONS, line.session_id or ""),
                rows.CLIENT: Destination(Place.CLIENTS, one.client_id or ""),
            }
            self._desk.go(places[action])

    def _first_line(self, client_id: str) -> str:
        one = self.picks.client(client_id)
        lines = (self.picks.chosen(one) or self.picks.lines(one)) if one else ()
        return key_of(lines[0]) if lines else ""

    def _follow(self) -> None:
        """The client of the line in front is the one whose invoice is shown."""
        found = self.picks.find(self.picks.line)
        if found is not None:
            self.put(current=found[0].client_id or "")
        elif self.picks.client(self.picks.current) is None:
            billed = self.picks.billed()
            self.put(current=billed[0].client_id if billed else "")

    def _take_folder(self, folder: Path) -> None:
        self.put(handing=replace(self.picks.handing, folder=folder))
        self.show()

    def _fresh(self) -> BillPicks:
        today = self._desk.today()
        folder = self._invoices.default_folder(today.year)
        return BillPicks(until=today, handing=Handing(folder=folder))

    def put(self, **values: Any) -> None:
        """Change what was chosen; `show` comes after."""
        self.picks = replace(self.picks, **values)

    def _check(self) -> None:
        """What is amiss with the invoices to be, found away from the window."""
        until = self.picks.until

        def job(_progress: Progress) -> dict[str, Any]:
            return {one.client_id: one.flaws for one in self._billing.trials(until=until)}

        def done(flaws: dict[str, Any]) -> None:
            if flaws != self.picks.flaws:
                self.put(flaws=flaws)
                self.show()

        self._desk.run(job, done, "Facturen nakijken")

    def show(self, *, paper: bool = False) -> None:
        """Show everything of now, and with `paper` the invoice in front."""
        picks = self.picks
        count = len(picks.billed()) if picks.step in {BillStep.LINES, BillStep.REVIEW} else 0
        upcoming = self._invoices.upcoming_numbers(count) if count else ()
        printer = self._view.printer_name() if picks.step is BillStep.LINES else ""
        self._view.show_billing(state_of(picks, upcoming, printer, self._desk.today()))
        if paper:
            self._show_paper()

    def _show_paper(self) -> None:
        self._wanted += 1
        wanted, client, picks = self._wanted, self.picks.current, self.picks
        keys = picks.keys(client) if client else frozenset()
        if not keys:
            self._view.show_bill(None)
            return

        def fetch(_progress: Progress) -> bytes | None:
            if wanted != self._wanted:
                return None
            return self._billing.preview(client, until=picks.until, keys=keys)

        def show(pdf: bytes | None) -> None:
            if wanted == self._wanted:
                self._view.show_bill(pdf)

        self._desk.run(fetch, show, "Factuur tekenen", self._no_paper)

    def _no_paper(self, error: Exception) -> None:
        self._view.show_bill(None)
        if not isinstance(error, Refusal):
            raise error
