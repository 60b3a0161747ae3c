"""The command line: which command is meant, and running it.

Light on purpose: no window toolkit and no database is imported here, only by what is asked for.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import cast

from intervisie_desktop import __version__
from intervisie_desktop.app.arguments import Parser
from intervisie_desktop.app.commands.registry import COMMANDS, LATER, Command, command
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit, FileTrouble, WrongCall
from intervisie_desktop.ui.text import command_line as words

SUFFIX = ".intervisie"


def run(arguments: list[str], console: Console) -> int:
    """Do what is asked and give the exit code; raises what `main` makes a sentence of."""
    first = arguments[0] if arguments else ""
    if first in {"-h", "--help"}:
        console.say(_help())
        return Exit.DONE
    if first == "--version":
        console.say(f"{words.PROGRAM} {__version__}")
        return Exit.DONE
    if first in LATER:
        raise WrongCall(words.NOT_YET.format(name=first, program=words.PROGRAM))
    known = command(first)
    if known is not None:
        return _run_command(known, arguments[1:], console)
    return _open_window(arguments)


def _run_command(known: Command, arguments: list[str], console: Console) -> int:
    parser = Parser(f"{words.PROGRAM} {known.name}", known.help)
    known.declare(parser)
    options = parser.parse_args(arguments)
    module = importlib.import_module(known.module)
    return cast("int", module.run(options, console))


def _open_window(arguments: list[str]) -> int:
    parser = Parser(words.PROGRAM, words.ABOUT)
    parser.given.add_argument("practice", metavar="PRAKTIJK", type=Path, nargs="?")
    practice: Path | None = parser.parse_args(arguments).practice
    if practice is not None and not practice.is_file():
        if practice.suffix == SUFFIX or practice.parent != Path():
            raise FileTrouble(words.NO_FILE.format(path=practice))
        raise WrongCall(words.UNKNOWN.format(name=practice, program=words.PROGRAM))
    if not _display():
        raise FileTrouble(words.NO_DISPLAY.format(program=words.PROGRAM))
    importlib.import_module("intervisie_desktop.app.pace").quicken()
    window = importlib.import_module("intervisie_desktop.app.startup")
    return cast("int", window.open_window(practice))


def _display() -> bool:
    """True where a window can be shown; Windows and macOS always have a screen."""
    if not sys.platform.startswith("linux"):
        return True
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in known)


def _help() -> str:
    """The whole help: the window, the commands and where to read more."""
    width = max(len(known.name) for known in COMMANDS)
    listed = (f"  {known.name:<{width}}  {known.help}" for known in COMMANDS)
    usage = f"{words.USAGE}{words.PROGRAM} [PRAKTIJK]\n       {words.PROGRAM} OPDRACHT …"
    return "\n".join((usage, "", words.ABOUT, "", f"{words.COMMANDS}:", *listed, "", words.MORE))
