"""The growing wait after wrong passwords, kept over a restart of the program."""

from __future__ import annotations

import json
import math
from pathlib import Path

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.files import atomic_write

FREE_TRIES = 4
LONGEST = 60


def wait_seconds(failures: int) -> int:
    """How long to wait after so many wrong tries in a row: 0 for four, then 2, 4, 8 … 60."""
    if failures <= FREE_TRIES:
        return 0
    return min(LONGEST, 1 << min(failures - FREE_TRIES, 6))


class Patience:
    """The wrong tries per practice file on this machine."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def remaining(self, file_id: str) -> int:
        """Seconds to wait before the next try; a clock set back does not shorten it."""
        failures, since = self._read().get(file_id, (0, 0.0))
        passed = max(0.0, self._clock.now().timestamp() - since)
        return max(0, math.ceil(wait_seconds(failures) - passed))

    def failed(self, file_id: str) -> int:
        """Counts a wrong try; says how long to wait now."""
        tries = self._read()
        failures = tries.get(file_id, (0, 0.0))[0] + 1
        tries[file_id] = (failures, self._clock.now().timestamp())
        self._write(tries)
        return wait_seconds(failures)

    def succeeded(self, file_id: str) -> None:
        """Forgets the wrong tries of this file."""
        tries = self._read()
        if tries.pop(file_id, None) is not None:
            self._write(tries)

    def _read(self) -> dict[str, tuple[int, float]]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(key): (int(n), float(at)) for key, (n, at) in content.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self, tries: dict[str, tuple[int, float]]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(self._path, json.dumps(tries).encode())
