"""Keeps Python's garbage collection on the thread of the window.

A collection starts wherever an allocation happens to be one too many, also in the worker; there
it would take down widgets and models of the window, which Qt allows on their own thread only.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1500


class Tidy(QObject):
    """Collects now and then on its own thread, as long as it lives; `stop` ends it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def all(self) -> None:
        """Collect everything now: after a practice was closed nothing of it stays."""
        gc.collect()

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        """The oldest generation that has had enough, by Python's own thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
