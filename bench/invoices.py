"""What 1,000 invoices cost beside the plain cost of rendering them, and whether memory stays flat.

`python bench/invoices.py [COUNT]`: every invoice is made whole (snapshot, CII within the paper,
UBL, hashes of each) and, in turns of a hundred so that a busy machine hits both alike, rendered
bare: the same paper without XML. Nothing is kept but the hashes, as when files are written away.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import sample_invoices  # noqa: E402
import sample_papers  # noqa: E402

from intervisie_desktop.documents.einvoice import cii, problems, ubl  # noqa: E402
from intervisie_desktop.documents.invoice_facts import InvoiceFacts  # noqa: E402
from intervisie_desktop.documents.invoice_json import to_json  # noqa: E402
from intervisie_desktop.documents.pdf import invoice  # noqa: E402

TURN = 100


def facts_of(place: int) -> InvoiceFacts:
    """An invoice of its own: number, buyer and amounts differ from all others."""
    lines = tuple(
        sample_invoices.line(
            15000 + place * 7 + n, 1000 + 500 * (place % 4), text=f"Intervisie {n}"
        )
        for n in range(1 + place % 5)
    )
    buyer = replace(sample_invoices.FIRM, name=f"Maatschap Appelvink {place}")
    return sample_invoices.invoice(*lines, number=f"2026-{place:04}", buyer=buyer)


def whole(facts: InvoiceFacts) -> bytes:
    """All that is made of an invoice that becomes definitive; a hash over it."""
    assert not problems(facts)
    xml = cii(facts)
    paper = invoice.InvoicePaperFacts(practice=PRACTICE, invoice=facts, xml=xml)
    parts = (to_json(facts).encode(), xml, ubl(facts), invoice.render(paper))
    return b"".join(hashlib.sha256(part).digest() for part in parts)


def bare(facts: InvoiceFacts) -> bytes:
    """The same paper without XML."""
    paper = invoice.InvoicePaperFacts(practice=PRACTICE, invoice=facts)
    return hashlib.sha256(invoice.render(paper)).digest()


def timed(make: Callable[[InvoiceFacts], bytes], turn: list[InvoiceFacts]) -> float:
    """Seconds for one turn."""
    start = time.perf_counter()
    for facts in turn:
        make(facts)
    return time.perf_counter() - start


def megabytes() -> float:
    """What this process holds now, or the most it ever held where that cannot be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 2**20


def main(count: int) -> None:
    """Run and print the figures as JSON."""
    timed(whole, [facts_of(9999)])
    sums = {"whole": 0.0, "bare": 0.0}
    memory = []
    for start in range(0, count, TURN):
        turn = [facts_of(start + n) for n in range(min(TURN, count - start))]
        sums["whole"] += timed(whole, turn)
        sums["bare"] += timed(bare, turn)
        memory.append(round(megabytes(), 1))
    figures = {
        "invoices": count,
        "whole_ms_each": round(sums["whole"] / count * 1000, 2),
        "bare_ms_each": round(sums["bare"] / count * 1000, 2),
        "ratio": round(sums["whole"] / sums["bare"], 2),
        "memory_mb_per_turn": memory,
        "grown_in_second_half_mb": round(memory[-1] - memory[len(memory) // 2], 1),
    }
    print(json.dumps(figures, indent=2))


PRACTICE = sample_papers.practice()

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
