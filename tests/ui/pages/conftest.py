"""The example practice in a real file, and its services."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.demo import make_demo
from intervisie_desktop.storage.store import Store

TODAY = date(2026, 10, 13)


@pytest.fixture
def services(tmp_path):
    store = Store.create(tmp_path / "voorbeeld.intervisie", b"k" * 32)
    clock = FixedClock(datetime(2026, 10, 13, 8, 55, tzinfo=ZoneInfo("Europe/Amsterdam")))
    ids = SeededIds(1)
    make_demo(store, ids, TODAY)
    yield Services(store, clock, ids)
    store.close()
