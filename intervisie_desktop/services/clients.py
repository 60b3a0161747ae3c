"""Clients (opdrachtgevers) and their contact persons."""

from __future__ import annotations

from dataclasses import replace

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.clients import Client, Contact
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.checks import tidy_iban, tidy_postcode
from intervisie_desktop.storage.reads.clients import ClientCard, ClientRow, client_card, client_rows
from intervisie_desktop.storage.store import Store

__all__ = ["ClientCard", "ClientRow", "ClientsService"]

LONGEST_TERM = 365


class ClientsService:
    """Adding, changing and putting away clients and contacts."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def rows(self, *, archived: bool = False) -> tuple[ClientRow, ...]:
        """The clients for a list, by name; the archived ones apart."""
        with self._store.reading() as read:
            return client_rows(read, archived=archived)

    def card(self, client_id: str) -> ClientCard:
        """A client with contacts, groups and people; Refusal("gone")."""
        with self._store.reading() as read:
            return client_card(read, client_id)

    def add(self, client: Client) -> Outcome[Client]:
        """Adds a client under a new id; Refusal("name_missing"), ("payment_term")."""
        checked = _checked(replace(client, id=self._ids.new("c")))
        with self._store.work("client_added", name=checked.name) as work:
            work.clients.add(checked)
        return work.outcome(checked)

    def change(self, client: Client) -> Outcome[Client]:
        """Saves a client; Refusal("gone"), ("name_missing"), ("payment_term")."""
        checked = _checked(client)
        with self._store.work("client_changed", name=checked.name) as work:
            work.clients.save(checked)
        return work.outcome(checked)

    def archive(self, client_id: str) -> Outcome[Client]:
        """Puts a client out of the lists; what refers to it stays."""
        return self._set_archived(client_id, "client_archived", archived=True)

    def restore(self, client_id: str) -> Outcome[Client]:
        """Brings an archived client back."""
        return self._set_archived(client_id, "client_restored", archived=False)

    def remove(self, client_id: str) -> Outcome[None]:
        """Removes a client with its contacts; Refusal("client_in_use") when it is referred to."""
        with self._store.reading() as read:
            client = read.clients.get(client_id)
        with self._store.work("client_removed", name=client.name) as work:
            groups = work.groups.count(client_id=client_id)
            people = work.employments.count(client_id=client_id)
            if groups or people:
                raise Refusal("client_in_use", name=client.name, groups=groups, people=people)
            work.clients.remove(client_id)
        return work.outcome(None)

    def add_contact(self, contact: Contact) -> Outcome[Contact]:
        """Adds a contact person under a new id; Refusal("name_missing")."""
        checked = _checked_contact(replace(contact, id=self._ids.new("cp")))
        with self._store.work("contact_added", name=checked.name) as work:
            work.clients.get(checked.client_id)
            work.contacts.add(checked)
        return work.outcome(checked)

    def change_contact(self, contact: Contact) -> Outcome[Contact]:
        """Saves a contact person; Refusal("gone"), ("name_missing")."""
        checked = _checked_contact(contact)
        with self._store.work("contact_changed", name=checked.name) as work:
            work.contacts.save(checked)
        return work.outcome(checked)

    def remove_contact(self, contact_id: str) -> Outcome[None]:
        """Removes a contact person."""
        with self._store.reading() as read:
            contact = read.contacts.get(contact_id)
        with self._store.work("contact_removed", name=contact.name) as work:
            work.contacts.remove(contact_id)
        return work.outcome(None)

    def _set_archived(self, client_id: str, act: str, *, archived: bool) -> Outcome[Client]:
        with self._store.reading() as read:
            client = replace(read.clients.get(client_id), archived=archived)
        with self._store.work(act, name=client.name) as work:
            work.clients.save(client)
        return work.outcome(client)


def _checked(client: Client) -> Client:
    name = client.name.strip()
    if not name:
        raise Refusal("name_missing")
    if not 0 <= client.payment_days <= LONGEST_TERM:
        raise Refusal("payment_term", most=LONGEST_TERM)
    address = client.address
    tidy = replace(address, postcode=tidy_postcode(address.postcode, address.country))
    return replace(client, name=name, address=tidy, iban=tidy_iban(client.iban))


def _checked_contact(contact: Contact) -> Contact:
    name = contact.name.strip()
    if not name:
        raise Refusal("name_missing")
    return replace(contact, name=name)
