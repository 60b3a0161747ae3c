"""Dutch words about methods (werkvormen)."""

from __future__ import annotations

from collections.abc import Sequence

from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.methods import Method, Phase
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word

TITLE = "Werkvormen"
INTRO = (
    "Fasen met hun minuten, voor één inbreng. Een werkvorm van het programma kopieert u om haar "
    "aan te passen; een bijeenkomst houdt de fasen waarmee zij is gepland."
)
PHASES = "Fasen"
COPY = "Kopiëren en aanpassen"
REMOVE = "Verwijderen"
ADD_PHASE = "Fase toevoegen"
REMOVE_PHASE = "Fase verwijderen"
RAISE_PHASE = "Fase naar voren"
NEW_PHASE = "Nieuwe fase"
OWN = "eigen"
LISTENS = "inbrenger luistert"
ORDERED = "vaste volgorde"


def copy_name(name: str, taken: set[str]) -> str:
    """A name for a copy that nobody has yet: "Balint (eigen)", "Balint (eigen 2)"."""
    base = name.partition(" (eigen")[0]
    wanted, number = f"{base} (eigen)", 2
    while wanted.casefold() in taken:
        wanted, number = f"{base} (eigen {number})", number + 1
    return wanted


def method_options(now: str, methods: Sequence[Method]) -> tuple[tuple[str, str], ...]:
    """The methods to choose from, by name; words of one's own that are in use stay among them."""
    names = [(method.name, method.name) for method in methods]
    known = {method.name for method in methods}
    own = [(now, now)] if now and now not in known else []
    return (("", "Geen"), *own, *names)


def size_words(method: Method) -> str:
    """For how many people: "4 tot 6 deelnemers", or nothing."""
    least = method.group_min or method.group_advised_min
    most = method.group_max or method.group_advised_max
    if least and most:
        return f"{least} tot {most} deelnemers"
    if least:
        return f"ten minste {least} deelnemers"
    return f"ten hoogste {most} deelnemers" if most else ""


def total_words(method: Method) -> str:
    """How long a source says the whole takes: "60 tot 120 min volgens de bron", or nothing."""
    least, most = method.total_min, method.total_max
    if least and most and least != most:
        return f"{least} tot {most} min volgens de bron"
    if least:
        return f"{'' if most else 'ten minste '}{least} min volgens de bron"
    return ""


def facts_line(method: Method) -> str:
    """In one line: accent, for whom, size, order and what a source says of the whole."""
    parts = [
        f"accent op {word(method.accent)}",
        word(method.experience),
        size_words(method),
        ORDERED if method.ordered else "",
        total_words(method),
    ]
    return counts.capital(", ".join(part for part in parts if part)) + "."


def source_line(source: Source) -> str:
    """Where it comes from, how sure that is and when someone looked."""
    parts = [source.title, source.article, source.address]
    looked = f", nagekeken {counts.day_figures(source.checked_on)}" if source.checked_on else ""
    return f"{', '.join(part for part in parts if part)} ({word(source.certainty)}{looked})."


def allowed_words(phase: Phase) -> str:
    """What may be said: "open vraag, antwoord"."""
    return ", ".join(word(turn) for turn in phase.allowed)


def phase_line(phase: Phase) -> str:
    """Who speaks and what may be said, in one line."""
    listens = "" if phase.contributor_active else LISTENS
    parts = [word(phase.speaker), allowed_words(phase), listens]
    return "; ".join(part for part in parts if part)
