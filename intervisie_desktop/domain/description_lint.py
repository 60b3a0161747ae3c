"""What does not belong in a description or theme: anything that leads to a person or a case.

A certificate carries a short, non-substantive description (Regeling art. 13a lid 1 e). These
checks find what leads to somebody; they are deterministic and never call anything out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from intervisie_desktop.domain.people import folded

LONGEST = 250
"""Characters; more is no longer a short description."""


class HitKind(StrEnum):
    """What was found."""

    TOO_LONG = "too_long"
    PARTICIPANT = "participant"
    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    CITIZEN_NUMBER = "citizen_number"
    CASE_NUMBER = "case_number"
    CLIENT = "client"
    BIRTH_DATE = "birth_date"
    CASE_AGAINST = "case_against"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its kind, the text and where it begins."""

    kind: HitKind
    text: str
    start: int


_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w.])(?:(?:\+|00)\d{2}[ .-]?(?:\(0\))?|\(?0)(?:[ .()-]{0,2}\d){8,9}(?!\d)"
)
_NINE_DIGITS = re.compile(r"(?<!\d)\d(?:[ .]?\d){8}(?!\d)")
_CASE_NUMBER = re.compile(
    r"\b(?:dossier|zaak|rol|parket|kenmerk|ref|referentie|polis|schade|klacht)"
    r"(?:-?(?:nummer|nr)|kenmerk)?\.?\s*[:#]?\s*[A-Z]{0,4}[-/ ]?\d[\w./-]*"
    r"|\bC[/-]\d{2}[/-]\d+(?:\s*[/-]\s*[A-Z]{2}\s*[A-Z]{2}\s*\d{2}-\d+)?"
    r"|\bECLI:[A-Z]{2}:[A-Z]+:\d{4}:\w+"
    r"|(?<![\w-])\d{4}[-/.]\d{3,}(?![\w-])"
    r"|\b[A-Z]{1,4}[-/]?\d{2,4}[-/]\d{2,}\b",
    re.IGNORECASE,
)
# A name is a capital; small words may stand before it ("cliënt van den Berg").
_CLIENT = re.compile(
    r"\b(?i:cli[eë]nte?n?|patiënte?|mandant|opdrachtgever|wederpartij|verdachte|de heer|mevrouw|"
    r"mevr\.?|dhr\.?|mw\.?|familie)"
    r"\s+(?:(?i:van|von|de|den|der|het|te|ter|ten|el|al|bin|[’']t)\s+)*[A-ZÀ-ÖØ-Þ][\w.’'-]*"
)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DAY = rf"(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d{{2}}|\d{{1,2}} (?:{_MONTHS}) \d{{4}})"
_BIRTH_DATE = re.compile(
    rf"\b(?:geb(?:oren|\.)?|geboortedatum)\b[\s.:]*(?:op\s+)?{_DAY}|(?<!\d){_DAY}(?!\d)",
    re.IGNORECASE,
)
_CASE_AGAINST = re.compile(
    r"\b(?:zaak|procedure|klacht|vordering|geding|rechtszaak|kwestie|dossier|geschil)\s+"
    r"(?:tegen|versus|contra|inzake|van|met|tussen)\s+"
    r"(?:(?:de|het|een|van|den|der)\s+)*\w[\w&.’'-]*"
    r"|\b[A-ZÀ-Þ][\w.’'-]+\s*(?:/|\bc\.?s\.?\s*/|\bv(?:s)?\.|\bversus\b|\bcontra\b)\s*[A-ZÀ-Þ][\w.’'-]+"
)
_COMPANY = re.compile(
    r"(?:[A-ZÀ-Þ0-9][\w&.’'-]*\s+){0,3}(?<!\w)"
    r"(?:B\.\s?V\.?|BV|N\.\s?V\.?|NV|V\.\s?O\.\s?F\.?|VOF|C\.\s?V\.|U\.\s?A\.|GmbH|Ltd\.?|S\.A\.)(?!\w)"
    r"|\b(?:Stichting|Vereniging|Coöperatie|Gemeente)\s+[A-ZÀ-Þ][\w’'-]*"
)


