"""Opening and making a practice from the command line, closed again whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import FileTrouble
from intervisie_desktop.host.clock import Clock, SystemClock
from intervisie_desktop.host.ids import Ids, RandomIds
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.practice_file import PracticeFiles
from intervisie_desktop.ui.text import command_line as words


@contextmanager
def opened(practice: Path, console: Console, clock: Clock | None = None) -> Iterator[Services]:
    """The services of this practice, with the password from the console."""
    if not practice.is_file():
        raise FileTrouble(words.NO_FILE.format(path=practice))
    clock = clock or SystemClock()
    password = console.password(practice)
    files = PracticeFiles(clock, Paths.of_this_machine())
    practice_open = files.open(practice, password)
    try:
        yield Services(practice_open.store, clock, new_ids())
    finally:
        practice_open.close()


def new_ids() -> Ids:
    """Ids for new records."""
    return RandomIds()
