"""`new`: a practice file, empty or filled from the exchange format."""

from __future__ import annotations

import argparse
from pathlib import Path

from intervisie_desktop.app.commands.files import read_bytes, refuse_existing
from intervisie_desktop.app.commands.opening import new_ids
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import SystemClock
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.exchange import ExchangeService, facts_of
from intervisie_desktop.services.practice_file import ENDING, PracticeFiles
from intervisie_desktop.ui.text import command_line as words


def run(options: argparse.Namespace, console: Console) -> int:
    """Make the file and print its recovery code, which is shown this once."""
    path = _with_ending(options.practice)
    refuse_existing(path)
    facts = facts_of(read_bytes(options.source)) if options.source else None
    password = console.new_password(path)
    files = PracticeFiles(SystemClock(), Paths.of_this_machine())
    leader = Facilitator(id=new_ids().new("f"), name="")
    practice = Practice(name=path.stem)
    opened, code = files.create(path, password, practice, leader)
    try:
        if facts is not None:
            ExchangeService(opened.store).import_facts(facts)
    except BaseException:
        opened.close()
        path.unlink(missing_ok=True)
        raise
    opened.close()
    console.say(words.MADE.format(path=path))
    console.say(words.RECOVERY.format(code=code))
    return Exit.DONE


def _with_ending(path: Path) -> Path:
    return path if path.suffix == ENDING else path.with_name(path.name + ENDING)
