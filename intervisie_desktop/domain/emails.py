"""E-mail addresses: what can be one, and when two are the same."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"[^\s@<>()\[\]\\,;:\"?]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}"
)


def is_email(text: str) -> bool:
    """True for one plain address, without a name or anything that a mailto could misread."""
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def email_key(text: str) -> str:
    """Equal for the same mailbox, however it was typed."""
    return text.strip().casefold()
