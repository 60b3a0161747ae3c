"""The list of step 2: groups with their people, what each needs, and what one can do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from intervisie_desktop.domain.people import folded
from intervisie_desktop.services.certification.values import (
    Candidate,
    CandidateGroup,
    Readiness,
)
from intervisie_desktop.ui.pages.certificates import words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.widgets.tick_rows import Row, RowAction

FIX, PLAN, REASON, DROP_REASON, REPLACE, OPEN = (
    "fix", "plan", "reason", "drop_reason", "replace", "open"
)  # fmt: skip
_MAKEABLE = {Readiness.READY, Readiness.ATTENTION}
_SHORTFALL = "U04"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the user did with the list: ticked people, reasons given, groups folded, a filter."""

    ticked: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)
    folded: frozenset[str] = frozenset()
    unfolded: frozenset[str] = frozenset()
    filter: str = ""
    ready_only: bool = False


def makeable(candidate: Candidate, reasons: Mapping[str, str]) -> bool:
    """Whether a paper can be ticked: ready, or let pass with a reason."""
    if candidate.readiness in _MAKEABLE:
        return True
    return candidate.key.text in reasons


def rows_of(groups: Iterable[CandidateGroup], chosen: Chosen) -> tuple[Row, ...]:
    """The lines to show, in order."""
    rows: list[Row] = []
    for group in groups:
        rows += _group_rows(group, chosen)
    return tuple(rows)


def _group_rows(group: CandidateGroup, chosen: Chosen) -> list[Row]:
    shown = [one for one in group.candidates if _is_shown(one, group, chosen)]
    if not shown:
        return []
    open_ = _is_open(group, chosen)
    head = Row(
        kind="group",
        key=group.id,
        title=group.name,
        side=_side(group),
        tag=(group.code, group.colour),
        open=open_,
    )
    if not open_:
        return [head]
    running = [one for one in shown if _is_folded_away(one, chosen)]
    rows = [head, *(_person(one, chosen) for one in shown if one not in running)]
    if running:
        rows.append(_rest(group, running, chosen))
        if group.id in chosen.unfolded:
            rows += [_person(one, chosen) for one in running]
    return rows


def _is_open(group: CandidateGroup, chosen: Chosen) -> bool:
    """Open unless folded; a group where nothing is ready yet starts folded."""
    if chosen.filter or group.id in chosen.unfolded:
        return True
    if group.id in chosen.folded:
        return False
    return any(one.readiness is not Readiness.RUNNING for one in group.candidates)


def _is_shown(candidate: Candidate, group: CandidateGroup, chosen: Chosen) -> bool:
    if chosen.ready_only and not makeable(candidate, chosen.reasons):
        return False
    there = folded(f"{candidate.name} {group.name}")
    return all(word in there for word in folded(chosen.filter).split())


def _is_folded_away(candidate: Candidate, chosen: Chosen) -> bool:
    return (
        candidate.readiness is Readiness.RUNNING
        and candidate.key.text not in chosen.reasons
        and not chosen.filter
    )


def _rest(group: CandidateGroup, running: list[Candidate], chosen: Chosen) -> Row:
    days = [one.running_until for one in running if one.running_until is not None]
    until = f", jaar loopt tot {counts.day_weekday(max(days)).split(' ', 1)[1]}" if days else ""
    people = counts.telwoord(len(running), "deelnemer", "deelnemers")
    return Row(
        kind="more",
        key=group.id,
        title=f"Nog {people}{until}",
        open=group.id in chosen.unfolded,
    )


def _side(group: CandidateGroup) -> str:
    ready = sum(one.readiness in _MAKEABLE for one in group.candidates)
    issued = sum(one.issued is not None for one in group.candidates)
    total = len(group.candidates)
    if issued == total:
        return f"{total} al afgegeven"
    later = [one.running_until for one in group.candidates if one.running_until is not None]
    if len(later) == total:
        return f"0 van {total}, na {counts.day_weekday(max(later)).split(' ', 1)[1]}"
    return words.count_of_ready(ready, total)


def _person(candidate: Candidate, chosen: Chosen) -> Row:
    key = candidate.key.text
    word, tone, icon = words.BADGES[candidate.readiness]
    lines = words.reasons(candidate)
    if key in chosen.reasons:
        word, tone, icon = "met reden", "waarschuwing", "triangle-alert"
        lines = (*lines, f"Reden: {chosen.reasons[key]}")
    elif candidate.excuse and candidate.issued is None:
        lines = (*lines, f"Uitzondering: {candidate.excuse}")
    return Row(
        kind="person",
        key=key,
        title=candidate.name,
        hours=counts.hours(candidate.minutes),
        badge=word,
        tone=tone,
        icon=icon,
        lines=lines,
        actions=tuple(_actions(candidate, chosen)),
        checkable=makeable(candidate, chosen.reasons),
        checked=key in chosen.ticked,
    )


def _actions(candidate: Candidate, chosen: Chosen) -> Iterable[RowAction]:
    key = candidate.key.text
    if candidate.issued is not None:
        yield RowAction(OPEN, "Openen", "file-search")
        if candidate.issued.changed:
            yield RowAction(REPLACE, "Vervangen, met reden", "refresh-cw")
        return
    if candidate.readiness not in {Readiness.BLOCKED, Readiness.RUNNING}:
        return
    if key in chosen.reasons:
        yield RowAction(DROP_REASON, "Toch niet", "undo-2")
        return
    codes = {finding.code for finding in candidate.findings}
    if words.mending_session(candidate):
        yield RowAction(FIX, "Nu vastleggen", "pencil")
    elif _SHORTFALL in codes:
        yield RowAction(PLAN, "Plan inhaaldatum", "calendar-plus")
    if candidate.override_allowed:
        yield RowAction(REASON, "Toch maken, met reden")
