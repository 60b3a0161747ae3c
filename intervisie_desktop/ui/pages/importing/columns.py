"""The columns of the preview."""

from __future__ import annotations

from intervisie_desktop.ui.pages.importing.state import RowShown
from intervisie_desktop.ui.widgets.columns import Align, Column, Look


def _number(row: RowShown) -> str:
    return str(row.number)


def _number_sort(row: RowShown) -> int:
    return row.number


def _name(row: RowShown) -> str:
    return row.name


def _details(row: RowShown) -> str:
    return row.details


def _finding(row: RowShown) -> str:
    return row.finding


def _sign(row: RowShown) -> tuple[str, str]:
    return row.sign


def _action(row: RowShown) -> str:
    return row.action


def _action_token(row: RowShown) -> str:
    return row.action_token


COLUMNS: tuple[Column[RowShown], ...] = (
    Column("Rij", _number, sort=_number_sort, align=Align.RIGHT, width=48),
    Column("Naam", _name, width=172, look=Look.STRONG, tip=_name),
    Column("Gegevens", _details, width=150, look=Look.META, tip=_details),
    Column("Bevinding", _finding, sign=_sign, tip=_finding),
    Column("Wat er gebeurt", _action, width=120, token=_action_token),
)
