"""The report of a bug: where it happened, and nothing that was typed, named or stored.

The text of an exception may quote a name, so only its kind and the places in the code are kept.
"""

from __future__ import annotations

import os
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

import intervisie_desktop
from intervisie_desktop.host.paths import Paths

KEPT = 20


def report(error: BaseException) -> Path:
    """Write the report beside the logbook and give its path; raises OSError when it cannot."""
    folder = Paths.of_this_machine().logs
    folder.mkdir(parents=True, exist_ok=True)
    _forget_oldest(folder)
    now = datetime.now(UTC)
    path = folder / f"verslag-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    path.write_text(text_of(error), encoding="utf-8")
    return path


def text_of(error: BaseException) -> str:
    """Kind of each exception in the chain, with file, line and function of each frame."""
    lines = [
        f"Intervisie Desktop {intervisie_desktop.__version__}",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines += ["", f"{type(seen).__module__}.{type(seen).__qualname__}"]
        lines += [
            f"  {_inside(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__, limit=-60)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def _inside(filename: str) -> str:
    """The file without the folders above the package: those may hold the user's name."""
    parts = Path(filename).parts
    if "intervisie_desktop" in parts:
        last = len(parts) - 1 - parts[::-1].index("intervisie_desktop")
        return "/".join(parts[last:])
    return parts[-1] if parts else filename


def _forget_oldest(folder: Path) -> None:
    for old in sorted(folder.glob("verslag-*.txt"))[: -(KEPT - 1)]:
        old.unlink(missing_ok=True)
