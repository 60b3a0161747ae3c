"""The columns of the tables on the page Groepen."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.ui.pages.groups.forecast import ForecastLine
from intervisie_desktop.ui.pages.groups.joining import MemberLine
from intervisie_desktop.ui.pages.groups.papers import CertificateLine, OutcomeLine
from intervisie_desktop.ui.pages.groups.sittings import SessionLine
from intervisie_desktop.ui.widgets.columns import Align, Column, Look


def _name(line: MemberLine) -> str:
    return line.name


def _member_token(line: MemberLine) -> str:
    return "ink-3" if line.over else "ink"


def _role(line: MemberLine) -> str:
    return line.role


def _member(line: MemberLine) -> str:
    return line.period


def _since_day(line: MemberLine) -> date:
    return line.start or date.min


MEMBERS: tuple[Column[MemberLine], ...] = (
    Column("Naam", _name, look=Look.STRONG, token=_member_token),
    Column("Rol", _role, width=76, look=Look.META),
    Column("Lid", _member, sort=_since_day, width=150, look=Look.META),
)


def _person(line: ForecastLine) -> str:
    return line.name


def _made(line: ForecastLine) -> str:
    return line.made


def _planned(line: ForecastLine) -> str:
    return line.planned


def _target(line: ForecastLine) -> str:
    return line.target


def _forecast(line: ForecastLine) -> str:
    return line.forecast


def _minutes(line: ForecastLine) -> int:
    return line.minutes


def _stand(line: ForecastLine) -> str:
    return line.chip[0]


def _stand_chip(line: ForecastLine) -> tuple[str, str, str]:
    return line.chip


def _remark(line: ForecastLine) -> str:
    return line.remark


FORECAST: tuple[Column[ForecastLine], ...] = (
    Column("Deelnemer", _person, look=Look.STRONG, tip=_person),
    Column("Nu", _made, align=Align.RIGHT, width=56),
    Column("Gepland", _planned, align=Align.RIGHT, width=76),
    Column("Prognose", _forecast, sort=_minutes, align=Align.RIGHT, width=82),
    Column("Doel", _target, align=Align.RIGHT, width=60),
    Column("Stand", _stand, chip=_stand_chip, width=116),
    Column("Bijzonderheden", _remark, look=Look.META, tip=_remark),
)


def _day(line: SessionLine) -> str:
    return line.day


def _real_day(line: SessionLine) -> date:
    return line.on


def _time(line: SessionLine) -> str:
    return line.time


def _where(line: SessionLine) -> str:
    return line.where


def _present(line: SessionLine) -> str:
    return line.present


def _spare(line: SessionLine) -> str:
    return line.spare


def _margin(line: SessionLine) -> str:
    return line.margin


def _margin_token(line: SessionLine) -> str:
    return "waarschuwing" if line.margin else "ink-3"


def _margin_sign(line: SessionLine) -> tuple[str, str]:
    return ("triangle-alert", "waarschuwing") if line.margin else ("", "")


def _state(line: SessionLine) -> str:
    return line.chip[0]


def _state_chip(line: SessionLine) -> tuple[str, str, str]:
    return line.chip


SESSIONS: tuple[Column[SessionLine], ...] = (
    Column("Datum", _day, sort=_real_day, width=172, look=Look.STRONG),
    Column("Tijd", _time, width=112),
    Column("Vorm", _where, width=104, look=Look.META),
    Column("Aanwezig", _present, align=Align.RIGHT, width=84),
    Column("Speling", _spare, token=_margin_token, sign=_margin_sign, tip=_margin),
    Column("Stand", _state, width=140, chip=_state_chip),
)


def _number(line: CertificateLine) -> str:
    return line.number


def _holder(line: CertificateLine) -> str:
    return line.name


def _kind(line: CertificateLine) -> str:
    return line.about


def _hours(line: CertificateLine) -> str:
    return line.hours


def _issued(line: CertificateLine) -> str:
    return line.issued


def _paper_state(line: CertificateLine) -> str:
    return line.chip[0]


def _paper_chip(line: CertificateLine) -> tuple[str, str, str]:
    return line.chip


CERTIFICATES: tuple[Column[CertificateLine], ...] = (
    Column("Nummer", _number, width=96, look=Look.META),
    Column("Naam", _holder, look=Look.STRONG),
    Column("Waarvoor", _kind, width=130, look=Look.META),
    Column("Uren", _hours, align=Align.RIGHT, width=60),
    Column("Afgegeven", _issued, width=110, look=Look.META),
    Column("Stand", _paper_state, width=116, chip=_paper_chip),
)


def _statement(line: OutcomeLine) -> str:
    return line.text


def _course(line: OutcomeLine) -> str:
    return line.course


def _together(line: OutcomeLine) -> str:
    return line.together


OUTCOME: tuple[Column[OutcomeLine], ...] = (
    Column("Zin", _statement, tip=_statement),
    Column("Per bijeenkomst", _course, width=190, look=Look.META, tip=_course),
    Column("Samen", _together, align=Align.RIGHT, width=82, look=Look.STRONG),
)
