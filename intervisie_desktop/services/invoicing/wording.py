"""The words on lines that the program makes."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.domain.billing import Billable
from intervisie_desktop.host.resources import resources


@cache
def line_words() -> dict[str, Any]:
    """The templates, by table."""
    text = (resources() / "templates" / "invoice_lines.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def description(billable: Billable) -> str:
    """What was done and when: "Intervisie, woensdag 28 januari 2026"."""
    template = str(line_words()[billable.product.value][billable.kind.value])
    day = dutch.weekday_and_day(billable.served_on)
    return template.format(day=day, year=billable.served_on.year)


def note(billable: Billable, group_name: str) -> str:
    """The smaller text under it: "Ochtendgroep Utrecht, 2,5 uur"."""
    words = line_words()["note"]
    if not billable.minutes:
        return str(words["year"]).format(group=group_name)
    return str(words["session"]).format(group=group_name, hours=dutch.hours(billable.minutes))


def instalment(part: int, parts: int) -> str:
    """Which instalment it is."""
    return str(line_words()["instalment"]["description"]).format(part=part, parts=parts)
