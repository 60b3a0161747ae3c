"""Whether a PDF or XML is an invoice that was issued, unchanged, and not taken back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intervisie_desktop.domain.invoices import InvoiceKind, IssuedInvoice
from intervisie_desktop.storage.reads.invoices import balance_of
from intervisie_desktop.storage.records.collections import Reading


class InvoiceVerdict(StrEnum):
    """What checking a file found; ALTERED names an invoice of ours with other content."""

    GENUINE = "genuine"
    CREDITED = "credited"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceVerification:
    """The answer; number and amounts are those of the register, `credited_by` the last credit."""

    verdict: InvoiceVerdict
    number: str = ""
    issued_on: date | None = None
    gross: int = 0
    client_name: str = ""
    credited_by: str = ""


def verified(reading: Reading, data: bytes) -> InvoiceVerification:
    """What these bytes are according to the register."""
    sha256 = hashlib.sha256(data).hexdigest()
    for field in ("pdf_sha256", "xml_sha256"):
        for issued in reading.issued_invoices.where(**{field: sha256}):
            return _known(reading, issued)
    named = _named(data)
    for issued in reading.issued_invoices.where(number=named) if named else ():
        found = _known(reading, issued)
        return InvoiceVerification(
            verdict=InvoiceVerdict.ALTERED,
            number=found.number,
            issued_on=found.issued_on,
            gross=found.gross,
            client_name=found.client_name,
        )
    return InvoiceVerification(verdict=InvoiceVerdict.UNKNOWN)


def _known(reading: Reading, issued: IssuedInvoice) -> InvoiceVerification:
    invoice = reading.invoices.get(issued.id)
    balance = balance_of(reading, invoice, issued.gross)
    back = invoice.kind is not InvoiceKind.CREDIT and 0 < issued.gross <= balance.credited
    notes = [one.id for one in reading.invoices.where(credits_id=issued.id)]
    by = [one.number for one in reading.issued_invoices.where(id=notes)]
    return InvoiceVerification(
        verdict=InvoiceVerdict.CREDITED if back else InvoiceVerdict.GENUINE,
        number=issued.number,
        issued_on=issued.issued_on,
        gross=issued.gross,
        client_name=reading.clients.get(invoice.client_id).name,
        credited_by=by[-1] if back and by else "",
    )


def _named(data: bytes) -> str:
    """The number that an e-invoice, or the one inside a PDF, says it has; empty for neither."""
    from intervisie_desktop.documents.einvoice import (  # noqa: PLC0415  (heavy to load)
        UnreadableXmlError,
        embedded,
        read,
    )

    try:
        xml = embedded(data) if data.startswith(b"%PDF") else data
        return read(xml).number if xml else ""
    except UnreadableXmlError:
        return ""
