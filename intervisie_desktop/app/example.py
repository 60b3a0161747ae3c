"""The example practice of the window: in a file of its own that is thrown away afterwards."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.entrance import Entrance
from intervisie_desktop.ui.shell.desk import Progress


class Example:
    """Makes the invented practice, and leaves nothing of it behind."""

    def __init__(self, entrance: Entrance, paths: Paths) -> None:
        self._entrance = entrance
        self._paths = paths
        self._folder: Path | None = None
        self._clock: Clock | None = None

    def make(self, _progress: Progress) -> None:
        """The example practice, open; Trouble when the disk does not let it."""
        # Who has a practice of their own never needs the invented one.
        from intervisie_desktop.services import example  # noqa: PLC0415

        self.discard()
        self._folder = Path(tempfile.mkdtemp(prefix="intervisie-voorbeeld-"))
        size = example.Size(today=example.TODAY)
        invented = example.invent(self._folder / example.FILE_NAME, self._paths, size)
        self._clock = invented.clock
        self._entrance.take(invented.opened, passing=True)

    def clock(self, usual: Clock) -> Clock:
        """The clock of what is open: the example lives on a day of its own."""
        return self._clock if self._clock is not None and self._entrance.passing else usual

    def discard(self) -> None:
        """Nothing of the example stays on the disk."""
        folder, self._folder, self._clock = self._folder, None, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
