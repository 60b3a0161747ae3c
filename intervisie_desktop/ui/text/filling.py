"""Filling a Dutch sentence with facts: `{group}`, `{day:dag}`, `{n:deelnemer|deelnemers}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from intervisie_desktop.ui.text import counts

Sentence = str | Callable[[Mapping[str, Any]], str]

_HOLE = re.compile(r"\{(\w+)(?::([^{}]+))?\}")
_DAYS: dict[str, Callable[[date], str]] = {
    "dag": counts.day_weekday,
    "datum": counts.day_long,
    "kort": counts.day_short,
}
_FORMS: dict[str, Callable[[Any], str]] = {
    "uren": counts.hours,
    "tijd": counts.clock,
    "bedrag": counts.money,
    "getal": counts.number,
}


def fill(sentence: Sentence, facts: Mapping[str, Any]) -> str:
    """The sentence with its facts; a fact that is missing leaves no hole but nothing."""
    if not isinstance(sentence, str):
        return sentence(facts)
    return _HOLE.sub(lambda match: _filled(match, facts), sentence)


def _filled(match: re.Match[str], facts: Mapping[str, Any]) -> str:
    value, form = facts.get(match[1]), match[2]
    if value is None:
        return ""
    if form is None:
        return counts.day_long(value) if isinstance(value, date) else str(value)
    if "|" in form:
        singular, plural = form.split("|", 1)
        return counts.telwoord(int(value), singular, plural)
    if form in _DAYS:
        # In the Logboek a day is ISO text.
        return _DAYS[form](date.fromisoformat(value) if isinstance(value, str) else value)
    return _FORMS[form](value)
