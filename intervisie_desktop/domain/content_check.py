"""Words in a short text that point at a case or a person; for descriptions and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_DIRECT = re.compile(
    r"""
    [\w.+-]+@[\w-]+(?:\.[\w-]+)+                      # e-mail
    | \b[A-Z]{2}\d{2}\s?(?:[A-Z0-9]{4}\s?){2,7}[A-Z0-9]{0,4}\b   # IBAN
    | \b\d{4}\.?\d{2}\.?\d{3}\b                       # nine digits, as in a BSN
    | (?<!\w)(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){8}\b         # telephone
    """,
    re.VERBOSE,
)
_TELLING = re.compile(
    r"""
    (?i:\bzaak\s+(?:tegen|van)\b)
    | (?i:\b(?:dossier|zaak|rol|parket|rekest)(?:nr|nummer)\b\.?)
    | (?i:\b(?:cli[eë]nte?|verdachte|wederpartij|pati[eë]nte?)\s+)(?-i:[A-Z]\b\.?|[A-Z]\w+)
    | \b[A-Z]/\d{2}/\d{3,}                            # C/16/123456
    | \b\d{2}[/-]\d{4,}\b                             # 21/12345
    | \bECLI:\S+
    | \b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}\b      # a date, of birth perhaps
    | (?<!\w)(?:B\.V\.|N\.V\.|BV|NV|V\.O\.F\.|VOF)(?!\w)
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=8192)
def direct_hits(text: str) -> tuple[str, ...]:
    """What names or numbers a person outright: addresses, telephone, account, BSN."""
    return tuple(dict.fromkeys(found.group().strip() for found in _DIRECT.finditer(text)))


@lru_cache(maxsize=8192)
def hits(text: str) -> tuple[str, ...]:
    """What tells of a case: case numbers, dates, companies, "zaak tegen", a client's name."""
    return tuple(dict.fromkeys(found.group().strip() for found in _TELLING.finditer(text)))


def named(text: str, surnames: Iterable[str]) -> tuple[str, ...]:
    """The surnames that stand in the text as a word with its capital, not as its first word."""
    words = _words(text)
    return tuple(dict.fromkeys(name for name in surnames if name and _stands(name, words)))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    """The words of the text; the first loses its capital, which says nothing there."""
    found = re.findall(r"[\w'’-]+", text)
    return (found[0].lower(), *found[1:]) if found else ()


def _stands(name: str, words: tuple[str, ...]) -> bool:
    first, *_ = name.split()
    return first in words
