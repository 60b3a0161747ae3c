"""A practice of one's own for every test."""

from __future__ import annotations

import pytest

from tests.ui.panels.practice import invented_practice


@pytest.fixture
def services(tmp_path):
    made = invented_practice(tmp_path / "x.intervisie")
    yield made
    made.store.close()
