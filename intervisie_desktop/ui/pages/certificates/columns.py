"""The columns of the register of certificates."""

from __future__ import annotations

from intervisie_desktop.services.certification.values import RegisterLine
from intervisie_desktop.ui.pages.certificates import words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.widgets.columns import Align, Column, Look

REGISTER: tuple[Column[RegisterLine], ...] = (
    Column(
        "Nummer",
        lambda row: row.number,
        sort=lambda row: (row.issued_on, row.number),
        look=Look.STRONG,
        width=96,
    ),
    Column("Deelnemer", lambda row: row.name, sort=lambda row: row.sort_key),
    Column("Waarover", words.kind_short, width=108, look=Look.META),
    Column(
        "Uren",
        lambda row: counts.hours(row.minutes),
        sort=lambda row: row.minutes,
        align=Align.RIGHT,
        width=58,
    ),
    Column(
        "Afgegeven",
        lambda row: counts.day_short(row.issued_on, year=True),
        sort=lambda row: row.issued_on,
        width=100,
    ),
    Column(
        "Toestand",
        lambda row: words.STATES[row.state][0],
        chip=lambda row: words.STATES[row.state],
        width=124,
    ),
)
