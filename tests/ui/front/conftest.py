"""The front door on a machine of its own, with a front window that answers at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from intervisie_desktop.app.bootstrap import profile_choices
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.host.keys import Cost
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.beginning import Beginning
from intervisie_desktop.services.entrance import Entrance
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.services.practice_file import PracticeFiles
from tests.ui.desk_double import PlainProgress

CHEAP = Cost(memory=19 * 1024, rounds=2, lanes=1)


@dataclass
class PlainFront:
    """Runs jobs at once and remembers what it was asked."""

    path: Path | None = None
    unlocked: list[Path] = field(default_factory=list)
    entered: int = 0
    begun: int = 0
    examples: int = 0
    printed: list[bytes] = field(default_factory=list)

    def run(self, job, done, failed, label):
        try:
            value = job(PlainProgress())
        except (Refusal, Trouble) as error:
            failed(error)
            return
        done(value)

    def choose_file(self, question, then):
        if self.path is not None:
            then(self.path)

    choose_target = choose_file

    def unlock(self, path):
        self.unlocked.append(path)

    def begin(self):
        self.begun += 1

    def example(self):
        self.examples += 1

    def enter(self):
        self.entered += 1

    def print_pdf(self, pdf, name):
        self.printed.append(pdf)


@dataclass
class Board:
    """A view that keeps what it was shown last."""

    state: object = None
    gaps: list[str] = field(default_factory=list)
    cleared: int = 0

    def show_state(self, state):
        self.state = state

    def focus_gap(self, gap):
        self.gaps.append(str(gap))

    def clear_password(self):
        self.cleared += 1


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 10, 13, 8, 55))


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path / "machine")


@pytest.fixture
def machine(paths):
    return MachineService(paths)


@pytest.fixture
def entrance(clock, paths, machine):
    entrance = Entrance(PracticeFiles(clock, paths, CHEAP), machine)
    yield entrance
    entrance.close()


@pytest.fixture
def beginning(entrance, clock, paths):
    return Beginning(entrance, clock, SeededIds(), paths, profile_choices)


@pytest.fixture
def front():
    return PlainFront()


@pytest.fixture
def board():
    return Board()
