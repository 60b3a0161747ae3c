"""What the user chose in the wizard Factureren, and what was read for it; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from pathlib import Path

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.invoice_checks import InvoiceFlaw
from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.domain.money import Priced, Totals, totals
from intervisie_desktop.services.invoicing.values import ToBill, ToBillLine, Waived

MONTHS = 12


class BillStep(IntEnum):
    """The four steps of the wizard."""

    PERIOD = 1
    LINES = 2
    REVIEW = 3
    DONE = 4


STEP_WORDS = ("Periode", "Wat erop komt", "Nakijken", "Klaar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """Where invoices go once they are definitive."""

    folder: Path
    to_folder: bool = True
    as_drafts: bool = False
    to_printer: bool = False
    letter: Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of it; `to_print` still has to go to the printer."""

    title: str = ""
    lines: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    folder: str = ""
    to_print: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPicks:
    """`left` are the lines that are left for another time, by their first key.

    Everything billable is on an invoice unless it was left out, so nothing is forgotten.
    `meetings` narrows to some meetings, None is all of them; `current` is the client whose paper
    is shown, `line` the line in front.
    """

    until: date
    handing: Handing
    step: BillStep = BillStep.PERIOD
    meetings: frozenset[str] | None = None
    left: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    open_more: bool = False
    filter: str = ""
    only: str = "all"
    current: str = ""
    line: str = ""
    final: bool = True
    found: tuple[ToBill, ...] = ()
    waived: tuple[Waived, ...] = ()
    flaws: Mapping[str, tuple[InvoiceFlaw, ...]] = field(default_factory=dict)
    letters: tuple[Letter, ...] = ()
    running: bool = False
    result: Result = Result()
    made: tuple[str, ...] = ()
    total: int = 0

    def clients(self) -> tuple[ToBill, ...]:
        """Clients with something to bill or held back, as far as the meetings allow."""
        return tuple(one for one in self.found if self.lines(one) or self.held(one))

    def lines(self, one: ToBill) -> tuple[ToBillLine, ...]:
        """What can go on an invoice of this client."""
        return tuple(line for line in one.lines if self._wanted(line))

    def held(self, one: ToBill) -> tuple[ToBillLine, ...]:
        """What is held back of this client."""
        return tuple(line for line in one.held if self._wanted(line))

    def chosen(self, one: ToBill) -> tuple[ToBillLine, ...]:
        """What goes on the invoice of this client."""
        return tuple(line for line in self.lines(one) if key_of(line) not in self.left)

    def billed(self) -> tuple[ToBill, ...]:
        """The clients that get an invoice."""
        return tuple(one for one in self.clients() if one.client_id and self.chosen(one))

    def keys(self, client_id: str = "") -> frozenset[str]:
        """The billables that go on invoices, of one client or of all."""
        return frozenset(
            key
            for one in self.billed()
            if client_id in {"", one.client_id}
            for line in self.chosen(one)
            for key in line.keys
        )

    def client(self, client_id: str) -> ToBill | None:
        """One of the clients."""
        return next((one for one in self.clients() if (one.client_id or "") == client_id), None)

    def find(self, key: str) -> tuple[ToBill, ToBillLine] | None:
        """A line by its key, with its client."""
        for one in self.clients():
            for line in (*self.lines(one), *self.held(one)):
                if key_of(line) == key:
                    return one, line
        return None

    def errors(self, client_id: str) -> tuple[InvoiceFlaw, ...]:
        """What keeps the invoice of a client from becoming definitive."""
        return tuple(f for f in self.flaws.get(client_id, ()) if f.severity is Severity.ERROR)

    def letter(self) -> Letter | None:
        """The text for drafts that is chosen."""
        return self.handing.letter or (self.letters[0] if self.letters else None)

    def _wanted(self, line: ToBillLine) -> bool:
        return self.meetings is None or line.session_id in self.meetings


def key_of(line: ToBillLine) -> str:
    """A line by the first of its billables."""
    return line.keys[0]


def sums(lines: Iterable[ToBillLine]) -> Totals:
    """What lines come to, btw rounded as on the invoice."""
    return totals(
        Priced(
            quantity=line.quantity,
            unit_price=line.unit_price,
            category=line.category,
            rate=line.rate,
        )
        for line in lines
    )


def month_end(day: date, back: int) -> date:
    """The last day of the month so many months before this one."""
    months = day.year * MONTHS + day.month - back
    year, month = divmod(months, MONTHS)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
