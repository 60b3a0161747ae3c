"""A practice per test."""

from datetime import datetime

import pytest

from intervisie_desktop.domain.errors import Refusal
from tests.services.money.practice import House


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """The bytes of a filled practice file, made once."""
    made = House(tmp_path_factory.mktemp("geld") / "papierwilg.intervisie")
    made.store.close()
    return made.path.read_bytes()


@pytest.fixture
def house(filled, tmp_path):
    from intervisie_desktop.host.clock import FixedClock
    from intervisie_desktop.host.ids import SeededIds
    from intervisie_desktop.storage.store import Store
    from tests.services.money.practice import KEY

    path = tmp_path / "papierwilg.intervisie"
    path.write_bytes(filled)
    made = House.__new__(House)
    made.path, made.ids = path, SeededIds(2)
    made.clock = FixedClock(datetime(2026, 10, 13, 9, 0))
    made.open(Store.open(path, KEY))
    yield made
    made.store.close()


@pytest.fixture
def refused():
    """The code of the refusal that a call ends in."""

    def code_of(call, *args, **kwargs):
        with pytest.raises(Refusal) as refusal:
            call(*args, **kwargs)
        return refusal.value.code

    return code_of
