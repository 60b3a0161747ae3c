"""How strong a password is, judged without a word list from outside and without sending it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from enum import IntEnum

from intervisie_desktop.domain.people import folded

SHORTEST = 8
"""Fewer signs than this are refused for a practice file (`practice_file` holds to it)."""

_COMMON = ("wachtwoord", "welkom", "geheim", "intervisie", "praktijk", "password", "qwerty",
           "azerty", "januari", "februari", "maart", "april", "zomer", "winter", "herfst",
           "lente", "nederland")  # fmt: skip
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD_BITS = 8.0


class Strength(IntEnum):
    """From refused to better than needed."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


def strength(password: str, known: Iterable[str] = ()) -> Strength:
    """The strength of a password; words in `known` (names on the form) are worth little."""
    if len(password) < SHORTEST:
        return Strength.TOO_SHORT
    bits = _bits(password, known)
    if bits < 38:
        return Strength.WEAK
    if bits < 52:
        return Strength.FAIR
    return Strength.GOOD if bits < 68 else Strength.STRONG


def _bits(password: str, known: Iterable[str]) -> float:
    """A careful estimate of how much guessing it takes, as a power of two."""
    rest = folded(password)
    bits = 0.0
    guessable = {word for name in known for word in folded(name).split() if len(word) > 3}
    for word in sorted({*guessable, *_COMMON}, key=len, reverse=True):
        if word in rest:
            rest = rest.replace(word, "", 1)
            bits += _WORD_BITS / 2
    rest, years = re.subn(r"(19|20)\d\d", "", rest)
    bits += years * _WORD_BITS / 2
    return bits + _fresh(rest) * math.log2(_pool(password))


def _fresh(text: str) -> float:
    """How many signs are not foretold by the one before (aaa, abc, 123, qwe)."""
    count = 0.0
    for before, sign in zip(" " + text, text, strict=False):
        follows = before == sign or any(
            before + sign in row or sign + before in row for row in _ROWS
        )
        count += 0.25 if follows else 1.0
    # A password of few different signs is soon found, however long.
    return min(count, 2.0 * len(set(text)))


def _pool(password: str) -> float:
    """Of how many signs a guesser must think; words of lower case only count for less."""
    pool = 0
    pool += 18 if re.search(r"[a-z]", password) else 0
    pool += 26 if re.search(r"[A-Z]", password) else 0
    pool += 10 if re.search(r"\d", password) else 0
    pool += 20 if re.search(r"[^a-zA-Z\d]", password) else 0
    return float(max(pool, 2))
