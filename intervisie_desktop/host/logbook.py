"""The crash report: what went wrong and where, without anybody's data."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path

from intervisie_desktop import __version__
from intervisie_desktop.host.files import atomic_write, unique_name

MOST_REPORTS = 20


def crash_report(error: BaseException, at: datetime) -> str:
    """The report as text: versions, kinds of error and places in the code.

    Messages of errors and values of variables are left out, because names could stand in them.
    """
    lines = [
        f"Intervisie Desktop {__version__}",
        f"{at.isoformat(timespec='seconds')}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__ + _code(seen))
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines) + "\n"


def keep_report(folder: Path, report: str, at: datetime) -> Path:
    """Writes the report beside the earlier ones, of which the last twenty stay."""
    folder.mkdir(parents=True, exist_ok=True)
    path = unique_name(folder, f"fout {at:%Y-%m-%d %H.%M.%S}.txt")
    atomic_write(path, report.encode())
    for old in sorted(folder.glob("fout *.txt"))[:-MOST_REPORTS]:
        old.unlink(missing_ok=True)
    return path


def _code(error: BaseException) -> str:
    code = getattr(error, "code", None)
    return f" ({code})" if isinstance(code, str) and code.isidentifier() else ""


def _short(filename: str) -> str:
    """The place inside the program or library, without the user's folders."""
    path = Path(filename)
    for root in sorted((Path(p) for p in sys.path if p), key=lambda p: -len(p.parts)):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name
