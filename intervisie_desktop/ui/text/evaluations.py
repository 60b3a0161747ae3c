"""How the outcome of evaluations reads."""

from __future__ import annotations

from intervisie_desktop.ui.text import counts

NONE = "–"
NOTE = "Gemiddelden verschijnen vanaf {least} formulieren, zodat niemand te herkennen is."


def figure(value: int | None, *, yes_no: bool) -> str:
    """A figure in tenths as "4,3", a percentage of yes as "80% ja", or a dash."""
    if value is None:
        return NONE
    return f"{value}% ja" if yes_no else counts.decimal(value)


def forms(count: int) -> str:
    """How many forms came back."""
    return counts.telwoord(count, "formulier", "formulieren")


def too_few(least: int) -> str:
    """Why no figures are shown yet."""
    return NOTE.format(least=counts.in_words(least))
