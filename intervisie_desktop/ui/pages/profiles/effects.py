"""What a step would change, as lines: norms that differ, findings and years; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.profile_difference import (
    DifferenceKind,
    NormDifference,
    ProfileDifference,
    ProfileEffect,
    StandingChange,
)
from intervisie_desktop.services.finding_names import FindingNames
from intervisie_desktop.ui.pages.profiles.showing import short_edition
from intervisie_desktop.ui.pages.profiles.state import SheetLine
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.findings import describe
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.text.norms import hours, label, told
from intervisie_desktop.ui.text.standings import look

MOST = 40
"""So many lines of each kind; the rest is counted."""
_FIELDS = {
    "name": "Naam",
    "short_name": "Korte naam",
    "about": "Omschrijving",
    "themes": "Thema's",
    "preparation_questions": "Voorbereidingsvragen",
}
_SIGNS = {
    DifferenceKind.ADDED: ("plus", "ok"),
    DifferenceKind.CHANGED: ("pencil", "accent"),
    DifferenceKind.REMOVED: ("minus", "fout"),
}


def difference_lines(found: ProfileDifference) -> tuple[SheetLine, ...]:
    """What differs in the rules themselves."""
    lines = [SheetLine("Wat er in de regels verandert")]
    for kind, edition in found.editions:
        sign, token = _SIGNS[kind]
        lines.append(SheetLine(f"Uitgave {short_edition(edition)}", sign, token, word(kind)))
    lines += list(_capped(map(_norm, found.norms), len(found.norms)))
    lines += [SheetLine(_FIELDS[name], *_SIGNS[DifferenceKind.CHANGED]) for name in found.words]
    if len(lines) == 1:
        lines.append(SheetLine("Niets; de regels zijn gelijk", "check", "ok"))
    return tuple(lines)


def effect_lines(effect: ProfileEffect, names: FindingNames) -> tuple[SheetLine, ...]:
    """What it would mean for groups and participants today."""
    if not effect:
        return (
            SheetLine("Wat het betekent"),
            SheetLine("Geen bevinding en geen jaarstand verandert", "check", "ok"),
        )
    lines = [SheetLine(f"Wat het betekent: {summary(effect)}")]
    found = [
        ("Bevindingen erbij", effect.appeared, "plus", "fout"),
        ("Bevindingen die anders wegen", tuple(new for _, new in effect.changed), "pencil",
         "waarschuwing"),
        ("Bevindingen die vervallen", effect.gone, "minus", "ok"),
    ]  # fmt: skip
    for title, findings, sign, token in found:
        if findings:
            lines.append(SheetLine(f"{title} ({len(findings)})"))
            told_ = (_finding(one, names, sign, token) for one in findings)
            lines += list(_capped(told_, len(findings)))
    if effect.standings:
        lines.append(SheetLine(f"Jaarstanden ({len(effect.standings)})"))
        years = (_standing(one, names) for one in effect.standings)
        lines += list(_capped(years, len(effect.standings)))
    return tuple(lines)


def summary(effect: ProfileEffect) -> str:
    """How many groups and participants it touches."""
    people = counts.telwoord(len(effect.people), "deelnemer", "deelnemers")
    groups = counts.telwoord(len(effect.groups), "groep", "groepen")
    return f"{groups} en {people}"


def _capped(lines: Iterable[SheetLine], total: int) -> Iterator[SheetLine]:
    for number, line in enumerate(lines):
        if number == MOST:
            yield SheetLine(f"en nog {total - MOST}", "ellipsis", "ink-3")
            return
        yield line


def _norm(found: NormDifference) -> SheetLine:
    sign, token = _SIGNS[found.kind]
    before = told(found.name, found.before.value) if found.before else "niet gevraagd"
    after = told(found.name, found.after.value) if found.after else "niet gevraagd"
    start = f", vanaf {counts.day_short(found.start, year=True)}" if found.start else ""
    if before == after:
        return SheetLine(f"{label(found.name)}{start}: {after}", sign, token, "andere bron")
    return SheetLine(f"{label(found.name)}{start}: {before} wordt {after}", sign, token)


def _finding(finding: Finding, names: FindingNames, sign: str, token: str) -> SheetLine:
    text = describe(finding, names)
    side = text.context if text.context not in text.title else ""
    return SheetLine(text.title, sign, token, side)


def _standing(change: StandingChange, names: FindingNames) -> SheetLine:
    due = [hours(one) if one else "niets" for one in (change.due_before, change.due_after)]
    states = [
        look(one)[0] if one else "geen oordeel" for one in (change.state_before, change.state_after)
    ]
    parts = [f"{due[0]} wordt {due[1]}"] if due[0] != due[1] else []
    parts += [f"{states[0]} wordt {states[1]}"] if states[0] != states[1] else []
    name = names.participant(change.participant_id)
    return SheetLine(
        f"{name}, {change.year}: {'; '.join(parts) or 'andere uren tellen mee'}",
        "user",
        "accent",
        names.profile(change.profile),
    )
