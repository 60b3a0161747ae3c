"""Short readable ids for records."""

from __future__ import annotations

import random
import secrets
from typing import Protocol

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base32 in small letters: no i, l, o, u."""

_LENGTH = 10


class Ids(Protocol):
    """Makes ids that were never given before."""

    def new(self, prefix: str) -> str:
        """An id such as "g-7h2k9m4x0q" for the prefix "g"."""


class RandomIds:
    """Ids from the randomness of the system: 50 bits, enough for a practice many times over."""

    def new(self, prefix: str) -> str:
        """An id that starts with the prefix."""
        return f"{prefix}-{''.join(secrets.choice(ALPHABET) for _ in range(_LENGTH))}"


class SeededIds:
    """The same ids in the same order for the same seed, for tests and the demo."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def new(self, prefix: str) -> str:
        """An id that starts with the prefix."""
        return f"{prefix}-{''.join(self._random.choices(ALPHABET, k=_LENGTH))}"
