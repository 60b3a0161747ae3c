"""Every paper of a period in one zip: PDF and e-invoice, a list as csv, and the sums of all.

The files are named after number and client, because some bookkeeping programs read in the order
of the names. The same papers give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intervisie_desktop.documents.csv_text import guarded, written
from intervisie_desktop.documents.invoice_facts import InvoiceFacts

INDEX, SUMS = "index.csv", "SHA256SUMS"
_STAMP = (1980, 1, 1, 0, 0, 0)
_HEADS = (
    "Nummer", "Datum", "Vervaldatum", "Opdrachtgever", "Crediteert", "Exclusief btw", "Btw",
    "Inclusief btw", "Pdf", "E-factuur",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePaper:
    """An issued invoice with its very bytes; `stem` is the name of its files without ending."""

    facts: InvoiceFacts
    stem: str
    pdf: bytes
    xml: bytes

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Its files by name; without an e-invoice there is only the PDF."""
        paper = (f"{self.stem}.pdf", self.pdf)
        return (paper, (f"{self.stem}.xml", self.xml)) if self.xml else (paper,)


def bundle(papers: Sequence[BundlePaper]) -> bytes:
    """The zip, with the list first and the sums last."""
    files = [(INDEX, _index(papers)), *(file for one in papers for file in one.files)]
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, data in (*files, (SUMS, sums.encode())):
            parts.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _index(papers: Sequence[BundlePaper]) -> bytes:
    return written([list(_HEADS), *([*_row(one)] for one in papers)])


def _row(paper: BundlePaper) -> Iterator[str]:
    facts = paper.facts
    yield guarded(facts.number)
    yield f"{facts.issued_on:%d-%m-%Y}"
    yield f"{facts.due_on:%d-%m-%Y}" if facts.due_on else ""
    yield guarded(facts.buyer.name)
    yield guarded(facts.original.number) if facts.original else ""
    for cents in (facts.totals.net, facts.totals.vat, facts.gross):
        whole, rest = divmod(abs(cents), 100)
        yield f"{'-' if cents < 0 else ''}{whole},{rest:02}"
    yield guarded(f"{paper.stem}.pdf")
    yield guarded(f"{paper.stem}.xml") if paper.xml else ""
