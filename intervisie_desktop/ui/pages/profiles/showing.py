"""Makes what the page shows of a profile out of what the service gives; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from intervisie_desktop.domain.findings import Certainty, Source
from intervisie_desktop.domain.own import OwnProfileKind
from intervisie_desktop.domain.profile_difference import difference
from intervisie_desktop.domain.profile_editing import ProfileProblem
from intervisie_desktop.domain.profiles import Edition, Norm, RuleProfile
from intervisie_desktop.services.own_profiles import ProfileCard
from intervisie_desktop.ui.pages.profiles.state import (
    Chip,
    CompareRow,
    NormLine,
    Shown,
    SourceLine,
    SubjectBlock,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.text.norms import SUBJECTS, told
from intervisie_desktop.ui.text.profile_problems import problem
from intervisie_desktop.ui.widgets.side_line import SideLine

FILTERS = (
    ("use", "In gebruik"),
    ("templates", "Sjablonen"),
    ("own", "Eigen en aangepast"),
    ("all", "Alle profielen"),
)
CHECK = (
    "Dit is een sjabloon uit openbare bronnen. Controleer de regels bij uw register voordat u ermee"
    " werkt."
)
UNREADABLE = (
    "Dit profiel is met een andere versie van het programma gemaakt en hier niet te lezen. Groepen"
    " worden er niet op getoetst."
)
_KINDS: dict[OwnProfileKind, Chip] = {
    OwnProfileKind.ADAPTED: ("aangepast", "accent", "pencil"),
    OwnProfileKind.OWN: ("eigen", "accent", "user"),
    OwnProfileKind.IMPORTED: ("overgenomen", "accent", "file-input"),
}
_CERTAIN = {
    Certainty.SEED: ("book-open", "ok"),
    Certainty.SOURCE: ("book-open", "ok"),
    Certainty.ASSUMPTION: ("circle-help", "waarschuwing"),
}
_DASH = "–"


@dataclass(frozen=True, slots=True)
class Look:
    """How the open profile is looked at: its version, the edition, and what is wrong with it."""

    profile: RuleProfile
    edition: int
    problems: tuple[ProfileProblem, ...]
    today: date


def fits(card: ProfileCard, key: str) -> bool:
    """Whether a profile stands in the list under this filter."""
    if key == "use":
        return card.profile.enabled or bool(card.groups)
    if key == "templates":
        return card.profile.template
    if key == "own":
        return card.kind is not None
    return True


def side_line(card: ProfileCard, *, draft: bool) -> SideLine:
    """A profile in the list."""
    profile = card.profile
    if draft:
        how = ("concept", "pencil", "waarschuwing")
    elif not card.readable:
        how = ("niet te lezen", "octagon-x", "fout")
    elif card.kind is not None:
        label, _, sign = _KINDS[card.kind]
        how = (label, sign, "accent")
    elif profile.template and not profile.enabled:
        how = ("sjabloon", "triangle-alert", "waarschuwing")
    else:
        how = ("in gebruik", "circle-check", "ok") if profile.enabled else ("", "", "ink-3")
    groups = counts.telwoord(len(card.groups), "groep", "groepen") if card.groups else ""
    when = groups or (profile.short_name if profile.short_name != profile.name else "")
    return SideLine(profile.key, profile.name, when=when, word=how[0], sign=how[1], token=how[2])


def shown(card: ProfileCard, look: Look) -> Shown:
    """The open profile, in the edition that is read."""
    profile, kept = look.profile, card.profile
    editable = card.kind is not None and card.readable
    draft = difference(kept, profile) if editable else None
    count = len(draft.norms) + len(draft.editions) + len(draft.words) if draft else 0
    changed = counts.telwoord(count, "wijziging", "wijzigingen")
    return Shown(
        key=kept.key,
        title=profile.name,
        subtitle=_subtitle(card),
        chips=tuple(_chips(card)),
        about=profile.about,
        warning=_warning(card),
        facts=tuple(_facts(profile)),
        groups=card.groups,
        editions=tuple(
            (str(n), edition_words(one, look.today)) for n, one in enumerate(profile.editions)
        ),
        edition=str(look.edition),
        blocks=tuple(_blocks(profile, kept, look.edition, editable=editable)),
        sources=tuple(_sources(profile, look.edition)),
        heads=tuple(short_edition(one) for one in profile.editions),
        rows=tuple(compare_rows(profile.editions)),
        editable=editable,
        main=_main(card, draft=bool(draft)),
        draft=f"{changed}, nog niet bewaard" if draft else "",
        problems=tuple(problem(one) for one in look.problems),
    )


def edition_words(edition: Edition, today: date) -> str:
    """An edition in a list: "vanaf 1 januari 2024, geldt nu"."""
    now = ", geldt nu" if today in edition.valid else ""
    return f"{counts.capital(_span(edition, counts.day_long))}{now}"


def short_edition(edition: Edition) -> str:
    """An edition above a column: "vanaf 1 jan 2024"."""

    def short(day: date) -> str:
        return counts.day_short(day, year=True)

    return _span(edition, short)


def _span(edition: Edition, day: Any) -> str:
    start, end = edition.valid.start, edition.valid.end
    if start and end:
        return f"{day(start)} t/m {day(end)}"
    if start:
        return f"vanaf {day(start)}"
    return f"tot en met {day(end)}" if end else "zonder begin of einde"


def source_words(source: Source) -> str:
    """Where a norm is written, and how sure that is: "bron: Verordening, art. 4.3a"."""
    where = ", ".join(part for part in (source.title, source.article) if part)
    return f"{word(source.certainty)}: {where}"


def norm_line(name: str, norm: Norm[Any], label: str, *, changed: bool = False) -> NormLine:
    """A norm as one reads it."""
    sign, token = _CERTAIN[norm.source.certainty]
    weigh = f"; weegt als {word(norm.severity).lower()}" if norm.severity else ""
    return NormLine(
        name=name,
        label=label,
        value=told(name, norm.value),
        sign=sign,
        token=token,
        source=source_words(norm.source) + weigh,
        changed=changed,
    )


def compare_rows(editions: Sequence[Edition]) -> Iterable[CompareRow]:
    """Every norm that some edition asks, by subject, with what differs from the one before."""
    norms = [edition.norms() for edition in editions]
    for title, words in SUBJECTS:
        rows = []
        for name, one in words.items():
            values = [found.get(name) for found in norms]
            if not any(values):
                continue
            texts = [told(name, norm.value) if norm else _DASH for norm in values]
            before = [texts[0], *texts[:-1]]
            cells = tuple((new, new != old) for old, new in zip(before, texts, strict=True))
            rows.append(CompareRow(one.label, cells))
        if rows:
            yield CompareRow(title)
            yield from rows


def _blocks(
    profile: RuleProfile, kept: RuleProfile, index: int, *, editable: bool
) -> Iterable[SubjectBlock]:
    if not profile.editions:
        return
    edition = profile.editions[index]
    same = [one for one in kept.editions if one.valid.start == edition.valid.start]
    before = same[0].norms() if same else {}
    norms = edition.norms()
    for title, words in SUBJECTS:
        lines = tuple(
            norm_line(name, norms[name], one.label, changed=norms[name] != before.get(name))
            for name, one in words.items()
            if name in norms
        )
        if lines or editable:
            yield SubjectBlock(title, lines, more=editable and len(lines) < len(words))


def _sources(profile: RuleProfile, index: int) -> Iterable[SourceLine]:
    """The texts behind one edition, each once."""
    if not profile.editions:
        return
    edition = profile.editions[index]
    every = (edition.source, *(norm.source for norm in edition.norms().values()))
    for source in dict.fromkeys(replace(one, article="") for one in every):
        sign, token = _CERTAIN[source.certainty]
        read = source.checked_on
        parts = [source.address] if source.address else []
        parts += [f"opgezocht op {counts.day_long(read)}"] if read else ["niet opgezocht"]
        yield SourceLine(sign, token, word(source.certainty), source.title, "; ".join(parts))


def _subtitle(card: ProfileCard) -> str:
    if not card.groups:
        return "Geen groep gebruikt dit profiel"
    word = counts.telwoord(len(card.groups), "groep gebruikt", "groepen gebruiken")
    return f"{counts.capital(word)} dit profiel"


def _warning(card: ProfileCard) -> str:
    if not card.readable:
        return UNREADABLE
    return CHECK if card.profile.template else ""


def _chips(card: ProfileCard) -> Iterable[Chip]:
    if not card.readable:
        yield "niet te lezen", "fout", "octagon-x"
        return
    if card.kind is not None:
        yield _KINDS[card.kind]
    if card.profile.template:
        yield "controleer bij uw register", "waarschuwing", "triangle-alert"
    if card.profile.enabled:
        yield "in gebruik", "ok", "circle-check"
    else:
        yield "niet aangeboden", "neutral", "circle-dashed"


def _facts(profile: RuleProfile) -> Iterable[tuple[str, str]]:
    if profile.themes:
        yield "Thema's", counts.join(list(profile.themes))
    if profile.preparation_questions:
        yield "Voorbereiding", " ".join(profile.preparation_questions)


def _main(card: ProfileCard, *, draft: bool) -> tuple[str, str, str]:
    if draft:
        return "save", "Bewaren…", "save"
    if not card.readable:
        return "remove", "Verwijderen", "trash-2"
    if card.kind is not None:
        return "edition", "Nieuwe uitgave…", "calendar-plus"
    if not card.profile.enabled:
        return "use", "In gebruik nemen", "check"
    return "adapt", "Kopiëren en aanpassen", "copy"
