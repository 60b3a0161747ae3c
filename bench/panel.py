"""The Controle panel on thousands of findings: check, first look, typing, ordering, scrolling.

Run from the root: `python bench/panel.py`. The practice of twenty years of `bench/window.py`, all
its working years shown at once. Milliseconds of one run on one machine; what is called "venster"
is time in which the window does not answer, the check runs on the worker beside it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.window import make, opened, settle  # noqa: E402

ROUNDS = 5


def median(act: Callable[[], object]) -> float:
    """Milliseconds, the middle one of some rounds."""
    times = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        act()
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print one line per act."""
    from intervisie_desktop.services.control import FindingScope
    from intervisie_desktop.ui.panels.findings.panel import FindingsPanel

    with tempfile.TemporaryDirectory(prefix="intervisie-bench-") as folder:
        path = Path(folder) / "groot.intervisie"
        make(path)
        app, services, window = opened(path)
        settle(app, services, window)
        panel = window.findChild(FindingsPanel)
        presenter = panel._presenter
        found = services.compliance.findings()
        presenter.toggle_others()
        print(f"bevindingen: {len(found)}, kaarten: {len(panel._state.keys)}")

        def first() -> None:
            presenter._words = presenter._kept = None
            presenter.show()
            app.processEvents()

        def typed(text: str) -> Callable[[], None]:
            def act() -> None:
                presenter.search(text)
                app.processEvents()

            return act

        def ordered() -> None:
            for grouping in ("subject", "profile", "severity"):
                presenter.order_by(grouping)
                app.processEvents()

        def scrolled() -> None:
            bar = panel.sheet.verticalScrollBar()
            for _ in range(20):
                bar.setValue(bar.value() + 600)
                app.processEvents()

        print(
            f"controle op de werker: {median(lambda: services.control.check(FindingScope())):.0f}"
        )
        print(f"venster, eerste keer tonen: {median(first):.0f}")
        print(
            f"venster, opnieuw tonen: {median(lambda: (presenter.show(), app.processEvents())):.0f}"
        )
        print(f"venster, een letter zoeken: {median(typed('komt uit')):.0f}")
        typed("")()
        print(f"venster, anders ordenen: {median(ordered) / 3:.0f}")
        print(f"venster, een scherm verder: {median(scrolled) / 20:.0f}")
        print(f"kaarten als widget: {len(panel.cards.cards)}")
        window.close()
        services.store.close()


if __name__ == "__main__":
    main()
