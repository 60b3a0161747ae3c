"""What the presenter of the Controle panel asks of the panel; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.ui.panels.findings.state import PanelState


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cards there are in the whole practice, by severity: for tab and strip."""

    counts: tuple[tuple[Severity, int], ...] = ()

    @property
    def total(self) -> int:
        """All of them."""
        return sum(count for _, count in self.counts)


class FindingsView(Protocol):
    """What the presenter asks of the panel."""

    def show_state(self, state: PanelState, current: str) -> None:
        """Show everything, with this card as the current one."""

    def show_tally(self, tally: Tally) -> None:
        """Show the counts that stay in sight when the panel is folded."""

    def show_current(self, key: str) -> None:
        """Bring a card into view and put the focus on it."""
