"""`export`: the whole practice in the exchange format, into a file that was not there."""

from __future__ import annotations

import argparse

from intervisie_desktop.app.commands.files import refuse_existing
from intervisie_desktop.app.commands.opening import opened
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit
from intervisie_desktop.host.files import atomic_write
from intervisie_desktop.ui.text import command_line as words


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the file; readable for everyone, so that is said."""
    refuse_existing(options.file)
    with opened(options.practice, console) as services:
        data = services.exchange.export_practice()
    atomic_write(options.file, data)
    console.say(words.EXPORTED.format(path=options.file))
    return Exit.DONE
