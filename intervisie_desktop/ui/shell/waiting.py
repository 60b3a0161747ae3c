"""Keeps the counts of the rail true, away from the window; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from intervisie_desktop.ui.shell.desk import Desk, Place, Progress

Counting = Callable[[int], Mapping[Place, int]]
"""How much waits at which place in a working year; may take a moment, any thread may ask."""


class Waiting:
    """Counts on the worker; asked while counting, it counts once more after."""

    def __init__(
        self, count: Counting, desk: Desk, show: Callable[[Mapping[Place, int]], None]
    ) -> None:
        self._count, self._desk, self._show = count, desk, show
        self._busy = self._again = False

    def look(self) -> None:
        """Count again."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        year = self._desk.year()

        def job(_progress: Progress) -> Mapping[Place, int]:
            return self._count(year)

        self._desk.run(job, self._counted, "Tellen wat er wacht", self._failed)

    def _counted(self, counts: Mapping[Place, int]) -> None:
        self._busy = False
        self._show(counts)
        if self._again:
            self._again = False
            self.look()

    def _failed(self, error: Exception) -> None:
        self._busy = self._again = False
        raise error
