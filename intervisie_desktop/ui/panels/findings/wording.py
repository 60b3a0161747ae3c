"""A pile of findings as a card with every word ready; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from intervisie_desktop.domain.findings import Finding, FindingException
from intervisie_desktop.domain.people import folded
from intervisie_desktop.services.control import KnownNames
from intervisie_desktop.services.resolving import Solved
from intervisie_desktop.ui.panels.findings import remedies
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.panels.findings.state import (
    BarState,
    CardState,
    ExceptionState,
    FixState,
    LineState,
    ResolvedDayState,
    ResolvedState,
    WhyState,
)
from intervisie_desktop.ui.panels.findings.steps import people_of
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import done as done_words
from intervisie_desktop.ui.text.findings import FindingText, describe, explain
from intervisie_desktop.ui.text.labels import word


@dataclass(frozen=True, slots=True)
class Inked:
    """What differs from one moment to the next: what is new, open, explained and chosen.

    `expired` are exceptions that ran out, by the key of their finding.
    """

    new: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    picked: frozenset[str] = frozenset()
    expired: Mapping[str, FindingException] = field(default_factory=dict)


class Words:
    """The cards of piles; what was worded once is kept as long as its findings are the same."""

    def __init__(self, names: KnownNames, *, with_group: bool) -> None:
        self.names = names
        self.with_group = with_group
        self._cards: dict[str, tuple[Pile, CardState, FindingText]] = {}
        self._said: dict[str, tuple[Pile, str]] = {}

    def card(self, pile: Pile, inked: Inked) -> CardState:
        """The card of a pile as it is now."""
        base, text = self._base(pile)
        members = {member.key for member in pile.members}
        opened, key = pile.key in inked.opened, pile.key
        new = not members.isdisjoint(inked.new)
        note = _note(pile, inked.expired) if inked.expired else ""
        picked, explained = key in inked.picked, key in inked.explained
        if not (opened or new or note or picked or explained):
            return base
        return replace(
            base,
            context=", ".join(part for part in (base.context, words.NEW if new else "") if part),
            lines=self._lines(pile) if opened and pile.several else (),
            opened=opened,
            why=why(pile, self.names, text) if explained else None,
            note=note,
            picked=picked,
        )

    def said(self, pile: Pile) -> str:
        """All that can be searched in, folded: the words of the card and the people behind it."""
        known = self._said.get(pile.key)
        if known is None or known[0].members != pile.members:
            known = self._said[pile.key] = (pile, folded(" ".join(self._searched(pile))))
        return known[1]

    def _searched(self, pile: Pile) -> Iterator[str]:
        (card, _), names = self._base(pile), self.names
        yield from (card.title, card.evidence, card.context, card.source, pile.finding.code)
        if pile.finding.subject.group:
            yield from names.group(pile.finding.subject.group)
        for member in pile.members:
            yield from (names.participant(person) for person in people_of(member))

    def _base(self, pile: Pile) -> tuple[CardState, FindingText]:
        known = self._cards.get(pile.key)
        if known is None or known[0].members != pile.members:
            text = describe(pile.finding, self.names, with_group=self.with_group)
            known = self._cards[pile.key] = (pile, self._made(pile, text), text)
        return known[1], known[2]

    def _made(self, pile: Pile, text: FindingText) -> CardState:
        finding, of_sessions = pile.finding, pile.of_sessions
        context = self._group_context(finding) if of_sessions else text.context
        what = "sessions" if of_sessions else "people"
        fixes = remedies.possible(text.fixes, pile)
        return CardState(
            key=pile.key,
            severity=finding.severity.value,
            word=word(finding.severity),
            context=context,
            title=words.of_sessions(finding.code, text.title) if of_sessions else text.title,
            evidence=_span(pile) if of_sessions else text.evidence,
            source=words.source(text.source, finding),
            detail=text.source_detail,
            fixes=tuple(FixState(fix.code, fix.label, fix.icon) for fix in fixes),
            bar=None if pile.several else _bar(finding),
            several=(what, len(pile.members)) if pile.several else None,
        )

    def _group_context(self, finding: Finding) -> str:
        group = finding.subject.group
        if not self.with_group or not group:
            return words.OF_SESSIONS
        name, code = self.names.group(group)
        return f"{code or name}, {words.OF_SESSIONS}"

    def _lines(self, pile: Pile) -> tuple[LineState, ...]:
        return tuple(_line(one, self.names, pile.of_sessions) for one in pile.members)


def _note(pile: Pile, expired: Mapping[str, FindingException]) -> str:
    found = (expired.get(member.key) for member in pile.members)
    one = next((exception for exception in found if exception), None)
    return words.expired(one.until, one.reason) if one and one.until else ""


def why(pile: Pile, names: KnownNames, text: FindingText) -> WhyState:
    """How a finding came about, what to do, and where it is written."""
    finding = pile.finding
    steps = explain(finding, names) if not pile.several else ()
    return WhyState(steps, text.remedy, source_rows(finding))


def source_rows(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The source, one fact a row; what is not known is left out."""
    source = finding.source
    rows = (
        (words.SOURCE_TITLE, source.title),
        (words.SOURCE_ARTICLE, source.article),
        (words.SOURCE_SURE, words.sure(source.certainty)),
        (words.SOURCE_CHECKED, counts.day_long(source.checked_on) if source.checked_on else ""),
        (words.SOURCE_ADDRESS, source.address),
        (words.SOURCE_EDITION, words.edition(finding.edition)),
    )
    return tuple((what, text) for what, text in rows if text)


def excepted(finding: Finding, exception: FindingException, names: KnownNames) -> ExceptionState:
    """A finding someone lives with, and on what terms."""
    text = describe(finding, names)
    terms = words.exception_terms(exception.made_on, exception.until)
    return ExceptionState(exception.id, text.context, text.title, exception.reason, terms)


def solved(found: Iterable[Solved], names: KnownNames, today: date) -> tuple[ResolvedDayState, ...]:
    """What was solved, by day, newest first."""
    return tuple(
        ResolvedDayState(
            words.solved_on(day, today),
            tuple(_resolved(one, names) for one in of),
        )
        for day, of in groupby(found, key=lambda one: one.on)
    )


def _resolved(one: Solved, names: KnownNames) -> ResolvedState:
    text = describe(one.finding, names)
    return ResolvedState(text.context, text.title, done_words.done(one.act, one.facts))


def plain(card: CardState) -> str:
    """A card as text, to paste elsewhere."""
    lines = [f"{card.word}: {card.title}", card.context, card.evidence, card.note, card.source]
    lines += [f"- {line.title}: {line.evidence}" for line in card.lines]
    return "\n".join(line for line in (*lines, *(card.why.lines if card.why else ())) if line)


def source_text(finding: Finding) -> str:
    """The source as text, to paste elsewhere."""
    return "\n".join(f"{what}: {text}" for what, text in source_rows(finding))


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
