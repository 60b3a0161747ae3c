"""Where the command line speaks and listens: output, complaints, JSON and the password."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from intervisie_desktop.app.exits import WrongCall
from intervisie_desktop.ui.text import command_line as words

PASSWORD_VARIABLE = "INTERVISIE_PASSWORD"


class Console:
    """Standard output for results, standard error for everything else."""

    def say(self, line: str) -> None:
        """One line for a reader; nothing but the JSON document is printed with `--json`."""
        sys.stdout.write(line + "\n")

    def document(self, name: str, version: int, body: Mapping[str, object]) -> None:
        """The one JSON document of this call, with its schema name first."""
        whole = {"schema": f"intervisie/{name}/{version}", **body}
        sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")

    def complain(self, sentence: str) -> None:
        """One Dutch sentence on standard error."""
        sys.stderr.write(sentence + "\n")

    def password(self, practice: Path) -> str:
        """The password of an existing file, from the environment or typed without echo."""
        return self._asked(words.PASSWORD_PROMPT.format(name=practice.name))

    def new_password(self, practice: Path) -> str:
        """The password for a new file; typed twice when it comes from the keyboard."""
        given = os.environ.get(PASSWORD_VARIABLE)
        if given:
            return given
        first = self._asked(words.PASSWORD_NEW.format(name=practice.name))
        if first != self._asked(words.PASSWORD_AGAIN):
            raise WrongCall(words.PASSWORDS_DIFFER)
        return first

    def _asked(self, prompt: str) -> str:
        given = os.environ.get(PASSWORD_VARIABLE)
        if given:
            return given
        if not sys.stdin.isatty():
            raise WrongCall(words.NO_PASSWORD)
        try:
            typed = getpass.getpass(prompt, stream=sys.stderr)
        except EOFError:
            typed = ""
        if not typed:
            raise WrongCall(words.NO_PASSWORD)
        return typed


def use_utf8() -> None:
    """Names print as written, also where the console's own encoding is older."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
