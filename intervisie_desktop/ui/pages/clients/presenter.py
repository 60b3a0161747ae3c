"""What the page Opdrachtgevers shows and does; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Outcome, Subject
from intervisie_desktop.domain.clients import Address, Client, Contact
from intervisie_desktop.services.clients import ClientCard, ClientRow, ClientsService
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.text.advice import advice as number_advice
from intervisie_desktop.ui.text.counts import telwoord
from intervisie_desktop.ui.text.lint import note_advice

CONCERNS = frozenset({Subject.CLIENT, Subject.GROUP, Subject.PARTICIPANT})

#: From this length on, advice about a number is given while it is still being typed.
_TYPED_ENOUGH = {"kvk_number": 8, "vat_number": 14, "iban": 18, "postcode": 6}


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact person as shown."""

    id: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClientShown:
    """The open opdrachtgever: values of its forms, advice by field, and what hangs on it."""

    id: str
    title: str
    subtitle: str
    archived: bool
    values: dict[str, Any]
    advice: dict[str, str]
    contacts: tuple[ContactLine, ...]
    groups: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClientsState:
    """Everything the page shows."""

    rows: tuple[ClientRow, ...] = ()
    subtitle: str = ""
    archive: bool = False
    shown: ClientShown | None = None
    empty: tuple[str, str] = field(default=("", ""))


class ClientsView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: ClientsState) -> None:
        """Show everything."""

    def show_advice(self, name: str, sentence: str) -> None:
        """Show or take away a sentence under a field."""

    def focus_name(self) -> None:
        """Put the focus in the name of the opdrachtgever that is open."""


class ClientsPresenter:
    """Lists opdrachtgevers, opens one, saves every field as it is left."""

    def __init__(self, clients: ClientsService, view: ClientsView, desk: Desk) -> None:
        self._clients = clients
        self._view = view
        self._desk = desk
        self._open_id = ""
        self._archive = False

    def refresh(self) -> None:
        """Read and show again."""
        rows = self._clients.rows(archived=self._archive)
        if self._open_id not in {row.id for row in rows}:
            self._open_id = rows[0].id if rows else ""
        card = self._clients.card(self._open_id) if self._open_id else None
        word = telwoord(len(rows), "opdrachtgever", "opdrachtgevers")
        self._view.show_state(
            ClientsState(
                rows=rows,
                subtitle=f"{word} in het archief" if self._archive else word,
                archive=self._archive,
                shown=_shown(card) if card else None,
                empty=_empty(archive=self._archive),
            )
        )

    def select(self, client_id: str) -> None:
        """Open another opdrachtgever."""
        if client_id != self._open_id:
            self._open_id = client_id
            self.refresh()

    def open(self, destination: Destination) -> None:
        """Come from elsewhere, maybe to one opdrachtgever, also when it is archived."""
        if destination.part == "new":
            self.add()
            return
        if destination.id:
            self._open_id = destination.id
            self._archive = self._clients.card(destination.id).client.archived
        self.refresh()

    def show_archive(self, archive: bool) -> None:
        """Switch between the current ones and the archive."""
        self._archive = archive
        self.refresh()

    def add(self) -> None:
        """Make a new opdrachtgever and let its name be typed over."""
        made = self._desk.perform(self._add)
        if made is not None:
            self._archive = False
            self._open_id = made.id
            self.refresh()
            self._view.focus_name()

    def change(self, name: str, value: Any) -> None:
        """Save one field."""
        client = self._clients.card(self._open_id).client
        changed = with_value(client, name, value)
        if changed != client:
            self._desk.perform(lambda: self._clients.change(changed))

    def typing(self, name: str, text: str) -> None:
        """Advise while a number is being typed, as soon as it can be judged."""
        if len(text.replace(" ", "")) >= _TYPED_ENOUGH.get(name, 1000):
            self._view.show_advice(name, advice(name, text))
        elif name in _TYPED_ENOUGH:
            self._view.show_advice(name, "")

    def toggle_archived(self) -> None:
        """Put the open one away, or bring it back."""
        shown = self._clients.card(self._open_id).client
        act = self._clients.restore if shown.archived else self._clients.archive
        self._desk.perform(lambda: act(shown.id))

    def remove(self) -> None:
        """Remove the open one; undo brings it back."""
        client_id = self._open_id
        self._desk.perform(lambda: self._clients.remove(client_id))

    def add_contact(self, values: dict[str, Any]) -> None:
        """Add the contact person that was typed."""
        words = {name: str(value or "") for name, value in values.items()}
        contact = Contact(id="", client_id=self._open_id, **words)
        self._desk.perform(lambda: self._clients.add_contact(contact))

    def change_contact(self, contact_id: str, name: str, value: Any) -> None:
        """Save one field of a contact person."""
        card = self._clients.card(self._open_id)
        contact = next(c for c in card.contacts if c.id == contact_id)
        changed = replace(contact, **{name: value})
        self._desk.perform(lambda: self._clients.change_contact(changed))

    def remove_contact(self, contact_id: str) -> None:
        """Remove a contact person."""
        self._desk.perform(lambda: self._clients.remove_contact(contact_id))

    def open_group(self, group_id: str) -> None:
        """Go to a group of this opdrachtgever."""
        self._desk.go(Destination(Place.GROUPS, group_id))

    def _add(self) -> Outcome[Client]:
        return self._clients.add(Client(id="", name="Nieuwe opdrachtgever"))


