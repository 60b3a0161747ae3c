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
    """A year of someone, as it is and as it would be."""

    id: str
    name: str
    profile: str
    before: str
    before_chip: tuple[str, str, str]
    after: str
    after_chip: tuple[str, str, str]


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
    Column("Waar", _context, look=Look.META, width=116, tip=_context),
)


def _name(line: HoursLine) -> str:
    return line.name


def _sort_name(line: HoursLine) -> str:
    return folded(line.name)


def _profile(line: HoursLine) -> str:
    return line.profile


def _before(line: HoursLine) -> str:
    return line.before


def _before_chip(line: HoursLine) -> tuple[str, str, str]:
    return line.before_chip


def _before_word(line: HoursLine) -> str:
    return line.before_chip[0]


def _after(line: HoursLine) -> str:
    return line.after


def _after_chip(line: HoursLine) -> tuple[str, str, str]:
    return line.after_chip


def _after_word(line: HoursLine) -> str:
    return line.after_chip[0]


HOURS: tuple[Column[HoursLine], ...] = (
    Column("Deelnemer", _name, sort=_sort_name, look=Look.STRONG, tip=_profile),
    Column("Nu", _before, align=Align.RIGHT, width=104),
    Column("Stand nu", _before_word, chip=_before_chip, width=106),
    Column("Wordt", _after, align=Align.RIGHT, width=104),
    Column("Stand dan", _after_word, chip=_after_chip, width=106),
)
