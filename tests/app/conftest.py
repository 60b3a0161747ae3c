"""A command line run as its users run it: another process, its own settings folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent.parent
TODAY = "2026-10-13"
PASSWORD = "rustige dinsdag"


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def document(self):
        return json.loads(self.out)

    def fits(self, schema: str) -> dict:
        text = (ROOT / "docs" / "schemas" / f"{schema}.json").read_text("utf-8")
        Draft202012Validator(json.loads(text)).validate(self.document)
        return self.document


class Shell:
    """Runs `python -m intervisie_desktop` with nothing of this machine in reach."""

    def __init__(self, home: Path) -> None:
        kept = {key: os.environ[key] for key in ("PATH", "LANG", "SYSTEMROOT") if key in os.environ}
        self.environment = {
            **kept,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_DATA_HOME": str(home / "data"),
            "PYTHONPATH": str(ROOT),
        }

    def run(self, *arguments: object, password: str | None = PASSWORD, **more: str) -> Answer:
        environment = {**self.environment, **more}
        if password is not None:
            environment["INTERVISIE_PASSWORD"] = password
        done = subprocess.run(
            [sys.executable, "-m", "intervisie_desktop", *map(str, arguments)],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def shell(tmp_path_factory):
    return Shell(tmp_path_factory.mktemp("thuis"))


@pytest.fixture(scope="session")
def demo(shell, tmp_path_factory):
    """An invented practice that the tests of this session only look at."""
    folder = tmp_path_factory.mktemp("demo") / "hier"
    answer = shell.run("demo", folder, "--today", TODAY, "--json", password=None)
    assert answer.code == 0
    answer.fits("demo-1")
    return folder


@pytest.fixture
def copy(demo, tmp_path):
    """The same practice to change at will."""
    path = tmp_path / "praktijk.intervisie"
    path.write_bytes((demo / "voorbeeld.intervisie").read_bytes())
    return path
