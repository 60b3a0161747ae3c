"""What the group is made of, or would be with those who are being added; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.services.composing import Composition
from intervisie_desktop.ui.text import counts, ties

_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class CompositionLine:
    """One thing to know: a chip (word, tone, sign) and a sentence."""

    chip: tuple[str, str, str]
    text: str


@dataclass(frozen=True, slots=True)
class CompositionState:
    """The card: size against the profile, spread over organisations, and what ties people."""

    title: str
    size: tuple[str, str, str]
    spread: str
    lines: tuple[CompositionLine, ...]


def composition_state(found: Composition, joining: int) -> CompositionState:
    """The card for a group as it is, or with so many people more."""
    lines = [
        CompositionLine(
            ("mag niet", "fout", "ban"),
            f"{found.names.participant(who)} is {function}; dat kan niet in deze groep.",
        )
        for who, function in found.barred
    ]
    for pair in found.pairs:
        said = ties.pair_sentence(pair.ties, found.names)
        lines.append(CompositionLine(ties.LOOKS[pair.heaviest.verdict], said))
    if joining and not lines:
        lines.append(
            CompositionLine(("geen band", "ok", "check"), "Geen band met de groep bekend.")
        )
    more = len(lines) - _MOST_LINES
    if more > 0:
        rest = f"En nog {counts.telwoord(more, 'band', 'banden')}."
        lines = [*lines[:_MOST_LINES], CompositionLine(("meer", "neutral", ""), rest)]
    return CompositionState(
        title="Samenstelling met wie erbij komt" if joining else "Samenstelling",
        size=size_chip(found),
        spread=spread_words(found),
        lines=tuple(lines),
    )


def size_chip(found: Composition) -> tuple[str, str, str]:
    """The size against what the profiles allow and advise."""
    word = counts.telwoord(found.size, "telt mee", "tellen mee")
    if found.most is not None and found.size > found.most:
        return f"{word}, hoogstens {found.most}", "fout", "octagon-x"
    if found.least is not None and found.size < found.least:
        return f"{word}, minstens {found.least}", "fout", "octagon-x"
    if found.advised is not None and found.size > found.advised:
        return f"{word}, advies hoogstens {found.advised}", "waarschuwing", "triangle-alert"
    if found.least is not None and found.size == found.least:
        return f"{word}, één afzegging is te veel", "waarschuwing", "triangle-alert"
    return word, "ok", "circle-check"


def spread_words(found: Composition) -> str:
    """Over how many organisations they are spread (S4-09), those with most people first."""
    parts = []
    if found.spread:
        ranked = sorted(found.spread.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
        shared = [f"{number} van {name}" for name, number in ranked if number > 1]
        places = counts.telwoord(len(ranked), "organisatie", "organisaties")
        parts.append(f"Uit {places}{', waarvan ' + counts.join(shared) if shared else ''}.")
    if found.unknown:
        who = counts.telwoord(found.unknown, "deelnemer", "deelnemers")
        parts.append(f"Van {who} is de werkplek niet bekend.")
    return " ".join(parts)
