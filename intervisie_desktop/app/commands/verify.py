"""`verify`: whether a paper was issued, is unchanged, and was not withdrawn."""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.app.commands.files import read_bytes
from intervisie_desktop.app.commands.opening import opened
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.certificates import verify_alone
from intervisie_desktop.services.certification.values import Verdict, Verification
from intervisie_desktop.services.invoicing.verifying import InvoiceVerdict
from intervisie_desktop.ui.text import command_line as words
from intervisie_desktop.ui.text import counts, verdicts

GOOD = frozenset({Verdict.GENUINE, Verdict.SEALED})
_INVOICES = {
    InvoiceVerdict.GENUINE: (Verdict.GENUINE, words.INVOICE_GENUINE),
    InvoiceVerdict.CREDITED: (Verdict.WITHDRAWN, words.INVOICE_CREDITED),
    InvoiceVerdict.ALTERED: (Verdict.ALTERED, words.INVOICE_ALTERED),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one file; an invoice that was credited is told as withdrawn."""

    verdict: Verdict
    message: str
    number: str | None
    issued_on: str | None
    replaced_by: str | None


def run(options: argparse.Namespace, console: Console) -> int:
    """Judge each file; without the practice only what the paper proves by itself."""
    papers = [(path, read_bytes(path)) for path in options.files]
    if options.practice is None:
        judged = [(path, pdf, _of_certificate(verify_alone(pdf))) for path, pdf in papers]
    else:
        with opened(options.practice, console) as services:
            judged = [(path, pdf, _judged(services, pdf)) for path, pdf in papers]
    if options.json:
        files = [_as_json(path, pdf, found) for path, pdf, found in judged]
        console.document("verify", 1, {"files": files})
    else:
        for path, _, found in judged:
            console.say(f"{path}: {found.message}")
    return Exit.DONE if all(found.verdict in GOOD for _, _, found in judged) else Exit.SAID_NO


def _judged(services: Services, pdf: bytes) -> Judged:
    """By the register of invoices when it is one of ours, else by that of certificates."""
    invoice = services.invoices.verify(pdf)
    if invoice.verdict is InvoiceVerdict.UNKNOWN:
        return _of_certificate(services.certificates.verify(pdf))
    verdict, sentence = _INVOICES[invoice.verdict]
    message = sentence.format(
        number=invoice.number,
        issued=counts.day_long(invoice.issued_on) if invoice.issued_on else "",
        gross=counts.money(invoice.gross),
        other=invoice.credited_by,
    )
    issued_on = invoice.issued_on.isoformat() if invoice.issued_on else None
    return Judged(verdict, message, invoice.number, issued_on, invoice.credited_by or None)


def _of_certificate(found: Verification) -> Judged:
    replaced = found.verdict is Verdict.REPLACED
    return Judged(
        found.verdict,
        verdicts.sentence(found),
        found.number or None,
        found.issued_on.isoformat() if found.issued_on else None,
        found.other_number or None if replaced else None,
    )


def _as_json(path: Path, pdf: bytes, found: Judged) -> dict[str, object]:
    return {
        "file": str(path),
        "verdict": found.verdict.value,
        "message": found.message,
        "number": found.number,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "issued_on": found.issued_on,
        "replaced_by": found.replaced_by,
    }
