"""The words of the heat map: a group per row, a tile per participant; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from intervisie_desktop.domain.standing import StandingState, YearStanding
from intervisie_desktop.services.dashboard import Glance, HeatRow, HeatTile
from intervisie_desktop.ui.pages.today.state import HeatRowState, TileState
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import today as words

_TONES = {
    StandingState.TO_PLAN: "waarschuwing",
    StandingState.SHORT: "fout",
    StandingState.UNREACHABLE: "fout",
}
_AFTER = {
    StandingState.TIGHT: "krap",
    StandingState.TO_PLAN: "plan",
    StandingState.SHORT: "tekort",
    StandingState.UNREACHABLE: "tekort",
}
_ORDER = tuple(StandingState)


def rows(glance: Glance) -> tuple[HeatRowState, ...]:
    """The groups with anyone in them, the one that meets first on top."""
    filled = [row for row in glance.rows if row.tiles]
    filled.sort(key=lambda row: (row.group.next_day or date.max, row.group.name))
    return tuple(_row(row) for row in filled)


def common_target(found: Iterable[HeatRowState]) -> int | None:
    """The minutes everyone has to make, when they are the same for all."""
    targets = {tile.target for row in found for tile in row.tiles if tile.target}
    return targets.pop() if len(targets) == 1 else None


def _row(row: HeatRow) -> HeatRowState:
    group = row.group
    tally = Counter(tile.standing.state for tile in row.tiles if tile.standing)
    parts: dict[str, tuple[int, str]] = {}
    for state in _ORDER:
        if tally[state] and state.value in words.STATE_WORDS:
            word = words.STATE_WORDS[state.value][0]
            count, _ = parts.get(word, (0, ""))
            parts[word] = (count + tally[state], _TONES.get(state, "ink-3"))
    summary = tuple((f"{count} {word}", tone) for word, (count, tone) in parts.items())
    return HeatRowState(
        group.id,
        group.name,
        group.code,
        group.colour,
        summary or ((words.people(len(row.tiles)), "ink-3"),),
        tuple(_tile(tile) for tile in row.tiles),
    )


def _tile(tile: HeatTile) -> TileState:
    standing = tile.standing
    if standing is None or standing.state is StandingState.NO_TARGET:
        made = standing.made if standing else 0
        spoken = f"{tile.name}, {counts.hours_word(made)}"
        return TileState(tile.participant_id, tile.short, counts.hours(made), "", "", made, 0,
                         spoken)  # fmt: skip
    return TileState(
        participant_id=tile.participant_id,
        initials=tile.short,
        hours=counts.hours(standing.made),
        word=_word(standing),
        state=standing.state.value,
        minutes=standing.made,
        target=standing.target,
        spoken=_spoken(tile.name, standing),
    )


def _word(standing: YearStanding) -> str:
    if standing.state is StandingState.ACHIEVED:
        return "gehaald"
    return " ".join(
        part for part in (counts.hours(standing.forecast), _AFTER.get(standing.state, "")) if part
    )


def _spoken(name: str, standing: YearStanding) -> str:
    state = words.STATE_WORDS[standing.state.value][0]
    forecast = counts.hours(standing.forecast)
    return f"{name}, {counts.hours_word(standing.made)}, prognose {forecast}, {state}"
