"""Keeps a sample practice of today's schema among the fixtures, before the schema moves on.

Run it from the top folder: `python tools/keep_database.py`. A file that is there is left alone,
because it stands for what was released.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from intervisie_desktop.domain.practice import Facilitator, Practice  # noqa: E402
from intervisie_desktop.host.clock import FixedClock  # noqa: E402
from intervisie_desktop.host.keys import Cost  # noqa: E402
from intervisie_desktop.host.paths import Paths  # noqa: E402
from intervisie_desktop.services.practice_file import PracticeFiles  # noqa: E402
from intervisie_desktop.storage.tables import SCHEMA_VERSION  # noqa: E402
from tests.storage.samples import PASSWORD, a_certificate, a_withdrawal, fill, issue  # noqa: E402

CHEAP = Cost(memory=19 * 1024, rounds=2, lanes=1)


def main() -> int:
    """Writes `tests/fixtures/databases/v0001.intervisie` or the like; 1 when it is there."""
    target = ROOT / "tests" / "fixtures" / "databases" / f"v{SCHEMA_VERSION:04}.intervisie"
    if target.exists():
        print(f"{target.name} is there already")
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        clock = FixedClock(datetime(2026, 3, 2, 12, 0))  # noqa: DTZ001  (Dutch time)
        files = PracticeFiles(clock, Paths.under(Path(state)), CHEAP)
        practice = Practice(name="Praktijk De Spiegel", kvk_number="12345678", demo=True)
        opened, _ = files.create(
            target, PASSWORD, practice, Facilitator(id="f0", name="Noor de Wit")
        )
        fill(opened.store)
        with opened.store.work("certificate_issued", final=True) as work:
            work.certificates.add(a_certificate())
            work.certificate_papers.add("bewijs-2026-1", b"%PDF-1.7 voorbeeld")
            work.certificate_acts.add(a_withdrawal())
            work.settings.set("kleuren", {"lijst": [1, 2, 3]})
        issue(opened.store)
        opened.close()
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
