"""The kinds of e-invoice there are, and which one a buyer gets."""

from __future__ import annotations

from enum import StrEnum

from intervisie_desktop.documents.einvoice.code_lists import ADDRESS_SCHEMES
from intervisie_desktop.documents.invoice_facts import InvoiceFacts, InvoiceParty


class Format(StrEnum):
    """What an e-invoice keeps to: the Dutch NLCIUS, Peppol BIS 3 or plain EN 16931."""

    NLCIUS = "nlcius"
    PEPPOL = "peppol"
    EN16931 = "en16931"

    @property
    def customization(self) -> str:
        """How the XML names it (BT-24)."""
        return _CUSTOMIZATION[self]


EN16931_ID = "urn:cen.eu:en16931:2017"
PEPPOL_PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
_CUSTOMIZATION = {
    Format.NLCIUS: f"{EN16931_ID}#compliant#urn:fdc:nen.nl:nlcius:v1.0",
    Format.PEPPOL: f"{EN16931_ID}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
    Format.EN16931: EN16931_ID,
}

KVK_SCHEME, OIN_SCHEME = "0106", "0190"


def choose_format(facts: InvoiceFacts) -> Format:
    """Peppol for who has an address there, NLCIUS for a Dutch organisation, else the plain norm.

    A person has no KvK number, which NLCIUS wants of a Dutch buyer (BR-NL-10); it is written for
    Dutch sellers and buyers only.
    """
    seller, buyer = facts.seller, facts.buyer
    if buyer.private:
        return Format.EN16931
    if buyer.electronic_address:
        return Format.PEPPOL
    both_dutch = seller.address.country == buyer.address.country == "NL"
    return Format.NLCIUS if both_dutch else Format.EN16931


def legal_identifier(party: InvoiceParty) -> tuple[str, str]:
    """The number of a party in a register and its scheme; two empty texts without one."""
    if party.government_number:
        return party.government_number, OIN_SCHEME
    if party.kvk_number:
        return party.kvk_number, KVK_SCHEME if party.address.country == "NL" else ""
    return "", ""


def electronic_address(party: InvoiceParty) -> tuple[str, str]:
    """Where a party receives e-invoices and its scheme, else its number in a register.

    An address in a scheme that does not exist would make the whole invoice refused.
    """
    scheme, _, address = party.electronic_address.partition(":")
    if address and scheme in ADDRESS_SCHEMES:
        return address, scheme
    number, kind = legal_identifier(party)
    return (number, kind) if kind else ("", "")
