"""Placing things that overlap: entries side by side, bands in rows; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from intervisie_desktop.ui.pages.agenda.state import Band, Entry

SHORTEST = 20
"""An entry takes at least the room of so many minutes, so that its words can be read."""


def side_by_side(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in order, those that overlap each in a lane of their own."""
    placed: list[Entry] = []
    cluster: list[Entry] = []
    until = 0
    day: date | None = None
    for entry in sorted(entries, key=lambda e: (e.day, e.start, -e.end, e.key)):
        if entry.day != day or entry.start >= until:
            placed.extend(_laned(cluster))
            cluster, until, day = [], 0, entry.day
        cluster.append(entry)
        until = max(until, entry.end, entry.start + SHORTEST)
    placed.extend(_laned(cluster))
    return tuple(placed)


def _laned(cluster: list[Entry]) -> list[Entry]:
    """Entries that hang together, each in the first lane that is free."""
    ends: list[int] = []
    lanes: list[int] = []
    for entry in cluster:
        lane = next((n for n, end in enumerate(ends) if end <= entry.start), len(ends))
        if lane == len(ends):
            ends.append(0)
        ends[lane] = max(entry.end, entry.start + SHORTEST)
        lanes.append(lane)
    return [
        replace(entry, lane=lane, lanes=len(ends))
        for entry, lane in zip(cluster, lanes, strict=True)
    ]


def in_rows(bands: Iterable[Band]) -> tuple[Band, ...]:
    """The bands, each in the first row where its days are free; the longest ones on top."""
    placed: list[Band] = []
    for band in sorted(bands, key=lambda b: (b.first - b.last, b.first, b.words)):
        row = 0
        while any(
            other.row == row and other.first <= band.last and band.first <= other.last
            for other in placed
        ):
            row += 1
        placed.append(replace(band, row=row))
    return tuple(placed)
