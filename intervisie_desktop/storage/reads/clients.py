"""Clients as lists and cards show them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from intervisie_desktop.domain.clients import Client, Contact
from intervisie_desktop.storage import tables as t
from intervisie_desktop.storage.records.collections import Reading


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client in a list."""

    id: str
    name: str
    city: str
    email: str
    contacts: int
    groups: int
    archived: bool


@dataclass(frozen=True, slots=True)
class ClientCard:
    """A client with everything that belongs to it; groups and people are (id, name)."""

    client: Client
    contacts: tuple[Contact, ...]
    groups: tuple[tuple[str, str], ...]
    people: int


def client_rows(read: Reading, *, archived: bool = False) -> tuple[ClientRow, ...]:
    """The clients by name."""
    clients, contacts, groups = t.clients, t.contacts, t.groups
    contact_count = (
        select(func.count())
        .where(contacts.c.client_id == clients.c.id)
        .correlate(clients)
        .scalar_subquery()
    )
    group_count = (
        select(func.count())
        .where(groups.c.client_id == clients.c.id, groups.c.archived == 0)
        .correlate(clients)
        .scalar_subquery()
    )
    query = (
        select(
            clients.c.id,
            clients.c.name,
            clients.c.address_city,
            clients.c.email,
            contact_count,
            group_count,
            clients.c.archived,
        )
        .where(clients.c.archived == int(archived))
        .order_by(func.lower(clients.c.name))
    )
    return tuple(
        ClientRow(row[0], row[1], row[2] or "", row[3], row[4], row[5], bool(row[6]))
        for row in read.rows(query)
    )


def client_card(read: Reading, client_id: str) -> ClientCard:
    """A client with contacts, groups and the number of people at work there now or before."""
    people = select(func.count(func.distinct(t.employments.c.participant_id))).where(
        t.employments.c.client_id == client_id
    )
    return ClientCard(
        client=read.clients.get(client_id),
        contacts=tuple(read.contacts.where(client_id=client_id)),
        groups=tuple((group.id, group.name) for group in read.groups.where(client_id=client_id)),
        people=int(read.rows(people)[0][0]),
    )
