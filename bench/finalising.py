"""What making 1,000 invoices definitive in one go costs beside the bare rendering of their papers.

`python bench/finalising.py [COUNT]`: concepts in an encrypted practice are finalised in turns, each
with number, snapshot, PDF, e-invoice, hashes and link in one transaction; in between the same
paper is rendered bare, so that a busy machine hits both alike. Memory is told per turn.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools"), str(ROOT / "bench")]

from invoices import bare, facts_of, megabytes  # noqa: E402

from tests.services.money.practice import House  # noqa: E402

TURN = 100


def main(count: int) -> None:
    """Run and print the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder) / "praktijk.intervisie")
        ids = [house.concept("appelvink", 10_000 + place) for place in range(count)]
        spent = {"final": 0.0, "bare": 0.0}
        memory = []
        for start in range(0, count, TURN):
            turn = ids[start : start + TURN]
            begun = time.perf_counter()
            made = house.invoices.finalise(turn).value.made
            spent["final"] += time.perf_counter() - begun
            assert len(made) == len(turn)
            begun = time.perf_counter()
            for place in range(len(turn)):
                bare(facts_of(start + place))
            spent["bare"] += time.perf_counter() - begun
            memory.append(round(megabytes(), 1))
        assert house.invoices.audit().whole
        house.store.close()
    print(json.dumps({
        "invoices": count,
        "final_ms_each": round(spent["final"] / count * 1000, 2),
        "bare_ms_each": round(spent["bare"] / count * 1000, 2),
        "ratio": round(spent["final"] / spent["bare"], 2),
        "memory_mb_per_turn": memory,
        "grown_in_second_half_mb": round(memory[-1] - memory[len(memory) // 2], 1),
    }, indent=2))  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
