"""A practice per test."""

import pytest

from tests.services.certificates.practice import House


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path / "papierwilg.intervisie")
    yield made
    made.store.close()


@pytest.fixture
def another(tmp_path):
    """Makes further practices; they are closed afterwards."""
    houses = []

    def make(**settings):
        made = House(tmp_path / f"praktijk{len(houses)}.intervisie", **settings)
        houses.append(made)
        return made

    yield make
    for made in houses:
        made.store.close()
