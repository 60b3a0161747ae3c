"""The start: every way a call can end becomes an exit code and at most one Dutch sentence."""

from __future__ import annotations

import os

from intervisie_desktop.app.cli import run
from intervisie_desktop.app.console import Console, use_utf8
from intervisie_desktop.app.crash import report
from intervisie_desktop.app.exits import Exit, FileTrouble, WrongCall
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.host.errors import Trouble
from intervisie_desktop.ui.text import command_line as words
from intervisie_desktop.ui.text.refusals import say


def main(arguments: list[str]) -> int:
    """Run the program; never raises, never prints a traceback."""
    use_utf8()
    os.umask(0o077)
    console = Console()
    try:
        return int(run(arguments, console))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else Exit.DONE
    except BrokenPipeError:
        _forget_output()
        return Exit.DONE
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001  (everything ends here)
        code, said = ending(error)
        console.complain(said)
        return code


def ending(error: BaseException) -> tuple[Exit, str]:
    """The exit code and the Dutch sentence for what stopped the program."""
    if isinstance(error, WrongCall):
        return Exit.WRONG_CALL, error.sentence
    if isinstance(error, Refusal):
        return Exit.SAID_NO, say(error)
    trouble = _trouble(error)
    return (Exit.TROUBLE, trouble) if trouble else (Exit.BUG, _reported(error))


def _trouble(error: BaseException) -> str:
    """What is the matter with a file, a lock, a password or the disk; empty for a bug."""
    match error:
        case FileTrouble():
            return error.sentence
        case Trouble():
            return say(error)
        case KeyboardInterrupt():
            return words.STOPPED
        case OSError() if error.filename is not None:
            return words.NO_ACCESS.format(path=error.filename)
        case _:
            return ""


def _reported(error: BaseException) -> str:
    try:
        return words.BUG.format(path=report(error))
    except OSError:
        return words.BUG_UNREPORTED


def _forget_output() -> None:
    """The reader of the pipe has gone: keep Python from complaining about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
