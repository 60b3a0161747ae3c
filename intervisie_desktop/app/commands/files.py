"""Reading and writing files for the command line, with one sentence when it cannot be."""

from __future__ import annotations

from pathlib import Path

from intervisie_desktop.app.exits import FileTrouble
from intervisie_desktop.host.files import told_of
from intervisie_desktop.ui.text import command_line as words


def read_bytes(path: Path) -> bytes:
    """The content; FileTrouble when it is not a file, Trouble when it cannot be read."""
    if not path.is_file():
        raise FileTrouble(words.NO_FILE.format(path=path))
    with told_of(path):
        return path.read_bytes()


def refuse_existing(path: Path) -> None:
    """FileTrouble when something stands there: the command line never writes over a file."""
    if path.exists() or path.is_symlink():
        raise FileTrouble(words.EXISTS.format(path=path))


def make_folder(path: Path) -> None:
    """The folder is there; Trouble when it cannot be made."""
    with told_of(path):
        path.mkdir(parents=True, exist_ok=True)
