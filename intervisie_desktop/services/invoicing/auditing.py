"""Whether everything that was issued still stands as it was issued."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from intervisie_desktop.domain.invoices import IssuedInvoice, broken_link
from intervisie_desktop.services.invoicing.values import AuditReport, SeriesReport
from intervisie_desktop.storage.records.collections import Reading


def audit(reading: Reading) -> AuditReport:
    """Numbers without a gap, the chain, the bytes of every paper, and what is loose.

    Loose are keys that count as billed but stand on no line that is there.
    """
    chain = reading.issued_invoices.all()
    broken = broken_link(chain)
    lines = {line.id for line in reading.invoice_lines.all()}
    sources = reading.billed_sources.all()
    return AuditReport(
        series=_series(chain),
        count=len(chain),
        head=chain[-1].hash if chain else "",
        broken_at=broken.number if broken else "",
        damaged=tuple(one.number for one in chain if not _intact(reading, one)),
        loose=tuple(source.id for source in sources if source.line_id not in lines),
    )


def _series(chain: Sequence[IssuedInvoice]) -> tuple[SeriesReport, ...]:
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for invoice in chain:
        places[invoice.series, invoice.year].append(invoice.sequence)
    return tuple(
        SeriesReport(
            series=series,
            year=year,
            first=min(taken),
            last=max(taken),
            count=len(taken),
            gaps=tuple(sorted(set(range(min(taken), max(taken) + 1)) - set(taken))),
        )
        for (series, year), taken in sorted(places.items())
    )


def _intact(reading: Reading, invoice: IssuedInvoice) -> bool:
    papers = reading.invoice_papers.get(invoice.id)
    if papers is None:
        return False
    pdf, xml = papers
    xml_sum = hashlib.sha256(xml).hexdigest() if xml else ""
    return (hashlib.sha256(pdf).hexdigest(), xml_sum) == (invoice.pdf_sha256, invoice.xml_sha256)
