"""A practice with nothing in it yet, and the files a begeleider has on the laptop."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.storage.store import Store

DATA = Path(__file__).parents[2] / "fixtures" / "data"
HEADINGS = "Naam;E-mail;Kantoor;Groep;Lid sinds"


@pytest.fixture
def services(tmp_path):
    store = Store.create(tmp_path / "p.intervisie", bytes(32))
    with store.work("started") as work:
        work.facilitators.add(Facilitator(id="f1", name="mr. Marit Papierwilg"))
        work.practice.save(Practice(name="Praktijk Papierwilg", facilitator_id="f1"))
    yield Services(store, FixedClock(datetime(2026, 10, 13, 8, 55)), SeededIds())
    store.close()


@pytest.fixture
def listed(tmp_path):
    """Writes a list and gives its path."""

    def write(*lines, headings=HEADINGS, name="lijst.csv"):
        path = tmp_path / name
        path.write_text("\n".join((headings, *lines)), encoding="utf-8")
        return path

    return write
