"""The real program in a folder of its own, on a day that goes on as the story does."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from intervisie_desktop.app import startup
from intervisie_desktop.app.program import Program
from intervisie_desktop.host.clock import AMSTERDAM
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.machine import MachineService
from tests.end_to_end.hands import Hands


class Day:
    """A clock that stands still until the story moves it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 10, 13, 9, 30)

    def today(self) -> date:
        return self.at.date()

    def now(self) -> datetime:
        return self.at.replace(tzinfo=AMSTERDAM)


@pytest.fixture
def clock():
    return Day()


@pytest.fixture
def hands(qtbot):
    return Hands(qtbot)


@pytest.fixture
def program(qapp, tmp_path, clock, monkeypatch):
    """The program as `startup` makes it, not yet started."""
    monkeypatch.setenv("HOME", str(tmp_path))
    app = startup.application()
    paths = Paths.under(tmp_path / "machine")
    paths.documents.mkdir(parents=True)
    machine = MachineService(paths)
    startup.wear(app, machine)
    made = Program(app, paths, machine, clock)
    yield made
    made.leave()
    for widget in QApplication.topLevelWidgets():
        widget.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
