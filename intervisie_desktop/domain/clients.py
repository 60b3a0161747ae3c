"""Clients (opdrachtgevers): the organisations that hire the facilitator, and who to write to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address; `lines` holds street and number, a second line where needed."""

    lines: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "NL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """An organisation or person who pays (opdrachtgever).

    `oin` is the number of a government body, `peppol_id` where it takes e-invoices with its scheme
    before the colon ("0106:12345678"). `attention` is the line under the name on an invoice
    (t.a.v.); `names_on_invoice` whether participants are named there.
    """

    id: str
    name: str
    address: Address = Address()
    billing_address: Address | None = None
    email: str = ""
    billing_email: str = ""
    phone: str = ""
    kvk_number: str = ""
    vat_number: str = ""
    iban: str = ""
    reference: str = ""
    payment_days: int = 30
    private: bool = False
    note: str = ""
    archived: bool = False
    oin: str = ""
    peppol_id: str = ""
    attention: str = ""
    names_on_invoice: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact person at a client."""

    id: str
    client_id: str
    name: str
    function: str = ""
    email: str = ""
    phone: str = ""
