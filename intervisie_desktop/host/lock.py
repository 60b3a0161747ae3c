"""One program at a time per practice file, held by a lock the system itself drops at a crash."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from typing import IO, Any

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.host.files import told_of

# Windows refuses reading a locked range, so the lock lies behind the text.
_OFFSET = 4096


class FileLock:
    """The lock of a practice file, in `x.intervisie-bezet` beside it.

    The text names host and process; whether that process lives is asked of the system's lock,
    so that a number used again deceives nobody. On a shared folder that lock says nothing about
    another machine: there only a deliberate take-over helps.
    """

    def __init__(self, path: Path, *, host: str | None = None) -> None:
        self.path = path.with_name(f"{path.name}-bezet")
        self._host = host or socket.gethostname()
        self._file: IO[bytes] | None = None

    def acquire(self, *, take_over: bool = False) -> None:
        """Takes the lock; Trouble("already_open") or Trouble("locked_elsewhere", host=…)."""
        with told_of(self.path):
            file = self._opened()
        try:
            holder = self._holder(file)
            if holder is not None and holder.get("host") != self._host and not take_over:
                raise Trouble("locked_elsewhere", host=str(holder.get("host")))
            file.seek(0)
            file.truncate()
            file.write(json.dumps({"host": self._host, "pid": os.getpid()}).encode())
            file.flush()
        except BaseException:
            file.close()
            raise
        self._file = file

    def release(self) -> None:
        """Gives the lock up and leaves no file behind."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if sys.platform == "win32":
            file.truncate(0)
            file.close()
            self.path.unlink(missing_ok=True)
        else:
            # Unlinked while held: whoever waits on it sees that its file is gone.
            self.path.unlink(missing_ok=True)
            file.close()

    def _opened(self) -> IO[bytes]:
        """The lock file, open and locked."""
        while True:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            file = os.fdopen(descriptor, "rb+", buffering=0)
            if not _locked(file):
                holder = self._holder(file) or {}
                file.close()
                raise Trouble("already_open", host=holder.get("host"), pid=holder.get("pid"))
            if self._still_there(file):
                return file
            file.close()

    def _still_there(self, file: IO[bytes]) -> bool:
        """False when its last holder unlinked it between our opening and locking."""
        try:
            here = self.path.stat()
        except FileNotFoundError:
            return False
        mine = os.fstat(file.fileno())
        return (here.st_dev, here.st_ino) == (mine.st_dev, mine.st_ino)

    def _holder(self, file: IO[bytes]) -> dict[str, Any] | None:
        """Who wrote the file, or None when it is empty or unreadable."""
        file.seek(0)
        try:
            holder = json.loads(file.read(_OFFSET))
        except (ValueError, OSError):
            return None
        return holder if isinstance(holder, dict) else None


def _locked(file: IO[bytes]) -> bool:
    """Whether the system gave this open file its lock."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  (Windows only)

            file.seek(_OFFSET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  (not on Windows)

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
