"""The window of the program around a real practice, as `app.bootstrap` puts it together."""

from __future__ import annotations

from dataclasses import replace

from intervisie_desktop.app.bootstrap import parts_of_window
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.shell.practice_window import PracticeWindow
from intervisie_desktop.ui.shell.rail import Identity
from intervisie_desktop.ui.shell.status import StatusFacts
from intervisie_desktop.ui.shell.tasks import InlineTasks
from tests.ui import looks
from tests.ui.window_double import DictMemory


def _no_actions(_desk):
    return ()


def whole_window(
    qtbot, services: Services, width: int = 1440, height: int = 900, percent: int = 100
):
    """Begun and shown; every job is done at once."""
    practice = services.practice.get()
    memory = DictMemory({"look.mode": "light", "look.percent": str(percent), "look.calm": "ja"})
    parts = parts_of_window(services, services.clock, memory, _no_actions, practice.name)
    window = PracticeWindow(replace(parts, tasks=InlineTasks()), invented=practice.demo)
    qtbot.addWidget(window)
    leader = next(card.facilitator.name for card in services.practice.facilitators())
    window.show_identity(Identity(leader, practice.name))
    window.show_years(services.practice.working_years(), 2026)
    window.show_status(StatusFacts("voorbeeld.intervisie, versleuteld", "Opgeslagen 08:55"))
    window.begin()
    window.resize(width, height)
    window.show()
    qtbot.waitExposed(window)
    looks.settle(window)
    return window
