"""How well a colour reads on white paper, in Dutch."""

from __future__ import annotations

import re

from intervisie_desktop.ui.text import settings as words

ENOUGH = 4.5
_COLOUR = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")


def contrast_on_white(colour: str) -> float:
    """The contrast of "#rrggbb" on white (WCAG 2 relative luminance), from 1 to 21."""
    found = _COLOUR.fullmatch(colour)
    if found is None:
        return 1.0
    red, green, blue = (_linear(int(part, 16) / 255) for part in found.groups())
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def contrast_note(colour: str) -> tuple[str, bool]:
    """A sentence about the colour, and whether it is readable."""
    contrast = contrast_on_white(colour)
    # Cut off, not rounded: 4,49 must not read as 4,5.
    ratio = f"{int(contrast * 10) / 10:.1f}".replace(".", ",")
    readable = contrast >= ENOUGH
    sentence = words.CONTRAST_GOOD if readable else words.CONTRAST_LOW
    return sentence.format(ratio=ratio), readable


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
