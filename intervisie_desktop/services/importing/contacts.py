"""Contact persons of clients, from an address book or a list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intervisie_desktop.domain.clients import Address, Client, Contact
from intervisie_desktop.domain.duplicates import Resemblance
from intervisie_desktop.domain.emails import email_key, is_email
from intervisie_desktop.domain.people import folded
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.importing.cells import Cells
from intervisie_desktop.services.importing.columns import Field
from intervisie_desktop.services.importing.drafts import Draft
from intervisie_desktop.services.importing.known import Places, names_to_make
from intervisie_desktop.services.importing.mapping import Mapping
from intervisie_desktop.services.importing.people import name_attentions, name_of
from intervisie_desktop.services.importing.preview import (
    Choice,
    Decisions,
    Handling,
    ImportSummary,
    Preview,
    PreviewRow,
    Proposal,
    Remark,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEntry:
    """What one row says of a contact person and the organisation."""

    client: str
    name: str
    function: str = ""
    email: str = ""
    phone: str = ""
    address: Address = Address()


def preview_contacts(read: Reading, draft: Draft, mapping: Mapping) -> Preview[ContactEntry]:
    """What the address book would bring in."""
    table = draft.tables[mapping.table]
    fields = mapping.columns or draft.columns_of(mapping.table, mapping.kind)
    clients = {client.id: client for client in read.clients.all()}
    contacts = read.contacts.all()
    rows = []
    for row in table.rows:
        entry, problems, attentions = _entry(Cells(row, fields))
        proposals = () if problems else _proposals(entry, contacts, clients)
        rows.append(
            PreviewRow(
                key=str(row.number),
                number=row.number,
                label=entry.name or entry.client,
                entry=entry,
                proposals=proposals,
                problems=tuple(problems),
                attentions=tuple(attentions),
                usual=_usual(proposals),
            )
        )
    wanted = (row.entry.client for row in rows if not row.problems)
    return Preview(
        name=draft.name,
        kind=mapping.kind,
        mapping=mapping,
        rows=tuple(rows),
        new_clients=names_to_make(wanted, (client.name for client in clients.values())),
        notes=table.notes,
    )


def apply_contacts(
    work: Work, preview: Preview[ContactEntry], decisions: Decisions, ids: Ids
) -> ImportSummary:
    """Takes the contact persons in as decided, their organisations where those are new."""
    places = Places(work, ids, preview.mapping.profile)
    added = merged = skipped = 0
    for row in preview.rows:
        choice, entry = decisions.on(row), row.entry
        if choice.handling is Handling.SKIP:
            skipped += 1
        elif choice.handling is Handling.MERGE:
            _fill_in(work, work.contacts.get(choice.target), entry)
            merged += 1
        else:
            added += _add(work, places, entry, ids)
    return ImportSummary(
        contacts=added, merged=merged, skipped=skipped, clients=places.clients_made
    )


def _entry(cells: Cells) -> tuple[ContactEntry, list[Remark], list[Remark]]:
    name = name_of(cells)
    plain = name.formal
    email = cells[Field.EMAIL]
    problems: list[Remark] = []
    if not cells[Field.ORGANISATION]:
        problems.append(Remark("no_organisation"))
    if not plain and not email:
        problems.append(Remark("no_name"))
    if email and not is_email(email):
        problems.append(Remark("bad_email", {"text": email}))
    entry = ContactEntry(
        client=cells[Field.ORGANISATION],
        name=plain or email,
        function=cells[Field.FUNCTION],
        email=email,
        phone=cells[Field.PHONE],
        address=Address(
            lines=cells[Field.STREET], postcode=cells[Field.POSTCODE], city=cells[Field.CITY]
        ),
    )
    return entry, problems, name_attentions(name)


def _proposals(
    entry: ContactEntry, contacts: list[Contact], clients: dict[str, Client]
) -> tuple[Proposal, ...]:
    """The contact persons of the same organisation with the same name or address."""
    found = []
    for contact in contacts:
        if folded(clients[contact.client_id].name) != folded(entry.client):
            continue
        if entry.email and email_key(contact.email) == email_key(entry.email):
            reason, score = Resemblance.SAME_EMAIL, 95
        elif folded(contact.name) == folded(entry.name):
            reason, score = Resemblance.SAME_NAME_AND_EMPLOYER, 90
        else:
            continue
        found.append(Proposal(target=contact.id, name=contact.name, reason=reason, score=score))
    return tuple(sorted(found, key=lambda one: -one.score))


def _usual(proposals: tuple[Proposal, ...]) -> Choice:
    if proposals:
        return Choice(handling=Handling.MERGE, target=proposals[0].target)
    return Choice(handling=Handling.ADD)


def _fill_in(work: Work, contact: Contact, entry: ContactEntry) -> None:
    filled = replace(
        contact,
        function=contact.function or entry.function,
        email=contact.email or entry.email,
        phone=contact.phone or entry.phone,
    )
    if filled != contact:
        work.contacts.save(filled)


def _add(work: Work, places: Places, entry: ContactEntry, ids: Ids) -> int:
    """Adds the contact unless an earlier row did; fills an empty address of the client."""
    client = places.client(entry.client, address=entry.address)
    stored = work.clients.get(client.id)
    if stored.address == Address() and entry.address != Address():
        work.clients.save(replace(stored, address=entry.address))
    own = work.contacts.where(client_id=client.id)
    if any(folded(one.name) == folded(entry.name) and one.email == entry.email for one in own):
        return 0
    work.contacts.add(
        Contact(
            id=ids.new("cp"),
            client_id=client.id,
            name=entry.name,
            function=entry.function,
            email=entry.email,
            phone=entry.phone,
        )
    )
    return 1
