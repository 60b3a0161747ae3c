"""What a QR code for a SEPA transfer says (EPC069-12, version 002)."""

from __future__ import annotations

from intervisie_desktop.documents.invoice_facts import InvoiceFacts

MOST = 99_999_999_999
"""The largest amount a code can hold, in cents."""

_NAME, _TEXT = 70, 140
_BYTES = 331


def transfer(name: str, iban: str, amount: int, text: str) -> str:
    """The payload for an amount in cents; empty when there is nothing that can be paid with it.

    It is to be written as UTF-8. Name and text are cut off at what the standard allows.
    """
    if not iban.strip() or not name.strip() or not 0 < amount <= MOST:
        return ""
    euros = f"EUR{amount // 100}.{amount % 100:02}"
    head = ("BCD", "002", "1", "SCT", "", _flat(name)[:_NAME], iban.replace(" ", "").upper(),
            euros, "", "")  # fmt: skip
    start = "\n".join((*head, ""))
    room = _BYTES - len(start.encode())
    return start + _flat(text)[:_TEXT].encode()[:room].decode(errors="ignore")


def payload(facts: InvoiceFacts) -> str:
    """The payload for the open amount of an invoice; empty when nothing is to be paid."""
    if not facts.payable:
        return ""
    return transfer(facts.payee, facts.iban, facts.open, facts.payment_text)


def _flat(text: str) -> str:
    return " ".join(text.split())
