"""What the section Registers shows, with every string ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.ui.widgets.columns import Align, Column, Look


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """Someone in the list, with numbers to sort by."""

    id: str
    name: str
    sort_key: str
    number: str
    hours: str
    minutes: int
    points: str
    hundredths: int
    capped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A session of the open one."""

    id: str
    day: str
    iso: str
    hours: str
    form: str
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShown:
    """The open one: who, over what term, the numbers, why, and the sessions."""

    id: str
    participant_id: str
    name: str
    number: str
    period: str
    numbers: tuple[tuple[str, str], ...]
    forms: str
    why: tuple[str, ...]
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistersState:
    """Everything in the section."""

    subtitle: str
    profiles: tuple[tuple[str, str], ...]
    profile: str
    terms: tuple[tuple[str, str], ...]
    term: str
    notice: str
    lines: tuple[EntryLine, ...]
    shown: EntryShown | None
    empty: tuple[str, str]


def _name(line: EntryLine) -> str:
    return line.name


def _sort_key(line: EntryLine) -> str:
    return line.sort_key


def _number(line: EntryLine) -> str:
    return line.number


def _hours(line: EntryLine) -> str:
    return line.hours


def _minutes(line: EntryLine) -> int:
    return line.minutes


def _points(line: EntryLine) -> str:
    return line.points


def _hundredths(line: EntryLine) -> int:
    return line.hundredths


def _capped_tip(line: EntryLine) -> str:
    return "Boven het maximum vervalt de rest." if line.capped else ""


ENTRIES: tuple[Column[EntryLine], ...] = (
    Column("Naam", _name, _sort_key, look=Look.STRONG),
    Column("Nummer", _number, width=112, look=Look.META),
    Column("Uren", _hours, _minutes, Align.RIGHT, 66),
    Column("Punten", _points, _hundredths, Align.RIGHT, 78, tip=_capped_tip),
)


def _day(line: MeetingLine) -> str:
    return line.day


def _iso(line: MeetingLine) -> str:
    return line.iso


def _meeting_hours(line: MeetingLine) -> str:
    return line.hours


def _form(line: MeetingLine) -> str:
    return line.form


def _certificate(line: MeetingLine) -> str:
    return line.certificate


MEETINGS: tuple[Column[MeetingLine], ...] = (
    Column("Datum", _day, _iso, width=114),
    Column("Uren", _meeting_hours, width=58, align=Align.RIGHT),
    Column("Vorm", _form),
    Column("Bewijs", _certificate, width=92, look=Look.META),
)
