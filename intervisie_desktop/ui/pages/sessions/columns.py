"""The columns of the list of sessions and of the guests one can add."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.ui.pages.sessions.state import GuestLine, SessionLine
from intervisie_desktop.ui.widgets.columns import Align, Column, Look


def _day(row: SessionLine) -> str:
    return row.day_words


def _when(row: SessionLine) -> tuple[date, int]:
    return row.day, row.start


def _time(row: SessionLine) -> str:
    return row.time


def _start(row: SessionLine) -> int:
    return row.start


def _code(row: SessionLine) -> str:
    return row.code


def _tag(row: SessionLine) -> tuple[str, int]:
    return row.code, row.colour


def _group(row: SessionLine) -> str:
    return row.group


def _mode(row: SessionLine) -> str:
    return row.mode


def _place(row: SessionLine) -> str:
    return row.place


def _state(row: SessionLine) -> str:
    return row.chip[0]


def _chip(row: SessionLine) -> tuple[str, str, str]:
    return row.chip


def _counted(row: SessionLine) -> str:
    return row.counted


def _present(row: SessionLine) -> int:
    return row.present


SESSION_COLUMNS: tuple[Column[SessionLine], ...] = (
    Column("Datum", _day, sort=_when, width=104, look=Look.STRONG),
    Column("Tijd", _time, sort=_start, width=104),
    Column("", _code, width=50, tag=_tag),
    Column("Groep", _group),
    Column("Vorm", _mode, width=92, look=Look.META),
    Column("Plaats", _place, look=Look.META),
    Column("Stand", _state, width=116, chip=_chip),
    Column("Aanwezig", _counted, sort=_present, align=Align.RIGHT, width=84),
)


def _guest_name(row: GuestLine) -> str:
    return row.name


def _guest_groups(row: GuestLine) -> str:
    return row.groups


def _guest_employer(row: GuestLine) -> str:
    return row.employer


def _guest_need(row: GuestLine) -> tuple[str, str, str]:
    return row.need


def _guest_need_word(row: GuestLine) -> str:
    return row.need[0]


GUEST_COLUMNS: tuple[Column[GuestLine], ...] = (
    Column("Naam", _guest_name, look=Look.STRONG),
    Column("Dit jaar", _guest_need_word, chip=_guest_need, width=126),
    Column("Groepen", _guest_groups, look=Look.META),
    Column("Werkt bij", _guest_employer, look=Look.META),
)
