"""A year of attendance kept by hand: a row per participant, a column per meeting, typed hours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intervisie_desktop.documents.reading.table import Row, Table
from intervisie_desktop.documents.reading.values import parse_day, parse_minutes
from intervisie_desktop.domain.people import folded

_NAMES = {"naam", "deelnemer", "deelnemers", "name", "participant", "wie"}
_EMPLOYERS = {"kantoor", "werkgever", "organisatie", "office", "employer"}
_TOTALS = {"totaal", "total", "som", "uren totaal", "totaal uren", "gemiddelde", "gemiddeld"}
_EXCUSED = re.compile(
    r"ziek.*|z|afw.*|verhinderd|afgemeld|afgezegd|afm?\.?|m\.? ?k\.?|met kennisgeving|vakantie"
    r"|verlof|excused|sick"
)
_ABSENT = re.compile(r"-+|0|0[.,]0+|0:00|nee|n|niet|no.?show|absent|zonder bericht|z\.? ?k\.?")
_PRESENT = re.compile(r"x|v|ja|j|aanw.*|a|p|present|✓|✔|yes")
_LED_BY = re.compile(r"\(?\b(?:gespreksleider|begeleider|facilitator)\s*:?\s*([^,;()]+)\)?", re.I)


class CellMeaning(StrEnum):
    """What a cell of the sheet says; HOURS comes with minutes."""

    HOURS = "hours"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    BLANK = "blank"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One person at one meeting; `text` is what stood there."""

    meaning: CellMeaning
    minutes: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPerson:
    """One row: who, and a cell for each day of the sheet."""

    number: int
    name: str
    employer: str = ""
    cells: tuple[SheetCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSheet:
    """The sheet of one group; hours without a start time, as typed by hand."""

    title: str = ""
    group: str = ""
    facilitator: str = ""
    days: tuple[date, ...] = ()
    people: tuple[SheetPerson, ...] = ()


def is_year_sheet(table: Table) -> bool:
    """True when there is a column of names and at least two columns headed by a day."""
    return _name_column(table) is not None and len(_day_columns(table)) >= 2


def year_sheet_of(table: Table) -> YearSheet:
    """The table read as a year sheet; totals are left out, they can be counted."""
    names = _name_column(table) or 0
    employers = _column(table, _EMPLOYERS)
    days = _day_columns(table)
    title = " ".join(table.above)
    people = [
        _person(row, names, employers, [column for column, _ in days])
        for row in table.rows
        if row.cell(names) and folded(row.cell(names)).rstrip(":") not in _TOTALS
    ]
    led_by = _LED_BY.search(title)
    return YearSheet(
        title=title,
        group=_group(title) or ("" if parse_year(table.name) else table.name),
        facilitator=led_by[1].strip() if led_by else "",
        days=tuple(day for _, day in days),
        people=tuple(people),
    )


def parse_year(text: str) -> int | None:
    """A year when the text is nothing else."""
    return int(text) if re.fullmatch(r"(?:19|20)\d\d", text.strip()) else None


def meaning_of(text: str) -> SheetCell:
    """What one cell says: hours, a tick, announced absence, absence, or something unclear."""
    tidy = folded(text)
    if not tidy:
        return SheetCell(CellMeaning.BLANK)
    if _ABSENT.fullmatch(tidy):
        return SheetCell(CellMeaning.ABSENT, text=text)
    minutes = parse_minutes(text)
    if minutes:
        return SheetCell(CellMeaning.HOURS, minutes, text)
    if _EXCUSED.fullmatch(tidy):
        return SheetCell(CellMeaning.EXCUSED, text=text)
    if _PRESENT.fullmatch(tidy):
        return SheetCell(CellMeaning.PRESENT, text=text)
    return SheetCell(CellMeaning.UNCLEAR, text=text)


def _person(row: Row, names: int, employers: int | None, days: list[int]) -> SheetPerson:
    return SheetPerson(
        number=row.number,
        name=row.cell(names),
        employer=row.cell(employers) if employers is not None else "",
        cells=tuple(meaning_of(row.cell(column)) for column in days),
    )


def _group(title: str) -> str:
    """What is left of the title without leader, kind of sheet and year."""
    bare = _LED_BY.sub("", title)
    parts = [part.strip(" ()-:") for part in re.split(r"[,;|]|\s[-–]\s", bare)]
    sheet = re.compile(r"(?i)\b(?:urenstaat|urenlijst|uren|presentie\w*|aanwezigheid\w*|intervisie"
                       r"|overzicht|jaar|(?:19|20)\d\d)\b")  # fmt: skip
    left = [re.sub(r"^groep\s+(?=\S)", "", " ".join(sheet.sub("", part).split())) for part in parts]
    return next((part for part in left if part), "")


def _name_column(table: Table) -> int | None:
    return _column(table, _NAMES)


def _column(table: Table, words: set[str]) -> int | None:
    return next((i for i, text in enumerate(table.headings) if folded(text) in words), None)


def _day_columns(table: Table) -> list[tuple[int, date]]:
    found = [(i, parse_day(text)) for i, text in enumerate(table.headings)]
    return [(i, day) for i, day in found if day is not None]
