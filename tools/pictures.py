"""Pictures of every page as it really is, on the example practice.

    python tools/pictures.py FOLDER [--only groups] [--today 2026-10-13]

Every page the window knows is written light and dark, at 100 % and 200 %, at 1440x900 and 1100x700,
so a page that is added later is in the pictures by itself. What opens the window is named by
`--window module:function`; the function gives a `MainWindow` that was not begun yet.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = ((1440, 900), (1100, 700))
RATIOS = (1, 2)
WINDOW = "tools.example_window:window"


def main() -> int:
    """Write every picture; one process per device pixel ratio, as Qt reads it only once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only this place")
    parser.add_argument("--window", default=WINDOW, help="module:function that makes the window")
    parser.add_argument("--ratio", type=int, default=0, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if wanted.ratio:
        return _draw(wanted.folder, wanted.window, wanted.only, wanted.ratio)
    worst = 0
    for ratio in RATIOS:
        command = [sys.executable, __file__, str(wanted.folder), "--ratio", str(ratio)]
        command += ["--window", wanted.window, "--only", wanted.only]
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(ratio),
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        worst = max(worst, subprocess.run(command, env=surroundings, check=False).returncode)
    return worst


def _draw(folder: Path, window_maker: str, only: str, ratio: int) -> int:
    from PySide6.QtWidgets import QApplication

    from intervisie_desktop.ui.shell.desk import Destination
    from intervisie_desktop.ui.theme import stylesheet
    from intervisie_desktop.ui.theme.tokens import Mode, Theme, current

    app = QApplication([])
    stylesheet.dress(app, Theme(ROOT / "resources", app))
    module, _, function = window_maker.partition(":")
    window = getattr(importlib.import_module(module), function)()
    window.begin()
    window.show()
    _settle(app)
    scenes = {place.value: Destination(place) for place in window.places()}
    scenes |= getattr(window, "scenes", {})
    for scene, destination in scenes.items():
        if only and scene != only:
            continue
        window.go(destination)
        for width, height in SIZES:
            window.resize(width, height)
            for mode in (Mode.LIGHT, Mode.DARK):
                current().wear(mode)
                _settle(app)
                name = f"{scene}-{width}x{height}-{mode.value}-{ratio}x.png"
                window.grab().save(str(folder / name))
                print(folder / name)
    window.close()
    return 0


def _settle(app) -> None:  # noqa: ANN001
    from PySide6.QtTest import QTest

    # Jobs of the page (findings, previews) come back through the event loop.
    for _ in range(4):
        app.sendPostedEvents()
        QTest.qWait(60)


if __name__ == "__main__":
    sys.exit(main())
