"""The invented practice behind a real bundle of services, for panels and the page Vandaag."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.demo import make_demo
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.storage.store import Store

TODAY = date(2026, 10, 13)


def empty_practice(path: Path) -> Services:
    """A practice file with nothing in it but the schema."""
    clock = FixedClock(datetime(2026, 10, 13, 8, 55))
    machine = MachineService(Paths.under(path.parent))
    return Services(Store.create(path, bytes(32)), clock, SeededIds(7), machine=machine)


def invented_practice(path: Path) -> Services:
    """One year of five groups, as in the pictures."""
    services = empty_practice(path)
    make_demo(services.store, SeededIds(1), TODAY, years=1, groups=5)
    return services
