"""CII and UBL of an invoice or credit note, the same bytes for the same facts."""

from __future__ import annotations

import re

from intervisie_desktop.documents.einvoice.formats import EN16931_ID, Format, choose_format
from intervisie_desktop.documents.einvoice.generator import write_cii, write_ubl
from intervisie_desktop.documents.einvoice.terms import terms_of
from intervisie_desktop.documents.invoice_facts import InvoiceFacts

_VERSION = b"  <cbc:UBLVersionID>2.1</cbc:UBLVersionID>\n"
_EMPTY = b"<ram:ApplicableHeaderTradeDelivery/>"
_NIL = _EMPTY.replace(b"/>", b' xsi:nil="true"/>')


def cii(facts: InvoiceFacts) -> bytes:
    """The XML that goes into the PDF as `factur-x.xml`: plain EN 16931, for every buyer."""
    # What has no delivery day comes out as a nil element, which the schema does not allow.
    return write_cii(terms_of(facts, Format.EN16931)).replace(_NIL, _EMPTY, 1)


def ubl(facts: InvoiceFacts, kind: Format | None = None, *, paper: bytes = b"") -> bytes:
    """UBL 2.1 as the kind that was asked for, else as the one that fits the buyer.

    `paper` is the PDF to put in it, for bookkeeping programs that show what they book.
    """
    chosen = kind or choose_format(facts)
    terms = terms_of(facts, chosen)
    if paper:
        terms["BG-24"] = [_attached(facts.number, paper)]
    # The norm does not know the version element and warns of it (UBL-CR-002).
    xml = write_ubl(terms).replace(_VERSION, b"", 1)
    plain = f">{EN16931_ID}</cbc:CustomizationID>".encode()
    if xml.count(plain) != 1:
        raise ValueError("factur-x writes another CustomizationID than it did")
    return xml.replace(plain, f">{chosen.customization}</cbc:CustomizationID>".encode())


def _attached(number: str, paper: bytes) -> dict[str, object]:
    """A PDF as supporting document; its file name holds nothing that a file system minds."""
    safe = re.sub(r"[^\w-]+", "-", number).strip("-") or "factuur"
    return {
        "BT-122": safe,
        "BT-125": paper,
        "BT-125-1": "application/pdf",
        "BT-125-2": f"{safe}.pdf",
    }
