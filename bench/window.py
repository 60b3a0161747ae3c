"""The window on a practice of twenty years: start, pages, typing, re-check and memory.

Run from the root: `python bench/window.py [rounds]`. The practice is invented, encrypted and made
anew (2,000 people, 200 groups, 5,000 meetings, 40,000 attendances). Ratios are of one run on one
machine; the bare window is the same interpreter and Qt with nothing in it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = date(2026, 10, 13)
KEY = b"k" * 32
# An installed program is compiled; without this a machine that forbids writing bytecode compiles
# every module again at every start.
COMPILED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
COMPILED["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "intervisie-bench-bytecode")
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Intervisie"))
window.resize(1440, 900)
window.show()
app.processEvents()
"""


def rss() -> int:
    """Resident memory of now, in KiB."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def opened(path: Path) -> tuple[object, object, object]:
    """The program's own window on a practice, as the user sees it after unlocking."""
    from intervisie_desktop.app.pace import quicken

    quicken()
    from PySide6.QtWidgets import QApplication

    from intervisie_desktop.app.bootstrap import parts_of_window
    from intervisie_desktop.host.clock import FixedClock
    from intervisie_desktop.host.ids import RandomIds
    from intervisie_desktop.host.resources import resources
    from intervisie_desktop.services.bundle import Services
    from intervisie_desktop.storage.store import Store
    from intervisie_desktop.ui.shell.window import MainWindow
    from intervisie_desktop.ui.theme import stylesheet
    from intervisie_desktop.ui.theme.tokens import Mode, Theme

    app = QApplication.instance() or QApplication([])
    theme = Theme(resources())
    stylesheet.dress(app, theme)
    theme.wear(mode=Mode.LIGHT)
    clock = FixedClock(datetime(2026, 10, 13, 8, 55, tzinfo=ZoneInfo("Europe/Amsterdam")))
    services = Services(Store.open(path, KEY), clock, RandomIds())
    window = MainWindow(parts_of_window(services, clock, Forgetful(), no_actions, "Bench"))
    window.resize(1440, 900)
    window.begin()
    window.show()
    app.processEvents()
    return app, services, window


def settle(app: object, _services: object, window: object) -> None:
    """Until the dock is there, the whole practice is judged and no work waits."""
    from intervisie_desktop.ui.panels.findings.panel import KEY

    end = time.monotonic() + 30
    while time.monotonic() < end:
        app.processEvents()
        if not window.tasks.busy and KEY in window.dock._built:
            return
        time.sleep(0.01)


class Forgetful:
    """Remembers nothing of the window."""

    def load(self, _key: str) -> str:
        return ""

    def save(self, _key: str, _value: str) -> None:
        pass


def no_actions(_desk: object) -> list[object]:
    return []


def make(path: Path) -> None:
    """The invented practice of twenty years."""
    from intervisie_desktop.host.ids import SeededIds
    from intervisie_desktop.services.demo import LARGE, make_demo
    from intervisie_desktop.storage.store import Store

    store = Store.create(path, KEY)
    made = make_demo(store, SeededIds(1), TODAY, **LARGE)
    print("praktijk:", made.value)
    store.close()


