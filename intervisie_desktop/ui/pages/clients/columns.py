"""The columns of the page Opdrachtgevers."""

from __future__ import annotations

from intervisie_desktop.services.clients import ClientRow
from intervisie_desktop.ui.widgets.columns import Align, Column, Look


def _name(row: ClientRow) -> str:
    return row.name


def _city(row: ClientRow) -> str:
    return row.city


def _email(row: ClientRow) -> str:
    return row.email


def _contacts(row: ClientRow) -> str:
    return str(row.contacts) if row.contacts else ""


def _contact_count(row: ClientRow) -> int:
    return row.contacts


def _groups(row: ClientRow) -> str:
    return str(row.groups) if row.groups else ""


def _group_count(row: ClientRow) -> int:
    return row.groups


COLUMNS: tuple[Column[ClientRow], ...] = (
    Column("Naam", _name, look=Look.STRONG),
    Column("Plaats", _city, width=130, look=Look.META),
    Column("E-mail", _email, width=200, look=Look.META),
    Column("Contacten", _contacts, sort=_contact_count, align=Align.RIGHT, width=84),
    Column("Groepen", _groups, sort=_group_count, align=Align.RIGHT, width=76),
)
