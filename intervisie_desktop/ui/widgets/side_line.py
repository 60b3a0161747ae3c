"""A line of a list at the side of a page, with its words ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SideLine:
    """A record in the list: its name, and below it a tag, when or what, and how it stands.

    `code` with `colour` is a tag, empty for none; `word` with `sign` and `token` says how it
    stands.
    """

    id: str
    name: str
    code: str = ""
    colour: int = 0
    when: str = ""
    word: str = ""
    sign: str = ""
    token: str = "ink-3"