def advice(name: str, value: Any, country: str = "NL") -> str:
    """What to say about a value, empty when there is nothing."""
    text = str(value or "")
    if name == "note":
        return note_advice(text)
    if name in {"postcode", "billing_postcode"}:
        return number_advice("postcode", text) if country == "NL" else ""
    return number_advice(name, text)


def with_value(client: Client, name: str, value: Any) -> Client:
    """The client with one field of the form changed; address parts go where they belong."""
    if name in {"lines", "postcode", "city", "country"}:
        return replace(client, address=replace(client.address, **{name: value or ""}))
    if name.startswith("billing_") and name != "billing_email":
        billing = client.billing_address or Address()
        changed = replace(billing, **{name.removeprefix("billing_"): value or ""})
        filled = changed.lines or changed.postcode or changed.city
        return replace(client, billing_address=changed if filled else None)
    return replace(client, **{name: value})


def _values(client: Client) -> dict[str, Any]:
    billing = client.billing_address or Address()
    return {
        "name": client.name,
        "lines": client.address.lines,
        "postcode": client.address.postcode,
        "city": client.address.city,
        "country": client.address.country,
        "phone": client.phone,
        "email": client.email,
        "billing_email": client.billing_email,
        "billing_lines": billing.lines,
        "billing_postcode": billing.postcode,
        "billing_city": billing.city,
        "kvk_number": client.kvk_number,
        "vat_number": client.vat_number,
        "iban": client.iban,
        "reference": client.reference,
        "payment_days": client.payment_days,
        "private": client.private,
        "oin": client.oin,
        "peppol_id": client.peppol_id,
        "attention": client.attention,
        "names_on_invoice": client.names_on_invoice,
        "note": client.note,
    }


def _shown(card: ClientCard) -> ClientShown:
    client = card.client
    values = _values(client)
    named = ("postcode", "billing_postcode", "kvk_number", "vat_number", "iban", "note")
    people = telwoord(card.people, "deelnemer werkt hier", "deelnemers werken hier")
    parts = (client.address.city, people if card.people else "")
    return ClientShown(
        id=client.id,
        title=client.name,
        subtitle=", ".join(part for part in parts if part),
        archived=client.archived,
        values=values,
        advice={name: advice(name, values[name], client.address.country) for name in named},
        contacts=tuple(
            ContactLine(
                c.id,
                {"name": c.name, "function": c.function, "email": c.email, "phone": c.phone},
            )
            for c in card.contacts
        ),
        groups=card.groups,
    )


def _empty(*, archive: bool) -> tuple[str, str]:
    if archive:
        return ("Het archief is leeg", "Wat u archiveert, verdwijnt uit de lijsten en blijft hier.")
    return (
        "Nog geen opdrachtgevers",
        "Een opdrachtgever betaalt voor een groep of voor deelnemers. Dat kan ook later.",
    )
