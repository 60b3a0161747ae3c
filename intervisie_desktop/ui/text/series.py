"""A series of dates in Dutch words, in a form that `parse_series` reads back to the same rule."""

from __future__ import annotations

from intervisie_desktop.domain.planning.series import LAST, SeriesRule, SeriesUnit

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_ORDINALS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", LAST: "laatste"}


def describe_series(rule: SeriesRule) -> str:
    """Such as "elke 2 weken op dinsdag en donderdag, 4 keer"."""
    days = _listed([_WEEKDAYS[day] for day in rule.weekdays])
    if rule.unit is SeriesUnit.WEEK:
        rhythm = "elke week" if rule.every == 1 else f"elke {rule.every} weken"
        parts = [f"{rhythm} op {days}"]
    else:
        rhythm = "elke maand" if rule.every == 1 else f"elke {rule.every} maanden"
        which = _listed([_ORDINALS[number] for number in rule.ordinals])
        parts = [f"{rhythm} op de {which} {days}"]
    if rule.times is not None:
        parts.append(f"{rule.times} keer")
    if rule.until is not None:
        month = _MONTHS[rule.until.month - 1]
        parts.append(f"t/m {rule.until.day} {month} {rule.until.year}")
    return ", ".join(parts)


def _listed(words: list[str]) -> str:
    """The words with commas and a last "en"."""
    return " en ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
