"""The columns of the page Wat als."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.people import folded
from intervisie_desktop.ui.widgets.columns import Align, Column, Look


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding that comes, goes or changes; `chip` is (word, tone, sign)."""

    id: str
    chip: tuple[str, str, str]
    title: str
    context: str


@dataclass(frozen=True, slots=True)
class HoursLine:
    """A year of someone, as it is and as it would be; the chips hold hours and state."""

    id: str
    name: str
    profile: str
    before: tuple[str, str, str]
    after: tuple[str, str, str]
    target: str
    before_parts: str
    after_parts: str


def _chip(line: FindingLine) -> tuple[str, str, str]:
    return line.chip


def _chip_word(line: FindingLine) -> str:
    return line.chip[0]


def _title(line: FindingLine) -> str:
    return line.title


def _context(line: FindingLine) -> str:
    return line.context


FINDINGS: tuple[Column[FindingLine], ...] = (
    Column("Verschil", _chip_word, chip=_chip, width=132),
    Column("Bevinding", _title, tip=_title),
    Column("Waar", _context, look=Look.META, width=146, tip=_context),
)


def _name(line: HoursLine) -> str:
    return line.name


def _sort_name(line: HoursLine) -> str:
    return folded(line.name)


def _profile(line: HoursLine) -> str:
    return line.profile


def _before(line: HoursLine) -> tuple[str, str, str]:
    return line.before


def _before_words(line: HoursLine) -> str:
    return line.before[0]


def _after(line: HoursLine) -> tuple[str, str, str]:
    return line.after


def _after_words(line: HoursLine) -> str:
    return line.after[0]


def _before_parts(line: HoursLine) -> str:
    return line.before_parts


def _after_parts(line: HoursLine) -> str:
    return line.after_parts


def _target(line: HoursLine) -> str:
    return line.target


HOURS: tuple[Column[HoursLine], ...] = (
    Column("Deelnemer", _name, sort=_sort_name, look=Look.STRONG, tip=_profile),
    Column("Nu", _before_words, chip=_before, width=140, tip=_before_parts),
    Column("Wordt", _after_words, chip=_after, width=140, tip=_after_parts),
    Column("Doel", _target, align=Align.RIGHT, width=92, look=Look.META),
)
