"""Recording the course of the open session: what each phase took, or that it was skipped."""

from __future__ import annotations

from collections.abc import Callable

from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.ui.pages.sessions.course import (
    as_planned,
    with_actual,
    with_phases,
    with_skipped,
)
from intervisie_desktop.ui.pages.sessions.tools import Opened


class CourseActs:
    """Records the phases of the open session, one at a time or all as planned."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._desk = opened.desk
        self._service = opened.tools.sessions

    def set_actual(self, index: int, minutes: int | None) -> None:
        """A phase took so many minutes, or nothing is known of it."""
        self._save(lambda session: with_actual(session, index, minutes))

    def set_skipped(self, index: int, skipped: bool) -> None:
        """A phase was skipped, or not after all."""
        self._save(lambda session: with_skipped(session, index, skipped))

    def as_planned(self) -> None:
        """What was not recorded yet went as planned."""
        self._save(as_planned)

    def _save(self, change: Callable[[Session], Session]) -> None:
        card = self._opened.card()
        changed = change(with_phases(card.session, self._opened.known(card)))
        if changed != card.session:
            self._desk.perform(lambda: self._service.change(changed))
