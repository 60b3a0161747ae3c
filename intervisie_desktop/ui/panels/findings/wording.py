"""A pile of findings as a card with every word ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.services.control import KnownNames
from intervisie_desktop.ui.panels.findings import remedies
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.panels.findings.state import BarState, CardState, LineState
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.findings import describe, explain
from intervisie_desktop.ui.text.labels import word


@dataclass(frozen=True, slots=True)
class Inked:
    """What bears on the words of every card: names, and what is new, open and explained."""

    names: KnownNames
    new: frozenset[str]
    opened: frozenset[str]
    explained: frozenset[str]
    with_group: bool


def card(pile: Pile, inked: Inked) -> CardState:
    """The card of a pile."""
    finding, names = pile.finding, inked.names
    text = describe(finding, names, with_group=inked.with_group)
    is_new = any(member.key in inked.new for member in pile.members)
    of_sessions = pile.of_sessions
    fix = remedies.doable(text.fixes, pile)
    opened = pile.key in inked.opened
    context = _group_context(finding, inked) if of_sessions else text.context
    return CardState(
        key=pile.key,
        severity=finding.severity.value,
        word=word(finding.severity),
        context=", ".join(part for part in (context, words.NEW if is_new else "") if part),
        title=words.of_sessions(finding.code, text.title) if of_sessions else text.title,
        evidence=_span(pile) if of_sessions else text.evidence,
        source=words.source(text.source, finding),
        detail=text.source_detail,
        fix=(fix.label, fix.icon) if fix else None,
        bar=None if pile.several else _bar(finding),
        several=("sessions" if of_sessions else "people", len(pile.members))
        if pile.several
        else None,
        lines=tuple(_line(m, names, of_sessions) for m in pile.members) if opened else (),
        opened=opened,
        why=_why(pile, inked, text.remedy, text.source_detail)
        if pile.key in inked.explained
        else (),
    )


def plain(card: CardState) -> str:
    """A card as text, to paste elsewhere."""
    lines = [f"{card.word}: {card.title}", card.context, card.evidence, card.source]
    lines += [f"- {line.title}: {line.evidence}" for line in card.lines]
    return "\n".join(line for line in (*lines, *card.why) if line)


def _group_context(finding: Finding, inked: Inked) -> str:
    group = finding.subject.group
    if not inked.with_group or not group:
        return "bijeenkomsten"
    name, code = inked.names.group(group)
    return f"{code or name}, bijeenkomsten"


def _span(pile: Pile) -> str:
    days = sorted(member.day for member in pile.members if member.day)
    first, last = (days[0], days[-1]) if days else (None, None)
    return words.several_sessions(len(pile.members), first, last)


def _line(finding: Finding, names: KnownNames, of_sessions: bool) -> LineState:
    text = describe(finding, names)
    if of_sessions and finding.day:
        return LineState(finding.key, counts.day_short_weekday(finding.day), text.evidence)
    person = finding.subject.participant
    title = names.participant(person) if person else text.title
    return LineState(finding.key, title, text.evidence)


def _bar(finding: Finding) -> BarState | None:
    figures = finding.figures
    made, planned, target = (figures.get(name) for name in ("made", "planned", "required"))
    if finding.code != "U04" or finding.aspect or not isinstance(made, int):
        return None
    if not isinstance(planned, int) or not isinstance(target, int):
        return None
    return BarState(made, planned, target)


def _why(pile: Pile, inked: Inked, remedy: str, detail: str) -> tuple[str, ...]:
    steps = explain(pile.finding, inked.names) if not pile.several else ()
    return tuple(line for line in (*steps, remedy, detail) if line)