def child(code: str, *arguments: str) -> tuple[float, dict[str, float]]:
    """Wall seconds of a whole process, and what it printed as JSON on its last line."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True,
        cwd=ROOT, env=COMPILED,
    )  # fmt: skip
    seconds = time.perf_counter() - begin
    return seconds, json.loads(done.stdout.splitlines()[-1])


def start_and_memory(path: Path, rounds: int) -> None:
    """Time from nothing to a usable window and memory at rest, over the bare window."""
    told = "import json; from bench.window import rss; print(json.dumps({'rss': rss()}))"
    bare = BARE + told.replace("from bench.window import rss; ", RSS)
    leave = "; import os, sys; sys.stdout.flush(); os._exit(0)"
    ours = (
        "from pathlib import Path; from bench.window import opened; "
        f"kept = opened(Path({str(path)!r})); "
    )
    rest = ours + "from bench.window import settle; settle(*kept); " + told + leave
    # Left without tidying up: leaving is no part of starting.
    ours += told + leave
    child(ours)
    pairs = [(child(bare), child(ours)) for _ in range(rounds)]
    resting = [child(rest)[1]["rss"] for _ in range(rounds)]
    ratio = [b[0] / a[0] for a, b in pairs]
    memory = [used / a[1]["rss"] for used, (a, _) in zip(resting, pairs, strict=True)]
    median = statistics.median
    print(
        f"start: {median(ratio):.2f} keer het kale venster (doel 3), "
        f"{median(b[0] for _, b in pairs):.2f} s tegen {median(a[0] for a, _ in pairs):.2f} s"
    )
    print(
        f"geheugen in rust: {median(memory):.2f} keer het kale venster (doel 2,5), "
        f"{median(resting) / 1024:.0f} MiB"
    )


RSS = (
    "from pathlib import Path; import os\n"
    "rss = lambda: int(Path('/proc/self/statm').read_text().split()[1]) "
    "* os.sysconf('SC_PAGE_SIZE') // 1024\n"
)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def pages(app: object, window: object) -> None:
    """Milliseconds from going to a page until it is painted: first time and again."""
    from intervisie_desktop.app.bootstrap import PAGES
    from intervisie_desktop.ui.shell.desk import Destination, Place

    def go(place: Place) -> None:
        window.go(Destination(place))
        app.processEvents()

    for place in PAGES:
        if place is Place.SETTINGS:
            continue
        first = timed(lambda place=place: go(place))
        again = []
        for _ in range(3):
            go(Place.CLIENTS if place is not Place.CLIENTS else Place.PARTICIPANTS)
            again.append(timed(lambda place=place: go(place)))
        print(
            f"pagina {place.value}: eerste keer {first:.0f} ms, daarna "
            f"{statistics.median(again):.0f} ms (doel 50)"
        )


def typing(app: object, window: object) -> None:
    """Milliseconds a key in the filter of the list of everyone."""
    from intervisie_desktop.ui.shell.desk import Destination, Place

    window.go(Destination(Place.PARTICIPANTS))
    app.processEvents()
    page = next(p for p in window.findChildren(object) if type(p).__name__ == "ParticipantsPage")
    keys = []
    for end in range(1, len("zonnedauw") + 1):

        def press(end: int = end) -> None:
            page.filter.setText("zonnedauw"[:end])
            app.processEvents()

        keys.append(timed(press))
    print(
        f"typen in het filter: {statistics.median(keys):.1f} ms per toets, "
        f"hoogstens {max(keys):.1f} ms (doel 16)"
    )


def rechecking(services: object) -> None:
    """Milliseconds of judging everything, and of judging again after one changed attendance."""
    from intervisie_desktop.services.compliance import ComplianceService

    anew = ComplianceService(services.store, services.clock, services.ids, services.profiles)
    whole = timed(anew.counts)
    compliance = services.compliance
    compliance.counts()
    with services.store.reading() as read:
        rows = read.attendances.all()
    again, saved = [], []
    with services.store.reading() as read:
        open_ids = {s.id for s in read.sessions.all() if s.state.value in {"held", "planned"}}
    rows = [row for row in rows if row.session_id in open_ids]
    for row in rows[:: max(1, len(rows) // 25)][:25]:
        saved.append(
            timed(
                lambda row=row: services.attendance.set_remark(
                    row.session_id, row.participant_id, "trein later"
                )
            )
        )
        again.append(timed(compliance.counts))
    print(f"alles toetsen, lezen meegerekend: {whole:.0f} ms (doel 500)")
    print(
        f"opnieuw na één deelname: {statistics.median(again):.1f} ms, hoogstens "
        f"{max(again):.1f} ms (doel 16); het bewaren zelf {statistics.median(saved):.1f} ms"
    )


def main() -> None:
    """Print every figure of one run."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "twintig jaar.intervisie"
        make(path)
        start_and_memory(path, rounds)
        app, services, window = opened(path)
        settle(app, services, window)
        rechecking(services)
        pages(app, window)
        typing(app, window)
        window.close()
        services.store.close()


if __name__ == "__main__":
    main()
