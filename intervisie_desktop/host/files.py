"""Files written whole or not at all, and names that are safe on every system."""

from __future__ import annotations

import errno
import os
import sys
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intervisie_desktop.domain.errors import Trouble

_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}
_FORBIDDEN = set('<>:"/\\|?*')
_LONGEST = 80
_BUSY = {5, 32}
_WAITS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4)


def atomic_write(path: Path, data: bytes) -> None:
    """The bytes are at this place, or what was there still is; Trouble when it cannot be."""
    temporary = path.with_name(f"{_temporary(path)}{os.getpid()}.tmp")
    with told_of(path):
        try:
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            replace(temporary, path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise


def sweep(path: Path) -> None:
    """Removes what a crash left of writing this file."""
    for left in path.parent.iterdir():
        if left.name.startswith(_temporary(path)) and left.suffix == ".tmp":
            left.unlink(missing_ok=True)


def replace(source: Path, target: Path) -> None:
    """Puts source in the place of target, also when a scanner holds it for a moment."""
    for wait in (*_WAITS, None):
        try:
            source.replace(target)
            break
        except PermissionError as error:
            if wait is None or getattr(error, "winerror", None) not in _BUSY:
                raise
            time.sleep(wait)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes names in the folder last through a power cut; Windows does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Lets system errors about this file out as Trouble."""
    try:
        yield
    except OSError as error:
        raise Trouble(_code(error), path=str(path)) from error


def _code(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "missing_file"
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return "disk_full"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "read_only"
    return "exists" if isinstance(error, FileExistsError) else "io_error"


def safe_name(text: str, *, fallback: str = "naamloos") -> str:
    """A file name, without folder, that every system takes: at most 80 bytes."""
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] != "C")
    name = "".join("_" if c in _FORBIDDEN else c for c in kept)
    name = " ".join(name.split()).strip(". ")
    name = _shortened(name)
    if name.split(".")[0].strip().casefold() in _RESERVED:
        name = f"_{name}"
    return name if name.strip("_") else fallback


def unique_name(folder: Path, name: str) -> Path:
    """A path in the folder that is still free: "naam.pdf", else "naam (2).pdf"."""
    wanted = folder / name
    candidate, count = wanted, 1
    while candidate.exists():
        count += 1
        candidate = wanted.with_name(f"{wanted.stem} ({count}){wanted.suffix}")
    return candidate


def _temporary(path: Path) -> str:
    return f".{path.name[:60]}."


def _shortened(name: str) -> str:
    """At most 80 bytes, the ending kept, no character cut in half."""
    if len(name.encode()) <= _LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending.encode()) > 8:
        stem, dot, ending = name, "", ""
    room = _LONGEST - len(f"{dot}{ending}".encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + dot + ending
