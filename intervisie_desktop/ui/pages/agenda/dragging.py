"""Dragging in the day and week view: what is held, and where it would land."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF

from intervisie_desktop.ui.pages.agenda.geometry import DAY_MINUTES, SNAP, Geometry
from intervisie_desktop.ui.pages.agenda.state import Entry


@dataclass
class Drag:
    """A session (`grip` minutes below its top), its lower edge, or a stretch of empty day."""

    entry: Entry | None
    is_edge: bool
    day: date
    start: int
    end: int
    grip: int = 0
    moved: bool = False

    def pull(self, where: Geometry, pressed: QPointF, point: QPointF) -> None:
        """Follow the pointer, in steps of a quarter."""
        minute = where.minute_at(point)
        if self.entry is None:
            first = where.minute_at(pressed)
            self.start, self.end = min(first, minute), max(first, minute) + SNAP
        elif self.is_edge:
            self.end = max(self.start + SNAP, minute + SNAP)
        else:
            length = self.entry.end - self.entry.start
            self.day = where.day_at(point)
            # The grip keeps the session under the pointer where it was taken.
            start = (minute - self.grip + SNAP // 2) // SNAP * SNAP
            self.start = min(max(0, start), DAY_MINUTES - length)
            self.end = self.start + length