def lint(text: str, surnames: Iterable[str] = ()) -> tuple[Hit, ...]:
    """Everything in a description that leads to somebody, in order; empty when it is fine.

    `surnames` are those of the participants, with or without prefix.
    """
    found = (*_without_names(text), *_names(text, surnames))
    return tuple(sorted(found, key=lambda hit: (hit.start, hit.kind)))


@lru_cache(maxsize=4096)
def _without_names(text: str) -> tuple[Hit, ...]:
    """What anyone can see in a text; kept, for many sessions have the same words."""
    hits = [Hit(HitKind.TOO_LONG, text[LONGEST:], LONGEST)] if len(text) > LONGEST else []
    taken: list[range] = []
    for kind, finder in _FINDERS:
        for start, found in finder(text):
            place = range(start, start + len(found))
            if any(place.start < other.stop and other.start < place.stop for other in taken):
                continue
            taken.append(place)
            hits.append(Hit(kind, found, start))
    return tuple(hits)


def name_ends(text: str) -> frozenset[str]:
    """The last word, folded, of any name that may stand in a text."""
    return _words(text)[1]


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, str]]]:
    def find(text: str) -> Iterator[tuple[int, str]]:
        for match in pattern.finditer(text):
            yield match.start(), match[0].rstrip(" ,;")

    return find


def _citizen_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Nine digits that pass the 11-check of a BSN."""
    for match in _NINE_DIGITS.finditer(text):
        digits = [int(c) for c in match[0] if c.isdigit()]
        total = sum(d * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
        if total % 11 == 0 and any(digits):
            yield match.start(), match[0]


class _Word(NamedTuple):
    start: int
    end: int
    folded: str


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[_Word, ...], frozenset[str]]:
    """The words of a text, and every form in which a name could end in it."""
    found = re.finditer(r"[\w’'-]+", text)
    words = tuple(_Word(m.start(), m.end(), folded(m[0])) for m in found)
    ends = {word.folded.removesuffix(tail) for word in words for tail in _POSSESSIVES}
    return words, frozenset(ends)


_POSSESSIVES = ("", "s", "’s", "'s")


def _names(text: str, surnames: Iterable[str]) -> Iterator[Hit]:
    """Surnames as whole words, whatever their case and accents, or with a possessive s."""
    words, ends = _words(text)
    wanted = {folded(name) for name in surnames}
    wanted |= {name.split()[-1] for name in wanted if name}
    for name in sorted(name for name in wanted if len(name) > 1):
        parts = name.split()
        if parts[-1] not in ends:
            continue
        forms = {name + tail for tail in _POSSESSIVES}
        for place in range(len(words) - len(parts) + 1):
            here = words[place : place + len(parts)]
            if " ".join(word.folded for word in here) in forms:
                start, end = here[0].start, here[-1].end
                yield Hit(HitKind.PARTICIPANT, text[start:end], start)


_FINDERS: tuple[tuple[HitKind, Callable[[str], Iterator[tuple[int, str]]]], ...] = (
    (HitKind.EMAIL, _matches(_EMAIL)),
    (HitKind.IBAN, _matches(_IBAN)),
    (HitKind.CITIZEN_NUMBER, _citizen_numbers),
    (HitKind.PHONE, _matches(_PHONE)),
    (HitKind.BIRTH_DATE, _matches(_BIRTH_DATE)),
    (HitKind.CASE_NUMBER, _matches(_CASE_NUMBER)),
    (HitKind.CLIENT, _matches(_CLIENT)),
    (HitKind.COMPANY, _matches(_COMPANY)),
    (HitKind.CASE_AGAINST, _matches(_CASE_AGAINST)),
)
"""What is looked for; an earlier kind has the first word over a piece of text."""
