"""Numbers of certificates: the practice's own pattern, and where its counting stands."""

from __future__ import annotations

import re

from intervisie_desktop.domain.errors import Refusal

_PLACE = re.compile(r"\{(jaar|nr)(?::0?([1-9]))?\}")
_LONGEST = 40


def numbered(pattern: str, year: int, sequence: int) -> str:
    """The number for this place in the series: "2026-017" for "{jaar}-{nr:03}", 2026 and 17."""

    def fill(match: re.Match[str]) -> str:
        value = year if match[1] == "jaar" else sequence
        return str(value).zfill(int(match[2] or 1))

    return _PLACE.sub(fill, pattern)


def check_pattern(pattern: str, *, yearly_restart: bool) -> None:
    """Refused as "number_pattern_wrong" when the pattern cannot give every paper its own number.

    `why` is "nr" (no sequence number in it), "jaar" (counting restarts but the year is not in
    it), "letters" (braces or control characters left over) or "long".
    """
    places = [match[1] for match in _PLACE.finditer(pattern)]
    rest = _PLACE.sub("", pattern)
    if "nr" not in places:
        raise Refusal("number_pattern_wrong", why="nr", pattern=pattern)
    if yearly_restart and "jaar" not in places:
        raise Refusal("number_pattern_wrong", why="jaar", pattern=pattern)
    if not rest.isprintable() or set(rest) & set("{}"):
        raise Refusal("number_pattern_wrong", why="letters", pattern=pattern)
    if len(numbered(pattern, 9999, 99999)) > _LONGEST:
        raise Refusal("number_pattern_wrong", why="long", pattern=pattern)


def first_sequence(*, first_number: int, is_first_year: bool, yearly_restart: bool) -> int:
    """Where counting begins in a year without certificates: the start value once, then 1."""
    if is_first_year or not yearly_restart:
        return first_number
    return 1
