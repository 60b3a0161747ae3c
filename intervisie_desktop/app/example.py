"""The example practice: invented, in a file of its own that is thrown away afterwards."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.entrance import Entrance
from intervisie_desktop.ui.shell.desk import Progress

PASSWORD = "voorbeeld"
NAME = "voorbeeld.intervisie"


class Example:
    """Makes the invented practice and throws its folder away."""

    def __init__(self, entrance: Entrance, paths: Paths, clock: Clock) -> None:
        self._entrance = entrance
        self._paths = paths
        self._clock = clock
        self._folder: Path | None = None

    def make(self, progress: Progress) -> None:
        """The example practice, open; Trouble when the disk does not let it."""
        # The demo is not needed by who has a practice of their own.
        from intervisie_desktop.services.demo import fill  # noqa: PLC0415

        raise NotImplementedError(fill, progress)

    def discard(self) -> None:
        """Nothing of the example stays on the disk."""
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _new_folder(self) -> Path:
        self._folder = Path(tempfile.mkdtemp(prefix="intervisie-voorbeeld-"))
        return self._folder
